import { ws } from 'msw';
import { setupWorker } from 'msw/browser';
import { alerts, rules, webhook } from './alertFixtures';
import { holdings, mainAccount, sample, secondAccount } from './fixtures';
import { handlersFor, world } from './handlers';
import { called, clients, ruined } from './marginFixtures';
import { orders, paperPortfolio } from './paperFixtures';
import { houseRates } from './rateFixtures';

/** The mocked platform in the browser: signed in after "Try the demo"; `?empty` without a portfolio, `?call` and `?ruin` with a margin call, `?slow` for a long check, `?accounts` with two. */
export async function startMocks() {
  const search = new URLSearchParams(location.search);
  const state = world({
    signedIn: document.cookie.includes('mock-session=1'),
    ...(search.has('empty')
      ? { portfolios: [] }
      : {
          portfolios: [sample, paperPortfolio],
          clients,
          rates: houseRates,
          orders,
          alerts,
          rules,
          webhooks: [webhook],
        }),
    ...(search.has('call') ? { margin: called } : search.has('ruin') ? { margin: ruined } : {}),
    ...(search.has('accounts') ? { accounts: [mainAccount, secondAccount] } : {}),
    ...(search.has('slow') ? { checkMs: 60_000 } : {}),
  });
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  const prices = ws.link(`${scheme}://${location.host}/ws/prices`);
  const events = ws.link(`${scheme}://${location.host}/ws/events`);
  const worker = setupWorker(
    ...handlersFor(state),
    prices.addEventListener('connection', ({ client }) => {
      let seq = 40;
      const ids = new Map<string, number>();
      const last = new Map(holdings.holdings.map((holding) => [holding.symbol, Number(holding.price)]));
      client.send(JSON.stringify({ type: 'hello', heartbeatMs: 5000 }));
      client.addEventListener('message', ({ data }) => {
        const { symbols } = JSON.parse(String(data)) as { symbols: string[] };
        for (const symbol of symbols) ids.set(symbol, ids.get(symbol) ?? ids.size + 1);
        seq += 1;
        const table = Object.fromEntries(symbols.map((symbol) => [symbol, ids.get(symbol)]));
        client.send(
          JSON.stringify({
            type: 'snapshot',
            symbols: table,
            prices: symbols.map((symbol) => [ids.get(symbol), last.get(symbol), Date.now()]),
            seq,
          }),
        );
      });
      const timer = setInterval(() => {
        const moved = [...ids].filter(() => Math.random() < 0.12);
        if (moved.length === 0) return;
        seq += 1;
        const frame = moved.map(([symbol, id]) => {
          const price = (last.get(symbol) ?? 1) * (1 + (Math.random() - 0.5) * 0.0012);
          last.set(symbol, price);
          return [id, Number(price.toFixed(2)), Date.now()];
        });
        client.send(JSON.stringify({ type: 'prices', prices: frame, seq }));
      }, 100);
      client.addEventListener('close', () => clearInterval(timer));
    }),
    events.addEventListener('connection', ({ client }) =>
      client.send(JSON.stringify({ type: 'hello', heartbeatMs: 5000 })),
    ),
  );
  await worker.start({ onUnhandledRequest: 'bypass', quiet: true });
}
