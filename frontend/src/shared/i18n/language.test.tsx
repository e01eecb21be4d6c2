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

  it('of what the service says is marked, for those who listen', async () => {
    await speak('de');
    const done = analysis({ kind: 'risk', state: 'COMPLETED', percent: 100 });
    open(`/risk/${done.id}`, { analyses: [done] });
    const said = await screen.findByText(/In 1 month out of 20/);
    expect(said.closest('[lang]')).toHaveAttribute('lang', 'en');
  });
});
