import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { useCreation } from '@/api/creation';
import type { Portfolio } from '@/api/types';
import { useSettings } from '@/shared/settings/settings';

export const portfoliosQuery = queryOptions({
  queryKey: ['portfolios'],
  queryFn: async ({ signal }) =>
    (await unwrap(api.GET('/api/v1/portfolios', { params: { query: { limit: 100 } }, signal }))).items,
});

export const holdingsQuery = (id: string, accountId?: string) =>
  queryOptions({
    queryKey: ['portfolio', id, 'holdings', { accountId }],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/portfolios/{id}/holdings', {
          params: { path: { id }, query: { accountId } },
          signal,
        }),
      ),
    refetchInterval: 60_000,
    enabled: id !== '',
  });

export const valuationQuery = (id: string) =>
  queryOptions({
    queryKey: ['portfolio', id, 'valuation'],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/portfolios/{id}/valuation', {
          params: { path: { id } },
          signal,
        }),
      ),
    refetchInterval: 60_000,
    enabled: id !== '',
  });

/** The value at past closes, for the line that goes back further than this page. */
export const valueHistoryQuery = (id: string) =>
  queryOptions({
    queryKey: ['portfolio', id, 'valuation', 'history'],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/portfolios/{id}/valuation/history', {
          params: { path: { id }, query: { maxPoints: 400 } },
          signal,
        }),
      ),
    staleTime: 600_000,
  });

/** The portfolio on the screen: the one chosen last, else the first of one's own, else the sample. */
export function choosePortfolio(
  portfolios: readonly Portfolio[],
  chosen: string | undefined,
): Portfolio | undefined {
  return (
    portfolios.find((portfolio) => portfolio.id === chosen) ??
    portfolios.find((portfolio) => !portfolio.sample) ??
    portfolios[0]
  );
}

export function useCurrentPortfolio() {
  const portfolios = useQuery(portfoliosQuery);
  const chosen = useSettings((settings) => settings.portfolioId);
  return { ...portfolios, portfolio: choosePortfolio(portfolios.data ?? [], chosen) };
}

function useChangesPortfolios() {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['portfolios'] }),
      client.invalidateQueries({ queryKey: ['portfolio'] }),
    ]);
}

export function useCreatePortfolio() {
  const changed = useChangesPortfolios();
  return useCreation(
    (body: { name: string; baseCurrency: string }, headers) =>
      unwrap(api.POST('/api/v1/portfolios', { body, headers })),
    changed,
  );
}

export function useAddSample() {
  const changed = useChangesPortfolios();
  return useCreation(
    (_: undefined, headers) => unwrap(api.POST('/api/v1/portfolios/sample', { headers })),
    changed,
  );
}

export function useDeletePortfolio() {
  const changed = useChangesPortfolios();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/portfolios/{id}', { params: { path: { id } } })),
    onSuccess: changed,
  });
}
