import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import type { RuleId } from '@/api/types';

const key = (portfolioId: string) => ['portfolio', portfolioId, 'recommendations'] as const;

/** What is worth a thought, the dismissed ones only when asked for. */
export const recommendationsQuery = (id: string, dismissed = false) =>
  queryOptions({
    queryKey: [...key(id), dismissed],
    queryFn: async ({ signal }) =>
      (
        await unwrap(
          api.GET('/api/v1/portfolios/{id}/recommendations', {
            params: { path: { id }, query: { dismissed } },
            signal,
          }),
        )
      ).items,
    enabled: id !== '',
  });

export const rulesQuery = queryOptions({
  queryKey: ['recommendation-rules'],
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/recommendation-rules', { signal }))).items,
});

export function useDismiss(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ recommendationId, reason }: { recommendationId: string; reason: string }) =>
      unwrap(
        api.POST('/api/v1/portfolios/{id}/recommendations/{recommendationId}/dismissals', {
          params: { path: { id, recommendationId } },
          body: { reason },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: key(id) }),
  });
}

export function useBringBack(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (recommendationId: string) =>
      unwrap(
        api.DELETE('/api/v1/portfolios/{id}/recommendations/{recommendationId}/dismissals', {
          params: { path: { id, recommendationId } },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: key(id) }),
  });
}

/** A threshold holds for the whole organisation, so every portfolio's list may be another one afterwards. */
export function useSetThreshold() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ rule, threshold }: { rule: RuleId; threshold: number | undefined }) =>
      threshold === undefined
        ? unwrap(api.DELETE('/api/v1/recommendation-rules/{rule}', { params: { path: { rule } } }))
        : unwrap(
            api.PUT('/api/v1/recommendation-rules/{rule}', {
              params: { path: { rule } },
              body: { threshold },
            }),
          ),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: rulesQuery.queryKey }),
        client.invalidateQueries({
          predicate: ({ queryKey }) => queryKey[0] === 'portfolio' && queryKey[2] === 'recommendations',
        }),
      ]),
  });
}
