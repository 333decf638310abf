import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, lookAt, SHOTS, test } from './testing.ts';

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const prices = (page: Page) => panel(page, 'Prices').first();

/** The row of a route in the decision of now, as the explorer of the routes page tells it. */
async function decided(page: Page, country: string): Promise<Locator> {
  await page.goto('/en/live/routes');
  const explorer = panel(page, 'Which way would it go?');
  await explorer.getByLabel('Country', { exact: true }).click();
  await page.keyboard.type(country);
  await page.locator('.ant-select-dropdown:visible').getByTitle(country).first().click();
  return explorer.getByRole('row').filter({ hasText: route });
}

/** A route of the demo that carries every country. */
const route = 'Cascade backup';

test('a price list with two bad rows is looked at, applied, decided by and taken back', async ({ page }) => {
  const country = 'Peru';
  const file = [
    'Route,Country,Price,Currency,Remarks',
    `${route},PE,0.0321,USD,`,
    `${route},Atlantis,0.02,USD,`,
    `${route},BO,cheap,USD,`,
  ].join('\n');
  const fileName = 'list.csv';
  await page.goto('/en/live/prices');
  await page.getByRole('button', { name: 'Bring in a price list' }).click();
  const dialog = page.getByRole('dialog');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: fileName, mimeType: 'text/csv', buffer: Buffer.from(file) });
  const preview = dialog.getByRole('region', { name: 'What the file does' }).first();
  await expect(preview.getByText('1 of 3 rows are right')).toBeVisible();
  await expect(preview.getByText('Columns that are left alone: Remarks')).toBeVisible();
  await expect(preview.getByText('“Atlantis” is no country')).toBeVisible();
  await expect(preview.getByText('“cheap” is no price')).toBeVisible();
  await expect(preview.getByRole('row').filter({ hasText: country })).toContainText('New');
  await lookAt(page, 'prices-import');
  await page.setViewportSize({ width: 390, height: 844 });
  await lookAt(page, 'prices-import-narrow');
  await page.setViewportSize({ width: 1440, height: 900 });
  const apply = dialog.getByRole('button', { name: 'Change 1 price' });
  await expect(apply).toBeDisabled();
  await dialog.getByLabel('Leave out the 2 faulty rows').check();
  await apply.click();
  await expect(page.getByText('The prices are in force.')).toBeVisible();
  await expect(prices(page).getByRole('row').filter({ hasText: country })).toContainText('In force');
  await lookAt(page, 'prices', { fullPage: true });

  await expect(await decided(page, country)).toContainText('0.0321');

  await page.goto('/en/live/prices');
  await page.getByRole('button', { name: `Undo ${fileName}` }).click();
  await page.getByRole('dialog').last().getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('The prices from before hold again.')).toBeVisible();
  await expect(panel(page, 'History').getByText(`Taken back: ${fileName}`)).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await lookAt(page, 'prices-narrow', { fullPage: true });
  await expect(await decided(page, country)).toContainText('USD 0.032');
  await expect(await decided(page, country)).not.toContainText('0.0321');
});

test('a rate is refused while it is no number, set, and removed', async ({ page }) => {
  await page.goto('/en/live/prices');
  const rates = panel(page, 'Exchange rates');
  await rates.getByLabel('Currency').fill('chf');
  await rates.getByLabel('Worth in USD').fill('about one');
  await expect(rates.getByText('Write a number above zero such as 1.0862.')).toBeVisible();
  await expect(rates.getByRole('button', { name: 'Set rate' })).toBeDisabled();
  await rates.getByLabel('Worth in USD').fill('1,13');
  await rates.getByRole('button', { name: 'Set rate' }).click();
  await expect(rates.getByText('1 CHF = 1.13 USD')).toBeVisible();
  await page.screenshot({ path: `${SHOTS}/prices-rates.png`, fullPage: true });
  await rates.getByRole('button', { name: /^Remove the rate of CHF/ }).click();
  await page.getByRole('dialog').last().getByRole('button', { name: 'Remove' }).click();
  await expect(rates.getByText('1 CHF = 1.13 USD')).toHaveCount(0);
});

test('a send is priced before it is made, by country and with what is left out', async ({ page }) => {
  await page.goto('/en/live/prices');
  const quote = panel(page, 'What would it cost?');
  await quote.getByLabel('Text').fill('The summer sale begins today.');
  await quote.getByLabel('To whom').fill('MX 12000\nBR 3000');
  await quote.getByRole('button', { name: 'Get the price' }).click();
  await expect(quote.getByText('15,000 of 15,000 messages, 1 part each (GSM-7).')).toBeVisible();
  await expect(quote.getByRole('row').filter({ hasText: 'Mexico' })).toContainText('12,000');
  await expectAccessible(page);
  await page.screenshot({ path: `${SHOTS}/prices-quote.png`, fullPage: true });
  await quote.getByLabel('To whom').fill('nobody');
  await quote.getByRole('button', { name: 'Get the price' }).click();
  await expect(quote.getByText('Nobody of them would be sent to.')).toBeVisible();
});

test('the largest share of one supplier is set for every country and taken away', async ({ page }) => {
  await page.goto('/en/live/prices');
  const shares = panel(page, 'Dependence on suppliers').first();
  await shares.getByRole('button', { name: 'Set limit' }).click();
  await expect(shares.getByText('Every other country: at most 60% by one supplier')).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: `${SHOTS}/prices-shares.png`, fullPage: true });
  await shares.getByRole('button', { name: 'Remove the limit of Every other country' }).click();
  await expect(shares.getByText('Every other country: at most')).toHaveCount(0);
});

test('a number is looked up with its price said beforehand; a rule has them looked up by themselves', async ({
  page,
}) => {
  await page.goto('/en/live/prices');
  const lookup = panel(page, 'Looking numbers up');
  await expect(lookup.getByText('No rule: numbers are looked up only when somebody asks.')).toBeVisible();
  await lookup.getByRole('button', { name: 'Look a number up' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Number').fill('+49 1511 2345674');
  await dialog.getByRole('button', { name: 'What is known?' }).click();
  await expect(dialog.getByText('the range of the number')).toBeVisible();
  await expect(dialog.getByText('262-01 Telekom')).toBeVisible();
  await dialog.getByRole('button', { name: 'Ask the service for USD 0.004' }).click();
  await expect(dialog.getByText('262-02 Vodafone')).toBeVisible();
  await expect(dialog.getByText('can be reached')).toBeVisible();
  await expect(dialog.getByText('It was asked for USD 0.004.')).toBeVisible();
  await lookAt(page, 'prices-lookup-ask');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(lookup.getByText('Today (UTC): 1 asked, 1 answered')).toBeVisible();

  await lookup.getByRole('button', { name: 'Settings' }).click();
  await dialog.getByRole('button', { name: 'Add a rule' }).click();
  await dialog.getByLabel('Nobody’s number', { exact: true }).click();
  await page.locator('.ant-select-dropdown:visible').getByTitle('Do not send').click();
  await lookAt(page, 'prices-lookup-settings');
  await page.setViewportSize({ width: 390, height: 844 });
  await lookAt(page, 'prices-lookup-settings-narrow');
  await page.setViewportSize({ width: 1440, height: 900 });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(lookup.getByText('nothing is sent to: nobody’s number')).toBeVisible();
  await lookAt(page, 'prices-lookup', { fullPage: true });
  await lookup.getByRole('button', { name: 'Settings' }).click();
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(lookup.getByText('No rule: numbers are looked up only when somebody asks.')).toBeVisible();
});

test('a rule that puts mail before dear texts is tried on last week, holds and goes', async ({ page }) => {
  await page.goto('/en/live/prices');
  const rules = panel(page, 'Another channel first');
  await rules.getByRole('button', { name: 'Add a rule' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('mail-for-dear-texts');
  await dialog.getByLabel('Only where it costs more than').fill('0.01');
  await dialog.getByRole('button', { name: 'Try on last week' }).click();
  await expect(dialog.getByText(/It would have moved/)).toBeVisible();
  await lookAt(page, 'substitution');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const line = rules.getByRole('listitem').filter({ hasText: 'mail-for-dear-texts' });
  await expect(line).toContainText('E-mail before SMS: dearer than USD');
  await line.scrollIntoViewIfNeeded();
  await lookAt(page, 'substitutions');
  await rules.getByRole('button', { name: 'Remove mail-for-dear-texts' }).click();
  await expect(line).toBeHidden();
});
