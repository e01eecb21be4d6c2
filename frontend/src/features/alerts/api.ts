import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, tagged, unwrap } from '@/api/client';
import { useCreation } from '@/api/creation';
import type { AlertChannelsRequest, AlertRuleRequest } from '@/api/types';
import { alertsKey, rulesKey } from './unread';

const channelsKey = ['alert-channels'] as const;
const webhooksKey = [...channelsKey, 'webhooks'] as const;

/** What was raised, the newest first; only what nobody has read yet where that is asked. */
export const alertsQuery = (unread: boolean) =>
  infiniteQueryOptions({
    queryKey: [...alertsKey, 'list', { unread }],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/v1/alerts', {
          params: { query: { unread: unread || undefined, limit: 50, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor,
  });

/** One alert with every attempt to deliver it. */
export const alertQuery = (id: string) =>
  queryOptions({
    queryKey: [...alertsKey, id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/alerts/{id}', { params: { path: { id } }, signal })),
  });

function useChangesAlerts() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: alertsKey });
}

export function useReadAlert() {
  const changed = useChangesAlerts();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.POST('/api/v1/alerts/{id}/read', { params: { path: { id } } })),
    onSuccess: changed,
  });
}

/** Reads all that were raised up to the newest one on the screen; what comes meanwhile stays unread. */
export function useReadAlerts() {
  const changed = useChangesAlerts();
  return useMutation({
    mutationFn: (before: string) => unwrap(api.POST('/api/v1/alerts/read', { body: { before } })),
    onSuccess: changed,
  });
}

export function useRetryDelivery(id: string) {
  const changed = useChangesAlerts();
  return useMutation({
    mutationFn: (deliveryId: string) =>
      unwrap(
        api.POST('/api/v1/alerts/{id}/deliveries/{deliveryId}/retry', {
          params: { path: { id, deliveryId } },
        }),
      ),
    onSuccess: changed,
  });
}

export const rulesQuery = infiniteQueryOptions({
  queryKey: [...rulesKey, 'list'],
  queryFn: ({ pageParam, signal }) =>
    unwrap(api.GET('/api/v1/alert-rules', { params: { query: { limit: 100, cursor: pageParam } }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last) => last.nextCursor,
});

/** One rule as it is now, with the version that a change of it must name. */
export const ruleQuery = (id: string) =>
  queryOptions({
    queryKey: [...rulesKey, id],
    queryFn: ({ signal }) =>
      tagged(api.GET('/api/v1/alert-rules/{id}', { params: { path: { id } }, signal })),
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });

function useChangesRules() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: rulesKey });
}

export function useAddRule() {
  const changed = useChangesRules();
  return useCreation(
    (body: AlertRuleRequest, headers) => unwrap(api.POST('/api/v1/alert-rules', { body, headers })),
    changed,
  );
}

export function useChangeRule() {
  const changed = useChangesRules();
  return useMutation({
    mutationFn: ({ id, body, etag }: { id: string; body: AlertRuleRequest; etag?: string | null }) =>
      unwrap(
        api.PUT('/api/v1/alert-rules/{id}', {
          params: { path: { id }, header: etag ? { 'If-Match': etag } : {} },
          body,
        }),
      ),
    onSuccess: changed,
  });
}

export function useDeleteRule() {
  const changed = useChangesRules();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/alert-rules/{id}', { params: { path: { id } } })),
    onSuccess: changed,
  });
}

/** Where one's alerts go, with the version that a change of it must name. */
export const channelsQuery = queryOptions({
  queryKey: channelsKey,
  queryFn: ({ signal }) => tagged(api.GET('/api/v1/alert-channels', { signal })),
});

export const webhooksQuery = queryOptions({
  queryKey: webhooksKey,
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/alert-channels/webhooks', { signal }))).items,
});

function useChangesChannels() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: channelsKey });
}

export function useChangeChannels() {
  const changed = useChangesChannels();
  return useMutation({
    mutationFn: ({ body, etag }: { body: AlertChannelsRequest; etag: string | null }) =>
      unwrap(
        api.PUT('/api/v1/alert-channels', {
          params: { header: etag ? { 'If-Match': etag } : {} },
          body,
        }),
      ),
    onSettled: changed,
  });
}

export function useEmail() {
  const changed = useChangesChannels();
  const onSuccess = changed;
  return {
    setAddress: useMutation({
      mutationFn: (address: string) =>
        unwrap(api.POST('/api/v1/alert-channels/email/address', { body: { address } })),
      onSuccess,
    }),
    verify: useMutation({
      mutationFn: (code: string) =>
        unwrap(api.POST('/api/v1/alert-channels/email/verification', { body: { code } })),
      onSuccess,
    }),
    reset: useMutation({
      mutationFn: () => unwrap(api.DELETE('/api/v1/alert-channels/email/address')),
      onSuccess,
    }),
    test: useMutation({ mutationFn: () => unwrap(api.POST('/api/v1/alert-channels/email/test')) }),
  };
}

type WebhookRequest = { url: string; description?: string; enabled?: boolean; observesQuietHours?: boolean };

export function useAddWebhook() {
  const changed = useChangesChannels();
  return useCreation(
    (body: WebhookRequest, headers) => unwrap(api.POST('/api/v1/alert-channels/webhooks', { body, headers })),
    changed,
  );
}

export function useWebhook(id: string) {
  const onSuccess = useChangesChannels();
  const params = { path: { id } };
  return {
    change: useMutation({
      mutationFn: (body: WebhookRequest) =>
        unwrap(api.PUT('/api/v1/alert-channels/webhooks/{id}', { params, body })),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: () => unwrap(api.DELETE('/api/v1/alert-channels/webhooks/{id}', { params })),
      onSuccess,
    }),
    renew: useMutation({
      mutationFn: () => unwrap(api.POST('/api/v1/alert-channels/webhooks/{id}/secret', { params })),
    }),
    test: useMutation({
      mutationFn: () => unwrap(api.POST('/api/v1/alert-channels/webhooks/{id}/test', { params })),
      onSuccess,
    }),
  };
}
