import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http } from 'msw';
import { afterEach, describe, expect, it } from 'vitest';
import { problem } from '../../../mocks/problem';
import { speak } from '@/shared/i18n/i18n';
import { useSettings } from '@/shared/settings/settings';
import { expectAccessible } from '../../../test/axe';
import { platform } from '../../../test/render';

const { open, server } = platform();
afterEach(async () => {
  useSettings.setState({ level: undefined, language: undefined });
  await speak('en');
});

describe('the settings', () => {
  it('keep the level of detail in the account and in this browser', async () => {
    const state = open('/settings');
    const looks = within(await screen.findByRole('region', { name: 'Appearance' }));
    await waitFor(() => expect(looks.getByRole('radio', { name: 'Detailed' })).toBeChecked());
    await userEvent.click(looks.getByRole('radio', { name: 'Student' }));
    expect(looks.getByRole('radio', { name: 'Student' })).toBeChecked();
    await waitFor(() => expect(state.preferences.level).toBe('STUDENT'));
    expect(localStorage.getItem('riskwatch.settings')).toContain('"level":"STUDENT"');
    await expectAccessible();
  });

  it('hand out a token under a name, show it once, and take it back', async () => {
    const state = open('/settings');
    const card = within(await screen.findByRole('region', { name: 'Personal access tokens' }));
    await userEvent.type(card.getByLabelText('Name'), 'Notebook{Enter}');
    expect(await card.findByText('rwp_example-shown-only-once')).toBeInTheDocument();
    expect(card.getByLabelText('Name')).toHaveValue('');
    const row = await card.findByRole('row', { name: /^Notebook/ });
    expect(row).toHaveTextContent('Never');
    await userEvent.click(within(row).getByRole('button', { name: 'Revoke Notebook' }));
    await waitFor(() => expect(state.tokens).toEqual([]));
    await waitFor(() => expect(row).not.toBeInTheDocument());
  });

  it('hand out credentials of a program, show its secret once, and take them back', async () => {
    const state = open('/settings');
    const card = within(await screen.findByRole('region', { name: 'Programs that sign in by themselves' }));
    await userEvent.type(card.getByLabelText('Name of the program'), 'Nightly');
    await userEvent.click(card.getByRole('button', { name: 'Create credentials' }));
    expect(await card.findByText('example-shown-only-once')).toBeInTheDocument();
    await userEvent.click(await card.findByRole('button', { name: 'Revoke Nightly' }));
    await waitFor(() => expect(state.programs).toEqual([]));
  });

  it('give all data away, and delete a portfolio only after a question', async () => {
    const state = open('/settings');
    const card = within(await screen.findByRole('region', { name: 'Your data' }));
    expect(card.getByRole('link', { name: 'Everything as JSON' })).toHaveAttribute('href', '/api/v1/export');
    expect(card.getByRole('link', { name: 'Everything as CSV files' })).toHaveAttribute(
      'href',
      '/api/v1/export/csv',
    );
    await userEvent.click(await card.findByRole('button', { name: 'Delete “Sample portfolio”' }));
    await userEvent.click(card.getByRole('button', { name: 'Keep it' }));
    expect(state.portfolios).toHaveLength(1);
    await userEvent.click(card.getByRole('button', { name: 'Delete “Sample portfolio”' }));
    await userEvent.click(card.getByRole('button', { name: 'Delete it' }));
    expect(await card.findByText('You have no portfolio.')).toBeInTheDocument();
  });

  it('say why a program gets no credentials, and keep its name', async () => {
    open('/settings');
    server.use(http.post('*/api/v1/me/clients', () => problem(402, { title: 'The plan allows no more' })));
    await userEvent.type(await screen.findByLabelText('Name of the program'), 'Nightly');
    await userEvent.click(screen.getByRole('button', { name: 'Create credentials' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The plan allows no more');
    expect(screen.getByLabelText('Name of the program')).toHaveValue('Nightly');
  });
});
