import { http, HttpResponse } from 'msw';
import type { AccountRequest } from '@/api/types';
import { type World } from './handlers';
import { problem } from './problem';

/** The accounts of the mocked portfolio: names are unique, the standard one stays, and one with transactions is not closed. */
export function accountHandlers(state: World) {
  const at = '*/api/v1/portfolios/:id/accounts';
  const version = (id: unknown) => `"${state.versions.get(String(id)) ?? 1}"`;
  const taken = ({ name }: AccountRequest, id?: unknown) =>
    state.accounts.some((it) => it.id !== id && it.name.toLowerCase() === name.toLowerCase());
  const refusedName = () =>
    problem(422, {
      title: 'Unprocessable',
      errors: [{ field: 'name', message: 'there is an account of this name already' }],
    });
  return [
    http.get(at, () => HttpResponse.json({ items: state.accounts })),
    http.post(at, async ({ request }) => {
      const body = (await request.json()) as AccountRequest;
      if (taken(body)) return refusedName();
      const now = new Date().toISOString();
      const account = {
        shortsAllowed: false,
        ...body,
        id: crypto.randomUUID(),
        standard: false,
        createdAt: now,
        updatedAt: now,
      };
      state.accounts.push(account);
      return HttpResponse.json(account, { status: 201, headers: { ETag: '"1"' } });
    }),
    http.get(`${at}/:accountId`, ({ params }) => {
      const account = state.accounts.find(({ id }) => id === params.accountId);
      return account
        ? HttpResponse.json(account, { headers: { ETag: version(account.id) } })
        : problem(404, { title: 'Not found' });
    }),
    http.put(`${at}/:accountId`, async ({ params, request }) => {
      const body = (await request.json()) as AccountRequest;
      if (request.headers.get('If-Match') !== version(params.accountId))
        return problem(412, {
          title: 'Changed meanwhile',
          detail: 'Somebody changed it after you opened it.',
        });
      if (taken(body, params.accountId)) return refusedName();
      state.accounts = state.accounts.map((it) => (it.id === params.accountId ? { ...it, ...body } : it));
      return HttpResponse.json(state.accounts.find(({ id }) => id === params.accountId));
    }),
    http.delete(`${at}/:accountId`, ({ params }) => {
      if (state.transactions.some((it) => [it.accountId, it.toAccountId].includes(String(params.accountId))))
        return problem(409, { title: 'Conflict', detail: 'The account has transactions.' });
      state.accounts = state.accounts.filter(({ id }) => id !== params.accountId);
      return new HttpResponse(null, { status: 204 });
    }),
  ];
}
