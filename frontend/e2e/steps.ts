import { expect, type Page } from '@playwright/test';

/** A visitor without a session gets the sample portfolio. */
export async function enterDemo(page: Page) {
  await page.goto('/');
  await expect(page).toHaveURL(/\/welcome$/);
  await page.getByRole('button', { name: 'Try the demo' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
}

export async function runRiskCheck(page: Page) {
  await page.getByRole('button', { name: 'Run risk check' }).click();
  await expect(page).toHaveURL(/\/risk\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { name: 'What this means for you' })).toBeVisible({
    timeout: 60_000,
  });
}

/** The page fits its window; what is wider scrolls in its own region. */
export async function expectNoSidewaysScroll(page: Page) {
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);
}

export const screenshot = (page: Page, name: string) =>
  page.screenshot({ path: `test-results/screenshots/${name}.png`, fullPage: true, animations: 'disabled' });
