import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { market, unwrap } from '@/api/client';
import type { PriceHistory } from '@/api/types';

const SHOWN = 50;

export const instrumentsQuery = (query: string) =>
  queryOptions({
    queryKey: ['instruments', query],
    queryFn: ({ signal }) =>
      unwrap(market.GET('/api/v1/instruments', { params: { query: { query, limit: SHOWN } }, signal })),
    staleTime: 300_000,
    placeholderData: keepPreviousData,
  });

export const instrumentQuery = (symbol: string) =>
  queryOptions({
    queryKey: ['instrument', symbol],
    queryFn: ({ signal }) =>
      unwrap(market.GET('/api/v1/instruments/{symbol}', { params: { path: { symbol } }, signal })),
    staleTime: 300_000,
  });

export const quotesQuery = (symbols: readonly string[]) =>
  queryOptions({
    queryKey: ['quotes', ...symbols],
    queryFn: async ({ signal }) =>
      (await unwrap(market.GET('/api/v1/quotes', { params: { query: { symbols: [...symbols] } }, signal })))
        .quotes,
    enabled: symbols.length > 0,
    refetchInterval: 60_000,
  });

export const historyQuery = (
  symbol: string,
  adjustment: PriceHistory['adjustment'],
  from: string | undefined,
) =>
  queryOptions({
    queryKey: ['history', symbol, adjustment, from],
    queryFn: ({ signal }) =>
      unwrap(
        market.GET('/api/v1/history/{symbol}', {
          params: { path: { symbol }, query: { adjustment, maxPoints: 500, ...(from ? { from } : {}) } },
          signal,
        }),
      ),
    staleTime: 600_000,
    placeholderData: keepPreviousData,
  });

export const qualityQuery = (symbol: string) =>
  queryOptions({
    queryKey: ['quality', symbol],
    queryFn: ({ signal }) =>
      unwrap(market.GET('/api/v1/history/{symbol}/quality', { params: { path: { symbol } }, signal })),
    staleTime: 600_000,
  });

export const providersQuery = queryOptions({
  queryKey: ['providers'],
  queryFn: ({ signal }) => unwrap(market.GET('/api/v1/providers', { signal })),
  refetchInterval: 30_000,
});
