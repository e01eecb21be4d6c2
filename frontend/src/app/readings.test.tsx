import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { http } from 'msw';
import { describe, expect, it } from 'vitest';
import { analysis, sample, secondAccount, mainAccount } from '../../mocks/fixtures';
import { type World } from '../../mocks/handlers';
import { clients } from '../../mocks/marginFixtures';
import { orders, paperPortfolio } from '../../mocks/paperFixtures';
import { recommendations } from '../../mocks/portfolioFixtures';
import { button, find, form, noticeOf, type Place, refusals, refusedWith, region } from '../../test/refusals';
import { platform } from '../../test/render';

const { open, server, where } = platform();

/** What a page asks for when it is opened, and what shows the answer. */
type Reading = {
  at: string;
  before?: Partial<World>;
  /** what is pressed until it is asked for */
  first?: Place[];
  request: string;
  shows: Place;
  /** the refusal by which the page leaves a part out, as not for everybody's eyes */
  hides?: number;
};

const [ada] = clients;
if (!ada) throw new Error('the fixture has a client');
const portfolio = `/portfolios/${sample.id}`;
const oneAccount = {
  at: `${portfolio}?account=${secondAccount.id}`,
  before: { accounts: [mainAccount, secondAccount] },
};
const performance = { at: `${portfolio}/performance?range=year&benchmark=XWLD` };
const done = (id: string) => analysis({ id, kind: 'risk', state: 'COMPLETED', percent: 100 });
const compare = { at: '/compare?ids=a,b', before: { analyses: [done('a'), done('b')] } };
const markets = { at: '/markets?q=orb' };
const instrument = { at: '/markets/ORBX?prices=RAW&span=1' };
const margin = { at: `/margin?portfolio=${ada.portfolioId}`, before: { clients: structuredClone(clients) } };
const client = { at: `/clients/${ada.id}`, before: { clients: structuredClone(clients) } };
const order = {
  at: '/paper?orders=all',
  before: { portfolios: [sample, paperPortfolio], orders },
  first: [button('Details: Buy 10 ORBX')],
};

const readings: Record<string, Reading> = {
  'the accounts': { ...oneAccount, request: '*/portfolios/:id/accounts', shows: ['combobox', 'Account'] },
  'an account to be changed': {
    ...oneAccount,
    first: [button('Accounts'), button('Change: Main account')],
    request: '*/portfolios/:id/accounts/:accountId',
    shows: form('Change: Main account'),
  },
  'what was put aside': {
    at: `${portfolio}/recommendations?show=dismissed`,
    before: { dismissed: new Map(recommendations.map(({ id }) => [id, 'fine'])) },
    request: '*/portfolios/:id/recommendations',
    shows: region('One position is large'),
  },
  'the performance': {
    ...performance,
    request: '*/portfolios/:id/performance',
    shows: region('How did it do?'),
  },
  'the gains': {
    ...performance,
    request: '*/performance/gains',
    shows: region('What was the gain made of?'),
  },
  'the income': { ...performance, request: '*/portfolios/:id/income', shows: region('What did it pay me?') },
  'the results to compare': {
    ...compare,
    request: '*/api/v1/analyses',
    shows: region('Which results should stand side by side?'),
  },
  'a comparison': { ...compare, request: '*/analyses/compare', shows: region('What came out') },
  'the instruments': { ...markets, request: '*/api/v1/instruments', shows: region('Instruments found') },
  'their prices': { ...markets, request: '*/api/v1/quotes', shows: ['cell', /187.23/] },
  'the providers': { ...markets, request: '*/api/v1/providers', shows: ['cell', 'twelve-data'] },
  'an instrument': { ...instrument, request: '*/api/v1/instruments/:symbol', shows: region('Last price') },
  'its price': { ...instrument, request: '*/api/v1/quotes', shows: region('Last price') },
  'its history': { ...instrument, request: '*/api/v1/history/:symbol', shows: region('What has it cost?') },
  'its quality': {
    ...instrument,
    request: '*/history/:symbol/quality',
    shows: region('Can these prices be trusted?'),
  },
  'a margin account': {
    ...margin,
    request: '*/portfolios/:id/margin',
    shows: region('How close is a margin call?'),
  },
  'its changes of state': { ...margin, request: '*/margin/events', shows: region('Changes of state') },
  'the portfolios of the margin page': {
    ...margin,
    request: '*/api/v1/portfolios',
    shows: ['combobox', /on this page/],
  },
  'a client': { ...client, request: '*/api/v1/clients/:id', shows: region('What does the client hold?') },
  'a client’s positions': { ...client, request: '*/clients/:id/positions', shows: ['row', /^ORBX/] },
  'a client’s grants': {
    ...client,
    request: '*/clients/:id/grants',
    shows: button('Let them', region('Who may see this client?')),
    hides: 403,
  },
  'a paper order': {
    ...order,
    request: '*/paper/portfolios/:id/orders/:orderId',
    shows: button('Replace its terms'),
  },
  'what happened to an order': {
    ...order,
    request: '*/orders/:orderId/events',
    shows: ['list', 'What happened to it'],
  },
};

describe.each(Object.entries(readings))('%s', (_name, { at, before, first = [], request, shows, hides }) => {
  it('says why it is not there, and is there when tried again at the same address', async () => {
    open(at, before);
    const classes = refusals.filter(({ status }) => status !== hides);
    let [refusal] = classes;
    // afterwards the mocked platform answers
    server.use(http.get(request, () => refusal && refusedWith(refusal)));
    for (const way of first) fireEvent.click(await find(way));
    for (const [index, expected] of classes.entries()) {
      const notice = await noticeOf(expected);
      expect(where()).toBe(at);
      refusal = classes[index + 1];
      fireEvent.click(within(notice).getByRole('button', { name: 'Try again' }));
    }
    expect(await find(shows)).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
    expect(where()).toBe(at);
  });
});
