import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http } from 'msw';
import { afterEach, describe, expect, it } from 'vitest';
import { problem } from '../../../mocks/problem';
import { here, phone, unknown } from '../../../mocks/signInHandlers';
import { speak } from '@/shared/i18n/i18n';
import { useSettings } from '@/shared/settings/settings';
import { expectAccessible } from '../../../test/axe';
import { platform } from '../../../test/render';

const { open, server } = platform();
afterEach(async () => {
  useSettings.setState({ level: undefined, language: undefined });
  await speak('en');
});

const card = async () => within(await screen.findByRole('region', { name: 'Where am I signed in?' }));

describe('where one is signed in', () => {
  it('is told in plain words, this browser first and not to be signed out by mistake', async () => {
    open('/settings');
    const list = await card();
    const lines = await list.findAllByRole('listitem');
    expect(lines[0]).toHaveTextContent(/Firefox on Windows.*This browser.*from 203\.0\.113\.\*/);
    expect(list.queryByRole('button', { name: /Firefox/ })).toBeNull();
    expect(lines[1]).toHaveTextContent(/Safari on iPhone.*Signed in .* from 2001:db8:85a3:\*.*Last seen/);
    expect(lines[2]).toHaveTextContent('A browser we do not know');
    await expectAccessible();
  });

  it('ends in one browser, and then everywhere else', async () => {
    const state = open('/settings', {
      signIns: [here, phone, unknown, { ...phone, id: '4'.repeat(32), system: 'macOS' }],
    });
    const list = await card();
    await userEvent.click(
      await list.findByRole('button', { name: /^Sign out Safari on iPhone, signed in / }),
    );
    await waitFor(() => expect(list.getAllByRole('listitem')).toHaveLength(3));
    expect(state.signIns.map(({ id }) => id)).not.toContain(phone.id);
    expect(await screen.findByText('Safari on iPhone is signed out.')).toBeInTheDocument();
    await userEvent.click(list.getByRole('button', { name: 'Sign out everywhere else' }));
    expect(await list.findByText('You are signed in with this browser and no other.')).toBeInTheDocument();
    expect(list.queryByRole('button')).toBeNull();
    expect(state.signIns).toEqual([here]);
  });

  it('is shown as it is when one was gone already, and says so', async () => {
    const state = open('/settings');
    const list = await card();
    const button = await list.findByRole('button', { name: /^Sign out Safari on iPhone/ });
    state.signIns = state.signIns.filter(({ system }) => system !== 'iPhone');
    await userEvent.click(button);
    await waitFor(() => expect(list.getAllByRole('listitem')).toHaveLength(2));
  });

  it('says when it cannot be told or ended, and can be tried again', async () => {
    open('/settings');
    server.use(http.get('*/api/v1/me/sessions', () => problem(503, { title: 'Away' }), { once: true }));
    const list = await card();
    expect(await list.findByRole('alert')).toHaveTextContent('Away');
    await userEvent.click(list.getByRole('button', { name: 'Try again' }));
    const button = await list.findByRole('button', { name: /^Sign out Safari on iPhone/ });
    server.use(http.delete('*/api/v1/me/sessions/:id', () => problem(503, { title: 'Away' })));
    await userEvent.click(button);
    expect(await list.findByRole('alert')).toHaveTextContent('Away');
    expect(list.getAllByRole('listitem')).toHaveLength(3);
  });

  it('is told in German', async () => {
    useSettings.setState({ language: 'de' });
    await speak('de');
    open('/settings');
    const list = within(await screen.findByRole('region', { name: 'Wo bin ich angemeldet?' }));
    expect(await list.findByText('Safari unter iPhone')).toBeInTheDocument();
  });
});
