import type { Page } from '@playwright/test';
import { chooseInMenu, codeOf, elsewhere, enterPassword, invite, join, PASSWORD } from './people.ts';
import { expect, expectAccessible, expected, SHOTS, test, untilStill, wearTheme } from './testing.ts';

/** Invites somebody new, who joins in the other browser and is signed in there. */
async function joinAsSomebody(owner: Page, page: Page): Promise<string> {
  const email = `person-${Date.now()}@example.com`;
  await join(page, await invite(owner, email));
  await expect(page).toHaveURL(/\/overview$/);
  return email;
}

/** Reads a link out of the newest mails of a virtual inbox, as somebody of the workspace may. */
async function expectMail(owner: Page, address: string, link: RegExp): Promise<string> {
  const input = encodeURIComponent(JSON.stringify({ address }));
  let found = '';
  await expect
    .poll(async () => {
      const answer = await owner.request.get(`/trpc/simulator.inbox?input=${input}`);
      found = link.exec(await answer.text())?.[0] ?? '';
      return found;
    })
    .not.toBe('');
  return found;
}

test('S-16: a second factor is set up with the key, asked for at the sign-in, and ends what was open before', async ({
  page: owner,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  expected.complaints = [/status of 40[01]/];
  const context = await elsewhere(browser, baseURL);
  const page = await context.newPage();
  const email = await joinAsSomebody(owner, page);
  const other = await elsewhere(browser, baseURL);
  const there = await other.newPage();
  await enterPassword(there, email);
  await expect(there).toHaveURL(/\/overview$/);

  await chooseInMenu(page, /Account of/, 'Your account');
  await expect(page).toHaveURL(/\/account$/);
  await expect(page.getByRole('button', { name: /End the session of/ })).toHaveCount(1);
  await page.screenshot({ path: `${SHOTS}/account-two-sessions.png`, fullPage: true });
  await page.getByRole('button', { name: 'Set up' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await untilStill(page);
  await dialog.getByLabel('Password', { exact: true }).fill('not the password');
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await expect(dialog.getByRole('alert')).toContainText('password is not right');
  await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await expect(dialog.getByRole('img', { name: 'QR code' })).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: `${SHOTS}/second-factor-qr-light.png` });
  const key = ((await dialog.locator('code').textContent()) ?? '').replaceAll(' ', '');
  await dialog.getByLabel('Code the app shows').fill(codeOf(key));
  await dialog.getByRole('button', { name: 'Turn on' }).click();
  await expect(dialog.getByText('shown this one time')).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: `${SHOTS}/backup-codes-light.png` });
  const backupCode = (await dialog.locator('li code').first().textContent()) ?? '';
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('button', { name: 'New backup codes' })).toBeVisible();

  await there.goto('/en/live/keys');
  await expect(there).toHaveURL(/\/sign-in/);
  await wearTheme(there, 'dark', baseURL);
  await enterPassword(there, email);
  await there.getByLabel('Code', { exact: true }).fill('000000');
  await there.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(there.getByRole('alert').filter({ hasText: 'does not fit' })).toBeVisible();
  await expectAccessible(there);
  await there.screenshot({ path: `${SHOTS}/second-factor-step-dark.png` });
  await there.getByLabel('Code', { exact: true }).fill(codeOf(key));
  await there.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(there).toHaveURL(/\/overview$/);

  const third = await elsewhere(browser, baseURL);
  const lost = await third.newPage();
  await enterPassword(lost, email);
  await lost.getByRole('button', { name: 'Use a backup code' }).click();
  await lost.getByLabel('Backup code').fill(backupCode);
  await lost.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(lost).toHaveURL(/\/overview$/);

  await page.getByRole('button', { name: 'Turn off' }).click();
  await page.getByRole('dialog').getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('dialog').getByRole('button', { name: 'Turn off' }).click();
  await expect(page.getByRole('button', { name: 'Set up' })).toBeVisible();
  await Promise.all([context.close(), other.close(), third.close()]);
});

test('a person changes name and password, and ends a session elsewhere', async ({ page: owner, browser, baseURL }) => {
  test.setTimeout(90_000);
  const context = await elsewhere(browser, baseURL);
  const page = await context.newPage();
  const email = await joinAsSomebody(owner, page);
  const other = await elsewhere(browser, baseURL);
  const there = await other.newPage();
  await enterPassword(there, email);
  await expect(there).toHaveURL(/\/overview$/);

  await page.goto('/en/live/account');
  await page.getByLabel('Your name').fill('Nora New');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Account of Nora New' })).toBeVisible();

  await page.getByRole('button', { name: /End the session of/ }).click();
  await expect(page.getByRole('button', { name: /End the session of/ })).toHaveCount(0);
  await there.goto('/en/live/keys');
  await expect(there).toHaveURL(/\/sign-in/);

  await page.getByLabel('Current password').fill(PASSWORD);
  await page.getByLabel('New password').fill('a-newer-password');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('The password was changed')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible();
  await Promise.all([context.close(), other.close()]);
});

test('S-16: who forgot the password chooses a new one by the link in the mail, and every session ends', async ({
  page: owner,
  browser,
  baseURL,
}) => {
  test.setTimeout(90_000);
  const context = await elsewhere(browser, baseURL);
  const page = await context.newPage();
  const email = await joinAsSomebody(owner, page);
  const other = await elsewhere(browser, baseURL);
  const there = await other.newPage();
  await there.goto('/en/sign-in');
  await there.getByRole('link', { name: 'Forgot your password?' }).click();
  await expect(there).toHaveURL(/\/forgot$/);
  await there.getByLabel('E-mail').fill(email);
  await there.getByRole('button', { name: 'Send the link' }).click();
  await expect(there.getByText('Look into your mail')).toBeVisible();
  await expectAccessible(there);
  await there.screenshot({ path: `${SHOTS}/forgot-sent-light.png` });

  const link = await expectMail(owner, email, /http:\S+\/en\/reset#[\w-]+/);
  await there.goto(link);
  await there.getByLabel('New password').fill('a-newer-password');
  await there.getByRole('button', { name: 'Set the password' }).click();
  await expect(there.getByText('The new password is in force')).toBeVisible();
  await expectAccessible(there);
  await there.getByRole('link', { name: 'Sign in' }).click();
  await expect(there).toHaveURL(/\/sign-in$/);
  await there.getByLabel('E-mail').fill(email);
  await there.getByLabel('Password', { exact: true }).fill('a-newer-password');
  await there.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(there).toHaveURL(/\/overview$/);
  await page.goto('/en/live/keys');
  await expect(page).toHaveURL(/\/sign-in/);
  await Promise.all([context.close(), other.close()]);
});
