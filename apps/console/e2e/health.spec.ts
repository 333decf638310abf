import { askApi, expect, lookAt, test } from './testing.ts';

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

test('operations chooses which alerts come by mail, and finds the choice again', async ({ page }) => {
  await page.goto('/en/live/health');
  const mail = page.getByRole('group', { name: 'By mail to me' });
  const opens = mail.getByRole('checkbox', { name: 'A breaker opens' });
  await expect(opens).not.toBeChecked();
  await opens.check();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.reload();
  await expect(opens).toBeChecked();
  await expect(mail.getByRole('checkbox', { name: 'Receipts are forged' })).not.toBeChecked();
  await lookAt(page, 'health-mail');
  await page.setViewportSize({ width: 390, height: 844 });
  await mail.scrollIntoViewIfNeeded();
  await lookAt(page, 'health-mail-narrow');
  await opens.uncheck();
  await expect(page.getByText('Saved.').first()).toBeVisible();
});

test('operations sees the countries on a map, and the routes of one by keyboard', async ({ page, request }) => {
  // Numbers of a known network, so that the network has figures too.
  for (let n = 0; n < 5; n += 1)
    await askApi(request, 'POST', '/v1/messages', {
      to: `+491511234560${n}`,
      channel: 'sms',
      class: 'transactional',
      content: { text: 'Your order is on its way.' },
    });
  await page.goto('/en/live/health');
  // Figures are learned every twenty seconds.
  const network = page.getByRole('cell', { name: 'Telekom 262-01' }).first();
  await expect(network).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/here, too few: the figure of the country is used/).first()).toBeVisible();
  await lookAt(page, 'health-networks', { fullPage: true });
  await page.getByText('Map', { exact: true }).click();
  const map = page.getByRole('region', { name: 'Countries', exact: true }).first();
  const germany = map.getByRole('button', { name: /Germany: / });
  await germany.focus();
  await page.keyboard.press('Enter');
  await expect(germany).toHaveAttribute('aria-pressed', 'true');
  await expect(map.getByRole('table', { name: 'Germany' }).getByRole('row')).not.toHaveCount(1);
  await lookAt(page, 'health-map', { fullPage: true });
  await page.setViewportSize({ width: 390, height: 844 });
  await lookAt(page, 'health-map-narrow', { fullPage: true });
});
