import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { Problem } from '@/api/problem';
import type { TransactionRequest } from '@/api/types';

const key = (portfolioId: string) => ['portfolio', portfolioId, 'transactions'] as const;

/** The newest first, a page at a time. */
export const transactionsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: key(id),
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/v1/portfolios/{id}/transactions', {
          params: { path: { id }, query: { limit: 100, cursor: pageParam } },
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
    queryFn: async ({ signal }) => {
      const { data, error, response } = await api.GET(
        '/api/v1/portfolios/{id}/transactions/{transactionId}',
        {
          params: { path: { id, transactionId } },
          signal,
        },
      );
      if (!data) throw new Problem(response.status, error, response.headers.get('Retry-After'));
      return { transaction: data, etag: response.headers.get('ETag') };
    },
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
  return useMutation({
    mutationFn: ({ body, once }: { body: TransactionRequest; once: string }) =>
      unwrap(
        api.POST('/api/v1/portfolios/{id}/transactions', {
          params: { path: { id } },
          body,
          headers: { 'Idempotency-Key': once },
        }),
      ),
    onSuccess: changed,
  });
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
