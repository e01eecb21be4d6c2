import { queryOptions } from '@tanstack/react-query';
import { send } from '@/api/client';
import { Problem } from '@/api/problem';

export type ServiceState = 'UP' | 'DOWN';
/** The gateway's own look at its services; it is not part of a published contract. */
export type PlatformStatus = { checkedAt: string; services: { name: string; state: ServiceState }[] };

export const statusQuery = queryOptions({
  queryKey: ['status'],
  queryFn: async ({ signal }): Promise<PlatformStatus> => {
    const response = await send(new Request(new URL('/status/services', location.origin), { signal }));
    if (!response.ok) throw new Problem(response.status, undefined);
    return (await response.json()) as PlatformStatus;
  },
  refetchInterval: 5_000,
  staleTime: 0,
});
