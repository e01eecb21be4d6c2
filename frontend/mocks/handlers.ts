import { delay, http, HttpResponse } from 'msw';
import type {
  AccessToken,
  Account,
  Alert,
  AlertChannels,
  AlertRule,
  Analysis,
  Client,
  HouseRate,
  Margin,
  MarginTerms,
  Order,
  Portfolio,
  Schedule,
  Target,
  Transaction,
  Webhook,
} from '@/api/types';
import type { SignIn } from '@/features/settings/signIns';
import { accountHandlers } from './accountHandlers';
import { channels } from './alertFixtures';
import { alertHandlers } from './alertHandlers';
import { clientHandlers } from './clientHandlers';
import { comparison } from './comparisonFixture';
import { figureHandlers } from './figureHandlers';
import * as fixture from './fixtures';
import { transactions } from './portfolioFixtures';
import { calm } from './marginFixtures';
import { marginHandlers } from './marginHandlers';
import { marketHandlers } from './marketHandlers';
import { paperHandlers } from './paperHandlers';
import { portfolioHandlers } from './portfolioHandlers';
import { problem } from './problem';
import { rateHandlers } from './rateHandlers';
import { scheduleHandlers } from './scheduleHandlers';
import { here, phone, signInHandlers, unknown } from './signInHandlers';
import { results } from './results';

export { problem } from './problem';

/** What the mocked platform knows; tests make their own. */
export type World = {
  signedIn: boolean;
  portfolios: Portfolio[];
  accounts: Account[];
  analyses: Analysis[];
  tokens: AccessToken[];
  target: Target | undefined;
  transactions: Transaction[];
  /** versions of transactions that are not in their first */
  versions: Map<string, number>;
  /** reasons by recommendation */
  dismissed: Map<string, string>;
  thresholds: Map<string, number>;
  schedules: Schedule[];
  /** credentials of programs */
  programs: { clientId: string; name: string; createdAt: string }[];
  signIns: SignIn[];
  preferences: typeof fixture.me.preferences;
  /** how every margin account stands */
  margin: Margin;
  clients: Client[];
  /** how many of them an answer holds at most */
  clientsPerPage: number;
  /** margin rates and terms of one's own */
  rates: HouseRate[];
  terms: MarginTerms[];
  alerts: Alert[];
  rules: AlertRule[];
  channels: AlertChannels;
  webhooks: Webhook[];
  orders: Order[];
  /** what analyses were asked for */
  asked: { kind: string; parameters?: unknown }[];
  /** how long a check takes from asked to finished */
  checkMs: number;
};

export const world = (change: Partial<World> = {}): World => ({
  signedIn: true,
  portfolios: [fixture.sample],
  accounts: [fixture.mainAccount],
  analyses: [],
  tokens: [],
  target: undefined,
  transactions: [...transactions],
  versions: new Map(),
  dismissed: new Map(),
  thresholds: new Map(),
  schedules: [],
  programs: [],
  signIns: [here, phone, unknown],
  preferences: { ...fixture.me.preferences },
  margin: calm,
  clients: [],
  clientsPerPage: 200,
  rates: [],
  terms: [],
  alerts: [],
  rules: [],
  channels,
  webhooks: [],
  orders: [],
  asked: [],
  checkMs: 2500,
  ...change,
});

const since = new Map<string, number>();

/** A check moves on with the clock: waiting, running, finished. */
function now(analysis: Analysis, checkMs: number): Analysis {
  const start = since.get(analysis.id);
  if (start === undefined || analysis.state === 'CANCELLED') return analysis;
  const part = (Date.now() - start) / checkMs;
  if (part >= 1) return { ...analysis, state: 'COMPLETED', percent: 100 };
  if (part < 0.1) return { ...analysis, state: 'QUEUED', queuePosition: 1 };
  return {
    ...analysis,
    state: 'RUNNING',
    percent: Math.round(part * 100),
    etaSeconds: Math.ceil((checkMs * (1 - part)) / 1000),
  };
}

export function handlersFor(state: World) {
  const find = (id: unknown) => state.analyses.find((analysis) => analysis.id === id);
  return [
    ...accountHandlers(state),
    ...alertHandlers(state),
    ...clientHandlers(state),
    ...paperHandlers(state),
    ...marginHandlers(state),
    ...rateHandlers(state),
    ...figureHandlers(state, (kind) => results[kind] ?? fixture.riskResult),
    ...portfolioHandlers(state),
    ...scheduleHandlers(state),
    ...signInHandlers(state),
    ...marketHandlers(),
    http.get('*/session', () => HttpResponse.json({ signedIn: state.signedIn })),
    http.get('*/api/v1/me', () => HttpResponse.json({ ...fixture.me, preferences: state.preferences })),
    http.patch('*/api/v1/me/preferences', async ({ request }) => {
      Object.assign(state.preferences, await request.json());
      return HttpResponse.json(state.preferences);
    }),
    http.get('*/api/v1/me/tokens', () => HttpResponse.json({ items: state.tokens })),
    http.post('*/api/v1/me/tokens', async ({ request }) => {
      const { name } = (await request.json()) as { name: string };
      const token = {
        id: crypto.randomUUID(),
        name,
        createdAt: new Date().toISOString(),
        expiresAt: '2027-02-18T00:00:00Z',
      };
      state.tokens.push(token);
      return HttpResponse.json({ ...token, token: 'rwp_example-shown-only-once' }, { status: 201 });
    }),
    http.delete('*/api/v1/me/tokens/:id', ({ params }) => {
      state.tokens = state.tokens.filter((token) => token.id !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
    http.get('*/api/v1/me/clients', () => HttpResponse.json({ items: state.programs })),
    http.post('*/api/v1/me/clients', async ({ request }) => {
      const { name } = (await request.json()) as { name: string };
      const clientId = `rwc-${state.programs.length + 1}`;
      state.programs.push({ clientId, name, createdAt: new Date().toISOString() });
      return HttpResponse.json({ clientId, name, clientSecret: 'example-shown-only-once' }, { status: 201 });
    }),
    http.delete('*/api/v1/me/clients/:id', ({ params }) => {
      state.programs = state.programs.filter(({ clientId }) => clientId !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
    http.get('*/status/services', () =>
      HttpResponse.json({
        checkedAt: new Date().toISOString(),
        services: ['portfolio', 'marketdata', 'billing'].map((name) => ({ name, state: 'UP' })),
      }),
    ),
    http.delete('*/api/v1/portfolios/:id', ({ params }) => {
      state.portfolios = state.portfolios.filter(({ id }) => id !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
    http.get('*/api/v1/portfolios', () => HttpResponse.json({ items: state.portfolios })),
    http.post('*/api/v1/portfolios', async ({ request }) => {
      const body = (await request.json()) as { name: string; baseCurrency: string };
      const portfolio = { ...fixture.sample, ...body, id: crypto.randomUUID(), sample: false };
      state.portfolios.push(portfolio);
      return HttpResponse.json(portfolio, { status: 201 });
    }),
    http.get('*/api/v1/portfolios/:id/holdings', ({ request }) =>
      HttpResponse.json(
        inOtherAccount(request)
          ? { ...fixture.holdings, holdings: fixture.holdings.holdings.slice(0, 2) }
          : fixture.holdings,
      ),
    ),
    http.get('*/api/v1/portfolios/:id/valuation', () => HttpResponse.json(fixture.valuation)),
    http.get('*/api/v1/portfolios/:id/valuation/history', () => HttpResponse.json(fixture.valueHistory)),
    http.post('*/api/v1/portfolios/:id/imports', async () => {
      await delay(200);
      return HttpResponse.json(fixture.preview, { status: 201 });
    }),
    http.post('*/api/v1/portfolios/:id/imports/:importId/commit', () =>
      HttpResponse.json({ ...fixture.preview, state: 'COMMITTED' }),
    ),
    http.delete('*/api/v1/portfolios/:id/imports/:importId', () =>
      HttpResponse.json({ ...fixture.preview, state: 'UNDONE' }),
    ),
    http.get('*/api/v1/analyses', ({ request }) => {
      const kind = new URL(request.url).searchParams.get('kind');
      return HttpResponse.json({
        items: state.analyses
          .filter((it) => kind === null || it.kind === kind)
          .map((it) => now(it, state.checkMs)),
      });
    }),
    http.post('*/api/v1/analyses', async ({ request }) => {
      const { kind, parameters } = (await request.json()) as { kind: string; parameters?: unknown };
      state.asked.push({ kind, parameters });
      const analysis = fixture.analysis({
        id: crypto.randomUUID(),
        kind,
        requestedAt: new Date().toISOString(),
      });
      since.set(analysis.id, Date.now());
      state.analyses.unshift(analysis);
      return HttpResponse.json(analysis, { status: 202 });
    }),
    http.get('*/api/v1/analyses/compare', ({ request }) => {
      const ids = new URL(request.url).searchParams.getAll('ids');
      return HttpResponse.json(comparison(ids.flatMap((id) => find(id) ?? [])));
    }),
    http.get('*/api/v1/analyses/:id', ({ params }) => {
      const analysis = find(params.id);
      return analysis ? HttpResponse.json(now(analysis, state.checkMs)) : notFound('analysis');
    }),
    http.get('*/api/v1/analyses/:id/result', ({ params }) =>
      HttpResponse.json(results[find(params.id)?.kind ?? 'risk'] ?? fixture.riskResult),
    ),
    http.get('*/api/v1/analyses/:id/report.html', () =>
      HttpResponse.html(
        '<!doctype html><html lang="en"><title>Report</title><h1>Sample portfolio</h1></html>',
      ),
    ),
    http.delete('*/api/v1/analyses/:id', ({ params }) => {
      const analysis = find(params.id);
      if (!analysis) return notFound('analysis');
      analysis.state = 'CANCELLED';
      return new HttpResponse(null, { status: 202 });
    }),
  ];
}

/** The mocked ledger keeps two of the holdings in the second account. */
const inOtherAccount = (request: Request) =>
  new URL(request.url).searchParams.get('accountId') === fixture.secondAccount.id;

const notFound = (what: string) => problem(404, { title: 'Not found', detail: `There is no such ${what}.` });
