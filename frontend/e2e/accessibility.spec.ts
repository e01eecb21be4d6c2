import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { enterDemo, expectNoSidewaysScroll, runRiskCheck } from './steps';

const looks = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'light', width: 390 },
  { colorScheme: 'dark', width: 390 },
] as const;

/** Axe over the page as it stands, in each look; the page is not loaded again, so what is shown stays the same. */
async function expectAccessible(page: Page) {
  for (const { colorScheme, width } of looks) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    const told = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`,
    );
    expect(told, `${page.url()} ${colorScheme} ${width} px`).toEqual([]);
    await expectNoSidewaysScroll(page);
  }
}

test('every page is free of accessibility errors, light and dark, wide and narrow', async ({ page }) => {
  test.setTimeout(300_000);
  await page.goto('/welcome');
  await expect(page.getByRole('button', { name: 'Try the demo' })).toBeVisible();
  await expectAccessible(page);
  await page.goto('/login?error');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);

  await enterDemo(page);
  await expect(page.getByRole('region', { name: 'Worth now' })).toContainText(/\d/);
  await expectAccessible(page);
  await runRiskCheck(page);
  await expectAccessible(page);
  await page.getByRole('button', { name: /Value at risk/ }).click();
  await expectAccessible(page);

  for (const path of ['/portfolios', '/portfolios/import', '/jobs', '/settings', '/nowhere']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('.skeleton')).toHaveCount(0);
    await expectAccessible(page);
  }
});
