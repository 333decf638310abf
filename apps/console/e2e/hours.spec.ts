import { formatPhone } from '../format/phone.ts';
import { askApi, expect, lookAt, SHOTS, test } from './testing.ts';

const TO = '+447911055501';
const DAY_MS = 86_400_000;

/** ISO weekday in London two days from now: hours of that day alone are closed today. */
function dayAfterTomorrow(): number {
  const format = new Intl.DateTimeFormat('en', { timeZone: 'Europe/London', weekday: 'short' });
  return ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(format.format(Date.now() + 2 * DAY_MS)) + 1;
}

test('an advertisement outside the hours is held, says why and until when, and can be canceled', async ({
  page,
  request,
}) => {
  const hours = [{ days: [dayAfterTomorrow()], from: '09:00', to: '20:00' }];
  await askApi(request, 'PUT', '/v1/countries/GB', {
    enabled: true,
    opening_hours: hours,
    closed_dates: ['2026-12-25'],
  });
  await askApi(request, 'PATCH', '/v1/workspace', { time_zone: 'Asia/Kolkata' });
  try {
    await askApi(request, 'POST', '/v1/consents', { address: TO, channel: 'sms', state: 'granted', source: 'e2e' });
    const message = {
      to: TO,
      channel: 'sms',
      class: 'marketing',
      content: { text: 'Sale' },
      valid_for_seconds: 259_200,
    };
    const { id } = await askApi(request, 'POST', '/v1/messages', message);
    await page.goto(`/en/live/messages/${id}`);
    await expect(page.getByText('Held', { exact: true }).first()).toBeVisible({ timeout: 20_000 });
    const there = /which is \w{3} 09:00 in Europe\/London, by the hours for “United Kingdom”\./;
    await expect(page.getByText(there)).toBeVisible();
    await expect(page.getByText('outside the hours for marketing (United Kingdom)', { exact: false })).toBeVisible();
    // In the zone of the workspace; the browser of the flows is in Madrid.
    await expect(page.getByRole('link', { name: 'Asia/Kolkata (GMT+5:30)' })).toBeVisible();
    await expect(page.getByTitle(/\(Asia\/Kolkata\)\n.*\(Europe\/Madrid\)\n.*\(UTC\)/).first()).toBeVisible();
    await lookAt(page, 'hours-held', { fullPage: true });
    await page.setViewportSize({ width: 390, height: 844 });
    await lookAt(page, 'hours-held-narrow');
    await page.setViewportSize({ width: 1440, height: 900 });

    await page.goto('/en/live/messages?state=held');
    await expect(
      page
        .getByRole('row')
        .filter({ hasText: formatPhone(TO) })
        .first(),
    ).toBeVisible();
    await page.goto('/en/live/countries');
    const row = page.getByRole('row').filter({ hasText: 'United Kingdom' });
    await expect(row).toContainText('Marketing is held now, until');
    await page.screenshot({ path: `${SHOTS}/hours-countries.png` });
    await page.getByRole('button', { name: 'Change United Kingdom' }).click();
    await expect(page.getByRole('dialog').getByText('2026-12-25').first()).toBeVisible();
    await page.getByRole('dialog').getByText('Days without marketing').scrollIntoViewIfNeeded();
    await lookAt(page, 'hours-country-form');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Change All other countries' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('button', { name: 'Add a span' }).click();
    await expect(
      drawer.getByText('Mail follows them in the time zone of the workspace', { exact: false }),
    ).toBeVisible();
    await drawer.getByText('Days without marketing').scrollIntoViewIfNeeded();
    await lookAt(page, 'hours-rest-form');
    await page.setViewportSize({ width: 390, height: 844 });
    await drawer.getByText('Days without marketing').scrollIntoViewIfNeeded();
    await page.screenshot({ path: `${SHOTS}/hours-rest-form-narrow.png` });
    await page.setViewportSize({ width: 1440, height: 900 });

    await page.goto('/en/live/send');
    await page.getByText('Marketing', { exact: true }).first().click();
    await page.getByLabel('To (number)').fill(TO);
    await page.getByLabel('Text', { exact: true }).fill('Sale');
    await page.getByRole('radio', { name: 'Then, if not delivered' }).check();
    await page.getByLabel('Subject').fill('Sale');
    await page.getByLabel('Plain text').fill('Sale');
    await page.getByLabel('To (mail address)').fill('ana@example.com');
    const text = page.getByRole('region', { name: 'Where it would go: SMS' });
    await expect(text.getByRole('alert')).toContainText('It would be held until');
    await expect(text.getByText('it goes on by E-mail.', { exact: false }).first()).toBeVisible();
    await lookAt(page, 'hours-preview', { fullPage: true });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.screenshot({ path: `${SHOTS}/hours-preview-narrow.png`, fullPage: true });
    await page.setViewportSize({ width: 1440, height: 900 });

    await page.goto(`/en/live/messages/${id}`);
    await page.getByRole('button', { name: 'Cancel message' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel message' }).click();
    await expect(page.getByText('Canceled', { exact: true }).first()).toBeVisible();
    await page.goto('/en/live/overview');
    await expect(page.getByRole('link', { name: 'Spend' })).toBeVisible();
    await page.screenshot({ path: `${SHOTS}/hours-overview.png` });
    for (const language of ['zh', 'es', 'pt-BR']) {
      await page.goto(`/${language}/live/messages/${id}`);
      await expect(page.getByText('policy.quiet_hours').first()).toBeVisible();
      await page.screenshot({ path: `${SHOTS}/hours-held-${language}.png` });
    }
  } finally {
    await askApi(request, 'DELETE', '/v1/countries/GB');
    await askApi(request, 'PATCH', '/v1/workspace', { time_zone: 'UTC' });
  }
});
