import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { readIntentions, safePath } from '@/features/session/intentions';
import { platform } from '../../../test/render';

const { open } = platform();

describe('the welcome page', () => {
  it('is where a visitor without a session lands, whatever they asked for', async () => {
    open('/settings', { signedIn: false });
    expect(await screen.findByRole('button', { name: 'Try the demo' })).toBeInTheDocument();
    expect(readIntentions().next).toBe('/settings');
  });

  it('sends the demo form with the gateway’s token, and keeps the choices for after the landing', async () => {
    document.cookie = 'XSRF-TOKEN=abc%2F1';
    open('/welcome', { signedIn: false });
    await userEvent.click(await screen.findByRole('radio', { name: 'CHF' }));
    await userEvent.click(screen.getByRole('radio', { name: 'Stay calm' }));
    const form = screen.getByRole('button', { name: 'Try the demo' }).closest('form');
    if (!form) throw new Error('the button is in no form');
    fireEvent.submit(form);
    expect(form).toHaveAttribute('method', 'post');
    expect(form.getAttribute('action')).toBe('/oauth2/authorization/riskwatch?demo');
    expect(new FormData(form).get('_csrf')).toBe('abc/1');
    expect(readIntentions()).toEqual({ currency: 'CHF', riskTolerance: 4 });
  });

  it('gives the choices to the account once it is there', async () => {
    sessionStorage.setItem(
      'riskwatch.intentions',
      JSON.stringify({ currency: 'CHF', riskTolerance: 4, next: '/settings' }),
    );
    const state = open('/');
    await waitFor(() => expect(state.preferences).toMatchObject({ currency: 'CHF', riskTolerance: 4 }));
    expect(await screen.findByRole('heading', { name: 'Settings' })).toBeInTheDocument();
    await waitFor(() => expect(readIntentions()).toEqual({}));
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', undefined])(
    'never follows %s',
    (path) => {
      expect(safePath(path)).toBeUndefined();
    },
  );
});
