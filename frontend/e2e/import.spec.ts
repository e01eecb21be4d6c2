import { expect, test } from '@playwright/test';
import { enterDemo, screenshot } from './steps';

const csv = `date,type,symbol,quantity,price,currency,fee,amount,note
2024-01-02,DEPOSIT,,,,USD,,25000,Opening cash
2024-01-03,BUY,ORBX,40,120.50,USD,1,,
2024-02-15,BUY,ORBX,ten,98.20,USD,1,,
`;
const file = (text: string) => ({
  name: 'my_broker-2024.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

test('a file becomes holdings in four steps, and undoing removes exactly its rows', async ({ page }) => {
  await enterDemo(page);
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  await page.getByLabel('Import into').selectOption('new');

  await page.locator('input[type=file]').setInputFiles(file(csv));
  await expect(page.getByText('3 rows were read')).toBeVisible();
  await expect(
    page
      .getByRole('row')
      .filter({ hasText: 'ten' })
      .or(page.getByRole('row').filter({ hasText: 'quantity' }))
      .last(),
  ).toContainText('Error');
  await screenshot(page, 'import-review');

  await page.getByRole('button', { name: 'Continue with 2 new rows' }).click();
  await expect(page.getByRole('heading', { name: /Import 2 rows into “my broker 2024”/ })).toBeVisible();
  await page.getByRole('button', { name: 'Import 2 rows' }).click();
  await expect(page.getByText('2 rows imported')).toBeVisible();
  await screenshot(page, 'import-done');

  await page.getByRole('link', { name: 'See the portfolio' }).click();
  await expect(page.getByRole('cell', { name: /ORBX/ })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Cash in USD' })).toContainText('$20,179.00');

  // the same file again: everything is there already
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  await page.locator('input[type=file]').setInputFiles(file(csv.split('\n').slice(0, 3).join('\n') + '\n'));
  await expect(page.getByText('There is no new row in this file')).toBeVisible();
  await expect(page.getByRole('button', { name: /Continue/ })).toBeDisabled();
});

test('an import is undone by one click', async ({ page }) => {
  await enterDemo(page);
  await page.goto('/portfolios/import?portfolio=new');
  await page.locator('input[type=file]').setInputFiles(file(csv.split('\n').slice(0, 3).join('\n') + '\n'));
  await page.getByRole('button', { name: 'Continue with 2 new rows' }).click();
  await page.getByRole('button', { name: 'Import 2 rows' }).click();
  await page.getByRole('button', { name: 'Undo this import' }).click();
  await expect(page.getByText('Import undone: 2 rows removed')).toBeVisible();
  await page.goto('/portfolios');
  await page.getByRole('link', { name: 'my broker 2024' }).click();
  await expect(page.getByText('No holdings yet')).toBeVisible();
});

test('a file with a wrong header is refused in words that name it', async ({ page }) => {
  await enterDemo(page);
  await page.goto('/portfolios/import?portfolio=new');
  await page.locator('input[type=file]').setInputFiles(file('when,what\n2024-01-02,BUY\n'));
  const refusal = page.getByRole('alert');
  await expect(refusal).toBeVisible();
  await expect(refusal).toContainText(/header|column/i);
});
