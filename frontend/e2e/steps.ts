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

/** Listens for prices; to be called before the page opens its stream. Answers how to wait until so many more messages brought some. */
export function pricesOf(page: Page) {
  let messages = 0;
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      if (String(payload).startsWith('{"type":"prices"')) messages += 1;
    }),
  );
  return async (more: number) => {
    const enough = messages + more;
    await expect.poll(() => messages, { timeout: 30_000 }).toBeGreaterThanOrEqual(enough);
  };
}

/** Presses Tab until the element with this name has the focus, as someone without a pointer does. */
export async function tabTo(page: Page, role: string, name: string | RegExp) {
  const matches = (candidate: string | null) =>
    typeof name === 'string' ? candidate?.trim() === name : name.test(candidate ?? '');
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return {
        role: element?.getAttribute('role') ?? element?.tagName.toLowerCase(),
        name: element?.getAttribute('aria-label') ?? element?.textContent ?? null,
      };
    });
    if (focused.role === role && matches(focused.name)) {
      const outline = await page.evaluate(
        () => getComputedStyle(document.activeElement ?? document.body).outlineStyle,
      );
      expect(outline, `${String(name)} shows its focus`).not.toBe('none');
      return;
    }
  }
  throw new Error(`no way to ${role} ${String(name)} by keyboard`);
}

/** Past the rail, as the first stop of the Tab key offers it. */
export async function skipToContent(page: Page) {
  await page.locator('body').press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
}

/** Shows the second tables and the choice of methods, which new accounts do without. */
export async function chooseLevel(page: Page, level: 'Simple' | 'Detailed' | 'Student') {
  const saved = page.waitForResponse(
    (response) => response.url().endsWith('/me/preferences') && response.request().method() === 'PATCH',
  );
  await page.getByRole('banner').getByRole('radio', { name: level }).check();
  expect((await saved).ok()).toBe(true);
}

/** The pages that ask a question of the portfolio, and what their button is called. */
export const questions = [
  { path: '/stress', action: 'Run stress test' },
  { path: '/simulate', action: 'Simulate' },
  { path: '/optimize', action: 'Find better mixes' },
  { path: '/backtest', action: 'Run backtest' },
  { path: '/factor', action: 'See what drives it' },
  { path: '/leverage', action: 'Look before I borrow' },
  { path: '/reports', action: 'Make the report' },
] as const;

/** Until the answer is there in words, at an address of its own. */
export async function answered(page: Page, path: string) {
  await expect(page).toHaveURL(new RegExp(`${path}/[0-9a-f-]{36}$`));
  await expect(page.getByRole('heading', { name: 'What this means for you' })).toBeVisible({
    timeout: 120_000,
  });
}

export async function ask(page: Page, path: string, action: string) {
  await page.goto(path);
  await page.getByRole('main').getByRole('button', { name: action, exact: true }).click();
  await answered(page, path);
}
