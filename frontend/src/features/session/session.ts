import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { expectInside } from '@/api/ahead';
import { api, csrfToken, send, unwrap } from '@/api/client';
import { Problem } from '@/api/problem';
import type { Preferences } from '@/api/types';

/** Asked before anything else, so that the page makes no request that must fail. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<{ signedIn: boolean }> => {
    const response = await send(new Request(new URL('/session', location.origin), { signal }));
    if (!response.ok) throw new Problem(response.status, undefined);
    const session = (await response.json()) as { signedIn: boolean };
    expectInside(session.signedIn);
    return session;
  },
  staleTime: 60_000,
  // a page that was opened without a network goes on by itself, even where the browser believes that it has one
  refetchInterval: ({ state }) =>
    state.data === undefined && state.error instanceof Problem && state.error.status === 0 ? 5000 : false,
  // who has signed in again in another window comes back to this one
  refetchOnWindowFocus: ({ state }) => (state.data?.signedIn === false ? 'always' : true),
});

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/me', { signal })),
  staleTime: 300_000,
});

export const useSession = () => useQuery(sessionQuery);
export const useMe = () => useQuery(meQuery);

export function useSavePreferences() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: Partial<Preferences>) =>
      unwrap(api.PATCH('/api/v1/me/preferences', { body: change })),
    onSuccess: async () => {
      // an answer that set out before the change must not arrive after it
      await client.cancelQueries({ queryKey: ['me'] });
      await client.invalidateQueries({ queryKey: ['me'] });
    },
  });
}

export const SIGN_IN = '/oauth2/authorization/riskwatch';
export const START_DEMO = '/oauth2/authorization/riskwatch?demo';
export const SIGN_OUT = '/logout';

/** Fills in the gateway's token at the moment a form leaves: the cookie may be younger than the page. */
export function withCsrf(event: { currentTarget: HTMLFormElement }) {
  const field = event.currentTarget.elements.namedItem('_csrf');
  if (field instanceof HTMLInputElement) field.value = csrfToken();
}
