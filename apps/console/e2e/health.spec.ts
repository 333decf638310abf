import { expect, test } from './testing.ts';

test('operations takes a route out with a reason, sees it said, and lets it carry again', async ({ page }) => {
  await page.goto('/en/live/health');
  const pause = page.getByRole('button', { name: /^Pause / }).first();
  const name = ((await pause.getAttribute('aria-label')) ?? '').replace('Pause ', '');
  await pause.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(dialog.getByText('Say why, for those who read it later.')).toBeVisible();
  await dialog.getByLabel('Why').fill('Maintenance at the carrier');
  await dialog.getByRole('button', { name: 'Pause', exact: true }).click();
  const panel = page.getByRole('region', { name, exact: true });
  await expect(panel.getByText('Paused')).toBeVisible();
  await expect(panel.getByText('Maintenance at the carrier')).toBeVisible();
  await panel.getByRole('button', { name: 'Lift' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Lift' }).click();
  await expect(page.getByText('The route may carry again.')).toBeVisible();
  await expect(panel.getByText('Maintenance at the carrier')).toHaveCount(0);
});
