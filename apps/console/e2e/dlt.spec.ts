import type { APIRequestContext, Page } from '@playwright/test';
import { askApi, expect, expectAccessible, lookAt, SHOTS, test } from './testing.ts';

const ENTITY = '1101000000000000001';
const FILE = [
  'Template ID,Template Name,Template Type,Header,Template Content,Status,Remarks',
  '1107000000000000001,Order on its way,Service Implicit,ACMEIN,"Dear {#var#}, your order {#numeric#} is on its way. - Acme",Approved,',
  '1107000000000000002,Order late,Service Implicit,ACMEIN,"Dear {#var#}, your order {#numeric#} is late. - Acme",Approved,',
  '12,Broken,Sermon,ACMEIN,Dear {#name#},Approved,',
].join('\n');
const WRONG = 'Dear Asha, your big order 4711 is on its way. - Acme';
const RIGHT = WRONG.replace('big ', '');

const kindOf = (page: Page, name: string) => page.locator('.ant-segmented').last().getByText(name, { exact: true });

/** Texts to India are checked as long as an entity is on file: none is left behind for other flows. */
async function removeEntities(request: APIRequestContext): Promise<void> {
  const { data } = await askApi(request, 'GET', '/v1/dlt/entries?kind=entities');
  for (const { id } of data) await askApi(request, 'DELETE', `/v1/dlt/entries/${id}`);
}

test('a file of an operator is brought in, a text is checked and mended, and one that differs is stopped', async ({
  page,
  request,
}) => {
  await removeEntities(request);
  try {
    await page.goto('/en/live/dlt');
    await expect(page.getByText('No template yet')).toBeVisible();
    await lookAt(page, 'dlt-empty', { fullPage: true });

    await kindOf(page, 'Entities').click();
    await page.getByRole('button', { name: 'Add entity' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Entity id').fill(ENTITY);
    await form.getByLabel('Name').fill('Acme Retail');
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('row').filter({ hasText: 'Acme Retail' })).toBeVisible();

    const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    await askApi(request, 'PUT', '/v1/dlt/headers', {
      entries: [{ entity_id: ENTITY, header: 'ACMEIN', expires_on: soon }],
    });
    await kindOf(page, 'Templates').click();
    await page.getByRole('button', { name: 'Bring in a file' }).click();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'templates.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) });
    await expect(form.getByText('2 of 3 rows are right')).toBeVisible();
    await expect(form.getByText('Columns that are left alone: Remarks')).toBeVisible();
    await expect(form.getByText('“Sermon” is no kind of template that is known')).toBeVisible();
    await lookAt(page, 'dlt-import');
    await form.getByLabel('Leave out the faulty row').check();
    await form.getByRole('button', { name: 'Store 2 rows' }).click();
    await expect(page.getByRole('row').filter({ hasText: 'Order on its way' })).toBeVisible();

    await page.reload();
    await expect(page.getByText('1 registration expires within 30 days')).toBeVisible();
    await page.getByRole('textbox', { name: 'Text' }).fill(WRONG);
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(page.getByText('The text does not match the template “Order on its way”.')).toBeVisible();
    await expect(page.getByText('An operator would answer with code 633.')).toBeVisible();
    await expect(page.getByText('Take out “big ”.').first()).toBeVisible();
    await lookAt(page, 'dlt-checked', { fullPage: true });
    await page.setViewportSize({ width: 390, height: 844 });
    await lookAt(page, 'dlt-checked-narrow', { fullPage: true });
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole('textbox', { name: 'Text' }).fill(RIGHT);
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(page.getByText('It passes, by the template “Order on its way”.')).toBeVisible();
    await expect(page.getByText('XX-ACMEIN-S')).toBeVisible();

    const message = { to: '+919876500001', channel: 'sms', class: 'transactional', content: { text: WRONG } };
    const { id } = await askApi(request, 'POST', '/v1/messages', message);
    await page.goto(`/en/live/messages/${id}`);
    await expect(
      page.getByText('an operator in India would refuse the text with code 633', { exact: false }),
    ).toBeVisible({ timeout: 20_000 });
    await page.screenshot({ path: `${SHOTS}/dlt-stopped.png`, fullPage: true });
  } finally {
    await removeEntities(request);
  }
});

for (const language of ['zh', 'es', 'pt-BR'] as const) {
  test(`the page of registrations is whole in ${language}`, async ({ page }) => {
    await page.goto(`/${language}/live/dlt`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('DLT');
    await expectAccessible(page);
    await page.screenshot({ path: `${SHOTS}/dlt-${language}.png`, fullPage: true });
  });
}
