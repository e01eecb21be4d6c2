import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { analysis, riskResult } from '../../../mocks/fixtures';
import { platform } from '../../../test/render';

const { open, server } = platform();
const check = analysis({ state: 'COMPLETED', percent: 100 });
const test = analysis({
  id: '0198a000-0000-7000-8000-000000000101',
  kind: 'var-backtest',
  state: 'COMPLETED',
  percent: 100,
});
const card = async () => within(await screen.findByRole('region', { name: 'Can this figure be trusted?' }));

describe('the test of the value at risk', () => {
  it('asks with what was chosen, and shows the verdict in words when it is done', async () => {
    const state = open(`/risk/${check.id}`, { analyses: [check], checkMs: 0 });
    const form = await card();
    expect(await form.findByText(/Has this method kept its promise/)).toBeInTheDocument();
    await userEvent.selectOptions(form.getByLabelText('Method'), 'Cornish-Fisher');
    await userEvent.click(form.getByRole('radio', { name: /1 time in 20/ }));
    await userEvent.click(form.getByRole('button', { name: 'Put it to the test' }));
    await waitFor(() =>
      expect(state.asked).toEqual([
        {
          kind: 'var-backtest',
          parameters: { method: 'CORNISH_FISHER', confidence: 0.95, days: 250 },
        },
      ]),
    );
    expect(await form.findByText(/On 4 of the last 39 days you would have lost more/)).toBeInTheDocument();
    expect(form.getByText('Yellow zone')).toBeInTheDocument();
    const kupiec = form.getByRole('row', { name: /Kupiec/ });
    expect(kupiec).toHaveTextContent('Not rejected');
    expect(kupiec).toHaveTextContent('1.763');
    expect(kupiec).toHaveTextContent('0.184');
  });

  it('can be read day by day with the arrow keys, and as a table of its bad days', async () => {
    open(`/risk/${check.id}?backtest=${test.id}`, { analyses: [check, test] });
    const shown = await card();
    const chart = await shown.findByRole('slider', { name: /Worse than announced: 4/ });
    chart.focus();
    await userEvent.keyboard('{Home}');
    expect(chart).toHaveAttribute('aria-valuetext', 'Feb 27, 2025, The day −0.9%, Announced −0.9%');
    await userEvent.click(shown.getByRole('button', { name: 'Table' }));
    expect(
      within(shown.getByRole('region', { name: /Days that lost more/ })).getAllByRole('row'),
    ).toHaveLength(5);
  });
});

describe('methods that differ', () => {
  it('say why, and which of them gave no answer', async () => {
    open(`/risk/${check.id}`, { analyses: [check] });
    server.use(
      http.get('*/analyses/:id/result', () =>
        HttpResponse.json({
          ...riskResult,
          absent: { 'valueAtRisk.GARCH': 'GARCH needs at least 100 daily returns' },
          valueAtRisk: riskResult.valueAtRisk.map((figure) =>
            figure.method === 'NORMAL' ? { ...figure, fraction: figure.fraction * 2 } : figure,
          ),
        }),
      ),
    );
    const note = await screen.findByRole('note');
    expect(note).toHaveTextContent(/Normal distribution says 114% more than Historical/);
    expect(note).toHaveTextContent(/bell curve/);
    expect(screen.getByText(/GARCH gave no answer: GARCH needs at least 100/)).toBeInTheDocument();
  });
});
