import { infiniteQueryOptions, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, unwrap } from '@/api/client';
import type { Margin } from '@/api/types';
import { eventFeed, priceFeed, useEventsLive, usePriceStatus } from '@/shared/stream/useStream';
import { afterFrame, needsMore } from './model/live';

/** Accounts of clients are streamed twice a second; one's own are asked for, and both hear of each change of state. */
const BETWEEN_ANSWERS_MS = 5000;

const key = (portfolioId: string) => ['portfolio', portfolioId, 'margin'] as const;

export const marginQuery = (id: string) =>
  queryOptions({
    queryKey: key(id),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/portfolios/{id}/margin', { params: { path: { id } }, signal })),
    enabled: id !== '',
  });

/** Every change of state, the newest first. */
export const marginEventsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [...key(id), 'events'],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/v1/portfolios/{id}/margin/events', {
          params: { path: { id }, query: { limit: 20, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor,
    enabled: id !== '',
  });

/**
 * The account as it stands now: asked for once, then moved by what the service tells. A change of state turns the card at
 * once, even while prices are held still; what the frame does not carry is fetched behind it.
 */
export function useMargin(id: string) {
  const client = useQueryClient();
  const live = useEventsLive();
  const { paused } = usePriceStatus();
  const query = useQuery({
    ...marginQuery(id),
    // what is not there need not be asked for again and again
    refetchInterval: ({ state }) => (state.error || paused ? false : BETWEEN_ANSWERS_MS),
  });
  useEffect(() => {
    if (id === '') return;
    const stopWatching = eventFeed.watchMargins();
    const stopHearing = eventFeed.onEvent((frame) => {
      if (frame.type === 'margin.values' && priceFeed.status.getState().paused) return;
      const known = client.getQueryData<Margin>(key(id));
      const next = known && afterFrame(known, frame, id);
      if (!known || !next) return;
      client.setQueryData<Margin>(key(id), next);
      if (frame.type === 'margin.changed' || needsMore(known, next))
        void client.invalidateQueries({ queryKey: key(id) });
    });
    return () => {
      stopHearing();
      stopWatching();
    };
  }, [client, id]);
  // what was missed while the line was down
  useEffect(() => {
    if (live && id !== '') void client.invalidateQueries({ queryKey: key(id) });
  }, [client, id, live]);
  return query;
}
