import type { APIRequestContext } from '@playwright/test';
import { askApi, expect, expected, lookAt, lookAtSizes, readDemo, SHOTS, test } from './testing.ts';

/** What a phone holds, once there is so much. */
async function textsOn(request: APIRequestContext, number: string, count: number): Promise<string[]> {
  const url = `${readDemo().simulator_url}/v1/handsets/${encodeURIComponent(number)}/messages`;
  let texts: string[] = [];
  await expect
    .poll(
      async () => {
        const { data } = (await (await request.get(url)).json()) as { data: { text: string }[] };
        texts = data.map(({ text }) => text);
        return texts.length;
      },
      { timeout: 20_000 },
    )
    .toBe(count);
  return texts;
}

test('a person answers "Stop." to an offer, is told once, and the next offer is stopped and says why', async ({
  page,
  request,
}) => {
  const number = `+4670${String(Date.now()).slice(-7)}`;
  await askApi(request, 'POST', '/v1/consents', {
    ...{ address: number, channel: 'sms', state: 'granted', source: 'At the counter' },
  });
  const offer = {
    to: number,
    channel: 'sms',
    class: 'marketing',
    from: '+46701740605',
    content: { text: 'All must go.' },
  };
  await askApi(request, 'POST', '/v1/messages', offer);
  await textsOn(request, number, 1);

  await page.goto(`/en/live/handsets?number=${encodeURIComponent(number)}`);
  await page.getByRole('textbox', { name: 'Answer from this phone' }).fill('Stop.');
  await page.getByRole('button', { name: 'Send the answer' }).click();
  const [, answer] = await textsOn(request, number, 2);
  expect(answer).toMatch(/You are unsubscribed/);

  await page.goto('/en/live/lists?tab=texts');
  await page.getByLabel('Number that wrote').fill(number);
  await page.getByLabel('Number that wrote').press('Enter');
  await expect(page.getByRole('listitem').filter({ hasText: 'Keyword: STOP' })).toHaveCount(1);
  await expect(page.getByText('Stopped marketing')).toBeVisible();
  await lookAtSizes(page, 'texts');

  const next = await askApi(request, 'POST', '/v1/messages', offer);
  await page.goto(`/en/live/messages/${next.id}`);
  await expect(page.getByText('Stopped: the address is on the suppression list (Keyword STOP).')).toBeVisible({
    timeout: 20_000,
  });
  await page.screenshot({ path: `${SHOTS}/stopped-by-keyword.png`, fullPage: true });
  await page.goto(`/en/live/consents?address=${encodeURIComponent(number)}`);
  await expect(page.getByText('What this person wrote')).toBeVisible();
  await expect(page.getByText('Withdrawn: keyword STOP')).toBeVisible();
  await lookAtSizes(page, 'person-stopped');
  expect(await textsOn(request, number, 2)).toHaveLength(2);
});

test('a keyword joins a list, no keyword takes STOP, and the answer to STOP is changed in four steps', async ({
  page,
  request,
}) => {
  // The keyword that is refused.
  expected.complaints = [/status of 400/];
  const stamp = Date.now();
  const made = await askApi(request, 'POST', '/v1/lists', {
    ...{ name: `Deals ${stamp}`, channel: 'sms', opt_in: 'single', topic: `deals-${stamp}` },
    wordings: { en: { text: 'Yes, send me deals.', version: '1' } },
  });
  await page.goto('/en/live/lists?tab=keywords');
  await page.getByRole('button', { name: 'Add a keyword' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Word', { exact: true }).fill('s.t.o.p');
  await dialog.getByRole('combobox', { name: 'List' }).click();
  await page.getByTitle(`Deals ${stamp}`).click();
  await dialog.getByRole('button', { name: 'Add a keyword' }).click();
  await expect(dialog.getByText('This word ends messages for everybody who writes it')).toBeVisible();
  await lookAt(page, 'keyword-form');
  await dialog.getByLabel('Word', { exact: true }).fill(`DEALS${stamp}`);
  await dialog.getByRole('button', { name: 'Add a keyword' }).click();
  await expect(page.getByText(`DEALS${stamp}`)).toBeVisible();

  await page.getByRole('button', { name: 'Change: Answer to STOP, en', exact: true }).click();
  await dialog.getByLabel('Text', { exact: true }).fill('{sender}: Done, no more offers.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const answer = page.locator('blockquote').filter({ hasText: '{sender}: Done, no more offers.' });
  await expect(answer).toBeVisible();
  await lookAtSizes(page, 'keywords');
  await page.getByRole('button', { name: 'Change: Answer to STOP, en', exact: true }).click();
  await dialog.getByRole('button', { name: 'Back to the standard text' }).click();
  await expect(answer).toBeHidden();

  const number = `+4670${String(stamp).slice(-7)}`;
  const { simulator_url: phones } = readDemo();
  await request.post(`${phones}/v1/handsets/${number}/replies`, {
    data: { text: `deals${stamp}`, to: '+46701740605' },
  });
  await page.goto(`/en/live/lists/${made.id}`);
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('cell', { name: 'On the list' })).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 20_000 });
});
