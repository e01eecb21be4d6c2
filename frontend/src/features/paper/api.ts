import {
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, tagged, unwrap } from '@/api/client';
import { useCreation } from '@/api/creation';
import type { Order, OrderRequest } from '@/api/types';
import { useTranslation } from '@/shared/i18n/i18n';
import { eventFeed, useEventsLive } from '@/shared/stream/useStream';
import { toast } from '@/shared/ui/toast';

const key = (portfolioId: string) => ['paper', portfolioId] as const;

/** How often the page asks by itself: a message that tells of a fill may be lost on its way. */
const ASKED_EVERY = 10_000;

export const paperPortfoliosQuery = queryOptions({
  queryKey: ['paper', 'portfolios'],
  queryFn: async ({ signal }) =>
    (await unwrap(api.GET('/api/v1/paper/portfolios', { params: { query: { limit: 100 } }, signal }))).items,
});

export const paperAccountQuery = (id: string) =>
  queryOptions({
    queryKey: [...key(id), 'account'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/paper/portfolios/{id}/account', { params: { path: { id } }, signal })),
    refetchInterval: ASKED_EVERY,
    enabled: id !== '',
  });

const openStates: Order['state'][] = ['NEW', 'ACCEPTED', 'PARTIALLY_FILLED'];

/** The order book of one's own: those that still may be filled, or all, the newest first. */
export const ordersQuery = (id: string, open: boolean) =>
  infiniteQueryOptions({
    queryKey: [...key(id), 'orders', { open }],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/v1/paper/portfolios/{id}/orders', {
          params: {
            path: { id },
            query: { state: open ? openStates : undefined, limit: 50, cursor: pageParam },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor,
    refetchInterval: ASKED_EVERY,
    enabled: id !== '',
  });

/** One order as it is now, with the version that a change of it must name. */
export const orderQuery = (id: string, orderId: string) =>
  queryOptions({
    queryKey: [...key(id), 'order', orderId],
    queryFn: ({ signal }) =>
      tagged(
        api.GET('/api/v1/paper/portfolios/{id}/orders/{orderId}', {
          params: { path: { id, orderId } },
          signal,
        }),
      ),
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });

/** What happened to an order, the oldest first. */
export const orderEventsQuery = (id: string, orderId: string) =>
  queryOptions({
    queryKey: [...key(id), 'order', orderId, 'events'],
    queryFn: async ({ signal }) =>
      (
        await unwrap(
          api.GET('/api/v1/paper/portfolios/{id}/orders/{orderId}/events', {
            params: { path: { id, orderId } },
            signal,
          }),
        )
      ).items,
  });

export const executionsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [...key(id), 'executions'],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/v1/paper/portfolios/{id}/executions', {
          params: { path: { id }, query: { limit: 50, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor,
    refetchInterval: ASKED_EVERY,
    enabled: id !== '',
  });

/** An order that moves changes the account, the book, and every page of the portfolio its fills are booked in. */
const moved = (client: QueryClient, portfolioId: string) =>
  Promise.all([
    client.invalidateQueries({ queryKey: key(portfolioId) }),
    client.invalidateQueries({ queryKey: ['portfolio', portfolioId] }),
  ]);

function useChangesPaper(portfolioId: string) {
  const client = useQueryClient();
  return () => moved(client, portfolioId);
}

export function useOpenPaper() {
  const client = useQueryClient();
  return useCreation(
    (body: { name?: string; currency?: string; cash?: string }, headers) =>
      unwrap(api.POST('/api/v1/paper/portfolios', { body, headers })),
    () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['paper'] }),
        client.invalidateQueries({ queryKey: ['portfolios'] }),
      ]),
  );
}

export function useEnterOrder(id: string) {
  const changed = useChangesPaper(id);
  return useCreation(
    (body: OrderRequest, headers) =>
      unwrap(api.POST('/api/v1/paper/portfolios/{id}/orders', { params: { path: { id } }, body, headers })),
    changed,
  );
}

type Replacement = Omit<OrderRequest, 'symbol' | 'side' | 'type'>;

export function useReplaceOrder(id: string, orderId: string) {
  const changed = useChangesPaper(id);
  return useMutation({
    mutationFn: ({ body, etag }: { body: Replacement; etag: string | null }) =>
      unwrap(
        api.PUT('/api/v1/paper/portfolios/{id}/orders/{orderId}', {
          params: { path: { id, orderId }, header: etag ? { 'If-Match': etag } : {} },
          body,
        }),
      ),
    onSuccess: changed,
  });
}

export function useCancelOrder(id: string) {
  const changed = useChangesPaper(id);
  return useMutation({
    mutationFn: (orderId: string) =>
      unwrap(
        api.DELETE('/api/v1/paper/portfolios/{id}/orders/{orderId}', { params: { path: { id, orderId } } }),
      ),
    onSettled: changed,
  });
}

/** Brings fills, ends of orders and margin warnings of this portfolio into the page. */
export function usePaperEvents(id: string) {
  const client = useQueryClient();
  const { t, tell } = useTranslation();
  const live = useEventsLive();
  useEffect(
    () =>
      eventFeed.onEvent((event) => {
        if (event.portfolioId !== id) return;
        if (event.type === 'paper.margin' && typeof event.message === 'string')
          toast(tell(event.message).text);
        if (event.type !== 'paper.order' && event.type !== 'paper.margin') return;
        const filled = event.type === 'paper.order' ? filledSymbol(event.order) : undefined;
        if (filled) toast(t('paper.filled', { symbol: filled }));
        void moved(client, id);
      }),
    [client, id, t, tell],
  );
  // what was missed while the line was down
  useEffect(() => {
    if (live && id !== '') void moved(client, id);
  }, [client, id, live]);
}

function filledSymbol(order: unknown): string | undefined {
  if (typeof order !== 'object' || order === null) return undefined;
  const { state, symbol } = order as { state?: unknown; symbol?: unknown };
  return state === 'FILLED' && typeof symbol === 'string' ? symbol : undefined;
}
