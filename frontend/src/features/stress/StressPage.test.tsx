import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import repriced from '../../../../analytics-worker/contract/result/examples/stress-repriced.json';
import { analysis } from '../../../mocks/fixtures';
import { expectAccessible } from '../../../test/axe';
import { platform } from '../../../test/render';

const { open, server } = platform();

it('a stress test asks for what was typed, and shows every scenario with the holdings behind one', async () => {
  const state = open('/stress', { checkMs: 0 });
  const reverse = await screen.findByLabelText('What would lose me, %');
  await userEvent.clear(reverse);
  expect(reverse).toHaveAccessibleDescription('Write a number in the range 1 to 90.');
  await userEvent.type(reverse, '25');
  await userEvent.click(screen.getByRole('button', { name: 'Run stress test' }));
  await waitFor(() =>
    expect(state.asked).toEqual([
      {
        kind: 'stress',
        parameters: {
          shocks: [{ name: 'Your shock', classes: { EQUITY: -0.2 }, rates: 0.01 }],
          reverseLoss: 0.25,
        },
      },
    ]),
  );
  expect(await screen.findByRole('link', { name: 'Download report (PDF)' })).toHaveAttribute(
    'href',
    expect.stringMatching(/^\/api\/v1\/analyses\/[0-9a-f-]{36}\/report\.pdf$/),
  );
  const words = await screen.findByRole('region', { name: 'What this means for you' });
  expect(words).toHaveTextContent('would be the worst of 19 crises');
  await userEvent.click(screen.getByRole('button', { name: 'Equities fall, rates rise' }));
  const [holdings] = screen.getAllByRole('region', { name: 'By holding: Equities fall, rates rise' });
  expect(within(holdings as HTMLElement).getByText('−20.0%')).toBeInTheDocument();
});

it('what is priced anew is shown in words and bars, and its terms as two tables and a file', async () => {
  const done = analysis({ kind: 'stress', state: 'COMPLETED', percent: 100 });
  open(`/stress/${done.id}`, { analyses: [done] });
  server.use(http.get('*/api/v1/analyses/:id/result', () => HttpResponse.json(repriced)));
  const card = within(await screen.findByRole('region', { name: 'What do options and bonds do?' }));
  expect(card.getByText('PUT when STK falls 20%')).toBeInTheDocument();
  expect(card.getByText('+151.6%')).toBeInTheDocument();
  expect(card.getByText('BND when its interest rises 1 point')).toBeInTheDocument();
  expect(card.getByText('−7.8%')).toBeInTheDocument();
  expect(card.getByRole('button', { name: 'CSV' })).toBeInTheDocument();
  await userEvent.click(card.getByRole('button', { name: 'Table' }));
  const options = within(card.getByRole('region', { name: 'Options, as they are priced now' }));
  expect(options.getByRole('row', { name: /^CALL/ })).toHaveTextContent('17.6%its price0.587.3−88.0%');
  const bonds = within(card.getByRole('region', { name: 'Bonds, as they are priced now' }));
  expect(bonds.getByRole('row', { name: /^BND/ })).toHaveTextContent('BND9.00%8.3499.6−7.8%');
  await expectAccessible(screen.getByRole('region', { name: 'What do options and bonds do?' }));
});
