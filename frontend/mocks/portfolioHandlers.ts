import { standardAccount } from './fixtures';
import { http, HttpResponse } from 'msw';
import type { TargetRequest, TransactionRequest } from '@/api/types';
import type { World } from './handlers';
import { gains, income, performance, performanceBeside } from './performanceFixtures';
import * as fixture from './portfolioFixtures';
import { problem } from './problem';

/** Target, recommendations, score and ledger of the mocked portfolio. */
export function portfolioHandlers(state: World) {
  const at = '*/api/v1/portfolios/:id';
  const version = (id: unknown) => `"${state.versions.get(String(id)) ?? 1}"`;
  const find = (id: unknown) => state.transactions.find((transaction) => transaction.id === id);
  return [
    http.get('*/api/v1/search', () => HttpResponse.json({ items: fixture.hits })),
    http.get(`${at}/performance`, ({ request }) => {
      const query = new URL(request.url).searchParams;
      state.asked.push({ kind: 'performance', parameters: Object.fromEntries(query) });
      const symbol = query.get('benchmark');
      return symbol === 'NOPE'
        ? problem(422, {
            title: 'Unprocessable',
            errors: [{ field: 'benchmark', message: "'NOPE' is not known; search for it" }],
          })
        : HttpResponse.json(symbol ? performanceBeside(symbol) : performance);
    }),
    http.get(`${at}/performance/gains`, () => HttpResponse.json(gains)),
    http.get(`${at}/income`, () => HttpResponse.json(income)),
    http.get(`${at}/allocation`, ({ request }) =>
      HttpResponse.json(fixture.allocation(new URL(request.url).searchParams.get('by') ?? 'class')),
    ),
    http.get(`${at}/allocation/target`, () =>
      state.target ? HttpResponse.json(state.target) : problem(404, { title: 'Not found' }),
    ),
    http.put(`${at}/allocation/target`, async ({ request }) => {
      const body = (await request.json()) as TargetRequest;
      state.target = {
        by: body.by,
        weights: Object.fromEntries(Object.entries(body.weights).map(([key, weight]) => [key, `${weight}`])),
      };
      return HttpResponse.json(state.target);
    }),
    http.delete(`${at}/allocation/target`, () => {
      state.target = undefined;
      return new HttpResponse(null, { status: 204 });
    }),
    http.get(`${at}/rebalancing`, () => HttpResponse.json(fixture.rebalancing)),
    http.get(`${at}/risk-score`, () => HttpResponse.json(fixture.riskScore)),
    http.post(`${at}/risk-score/simulations`, () =>
      HttpResponse.json({
        before: fixture.riskScore,
        after: { ...fixture.riskScore, score: 3, beforeCap: 3, volatility: 0.118 },
      }),
    ),
    http.get(`${at}/recommendations`, ({ request }) => {
      const dismissed = new URL(request.url).searchParams.get('dismissed') === 'true';
      return HttpResponse.json({
        items: fixture.recommendations
          .filter(({ id }) => state.dismissed.has(id) === dismissed)
          .map((it) => ({
            ...it,
            dismissal: dismissed
              ? { reason: state.dismissed.get(it.id), dismissedAt: '2026-11-20T20:07:00Z' }
              : undefined,
          })),
      });
    }),
    http.post(`${at}/recommendations/:recommendationId/dismissals`, async ({ params, request }) => {
      const { reason } = (await request.json()) as { reason: string };
      state.dismissed.set(String(params.recommendationId), reason);
      return new HttpResponse(null, { status: 201 });
    }),
    http.delete(`${at}/recommendations/:recommendationId/dismissals`, ({ params }) => {
      state.dismissed.delete(String(params.recommendationId));
      return new HttpResponse(null, { status: 204 });
    }),
    http.get('*/api/v1/recommendation-rules', () =>
      HttpResponse.json({
        items: fixture.rules.map((rule) => ({
          ...rule,
          threshold: state.thresholds.get(rule.rule) ?? rule.threshold,
        })),
      }),
    ),
    http.put('*/api/v1/recommendation-rules/:rule', async ({ params, request }) => {
      const { threshold } = (await request.json()) as { threshold: number };
      state.thresholds.set(String(params.rule), threshold);
      return HttpResponse.json({ ...fixture.rules[0], threshold });
    }),
    http.delete('*/api/v1/recommendation-rules/:rule', ({ params }) => {
      state.thresholds.delete(String(params.rule));
      return new HttpResponse(null, { status: 204 });
    }),
    http.get(`${at}/transactions`, ({ request }) => {
      const account = new URL(request.url).searchParams.get('accountId');
      return HttpResponse.json({
        items: state.transactions.filter(
          (it) => account === null || it.accountId === account || it.toAccountId === account,
        ),
      });
    }),
    http.post(`${at}/transactions`, async ({ request }) => {
      const body = (await request.json()) as TransactionRequest;
      const transaction = { accountId: standardAccount, currency: 'USD', ...body, id: crypto.randomUUID() };
      state.transactions.unshift(transaction);
      return HttpResponse.json(transaction, { status: 201 });
    }),
    http.get(`${at}/transactions/:transactionId`, ({ params }) => {
      const transaction = find(params.transactionId);
      return transaction
        ? HttpResponse.json(transaction, { headers: { ETag: version(params.transactionId) } })
        : problem(404, { title: 'Not found' });
    }),
    http.put(`${at}/transactions/:transactionId`, async ({ params, request }) => {
      if (request.headers.get('If-Match') !== version(params.transactionId))
        return problem(412, {
          title: 'Changed meanwhile',
          detail: 'Somebody changed it after you opened it.',
        });
      const body = (await request.json()) as TransactionRequest;
      state.transactions = state.transactions.map((transaction) =>
        transaction.id === params.transactionId
          ? { accountId: transaction.accountId, currency: transaction.currency, ...body, id: transaction.id }
          : transaction,
      );
      return HttpResponse.json(find(params.transactionId));
    }),
    http.delete(`${at}/transactions/:transactionId`, ({ params }) => {
      state.transactions = state.transactions.filter(({ id }) => id !== params.transactionId);
      return new HttpResponse(null, { status: 204 });
    }),
  ];
}
