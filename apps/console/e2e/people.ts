import { createHmac } from 'node:crypto';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { expect, untilStill } from './testing.ts';

/** The password of everybody the flows invite. */
export const PASSWORD = 'a-password-of-the-flow';

/** The code an authenticator shows for a key (RFC 6238). */
export function codeOf(key: string): string {
  const bits = [...key].map((one) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(one).toString(2).padStart(5, '0'));
  const octets = (bits.join('').match(/.{8}/g) ?? []).map((octet) => Number.parseInt(octet, 2));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', Buffer.from(octets)).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** A browser of somebody else, without a session. */
export function elsewhere(browser: Browser, baseURL: string | undefined): Promise<BrowserContext> {
  return browser.newContext({
    ...(baseURL === undefined ? {} : { baseURL }),
    storageState: { cookies: [], origins: [] },
  });
}

/** Invites an address to the workspace on the screen and gives the link. */
export async function invite(owner: Page, email: string, role?: string): Promise<string> {
  await owner.goto('/en/live/people');
  await owner.getByRole('button', { name: 'Invite' }).click();
  const dialog = owner.getByRole('dialog');
  await dialog.getByLabel('E-mail').fill(email);
  if (role !== undefined) {
    await dialog.getByLabel('Role').click();
    await owner.getByTitle(role, { exact: true }).last().click();
  }
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  const link = (await dialog.locator('code').textContent()) ?? '';
  await dialog.getByRole('button', { name: 'Done' }).click();
  return link;
}

/** Joins by a link as somebody new. */
export async function join(page: Page, link: string, name = 'Nora Flow'): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
}

/** Types address and password on the sign-in page. */
export async function enterPassword(page: Page, email: string): Promise<void> {
  await page.goto('/en/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Opens a menu by its button and chooses an entry once it stands: what is pressed while it slides in may be its neighbour. */
export async function chooseInMenu(page: Page, button: RegExp, entry: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  const chosen = page.getByRole('menuitem', { name: entry });
  await expect(chosen).toBeVisible();
  await untilStill(page);
  await chosen.click();
}

/** Makes a page ask for its data again, as it does when somebody comes back to its tab. */
export async function lookAgain(page: Page): Promise<void> {
  // Data is taken for fresh for a second.
  await page.waitForTimeout(1100);
  await page.evaluate(() => dispatchEvent(new Event('visibilitychange')));
}
