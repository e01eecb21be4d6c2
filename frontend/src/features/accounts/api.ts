import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, tagged, unwrap } from '@/api/client';
import { useCreation } from '@/api/creation';
import type { AccountRequest } from '@/api/types';

const key = (portfolioId: string) => ['portfolio', portfolioId, 'accounts'] as const;

/** All of them, the standard one first. */
export const accountsQuery = (id: string) =>
  queryOptions({
    queryKey: key(id),
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET('/api/v1/portfolios/{id}/accounts', { params: { path: { id } }, signal }))).items,
    enabled: id !== '',
    staleTime: 60_000,
  });

/** One account as it is now, with the version that a change of it must name. */
export const accountQuery = (id: string, accountId: string) =>
  queryOptions({
    queryKey: [...key(id), accountId],
    queryFn: ({ signal }) =>
      tagged(
        api.GET('/api/v1/portfolios/{id}/accounts/{accountId}', {
          params: { path: { id, accountId } },
          signal,
        }),
      ),
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });

function useChangesAccounts(portfolioId: string) {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['portfolio', portfolioId] });
}

export function useAddAccount(id: string) {
  const changed = useChangesAccounts(id);
  return useCreation(
    (body: AccountRequest, headers) =>
      unwrap(api.POST('/api/v1/portfolios/{id}/accounts', { params: { path: { id } }, body, headers })),
    changed,
  );
}

export function useChangeAccount(id: string, accountId: string) {
  const changed = useChangesAccounts(id);
  return useMutation({
    mutationFn: ({ body, etag }: { body: AccountRequest; etag: string | null }) =>
      unwrap(
        api.PUT('/api/v1/portfolios/{id}/accounts/{accountId}', {
          params: { path: { id, accountId }, header: etag ? { 'If-Match': etag } : {} },
          body,
        }),
      ),
    onSuccess: changed,
  });
}

export function useCloseAccount(id: string) {
  const changed = useChangesAccounts(id);
  return useMutation({
    mutationFn: (accountId: string) =>
      unwrap(
        api.DELETE('/api/v1/portfolios/{id}/accounts/{accountId}', { params: { path: { id, accountId } } }),
      ),
    onSuccess: changed,
  });
}
