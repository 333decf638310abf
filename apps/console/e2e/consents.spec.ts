import type { APIRequestContext } from '@playwright/test';
import { askApi, expect, lookAt, lookAtSizes, readDemo, test, wearTheme } from './testing.ts';

interface Mail {
  subject: string;
  text: string;
  html: string;
  raw: string;
}

/** The mails in the virtual inbox of an address, once there are so many. */
async function mailsTo(request: APIRequestContext, address: string, count: number): Promise<Mail[]> {
  const url = `${readDemo().simulator_url}/v1/inboxes/${encodeURIComponent(address)}/messages`;
  let data: Mail[] = [];
  await expect
    .poll(
      async () => {
        ({ data } = (await (await request.get(url)).json()) as { data: Mail[] });
        return data.length;
      },
      { timeout: 20_000 },
    )
    .toBe(count);
  return data;
}

test('a list with double opt-in is made, joined from its page and the inbox, written to, left by one click, and the next mail is stopped', async ({
  page,
  request,
  browser,
}) => {
  const stamp = Date.now();
  const address = `ana.${stamp}@example.com`;
  await page.goto('/en/live/lists');
  await page.getByRole('button', { name: 'Make a list' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(`News ${stamp}`);
  await dialog.getByLabel('Topic').fill(`news`);
  await dialog.getByLabel('Words people agree to').fill('Yes, send me news by mail.');
  await lookAt(page, 'list-form');
  await dialog.getByRole('button', { name: 'Make a list' }).click();

  await expect(page.getByRole('heading', { name: `News ${stamp}` })).toBeVisible();
  await page.getByRole('button', { name: 'Add a person' }).click();
  await dialog.getByLabel('Number or mail address').fill(`counter.${address}`);
  await dialog.getByLabel('How it came').fill('At the counter');
  await dialog.getByRole('button', { name: 'Add a person' }).click();
  await expect(page.getByText('The person is asked to confirm.')).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Waiting' })).toBeVisible();

  await page.getByRole('button', { name: 'Open the page' }).click();
  await lookAt(page, 'sign-up-open');
  await dialog.getByRole('button', { name: 'Open the page' }).click();
  const signUp = (await page.getByText(/http\S+\/f\/lst_\w+$/).textContent()) ?? '';
  await lookAtSizes(page, 'list');
  const guest = await (await browser.newContext()).newPage();
  const elsewhere: string[] = [];
  guest.on('request', (one) => {
    if (!one.url().startsWith(new URL(signUp).origin)) elsewhere.push(one.url());
  });
  await guest.goto(signUp);
  await guest.getByLabel('Your mail address').fill('ana.example.com');
  await guest.getByLabel('Yes, send me news by mail.').check();
  await guest.getByRole('button', { name: 'Sign me up' }).click();
  await expect(guest.getByRole('alert')).toContainText('This is no mail address');
  await lookAtSizes(guest, 'sign-up-fault');
  await guest.getByLabel('Your mail address').fill(address);
  await guest.getByRole('button', { name: 'Sign me up' }).click();
  await expect(guest.getByRole('status')).toContainText(`on its way to ${address}`);

  const [asking] = await mailsTo(request, address, 1);
  const link = /http\S+\/u\/[\w.-]+/.exec(asking?.text ?? '')?.[0] ?? '';
  await guest.goto(link);
  await lookAtSizes(guest, 'person-confirm');
  await guest.getByRole('button', { name: 'Yes, I want it' }).click();
  await expect(guest.getByRole('status')).toContainText('Done: you are on');

  await page.reload();
  await expect(page.getByRole('cell', { name: 'On the list' })).toBeVisible();

  const mail = {
    to: address,
    channel: 'email',
    class: 'marketing',
    content: { subject: 'Sale', text: 'All must go. Stop: {{unsubscribe_url}}' },
  };
  const first = await askApi(request, 'POST', '/v1/messages', mail);
  const sale = (await mailsTo(request, address, 2)).find(({ subject }) => subject === 'Sale');
  expect(sale?.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
  const stop = /^List-Unsubscribe:\s*<([^>]+)>/m.exec(sale?.raw ?? '')?.[1] ?? '';
  expect(sale?.text).toContain(stop);
  await guest.goto(stop);
  await expect(guest.getByText('You get marketing messages from')).toBeVisible();
  await lookAtSizes(guest, 'person-choice');
  const clicked = await request.post(stop, { form: { 'List-Unsubscribe': 'One-Click' } });
  expect([clicked.status(), await clicked.text()]).toEqual([200, 'unsubscribed']);
  await guest.reload();
  await expect(guest.getByText('You get no marketing messages from')).toBeVisible();
  await guest.goto(`${stop}?lang=zh`);
  await lookAtSizes(guest, 'person-left');
  expect(elsewhere).toEqual([]);

  const second = await askApi(request, 'POST', '/v1/messages', mail);
  await page.goto(`/en/live/messages/${second.id}`);
  await expect(page.getByText('Stopped: the consent for marketing was withdrawn.')).toBeVisible({ timeout: 20_000 });
  expect(first.id).not.toBe(second.id);
  await mailsTo(request, address, 2);

  await page.goto('/en/live/consents');
  await page.getByLabel('Number or mail address').fill(address);
  await page.getByRole('button', { name: 'Look up' }).click();
  await expect(page.getByText('It may not go')).toBeVisible();
  await expect(page.getByText('Withdrawn: one-click unsubscribe')).toBeVisible();
  const { data } = await askApi(request, 'GET', `/v1/consents?address=${encodeURIComponent(address)}`);
  const [withdrawn, granted] = data as { id: string; recorded_at: string }[];
  const { data: told } = { data: await askApi(request, 'GET', `/v1/messages/${second.id}/timeline`) };
  expect(JSON.stringify(told)).toContain(withdrawn?.id);
  await lookAtSizes(page, 'consents');
  // Back to when it was granted.
  await page
    .getByLabel('At this instant (UTC)')
    .fill(new Date(Date.parse(granted?.recorded_at ?? '') + 1000).toISOString().slice(0, 19));
  await expect(page.getByText('It may go')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Proof' }).first().click();
  expect((await download).suggestedFilename()).toBe(`proof-${withdrawn?.id}.json`);
});

test('an address is suppressed with a reason, found, and lifted with another', async ({ page }) => {
  const address = `stop.${Date.now()}@example.com`;
  await page.goto('/en/live/suppressions');
  await page.getByRole('button', { name: 'Suppress an address' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Address').fill(address);
  await dialog.getByLabel('Reason').fill('Asked by phone');
  await lookAt(page, 'suppression-form');
  await dialog.getByRole('button', { name: 'Suppress an address' }).click();
  await expect(page.getByRole('cell', { name: address, exact: true })).toBeVisible();
  await lookAtSizes(page, 'suppressions');
  await page.getByRole('searchbox').fill(address);
  await page.getByRole('searchbox').press('Enter');
  await page.getByRole('button', { name: `Lift the suppression of ${address}` }).click();
  await dialog.getByLabel('Why is it lifted?').fill('Asked again');
  await dialog.getByRole('button', { name: 'Lift' }).click();
  await expect(page.getByText('This address is not suppressed')).toBeVisible();
});

test('a list is exported with its people, and a file is brought to it', async ({ page, request, baseURL }) => {
  await wearTheme(page, 'light', baseURL);
  const address = `right.${Date.now()}@example.com`;
  const list = await askApi(request, 'POST', '/v1/lists', {
    ...{ name: `Exported ${Date.now()}`, channel: 'email', opt_in: 'single' },
    wordings: { en: { text: 'Yes', version: '1' } },
  });
  await askApi(request, 'POST', `/v1/lists/${list.id}/members`, { address, source: 'Shop system' });
  await page.goto(`/en/live/lists/${list.id}`);
  await expect(page.getByRole('cell', { name: address })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  const file = await (await download).createReadStream();
  const text = await new Response(file as never).text();
  expect(text.split('\r\n').slice(0, 2)).toEqual([
    'address,state,locale,source,since,consent_id',
    expect.stringContaining(`"${address}","confirmed","en","Shop system"`),
  ]);
  await page.getByRole('button', { name: 'Import a file' }).click();
  await expect(page.getByRole('dialog').getByText(list.name)).toBeVisible();
});

test('a topic is made with its names, which the list form offers', async ({ page }) => {
  const key = `topic-${Date.now()}`;
  await page.goto('/en/live/lists?tab=topics');
  await page.getByRole('button', { name: 'Add a topic' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Word').fill(key);
  await dialog.getByLabel('Name in English').fill('Weekly offers');
  await dialog.getByLabel('Name in Español').fill('Ofertas de la semana');
  await lookAt(page, 'topic-form');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(key, { exact: true })).toBeVisible();
  await lookAtSizes(page, 'topics');
  await page.goto('/en/live/lists');
  await page.getByRole('button', { name: 'Make a list' }).first().click();
  await dialog.getByLabel('Topic').fill(key.slice(0, -1));
  await expect(page.getByRole('option', { name: key })).toBeAttached();
});
