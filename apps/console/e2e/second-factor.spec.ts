import type { Page } from '@playwright/test';
import { chooseInMenu, codeOf, elsewhere, enterPassword, invite, join, lookAgain, PASSWORD } from './people.ts';
import { expect, expectAccessible, expected, SHOTS, test, wearTheme } from './testing.ts';

test.use({ actionTimeout: 20_000 });

/** Sets an authenticator up in what is on the screen: password, first code, backup codes. */
async function setUp(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Continue' }).click();
  const key = page.locator('code').filter({ hasText: /^[A-Z2-7 ]{20,}$/ });
  await page.getByLabel('Code the app shows').fill(codeOf(((await key.textContent()) ?? '').replaceAll(' ', '')));
  await page.getByRole('button', { name: 'Turn on' }).click();
  await page.getByRole('checkbox', { name: 'I have stored the codes' }).check();
  await page.getByRole('button', { name: 'Done' }).click();
}

test('an owner requires a second factor: nobody is locked out, and whoever has none sets one up before anything else', async ({
  page: demo,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  expected.complaints = [/status of 40[03]/];
  const context = await elsewhere(browser, baseURL);
  const owner = await context.newPage();
  await join(owner, await invite(demo, `owner-${Date.now()}@example.com`, 'Owner'), 'Olga Owner');
  await expect(owner).toHaveURL(/\/overview$/);
  const email = `member-${Date.now()}@example.com`;
  const link = await invite(owner, email, 'Viewer');
  const other = await elsewhere(browser, baseURL);
  const member = await other.newPage();
  await join(member, link, 'Mia Member');
  await expect(member).toHaveURL(/\/overview$/);

  await owner.goto('/en/live/security');
  const panel = owner.getByRole('region', { name: 'Second factor for everybody' });
  await panel.getByRole('button', { name: 'Require it' }).click();
  await owner.getByRole('dialog').getByRole('button', { name: 'Require it' }).click();
  await expect(panel.getByRole('alert')).toContainText('You have no second factor yourself');
  await panel.getByRole('link', { name: 'Your account' }).click();
  // The page that is left has a button of this name too.
  await expect(owner).toHaveURL(/\/account$/);
  await owner.getByRole('button', { name: 'Set up' }).click();
  await setUp(owner);
  await expect(owner.getByRole('button', { name: 'New backup codes' })).toBeVisible();

  await owner.goto('/en/live/security');
  await panel.getByRole('button', { name: 'Require it' }).click();
  const question = owner.getByRole('dialog');
  await expect(question).toContainText('set one up before anything else');
  await expectAccessible(owner);
  await owner.screenshot({ path: `${SHOTS}/require-factor-light.png` });
  await question.getByRole('button', { name: 'Require it' }).click();
  try {
    await expect(panel.getByText('Required', { exact: true })).toBeVisible();
    // The page that was open goes no further, and leads to what is missing.
    await lookAgain(member);
    const stopped = member.getByRole('dialog', { name: 'A second factor is required.' });
    await expect(stopped).toBeVisible();
    await expectAccessible(member);
    await member.screenshot({ path: `${SHOTS}/page-stopped-light.png` });
    await stopped.getByRole('button', { name: 'Go on' }).click();
    await expect(member).toHaveURL(/\/en\/second-factor\?next=/);

    for (const theme of ['dark', 'light'] as const) {
      await wearTheme(member, theme, baseURL);
      await member.goto('/en/live/routes');
      await expect(member.getByRole('heading', { name: 'A second factor is required' })).toBeVisible();
      await expectAccessible(member);
      await member.screenshot({ path: `${SHOTS}/second-factor-needed-${theme}.png`, fullPage: true });
    }
    await member.getByRole('button', { name: 'Use an authenticator app' }).click();
    await setUp(member);
    await expect(member).toHaveURL(/\/en\/live\/routes$/);
  } finally {
    await panel.getByRole('button', { name: 'Require it no longer' }).click();
    await owner.getByRole('dialog').getByRole('button', { name: 'Require it no longer' }).click();
    await expect(panel.getByText('Optional', { exact: true })).toBeVisible();
  }
  await demo.goto('/en/live/people');
  const row = demo.getByRole('listitem').filter({ hasText: email });
  await expect(row).toContainText('Second factor');
  await expectAccessible(demo);
  await demo.screenshot({ path: `${SHOTS}/people-factors-light.png`, fullPage: true });

  await chooseInMenu(member, /Account of/, 'Sign out');
  await expect(member).toHaveURL(/\/sign-in$/);
  await enterPassword(member, email);
  await expect(member.getByLabel('Code', { exact: true })).toBeVisible();
  await Promise.all([context.close(), other.close()]);
});
