import { expect, expected, test } from './testing.ts';

test('filters live in the address: they survive a reload and the way back, and are copied as an API call', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/en/live/messages');
  await page.getByRole('button', { name: 'Add filter' }).click();
  await page.getByRole('menuitem', { name: 'State' }).click();
  await page.getByRole('combobox', { name: 'State' }).fill('Delivered');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/en/live/messages?state=delivered');
  await page.getByRole('button', { name: 'Add filter' }).click();
  await page.getByRole('menuitem', { name: 'Channel' }).click();
  await page.getByRole('combobox', { name: 'Channel' }).fill('SMS');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/en/live/messages?state=delivered&channel=sms');

  await page.reload();
  await expect(page.getByRole('button', { name: 'State: Delivered' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Channel: SMS' })).toBeVisible();
  await page.getByRole('button', { name: 'Copy as API call' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    '/v1/messages?state=delivered&channel=sms',
  );

  await page.goBack();
  await expect(page).toHaveURL('/en/live/messages?state=delivered');
  await expect(page.getByRole('button', { name: 'Channel: SMS' })).toHaveCount(0);
  // After a reload Next.js asks the server for the step it goes back to, and undoes what is chosen before the answer is there.
  await page.waitForLoadState('networkidle');
  await page.getByRole('button', { name: 'Remove the filter State' }).click();
  await expect(page).toHaveURL('/en/live/messages');
});

test('a filter that fits nothing says so, and offers the way out', async ({ page }) => {
  await page.goto('/en/live/messages?client_ref=nothing-has-this');
  await expect(page.getByRole('heading', { name: /fits these filters/ })).toBeVisible();
  await page.getByRole('link', { name: 'Clear all filters' }).click();
  await expect(page).toHaveURL('/en/live/messages');
});

test('keyboard alone: search box, log, drawer, full page and back', async ({ page }) => {
  await page.goto('/en/live/overview');
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('g');
  await page.keyboard.press('m');
  await expect(page).toHaveURL('/en/live/messages');
  await page.keyboard.press('/');
  await expect(page.getByRole('textbox', { name: 'Search by id, number or reference' })).toBeFocused();

  const first = page.locator('a[data-row]').first();
  await expect(first).toBeVisible();
  for (let presses = 0; presses < 40; presses += 1) {
    if (await first.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(first).toBeFocused();
  const id = await first.getAttribute('data-row');
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByRole('heading', { name: 'Timeline' })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`open=${id}`));
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
  await expect(page.locator(`a[data-row="${id}"]`)).toBeFocused();

  await page.keyboard.press('Enter');
  const full = drawer.getByRole('link', { name: 'Open full page' });
  await expect(full).toBeVisible();
  for (let presses = 0; presses < 12; presses += 1) {
    if (await full.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(full).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/en/live/messages/${id}`);
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`open=${id}`));
});

test('an id of nowhere is a clear answer, not a crash', async ({ page }) => {
  expected.complaints = [/status of 404/];
  await page.goto('/en/live/messages/msg_00000000000000000000000000');
  await expect(page.getByRole('alert').filter({ hasText: 'There is no such thing here.' })).toBeVisible();
  await expect(page.getByText('Request id:')).toBeVisible();
});
