import { http, HttpResponse } from 'msw';
import type { SignIn } from '@/features/settings/signIns';
import { me } from './fixtures';
import type { World } from './handlers';
import { problem } from './problem';

export const here: SignIn = {
  id: '11111111111111111111111111111111',
  browser: 'Firefox',
  system: 'Windows',
  address: '203.0.113.*',
  signedInAt: '2026-11-20T09:00:00Z',
  lastSeenAt: '2026-11-20T12:00:00Z',
  current: true,
};
export const phone: SignIn = {
  id: '22222222222222222222222222222222',
  browser: 'Safari',
  system: 'iPhone',
  address: '2001:db8:85a3:*',
  signedInAt: '2026-11-19T18:30:00Z',
  lastSeenAt: '2026-11-20T11:00:00Z',
  current: false,
};
/** Of before the gateway looked at what browsers say they are. */
export const unknown: SignIn = {
  id: '33333333333333333333333333333333',
  signedInAt: '2026-11-18T07:15:00Z',
  lastSeenAt: '2026-11-18T07:20:00Z',
  current: false,
};

/** The gateway's sessions, and the end of the account they belong to. */
export function signInHandlers(state: World) {
  return [
    http.get('*/api/v1/me/sessions', () => HttpResponse.json({ items: state.signIns })),
    http.delete('*/api/v1/me/sessions', () => {
      state.signIns = state.signIns.filter(({ current }) => current);
      return new HttpResponse(null, { status: 204 });
    }),
    http.delete('*/api/v1/me/sessions/:id', ({ params }) => {
      if (!state.signIns.some(({ id }) => id === params.id))
        return problem(404, { title: 'Not found', detail: 'There is no such session.' });
      state.signIns = state.signIns.filter(({ id }) => id !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
    http.delete('*/api/v1/me', async ({ request }) => {
      const { confirmation } = (await request.json()) as { confirmation: string };
      if (confirmation.toLowerCase() !== me.user.name.toLowerCase())
        return problem(422, {
          title: 'Cannot be processed',
          errors: [{ field: 'confirmation', message: 'This is not the name of your account.' }],
        });
      state.signedIn = false;
      return new HttpResponse(null, { status: 202 });
    }),
  ];
}
