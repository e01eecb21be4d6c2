import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http } from 'msw';
import { describe, expect, it } from 'vitest';
import { analysis } from '../../../mocks/fixtures';
import { problem } from '../../../mocks/problem';
import { platform } from '../../../test/render';

const { open, server } = platform();
const done = (kind: string) => analysis({ kind, state: 'COMPLETED', percent: 100 });
const form = async () => within(await screen.findByRole('region', { name: 'What may become of it?' }));

describe('the simulation', () => {
  it('is ready with the portfolio’s own values, and asks for what was chosen', async () => {
    const state = open('/simulate', { checkMs: 60_000 });
    const plan = await form();
    expect(plan.getByRole('textbox', { name: 'Sum to be reached' })).toHaveValue('200000');
    await userEvent.click(plan.getByRole('radio', { name: 'What a goal takes' }));
    const years = plan.getByRole('textbox', { name: 'For how long' });
    await userEvent.clear(years);
    expect(years).toHaveAccessibleDescription('Write whole years from 1 to 60.');
    expect(plan.getByRole('button', { name: 'Simulate' })).toBeDisabled();
    await userEvent.type(years, '20');
    await userEvent.selectOptions(plan.getByLabelText('How a future is drawn'), 'Fat tails (Student t)');
    await userEvent.click(plan.getByRole('button', { name: 'Simulate' }));
    await waitFor(() =>
      expect(state.asked).toEqual([
        {
          kind: 'goal',
          parameters: { model: 'STUDENT_T', paths: 10000, years: 20, contributions: 0, target: 200000 },
        },
      ]),
    );
    await waitFor(() => expect(screen.getByRole('progressbar')).toBeVisible());
  });

  it('says the lower end first, and the chance with its error', async () => {
    open('/simulate', { analyses: [done('monte-carlo')] });
    const words = await screen.findByRole('region', { name: 'What this means for you' });
    expect(words).toHaveTextContent(
      /After 10 years, 1 of 20 futures ends below \$8,340; half of them end above \$17,918/,
    );
    const figures = within(screen.getByRole('list', { name: 'Figures' }));
    expect(figures.getByText('41%')).toBeInTheDocument();
    expect(figures.getByText('standard error 0.5 points')).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'Sum to be reached' })).toHaveValue('20000');
  });

  it('draws a fan that the arrow keys read, with a table behind it', async () => {
    open(`/simulate/${done('monte-carlo').id}`, { analyses: [done('monte-carlo')] });
    const fan = await screen.findByRole('slider', { name: /Futures until/ });
    fan.focus();
    await userEvent.keyboard('{Home}');
    expect(fan).toHaveAttribute(
      'aria-valuetext',
      'Apr 22, 2025, 9 in 10: $10,000 – $10,000, Half: $10,000 – $10,000, Middle: $10,000',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Table' }));
    expect(within(screen.getByRole('table')).getAllByRole('row')).toHaveLength(22);
  });

  it('tells what a goal takes each month', async () => {
    open('/simulate', { analyses: [done('goal')] });
    const figures = within(await screen.findByRole('list', { name: 'Figures' }));
    expect(figures.getByText('Needed each month')).toBeInTheDocument();
    expect(figures.getByText('$125')).toBeInTheDocument();
  });

  it('keeps the plan when it is refused', async () => {
    open('/simulate');
    server.use(
      http.post('*/api/v1/analyses', () =>
        problem(402, { title: 'Plan limit reached', detail: '20 a day.' }),
      ),
    );
    const plan = await form();
    const monthly = plan.getByRole('textbox', { name: 'Put in each month' });
    await userEvent.clear(monthly);
    await userEvent.type(monthly, '-500');
    await userEvent.click(plan.getByRole('button', { name: 'Simulate' }));
    expect(await plan.findByRole('alert')).toHaveTextContent('20 a day.');
    expect(monthly).toHaveValue('-500');
  });
});
