import { expect, test } from '@playwright/test';
import { enterDemo, screenshot } from './steps';

const csv = `date,type,symbol,quantity,price,currency,fee,amount,note
2024-01-02,DEPOSIT,,,,USD,,25000,Opening cash
2024-01-03,BUY,ORBX,40,120.50,USD,1,,
`;

test('a second account is opened, money and a holding move there, and each shows what is its own', async ({
  page,
}) => {
  await enterDemo(page);
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  await page.getByLabel('Import into').selectOption('new');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'two_brokers.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('button', { name: 'Continue with 2 new rows' }).click();
  await page.getByRole('button', { name: 'Import 2 rows' }).click();
  await expect(page.getByText('2 rows imported')).toBeVisible();
  await page.getByRole('link', { name: 'Portfolios', exact: true }).click();
  await page.getByRole('link', { name: /two brokers/ }).click();

  await page.getByRole('button', { name: 'Accounts' }).click();
  const dialog = page.getByRole('dialog', { name: 'Accounts of this portfolio' });
  await dialog.getByRole('button', { name: 'Add an account' }).click();
  await dialog.getByLabel('Name').fill('Second broker');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Second broker', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await page.getByRole('link', { name: 'Transactions' }).click();
  const move = page.getByRole('button', { name: 'Move between accounts' });
  await move.click();
  await page.getByLabel('From account').selectOption('Main account');
  await page.getByLabel('To account').selectOption('Second broker');
  await page.getByLabel('Amount').fill('5000');
  await page.getByRole('button', { name: 'Move it' }).click();
  await expect(page.getByText('The move is recorded.').first()).toBeVisible();

  await move.click();
  await page.getByRole('radio', { name: 'A holding' }).check();
  await page.getByLabel('From account').selectOption('Main account');
  await page.getByLabel('To account').selectOption('Second broker');
  await page.getByLabel('Symbol').fill('ORBX');
  await page.getByLabel('Quantity').fill('15');
  await page.getByRole('button', { name: 'Move it' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'ORBX' })).toHaveCount(2);

  await page.getByRole('link', { name: 'Holdings' }).click();
  const orbx = page.getByRole('row').filter({ hasText: 'ORBX' });
  await expect(orbx).toHaveCount(1); // the page before, which has two, may still stand there
  await expect(orbx).toContainText('40');
  await page.getByLabel('Account', { exact: true }).selectOption('Second broker');
  await expect(orbx).toContainText('15');
  await expect(page.getByRole('row').filter({ hasText: 'Cash in USD' })).toContainText('$5,000.00');
  await expect(page).toHaveURL(/account=/);
  await screenshot(page, 'account-light');
});
