import { expect, test } from '@playwright/test';
import { enterDemo, expectNoSidewaysScroll, screenshot } from './steps';

test('an account on paper is opened, an order is filled at the next price, and its portfolio has it', async ({
  page,
}) => {
  await enterDemo(page);
  await page.getByRole('link', { name: 'Paper trading' }).click();
  await page.getByLabel('Virtual cash').fill('50000');
  await page.getByRole('button', { name: 'Open it' }).click();
  const account = page.getByRole('region', { name: 'What do I have to trade with?' });
  await expect(account).toContainText('$50,000.00');

  const ticket = page.getByRole('region', { name: 'What would you trade?' });
  await ticket.getByLabel('Symbol').fill('ORBX');
  await ticket.getByLabel('Quantity').fill('10');
  await ticket.getByRole('button', { name: 'Enter the order' }).click();
  const filled = page.getByRole('region', { name: 'What was filled?' });
  await expect(filled.getByRole('row').filter({ hasText: 'ORBX' })).toContainText('10', { timeout: 30_000 });
  await expect(account.getByRole('row').filter({ hasText: 'ORBX' })).toContainText('10');
  await screenshot(page, 'paper-light');

  await page.getByRole('link', { name: 'Its portfolio pages' }).click();
  // the page before, which has more of them, may still stand there
  await expect(page.getByRole('cell', { name: /ORBX/ })).toHaveCount(1);
  await expect(page.getByRole('cell', { name: /ORBX/ })).toBeVisible();
});

test('an order that waits is changed and cancelled by keyboard, and what cannot be paid is refused with its reason', async ({
  page,
}) => {
  await enterDemo(page);
  await page.goto('/paper');
  await page.getByRole('button', { name: 'Open it' }).click();
  const ticket = page.getByRole('region', { name: 'What would you trade?' });
  await ticket.getByLabel('Symbol').fill('ORBX');
  await ticket.getByLabel('Quantity').fill('1000000');
  await ticket.getByLabel('Order type').selectOption('Limit');
  await ticket.getByLabel('Limit price').fill('1');
  await ticket.getByLabel('Good for').selectOption('until cancelled');
  await ticket.getByRole('button', { name: 'Enter the order' }).click();
  await expect(ticket.getByRole('alert')).toContainText('The order was refused.');

  await ticket.getByLabel('Quantity').fill('10');
  await ticket.getByLabel('Quantity').press('Enter');
  const book = page.getByRole('region', { name: 'What became of my orders?' });
  const row = book.getByRole('row').filter({ hasText: 'Buy 10 ORBX' });
  await expect(row).toContainText('limit $1.00');

  await row.getByRole('button', { name: 'Details: Buy 10 ORBX' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Buy 10 ORBX' });
  await expect(dialog.getByText('Accepted')).toBeVisible();
  await dialog.getByLabel('Limit price').fill('2');
  await dialog.getByLabel('Limit price').press('Enter');
  await expect(page.getByText('The order has its new terms.')).toBeVisible();
  await expect(row).toContainText('limit $2.00');

  await row.getByRole('button', { name: 'Cancel: Buy 10 ORBX' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('No order waits.')).toBeVisible();
  await book.getByText('All', { exact: true }).click();
  await expect(row).toContainText('Cancelled');
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
});
