import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { analysis } from '../../../mocks/fixtures';
import { expectAccessible } from '../../../test/axe';
import { platform } from '../../../test/render';

const { open } = platform();
const done = analysis({ kind: 'leverage', state: 'COMPLETED', percent: 100 });

it('a loan is asked about on its terms, in percent', async () => {
  const state = open('/leverage', { checkMs: 0 });
  const interest = await screen.findByLabelText('Interest, % a year');
  await userEvent.clear(interest);
  await userEvent.type(interest, '90');
  expect(interest).toHaveAccessibleDescription('Write a number in the range 0 to 50.');
  expect(screen.getByRole('button', { name: 'Look before I borrow' })).toBeDisabled();
  await userEvent.clear(interest);
  await userEvent.type(interest, '7.5');
  await userEvent.click(screen.getByRole('button', { name: 'Look before I borrow' }));
  await waitFor(() =>
    expect(state.asked).toContainEqual({
      kind: 'leverage',
      parameters: { leverage: 1.5, interestRate: 0.075, maintenance: 0.25, initial: 0.5 },
    }),
  );
});

it('a loan shows how far prices may fall, beside the same without one', async () => {
  open(`/leverage/${done.id}`, { analyses: [done] });
  const tiles = within(await screen.findByRole('list', { name: 'Figures' }));
  expect(tiles.getByText('−33.3%')).toBeInTheDocument();
  expect(tiles.getByText('A call below $13,333')).toBeInTheDocument();
  const grid = within(screen.getByRole('region', { name: 'The same for other loans' }));
  expect(grid.getByRole('row', { name: /^1.00 times/ })).toHaveTextContent('$0–$0');
  expect(screen.getByRole('textbox', { name: 'Invested for each 1 of your own' })).toHaveValue('2');
});

it('the slider says at once what a loan means, and the picture marks where one stands', async () => {
  open(`/leverage/${done.id}`, { analyses: [done] });
  const said = within(await screen.findByRole('group', { name: 'What this slider position means' }));
  fireEvent.change(screen.getByRole('slider', { name: 'Invested for each 1 of your own' }), {
    target: { value: '2.75' },
  });
  expect(said.getByText('−15.2%')).toBeInTheDocument();
  expect(said.getByText('$1,065')).toBeInTheDocument();
  expect(said.getByText('about 12%')).toBeInTheDocument();
  fireEvent.change(screen.getByLabelText('Own part that must stay, %'), { target: { value: '40' } });
  expect(said.getByText('after the look')).toBeInTheDocument();

  const picture = screen.getByRole('slider', { name: /^Over leverage/ });
  expect(within(picture).getByText('You')).toBeInTheDocument();
  expect(within(picture).getByText('Asked')).toBeInTheDocument();
  fireEvent.keyDown(picture, { key: 'End' });
  expect(picture).toHaveAttribute('aria-valuetext', expect.stringContaining('Years with a call 21%'));
  const curve = within(screen.getByRole('region', { name: 'Where does borrowing get dangerous?' }));
  await userEvent.click(curve.getByRole('button', { name: 'Table' }));
  expect(curve.getByRole('row', { name: /^2.50 times/ })).toHaveTextContent('20.0%2.1%');
  await expectAccessible();
});
