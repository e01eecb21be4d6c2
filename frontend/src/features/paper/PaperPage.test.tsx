import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http } from 'msw';
import { describe, expect, it } from 'vitest';
import { sample } from '../../../mocks/fixtures';
import { problem } from '../../../mocks/handlers';
import { orders, paperPortfolio } from '../../../mocks/paperFixtures';
import { expectAccessible } from '../../../test/axe';
import { platform, socket } from '../../../test/render';

const { open, server } = platform();
const account = () => ({ portfolios: [sample, paperPortfolio], orders: structuredClone(orders) });
const ticket = async () => within(await screen.findByRole('region', { name: 'What would you trade?' }));
const book = async () => within(await screen.findByRole('region', { name: 'What became of my orders?' }));

describe('paper trading', () => {
  it('starts with an account and its virtual cash', async () => {
    const state = open('/paper');
    const form = within(await screen.findByRole('region', { name: 'What if I traded?' }));
    expect(form.getByLabelText('Virtual cash')).toHaveValue('100000');
    await userEvent.clear(form.getByLabelText('Virtual cash'));
    expect(form.getByLabelText('Virtual cash')).toHaveAccessibleDescription('Write a number above 0.');
    expect(form.getByRole('button', { name: 'Open it' })).toBeDisabled();
    await userEvent.type(form.getByLabelText('Virtual cash'), '50000');
    await expectAccessible();
    await userEvent.click(form.getByRole('button', { name: 'Open it' }));
    expect(await screen.findByRole('region', { name: 'What do I have to trade with?' })).toHaveTextContent(
      'Buying power$178,852.00',
    );
    expect(screen.getByText('Paper')).toBeInTheDocument();
    expect(state.portfolios).toHaveLength(2);
    expect(screen.getByRole('link', { name: 'Its portfolio pages' })).toHaveAttribute(
      'href',
      `/portfolios/${paperPortfolio.id}`,
    );
  });

  it('takes an order of each type with the prices it names, and empties the ticket', async () => {
    const state = open('/paper', account());
    const form = await ticket();
    await userEvent.click(form.getByRole('radio', { name: 'Sell' }));
    await userEvent.type(form.getByLabelText('Symbol'), 'orbx');
    await userEvent.selectOptions(form.getByLabelText('Order type'), 'Stop limit');
    await userEvent.click(form.getByRole('button', { name: 'Enter the order' }));
    expect(form.getByLabelText('Quantity')).toHaveAccessibleDescription('Write a number above 0.');
    expect(form.getByLabelText('Quantity')).toHaveFocus();
    await userEvent.type(form.getByLabelText('Quantity'), '10');
    await userEvent.type(form.getByLabelText('Stop price'), '180');
    await userEvent.type(form.getByLabelText('Limit price'), '179');
    await userEvent.selectOptions(form.getByLabelText('Good for'), 'until cancelled');
    expect(form.getByText('About 1,790.00, before fee')).toBeInTheDocument();
    await userEvent.click(form.getByRole('button', { name: 'Enter the order' }));
    expect(await screen.findByText('The order in ORBX is in the book.')).toBeInTheDocument();
    expect(state.orders[0]).toMatchObject({
      symbol: 'ORBX',
      side: 'SELL',
      type: 'STOP_LIMIT',
      quantity: '10',
      stopPrice: '180',
      limitPrice: '179',
      timeInForce: 'GTC',
    });
    await waitFor(() => expect(screen.getByLabelText('Quantity')).toHaveValue(''));
  });

  it('says why an order was refused, at its field or in words, and keeps the ticket', async () => {
    open('/paper', account());
    const form = await ticket();
    await userEvent.type(form.getByLabelText('Symbol'), 'none');
    await userEvent.type(form.getByLabelText('Quantity'), '9000');
    await userEvent.click(form.getByRole('button', { name: 'Enter the order' }));
    await waitFor(() =>
      expect(form.getByLabelText('Symbol')).toHaveAccessibleDescription('no instrument has this symbol'),
    );
    await userEvent.clear(form.getByLabelText('Symbol'));
    await userEvent.type(form.getByLabelText('Symbol'), 'ORBX');
    await userEvent.click(form.getByRole('button', { name: 'Enter the order' }));
    expect(await form.findByText(/^The order was refused. There is not enough/)).toBeInTheDocument();
    expect(form.getByLabelText('Quantity')).toHaveValue('9000');
  });

  it('shows what waits, cancels it, and shows all with what was refused and why', async () => {
    const state = open('/paper', account());
    const card = await book();
    const limit = await card.findByRole('row', { name: /^Buy 10 ORBX/ });
    expect(limit).toHaveTextContent('Limit, limit $175.00, until cancelled');
    expect(card.getByRole('row', { name: /^Sell 100 ORBX/ })).toHaveTextContent(
      '5.0% behind the price, stop now $178.60, today',
    );
    expect(card.queryByText('Refused')).not.toBeInTheDocument();
    await expectAccessible();
    await userEvent.click(within(limit).getByRole('button', { name: 'Cancel: Buy 10 ORBX' }));
    expect(await screen.findByText('Cancelled: Buy 10 ORBX')).toBeInTheDocument();
    expect(state.orders[0]?.state).toBe('CANCELLED');
    await userEvent.click(card.getByRole('radio', { name: 'All' }));
    expect(await card.findByText(/It needs 904,500.00 USD of buying power/)).toBeInTheDocument();
    expect(
      within(screen.getByRole('region', { name: 'What was filled?' })).getByRole('row', { name: /ORBX/ }),
    ).toHaveTextContent('Buy ORBX100$187.23$187.14$1.00');
  });

  it('replaces the terms of a waiting order, also when it moved meanwhile', async () => {
    const state = open('/paper', account());
    const card = await book();
    await userEvent.click(await card.findByRole('button', { name: 'Details: Buy 10 ORBX' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Buy 10 ORBX' }));
    expect(await dialog.findByText('Entered')).toBeInTheDocument();
    const limit = dialog.getByLabelText('Limit price');
    await userEvent.clear(limit);
    await userEvent.type(limit, '170');
    state.versions.set(orders[0]?.id ?? '', 2);
    await userEvent.click(dialog.getByRole('button', { name: 'Replace its terms' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('Changed meanwhile');
    expect(limit).toHaveValue('170');
    await userEvent.click(dialog.getByRole('button', { name: 'Change it all the same' }));
    expect(await screen.findByText('The order has its new terms.')).toBeInTheDocument();
    expect(state.orders[0]).toMatchObject({ limitPrice: '170', timeInForce: 'GTC' });
  });

  it('hears of a fill at once', async () => {
    const state = open('/paper', account());
    const card = await book();
    await card.findByRole('row', { name: /^Buy 10 ORBX/ });
    const filled = { ...(state.orders[0] as (typeof orders)[number]), state: 'FILLED' as const };
    state.orders[0] = filled;
    act(() => {
      socket('/ws/events').says({ type: 'hello', heartbeatMs: 5000 });
      socket('/ws/events').says({ type: 'paper.order', portfolioId: paperPortfolio.id, order: filled });
    });
    expect(await screen.findByText('The order in ORBX is filled.')).toBeInTheDocument();
    await waitFor(() => expect(card.queryByRole('row', { name: /^Buy 10 ORBX/ })).not.toBeInTheDocument());
  });

  it('keeps the ticket when the account cannot be read', async () => {
    open('/paper', account());
    server.use(http.get('*/paper/portfolios/:id/account', () => problem(503, { title: 'Away' })));
    expect(await screen.findByRole('alert')).toHaveTextContent('This part of Riskwatch is away');
    expect((await ticket()).getByLabelText('Symbol')).toBeInTheDocument();
  });
});
