import { chooseInMenu } from './people.ts';
import { expect, expected, readDemo, test } from './testing.ts';

test.describe('without a session', () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test('every page leads to the sign-in and back to itself', async ({ page }) => {
    const { email, password } = readDemo().sign_in;
    await page.goto('/en/live/messages?state=delivered');
    await expect(page).toHaveURL(/\/en\/sign-in\?next=/);
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page).toHaveURL('/en/live/messages?state=delivered');
  });

  test('a wrong password is refused with words and keeps what was typed', async ({ page }) => {
    expected.complaints = [/status of 401/];
    await page.goto('/en/sign-in');
    await page.getByLabel('E-mail').fill('nobody@example.com');
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'do not belong together' })).toBeVisible();
    await expect(page.getByLabel('E-mail')).toHaveValue('nobody@example.com');
  });
});

test('signing out ends the session for every page', async ({ browser, baseURL }) => {
  // A session of its own: the one the other flows use must live on. A new context would begin with that one's cookies.
  const { email, password } = readDemo().sign_in;
  const context = await browser.newContext({
    ...(baseURL === undefined ? {} : { baseURL }),
    storageState: { cookies: [], origins: [] },
  });
  const page = await context.newPage();
  await page.goto('/en/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await chooseInMenu(page, /Account of/, 'Sign out');
  await expect(page).toHaveURL(/\/en\/sign-in$/);
  await page.goto('/en/live/keys');
  await expect(page).toHaveURL(/\/en\/sign-in\?next=/);
  await context.close();
});
