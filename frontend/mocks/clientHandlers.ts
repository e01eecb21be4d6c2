import { http, HttpResponse } from 'msw';
import type { Client, ClientGrant, ClientPosition, ClientRequest, MarginState, Member } from '@/api/types';
import { type World } from './handlers';
import { problem } from './problem';

const position = (
  symbol: string,
  number: number,
  quantity: string,
  averageCost?: string,
): ClientPosition => ({
  number,
  symbol,
  quantity,
  currency: 'USD',
  ...(averageCost ? { averageCost } : {}),
  price: '100.00',
  priceCurrency: 'USD',
  marketValue: (Number(quantity) * 100).toFixed(2),
  stale: false,
  simulated: true,
});

/** Who belongs to the mocked organisation. */
export const members: Member[] = [
  {
    id: '0198a000-0000-7000-8000-000000000005',
    name: 'Adele Brandt',
    email: 'adele@example.org',
    roles: ['ADVISER'],
    seesAllClients: true,
  },
  {
    id: '0198a000-0000-7000-8000-000000000006',
    name: 'Cleo Marsh',
    email: 'cleo@example.org',
    roles: ['VIEWER'],
    seesAllClients: false,
  },
  {
    id: '0198a000-0000-7000-8000-000000000007',
    name: 'Dario Costa',
    email: 'dario@example.org',
    roles: ['VIEWER'],
    seesAllClients: false,
  },
];

const shows = (show: string | null, of: MarginState) =>
  show === 'CALL' ? of === 'CALL' : show !== 'ATTENTION' || of !== 'OK';

/** What the mocked service sorts by; names alone decide where it is none of these. */
function figure(sort: string | null, margin: Client['margin']): number {
  if (sort === 'VALUE') return Number(margin?.portfolioValue);
  if (sort === 'LOAN') return Number(margin?.loanAmount);
  if (sort === 'EQUITY') return Number(margin?.netEquity);
  if (sort === 'UTILIZATION') return margin?.utilization ?? 0;
  if (sort === 'DISTANCE') return margin?.distanceToCall ?? 1;
  return 0;
}

/** The adviser's clients of the mocked platform; all hold the same at first. */
export function clientHandlers(state: World) {
  const at = '*/api/v1/clients';
  const find = (id: unknown) => state.clients.find((client) => client.id === id);
  const version = (id: unknown) => `"${state.versions.get(String(id)) ?? 1}"`;
  let positions = [position('ORBX', 1, '200', '80.00')];
  let grants: ClientGrant[] = [];
  return [
    http.get(at, ({ request }) => {
      const asked = new URL(request.url).searchParams;
      const words = (asked.get('q') ?? '').toLowerCase();
      const [limit, from] = [Number(asked.get('limit') ?? 50), Number(asked.get('cursor') ?? 0)];
      const direction = asked.get('order') === 'FALLING' ? -1 : 1;
      const all = state.clients
        .map((client) => ({ ...client, margin: client.margin ?? state.margin }))
        .filter(
          ({ name, margin }) => name.toLowerCase().includes(words) && shows(asked.get('show'), margin.state),
        )
        .toSorted(
          (a, b) =>
            direction * (figure(asked.get('sort'), a.margin) - figure(asked.get('sort'), b.margin)) ||
            (asked.get('sort') === 'NAME' ? direction : 1) * a.name.localeCompare(b.name),
        );
      const size = Math.min(limit, state.clientsPerPage);
      return HttpResponse.json({
        items: all.slice(from, from + size),
        ...(from + size < all.length ? { nextCursor: String(from + size) } : {}),
      });
    }),
    http.post(at, async ({ request }) => {
      const body = (await request.json()) as ClientRequest;
      const now = new Date().toISOString();
      const made = {
        currency: 'USD',
        ...body,
        id: crypto.randomUUID(),
        number: state.clients.length + 1,
        portfolioId: crypto.randomUUID(),
        createdAt: now,
        updatedAt: now,
      };
      state.clients = [...state.clients, made];
      return HttpResponse.json(made, { status: 201, headers: { ETag: '"1"' } });
    }),
    http.get(`${at}/:clientId`, ({ params }) => {
      const client = find(params.clientId);
      return client
        ? HttpResponse.json(client, { headers: { ETag: version(client.id) } })
        : problem(404, { title: 'Not found', detail: 'There is no such client.' });
    }),
    http.put(`${at}/:clientId`, async ({ params, request }) => {
      const body = (await request.json()) as ClientRequest;
      if (request.headers.get('If-Match') !== version(params.clientId))
        return problem(412, {
          title: 'Changed meanwhile',
          detail: 'Somebody changed it after you opened it.',
        });
      state.clients = state.clients.map((it) =>
        it.id === params.clientId ? { ...it, loan: undefined, notes: undefined, ...body } : it,
      );
      return HttpResponse.json(find(params.clientId));
    }),
    http.delete(`${at}/:clientId`, ({ params }) => {
      state.clients = state.clients.filter(({ id }) => id !== params.clientId);
      return new HttpResponse(null, { status: 204 });
    }),
    http.get(`${at}/:clientId/positions`, () => HttpResponse.json({ items: positions })),
    http.post(`${at}/:clientId/positions`, async ({ request }) => {
      const body = (await request.json()) as { symbol: string; quantity: string; averageCost?: string };
      if (body.symbol === 'NONE')
        return problem(422, {
          title: 'Unprocessable',
          errors: [{ field: 'symbol', message: 'no instrument has this symbol' }],
        });
      const made = position(body.symbol, positions.length + 1, body.quantity, body.averageCost);
      positions = [...positions, made];
      return HttpResponse.json(made, { status: 201 });
    }),
    http.put(`${at}/:clientId/positions/:number`, async ({ params, request }) => {
      const body = (await request.json()) as { quantity: string; averageCost?: string };
      positions = positions.map((it) =>
        it.number === Number(params.number)
          ? position(it.symbol, it.number, body.quantity, body.averageCost)
          : it,
      );
      return HttpResponse.json(positions.find(({ number }) => number === Number(params.number)));
    }),
    http.delete(`${at}/:clientId/positions/:number`, ({ params }) => {
      positions = positions.filter(({ number }) => number !== Number(params.number));
      return new HttpResponse(null, { status: 204 });
    }),
    http.get(`${at}/:clientId/grants`, () => HttpResponse.json({ items: grants })),
    http.put(`${at}/:clientId/grants/:userId`, async ({ params, request }) => {
      const { scope } = (await request.json()) as Pick<ClientGrant, 'scope'>;
      const grant = {
        userId: String(params.userId),
        userName: members.find(({ id }) => id === params.userId)?.name ?? 'Somebody',
        scope,
        grantedAt: '2026-11-20T20:00:00Z',
      };
      grants = [...grants.filter(({ userId }) => userId !== params.userId), grant];
      return HttpResponse.json(grant);
    }),
    http.delete(`${at}/:clientId/grants/:userId`, ({ params }) => {
      grants = grants.filter(({ userId }) => userId !== params.userId);
      return new HttpResponse(null, { status: 204 });
    }),
    http.get('*/api/v1/members', ({ request }) => {
      const words = (new URL(request.url).searchParams.get('q') ?? '').toLowerCase();
      return HttpResponse.json({
        items: members.filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(words)),
      });
    }),
    http.get(`${at}/:clientId/events`, () =>
      HttpResponse.json({
        items: [
          {
            id: '0198a000-0000-7000-8000-000000000801',
            at: '2026-11-20T20:00:00Z',
            kind: 'CREATED',
            userName: 'Guest',
          },
        ],
      }),
    ),
  ];
}
