import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';

const key = (portfolioId: string) => ['portfolio', portfolioId, 'performance'] as const;

/** From the first booking when no day is given. */
export type Range = { from?: string };

export const performanceQuery = (id: string, { from }: Range, benchmark: string | undefined) =>
  queryOptions({
    queryKey: [...key(id), from, benchmark],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/portfolios/{id}/performance', {
          params: { path: { id }, query: { from, benchmark, maxPoints: 400 } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

export const gainsQuery = (id: string, { from }: Range) =>
  queryOptions({
    queryKey: [...key(id), 'gains', from],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/portfolios/{id}/performance/gains', {
          params: { path: { id }, query: { from } },
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
