import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http } from 'msw';
import { afterEach, describe, expect, it } from 'vitest';
import { problem } from '../../../mocks/problem';
import { useFarewell } from '@/features/session/farewell';
import { expectAccessible } from '../../../test/axe';
import { platform } from '../../../test/render';

const { open, server } = platform();
afterEach(() => useFarewell.setState({ deleted: false }));

async function ask() {
  await userEvent.click(await screen.findByRole('button', { name: 'Delete my account…' }));
  return within(await screen.findByRole('dialog', { name: 'Delete my account' }));
}

describe('the end of an account', () => {
  it('is told with what it means, and offers everything to take along first', async () => {
    open('/settings');
    const dialog = await ask();
    for (const what of [
      /portfolios, transactions/,
      /signed out everywhere/,
      /only owner/,
      /cannot be undone/,
    ])
      expect(dialog.getByText(what)).toBeInTheDocument();
    expect(dialog.getByRole('link', { name: 'Everything as JSON' })).toHaveAttribute(
      'href',
      '/api/v1/export',
    );
    expect(dialog.getByRole('link', { name: 'Everything as CSV files' })).toHaveAttribute(
      'href',
      '/api/v1/export/csv',
    );
    await expectAccessible();
  });

  it('does not come by a slip: what is typed must be the name', async () => {
    const state = open('/settings');
    const dialog = await ask();
    const name = dialog.getByLabelText('Type your name, Guest, to confirm');
    await userEvent.type(name, 'gest{Enter}');
    expect(dialog.getByText('This is not “Guest”.')).toBeInTheDocument();
    expect(name).toBeInvalid();
    expect(state.signedIn).toBe(true);
    await userEvent.clear(name);
    await userEvent.click(dialog.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(state.signedIn).toBe(true);
  });

  it('comes by keyboard alone, and the page it leads to says so', async () => {
    const state = open('/settings');
    const dialog = await ask();
    await userEvent.type(dialog.getByLabelText(/^Type your name/), ' guest {Enter}');
    const farewell = await screen.findByText(/^Your account is deleted/);
    expect(farewell).toHaveAttribute('role', 'status');
    expect(await screen.findByRole('button', { name: 'Try the demo' })).toBeInTheDocument();
    expect(state.signedIn).toBe(false);
    await expectAccessible();
  });

  it('keeps what was typed when somebody else must own the organisation first', async () => {
    open('/settings');
    server.use(
      http.delete('*/api/v1/me', () =>
        problem(409, { title: 'Conflict', detail: 'You are the only owner of Desk.', field: 'organisation' }),
      ),
    );
    const dialog = await ask();
    const name = dialog.getByLabelText(/^Type your name/);
    await userEvent.type(name, 'Guest');
    await userEvent.click(dialog.getByRole('button', { name: 'Delete my account for ever' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('You are the only owner of Desk.');
    expect(name).toHaveValue('Guest');
  });
});
