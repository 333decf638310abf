import { expect, lookAt, lookAtSizes, test } from './testing.ts';

test('a file is uploaded, looked at, checked and imported; refused rows are fetched, and it is taken back', async ({
  page,
}) => {
  const stamp = String(Date.now());
  await page.goto('/en/live/lists');
  await page.getByRole('button', { name: 'Make a list' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(`File ${stamp}`);
  await dialog.getByLabel('Words people agree to').fill('Yes, send me news.');
  await dialog.getByRole('button', { name: 'Make a list' }).click();
  await expect(page.getByRole('heading', { name: `File ${stamp}` })).toBeVisible();

  await page.goto('/en/live/lists?tab=imports');
  await page.getByRole('button', { name: 'Import a file' }).first().click();
  await dialog.getByLabel('List').fill(`File ${stamp}`);
  await page.getByTitle(`File ${stamp}`).click();
  const people = Array.from({ length: 3000 }, (_, n) => `Person ${n};p${n}.${stamp}@example.com`);
  const rows = ['Name;Contact', ...people, 'Nobody;not an address', `Again;p7.${stamp}@example.com`];
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
  await lookAt(page, 'import-begin');
  await dialog.getByRole('button', { name: 'Upload', exact: true }).click();

  await expect(page.getByRole('heading', { name: 'people.csv' })).toBeVisible();
  await expect(page.getByText('UTF-8, cells parted by semicolons.')).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Person 3', exact: true })).toBeVisible();
  await page.getByLabel('What Contact holds').click();
  await page.getByTitle('Number or address').click();
  await page.getByLabel('How it came').fill('shop system');
  await page.getByLabel('Proof in your own files').fill('ticket 812');
  await page.getByLabel('Agreed on').fill('2026-10-01');
  await lookAtSizes(page, 'import-file');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByText('Nobody is stored yet.')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('No @ in the address')).toBeVisible();

  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  // Left and come back to: it goes on by itself.
  await page.goto('/en/live/lists?tab=imports');
  await page.getByRole('link', { name: 'people.csv' }).first().click();
  await expect(page.getByText('Every row is counted once: together they are 3,002.')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Done', { exact: true })).toBeVisible({ timeout: 30_000 });
  await lookAtSizes(page, 'import-done');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Refused rows as a file' }).click();
  expect((await download).suggestedFilename()).toBe('refused-people.csv');

  await page.getByRole('button', { name: 'Take back' }).click();
  await dialog.getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByText('3,000 consents withdrawn, 0 left as they are.')).toBeVisible({ timeout: 60_000 });
  await lookAt(page, 'import-undone');
});
