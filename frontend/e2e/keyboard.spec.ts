import { expect, type Page, test } from '@playwright/test';

/** Presses Tab until the element with this name has the focus, as someone without a pointer does. */
async function tabTo(page: Page, role: string, name: string | RegExp) {
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

test('the whole journey works without a pointer', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Try the demo' })).toBeVisible();
  await tabTo(page, 'button', 'Try the demo');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Worth now' })).toContainText(/\d/);

  // the first stop is the skip link, and it leads into the page
  await page.reload();
  await expect(page.getByRole('region', { name: 'Worth now' })).toContainText(/\d/);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');

  await tabTo(page, 'button', 'Run risk check');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'What this means for you' })).toBeVisible({
    timeout: 60_000,
  });

  // a figure opens its meaning, Escape closes it and gives the focus back
  await tabTo(page, 'button', /Value at risk/);
  await page.keyboard.press('Enter');
  const meaning = page.getByRole('dialog', { name: /Value at risk/ });
  await expect(meaning).toBeVisible();
  await expect(meaning).toContainText('it is not the worst case');
  await page.keyboard.press('Escape');
  await expect(meaning).toBeHidden();

  // the drawdown is read day by day
  await tabTo(page, 'slider', /Drawdown over time/);
  const before = await page.getByRole('slider').getAttribute('aria-valuetext');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('slider')).not.toHaveAttribute('aria-valuetext', before ?? '');
});
