import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axeCore from 'axe-core';
import type { RunOptions } from 'axe-core';
import { expect, type Page, test } from '@playwright/test';
import { ask, chooseLevel, enterDemo, expectNoSidewaysScroll, questions, runRiskCheck } from './steps';

const looks = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'light', width: 390 },
  { colorScheme: 'dark', width: 390 },
] as const;

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  // no criterion asks for it, but who goes from region to region must tell them apart
  rules: { 'landmark-unique': { enabled: true } },
  resultTypes: ['violations'],
};

/** What axe finds in the page as it stands, each with where. */
async function violations(page: Page): Promise<string[]> {
  const there = await page.evaluate(() => 'axe' in window);
  // a third of the time of a look: once for each page that was loaded, which AxeBuilder does for each look
  if (!there) await page.evaluate(axe);
  return page.evaluate(async (options) => {
    const { axe } = window as unknown as { axe: typeof axeCore };
    // a frame that may run no script is none of axe's: it would wait for ever
    const found = await axe.run({ exclude: [['iframe[sandbox]']] }, { ...options, iframes: false });
    return found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`,
    );
  }, rules);
}

/** Axe over the page in each look; the page is not loaded again, so what is shown stays the same. */
async function expectAccessible(page: Page) {
  for (const { colorScheme, width } of looks) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    expect(await violations(page), `${page.url()} ${colorScheme} ${width} px`).toEqual([]);
    await expectNoSidewaysScroll(page);
  }
}

const settled = async (page: Page) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.skeleton')).toHaveCount(0);
};

test('what a visitor sees is free of accessibility errors, in each language', async ({ page }) => {
  test.setTimeout(300_000);
  await page.goto('/welcome');
  await expect(page.getByRole('button', { name: 'Try the demo' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('radio', { name: 'Deutsch' }).check();
  await expect(page.getByRole('button', { name: 'Demo ausprobieren' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expectAccessible(page);
  await page.getByRole('radio', { name: 'English' }).check();
  for (const path of ['/login?error', '/status']) {
    await page.goto(path);
    await settled(page);
    await expectAccessible(page);
  }
});

test('the overview and a risk check are free of accessibility errors at each level', async ({ page }) => {
  test.setTimeout(300_000);
  await enterDemo(page);
  await expect(page.getByRole('region', { name: 'Worth now' })).toContainText(/\d/);
  await expectAccessible(page);
  await runRiskCheck(page);
  await expectAccessible(page);
  for (const level of ['Detailed', 'Student'] as const) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await chooseLevel(page, level);
    await settled(page);
    await expectAccessible(page);
  }
  await page.getByRole('button', { name: /Value at risk/ }).click();
  await expectAccessible(page);
});

test('every page of the rail is free of accessibility errors', async ({ page }) => {
  test.setTimeout(300_000);
  await enterDemo(page);
  const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
  const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(paths.length).toBeGreaterThan(15);
  for (const path of paths.filter((it) => it !== '/')) {
    await page.goto(path);
    await settled(page);
    await expectAccessible(page);
  }
});

test('every page below those of the rail is free of accessibility errors', async ({ page }) => {
  test.setTimeout(300_000);
  await enterDemo(page);
  await page.goto('/portfolios');
  const portfolio = await page
    .getByRole('link', { name: /Sample/ })
    .first()
    .getAttribute('href');
  for (const path of [
    ...['', '/transactions', '/performance', '/allocation', '/recommendations'].map(
      (side) => `${portfolio ?? ''}${side}`,
    ),
    '/markets/ORBX',
    '/alerts/rules?new=PRICE',
    '/alerts/channels',
    '/clients?new=1',
    '/margin/rates',
    '/learn/value-at-risk',
    '/learn/lessons/loss',
    '/learn/nonsense',
    '/403',
    '/nowhere',
  ]) {
    await page.goto(path);
    await settled(page);
    await expectAccessible(page);
  }
});

test('every kind of result is free of accessibility errors', async ({ page }) => {
  test.setTimeout(300_000);
  await enterDemo(page);
  await chooseLevel(page, 'Detailed');
  for (const { path, action } of questions) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await ask(page, path, action);
    await settled(page);
    await expectAccessible(page);
  }
});
