import { expect, expectAccessible, expected, test, wearTheme } from './testing.ts';

const PAGES = {
  'sign-in': '/en/sign-in',
  overview: '/en/live/overview',
  'overview-empty': '/en/sandbox/overview',
  log: '/en/live/messages',
  'log-filtered': '/en/live/messages?class=otp&channel=sms',
  send: '/en/live/send',
  verifications: '/en/live/verifications',
  'verifications-sandbox': '/en/sandbox/verifications',
  handsets: '/en/live/handsets',
  inboxes: '/en/live/handsets?tab=inboxes',
  providers: '/en/live/providers',
  routes: '/en/live/routes',
  keys: '/en/live/keys',
  people: '/en/live/people',
  'people-chinese': '/zh/live/people',
  join: '/en/join',
  webhooks: '/en/live/webhooks',
  limits: '/en/live/limits',
  audit: '/en/live/audit',
  'audit-filtered': '/en/live/audit?action=key.created',
  missing: '/en/live/there-is-no-such-page',
  chinese: '/zh/live/overview',
  spanish: '/es/live/overview',
  portuguese: '/pt-BR/live/overview',
  'portuguese-log': '/pt-BR/live/messages',
} as const;
const SIZES = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } } as const;
const SHOTS = 'test-results/pictures';

for (const theme of ['light', 'dark'] as const) {
  for (const [name, address] of Object.entries(PAGES)) {
    test(`${name} in ${theme}: no barrier, nothing cut, no complaint, on wide and narrow screens`, async ({
      browser,
      page,
      baseURL,
    }) => {
      await wearTheme(page, theme, baseURL);
      if (name === 'missing') expected.complaints = [/status of 404/];
      if (name === 'sign-in') await page.context().clearCookies({ name: /session/ });
      for (const [size, viewport] of Object.entries(SIZES)) {
        await page.setViewportSize(viewport);
        await page.goto(address);
        await expect(page.getByRole('heading').first()).toBeVisible();
        await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
        await expectAccessible(page);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow, 'pixels beyond the screen').toBeLessThanOrEqual(0);
        await page.screenshot({ path: `${SHOTS}/${name}-${theme}-${size}.png` });
      }
      expect(browser.isConnected()).toBe(true);
    });
  }

  test(`a message beside the log and on its own page in ${theme}: no barrier`, async ({ page, baseURL }) => {
    await wearTheme(page, theme, baseURL);
    await page.goto('/en/live/messages');
    const first = page.locator('a[data-row]').first();
    const id = await first.getAttribute('data-row');
    await first.click();
    await expect(page.getByRole('dialog').getByRole('heading', { name: 'Timeline' })).toBeVisible();
    await expectAccessible(page);
    await page.screenshot({ path: `${SHOTS}/drawer-${theme}.png` });

    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      await page.goto(`/en/live/messages/${id}`);
      await expect(page.getByRole('heading', { name: 'Timeline' })).toBeVisible();
      await expectAccessible(page);
      await page.screenshot({ path: `${SHOTS}/message-${theme}-${size}.png`, fullPage: true });
    }
  });

  test(`the forms of providers and routes in ${theme}: no barrier`, async ({ page, baseURL }) => {
    await wearTheme(page, theme, baseURL);
    await page.goto('/en/live/providers');
    await page.getByRole('button', { name: 'Add provider' }).first().click();
    await expect(page.getByRole('dialog').getByLabel('SMSC host')).toBeVisible();
    await expectAccessible(page);
    await page.screenshot({ path: `${SHOTS}/provider-form-${theme}.png` });

    await page.goto('/en/live/routes');
    await page.getByRole('button', { name: 'Add route' }).first().click();
    await expect(page.getByRole('dialog').getByLabel('Price per part')).toBeVisible();
    await expectAccessible(page);
    await page.screenshot({ path: `${SHOTS}/route-form-${theme}.png` });
  });

  test(`the forms of keys and invitations in ${theme}: no barrier`, async ({ page, baseURL }) => {
    await wearTheme(page, theme, baseURL);
    await page.goto('/en/live/keys');
    await page.getByRole('button', { name: 'Create key' }).first().click();
    await expect(page.getByRole('dialog').getByLabel('Name')).toBeVisible();
    await expectAccessible(page);
    await page.screenshot({ path: `${SHOTS}/key-form-${theme}.png` });
    await page.getByRole('dialog').getByText('Chosen', { exact: true }).click();
    await expect(page.getByRole('dialog').getByRole('checkbox', { name: 'Send messages' })).toBeVisible();
    await expectAccessible(page);
    await page.screenshot({ path: `${SHOTS}/key-form-chosen-${theme}.png` });

    await page.goto('/en/live/people');
    await page.getByRole('button', { name: 'Invite' }).click();
    await expect(page.getByRole('dialog').getByLabel('E-mail')).toBeVisible();
    await expectAccessible(page);
    await page.screenshot({ path: `${SHOTS}/invite-${theme}.png` });
  });
}
