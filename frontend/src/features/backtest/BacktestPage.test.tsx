import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import example from '../../../../analytics-worker/contract/result/examples/backtest.json';
import { percentChange } from '@/shared/format/format';
import { analysis } from '../../../mocks/fixtures';
import { expectAccessible } from '../../../test/axe';
import { platform } from '../../../test/render';

const { open, server } = platform();
const done = analysis({ kind: 'backtest', state: 'COMPLETED', percent: 100 });

it('a rule is asked about with what its kind takes', async () => {
  const state = open('/backtest', { checkMs: 0 });
  await userEvent.click(await screen.findByRole('radio', { name: 'Follow the trend' }));
  await userEvent.clear(screen.getByLabelText('Average of many days'));
  await userEvent.type(screen.getByLabelText('Average of many days'), '40');
  expect(screen.getByLabelText('Average of many days')).toHaveAccessibleDescription(/more days/);
  expect(screen.getByRole('button', { name: 'Run backtest' })).toBeDisabled();
  await userEvent.type(screen.getByLabelText('Average of many days'), '0');
  await userEvent.type(screen.getByLabelText('Set it beside'), 'xwld');
  await userEvent.click(screen.getByRole('button', { name: 'Run backtest' }));
  await waitFor(() =>
    expect(state.asked).toContainEqual({
      kind: 'backtest',
      parameters: {
        strategy: 'MOVING_AVERAGE_CROSS',
        fast: 50,
        slow: 400,
        fee: 0.001,
        benchmark: 'XWLD',
      },
    }),
  );
});

it('a rule stands beside doing nothing, as a chart that the arrow keys read and as figures', async () => {
  open(`/backtest/${done.id}`, { analyses: [done] });
  const chart = await screen.findByRole('slider', { name: /the rule had made \$10,099.70/ });
  chart.focus();
  await userEvent.keyboard('{Home}');
  expect(chart).toHaveAttribute(
    'aria-valuetext',
    'Jan 1, 2025, The rule $10,000.00, Doing nothing $10,000.00, ALFA $10,000.00',
  );
  const measures = within(screen.getByRole('region', { name: 'Was it worth the trouble?' }));
  expect(measures.getByRole('row', { name: /^Growth per year/ })).toHaveTextContent('+3.3%+3.8%+3.1%+2.8%');
  expect(screen.getByText(/5 variants were tried; it is worked out when/)).toBeInTheDocument();
});

it('each year stands beside the benchmark, with its worst fall; an older result has no years', async () => {
  open(`/backtest/${done.id}`, { analyses: [done] });
  const card = within(await screen.findByRole('region', { name: 'How did each year go?' }));
  const [year] = example.yearly;
  expect(card.getByRole('row', { name: /^2025/ })).toHaveTextContent(
    [percentChange(year?.totalReturn, 1), percentChange(year?.benchmark, 1)].join(''),
  );
  expect(card.getByRole('columnheader', { name: 'ALFA' })).toBeInTheDocument();
  expect(card.getByRole('link', { name: 'CSV' })).toHaveAttribute(
    'href',
    `/api/v1/analyses/${done.id}/result.csv?table=yearly`,
  );
  expect(card.getByText(/the rule less ALFA/)).toBeInTheDocument();
  await expectAccessible(screen.getByRole('region', { name: 'How did each year go?' }));
});

it('a result from before the years were worked out is shown without them', async () => {
  open(`/backtest/${done.id}`, { analyses: [done] });
  server.use(
    http.get('*/api/v1/analyses/:id/result', () => HttpResponse.json({ ...example, yearly: undefined })),
  );
  expect(await screen.findByRole('region', { name: 'Was it worth the trouble?' })).toBeInTheDocument();
  expect(screen.queryByRole('region', { name: 'How did each year go?' })).not.toBeInTheDocument();
});
