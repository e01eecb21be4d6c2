import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http } from 'msw';
import { describe, expect, it } from 'vitest';
import { sample } from '../../../mocks/fixtures';
import { problem } from '../../../mocks/problem';
import { platform } from '../../../test/render';

const { open, server } = platform();
const at = `/portfolios/${sample.id}/transactions`;

describe('the ledger', () => {
  it('is added to by a form that says what is missing at its field', async () => {
    const state = open(at);
    await userEvent.click(await screen.findByRole('button', { name: 'Add a transaction' }));
    const form = within(await screen.findByRole('region', { name: 'What happened?' }));
    await userEvent.type(form.getByLabelText('Symbol'), 'orbx');
    await userEvent.type(form.getByLabelText('Price per piece'), '120.50');
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    expect(form.getByLabelText('Quantity')).toHaveAccessibleDescription('This is needed.');
    expect(form.getByLabelText('Quantity')).toHaveFocus();

    await userEvent.type(form.getByLabelText('Quantity'), '40');
    await userEvent.type(form.getByLabelText('Fee'), '1');
    expect(form.getByLabelText('Amount')).toHaveAccessibleDescription(/\$4,821\.00 follows/);
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('The transaction is recorded.')).toBeInTheDocument();
    expect(state.transactions[0]).toMatchObject({ type: 'BUY', symbol: 'ORBX', quantity: '40', fee: '1' });
    expect(await screen.findByRole('cell', { name: '$120.50' })).toBeInTheDocument();
  });

  it('asks for what a split has and not for money', async () => {
    open(`${at}?add=SPLIT`);
    const form = within(await screen.findByRole('region', { name: 'What happened?' }));
    expect(form.getByLabelText('New pieces')).toBeInTheDocument();
    expect(form.queryByLabelText('Amount')).not.toBeInTheDocument();
    expect(form.queryByLabelText('Currency')).not.toBeInTheDocument();
  });

  it('keeps what was typed when the ledger refuses it, at the field it names', async () => {
    open(`${at}?add=SELL`);
    server.use(
      http.post('*/transactions', () =>
        problem(422, {
          title: 'Refused',
          errors: [{ field: 'quantity', message: 'only 60 are held on that day' }],
        }),
      ),
    );
    const form = within(await screen.findByRole('region', { name: 'What happened?' }));
    await userEvent.type(form.getByLabelText('Symbol'), 'XWLD');
    await userEvent.type(form.getByLabelText('Quantity'), '90');
    await userEvent.type(form.getByLabelText('Price per piece'), '100');
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(form.getByLabelText('Quantity')).toHaveAccessibleDescription('only 60 are held on that day'),
    );
    expect(form.getByLabelText('Quantity')).toHaveValue('90');
  });

  it('changes a line only as it was when it was opened', async () => {
    const state = open(at);
    await userEvent.click(await screen.findByRole('link', { name: /^Change: Bought, XWLD/ }));
    const form = within(await screen.findByRole('region', { name: 'Change a transaction' }));
    const quantity = await form.findByLabelText('Quantity');
    expect(quantity).toHaveValue('60');
    state.versions.set(state.transactions[0]?.id ?? '', 2);
    await userEvent.clear(quantity);
    await userEvent.type(quantity, '50');
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    expect(await form.findByRole('alert')).toHaveTextContent('Changed meanwhile');
    expect(quantity).toHaveValue('50');
  });

  it('takes a line out after asking once more', async () => {
    const state = open(at);
    await userEvent.click(await screen.findByRole('button', { name: /^Delete: Bought, XWLD/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Delete it' }));
    await waitFor(() => expect(screen.queryByText('XWLD')).not.toBeInTheDocument());
    expect(state.transactions).toHaveLength(1);
  });
});
