import { expect, test } from '@playwright/test';
import { answered, ask, chooseLevel, enterDemo, questions, screenshot, skipToContent, tabTo } from './steps';

for (const { path, action } of questions) {
  test(`${path} answers its question, asked by mouse`, async ({ page }) => {
    test.setTimeout(180_000);
    await enterDemo(page);
    await ask(page, path, action);
    await screenshot(page, `${path.slice(1)}-result`);
  });

  test(`${path} answers its question, asked by keyboard`, async ({ page }) => {
    test.setTimeout(180_000);
    await enterDemo(page);
    await page.goto(path);
    await expect(page.getByRole('main').getByRole('button', { name: action, exact: true })).toBeVisible();
    await skipToContent(page);
    await tabTo(page, 'button', action);
    await page.keyboard.press('Enter');
    await answered(page, path);
  });
}

test('the report is shown within the page and downloaded as a PDF', async ({ page }) => {
  test.setTimeout(180_000);
  await enterDemo(page);
  await ask(page, '/reports', 'Make the report');
  const document = page.frameLocator('iframe[title="Your report"]');
  await expect(document.getByRole('heading', { level: 1 })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download PDF' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
});

test('a schedule is made, paused, resumed and deleted', async ({ page }) => {
  await enterDemo(page);
  await page.getByRole('link', { name: 'Schedules', exact: true }).click();
  await page.getByLabel('Name', { exact: true }).fill('Monday check');
  await page.getByRole('radio', { name: 'Every week' }).check();
  await page.getByLabel('On', { exact: true }).selectOption('MONDAY');
  await page.getByRole('button', { name: 'Add schedule' }).click();
  const item = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'Monday check' }) });
  await expect(item).toContainText('every Monday at 07:30');
  await screenshot(page, 'schedules');
  await item.getByRole('button', { name: 'Pause “Monday check”' }).click();
  await expect(item).toContainText('Not while it is paused');
  await item.getByRole('button', { name: 'Resume “Monday check”' }).click();
  await expect(item.getByRole('button', { name: 'Pause “Monday check”' })).toBeVisible();
  await item.getByRole('button', { name: 'Delete “Monday check”' }).click();
  await item.getByRole('button', { name: 'Delete it' }).click();
  await expect(page.getByText('Nothing is scheduled yet')).toBeVisible();
});

test('a schedule is made without a pointer', async ({ page }) => {
  await enterDemo(page);
  await page.goto('/schedules');
  await expect(page.getByRole('button', { name: 'Add schedule' })).toBeVisible();
  await skipToContent(page);
  await tabTo(page, 'button', 'Add schedule');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Risk check: / })).toBeVisible();
});

test('a lesson is taken on one’s own figures, and a word is looked up', async ({ page }) => {
  test.setTimeout(180_000);
  await enterDemo(page);
  await page.getByRole('button', { name: 'Run risk check' }).click();
  await answered(page, '/risk');
  await page.getByRole('link', { name: 'Learn', exact: true }).click();
  await page.getByRole('link', { name: 'Start: What can I lose?' }).click();
  await expect(page.getByRole('complementary', { name: 'For you' })).toContainText(/\d/);
  await screenshot(page, 'lesson');
  for (let step = 0; step < 3; step += 1) await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('radio', { name: /More than 1,000/ }).check();
  await expect(page.getByText('That is right.')).toBeVisible();
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('link', { name: 'Expected shortfall', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Expected shortfall' })).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'For you' })).toContainText(/on average/);
});

test('a lesson is taken without a pointer', async ({ page }) => {
  await enterDemo(page);
  await page.goto('/learn/lessons/ride');
  await expect(page.getByRole('button', { name: 'Next' })).toBeVisible();
  await skipToContent(page);
  for (let step = 0; step < 3; step += 1) {
    await tabTo(page, 'button', 'Next');
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('heading', { level: 2, name: 'A question to end with' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByText('That is right.')).toBeVisible();
});

test('the level of detail changes the pages, and is kept', async ({ page }) => {
  test.setTimeout(180_000);
  await enterDemo(page);
  await page.getByRole('button', { name: 'Run risk check' }).click();
  await answered(page, '/risk');
  const methods = page.getByRole('region', { name: 'The same question by each method' });
  await page.getByRole('banner').getByRole('radio', { name: 'Simple' }).check();
  await expect(methods).toHaveCount(0);
  await chooseLevel(page, 'Student');
  await expect(methods).toBeVisible();
  await expect(page.getByRole('region', { name: 'How is it computed?' })).toContainText('Sharpe');
  await screenshot(page, 'risk-student');
  await page.reload();
  await expect(page.getByRole('region', { name: 'How is it computed?' })).toBeVisible();
});

test('German is chosen on the welcome page and stays', async ({ page }) => {
  await page.goto('/welcome');
  await page.getByRole('radio', { name: 'Deutsch' }).check();
  await page.getByRole('button', { name: 'Demo ausprobieren' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Übersicht' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Jetziger Wert' })).toContainText(/\d\.\d{3},\d{2}/);
  await screenshot(page, 'overview-german');
  await page.goto('/settings');
  await page.getByRole('main').getByRole('radio', { name: 'English' }).check();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
});

test('the status says of each service whether it works, to a visitor too', async ({ page }) => {
  await page.goto('/status');
  await expect(page.getByText('Everything works.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Market data' })).toBeVisible();
  await screenshot(page, 'status');
});

test('a token is made, shown once, and taken back', async ({ page }) => {
  await enterDemo(page);
  await page.goto('/settings');
  await page.getByLabel('Name', { exact: true }).fill('My script');
  await page.getByRole('button', { name: 'Create token' }).click();
  await expect(page.getByText('Copy this token now.')).toBeVisible();
  await page.getByRole('button', { name: 'Revoke My script' }).click();
  await expect(page.getByRole('button', { name: 'Revoke My script' })).toHaveCount(0);
});

test('the palette goes to a page by its keys, and the help tells the keys', async ({ page }) => {
  await enterDemo(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search' }).fill('stress');
  await expect(page.getByRole('option').first()).toContainText('Stress test');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Stress test' })).toBeVisible();
  await page.locator('body').press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('o');
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
});
