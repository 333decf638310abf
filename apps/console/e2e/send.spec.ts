import type { Page } from '@playwright/test';
import { formatPhone } from '../format/phone.ts';
import { expect, freshNumber, lookAt, test, untilStill } from './testing.ts';

/** Sends what stands in the form, and says yes when asked. */
async function sendInLive(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send in live' }).click();
  await untilStill(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Send in live' }).click();
}

test('a text is sent, arrives on the handset, and its timeline tells which routes were candidates', async ({
  page,
}) => {
  const number = freshNumber();
  const text = `Your order ${number.slice(-6)} is on its way.`;
  await page.goto('/en/live/send');
  await page.getByLabel('To (number)').fill(number);
  await page.getByLabel('Text', { exact: true }).fill(text);
  await expect(page.getByText('GSM-7').first()).toBeVisible();
  const candidates = page.getByRole('region', { name: 'Routes that were looked at' });
  await expect(candidates.getByRole('row').nth(1)).toBeVisible();
  await sendInLive(page);

  await expect(page).toHaveURL(/\/en\/live\/messages\/msg_/);
  await expect(page).toHaveTitle(/^Message msg_\w+ · Message log · Live/);
  await expect(page.getByText('Delivered', { exact: true }).first()).toBeVisible({ timeout: 30_000 });
  await expect(candidates.getByText('Chosen')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Suppression list' })).toBeVisible();
  await expect(page.getByText('The provider said:').first()).toBeVisible();

  await page.goto(`/en/live/handsets?number=${encodeURIComponent(number)}`);
  const phone = page.getByRole('region', { name: `Phone ${formatPhone(number)}` });
  await expect(phone.getByText(text)).toBeVisible();
  await phone.getByLabel('Answer from this phone').fill('Thanks');
  await phone.getByRole('button', { name: 'Send the answer' }).click();
  await expect(phone.getByText('handed to the carrier')).toBeVisible();
});

test('a call is placed, and the phone shows what was said and in which language', async ({ page }) => {
  const number = freshNumber();
  const text = `Your order ${number.slice(-6)} arrives today.`;
  await page.goto('/en/live/send');
  await page.getByText('Call', { exact: true }).click();
  await page.getByLabel('To (number)').fill(number);
  await page.getByLabel('What is said').fill(text);
  await expect(page.getByText('Spoken in English')).toBeVisible();
  await lookAt(page, 'send-call');
  await sendInLive(page);
  await expect(page).toHaveURL(/\/en\/live\/messages\/msg_/);
  await expect(page.getByText('Delivered', { exact: true }).first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Spoken in English')).toBeVisible();
  await page.goto(`/en/live/handsets?number=${encodeURIComponent(number)}`);
  const phone = page.getByRole('region', { name: `Phone ${formatPhone(number)}` });
  await expect(phone.getByText(text)).toBeVisible();
  await expect(phone.getByText('Call answered')).toBeVisible();
  await lookAt(page, 'handset-call');
});

test('a text has its price beside its counter while it is written, and where there is none it says why', async ({
  page,
}) => {
  await page.goto('/en/live/send');
  const price = page.getByRole('region', { name: 'Price of this text' });
  await page.getByLabel('To (number)').fill('');
  await page.getByLabel('Text', { exact: true }).fill('Hello');
  await expect(price).toContainText('Type a number');
  await page.getByLabel('To (number)').fill(freshNumber());
  await expect(price).toContainText('1 part in GSM-7');
  await expect(price).toContainText('%');
  const one = await price.locator('strong').textContent();
  await page.getByLabel('Text', { exact: true }).fill('Hello ✓ '.repeat(10));
  await expect(price).toContainText('2 parts in UCS-2');
  await expect(price).toHaveAttribute('aria-busy', 'false');
  expect(await price.locator('strong').textContent()).not.toBe(one);
  await lookAt(page, 'send-quote');
  await page.setViewportSize({ width: 390, height: 844 });
  await price.scrollIntoViewIfNeeded();
  await lookAt(page, 'send-quote-narrow');
  // A number that no country has.
  await page.getByLabel('To (number)').fill('+9991234567');
  await expect(price).toContainText('There is no price, because it would not be sent');
});

test('a mail is sent and read in its mailbox, as HTML that cannot run anything', async ({ page }) => {
  const address = `ana.${Date.now()}@example.com`;
  await page.goto('/en/live/send');
  await page.getByText('E-mail', { exact: true }).click();
  await page.getByLabel('To (mail address)').fill(address);
  await page.getByLabel('Subject').fill('Your order');
  await page.getByLabel('Plain text').fill('Hello');
  await page.getByLabel('HTML', { exact: true }).fill('<h2>On its way</h2>');
  await sendInLive(page);
  await expect(page).toHaveURL(/\/en\/live\/messages\/msg_/);
  await page.goto(`/en/live/handsets?inbox=${encodeURIComponent(address)}`);
  const frame = page.locator('iframe[title="Mail: Your order"]');
  await expect(frame).toHaveAttribute('sandbox', '');
  await expect(frame.contentFrame().getByRole('heading', { name: 'On its way' })).toBeVisible();
  await page.getByRole('tab', { name: 'Headers' }).click();
  await expect(page.getByText('message-id', { exact: false }).first()).toBeVisible();
});

test('one send goes by text, and by mail when nobody has the number', async ({ page }) => {
  const address = `second.${Date.now()}@example.com`;
  await page.goto('/en/live/send');
  // The virtual carriers say of this number that nobody has it.
  await page.getByLabel('To (number)').fill('+525512990002');
  await page.getByLabel('Text', { exact: true }).fill('Your payment arrived.');
  await page.getByRole('radio', { name: 'Then, if not delivered' }).check();
  await page.getByLabel('Subject').fill('Your payment arrived');
  await page.getByLabel('Plain text').fill('Thank you.');
  await page.getByRole('button', { name: 'Send in live' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'one mail address' })).toBeVisible();
  await page.getByLabel('To (mail address)').fill(address);
  await expect(page.getByRole('region', { name: 'Where it would go: E-mail' }).getByRole('row').nth(1)).toBeVisible();
  await page.getByRole('button', { name: 'Send in live' }).click();
  await expect(page.getByRole('dialog').getByText(address)).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Send in live' }).click();

  await expect(page).toHaveURL(/\/en\/live\/messages\/msg_/);
  const channels = page.getByRole('region', { name: 'Channels' });
  await channels.getByRole('link', { name: 'E-mail' }).click({ timeout: 20_000 });
  await page.goto(`/en/live/handsets?inbox=${encodeURIComponent(address)}`);
  await expect(page.getByText('Your payment arrived').first()).toBeVisible();
});

test('the counter names the characters that make a text dearer, and one click makes it cheaper', async ({ page }) => {
  await page.goto('/en/live/send');
  await page.getByLabel('Text', { exact: true }).fill(`It${'\u2019'}s here. ${'a'.repeat(80)}`);
  await expect(page.getByText('UCS-2').first()).toBeVisible();
  await page.getByRole('button', { name: 'Replace all: 2 → 1 parts' }).click();
  await expect(page.getByText('UCS-2')).toHaveCount(0);
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue(/^It's here/);
});

test('nothing is sent while something is missing, and what was typed survives a reload', async ({ page }) => {
  await page.goto('/en/live/send');
  await page.getByLabel('Text', { exact: true }).fill('Half a message');
  await page.getByRole('button', { name: 'Send in live' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'country code' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.reload();
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue('Half a message');
});
