import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { elsewhere, invite, join } from './people.ts';
import { callApi, expect, expected, freshNumber, lookAt, lookAtSizes, SHOTS, test } from './testing.ts';

/** What a button saves, as JSON. */
async function savedBy(page: Page, press: () => Promise<void>): Promise<Record<string, unknown>> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return JSON.parse(readFileSync(await download.path(), 'utf8'));
}

test('somebody asks what is held: it is found, given out as a copy, restricted for a while, erased, and the certificate proves it', async ({
  page,
  request,
}) => {
  const number = freshNumber();
  const masked = `+52…${number.slice(-4)}`;
  const sent = { to: number, channel: 'sms', class: 'transactional', content: { text: 'Your parcel is here' } };
  await callApi(request, 'POST', '/v1/messages', {
    ...sent,
    send_at: new Date(Date.now() + 3_600_000).toISOString(),
  });
  await page.goto('/en/live/data-requests');
  await page.getByLabel('Number or mail address').fill(number);
  await page.getByRole('button', { name: /Find$/ }).click();
  await expect(page.getByRole('heading', { name: `Held about ${masked}` })).toBeVisible();
  await expect(page.getByRole('row', { name: /^Messages 1/ })).toBeVisible();
  expect(page.url()).not.toContain(number.slice(1));
  await lookAtSizes(page, 'data-requests-found');

  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Give a copy' }).click();
  await dialog.getByLabel('Reason').fill('Asked at the counter');
  const copy = await savedBy(page, () => dialog.getByRole('button', { name: 'Save the copy' }).click());
  expect(JSON.stringify(copy)).toContain('Your parcel is here');
  await expect(page.getByRole('row', { name: `Copy ${masked} Done` })).toBeVisible();

  const right = freshNumber();
  await page.getByRole('button', { name: 'Correct', exact: true }).click();
  await dialog.getByLabel('Right address').fill(right);
  await dialog.getByLabel('How you know it is the same person').fill('Code entered at the new number');
  await dialog.getByLabel('Reason').fill('Has a new number');
  await lookAt(page, 'data-requests-correct');
  await dialog.getByRole('button', { name: 'Correct' }).click();
  await expect(page.getByText('The address is corrected.', { exact: false })).toBeVisible();
  const changed = `Address: ${masked} → +52…${right.slice(-4)}`;
  await expect(page.getByRole('row', { name: `Correction ${masked}` }).getByText(changed)).toBeVisible();
  await page.getByRole('button', { name: /Find$/ }).click();
  await expect(page.getByRole('heading', { name: `Held about ${masked}` })).toBeVisible();

  await page.getByRole('button', { name: 'Restrict', exact: true }).click();
  await dialog.getByLabel('Reason').fill('Disputes the number');
  await lookAt(page, 'data-requests-restrict');
  await dialog.getByRole('button', { name: 'Restrict' }).click();
  const restricted = page.getByRole('row', { name: `Restriction ${masked} In force` });
  await restricted.getByRole('button', { name: 'Lift' }).click();
  await dialog.getByLabel('Reason').fill('Settled');
  await dialog.getByRole('button', { name: 'Lift' }).click();
  await expect(page.getByRole('row', { name: `Restriction ${masked} Done` })).toBeVisible();

  await page.getByRole('button', { name: 'Erase', exact: true }).click();
  await dialog.getByLabel('Reason').fill('Asked at the counter');
  await dialog.getByLabel('Type the address again').fill('+525500000000');
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await expect(dialog.getByText('This is not the address you looked for.')).toBeVisible();
  await lookAt(page, 'data-requests-erase');
  await dialog.getByLabel('Type the address again').fill(number);
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await expect(page.getByText('The person is erased.')).toBeVisible();

  const row = page.getByRole('row', { name: `Erasure ${masked} Done` });
  await expect(row).toBeVisible();
  const certificate = await savedBy(page, () => row.getByRole('button', { name: /^Certificate/ }).click());
  expect(certificate).toMatchObject({ format: 'signalbox-erasure-certificate/1', canceled: 1, on_their_way: 0 });
  expect(JSON.stringify(certificate)).not.toContain(number.slice(1));
  await lookAtSizes(page, 'data-requests-erased');

  const verify = (address: string) =>
    callApi(request, 'POST', '/v1/people/certificates/verify', { address, certificate });
  expect(await (await verify(number)).json()).toEqual({ genuine: true, about_this_address: true, recorded: true });
  await page.getByText('What is kept', { exact: true }).click();
  await expect(page.getByRole('row', { name: /^Consents consent: address/ })).toBeVisible();
  const record = await savedBy(page, () => page.getByRole('button', { name: /Save the record$/ }).click());
  expect(JSON.stringify(record.recipients)).toContain('"kind":"provider"');
  await lookAtSizes(page, 'data-requests-kept');
});

test('where the workspace wants two people an erasure waits for the second, who types the address again, and so does a sender', async ({
  page,
  browser,
  request,
  baseURL,
}) => {
  test.setTimeout(90_000);
  const number = freshNumber();
  const masked = `+52…${number.slice(-4)}`;
  const away = await elsewhere(browser, baseURL);
  expect(
    (await callApi(request, 'PATCH', '/v1/workspace', { second_person_for: ['erasures', 'senders'] })).status(),
  ).toBe(200);
  try {
    await page.goto('/en/live/data-requests');
    await page.getByLabel('Number or mail address').fill(number);
    await page.getByRole('button', { name: /Find$/ }).click();
    await page.getByRole('button', { name: 'Erase', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('Asked by mail');
    await dialog.getByLabel('Type the address again').fill(number);
    await dialog.getByRole('button', { name: 'Erase for good' }).click();
    const asked = page.getByRole('row', { name: `Erasure ${masked} Waits for approval` });
    await expect(asked).toBeVisible();

    await asked.getByRole('button', { name: 'Decide' }).click();
    await dialog.getByLabel('Type the address again').fill(number);
    expected.complaints = [/403/];
    await dialog.getByRole('button', { name: 'Approve and erase' }).click();
    await expect(dialog.getByText('You asked for this erasure', { exact: false })).toBeVisible();
    await lookAt(page, 'data-requests-own');
    await dialog.getByRole('button', { name: 'Close' }).click();

    const second = await away.newPage();
    await join(second, await invite(page, `second-${Date.now()}@example.com`, 'Compliance'), 'Sam Second');
    await expect(second).toHaveURL(/\/overview$/);
    await second.goto('/en/live/data-requests');
    await second
      .getByRole('row', { name: `Erasure ${masked}` })
      .getByRole('button', { name: 'Decide' })
      .click();
    const decision = second.getByRole('dialog');
    await decision.getByLabel('Type the address again').fill('+525500000000');
    await decision.getByRole('button', { name: 'Approve and erase' }).click();
    await expect(decision.getByText('This is not the address the request is about', { exact: false })).toBeVisible();
    await decision.getByLabel('Type the address again').fill(number);
    await decision.getByRole('button', { name: 'Approve and erase' }).click();
    await expect(second.getByRole('row', { name: `Erasure ${masked} Done` })).toBeVisible();
    await second.screenshot({ path: `${SHOTS}/data-requests-second.png` });

    const name = `B${Date.now() % 1_000_000}`;
    await page.goto('/en/live/senders');
    await page.getByRole('button', { name: 'Add a sender' }).first().click();
    await dialog.getByLabel('Sender', { exact: true }).fill(name);
    await dialog.getByLabel('Why').fill('A new brand');
    await dialog.getByRole('button', { name: 'Ask for approval' }).click();
    await expect(page.getByText('Asked. It waits on the page Approvals')).toBeVisible();
    await page.goto('/en/live/approvals');
    const own = page.getByRole('listitem').filter({ hasText: name });
    await expect(own.getByRole('button', { name: 'Withdraw' })).toBeVisible();
    await lookAtSizes(page, 'approvals-own');
    await second.goto('/en/live/approvals');
    await second.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: 'Approve' }).click();
    await expect(second.getByRole('heading', { name: 'Decided lately' })).toBeVisible();
    await page.goto('/en/live/senders');
    await expect(page.getByText(name).first()).toBeVisible();
  } finally {
    await callApi(request, 'PATCH', '/v1/workspace', { second_person_for: [] });
    await away.close();
  }
});
