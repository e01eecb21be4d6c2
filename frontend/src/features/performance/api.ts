import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';

const key = (portfolioId: string) => ['portfolio', portfolioId, 'performance'] as const;

/** From the first booking when no day is given; of all accounts when none is. */
export type Range = { from?: string; accountId?: string };

export const performanceQuery = (id: string, { from, accountId }: Range, benchmark: string | undefined) =>
  queryOptions({
    queryKey: [...key(id), from, accountId, benchmark],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/portfolios/{id}/performance', {
          params: { path: { id }, query: { from, accountId, benchmark, maxPoints: 400 } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

export const gainsQuery = (id: string, { from, accountId }: Range) =>
  queryOptions({
    queryKey: [...key(id), 'gains', from, accountId],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/portfolios/{id}/performance/gains', {
          params: { path: { id }, query: { from, accountId } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

export const incomeQuery = (id: string) =>
  queryOptions({
    queryKey: [...key(id), 'income'],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/portfolios/{id}/income', {
          params: { path: { id }, query: { months: 12 } },
          signal,
        }),
      ),
    staleTime: 60_000,
  });
