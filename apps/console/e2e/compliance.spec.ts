import type { Page } from '@playwright/test';
import { formatPhone } from '../format/phone.ts';
import { askApi, callApi, expect, lookAt, lookAtSizes, SHOTS, test } from './testing.ts';

async function ask(page: Page, to: string, more: { from?: string; text?: string; class?: string } = {}) {
  await page.getByLabel('To (number)').fill(to);
  await page
    .getByText(more.class ?? 'Marketing', { exact: true })
    .first()
    .click();
  await page.getByLabel('Sender', { exact: true }).fill(more.from ?? '');
  await page.getByLabel('Text', { exact: true }).fill(more.text ?? '');
  await page.getByRole('button', { name: 'Ask' }).click();
}

/** Countries whose nights follow each other: at any time it is one in which marketing goes by day alone. */
const NIGHTS = [
  { name: 'Philippines', rule: 'PH.hours', to: '+639175550142', zone: 'Asia/Manila', opens: 7, lastHour: 20 },
  { name: 'Nigeria', rule: 'NG.hours', to: '+2348035550142', zone: 'Africa/Lagos', opens: 8, lastHour: 19 },
  { name: 'Colombia', rule: 'CO.hours', to: '+573005550142', zone: 'America/Bogota', opens: 8, lastHour: 19 },
];
function nightNow(): (typeof NIGHTS)[number] {
  const found = NIGHTS.find(({ zone, opens, lastHour }) => {
    const hour = Number(new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit' }).format());
    return hour < opens || hour > lastHour;
  });
  if (found === undefined) throw new Error('it is night nowhere');
  return found;
}

test('a marketer whose advertisement comes at night reads why it waits, until when, and by which rule', async ({
  page,
  request,
}) => {
  const { name, rule, to, zone } = nightNow();
  await askApi(request, 'POST', '/v1/consents', { address: to, channel: 'sms', state: 'granted', source: 'e2e' });
  const message = { to, channel: 'sms', class: 'marketing', content: { text: 'Sale' }, valid_for_seconds: 259_200 };
  const { id } = await askApi(request, 'POST', '/v1/messages', message);
  await page.goto(`/en/live/messages/${id}`);
  await expect(page.getByText('Held', { exact: true }).first()).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(`in ${zone}, by the hours for “${name}, rule ${rule}”.`, { exact: false })).toBeVisible();
  await lookAt(page, 'compliance-held', { fullPage: true });
  await page.setViewportSize({ width: 390, height: 844 });
  await lookAt(page, 'compliance-held-narrow');
  await page.goto('/en/live/messages?state=held');
  const card = page
    .getByRole('listitem')
    .filter({ hasText: formatPhone(to) })
    .first();
  await expect(card).toContainText(/until .* · It is outside the hours/);
  await page.screenshot({ path: `${SHOTS}/compliance-held-log-narrow.png` });
  await page.setViewportSize({ width: 1440, height: 900 });
  const row = page
    .getByRole('row')
    .filter({ hasText: formatPhone(to) })
    .first();
  await expect(row).toContainText('until');
  for (const language of ['en', 'es', 'zh']) {
    await page.goto(`/${language}/live/messages?state=held`);
    await expect(row).toBeVisible();
    await page.screenshot({ path: `${SHOTS}/compliance-held-log-${language}.png` });
  }
  await page.goto(`/en/live/messages/${id}`);
  await page.getByRole('link', { name: 'Read the rule' }).first().click();
  await expect(page.getByRole('heading', { name: `Rules of ${name}` })).toBeVisible();
  await expect(page.locator(`[id="${rule}"]`)).toBeInViewport();
  await askApi(request, 'POST', `/v1/messages/${id}/cancel`);
});

test('whoever answers for compliance asks what may be sent, reads why, and answers a rule that is not settled', async ({
  page,
  request,
}) => {
  const TO = '+84912345678';
  await callApi(request, 'DELETE', '/v1/compliance/answers/SA.hours');
  await askApi(request, 'POST', '/v1/consents', { address: TO, channel: 'sms', state: 'granted', source: 'e2e' });
  await page.goto('/en/live/compliance');
  await expect(page.getByRole('row').filter({ hasText: 'Vietnam' })).toContainText('9 rules');
  const answer = page.getByRole('region', { name: 'The answer' });

  await ask(page, TO, { text: 'Only today: 20% off' });
  await expect(answer.getByRole('alert')).toContainText('No, to Vietnam it may not go.');
  await expect(answer.getByRole('alert')).toContainText(
    'the text must begin with [QC] / [AD] (Vietnam, rule VN.label)',
  );
  await expect(answer.getByText('Decided by VN.label Confirmed')).toBeVisible();
  await expect(answer.getByText('Vietnam: Decree 91/2020/ND-CP')).toBeVisible();
  await lookAt(page, 'compliance-no', { fullPage: true });

  await ask(page, '+62 812 3456 7890', { class: 'Transactional', text: 'Main slоt g4c0r di sini' });
  await expect(answer.getByRole('alert')).toContainText('contains “slоt g4c0r”, a word of the list id.gambling');
  await ask(page, '+12025550143', { class: 'Transactional', from: 'ACME' });
  await expect(answer.getByRole('alert')).toContainText('senders of the kind of ACME are not possible there');
  await ask(page, '+447911012345', { class: 'Transactional', text: 'Your order is on its way' });
  await expect(answer.getByRole('alert')).toContainText('Yes, to United Kingdom it may go now.');
  await page.screenshot({ path: `${SHOTS}/compliance-yes.png` });
  await ask(page, '12345');
  await expect(page.getByText('Begin with "+"', { exact: false }).first()).toBeVisible();

  await page.goto('/en/live/compliance/SA');
  await expect(page.getByRole('heading', { name: 'Rules of Saudi Arabia' })).toBeVisible();
  const hours = page.getByRole('listitem').filter({ hasText: 'SA.hours' }).first();
  await expect(hours).toContainText('Disputed');
  await expect(hours).toContainText('Msegat, quoting the CITC');
  await lookAt(page, 'compliance-pack', { fullPage: true });
  await page.getByRole('button', { name: 'Answer SA.hours' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: 'Save' }).click();
  await expect(drawer.getByText('Say why.')).toBeVisible();
  await drawer.getByText('Not between 22:00 and 08:00.').click();
  await drawer.getByLabel('Why').fill('Counsel in Riyadh, 3 November.');
  await lookAt(page, 'compliance-answer');
  await drawer.getByRole('button', { name: 'Save' }).click();
  await expect(hours).toContainText('Counsel in Riyadh, 3 November.');
  await expect(hours.locator('[data-in-use="true"]')).toContainText('Not between 22:00 and 08:00.');
  await page.setViewportSize({ width: 390, height: 844 });
  await lookAt(page, 'compliance-pack-narrow');
  await page.goto('/en/live/compliance');
  await expect(page.getByRole('link', { name: 'Vietnam', exact: true })).toBeVisible();
  await lookAt(page, 'compliance-narrow', { fullPage: true });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/en/live/audit');
  await expect(page.getByText('Country rule answered').first()).toBeVisible();
  for (const language of ['zh', 'es', 'pt-BR']) {
    await page.goto(`/${language}/live/compliance`);
    await expect(page.getByRole('table')).toBeVisible();
    await page.screenshot({ path: `${SHOTS}/compliance-${language}.png` });
    await page.goto(`/${language}/live/compliance/ID`);
    await expect(page.getByText('ID.hours').first()).toBeVisible();
    await page.screenshot({ path: `${SHOTS}/compliance-pack-${language}.png` });
  }
  await callApi(request, 'DELETE', '/v1/compliance/answers/SA.hours');
});

test('a public registry stops whom it blocks; another is set, asked for one person with its price said, and removed', async ({
  page,
  request,
}) => {
  // The demo has one that the virtual vendor keeps: whoever agreed and stands on it gets nothing all the same.
  const advert = { to: '+6591234566', channel: 'sms', class: 'marketing', content: { text: 'Two for one today' } };
  const { id } = await askApi(request, 'POST', '/v1/messages', advert);
  await expect(async () => {
    const { state, reason } = await askApi(request, 'GET', `/v1/messages/${id}`);
    expect([state, reason?.code]).toEqual(['suppressed', 'policy.registry_blocked']);
  }).toPass({ timeout: 10_000 });
  const { service } = await askApi(request, 'GET', '/v1/networks/lookup');
  await page.goto('/en/live/compliance');
  const registries = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Public registries' }) });
  const ours = registries.getByRole('listitem').filter({ hasText: 'tr-iys' });
  await expect(registries.getByText('sg-dnc')).toBeVisible();
  await registries.getByRole('button', { name: 'Add a registry' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill('İYS');
  await dialog.getByLabel('Key', { exact: true }).fill('TR iys');
  await dialog.getByLabel('Recipients in').fill('Türkiye');
  await page.keyboard.press('Enter');
  await dialog.getByText('only who stands on it gets marketing').click();
  // The virtual vendor keeps a registry too.
  await dialog.getByLabel('Address', { exact: true }).fill(service.url.replace('/v1/lookup', '/v1/registry'));
  await dialog.getByLabel('Body (JSON)').fill('{ "msisdns": "{{all_digits}}" }');
  await dialog.getByLabel('Secret').fill('courier-token-01');
  await dialog.getByLabel('Price of a number').fill('0.002');
  await dialog.getByRole('button', { name: 'How its answers are read' }).click();
  await dialog.getByLabel('Number', { exact: true }).fill('/msisdn');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Small letters, digits and dashes, such as tr-iys.')).toBeVisible();
  await lookAt(page, 'registry-form');
  await dialog.getByLabel('Key', { exact: true }).fill('tr-iys');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(ours.getByText('only who stands on it gets marketing')).toBeVisible();
  await lookAtSizes(page, 'registries');

  await ours.getByRole('button', { name: 'Ask' }).click();
  await dialog.getByLabel('Number or mail address').fill('+90 532 111 22 33');
  await dialog.getByRole('button', { name: 'What is known?' }).click();
  await expect(dialog.getByText('none yet')).toBeVisible();
  await dialog.getByRole('button', { name: 'Ask the service for USD 0.002' }).click();
  await expect(dialog.getByText('does not stand on it')).toBeVisible();
  await expect(dialog.getByText('may not go')).toBeVisible();
  await lookAt(page, 'registry-asked');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(ours.getByText('Today (UTC): 1 of 1,000 asked, USD 0.002')).toBeVisible();

  await ours.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(ours).toHaveCount(0);
});

test('a sender is put on file with its papers, is warned of before it ends, and stands as phones show it', async ({
  page,
}) => {
  const soon = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
  await page.goto('/en/live/senders');
  await page.getByRole('button', { name: 'Add a sender for Singapore' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Sender', { exact: true }).fill('ACME');
  await dialog.getByLabel('State', { exact: true }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: 'Registered' }).click();
  await dialog.getByLabel('Last day').fill(soon);
  await dialog.getByRole('button', { name: 'Add a paper' }).click();
  await dialog.getByLabel('Name of the file').fill('letter.pdf');
  await lookAt(page, 'senders-form');
  await dialog.getByRole('button', { name: 'Add a sender' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'needs you soon' })).toContainText(
    `ACME (Singapore) ends on ${soon}`,
  );
  await expect(page.getByRole('row').filter({ hasText: 'ACME' })).toContainText('Registered');
  await lookAtSizes(page, 'senders');
  await page.goto('/en/live/send');
  await page.getByLabel('To (number)').fill('+60123456789');
  await page.getByLabel('Sender (optional)').fill('ACME');
  await expect(page.getByText('The network puts its own in place of the sender')).toBeVisible();
  await page.screenshot({ path: `${SHOTS}/senders-send.png` });
  await page.goto('/en/live/senders');
  await page.getByRole('button', { name: 'Remove ACME' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('No sender is on file')).toBeVisible();
});

test('a frequency cap is set in words, tried on last week, read beside those of the law, and switched off', async ({
  page,
}) => {
  await page.goto('/en/sandbox/compliance');
  const panel = page.getByRole('region', { name: 'Frequency caps' });
  await expect(panel.getByText('The same text at most', { exact: false }).first()).toBeVisible();
  await panel.getByRole('button', { name: 'Add a cap' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Name', { exact: true }).fill('Offers in a day');
  await form.getByLabel('Minutes between two messages').fill('60');
  await form.getByText('What is over it waits until it fits', { exact: false }).click();
  await form.getByRole('button', { name: 'Try on the messages of last week' }).click();
  await expect(form.getByRole('status')).toBeVisible();
  await lookAt(page, 'caps-form');
  await form.getByRole('button', { name: 'Save' }).click();
  const row = panel.getByRole('listitem').filter({ hasText: 'Offers in a day' });
  await expect(row).toContainText('At most 3 messages in a day to one person: Marketing, by every channel.');
  await row.getByRole('button', { name: 'Switch off' }).click();
  await expect(row).toContainText('Switched off');
  await lookAt(page, 'caps', { fullPage: true });
  await row.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(row).toHaveCount(0);
});
