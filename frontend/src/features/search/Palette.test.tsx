import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http } from 'msw';
import { describe, expect, it } from 'vitest';
import { problem } from '../../../mocks/problem';
import { platform } from '../../../test/render';

const { open, server } = platform();
const palette = async () => within(await screen.findByRole('dialog', { name: 'Search' }));

const press = async () => {
  const [button] = await screen.findAllByRole('button', { name: 'Search' });
  if (button) await userEvent.click(button);
};

describe('the search', () => {
  it('opens by its keys, finds a page, and goes there on Enter', async () => {
    open('/settings');
    await screen.findByRole('heading', { level: 1, name: 'Settings' });
    await userEvent.keyboard('{Control>}k{/Control}');
    const found = await palette();
    await userEvent.type(found.getByRole('combobox'), 'risk');
    await waitFor(() => expect(found.getAllByRole('option')[0]).toHaveTextContent('Risk check'));
    expect(found.getAllByRole('option')[0]).toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Risk check' })).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('finds what is one’s own, and the arrow keys choose', async () => {
    open('/jobs');
    await press();
    const found = await palette();
    await userEvent.type(found.getByRole('combobox'), 'savng');
    const note = await found.findByRole('option', { name: /monthly saving/ });
    expect(note).toHaveTextContent('Feb 15, 2024');
    await userEvent.keyboard('{ArrowDown}');
    expect(found.getByRole('option', { name: /ORBX/ })).toHaveAttribute('aria-selected', 'true');
    await userEvent.click(note);
    expect(await screen.findByRole('region', { name: 'Change a transaction' })).toBeInTheDocument();
  });

  it('says so when the search is away, and pages are found all the same', async () => {
    open('/jobs');
    server.use(http.get('*/api/v1/search', () => problem(503, { title: 'Search is away' })));
    await press();
    const found = await palette();
    await userEvent.type(found.getByRole('combobox'), 'sett');
    expect(await found.findByRole('alert')).toHaveTextContent('Search is away');
    expect(found.getByRole('option', { name: /Settings/ })).toBeInTheDocument();
  });
});
