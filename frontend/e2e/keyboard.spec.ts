import { expect, test } from '@playwright/test';
import { tabTo } from './steps';

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
