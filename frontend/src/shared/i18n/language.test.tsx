import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { analysis } from '../../../mocks/fixtures';
import { followLanguage, useSettings } from '@/shared/settings/settings';
import { expectAccessible } from '../../../test/axe';
import { platform } from '../../../test/render';
import { likelyLanguage, speak } from './i18n';

const { open } = platform();
afterEach(async () => {
  useSettings.setState({ language: undefined });
  await speak('en');
});

describe('the language', () => {
  it('is the first of the reader’s that there is', () => {
    expect(likelyLanguage(['fr-FR', 'de-AT', 'en'])).toBe('de');
    expect(likelyLanguage(['fr'])).toBe('en');
  });

  it('changes the whole page at once when another is chosen, with its numbers', async () => {
    const stop = followLanguage();
    open('/settings');
    const looks = within(await screen.findByRole('region', { name: 'Appearance' }));
    await userEvent.click(looks.getByRole('radio', { name: 'Deutsch' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Einstellungen' })).toBeInTheDocument();
    expect(document.documentElement.lang).toBe('de');
    expect(screen.getByRole('link', { name: 'Übersicht' })).toBeInTheDocument();
    await waitFor(() => expect(document.title).toBe('Einstellungen · Riskwatch'));
    expect(localStorage.getItem('riskwatch.settings')).toContain('"language":"de"');
    (await stop)();
  });

  it.each([
    '/',
    '/portfolios',
    '/risk',
    '/stress',
    '/simulate',
    '/optimize',
    '/backtest',
    '/factor',
    '/compare',
    '/leverage',
    '/markets',
    '/jobs',
    '/schedules',
    '/reports',
    '/learn',
    '/learn/beta',
    '/settings',
    '/status',
  ])('German says %s without a fault of accessibility', async (path) => {
    await speak('de');
    open(path, { analyses: [analysis({ kind: 'risk', state: 'COMPLETED', percent: 100 })] });
    await screen.findByRole('heading', { level: 1 });
    expect(screen.getByRole('link', { name: 'Zum Inhalt springen' })).toBeInTheDocument();
    await expectAccessible();
  });

  it('writes amounts and shares in the German form', async () => {
    await speak('de');
    const done = analysis({ kind: 'risk', state: 'COMPLETED', percent: 100 });
    open(`/risk/${done.id}`, { analyses: [done] });
    const figures = await screen.findByRole('list', { name: 'Zahlen' });
    expect(figures).toHaveTextContent(/\d,\d\s%/);
  });

  it('is that of what the service says, too', async () => {
    await speak('de');
    const done = analysis({ kind: 'risk', state: 'COMPLETED', percent: 100 });
    open(`/risk/${done.id}`, { analyses: [done] });
    const words = await screen.findByRole('region', { name: 'Was das für Sie bedeutet' });
    await waitFor(() => expect(words).toHaveTextContent(/Monat/));
    expect(words).not.toHaveTextContent(/month/);
    expect(words.querySelector('[lang]')).toBeNull();
  });

  it.each(['/alerts', '/alerts/rules', '/schedules', '/margin'])(
    'is that of everything on %s',
    async (path) => {
      await speak('de');
      open(path);
      await screen.findByRole('heading', { level: 1 });
      await waitFor(() => expect(document.querySelector('main .skeleton')).toBeNull());
      await waitFor(() => {
        const left = [...document.querySelectorAll('main [lang=en]')].map(({ textContent }) => textContent);
        expect(left).toEqual([]);
      });
    },
  );

  it('is that of refusals, too', async () => {
    await speak('de');
    open('/risk/00000000-0000-4000-8000-000000000000');
    const refusal = await screen.findByRole('alert');
    await waitFor(() => expect(refusal).toHaveTextContent('Diese Berechnung gibt es nicht.'));
    expect(refusal).toHaveTextContent('Nicht gefunden');
    expect(refusal.querySelector('[lang]')).toBeNull();
  });
});
