import { expect, expectAccessible, freshNumber, readDemo, test } from './testing.ts';

test('tries a code in the sandbox: a wrong one is counted, the one on the phone is right, and the list says so', async ({
  page,
}) => {
  const number = freshNumber();
  await page.goto('/en/sandbox/verifications');
  await page.getByLabel('Phone number').fill(number);
  await page.getByRole('button', { name: 'Send a code' }).click();
  const text = page.getByText(/^\d{6} is your Demo Store code\./);
  await expect(text).toBeVisible();
  const code = ((await text.textContent()) ?? '').slice(0, 6);
  await page.getByLabel('Code', { exact: true }).fill(code === '000000' ? '000001' : '000000');
  await page.getByRole('button', { name: 'Check the code' }).click();
  await expect(page.getByText('Wrong. 4 tries are left.')).toBeVisible();
  await page.getByLabel('Code', { exact: true }).fill(code);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Right. The verification is approved.')).toBeVisible();
  const row = page.getByRole('row').filter({ hasText: 'Approved' }).first();
  await expect(row).toContainText('2 / 5');
  await expect(row).toContainText('Mexico');
  await expectAccessible(page);
});

test('live shows no code: the text of one is masked in the log', async ({ page, request }) => {
  const { api_url, api_keys } = readDemo();
  const started = await request.post(`${api_url}/v1/verifications`, {
    headers: { authorization: `Bearer ${api_keys.live}` },
    data: { to: freshNumber(), app_name: 'Demo Store' },
  });
  expect(started.status()).toBe(202);
  const { message_id: id } = (await started.json()) as { message_id: string };
  await page.goto(`/en/live/messages/${id}`);
  await expect(page.getByText('****** is your Demo Store code.').first()).toBeVisible();
  await page.goto('/en/live/verifications');
  await expect(page.getByRole('row').filter({ hasText: 'Pending' }).first()).toBeVisible();
});
