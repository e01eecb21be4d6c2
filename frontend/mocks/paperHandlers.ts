import { http, HttpResponse } from 'msw';
import type { OrderRequest } from '@/api/types';
import { type World } from './handlers';
import { executions, orderEvents, orders, paperAccount, paperPortfolio } from './paperFixtures';
import { problem } from './problem';

/** Paper trading of the mocked platform: the account never moves, orders come, change and go. */
export function paperHandlers(state: World) {
  const at = '*/api/v1/paper/portfolios';
  const open = (it: { state: string }) => ['NEW', 'ACCEPTED', 'PARTIALLY_FILLED'].includes(it.state);
  const order = (id: unknown) => state.orders.find((it) => it.id === id);
  const version = (id: unknown) => `"${state.versions.get(String(id)) ?? 1}"`;
  return [
    http.get(at, () => HttpResponse.json({ items: state.portfolios.filter(({ paper }) => paper) })),
    http.post(at, async ({ request }) => {
      const { name } = (await request.json()) as { name?: string };
      const made = { ...paperPortfolio, ...(name ? { name } : {}) };
      state.portfolios = [...state.portfolios, made];
      return HttpResponse.json(made, { status: 201 });
    }),
    http.get(`${at}/:id/account`, () => HttpResponse.json(paperAccount)),
    http.get(`${at}/:id/orders`, ({ request }) => {
      const states = new URL(request.url).searchParams.getAll('state');
      return HttpResponse.json({
        items: state.orders.filter((it) => states.length === 0 || states.includes(it.state)),
      });
    }),
    http.post(`${at}/:id/orders`, async ({ request }) => {
      const body = (await request.json()) as OrderRequest;
      if (body.symbol === 'NONE')
        return problem(422, {
          title: 'Unprocessable',
          errors: [{ field: 'symbol', message: 'no instrument has this symbol' }],
        });
      const refused = Number(body.quantity) > 5000;
      const now = new Date().toISOString();
      const made = {
        ...orders[0],
        limitPrice: undefined,
        ...body,
        id: crypto.randomUUID(),
        state: refused ? ('REJECTED' as const) : ('ACCEPTED' as const),
        ...(refused
          ? { reason: { code: 'INSUFFICIENT_BUYING_POWER', message: 'There is not enough buying power.' } }
          : {}),
        remainingQuantity: body.quantity,
        createdAt: now,
        updatedAt: now,
      };
      state.orders = [made as (typeof orders)[number], ...state.orders];
      return HttpResponse.json(made, { status: 201 });
    }),
    http.get(`${at}/:id/orders/:orderId`, ({ params }) =>
      HttpResponse.json(order(params.orderId), { headers: { ETag: version(params.orderId) } }),
    ),
    http.put(`${at}/:id/orders/:orderId`, async ({ params, request }) => {
      const body = (await request.json()) as object;
      if (request.headers.get('If-Match') !== version(params.orderId))
        return problem(412, { title: 'Changed meanwhile', detail: 'The order has moved since.' });
      state.orders = state.orders.map((it) => (it.id === params.orderId ? { ...it, ...body } : it));
      return HttpResponse.json(order(params.orderId));
    }),
    http.delete(`${at}/:id/orders/:orderId`, ({ params }) => {
      const it = order(params.orderId);
      if (it && !open(it)) return problem(409, { title: 'Conflict', detail: 'The order is over.' });
      state.orders = state.orders.map((one) =>
        one.id === params.orderId ? { ...one, state: 'CANCELLED' } : one,
      );
      return HttpResponse.json(order(params.orderId));
    }),
    http.get(`${at}/:id/orders/:orderId/events`, () => HttpResponse.json({ items: orderEvents })),
    http.get(`${at}/:id/executions`, () => HttpResponse.json({ items: executions })),
  ];
}
