import { expect, expectAccessible, lookAt, SHOTS, test } from './testing.ts';

const SIZES = { wide: { width: 1440, height: 1200 }, narrow: { width: 390, height: 844 } } as const;

test('a call from the playground shows its answer, its timeline and its line in the log: no barrier', async ({
  page,
}) => {
  await page.setViewportSize(SIZES.wide);
  await page.goto('/en/live/playground');
  // The sandbox, although the page is opened in live.
  await page.getByRole('button', { name: 'Run in the sandbox' }).click();
  await expect(page.getByRole('status')).toContainText('202');
  await expect(page.getByRole('heading', { name: 'Timeline' })).toBeVisible();
  await lookAt(page, 'playground-answer', { fullPage: true });
  await page.setViewportSize(SIZES.narrow);
  await expectAccessible(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, 'pixels beyond the screen').toBeLessThanOrEqual(0);
  await page.screenshot({ path: `${SHOTS}/playground-answer-narrow.png`, fullPage: true });
  await page.setViewportSize(SIZES.wide);

  // A call is in the log a moment after its answer.
  await page.waitForTimeout(1500);
  await page.getByRole('link', { name: 'In the request log' }).click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByText('POST /v1/messages')).toBeVisible();
  await expect(drawer.getByText('+52…78').first()).toBeVisible();
  await expect(drawer.getByText('Tu pedido')).toHaveCount(0);
  await lookAt(page, 'request');
});

test('a refusal is found in the log by its request id, with the field at fault', async ({ page }) => {
  await page.goto('/en/sandbox/playground?operation=sendMessage');
  await page.getByText('JSON', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Body' }).fill('{"to":"12345"}');
  await page.getByRole('button', { name: 'Run in the sandbox' }).click();
  await expect(page.getByRole('status')).toContainText('400');
  const id =
    /req_[0-9a-z]{26}/.exec((await page.getByRole('region', { name: 'Answer' }).first().textContent()) ?? '')?.[0] ??
    '';
  await page.waitForTimeout(1500);
  await page.goto('/en/sandbox/requests');
  await page.getByLabel('Find a call by its request id').fill(id);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByText('request_invalid').first()).toBeVisible();
});

test('every snippet names the key by its variable and holds none', async ({ page }) => {
  await page.goto('/en/sandbox/playground');
  const snippet = page.getByRole('region', { name: 'As a program' });
  for (const language of ['curl', 'TypeScript', 'Python', 'PHP', 'Java']) {
    await page.getByText(language, { exact: true }).click();
    await expect(snippet.first()).toContainText('SIGNALBOX_API_KEY');
    expect((await snippet.first().textContent()) ?? '').not.toMatch(/sb_(live|test)_/);
  }
});

test('live is a switch away, tells the price and asks once more', async ({ page }) => {
  await page.goto('/en/sandbox/playground');
  await page.getByLabel('Run in live').click();
  await expect(page.getByText(/It costs about/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Run in live' }).click();
  await expect(page.getByRole('dialog')).toContainText('This reaches a real person.');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Nothing was called yet')).toBeVisible();
});
