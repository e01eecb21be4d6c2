import { expect, test } from '@playwright/test';
import { enterDemo, expectNoSidewaysScroll, screenshot } from './steps';
import { canTick, ownSymbol, tick } from './ticks';

test('a rule is written by keyboard, tells once when its price comes, and again only after it has passed', async ({
  page,
}) => {
  test.skip(!canTick, 'REDIS_URL says where prices can be told');
  const symbol = ownSymbol();
  await enterDemo(page);
  await tick(symbol, 200);
  await page.getByRole('link', { name: /^Alerts/ }).click();
  await page.getByRole('link', { name: 'New rule' }).focus();
  await page.keyboard.press('Enter');
  const form = page.getByRole('region', { name: 'What shall be watched?' });
  await form.getByLabel('Symbol').focus();
  await page.keyboard.type(symbol);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(form.getByLabel('Price')).toBeFocused();
  await page.keyboard.type('150');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The rule is watching.')).toBeVisible();
  const rule = page.getByRole('article').first();
  await expect(rule).toContainText(symbol);
  await expect(rule).toContainText('Told 0 times');

  await page.getByRole('link', { name: 'Inbox' }).click();
  await expect(page.getByText('Nothing has been raised yet')).toBeVisible();
  const said = Date.now();
  await tick(symbol, 149);
  await expect(page.getByRole('link', { name: /Alerts.*1 unread/ })).toBeVisible({ timeout: 25_000 });
  console.log(`alerts journey: told ${Date.now() - said} ms after the tick`);
  await expect(page.getByRole('link', { name: 'Show it' })).toBeVisible();
  const alerts = page.getByRole('article');
  await expect(alerts).toHaveCount(1);
  await expect(alerts.first()).toContainText(symbol);
  await screenshot(page, 'alerts-light');

  // it trembles below: nothing more is told
  await tick(symbol, 149.2);
  await tick(symbol, 148.9);
  await page.getByRole('link', { name: 'Rules' }).click();
  await expect(rule).toContainText('Told 1 time');
  await expect(rule).toContainText('Met');
  await page.getByRole('link', { name: 'Inbox' }).click();
  await expect(alerts).toHaveCount(1);
  await alerts.first().getByRole('button', { name: 'Mark as read' }).click();
  await expect(page.getByRole('link', { name: /unread/ })).toHaveCount(0);
});

test('where one is told is a choice: quiet hours are kept, and a webhook’s secret is shown once', async ({
  page,
}) => {
  await enterDemo(page);
  await page.goto('/alerts/channels');
  const quiet = page.getByRole('region', { name: 'When shall it be quiet?' });
  await quiet.getByLabel('Keep quiet hours').check();
  await quiet.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The quiet hours are saved.')).toBeVisible();
  await page.reload();
  await expect(quiet.getByLabel('Keep quiet hours')).toBeChecked();
  await expect(quiet.getByLabel('From')).toHaveValue('22:00');

  const webhooks = page.getByRole('region', { name: 'Programs of yours' });
  await webhooks.getByLabel('Address').fill('http://127.0.0.1/inside');
  await webhooks.getByRole('button', { name: 'Add a webhook' }).click();
  await expect(webhooks.getByLabel('Address')).toHaveAttribute('aria-invalid', 'true');
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
});
