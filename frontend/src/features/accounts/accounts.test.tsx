import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { mainAccount, sample, secondAccount } from '../../../mocks/fixtures';
import { platform } from '../../../test/render';

const { open } = platform();
const at = `/portfolios/${sample.id}`;
const two = () => ({ accounts: [mainAccount, secondAccount] });

describe('the accounts of a portfolio', () => {
  it('are no choice as long as there is one, and a further one is added in place', async () => {
    const state = open(at);
    await userEvent.click(await screen.findByRole('button', { name: 'Accounts' }));
    expect(screen.queryByRole('combobox', { name: 'Account' })).not.toBeInTheDocument();
    const dialog = within(await screen.findByRole('dialog', { name: 'Accounts of this portfolio' }));
    await userEvent.click(await dialog.findByRole('button', { name: 'Add an account' }));
    const form = within(dialog.getByRole('form', { name: 'A further account' }));
    await userEvent.type(form.getByLabelText('Name'), 'main ACCOUNT');
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(form.getByLabelText('Name')).toHaveAccessibleDescription(/an account of this name already/),
    );
    await userEvent.clear(form.getByLabelText('Name'));
    await userEvent.type(form.getByLabelText('Name'), 'Savings bank');
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('“Savings bank” is there now.')).toBeInTheDocument();
    expect(state.accounts[1]).toMatchObject({ name: 'Savings bank', kind: 'CASH', shortsAllowed: false });
    expect(await screen.findByRole('combobox', { name: 'Account' })).toBeInTheDocument();
  });

  it('keep what was typed when somebody changed one meanwhile, until one saves over it', async () => {
    const state = open(at, two());
    await userEvent.click(await screen.findByRole('button', { name: 'Accounts' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Change: Second broker' }));
    const form = within(await screen.findByRole('form', { name: 'Change: Second broker' }));
    state.versions.set(secondAccount.id, 2);
    await userEvent.clear(form.getByLabelText('Name'));
    await userEvent.type(form.getByLabelText('Name'), 'Third broker');
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    expect(await form.findByRole('alert')).toHaveTextContent('Changed meanwhile');
    expect(form.getByLabelText('Name')).toHaveValue('Third broker');
    await userEvent.click(form.getByRole('button', { name: 'Save mine over it' }));
    expect(await screen.findByText('The account is changed.')).toBeInTheDocument();
    expect(state.accounts[1]?.name).toBe('Third broker');
  });

  it('are closed when nothing was booked in them, and say why otherwise; the standard one stays', async () => {
    const state = open(at, {
      ...two(),
      transactions: [
        { id: 'a', type: 'DEPOSIT', date: '2026-01-02', currency: 'USD', accountId: secondAccount.id },
      ],
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Accounts' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Close: Second broker' }));
    expect(screen.queryByRole('button', { name: 'Close: Main account' })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Close it' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The account has transactions.');
    state.transactions = [];
    await userEvent.click(screen.getByRole('button', { name: 'Close it' }));
    expect(await screen.findByText('The account is closed.')).toBeInTheDocument();
    expect(state.accounts).toEqual([mainAccount]);
  });
});

describe('the account that is looked at', () => {
  it('stays in the address from side to side, and narrows what is shown', async () => {
    const state = open(at, two());
    await screen.findByText('Halo Health Systems');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Account' }), 'Second broker');
    await waitFor(() => expect(screen.queryByText('Halo Health Systems')).not.toBeInTheDocument());
    expect(screen.getByText('Orbix Semiconductors')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Delete this portfolio/ })).not.toBeInTheDocument();

    await userEvent.click(screen.getByRole('link', { name: 'Transactions' }));
    expect(await screen.findByText('No transactions yet')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('link', { name: 'Performance' }));
    expect(await screen.findByText(/of all accounts together/)).toBeInTheDocument();
    await waitFor(() =>
      expect(state.asked).toContainEqual({
        kind: 'performance',
        parameters: expect.objectContaining({ accountId: secondAccount.id }) as unknown,
      }),
    );
  });

  it('is as if none were named once it is not there any more', async () => {
    open(`${at}/transactions?account=gone`, two());
    expect(await screen.findByText('monthly saving')).toBeInTheDocument();
    expect(screen.getByRole('combobox', { name: 'Account' })).toHaveValue('');
  });
});

describe('the ledger of several accounts', () => {
  it('takes a purchase into the account that is chosen', async () => {
    const state = open(`${at}/transactions?add=DEPOSIT`, two());
    const form = within(await screen.findByRole('region', { name: 'What happened?' }));
    expect(form.getByLabelText('Account')).toHaveValue(mainAccount.id);
    await userEvent.selectOptions(form.getByLabelText('Account'), 'Second broker');
    await userEvent.type(form.getByLabelText('Amount'), '100');
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(state.transactions[0]).toMatchObject({ type: 'DEPOSIT', accountId: secondAccount.id }),
    );
  });

  it('moves a holding from one to the other in one line', async () => {
    const state = open(`${at}/transactions?account=${secondAccount.id}`, two());
    await userEvent.click(await screen.findByRole('button', { name: 'Move between accounts' }));
    const form = within(await screen.findByRole('region', { name: 'What moves to another account?' }));
    expect(form.getByLabelText('From account')).toHaveValue(secondAccount.id);
    await userEvent.click(form.getByRole('radio', { name: 'A holding' }));
    await userEvent.selectOptions(form.getByLabelText('To account'), 'Second broker');
    await userEvent.type(form.getByLabelText('Symbol'), 'orbx');
    await userEvent.type(form.getByLabelText('Quantity'), '20');
    expect(form.getByLabelText('Quantity')).toHaveAccessibleDescription('60 held there now');
    await userEvent.click(form.getByRole('button', { name: 'Move it' }));
    expect(form.getByLabelText('To account')).toHaveAccessibleDescription(/another account/);
    expect(form.getByLabelText('To account')).toHaveFocus();
    await userEvent.selectOptions(form.getByLabelText('To account'), 'Main account');
    await userEvent.click(form.getByRole('button', { name: 'Move it' }));
    expect(await screen.findByText('The move is recorded.')).toBeInTheDocument();
    expect(state.transactions[0]).toMatchObject({
      type: 'TRANSFER',
      symbol: 'ORBX',
      quantity: '20',
      accountId: secondAccount.id,
      toAccountId: mainAccount.id,
    });
    expect(await screen.findByRole('cell', { name: 'Second broker → Main account' })).toBeInTheDocument();
  });
});
