import { expect, type Page, test } from '@playwright/test';

/** Every question that a portfolio can be asked, and where its answer is shown. */
const kinds = {
  risk: '/risk',
  'var-backtest': '/risk?backtest=',
  stress: '/stress',
  'monte-carlo': '/simulate',
  optimization: '/optimize',
  backtest: '/backtest',
  factor: '/factor',
  leverage: '/leverage',
  'portfolio-report': '/reports',
} as const;

/** Asks all of it at once, with the page's own session, and adds a rule, so that there is something to read of each. */
const prepare = (page: Page) =>
  page.evaluate(async (asked) => {
    const token = decodeURIComponent(document.cookie.match(/XSRF-TOKEN=([^;]+)/)?.[1] ?? '');
    const send = async <Body>(path: string, body?: object): Promise<Body> => {
      const answer = await fetch(`/api/v1${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token },
        body: body && JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as Body;
    };
    const { items } = await send<{ items: { id: string }[] }>('/portfolios');
    const portfolioId = items[0]?.id ?? '';
    await send('/alert-rules', { name: 'Fall', kind: 'DRAWDOWN', portfolioId, threshold: '0.1' });
    const made = await Promise.all(
      asked.map((kind) => send<{ id: string }>('/analyses', { kind, portfolioId })),
    );
    const ends = Date.now() + 45_000;
    await Promise.all(
      made.map(async ({ id }, index) => {
        for (;;) {
          const { state } = await send<{ state: string }>(`/analyses/${id}`);
          if (state === 'COMPLETED') return;
          if (state === 'FAILED' || Date.now() > ends) throw new Error(`${asked[index] ?? ''}: ${state}`);
          await new Promise((resolve) => setTimeout(resolve, 300));
        }
      }),
    );
    return { portfolioId, ids: made.map(({ id }) => id) };
  }, Object.keys(kinds));

/** What the page has to say in English; books and papers are called what they are called. */
const leftInEnglish = (page: Page) =>
  page.evaluate(() => [
    ...new Set(
      [...document.querySelectorAll('main [lang=en]:not(cite *)')].map(({ textContent }) => textContent),
    ),
  ]);

test('a reader of German is told everything in German, what the services say included', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto('/welcome');
  await page.getByRole('radio', { name: 'Deutsch' }).check();
  await page.getByRole('button', { name: 'Demo ausprobieren' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Übersicht' })).toBeVisible();
  const { portfolioId, ids } = await prepare(page);
  // the level that shows most: second tables, methods and formulas
  const kept = page.waitForResponse(
    (response) => response.url().endsWith('/me/preferences') && response.request().method() === 'PATCH',
  );
  await page.getByRole('banner').getByRole('radio', { name: 'Studium' }).check();
  await kept;

  const results = Object.values(kinds).map((path, index) => {
    const id = ids[index] ?? '';
    return path.endsWith('=') ? path + id : `${path}/${id}`;
  });
  const portfolio = `/portfolios/${portfolioId}`;
  const paths = [
    '/',
    ...['recommendations', 'performance', 'allocation'].map((tab) => `${portfolio}/${tab}`),
    ...results,
    '/compare',
    '/margin',
    '/alerts',
    '/alerts/rules',
    '/alerts/channels',
    '/schedules',
    '/jobs',
    '/markets',
    // refusals
    '/risk/00000000-0000-4000-8000-000000000000',
    '/markets/NOBODY',
  ];
  for (const path of paths) {
    await page.goto(path);
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('.skeleton')).toHaveCount(0);
    await expect
      .configure({ soft: true, timeout: 5_000 })
      .poll(() => leftInEnglish(page), { message: path })
      .toEqual([]);
  }
});
