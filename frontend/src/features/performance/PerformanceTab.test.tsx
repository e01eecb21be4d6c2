import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http } from 'msw';
import { describe, expect, it } from 'vitest';
import { sample } from '../../../mocks/fixtures';
import { problem } from '../../../mocks/problem';
import { platform } from '../../../test/render';

const { open, server } = platform();
const at = `/portfolios/${sample.id}/performance`;

describe('the performance', () => {
  it('shows two returns, the sentence why they differ, and the payments they are made of', async () => {
    open(at);
    const returns = within(await screen.findByRole('region', { name: 'How did it do?' }));
    expect(returns.getByText('+4.50%')).toBeInTheDocument();
    expect(returns.getByText('+19.87% a year')).toBeInTheDocument();
    expect(returns.getByText(/Your timing cost you 3.00 percentage points/)).toBeInTheDocument();
    const flows = within(screen.getByRole('region', { name: 'What did I pay in and out?' }));
    expect(flows.getAllByText('Deposit')).toHaveLength(2);
  });

  it('splits the gain in three, and counts both as currency when one likes', async () => {
    open(at);
    const gains = within(await screen.findByRole('region', { name: 'What was the gain made of?' }));
    expect(gains.getAllByText('+$90.00')).not.toHaveLength(0);
    expect(gains.getAllByText('+$5.00')).not.toHaveLength(0);
    await userEvent.click(gains.getByRole('checkbox'));
    expect(gains.getAllByText('+$55.00')).not.toHaveLength(0);
    expect(gains.queryByText('+$5.00')).not.toBeInTheDocument();
  });

  it('shows what was paid and what is announced, and marks what may come as an estimate', async () => {
    open(at);
    const income = within(await screen.findByRole('region', { name: 'What did it pay me?' }));
    expect(income.getByText(/\$9.00 arrived in the last twelve months/)).toHaveTextContent('(estimate)');
    await userEvent.click(income.getByRole('button', { name: 'Table' }));
    expect(income.getByRole('columnheader', { name: 'Estimate, before taxes' })).toBeInTheDocument();
    expect(income.getByText(/\$2.00 is announced and has not arrived/)).toBeInTheDocument();
    const announced = within(income.getByRole('region', { name: 'Announced' }));
    expect(announced.getByRole('row', { name: /QNTL.*Feb.*Mar.*8.*0.25 USD.*\$2.00/ })).toBeInTheDocument();
  });

  it('keeps range and benchmark in the address, and says when a symbol is not known', async () => {
    open(`${at}?range=year`);
    expect(await screen.findByRole('radio', { name: '1 year' })).toBeChecked();
    await userEvent.type(screen.getByLabelText('Beside it (symbol)'), 'nope');
    await userEvent.click(screen.getByRole('button', { name: 'Compare' }));
    expect(await screen.findByText(/'NOPE' is not known/)).toBeInTheDocument();
  });

  it('draws what the same deposits would be worth in the benchmark, and tells it as a table', async () => {
    open(`${at}?benchmark=XWLD`);
    const card = within(await screen.findByRole('region', { name: 'What if my deposits had bought XWLD?' }));
    expect(card.getByRole('slider')).toHaveAccessibleName(
      'On Jan 31, 2026 your portfolio is worth $1,520.00; the same payments in XWLD would be worth $1,579.61',
    );
    expect(card.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['My portfolio', 'XWLD']);
    await userEvent.click(card.getByRole('button', { name: 'Table' }));
    const last = within(card.getAllByRole('row').at(-1) as HTMLElement);
    expect(last.getByText('+$59.61')).toBeInTheDocument();
  });

  it('has no such picture while nothing is chosen', async () => {
    open(at);
    await screen.findByRole('region', { name: 'How did the holdings grow?' });
    expect(screen.queryByRole('region', { name: /What if my deposits/ })).not.toBeInTheDocument();
  });

  it('says that market data is away, and offers to try again', async () => {
    open(at);
    server.use(http.get('*/performance', () => problem(503, { title: 'Market data is away' })));
    expect(await screen.findByRole('alert')).toHaveTextContent('Market data is away');
  });
});
