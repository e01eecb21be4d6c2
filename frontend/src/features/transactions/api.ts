import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, tagged, unwrap } from '@/api/client';
import { useCreation } from '@/api/creation';
import type { TransactionRequest } from '@/api/types';

const key = (portfolioId: string) => ['portfolio', portfolioId, 'transactions'] as const;

/** The newest first, a page at a time; of one account, or of all. */
export const transactionsQuery = (id: string, accountId: string | undefined) =>
  infiniteQueryOptions({
    queryKey: [...key(id), { accountId }],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/v1/portfolios/{id}/transactions', {
          params: { path: { id }, query: { limit: 100, cursor: pageParam, accountId } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor,
    enabled: id !== '',
  });

/** One transaction as it is now, with the version that a change of it must name. */
export const transactionQuery = (id: string, transactionId: string) =>
  queryOptions({
    queryKey: [...key(id), transactionId],
    queryFn: ({ signal }) =>
      tagged(
        api.GET('/api/v1/portfolios/{id}/transactions/{transactionId}', {
          params: { path: { id, transactionId } },
          signal,
        }),
      ),
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });

/** A transaction changes everything that is computed from the ledger. */
function useChangesLedger(portfolioId: string) {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['portfolio', portfolioId] });
}

export function useAddTransaction(id: string) {
  const changed = useChangesLedger(id);
  return useCreation(
    (body: TransactionRequest, headers) =>
      unwrap(api.POST('/api/v1/portfolios/{id}/transactions', { params: { path: { id } }, body, headers })),
    changed,
  );
}

export function useChangeTransaction(id: string, transactionId: string) {
  const changed = useChangesLedger(id);
  return useMutation({
    mutationFn: ({ body, etag }: { body: TransactionRequest; etag: string | null }) =>
      unwrap(
        api.PUT('/api/v1/portfolios/{id}/transactions/{transactionId}', {
          params: { path: { id, transactionId }, header: etag ? { 'If-Match': etag } : {} },
          body,
        }),
      ),
    onSuccess: changed,
  });
}

export function useDeleteTransaction(id: string) {
  const changed = useChangesLedger(id);
  return useMutation({
    mutationFn: (transactionId: string) =>
      unwrap(
        api.DELETE('/api/v1/portfolios/{id}/transactions/{transactionId}', {
          params: { path: { id, transactionId } },
        }),
      ),
    onSuccess: changed,
  });
}
