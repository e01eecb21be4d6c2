import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import type { HouseRateRequest, MarginTermsRequest } from '@/api/types';
import { type Version, versionHeader } from './model/version';

/** Every rate of one's own, by symbol and day, with the standard ones beside them. */
export const ratesQuery = infiniteQueryOptions({
  queryKey: ['margin-rates', 'list'],
  queryFn: ({ pageParam, signal }) =>
    unwrap(api.GET('/api/v1/margin/rates', { params: { query: { limit: 200, cursor: pageParam } }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last) => last.nextCursor,
});

/** What an instrument asks for on a day, whoever set it. */
export const rateOnQuery = (symbol: string, on: string) =>
  queryOptions({
    queryKey: ['margin-rates', 'of', symbol, on],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/margin/rates/{symbol}', { params: { path: { symbol }, query: { on } }, signal }),
      ),
    enabled: symbol !== '',
    retry: false,
  });

export const termsQuery = queryOptions({
  queryKey: ['margin-rates', 'terms'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/margin/terms', { signal })),
});

/** A rate moves every account that holds the instrument. */
function useChangesRates() {
  const client = useQueryClient();
  return () =>
    Promise.all(
      [['margin-rates'], ['portfolio'], ['clients']].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    );
}

export type RateChange = { symbol: string; validFrom: string; body: HouseRateRequest; version: Version };

export function useSetRate() {
  const changed = useChangesRates();
  return useMutation({
    mutationFn: ({ symbol, validFrom, body, version }: RateChange) =>
      unwrap(
        api.PUT('/api/v1/margin/rates/{symbol}/{validFrom}', {
          params: { path: { symbol, validFrom }, header: versionHeader(version) },
          body,
        }),
      ),
    onSuccess: changed,
  });
}

export function useForgetRate() {
  const changed = useChangesRates();
  return useMutation({
    mutationFn: ({ symbol, validFrom }: Pick<RateChange, 'symbol' | 'validFrom'>) =>
      unwrap(
        api.DELETE('/api/v1/margin/rates/{symbol}/{validFrom}', { params: { path: { symbol, validFrom } } }),
      ),
    onSuccess: changed,
  });
}

export type TermsChange = { validFrom: string; body: MarginTermsRequest; version: Version };

export function useSetTerms() {
  const changed = useChangesRates();
  return useMutation({
    mutationFn: ({ validFrom, body, version }: TermsChange) =>
      unwrap(
        api.PUT('/api/v1/margin/terms/{validFrom}', {
          params: { path: { validFrom }, header: versionHeader(version) },
          body,
        }),
      ),
    onSuccess: changed,
  });
}
