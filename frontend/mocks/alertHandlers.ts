import { http, HttpResponse } from 'msw';
import type { AlertChannelsRequest, AlertRuleRequest } from '@/api/types';
import { type World } from './handlers';
import { problem } from './problem';

/** Rules, alerts and channels of the mocked platform. */
export function alertHandlers(state: World) {
  const unread = () => state.alerts.filter(({ readAt }) => !readAt).length;
  const rule = (id: unknown) => state.rules.find((it) => it.id === id);
  const version = (id: unknown) => `"${state.versions.get(String(id)) ?? 1}"`;
  const hooks = '*/api/v1/alert-channels/webhooks';
  return [
    http.get('*/api/v1/alerts/unread-count', () => HttpResponse.json({ unread: unread() })),
    http.get('*/api/v1/alerts', ({ request }) => {
      const only = new URL(request.url).searchParams.get('unread') === 'true';
      return HttpResponse.json({
        items: state.alerts.filter(({ readAt }) => !only || !readAt),
        unread: unread(),
      });
    }),
    http.get('*/api/v1/alerts/:id', ({ params }) =>
      HttpResponse.json(state.alerts.find(({ id }) => id === params.id)),
    ),
    http.post('*/api/v1/alerts/read', () => {
      state.alerts = state.alerts.map((it) => ({ ...it, readAt: it.readAt ?? '2026-11-20T20:50:00Z' }));
      return HttpResponse.json({ unread: 0 });
    }),
    http.post('*/api/v1/alerts/:id/read', ({ params }) => {
      state.alerts = state.alerts.map((it) =>
        it.id === params.id ? { ...it, readAt: '2026-11-20T20:50:00Z' } : it,
      );
      return new HttpResponse(null, { status: 204 });
    }),
    http.post('*/api/v1/alerts/:id/deliveries/:deliveryId/retry', ({ params }) => {
      state.alerts = state.alerts.map((it) => ({
        ...it,
        deliveries: it.deliveries.map((delivery) =>
          delivery.id === params.deliveryId
            ? { ...delivery, status: 'PENDING', lastError: undefined }
            : delivery,
        ),
      }));
      return HttpResponse.json(state.alerts.find(({ id }) => id === params.id));
    }),
    http.get('*/api/v1/alert-rules', () => HttpResponse.json({ items: state.rules })),
    http.post('*/api/v1/alert-rules', async ({ request }) => {
      const body = (await request.json()) as AlertRuleRequest;
      if (body.symbol === 'NONE')
        return problem(422, {
          title: 'Unprocessable',
          errors: [{ field: 'symbol', message: 'no instrument has this symbol' }],
        });
      const now = new Date().toISOString();
      const made = {
        urgent: false,
        enabled: true,
        ...body,
        id: crypto.randomUUID(),
        state: 'ARMED' as const,
        stateSince: now,
        sentence: `A rule about ${body.symbol ?? 'a portfolio'}.`,
        firings: 0,
        createdAt: now,
        updatedAt: now,
      };
      state.rules.unshift(made);
      return HttpResponse.json(made, { status: 201 });
    }),
    http.get('*/api/v1/alert-rules/:id', ({ params }) =>
      HttpResponse.json(rule(params.id), { headers: { ETag: version(params.id) } }),
    ),
    http.put('*/api/v1/alert-rules/:id', async ({ params, request }) => {
      const body = (await request.json()) as AlertRuleRequest;
      const expected = request.headers.get('If-Match');
      if (expected && expected !== version(params.id))
        return problem(412, {
          title: 'Changed meanwhile',
          detail: 'Somebody changed it after you opened it.',
        });
      state.rules = state.rules.map((it) => (it.id === params.id ? { ...it, ...body } : it));
      return HttpResponse.json(rule(params.id));
    }),
    http.delete('*/api/v1/alert-rules/:id', ({ params }) => {
      state.rules = state.rules.filter(({ id }) => id !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
    http.get('*/api/v1/alert-channels', () =>
      HttpResponse.json(state.channels, { headers: { ETag: version('channels') } }),
    ),
    http.put('*/api/v1/alert-channels', async ({ request }) => {
      const body = (await request.json()) as AlertChannelsRequest;
      state.channels = {
        ...state.channels,
        email: { ...state.channels.email, enabled: body.emailEnabled },
        quietHours: body.quietHours && { urgentPasses: true, ...body.quietHours },
      };
      return HttpResponse.json(state.channels);
    }),
    http.post('*/api/v1/alert-channels/email/address', async ({ request }) => {
      const { address } = (await request.json()) as { address: string };
      state.channels = { ...state.channels, email: { ...state.channels.email, pendingAddress: address } };
      return new HttpResponse(null, { status: 202 });
    }),
    http.post('*/api/v1/alert-channels/email/verification', async ({ request }) => {
      const { code } = (await request.json()) as { code: string };
      if (code !== '123456')
        return problem(422, {
          title: 'Unprocessable',
          errors: [{ field: 'code', message: 'is not the code' }],
        });
      const { pendingAddress, ...email } = state.channels.email;
      state.channels = { ...state.channels, email: { ...email, address: pendingAddress, ofAccount: false } };
      return HttpResponse.json(state.channels);
    }),
    http.delete('*/api/v1/alert-channels/email/address', () => {
      state.channels = { ...state.channels, email: { ...state.channels.email, pendingAddress: undefined } };
      return new HttpResponse(null, { status: 204 });
    }),
    http.post('*/api/v1/alert-channels/email/test', () =>
      HttpResponse.json({ deliveryId: crypto.randomUUID() }, { status: 202 }),
    ),
    http.get(hooks, () => HttpResponse.json({ items: state.webhooks })),
    http.post(hooks, async ({ request }) => {
      const body = (await request.json()) as { url: string; description?: string };
      if (!body.url.startsWith('https://'))
        return problem(422, {
          title: 'Unprocessable',
          errors: [{ field: 'url', message: 'must begin with https://' }],
        });
      const made = {
        observesQuietHours: true,
        ...body,
        id: crypto.randomUUID(),
        enabled: true,
        failuresInARow: 0,
        createdAt: new Date().toISOString(),
      };
      state.webhooks.push(made);
      return HttpResponse.json({ webhook: made, secret: 'whsec_example-shown-only-once' }, { status: 201 });
    }),
    http.put(`${hooks}/:id`, async ({ params, request }) => {
      const body = (await request.json()) as object;
      state.webhooks = state.webhooks.map((it) => (it.id === params.id ? { ...it, ...body } : it));
      return HttpResponse.json(state.webhooks.find(({ id }) => id === params.id));
    }),
    http.delete(`${hooks}/:id`, ({ params }) => {
      state.webhooks = state.webhooks.filter(({ id }) => id !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
    http.post(`${hooks}/:id/secret`, () => HttpResponse.json({ secret: 'whsec_renewed' })),
    http.post(`${hooks}/:id/test`, () =>
      HttpResponse.json(
        { id: crypto.randomUUID(), channel: 'WEBHOOK', status: 'PENDING', attempts: 0 },
        { status: 202 },
      ),
    ),
  ];
}
