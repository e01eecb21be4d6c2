import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse, type HttpHandler } from 'msw';
import { describe, expect, it } from 'vitest';
import { sample } from '../../mocks/fixtures';
import { type World } from '../../mocks/handlers';
import { orders, paperPortfolio } from '../../mocks/paperFixtures';
import { platform } from '../../test/render';

const { open, server } = platform();

/** A page's primary action: what is typed there, by the label of its field, and the request it makes. */
type Action = {
  at: string;
  before?: Partial<World>;
  /** the part of the page that the form is, where its words are not the page's only ones */
  part?: string | RegExp;
  typed: Record<string, string>;
  press: string;
  request: ['post' | 'put', path: string];
};

const analyses: Action['request'] = ['post', '*/api/v1/analyses'];
const portfolio = `/portfolios/${sample.id}`;
const paper = { portfolios: [sample, paperPortfolio], orders };
const actions: Record<string, Action> = {
  'the overview’s risk check': { at: '/', typed: {}, press: 'Run risk check', request: analyses },
  'the risk check': {
    at: '/risk',
    before: { portfolios: [sample] },
    typed: {},
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
  'a report': { at: '/reports', typed: {}, press: 'Make the report', request: analyses },
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
    part: 'What shall be watched?',
    typed: { Symbol: 'ORBX' },
    press: 'Save',
    request: ['post', '*/api/v1/alert-rules'],
  },
  'an address for alerts': {
    at: '/alerts/channels',
    part: 'E-mail',
    typed: { 'Another address': 'me@example.org' },
    press: 'Send a code',
    request: ['post', '*/api/v1/alert-channels/email/address'],
  },
  'a webhook': {
    at: '/alerts/channels',
    part: 'Programs of yours',
    typed: { Address: 'https://hooks.example.com/other' },
    press: 'Add a webhook',
    request: ['post', '*/api/v1/*webhooks'],
  },
  'a paper account': {
    at: '/paper',
    part: 'What if I traded?',
    typed: { 'Virtual cash': '50000' },
    press: 'Open it',
    request: ['post', '*/api/v1/paper/*'],
  },
  'an order': {
    at: '/paper',
    before: paper,
    part: 'What would you trade?',
    typed: { Symbol: 'ORBX', Quantity: '10' },
    press: 'Enter the order',
    request: ['post', '*/api/v1/paper/*/*/orders'],
  },
  'a transaction': {
    at: `${portfolio}/transactions?add=SELL`,
    part: 'What happened?',
    typed: { Symbol: 'XWLD', Quantity: '90', 'Price per piece': '100' },
    press: 'Save',
    request: ['post', '*/api/v1/portfolios/:id/transactions'],
  },
  'a target': {
    at: `${portfolio}/allocation`,
    part: 'How should it be spread?',
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
    part: 'Personal access tokens',
    typed: { Name: 'Notebook' },
    press: 'Create token',
    request: ['post', '*/api/v1/me/tokens'],
  },
};

/** A slider says the same as the field beside it. */
const ONE_FIELD = { selector: ':not([type=range])' };

/** Each class of refusal, and what its notice says can be done. */
const refusals: { status: number; advice: string; errors?: object[]; retryAfter?: string }[] = [
  { status: 401, advice: 'Sign in in a new tab, come back and try again; what you typed is still here.' },
  { status: 402, advice: 'Your plan does not include more' },
  { status: 403, advice: 'Your role does not include this' },
  { status: 404, advice: 'It may have been deleted meanwhile' },
  { status: 409, advice: 'does not go together with what is there now' },
  { status: 412, advice: 'Somebody changed it after you opened it' },
  {
    status: 413,
    advice: 'Send less at once',
    errors: [{ field: 'somewhere', message: 'is larger than 2 MB' }],
  },
  {
    status: 422,
    advice: 'Change what is named here',
    errors: [{ field: 'somewhere', message: 'is not right' }],
  },
  { status: 429, advice: 'Try again in 7 seconds', retryAfter: '7' },
  { status: 500, advice: 'is away for a moment' },
  { status: 503, advice: 'is away for a moment' },
];

function refuse([method, path]: Action['request'], answer: () => Response): HttpHandler {
  return http[method](path, answer);
}

/** The notice of the last refusal: there is one at a time, and it is read aloud. */
async function notice(text: string) {
  const said = await screen.findByText(text);
  const alert = said.closest('[role=alert]');
  expect(alert).toBeInTheDocument();
  return alert as HTMLElement;
}

describe.each(Object.entries(actions))('%s', (_name, { at, before, part, typed, press, request }) => {
  it('is refused in words, keeps what was typed and is tried again', async () => {
    open(at, before);
    const form = within(
      part ? await screen.findByRole('region', { name: part }) : await screen.findByRole('main'),
    );
    for (const [label, value] of Object.entries(typed))
      fireEvent.change(await form.findByLabelText(label, ONE_FIELD), { target: { value } });
    const button = () => form.getByRole('button', { name: press });
    const keeps = () => {
      for (const [label, value] of Object.entries(typed))
        expect(form.getByLabelText(label, ONE_FIELD)).toHaveValue(value);
    };
    const tries = async () => {
      await waitFor(() => expect(button()).not.toHaveAttribute('aria-disabled'));
      expect(button()).toBeEnabled();
      fireEvent.click(button());
    };
    await form.findByRole('button', { name: press });

    for (const { status, advice, errors, retryAfter } of refusals) {
      const title = `Refused with ${status}`;
      server.use(
        refuse(request, () =>
          HttpResponse.json(
            { title, status, errors },
            { status, headers: retryAfter ? { 'Retry-After': retryAfter } : {} },
          ),
        ),
      );
      await tries();
      const said = await notice(title);
      expect(said).toHaveTextContent(advice);
      for (const { field, message } of (errors ?? []) as { field: string; message: string }[])
        expect(said).toHaveTextContent(`${field}: ${message}`);
      if (status === 401)
        expect(within(said).getByRole('link', { name: 'Sign in in a new tab' })).toHaveAttribute(
          'target',
          '_blank',
        );
      if (status >= 500)
        expect(within(said).getByRole('link', { name: 'See what is away' })).toHaveAttribute(
          'href',
          '/status',
        );
      keeps();
    }

    server.use(refuse(request, () => HttpResponse.error()));
    await tries();
    expect(await notice('Riskwatch cannot be reached')).toHaveTextContent('your input is kept');
    keeps();

    let asked = 0;
    server.use(
      refuse(request, () => {
        asked += 1;
        return HttpResponse.json({ title: 'Still not' }, { status: 503 });
      }),
    );
    await tries();
    await waitFor(() => expect(asked).toBe(1));
  });
});
