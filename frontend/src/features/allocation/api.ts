import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { Problem } from '@/api/problem';
import type { TargetRequest } from '@/api/types';

/** A target may be set by all of them but the account. */
export const dimensions = ['class', 'sector', 'region', 'currency', 'account'] as const;
export type Dimension = (typeof dimensions)[number];

const key = (portfolioId: string) => ['portfolio', portfolioId, 'allocation'] as const;

export const allocationQuery = (id: string, by: Dimension) =>
  queryOptions({
    queryKey: [...key(id), by],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/portfolios/{id}/allocation', { params: { path: { id }, query: { by } }, signal }),
      ),
    refetchInterval: 60_000,
  });

/** What one decided to hold, and null when one has not: the service answers 404 then. */
const orNull = async <T>(answer: Promise<T>): Promise<T | null> => {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return null;
    throw error;
  }
};

export const targetQuery = (id: string) =>
  queryOptions({
    queryKey: [...key(id), 'target'],
    queryFn: ({ signal }) =>
      orNull(
        unwrap(api.GET('/api/v1/portfolios/{id}/allocation/target', { params: { path: { id } }, signal })),
      ),
  });

export const rebalancingQuery = (id: string, wanted: boolean) =>
  queryOptions({
    queryKey: [...key(id), 'rebalancing'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/portfolios/{id}/rebalancing', { params: { path: { id } }, signal })),
    enabled: wanted,
  });

/** What trades would do to the risk score; nothing is booked. */
export const simulatedScoreQuery = (id: string, trades: readonly { symbol: string; quantity: number }[]) =>
  queryOptions({
    queryKey: [...key(id), 'score after', trades],
    queryFn: ({ signal }) =>
      unwrap(
        api.POST('/api/v1/portfolios/{id}/risk-score/simulations', {
          params: { path: { id } },
          body: { trades: [...trades] },
          signal,
        }),
      ),
    enabled: trades.length > 0,
  });

function useChangesTarget(id: string) {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: key(id) }),
      client.invalidateQueries({ queryKey: ['portfolio', id, 'recommendations'] }),
    ]);
}

export function useSetTarget(id: string) {
  const changed = useChangesTarget(id);
  return useMutation({
    mutationFn: (body: TargetRequest) =>
      unwrap(api.PUT('/api/v1/portfolios/{id}/allocation/target', { params: { path: { id } }, body })),
    onSuccess: changed,
  });
}

export function useForgetTarget(id: string) {
  const changed = useChangesTarget(id);
  return useMutation({
    mutationFn: () =>
      unwrap(api.DELETE('/api/v1/portfolios/{id}/allocation/target', { params: { path: { id } } })),
    onSuccess: changed,
  });
}
