import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';

/** Finished results never change, nor does what lies between them. */
export const comparisonQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ['analyses', 'compare', ids],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/analyses/compare', { params: { query: { ids: [...ids] } }, signal })),
    staleTime: Infinity,
    enabled: ids.length >= FEWEST,
  });

export const FEWEST = 2;
export const MOST = 4;
