import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { sample } from '../../../mocks/fixtures';
import { recommendations } from '../../../mocks/portfolioFixtures';
import { platform } from '../../../test/render';

const { open } = platform();
const at = `/portfolios/${sample.id}/recommendations`;
const card = async (name: string) => within(await screen.findByRole('region', { name }));

describe('a recommendation', () => {
  it('shows what was measured, and never a trade without what it would do', async () => {
    open(at);
    const single = await card('One position is large');
    expect(single.getByText('32.1%')).toBeInTheDocument();
    expect(single.getByText('$31,386')).toBeInTheDocument();
    expect(single.getByText('−$11,830.84')).toBeInTheDocument();
    expect(single.getByText('5 → 4')).toBeInTheDocument();
    expect(single.queryByText(/buy|sell/i)).not.toBeInTheDocument();
    const stale = await card('Prices are old');
    expect(stale.queryByText('What it would do')).not.toBeInTheDocument();
  });

  it('is put aside with a reason, and brought back', async () => {
    const state = open(at);
    const single = await card('One position is large');
    await userEvent.click(single.getByRole('button', { name: 'Put aside' }));
    await userEvent.type(single.getByLabelText('Why is this fine for you?'), 'I work there');
    await userEvent.click(single.getByRole('button', { name: 'Put aside' }));
    await waitFor(() =>
      expect(screen.queryByRole('region', { name: 'One position is large' })).not.toBeInTheDocument(),
    );
    expect([...state.dismissed.values()]).toEqual(['I work there']);

    await userEvent.click(screen.getByRole('radio', { name: 'Put aside' }));
    const aside = await card('One position is large');
    expect(aside.getByText(/“I work there”/)).toBeInTheDocument();
    await userEvent.click(aside.getByRole('button', { name: 'Bring back' }));
    expect(await screen.findByText('Nothing is put aside')).toBeInTheDocument();
  });

  it('speaks from a threshold that can be moved', async () => {
    const state = open(at);
    const single = await card('One position is large');
    await userEvent.click(single.getByRole('button', { name: /^Move the threshold/ }));
    const field = single.getByLabelText('Speak from, %');
    expect(field).toHaveValue('20');
    await userEvent.clear(field);
    await userEvent.type(field, '25');
    await userEvent.click(single.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(state.thresholds.get('SINGLE_POSITION')).toBe(0.25));
  });

  it('has rules behind it that can be read and set back to their default', async () => {
    const state = open(at, { dismissed: new Map(recommendations.map(({ id }) => [id, 'fine'])) });
    expect(await screen.findByText('Nothing stands out')).toBeInTheDocument();
    await userEvent.click(screen.getByText('Show all rules'));
    const row = await screen.findByRole('row', { name: /You trade often/ });
    expect(row).toHaveTextContent('instead of 20');
    state.thresholds.set('CHURN', 30);
    await userEvent.click(within(row).getByRole('button', { name: /Number of trades in a year/ }));
    await userEvent.click(within(row).getByRole('button', { name: 'Default (20)' }));
    await waitFor(() => expect(state.thresholds.has('CHURN')).toBe(false));
  });
});
