import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { sample } from '../../../mocks/fixtures';
import { problem } from '../../../mocks/handlers';
import { called, calm, clients, ruined } from '../../../mocks/marginFixtures';
import { expectAccessible } from '../../../test/axe';
import { platform, socket } from '../../../test/render';

const { open, server } = platform();
const card = () => screen.findByRole('region', { name: 'How close is a margin call?' });
const changed = (margin: typeof calm, before = 'OK') => ({
  type: 'margin.changed',
  eventId: '0198a000-0000-7000-8000-000000000499',
  portfolioId: sample.id,
  before,
  after: margin.state,
  at: margin.timestamp,
  status: { ...margin, positions: undefined, cures: undefined, buffer: undefined },
});

describe('the margin of a portfolio', () => {
  it('says how far prices may fall, and at which value the call is', async () => {
    open('/margin');
    const region = await card();
    expect(region).toHaveTextContent('Prices can fall 33.3% before a call (at or below $13,333.33).');
    expect(within(region).getByRole('status')).toHaveTextContent('Fine');
    expect(within(region).getByRole('meter', { name: 'Margin used' })).toHaveAttribute(
      'aria-valuetext',
      '50%: Fine',
    );
    expect(region).toHaveTextContent('Buffer+$5,000.00');
    const rows = screen.getByRole('region', { name: 'Maintenance requirement by position' });
    expect(within(rows).getByRole('row', { name: /^ORBX/ })).toHaveTextContent(
      'ORBX $20,000.0025.0%$5,000.00A share of what is owned.',
    );
    expect(await screen.findByRole('row', { name: /ORBX \$?98.40/ })).toHaveTextContent('became');
    await expectAccessible();
  });

  it('turns red when the service tells of a call, before any further answer, and then names the three ways out', async () => {
    open('/margin');
    const region = await card();
    let answer: (margin: typeof calm) => void = () => undefined;
    const later = new Promise<typeof calm>((resolve) => (answer = resolve));
    server.use(http.get('*/api/v1/portfolios/:id/margin', async () => HttpResponse.json(await later)));
    act(() => {
      socket('/ws/events').says({ type: 'hello', heartbeatMs: 5000 });
      socket('/ws/events').says(changed(called));
    });
    await waitFor(() => expect(region).toHaveAttribute('data-state', 'CALL'));
    expect(within(region).getByRole('status')).toHaveTextContent('Margin call');
    expect(region).toHaveTextContent('Margin call: $1,000.00 is missing.');
    expect(region).toHaveTextContent('Buffer−$1,000.00');
    expect(within(region).getByRole('meter')).toHaveAttribute('aria-valuetext', '150%: Margin call');
    answer(called);
    await waitFor(() => expect(within(region).getAllByRole('listitem')).toHaveLength(3));
    const cures = within(region).getAllByRole('listitem');
    expect(cures.map((cure) => cure.textContent)).toEqual([
      expect.stringContaining('Deposit cash$1,000.00') as string,
      expect.stringContaining('Add paid-up securities$1,333.34') as string,
      expect.stringContaining('Sell$4,000.00') as string,
    ]);
    await expectAccessible();
  });

  it('says what a transaction left missing within a day, until when it is to be met, and when it was', async () => {
    open('/margin');
    const missing = {
      day: '2026-11-27',
      at: '2026-11-27T15:04:00Z',
      amount: '1200.00',
      remaining: '200.00',
      minor: false,
      freezesAfter: '2026-12-04',
      outstandingUntil: '2026-12-18',
    };
    const met = {
      ...missing,
      day: '2026-11-26',
      at: '2026-11-26T15:04:00Z',
      remaining: '0.00',
      minor: true,
      metAt: '2026-11-26T18:00:00Z',
    };
    server.use(
      http.get('*/api/v1/portfolios/:id/margin', () =>
        HttpResponse.json({ ...calm, intraday: { ...calm.intraday, deficits: [missing, met] } }),
      ),
    );
    const region = await screen.findByRole('region', { name: 'What was missing within the day?' });
    const rows = within(region).getAllByRole('row').slice(1);
    expect(rows[0]).toHaveTextContent('$1,200.00$200.00Dec 4, 2026');
    expect(rows[1]).toHaveTextContent('$0.00met');
    expect(rows[1]).toHaveTextContent('too small to count as a habit');
    await expectAccessible();
  });

  it('is not there for a portfolio without a margin account, and says what would make one', async () => {
    open('/margin');
    server.use(
      http.get('*/api/v1/portfolios/:id/margin', () =>
        problem(404, { title: 'Not found', type: 'https://riskwatch.io/problems/no-margin-account' }),
      ),
    );
    expect(await screen.findByText('This portfolio has no margin account')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Its accounts' })).toHaveAttribute(
      'href',
      `/portfolios/${sample.id}`,
    );
  });

  it('says when selling everything still leaves a debt', async () => {
    open('/margin', { margin: ruined });
    const region = await card();
    expect(region).toHaveTextContent('Selling everything still leaves a debt of $1,000.00.');
    expect(within(region).getByRole('meter')).toHaveAttribute('aria-valuetext', 'over 100%: Margin call');
  });

  it('follows the values the service streams, but stands still while prices are held', async () => {
    open('/margin');
    const region = await card();
    const feed = socket('/ws/events');
    act(() => feed.says({ type: 'hello', heartbeatMs: 5000 }));
    await waitFor(() => expect(feed.sent).toContainEqual({ action: 'watch', clients: true }));
    const values = (portfolioValue: string, utilization: number) => ({
      type: 'margin.values',
      accounts: [
        {
          portfolioId: sample.id,
          portfolioValue,
          loanAmount: '10000.00',
          netEquity: String(Number(portfolioValue) - 10_000),
          marginRequirement: String(Number(portfolioValue) / 4),
          marginShortfall: '0.00',
          utilization,
          state: 'OK',
          distanceToCall: 0.3,
        },
      ],
    });
    const falling = values('19000.00', 0.5278);
    // who asks meanwhile is told the same
    server.use(
      http.get('*/api/v1/portfolios/:id/margin', () =>
        HttpResponse.json({ ...calm, ...falling.accounts[0] }),
      ),
    );
    act(() => feed.says(falling));
    await waitFor(() => expect(region).toHaveTextContent('Value$19,000.00'));
    expect(region).toHaveTextContent('Prices can fall 30.0%');
    await userEvent.click(screen.getAllByRole('button', { name: 'Hold prices still' })[0] as HTMLElement);
    act(() => feed.says(values('18000.00', 0.5625)));
    expect(region).toHaveTextContent('Value$19,000.00');
    await userEvent.click(screen.getAllByRole('button', { name: 'Let prices move again' })[0] as HTMLElement);
  });

  it('never shows old prices as if they were of now', async () => {
    open('/margin', { margin: { ...calm, state: 'STALE', staleSymbols: ['ORBX'] } });
    const region = await card();
    expect(within(region).getByRole('status')).toHaveTextContent('Prices too old');
    expect(within(region).getByRole('note')).toHaveTextContent('The prices of ORBX are old');
  });

  it('says that a market is closed, which is no reason not to know how the account stands', async () => {
    const [position] = calm.positions;
    open('/margin', {
      margin: {
        ...calm,
        closedSymbols: ['ORBX'],
        positions: [
          { ...(position as (typeof calm.positions)[number]), marketClosedSince: '2026-11-20T21:00:00Z' },
        ],
      },
    });
    const region = await card();
    expect(within(region).getByRole('status')).toHaveTextContent('Fine');
    expect(within(region).queryByRole('note')).not.toBeInTheDocument();
    expect(region).toHaveTextContent(
      /The market of ORBX is closed; the last prices, of .+, count until it opens/,
    );
    const rows = screen.getByRole('region', { name: 'Maintenance requirement by position' });
    expect(within(rows).getByRole('row', { name: /^ORBX/ })).toHaveTextContent(/market closed since .*20/);
  });

  it('without a loan says that no fall makes a call, and without holdings what margin is', async () => {
    const none = { loanAmount: '0.00', triggerValue: undefined, distanceToCall: 1, utilization: 0.25 };
    open('/margin', { margin: { ...calm, ...none } });
    expect(await card()).toHaveTextContent('There is no loan here');
  });

  it('explains itself where nothing is held', async () => {
    open('/margin', { margin: { ...calm, loanAmount: '0.00', positions: [] } });
    expect(await screen.findByText('There is nothing on credit here')).toBeInTheDocument();
    expect(screen.getByText(/the lender makes a margin call/)).toBeInTheDocument();
  });

  it('is of a client too, by the address', async () => {
    open(`/margin?portfolio=${clients[0]?.portfolioId ?? ''}`, { clients });
    await card();
    const choice = screen.getByLabelText('Portfolio or client on this page');
    await waitFor(() => expect(choice).toHaveDisplayValue('Ada Fontaine'));
    await userEvent.selectOptions(choice, 'Sample portfolio');
    expect(choice).toHaveDisplayValue('Sample portfolio');
  });

  it('keeps its frame when the service is away, and tries again', async () => {
    open('/margin');
    let away = true;
    server.use(
      http.get('*/api/v1/portfolios/:id/margin', () =>
        away ? problem(503, { title: 'Away' }) : HttpResponse.json(calm),
      ),
    );
    const notice = await screen.findByRole('alert');
    expect(notice).toHaveTextContent('This part of Riskwatch is away');
    away = false;
    await userEvent.click(within(notice).getByRole('button', { name: 'Try again' }));
    expect(await card()).toBeInTheDocument();
  });
});
