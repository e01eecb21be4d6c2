import { expect, type Page, test } from '@playwright/test';
import { enterDemo, expectNoSidewaysScroll, screenshot } from './steps';

const railPaths = (page: Page) =>
  page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));

/** Two windows of 1280 px: at 200 % of the browser's zoom it is 640 px wide to the page, at 400 % it is 320 px. */
for (const [zoom, viewport] of [
  ['200 %', { width: 640, height: 450 }],
  ['400 %', { width: 320, height: 256 }],
] as const) {
  test(`every page of the rail is read without scrolling sideways at ${zoom} zoom`, async ({ page }) => {
    test.setTimeout(300_000);
    await enterDemo(page);
    const paths = await railPaths(page);
    expect(paths.length).toBeGreaterThan(15);
    await page.setViewportSize(viewport);
    for (const path of paths) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('.skeleton')).toHaveCount(0);
      await expectNoSidewaysScroll(page);
      // nothing to press lies outside of the window unless its own region scrolls to it
      const cut = await page.getByRole('main').evaluate((main) =>
        [...main.querySelectorAll('button, input, select')]
          .filter((control) => !control.closest('.overflow-x-auto, [popover], .sr-only'))
          .filter((control) => control.getBoundingClientRect().right > innerWidth + 1)
          .map((control) => control.outerHTML.slice(0, 120)),
      );
      expect(cut, path).toEqual([]);
    }
  });
}

test('nothing moves for those who asked for less motion', async ({ page }) => {
  const moving = () =>
    page.evaluate(() => ({
      running: document.getAnimations().length,
      link: getComputedStyle(document.querySelector('nav a') ?? document.body).transitionDuration,
    }));
  await enterDemo(page);
  expect((await moving()).link).not.toBe('0s');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.getByRole('button', { name: 'Run risk check' }).click();
  await expect(page).toHaveURL(/\/risk\/[0-9a-f-]{36}$/);
  expect(await moving()).toEqual({ running: 0, link: '0s' });
});

test('gains and losses change their colours as chosen, and keep their signs', async ({ page }) => {
  await enterDemo(page);
  const seen = new Set<string>();
  for (const name of ['Teal / vermilion', 'Blue / orange', 'Green / red', 'Red / green']) {
    await page.goto('/settings');
    await page
      .getByRole('group', { name: 'Colours for gains and losses' })
      .getByRole('radio', { name, exact: true })
      .check();
    await page.goto('/');
    const change = page.getByRole('region', { name: 'Worth now' }).locator('.text-gain, .text-loss').first();
    await expect(change).toContainText(/[+\u2212]/);
    seen.add(
      await page.evaluate(() => {
        const style = getComputedStyle(document.documentElement);
        return `${style.getPropertyValue('--gain')} ${style.getPropertyValue('--loss')}`;
      }),
    );
  }
  expect(seen.size).toBe(4);
});

test('on paper a page is without what surrounds it, dark on white whatever the theme', async ({ page }) => {
  // chosen by hand: a system's choice the browser itself turns light on paper
  await page.addInitScript(() =>
    localStorage.setItem('riskwatch.settings', JSON.stringify({ state: { theme: 'DARK' } })),
  );
  await enterDemo(page);
  await expect(page.getByRole('region', { name: 'Worth now' })).toContainText(/\d/);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Run risk check' })).toBeHidden();
  await expect(page.getByRole('region', { name: 'Worth now' })).toBeVisible();
  const lightness = (colour: string) =>
    (colour.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
  const [ink, ground] = await page.evaluate(() => {
    const title = document.querySelector('h1') ?? document.body;
    return [getComputedStyle(title).color, getComputedStyle(document.body).backgroundColor];
  });
  expect(lightness(ground ?? '')).toBe(3 * 255);
  expect(lightness(ink ?? '')).toBeLessThan(300);
  await screenshot(page, 'overview-print');

  // no style sheet reaches what is drawn on canvas
  const line = page.locator('.uplot canvas');
  const drawn = (colour: string) =>
    line.evaluate((canvas: HTMLCanvasElement, wanted) => {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {
        data: [],
      };
      const [red, green, blue] = [1, 3, 5].map((at) => parseInt(wanted.slice(at, at + 2), 16));
      for (let at = 0; at < data.length; at += 4)
        if (data[at] === red && data[at + 1] === green && data[at + 2] === blue && data[at + 3] === 255)
          return true;
      return false;
    }, colour);
  const primary = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--primary'));
  const onPaper = await primary();
  await expect.poll(() => drawn(onPaper)).toBe(true);
  await page.emulateMedia({ media: 'screen' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const onScreen = await primary();
  expect(onScreen).not.toBe(onPaper);
  await expect.poll(() => drawn(onScreen)).toBe(true);
  expect(await drawn(onPaper)).toBe(false);
});

test('a page is printed light from a dark screen, and is dark again afterwards', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await enterDemo(page);
  await page.evaluate(() => {
    const root = document.documentElement;
    addEventListener('beforeprint', () => (root.dataset.printed = root.dataset.theme));
  });
  await page.pdf({ path: 'test-results/screenshots/overview.pdf' });
  const root = page.locator('html');
  await expect(root).toHaveAttribute('data-printed', 'light');
  await expect(root).toHaveAttribute('data-theme', 'dark');
});
