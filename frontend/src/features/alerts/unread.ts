import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';

// apart from the rest of the feature, for every page asks it
export const alertsKey = ['alerts'] as const;
export const rulesKey = ['alert-rules'] as const;
export const unreadKey = [...alertsKey, 'unread'] as const;

/** How many have not been read; the stream of events keeps it. */
export const unreadQuery = queryOptions({
  queryKey: unreadKey,
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/alerts/unread-count', { signal }))).unread,
  staleTime: 60_000,
});
