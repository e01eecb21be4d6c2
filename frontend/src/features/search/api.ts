import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';

/** Portfolios, holdings, instruments and notes that resemble what is typed; typing errors are allowed. */
export const searchQuery = (words: string) =>
  queryOptions({
    queryKey: ['search', words],
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET('/api/v1/search', { params: { query: { q: words, limit: 12 } }, signal }))).items,
    enabled: words !== '',
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
