import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { analysis } from '../../../mocks/fixtures';
import { expectAccessible } from '../../../test/axe';
import { platform } from '../../../test/render';

const { open } = platform();

it('asks for common movements, or for the factors of a file', async () => {
  const state = open('/factor', { checkMs: 0 });
  const many = await screen.findByLabelText('How many common movements');
  await userEvent.clear(many);
  expect(screen.getByRole('button', { name: 'See what drives it' })).toBeDisabled();
  const file = new File(['date,MKT\n2025-01-02,0.3\n'], 'factors.csv', { type: 'text/csv' });
  await userEvent.upload(screen.getByLabelText('Your own factors (CSV)'), file);
  await userEvent.selectOptions(await screen.findByLabelText('The numbers are'), 'PERCENT');
  await userEvent.type(screen.getByLabelText('Column of the riskless return'), 'RF');
  await userEvent.click(screen.getByRole('button', { name: 'See what drives it' }));
  await waitFor(() =>
    expect(state.asked).toContainEqual({
      kind: 'factor',
      parameters: { csv: 'date,MKT\n2025-01-02,0.3\n', unit: 'PERCENT', riskFreeColumn: 'RF' },
    }),
  );
});

it('shows how much is explained, and how strongly each factor pulls', async () => {
  const done = analysis({ kind: 'factor', state: 'COMPLETED', percent: 100 });
  open(`/factor/${done.id}`, { analyses: [done] });
  expect(await screen.findByRole('row', { name: /^MKT/ })).toHaveTextContent('0.8913.50.00064.3%');
});

it('shows how the pull changed in time, as a chart that the arrow keys read, as figures and as a file', async () => {
  const done = analysis({ kind: 'factor', state: 'COMPLETED', percent: 100 });
  open(`/factor/${done.id}`, { analyses: [done] });
  const chart = await screen.findByRole('slider', {
    name: /^How strongly each factor pulled.*MKT went from 0.90/,
  });
  chart.focus();
  await userEvent.keyboard('{Home}');
  expect(chart).toHaveAttribute('aria-valuetext', 'Feb 13, 2025, 0.90');
  const card = within(screen.getByRole('region', { name: 'Has that changed in time?' }));
  expect(card.getByText(/Each point looks at the 30 periods up to its day/)).toBeInTheDocument();
  expect(card.getByRole('button', { name: 'CSV' })).toBeInTheDocument();
  await userEvent.click(card.getByRole('button', { name: 'Table' }));
  expect(card.getByRole('row', { name: /^Feb 13, 2025/ })).toHaveTextContent('0.9063.8%');
  await expectAccessible(screen.getByRole('region', { name: 'Has that changed in time?' }));
});
