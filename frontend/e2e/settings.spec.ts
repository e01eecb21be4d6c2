import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectNoSidewaysScroll, screenshot, tabTo } from './steps';

const PASSWORD = 'a sentence nobody else has typed';

/** An account of this journey's own: what it signs out and deletes is nobody else's. */
async function signUp(page: Page) {
  const email = `journey-${crypto.randomUUID()}@example.org`;
  await page.goto('/oauth2/authorization/riskwatch');
  await page.getByRole('link', { name: 'Create an account' }).click();
  await page.getByLabel('Name').fill('Journey');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Create the account' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  return email;
}

async function signIn(page: Page, email: string) {
  await page.goto('/oauth2/authorization/riskwatch');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** The same person at another machine. */
async function elsewhere(browser: Browser, email: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, email);
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  return page;
}

test('somebody signs out a browser they left, and it does not come back by itself', async ({
  page,
  browser,
}) => {
  const email = await signUp(page);
  const lost = await elsewhere(browser, email);

  await page.goto('/settings');
  const card = page.getByRole('region', { name: 'Where am I signed in?' });
  await expect(card.getByRole('listitem')).toHaveCount(2);
  await expect(card.getByRole('listitem').first()).toContainText('This browser');
  await card.getByRole('button', { name: /^Sign out .* on / }).click();
  await expect(card.getByText('You are signed in with this browser and no other.')).toBeVisible();

  // the page open there ends by itself, for its socket is closed and its next question refused
  await lost.reload();
  await expect(lost).toHaveURL(/\/welcome$/);
  await lost.goto('/oauth2/authorization/riskwatch');
  await expect(lost.getByLabel('Password'), 'a password is asked for').toBeVisible();
  await lost.context().close();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
});

test('an account is deleted by keyboard, everywhere and for ever', async ({ page, browser }) => {
  const email = await signUp(page);
  const other = await elsewhere(browser, email);

  await page.goto('/settings');
  const open = page.getByRole('button', { name: 'Delete my account…' });
  await expect(open).toBeVisible();
  await open.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Delete my account' });
  await expect(dialog).toBeVisible();
  await expectNoSidewaysScroll(page);
  await screenshot(page, 'delete-account-light');
  await expect(dialog.getByRole('link', { name: 'Everything as JSON' })).toHaveAttribute(
    'href',
    '/api/v1/export',
  );

  const field = dialog.getByLabel(/^Type your e-mail address/);
  await field.fill('somebody@example.org');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(`This is not “${email}”.`)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await open.focus();
  await page.keyboard.press('Enter');
  await field.fill(email);
  await tabTo(page, 'button', 'Delete my account for ever');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/welcome$/);
  await expect(page.getByRole('status')).toContainText('Your account is deleted');

  await expect(async () => {
    await other.goto('/');
    await expect(other).toHaveURL(/\/welcome$/, { timeout: 1_000 });
  }).toPass();
  await signIn(other, email);
  await expect(other.getByRole('alert')).toContainText('wrong');
  await other.context().close();
});
