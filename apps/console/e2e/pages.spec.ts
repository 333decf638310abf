import type { Page } from '@playwright/test';
import { expect, expectAccessible, expected, readDemo, SHOTS, test, wearTheme } from './testing.ts';

const PAGES = {
  'sign-in': '/en/sign-in',
  overview: '/en/live/overview',
  'overview-empty': '/en/sandbox/overview',
  log: '/en/live/messages',
  'log-filtered': '/en/live/messages?class=otp&channel=sms',
  send: '/en/live/send',
  verifications: '/en/live/verifications',
  'verifications-sandbox': '/en/sandbox/verifications',
  'verifications-prefixes': '/en/live/verifications?tab=prefixes',
  'verifications-rules': '/en/live/verifications?tab=rules',
  'verifications-rules-spanish': '/es/sandbox/verifications?tab=rules',
  handsets: '/en/live/handsets',
  inboxes: '/en/live/handsets?tab=inboxes',
  providers: '/en/live/providers',
  routes: '/en/live/routes',
  health: '/en/live/health',
  'health-chinese': '/zh/live/health',
  'experiments-empty': '/en/sandbox/experiments',
  'experiments-spanish': '/es/sandbox/experiments',
  'experiments-portuguese': '/pt-BR/sandbox/experiments',
  'experiments-chinese': '/zh/sandbox/experiments',
  'models-empty': '/en/sandbox/models',
  'prices-empty': '/en/live/prices',
  'prices-spanish': '/es/sandbox/prices',
  'prices-portuguese': '/pt-BR/sandbox/prices',
  'prices-chinese': '/zh/sandbox/prices',
  keys: '/en/live/keys',
  lists: '/en/live/lists',
  'lists-spanish': '/es/live/lists',
  'imports-empty': '/en/sandbox/lists?tab=imports',
  'imports-spanish': '/es/sandbox/lists?tab=imports',
  'imports-portuguese': '/pt-BR/sandbox/lists?tab=imports',
  'imports-chinese': '/zh/sandbox/lists?tab=imports',
  keywords: '/en/live/lists?tab=keywords',
  'keywords-spanish': '/es/sandbox/lists?tab=keywords',
  'keywords-portuguese': '/pt-BR/sandbox/lists?tab=keywords',
  'keywords-chinese': '/zh/sandbox/lists?tab=keywords',
  'texts-empty': '/en/sandbox/lists?tab=texts',
  'consents-chinese': '/zh/live/consents',
  'suppressions-portuguese': '/pt-BR/live/suppressions',
  'data-requests': '/en/live/data-requests',
  'data-requests-kept': '/en/live/data-requests?tab=kept',
  'data-requests-spanish': '/es/live/data-requests?tab=kept',
  'data-requests-chinese': '/zh/live/data-requests',
  'data-requests-portuguese': '/pt-BR/live/data-requests?tab=kept',
  people: '/en/live/people',
  'people-chinese': '/zh/live/people',
  security: '/en/live/security',
  'security-spanish': '/es/live/security',
  'security-portuguese': '/pt-BR/live/security',
  'security-chinese': '/zh/live/security',
  join: '/en/join',
  workspace: '/en/live/workspace',
  'workspace-portuguese': '/pt-BR/live/workspace',
  'countries-empty': '/en/live/countries',
  approvals: '/en/live/approvals',
  'approvals-chinese': '/zh/live/approvals',
  senders: '/en/live/senders',
  'senders-spanish': '/es/live/senders',
  'senders-portuguese': '/pt-BR/live/senders',
  'senders-chinese': '/zh/live/senders',
  compliance: '/en/live/compliance',
  'compliance-pack': '/en/live/compliance/BR',
  'compliance-chinese': '/zh/live/compliance/VN',
  forgot: '/en/forgot',
  reset: '/en/reset#a-token-that-is-not-there',
  account: '/en/live/account',
  'account-chinese': '/zh/live/account',
  webhooks: '/en/live/webhooks',
  requests: '/en/live/requests',
  'requests-portuguese': '/pt-BR/live/requests',
  playground: '/en/live/playground',
  'playground-spanish': '/es/live/playground',
  translations: '/en/live/translations',
  'translations-spanish': '/es/live/translations',
  'translations-portuguese': '/pt-BR/live/translations',
  'translations-chinese': '/zh/live/translations',
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
for (const [name, address] of Object.entries(PAGES)) {
  test(`${name}: no barrier, nothing cut, no complaint, in both themes, on wide and narrow screens`, async ({
    browser,
    page,
    baseURL,
  }) => {
    if (name === 'missing') expected.complaints = [/status of 404/];
    if (name === 'sign-in') await page.context().clearCookies({ name: /session/ });
    // Opened at one size and pulled to the other, once each way. Colours are those of a theme, structure that of a size: two of the four
    // pairs show both of each.
    for (const [theme, first, second] of [
      ['light', 'wide', 'narrow'],
      ['dark', 'narrow', 'wide'],
    ] as const) {
      await wearTheme(page, theme, baseURL);
      await page.setViewportSize(SIZES[first]);
      await page.goto(address);
      await expect(page.getByRole('heading').first()).toBeVisible();
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      await expectUncut(page, `${name}-${theme}-${first}`);
      await page.setViewportSize(SIZES[second]);
      await expectAccessible(page);
      await expectUncut(page, `${name}-${theme}-${second}`);
    }
    expect(browser.isConnected()).toBe(true);
  });
}

/** Nothing stands beyond the screen; keeps a picture of it. */
async function expectUncut(page: Page, picture: string, fullPage = false): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, 'pixels beyond the screen').toBeLessThanOrEqual(0);
  await page.screenshot({ path: `${SHOTS}/${picture}.png`, fullPage });
}

for (const theme of ['light', 'dark'] as const) {
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

  test(`a message over two channels in ${theme}: each leads to the other, and says why the second went`, async ({
    page,
    request,
    baseURL,
  }) => {
    const { api_url: api, api_keys: keys } = readDemo();
    // The virtual carriers say of this number that nobody has it.
    const sent = await request.post(`${api}/v1/messages`, {
      headers: { authorization: `Bearer ${keys.live}`, 'idempotency-key': crypto.randomUUID() },
      data: {
        channels: ['sms', 'email'],
        mode: 'failover',
        to: { sms: '+525512990002', email: 'ana@example.com' },
        class: 'transactional',
        content: { text: 'Your payment of 120 MXN arrived.', subject: 'Your payment arrived' },
      },
    });
    const { id } = (await sent.json()) as { id: string };
    await wearTheme(page, theme, baseURL);
    await page.goto(`/en/live/messages/${id}`);
    const channels = page.getByRole('region', { name: 'Channels' });
    await expect(channels.getByRole('link', { name: 'E-mail' })).toBeVisible({ timeout: 20_000 });
    await expect(channels.getByText('Went because: Nobody has this address.')).toBeVisible();
    await expect(page.getByText('The message goes on by e-mail.')).toBeVisible();
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      await expectAccessible(page);
      await page.screenshot({ path: `${SHOTS}/channels-${theme}-${size}.png`, fullPage: true });
    }
    await channels.getByRole('link', { name: 'E-mail' }).click();
    await expect(page.getByText('Goes by e-mail, because the SMS before it did not arrive.')).toBeVisible();
    await expectAccessible(page);
    await page.screenshot({ path: `${SHOTS}/channels-second-${theme}.png`, fullPage: true });
  });

  test(`the send form over two channels in ${theme}: no barrier, nothing cut`, async ({ page, baseURL }) => {
    await wearTheme(page, theme, baseURL);
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      await page.goto('/en/live/send');
      await page.getByRole('radio', { name: 'Then, if not delivered' }).check();
      await page.getByLabel('To (number)').fill('+52 55 1234 5678');
      await page.getByLabel('To (mail address)').fill('ana@example.com');
      await page.getByLabel('Text', { exact: true }).fill('Your payment of 120 MXN arrived.');
      await page.getByLabel('Subject').fill('Your payment arrived');
      await page.getByRole('textbox', { name: 'Plain text' }).fill('Your payment of 120 MXN arrived.');
      await expect(
        page.getByRole('region', { name: 'Where it would go: E-mail' }).getByRole('row').nth(1),
      ).toBeVisible();
      await expectAccessible(page);
      await page.evaluate(() => scrollTo(0, 0));
      await expectUncut(page, `send-both-${theme}-${size}`, true);
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
