import { queryOptions } from '@tanstack/react-query';
import { send, unwrap } from '@/api/client';

/** A browser somebody is signed in with. Only the gateway knows of it, which publishes no contract. */
export type SignIn = {
  id: string;
  browser?: string | null;
  system?: string | null;
  address?: string | null;
  signedInAt: string;
  lastSeenAt: string;
  current: boolean;
};

const SESSIONS = '/api/v1/me/sessions';

async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await send(new Request(new URL(path, location.origin), init));
  const text = await response.text();
  const said: unknown = text === '' ? undefined : JSON.parse(text);
  return unwrap<T>(Promise.resolve({ response, data: said as T, error: said }));
}

export const signInsQuery = queryOptions({
  queryKey: ['sign-ins'],
  queryFn: async ({ signal }) => (await ask<{ items: SignIn[] }>(SESSIONS, { signal })).items,
});

export const signOutOf = (id: string) =>
  ask<undefined>(`${SESSIONS}/${encodeURIComponent(id)}`, { method: 'DELETE' });

export const signOutElsewhere = () => ask<undefined>(SESSIONS, { method: 'DELETE' });
