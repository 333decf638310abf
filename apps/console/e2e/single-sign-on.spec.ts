import { CLIENT, openIdentityProvider, signInThere } from './identity-provider.ts';
import { chooseInMenu, elsewhere, invite, lookAgain } from './people.ts';
import { expect, expectAccessible, expected, readIdentityPort, SHOTS, test, wearTheme } from './testing.ts';

test.use({ actionTimeout: 20_000 });

test('an owner sets the single sign-on up; people come in through the provider, and are turned away with words', async ({
  page: owner,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  expected.complaints = [/status of 400/];
  await owner.goto('/en/live/security');
  const panel = owner.getByRole('region', { name: 'Single sign-on' });
  await panel.getByRole('button', { name: 'Set up' }).click();
  const drawer = owner.getByRole('dialog');
  const redirectUri = (await drawer.locator('code').first().textContent()) ?? '';
  const provider = await openIdentityProvider(redirectUri);
  try {
    await drawer.getByLabel('Issuer').fill(`http://127.0.0.1:${readIdentityPort() + 1}`);
    await drawer.getByLabel('Client id').fill(CLIENT.id);
    await drawer.getByLabel('Client secret').fill(CLIENT.secret);
    await drawer.getByLabel('Domains', { exact: true }).fill('shop.example,');
    await drawer.getByLabel('Button').fill('Shop login');
    await drawer.getByRole('radio', { name: 'Anybody of these domains joins' }).check();
    await drawer.getByRole('checkbox', { name: 'The provider says the role' }).check();
    await drawer.getByLabel('Value 1', { exact: true }).fill('signalbox-admins');
    await drawer.getByRole('button', { name: 'Save' }).click();
    await expect(drawer.getByText('not on the public internet').or(drawer.getByText('allow')).first()).toBeVisible();
    await expectAccessible(owner);
    for (const theme of ['light', 'dark'] as const) {
      await owner.evaluate((next) => {
        document.documentElement.dataset.theme = next;
      }, theme);
      await owner.screenshot({ path: `${SHOTS}/sign-on-form-${theme}.png` });
    }
    await owner.evaluate(() => {
      document.documentElement.dataset.theme = 'light';
    });
    await drawer.getByLabel('Issuer').fill(provider.issuer);
    await drawer.getByRole('checkbox', { name: 'The provider says the role' }).uncheck();
    await drawer.getByRole('button', { name: 'Save' }).click();
    await expect(drawer).toBeHidden();
    await expect(panel.getByText('Continue with Shop login')).toBeVisible();
    for (const theme of ['light', 'dark'] as const) {
      await wearTheme(owner, theme, baseURL);
      for (const [size, width] of [
        ['wide', 1440],
        ['narrow', 390],
      ] as const) {
        await owner.setViewportSize({ width, height: 900 });
        await owner.goto('/en/live/security');
        await expect(panel.getByText('Continue with Shop login')).toBeVisible();
        await expectAccessible(owner);
        const overflow = await owner.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow, 'pixels beyond the screen').toBeLessThanOrEqual(0);
        await owner.screenshot({ path: `${SHOTS}/security-set-${theme}-${size}.png`, fullPage: true });
      }
    }
    await owner.setViewportSize({ width: 1440, height: 900 });

    const context = await elsewhere(browser, baseURL);
    const page = await context.newPage();
    await page.goto('/en/sign-in?next=%2Fen%2Flive%2Froutes');
    const through = page.getByRole('button', { name: 'Continue with Shop login' });
    await expect(through).toBeVisible();
    await expectAccessible(page);
    await page.screenshot({ path: `${SHOTS}/sign-in-through-light.png`, fullPage: true });
    await through.click();
    await signInThere(page, `ana.${Date.now()}@shop.example`);
    await expect(page).toHaveURL(/\/en\/live\/routes$/);
    await chooseInMenu(page, /Account of ana of the provider/, 'Your account');
    await expect(page.getByText('You signed in through Shop login')).toBeVisible();
    await expectAccessible(page);
    await page.screenshot({ path: `${SHOTS}/account-through-light.png`, fullPage: true });

    // Signing in again on top of a page leaves what was typed, and goes on by itself.
    await page.goto('/en/live/overview');
    await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible();
    await context.clearCookies({ name: /session_token/ });
    await lookAgain(page);
    const ended = page.getByRole('dialog', { name: 'Your session has ended' });
    await expect(ended.getByRole('button', { name: 'Continue with Shop login' })).toBeVisible();
    const tab = context.waitForEvent('page');
    await ended.getByRole('button', { name: 'Continue with Shop login' }).click();
    const opened = await tab;
    await expect(opened.getByRole('heading', { name: 'You are signed in' })).toBeVisible();
    await expectAccessible(opened);
    await opened.close();
    await page.bringToFront();
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await expect(ended).toBeHidden();

    const stranger = await elsewhere(browser, baseURL);
    const turned = await stranger.newPage();
    await wearTheme(turned, 'dark', baseURL);
    await turned.goto('/en/sign-in');
    await turned.getByRole('button', { name: 'Continue with Shop login' }).click();
    await signInThere(turned, 'mallory@elsewhere.example');
    await expect(turned).toHaveURL(/\/en\/sign-in\?problem=wrong_domain$/);
    await expect(turned.getByRole('alert').filter({ hasText: 'not of a domain' })).toBeVisible();
    await expectAccessible(turned);
    await turned.screenshot({ path: `${SHOTS}/sign-in-turned-away-dark.png`, fullPage: true });

    const guest = await (await elsewhere(browser, baseURL)).newPage();
    const email = `guest.${Date.now()}@shop.example`;
    await guest.goto(await invite(owner, email, 'Support'));
    await guest.getByRole('button', { name: 'Continue with Shop login' }).click();
    await signInThere(guest, email);
    await expect(guest).toHaveURL(/\/overview$/);
    await guest.getByRole('button', { name: /Account of guest/ }).click();
    await expect(guest.getByText('Support', { exact: true })).toBeVisible();
    await Promise.all([context.close(), stranger.close(), guest.context().close()]);
  } finally {
    await provider.close();
    await owner.goto('/en/live/security');
    await expect(panel).toBeVisible();
    // Not there when it could not be set up: what went wrong then is said by the test.
    const remove = panel.getByRole('button', { name: 'Remove' });
    if (await remove.isVisible()) {
      await remove.click();
      await owner.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    }
    await expect(panel.getByText('Not set up')).toBeVisible();
  }
});
