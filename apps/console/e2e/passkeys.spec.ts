import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { chooseInMenu, elsewhere, enterPassword, invite, join, PASSWORD } from './people.ts';
import { expect, expectAccessible, expected, SHOTS, test, wearTheme } from './testing.ts';

test.use({ actionTimeout: 20_000 });

/** Passkeys are bound to a name: this machine's, where the console of the flows has a number. */
const named = (address: string | undefined): string => (address ?? '').replace('127.0.0.1', 'localhost');

/** Gives the page a device that makes passkeys and checks the person, as a laptop with a fingerprint reader does. */
async function giveAuthenticator(context: BrowserContext, page: Page): Promise<{ cdp: CDPSession; id: string }> {
  const cdp = await context.newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId: id } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { cdp, id };
}

test('a passkey is added, named, signs in without password and code, and is removed', async ({
  page: owner,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  expected.complaints = [/status of 400/];
  const context = await elsewhere(browser, named(baseURL));
  const page = await context.newPage();
  const email = `passkey-${Date.now()}@example.com`;
  const { cdp, id } = await giveAuthenticator(context, page);
  await join(page, named(await invite(owner, email)));
  await expect(page).toHaveURL(/\/overview$/);

  await page.goto('/en/live/account');
  const panel = page.getByRole('region', { name: 'Passkeys' });
  await panel.getByRole('button', { name: 'Add a passkey' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Name')).toHaveValue(/Chrome/);
  await dialog.getByLabel('Name').fill('Laptop of the flow');
  await dialog.getByRole('textbox', { name: 'Password', exact: true }).fill('not the password');
  await dialog.getByRole('button', { name: 'Add it' }).click();
  await expect(dialog.getByRole('alert')).toContainText('password is not right');
  await expectAccessible(page);
  await page.screenshot({ path: `${SHOTS}/passkey-add-light.png` });
  await dialog.getByRole('textbox', { name: 'Password', exact: true }).fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Add it' }).click();
  await expect(panel.getByText('Laptop of the flow')).toBeVisible();
  expect((await cdp.send('WebAuthn.getCredentials', { authenticatorId: id })).credentials).toHaveLength(1);

  await panel.getByRole('button', { name: 'Rename Laptop of the flow' }).click();
  await dialog.getByLabel('Name').fill('Blue laptop');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText('Blue laptop')).toBeVisible();
  await expectAccessible(page);

  await chooseInMenu(page, /Account of/, 'Sign out');
  await expect(page).toHaveURL(/\/sign-in$/);
  const passkey = page.getByRole('button', { name: 'Sign in with a passkey' });
  await expect(passkey).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: `${SHOTS}/sign-in-passkey-light.png` });
  await passkey.click();
  await expect(page).toHaveURL(/\/overview$/);
  await page.goto('/en/live/account');
  await expect(page.getByText('passkey · ')).toBeVisible();
  for (const theme of ['light', 'dark'] as const) {
    await wearTheme(page, theme, named(baseURL));
    for (const [size, width] of [
      ['wide', 1440],
      ['narrow', 390],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/en/live/account');
      await expect(panel.getByText('Blue laptop')).toBeVisible();
      await expectAccessible(page);
      await page.screenshot({ path: `${SHOTS}/account-passkey-${theme}-${size}.png`, fullPage: true });
    }
  }

  // The same account where the console has a number for a name.
  const bare = await elsewhere(browser, baseURL);
  const there = await bare.newPage();
  await enterPassword(there, email);
  await expect(there).toHaveURL(/\/overview$/);
  await there.goto('/en/live/account');
  await expect(there.getByRole('link', { name: new URL(named(baseURL)).origin })).toBeVisible();

  await page.setViewportSize({ width: 1440, height: 900 });
  await panel.getByRole('button', { name: 'Remove Blue laptop' }).click();
  await dialog.getByRole('textbox', { name: 'Password', exact: true }).fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await expect(panel.getByText('You have none yet')).toBeVisible();
  await there.goto('/en/live/keys');
  await expect(there).toHaveURL(/\/sign-in/);
  await chooseInMenu(page, /Account of/, 'Sign out');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'not known here any more' })).toBeVisible();
  await Promise.all([context.close(), bare.close()]);
});
