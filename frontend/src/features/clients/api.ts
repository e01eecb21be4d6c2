import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, tagged, unwrap } from '@/api/client';
import { useCreation } from '@/api/creation';
import type { ClientRequest, paths } from '@/api/types';

type Wanted = Pick<
  NonNullable<paths['/api/v1/clients']['get']['parameters']['query']>,
  'sort' | 'order' | 'show'
>;

/** The clients one may see, narrowed by words of the name or the number; the service sorts and filters all of them. */
export const clientsQuery = (words = '', wanted: Wanted = {}) =>
  infiniteQueryOptions({
    queryKey: ['clients', 'list', words, wanted],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/v1/clients', {
          params: { query: { q: words || undefined, ...wanted, limit: 100, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor,
    // between, the figures are streamed
    refetchInterval: 60_000,
  });

const key = (clientId: string) => ['clients', clientId] as const;

/** One client as it is now, with the version that a change of it must name. */
export const clientQuery = (clientId: string) =>
  queryOptions({
    queryKey: key(clientId),
    queryFn: ({ signal }) =>
      tagged(api.GET('/api/v1/clients/{clientId}', { params: { path: { clientId } }, signal })),
  });

export const positionsQuery = (clientId: string) =>
  infiniteQueryOptions({
    queryKey: [...key(clientId), 'positions'],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/v1/clients/{clientId}/positions', {
          params: { path: { clientId }, query: { limit: 100, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor,
  });

export const grantsQuery = (clientId: string) =>
  queryOptions({
    queryKey: [...key(clientId), 'grants'],
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET('/api/v1/clients/{clientId}/grants', { params: { path: { clientId } }, signal })))
        .items,
    retry: false,
  });

/** Who belongs to the organisation, narrowed by words of the name or the address; the first of them by name. */
export const membersQuery = (words: string) =>
  queryOptions({
    queryKey: ['members', words],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/members', { params: { query: { q: words || undefined, limit: 20 } }, signal })),
    retry: false,
  });

/** Who read or changed the client, the newest first. */
export const clientEventsQuery = (clientId: string) =>
  infiniteQueryOptions({
    queryKey: [...key(clientId), 'events'],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/v1/clients/{clientId}/events', {
          params: { path: { clientId }, query: { limit: 20, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor,
  });

/** A client's change changes what its account is worth, too. */
function useChangesClients() {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['clients'] }),
      client.invalidateQueries({ queryKey: ['portfolio'] }),
    ]);
}

export function useAddClient() {
  const changed = useChangesClients();
  return useCreation(
    (body: ClientRequest, headers) => unwrap(api.POST('/api/v1/clients', { body, headers })),
    changed,
  );
}

export function useChangeClient(clientId: string) {
  const changed = useChangesClients();
  return useMutation({
    mutationFn: ({ body, etag }: { body: ClientRequest; etag: string | null }) =>
      unwrap(
        api.PUT('/api/v1/clients/{clientId}', {
          params: { path: { clientId }, header: etag ? { 'If-Match': etag } : {} },
          body,
        }),
      ),
    onSuccess: changed,
  });
}

export function useDeleteClient() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (clientId: string) =>
      unwrap(api.DELETE('/api/v1/clients/{clientId}', { params: { path: { clientId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['clients', 'list'] }),
  });
}

type NewPosition = { symbol: string; quantity: string; averageCost?: string };

export function useAddPosition(clientId: string) {
  const changed = useChangesClients();
  return useCreation(
    (body: NewPosition, headers) =>
      unwrap(
        api.POST('/api/v1/clients/{clientId}/positions', { params: { path: { clientId } }, body, headers }),
      ),
    changed,
  );
}

export function useChangePosition(clientId: string, number: number) {
  const changed = useChangesClients();
  return useMutation({
    mutationFn: (body: { quantity: string; averageCost?: string }) =>
      unwrap(
        api.PUT('/api/v1/clients/{clientId}/positions/{number}', {
          params: { path: { clientId, number } },
          body,
        }),
      ),
    onSuccess: changed,
  });
}

export function useRemovePosition(clientId: string) {
  const changed = useChangesClients();
  return useMutation({
    mutationFn: (number: number) =>
      unwrap(
        api.DELETE('/api/v1/clients/{clientId}/positions/{number}', {
          params: { path: { clientId, number } },
        }),
      ),
    onSuccess: changed,
  });
}

type Scope = 'READ' | 'COMMENT' | 'TRADE';

export function useGrant(clientId: string) {
  const changed = useChangesClients();
  return useMutation({
    mutationFn: ({ userId, scope }: { userId: string; scope: Scope }) =>
      unwrap(
        api.PUT('/api/v1/clients/{clientId}/grants/{userId}', {
          params: { path: { clientId, userId } },
          body: { scope },
        }),
      ),
    onSuccess: changed,
  });
}

export function useRevoke(clientId: string) {
  const changed = useChangesClients();
  return useMutation({
    mutationFn: (userId: string) =>
      unwrap(
        api.DELETE('/api/v1/clients/{clientId}/grants/{userId}', { params: { path: { clientId, userId } } }),
      ),
    onSuccess: changed,
  });
}
