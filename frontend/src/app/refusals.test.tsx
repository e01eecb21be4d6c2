import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http } from 'msw';
import { describe, expect, it } from 'vitest';
import { mainAccount, sample, secondAccount } from '../../mocks/fixtures';
import { type World } from '../../mocks/handlers';
import { clients } from '../../mocks/marginFixtures';
import { orders, paperPortfolio } from '../../mocks/paperFixtures';
import {
  button,
  find,
  form,
  isUnanswered,
  noticeOf,
  type Place,
  refusals,
  refusedWith,
  region,
} from '../../test/refusals';
import { platform } from '../../test/render';

const { open, server } = platform();

/** A page's action: the way to its form, what is typed there, by the label of its field, and the request it makes. */
type Action = {
  at: string;
  before?: Partial<World>;
  /** what is pressed, or sent, until the form is there */
  first?: (Place | File)[];
  /** the part of the page that the form is, where its words are not the page's only ones */
  part?: Place;
  typed?: Record<string, string>;
  /** what stays to be seen beside it */
  shown?: string;
  /** the button that asks for it, or the file that does */
  press: string | File;
  request: [method: 'get' | 'post' | 'put' | 'delete', path: string];
  /** what its address says and the page's own questions do not */
  asks?: string;
  /** what may be sent twice without making two */
  keyless?: boolean;
};

const [ada] = clients;
if (!ada) throw new Error('the fixture has a client');
const mine = { ...sample, id: paperPortfolio.id, name: 'Mine', sample: false };
const own = { portfolios: [sample, mine] };
const adviser = { clients: structuredClone(clients) };
const file = new File(['date,type\n'], 'my_broker-2024.csv', { type: 'text/csv' });
const analyses: Action['request'] = ['post', '*/api/v1/analyses'];
const portfolio = `/portfolios/${sample.id}`;
const clientPage = `/clients/${ada.id}`;
const paper = { portfolios: [sample, paperPortfolio], orders };
const actions: Record<string, Action> = {
  'the overview’s risk check': { at: '/', press: 'Run risk check', request: analyses },
  'the risk check': {
    at: '/risk',
    before: { portfolios: [sample] },
    press: 'Run risk check',
    request: analyses,
  },
  'a stress test': {
    at: '/stress',
    typed: { 'What would lose me, %': '25' },
    press: 'Run stress test',
    request: analyses,
  },
  'a simulation': { at: '/simulate', typed: { 'For how long': '17' }, press: 'Simulate', request: analyses },
  'better mixes': {
    at: '/optimize',
    typed: { 'At most this much of one holding, %': '40' },
    press: 'Find better mixes',
    request: analyses,
  },
  'a backtest': {
    at: '/backtest',
    typed: { 'Set it beside': 'xwld' },
    press: 'Run backtest',
    request: analyses,
  },
  'what drives it': {
    at: '/factor',
    typed: { 'How many common movements': '4' },
    press: 'See what drives it',
    request: analyses,
  },
  'a loan': {
    at: '/leverage',
    typed: { 'Interest, % a year': '7.5' },
    press: 'Look before I borrow',
    request: analyses,
  },
  'a report': { at: '/reports', press: 'Make the report', request: analyses },
  'a schedule': {
    at: '/schedules',
    typed: { Name: 'Mine' },
    press: 'Add schedule',
    request: ['post', '*/api/v1/*schedules'],
  },
  'a client': {
    at: '/clients?new=1',
    typed: { Name: 'Dara Voss', Loan: '10000', Notes: 'Calls on Mondays.' },
    press: 'Save',
    request: ['post', '*/api/v1/clients'],
  },
  'an alert’s rule': {
    at: '/alerts/rules?new=PERCENT_MOVE',
    part: region('What shall be watched?'),
    typed: { Symbol: 'ORBX' },
    press: 'Save',
    request: ['post', '*/api/v1/alert-rules'],
  },
  'an address for alerts': {
    at: '/alerts/channels',
    part: region('E-mail'),
    typed: { 'Another address': 'me@example.org' },
    press: 'Send a code',
    request: ['post', '*/api/v1/alert-channels/email/address'],
    keyless: true,
  },
  'a webhook': {
    at: '/alerts/channels',
    part: region('Programs of yours'),
    typed: { Address: 'https://hooks.example.com/other' },
    press: 'Add a webhook',
    request: ['post', '*/api/v1/*webhooks'],
  },
  'a paper account': {
    at: '/paper',
    part: region('What if I traded?'),
    typed: { 'Virtual cash': '50000' },
    press: 'Open it',
    request: ['post', '*/api/v1/paper/*'],
  },
  'an order': {
    at: '/paper',
    before: paper,
    part: region('What would you trade?'),
    typed: { Symbol: 'ORBX', Quantity: '10' },
    press: 'Enter the order',
    request: ['post', '*/api/v1/paper/*/*/orders'],
  },
  'a transaction': {
    at: `${portfolio}/transactions?add=SELL`,
    part: region('What happened?'),
    typed: { Symbol: 'XWLD', Quantity: '90', 'Price per piece': '100' },
    press: 'Save',
    request: ['post', '*/api/v1/portfolios/:id/transactions'],
  },
  'a target': {
    at: `${portfolio}/allocation`,
    part: region('How should it be spread?'),
    typed: { 'Index funds (ETF), %': '60', 'Bonds, %': '40' },
    press: 'Save as target',
    request: ['put', '*/api/v1/portfolios/:id/allocation/target'],
  },
  'a program’s credentials': {
    at: '/settings',
    typed: { 'Name of the program': 'Nightly' },
    press: 'Create credentials',
    request: ['post', '*/api/v1/me/clients'],
  },
  'a token': {
    at: '/settings',
    part: region('Personal access tokens'),
    typed: { Name: 'Notebook' },
    press: 'Create token',
    request: ['post', '*/api/v1/me/tokens'],
  },
  'a file': {
    at: '/portfolios/import',
    before: own,
    first: [['option', 'Mine']],
    typed: { 'Import into': mine.id },
    press: file,
    shown: 'Chosen: my_broker-2024.csv',
    request: ['post', '*/api/v1/portfolios/:id/imports'],
    keyless: true,
  },
  'an import': {
    at: '/portfolios/import',
    before: own,
    first: [file, button('Continue with 3 new rows')],
    press: 'Import 3 rows',
    shown: 'Import 3 rows into “Mine”?',
    request: ['post', '*/api/v1/portfolios/:id/imports/:importId/commit'],
    keyless: true,
  },
  'an account': {
    at: portfolio,
    first: [button('Accounts'), button('Add an account')],
    part: form('A further account'),
    typed: { Name: 'Savings bank', 'What kind of account is it?': 'MARGIN' },
    press: 'Save',
    request: ['post', '*/api/v1/portfolios/:id/accounts'],
  },
  'an account’s change': {
    at: portfolio,
    first: [button('Accounts'), button('Change: Main account')],
    part: form('Change: Main account'),
    typed: { Name: 'Old broker' },
    press: 'Save',
    request: ['put', '*/api/v1/portfolios/:id/accounts/:accountId'],
  },
  'an account’s end': {
    at: portfolio,
    before: { accounts: [mainAccount, secondAccount] },
    first: [button('Accounts'), button('Close: Second broker')],
    part: ['dialog', 'Accounts of this portfolio'],
    press: 'Close it',
    shown: 'Close “Second broker”? It must have no transactions.',
    request: ['delete', '*/api/v1/portfolios/:id/accounts/:accountId'],
  },
  'a recommendation put aside': {
    at: `${portfolio}/recommendations`,
    first: [button('Put aside', region('One position is large'))],
    part: region('One position is large'),
    typed: { 'Why is this fine for you?': 'I work there' },
    press: 'Put aside',
    request: ['post', '*/api/v1/portfolios/:id/recommendations/:one/dismissals'],
    keyless: true,
  },
  'a rule’s threshold': {
    at: `${portfolio}/recommendations`,
    first: [button(/^Move the threshold/, region('One position is large'))],
    part: region('One position is large'),
    typed: { 'Speak from, %': '25' },
    press: 'Save',
    request: ['put', '*/api/v1/recommendation-rules/:rule'],
  },
  'a client’s position': {
    at: clientPage,
    before: adviser,
    part: form('Add a position'),
    typed: { Symbol: 'NOVA', Quantity: '5', 'Cost each': '80' },
    press: 'Add a position',
    request: ['post', '*/api/v1/clients/:id/positions'],
  },
  'a position’s change': {
    at: clientPage,
    before: adviser,
    first: [button('Change: ORBX')],
    part: form('Change: ORBX'),
    typed: { Quantity: '150' },
    press: 'Save',
    request: ['put', '*/api/v1/clients/:id/positions/:number'],
  },
  'a grant': {
    at: clientPage,
    before: adviser,
    first: [
      ['combobox', 'Who of your organisation?'],
      ['option', /^Cleo/],
    ],
    part: region('Who may see this client?'),
    typed: { May: 'COMMENT' },
    press: 'Let them',
    shown: 'cleo@example.org',
    request: ['put', '*/api/v1/clients/:id/grants/:userId'],
  },
  'an order’s change': {
    at: '/paper',
    before: paper,
    first: [button('Details: Buy 10 ORBX')],
    part: ['dialog', 'Buy 10 ORBX'],
    typed: { Quantity: '20' },
    press: 'Replace its terms',
    request: ['put', '*/api/v1/paper/*/*/orders/:orderId'],
  },
  'a benchmark': {
    at: `${portfolio}/performance?range=year`,
    typed: { 'Beside it (symbol)': 'XWLD' },
    press: 'Compare',
    request: ['get', '*/api/v1/portfolios/:id/performance'],
    asks: 'benchmark=XWLD',
  },
};

/** A slider says the same as the field beside it. */
const ONE_FIELD = { selector: ':not([type=range])' };
const choose = async (chosen: File) =>
  userEvent.upload(await screen.findByLabelText('Choose a file'), chosen);

describe.each(Object.entries(actions))('%s', (_name, action) => {
  const { at, before, first = [], part, typed = {}, shown, press, asks = '', keyless } = action;
  const [method, path] = action.request;

  it('is refused in words, keeps what was typed and is tried again', async () => {
    open(at, before);
    for (const way of first) {
      if (way instanceof File) await choose(way);
      else fireEvent.click(await find(way));
    }
    const place = within(await find(part ?? ['main', /.*/]));
    for (const [label, value] of Object.entries(typed))
      fireEvent.change(await place.findByLabelText(label, ONE_FIELD), { target: { value } });
    const ask = async () => {
      if (press instanceof File) return choose(press);
      const pressed = await place.findByRole('button', { name: press });
      await waitFor(() => expect(pressed).not.toHaveAttribute('aria-disabled'));
      expect(pressed).toBeEnabled();
      fireEvent.click(pressed);
    };

    const keys: (string | null)[] = [];
    for (const refusal of refusals) {
      server.use(
        http[method](path, ({ request }) => {
          if (!request.url.includes(asks)) return;
          keys.push(request.headers.get('Idempotency-Key'));
          return refusedWith(refusal);
        }),
      );
      await ask();
      await noticeOf(refusal);
      for (const [label, value] of Object.entries(typed))
        expect(place.getByLabelText(label, ONE_FIELD)).toHaveValue(value);
      if (shown) expect(place.getByText(shown)).toBeInTheDocument();
    }
    expect(keys).toHaveLength(refusals.length);
    if (method !== 'post' || keyless) return;
    // what was refused is over, and a further try is another request; what was not answered stays the same one
    const answered = refusals.filter((refusal) => !isUnanswered(refusal)).length;
    expect(keys).not.toContain(null);
    expect(new Set(keys.slice(0, answered + 1)).size).toBe(answered + 1);
    expect(new Set(keys.slice(answered)).size).toBe(1);
  });
});
