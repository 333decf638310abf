import { expect, freshNumber, readDemo, test } from './testing.ts';

test('signs in with e-mail and password and lands on the overview', async ({ page, context }) => {
  const { email, password } = readDemo().sign_in;
  await page.goto('/en/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/\/en\/(live|sandbox)\/overview$/);
  await context.storageState({ path: 'test-results/session.json' });
});

test('puts a delivered text into the log, for the flows that read it', async ({ request }) => {
  const { api_url, api_keys } = readDemo();
  const headers = { authorization: `Bearer ${api_keys.live}` };
  const sent = await request.post(`${api_url}/v1/messages`, {
    headers,
    data: { to: freshNumber(), channel: 'sms', class: 'transactional', content: { text: 'A text to read about' } },
  });
  expect(sent.status()).toBe(202);
  const { id } = (await sent.json()) as { id: string };
  await expect(async () => {
    const read = await request.get(`${api_url}/v1/messages/${id}`, { headers });
    expect(((await read.json()) as { state: string }).state).toBe('delivered');
  }).toPass({ timeout: 20_000 });
});
