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
