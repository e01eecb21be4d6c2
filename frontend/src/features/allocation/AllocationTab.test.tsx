import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http } from 'msw';
import { describe, expect, it } from 'vitest';
import { sample } from '../../../mocks/fixtures';
import { problem } from '../../../mocks/problem';
import { platform } from '../../../test/render';

const { open, server } = platform();
const at = `/portfolios/${sample.id}/allocation`;

describe('the allocation', () => {
  it('shows how the money is spread, and by what one likes', async () => {
    open(at);
    const spread = await screen.findByRole('region', { name: 'What kinds of things do I own?' });
    expect(within(spread).getByText('Index funds (ETF)')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: 'Currency' }));
    const money = await screen.findByRole('region', { name: 'Which currencies am I in?' });
    expect(within(money).getByText('US Dollar')).toBeInTheDocument();
    await userEvent.click(within(money).getByRole('button', { name: 'Table' }));
    expect(within(money).getByRole('cell', { name: '100.0%' })).toBeInTheDocument();
  });

  it('takes a target that adds up, and then leads back in whole shares', async () => {
    const state = open(at);
    const form = within(await screen.findByRole('region', { name: 'How should it be spread?' }));
    const save = form.getByRole('button', { name: 'Save as target' });
    await userEvent.type(form.getByLabelText('Index funds (ETF), %'), '60');
    await userEvent.type(form.getByLabelText('Bonds, %'), '24.5');
    expect(form.getByRole('status')).toHaveTextContent('Together 84.5%; +15.5% to go.');
    expect(save).toBeDisabled();
    await userEvent.type(form.getByLabelText('Shares, %'), '15,5');
    expect(form.getByRole('status')).toHaveTextContent('Together exactly 100%.');
    await userEvent.click(save);

    const back = await screen.findByRole('region', { name: /How far have I drifted/ });
    expect(state.target).toEqual({ by: 'class', weights: { ETF: '0.6', BOND: '0.245', EQUITY: '0.155' } });
    expect(await within(back).findByText('−20 shares')).toBeInTheDocument();
    expect(within(back).getByText('2 out of their bands')).toBeInTheDocument();
    expect(await within(back).findByText(/Risk score 4 now, 3 afterwards/)).toBeInTheDocument();
  });

  it('keeps what was typed when the service refuses it, and says which share', async () => {
    open(at);
    server.use(
      http.put('*/allocation/target', () =>
        problem(422, {
          title: 'Not a target',
          errors: [{ field: 'weights.ETF', message: 'must lie in [0, 1], was 2' }],
        }),
      ),
    );
    const field = await screen.findByLabelText('Index funds (ETF), %');
    await userEvent.type(field, '100');
    await userEvent.click(screen.getByRole('button', { name: 'Save as target' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('must lie in [0, 1], was 2');
    expect(field).toHaveValue('100');
  });

  it('says that its prices are away, and offers to try again', async () => {
    open(at);
    server.use(http.get('*/allocation', () => problem(503, { title: 'Market data is away' })));
    expect(await screen.findByRole('alert')).toHaveTextContent('Market data is away');
  });
});
