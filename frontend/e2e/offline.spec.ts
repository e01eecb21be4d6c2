import { expect, type Page, test } from '@playwright/test';
import { enterDemo } from './steps';

/** Until the worker holds this page and has everything it needs without a network; it waits for ten seconds first. */
async function kept(page: Page) {
  const since = Date.now();
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', undefined, {
    timeout: 60_000,
  });
  console.log(`offline journey: the application is kept ${Date.now() - since} ms after the overview`);
}

test('a page that is open outlives its network with what was typed, and does what it is asked when there is one again', async ({
  page,
  context,
}) => {
  await enterDemo(page);
  await kept(page);
  await page.getByRole('link', { name: 'Simulate', exact: true }).click();
  const years = page.getByRole('textbox', { name: 'For how long' });
  await years.fill('17');

  await context.setOffline(true);
  await expect(page.getByText(/^Offline since \d\d:\d\d:\d\d/)).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Simulate', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Riskwatch cannot be reached' })).toBeVisible();
  await expect(years).toHaveValue('17');

  await context.setOffline(false);
  await expect(page.getByText(/^Offline since/)).toBeHidden();
  await expect(years).toHaveValue('17');
  await page.getByRole('main').getByRole('button', { name: 'Simulate', exact: true }).click();
  await expect(page).toHaveURL(/\/simulate\/[0-9a-f-]{36}$/);
});

test('the page opens without a network, says since when, and goes on by itself', async ({
  page,
  context,
}) => {
  await enterDemo(page);
  await kept(page);

  await context.setOffline(true);
  await page.goto('/risk');
  await expect(page.getByRole('heading', { name: /^Offline since \d\d:\d\d:\d\d$/ })).toBeVisible();
  await expect(page).toHaveURL(/\/risk$/);

  await context.setOffline(false);
  await expect(page.getByRole('heading', { level: 1, name: 'Risk check' })).toBeVisible();
});

test('nothing that belongs to somebody is kept in the browser', async ({ page }) => {
  await enterDemo(page);
  await kept(page);
  await page.getByRole('link', { name: 'Portfolios', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Portfolios' })).toBeVisible();
  const paths = await page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname);
    return found;
  });
  expect(paths).toContain('/');
  expect(
    paths.filter((path) => !/^\/(assets\/[\w.-]+|theme\.js|favicon\.svg|manifest\.webmanifest)?$/.test(path)),
  ).toEqual([]);
});
