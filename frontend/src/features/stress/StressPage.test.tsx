import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { platform } from '../../../test/render';

const { open } = platform();

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
  const words = await screen.findByRole('region', { name: 'What this means for you' });
  expect(words).toHaveTextContent('would be the worst of 19 crises');
  await userEvent.click(screen.getByRole('button', { name: 'Equities fall, rates rise' }));
  const [holdings] = screen.getAllByRole('region', { name: 'By holding: Equities fall, rates rise' });
  expect(within(holdings as HTMLElement).getByText('−20.0%')).toBeInTheDocument();
});
