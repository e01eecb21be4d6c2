import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { enterDemo, runRiskCheck } from './steps';

const sizes = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
];

async function expectNoViolations(page: Page, what: string) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const told = violations.map(
    (violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(' | ')}`,
  );
  expect(told, what).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of sizes) {
    test(`every page is free of accessibility errors, ${colorScheme}, ${viewport.width} px`, async ({
      browser,
    }) => {
      const context = await browser.newContext({ colorScheme, viewport, reducedMotion: 'reduce' });
      const page = await context.newPage();
      await page.goto('/welcome');
      await expect(page.getByRole('button', { name: 'Try the demo' })).toBeVisible();
      await expectNoViolations(page, '/welcome');
      await page.goto('/login?error');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectNoViolations(page, '/login');
      await enterDemo(page);
      await expect(page.getByRole('region', { name: 'Worth now' })).toContainText(/\d/);
      await expectNoViolations(page, '/');
      await runRiskCheck(page);
      await expectNoViolations(page, '/risk');
      for (const path of ['/portfolios', '/portfolios/import', '/jobs', '/settings', '/nowhere']) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await page.waitForLoadState('networkidle').catch(() => undefined);
        await expectNoViolations(page, path);
      }
      await context.close();
    });
  }
}
