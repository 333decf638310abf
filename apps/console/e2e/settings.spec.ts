import { expect, expected, test } from './testing.ts';

test('the provider form is drawn from the manifest; a fault of the api stands at its field', async ({ page }) => {
  expected.complaints = [/status of 400/];
  await page.goto('/en/live/providers');
  await page.getByRole('button', { name: 'Add provider' }).first().click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('radio', { name: /^SMPP/ }).check();
  await drawer.getByRole('button', { name: 'Create provider' }).click();
  await expect(drawer.getByText('Give the provider a name.')).toBeVisible();
  await expect(drawer.getByText('SMSC host is needed.')).toBeVisible();

  await drawer.getByLabel('Name', { exact: true }).fill('Carrier of a test');
  await drawer.getByLabel('SMSC host').fill('smpp.example.com');
  await drawer.getByLabel('System id').fill('far too long for the protocol');
  await drawer.getByRole('button', { name: 'Create provider' }).click();
  await expect(drawer.getByRole('alert').filter({ hasText: 'Something in the form is not valid.' })).toBeVisible();
  await expect(drawer.getByLabel('System id')).toHaveAttribute('aria-invalid', 'true');
  await expect(drawer.getByLabel('System id')).toBeFocused();
  await expect(drawer.getByLabel('SMSC host')).toHaveValue('smpp.example.com');
});

test('the sandbox offers only what stays in the house, and says why the rest is closed', async ({ page }) => {
  await page.goto('/en/sandbox/providers');
  await page.getByRole('button', { name: 'Add provider' }).first().click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByRole('radio', { name: /^SMPP.*Only in live/ })).toBeDisabled();
  await expect(drawer.getByRole('radio', { name: /^Loopback/ })).toBeChecked();
});

test('weights are moved by keyboard, show the resulting shares, are saved together and stay', async ({ page }) => {
  await page.goto('/en/live/routes');
  const field = page.getByRole('spinbutton', { name: /^Weight of/ }).first();
  await expect(field).toBeVisible();
  const before = Number(await field.inputValue());
  const slider = page.getByRole('slider', { name: /^Weight of/ }).first();
  await slider.focus();
  await page.keyboard.press(before >= 1000 ? 'ArrowLeft' : 'ArrowRight');
  const after = before >= 1000 ? before - 1 : before + 1;
  await expect(field).toHaveValue(String(after));
  await expect(slider).toHaveAttribute('aria-valuetext', new RegExp(`^Weight ${after}, `));
  await page.getByRole('button', { name: 'Save weights' }).click();
  await expect(page.getByText('The new weights are in force')).toBeVisible();
  await page.reload();
  await expect(field).toHaveValue(String(after));

  await field.fill(String(before));
  await expect(page.getByText('1 weight changed')).toBeVisible();
  await page.getByRole('button', { name: 'Save weights' }).click();
  await expect(page.getByText('The new weights are in force')).toBeVisible();
});

test('an endpoint is added, its secret shown once, a test event tells in the log why it did not arrive, and it is deleted', async ({
  page,
}) => {
  const url = `https://127-0-0-1.invalid/${Date.now()}`;
  await page.goto('/en/sandbox/webhooks');
  await page.getByRole('button', { name: 'Add endpoint' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('URL').fill(url);
  await dialog.getByRole('button', { name: 'Add endpoint' }).click();
  const secret = (await dialog.locator('code').textContent()) ?? '';
  expect(secret).toMatch(/^whsec_/);
  await dialog.getByRole('checkbox', { name: 'I stored it in a safe place' }).check();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('link', { name: url }).click();
  await page.getByRole('button', { name: 'Send test event' }).click();
  const delivery = page.getByRole('button', { name: /Given up webhook\.test/ });
  await delivery.click();
  await expect(page.getByText('No connection could be made.')).toBeVisible();
  await expect(page.getByText('webhook-signature: v1,')).toBeVisible();
  expect(await page.content()).not.toContain(secret);

  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('The endpoint is deleted.')).toBeVisible();
  await expect(page.getByRole('link', { name: url })).toHaveCount(0);
});

test('a key is shown once, must be stored before the dialog closes, and is refused after it is revoked', async ({
  page,
}) => {
  const name = `Key of a test ${Date.now()}`;
  await page.goto('/en/sandbox/keys');
  await page.getByRole('button', { name: 'Create key' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('button', { name: 'Create key' }).click();
  const secret = (await dialog.locator('code').textContent()) ?? '';
  expect(secret.length).toBeGreaterThan(20);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Tick the box');
  await dialog.getByRole('checkbox', { name: 'I stored it in a safe place' }).check();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toHaveCount(0);

  const row = page.getByRole('row').filter({ hasText: name });
  await expect(row).toContainText('Active');
  await page.reload();
  await expect(row).toContainText('Active');
  expect(await page.content()).not.toContain(secret);
  await row.getByRole('button', { name: `Revoke ${name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(row).toContainText('Revoked');
});

test('a key with rules says so, a wrong network is named at its field, and a new secret leaves the old one its time', async ({
  page,
}) => {
  expected.complaints = [/status of 400/];
  const name = `Ruled ${Date.now()}`;
  await page.goto('/en/sandbox/keys');
  await page.getByRole('button', { name: 'Create key' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Only from these addresses').fill('203.0.113.0/24\n203.0.113.7/24');
  await dialog.getByRole('button', { name: 'Create key' }).click();
  await expect(dialog.getByText('Not an address or network: 203.0.113.7/24.')).toBeVisible();
  await dialog.getByLabel('Only from these addresses').fill('203.0.113.0/24 2001:db8::/48');
  await dialog.getByRole('button', { name: 'Create key' }).click();
  const first = (await dialog.locator('code').textContent()) ?? '';
  await dialog.getByRole('checkbox', { name: 'I stored it in a safe place' }).check();
  await dialog.getByRole('button', { name: 'Done' }).click();

  const row = page.getByRole('row').filter({ hasText: name });
  for (const text of ['Active', 'expires in', 'Send only', 'only from 203.0.113.0/24 and 1 more']) {
    await expect(row).toContainText(text);
  }
  await row.getByRole('button', { name: `New secret for ${name}` }).click();
  await dialog.getByRole('button', { name: 'Make a new secret' }).click();
  const second = (await dialog.locator('code').textContent()) ?? '';
  expect(second.slice(0, 16)).toBe(first.slice(0, 16));
  expect(second).not.toBe(first);
  await dialog.getByRole('checkbox', { name: 'I stored it in a safe place' }).check();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(row).toContainText('Old secret works until');
  await row.getByRole('button', { name: `Revoke ${name}` }).click();
  await dialog.getByRole('button', { name: 'Revoke' }).click();
  await expect(row).toContainText('Revoked');
});

test('somebody is invited by a link, joins, sees what the role allows and is told who may do the rest, and is removed', async ({
  page,
  browser,
  baseURL,
}) => {
  const email = `ana.${Date.now()}@example.com`;
  await page.goto('/en/live/people');
  await page.getByRole('button', { name: 'Invite' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('E-mail').fill(email);
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  const link = (await dialog.locator('code').textContent()) ?? '';
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(email)).toBeVisible();

  const theirs = await browser.newContext({ baseURL: baseURL ?? '', storageState: { cookies: [], origins: [] } });
  const guest = await theirs.newPage();
  await guest.goto(link);
  await expect(guest.getByLabel('E-mail')).toHaveValue(email);
  await guest.getByLabel('Your name').fill('Ana of a test');
  await guest.getByLabel('Password', { exact: true }).fill('a-long-password');
  await guest.screenshot({ path: 'test-results/pictures/join-filled.png' });
  await guest.getByRole('button', { name: 'Join' }).click();
  await expect(guest.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible();
  const menu = guest.getByRole('navigation', { name: 'Pages' });
  await expect(menu.getByRole('link', { name: 'Message log' })).toBeVisible();
  for (const absent of ['API keys', 'People', 'Send a message']) {
    await expect(menu.getByRole('link', { name: absent })).toHaveCount(0);
  }
  await guest.goto('/en/live/keys');
  await expect(guest.getByRole('heading', { name: 'API keys: not for your role' })).toBeVisible();
  await guest.screenshot({ path: 'test-results/pictures/locked.png' });
  await guest.goto('/en/live/routes');
  const add = guest.getByRole('button', { name: 'Add route' }).first();
  await expect(add).toHaveAttribute('aria-disabled', 'true');
  await add.focus();
  await expect(guest.getByRole('tooltip')).toContainText('Owner, Engineer, or Operations');
  await guest.screenshot({ path: 'test-results/pictures/denied.png' });
  await guest.keyboard.press('Enter');
  await expect(guest.getByRole('dialog')).toHaveCount(0);
  // A link that was used leads nowhere.
  await guest.goto('/en/join#used');
  await guest.goto(link);
  await guest.reload();
  await expect(guest.getByText('Ask for a new one')).toBeVisible();

  await page.reload();
  await page.getByRole('button', { name: 'Remove Ana of a test' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText(email)).toHaveCount(0);
  await guest.goto('/en/live/messages');
  await expect(guest).toHaveURL(/sign-in/);
  await theirs.close();
});
