import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { useCreation } from '@/api/creation';

/** A figure of a finished result never changes, nor does how it came about. */
export const figureQuery = (id: string, name: string) =>
  queryOptions({
    queryKey: ['analysis', id, 'figure', name],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/analyses/{id}/figures/{name}', { params: { path: { id, name } }, signal })),
    staleTime: Infinity,
  });

/** Asks for the result once more, as an analysis of its own. */
export function useRecompute(id: string) {
  const client = useQueryClient();
  return useCreation(
    (_: undefined, headers) =>
      unwrap(api.POST('/api/v1/analyses/{id}/recompute', { params: { path: { id } }, headers })),
    (again) => {
      client.setQueryData(['analysis', again.id], again);
      return client.invalidateQueries({ queryKey: ['analyses'] });
    },
  );
}

/** Whether computing again gave the same. */
export const recomputationQuery = (id: string) =>
  queryOptions({
    queryKey: ['analysis', id, 'recomputation'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/analyses/{id}/recomputation', { params: { path: { id } }, signal })),
    staleTime: Infinity,
  });
