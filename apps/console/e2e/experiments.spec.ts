import type { Page } from '@playwright/test';
import type { ExperimentResult } from '@signalbox/contracts';
import { expect, lookAt, lookAtSizes, test } from './testing.ts';

const dialog = (page: Page) => page.getByRole('dialog').first();
const confirm = (page: Page, name: string) =>
  page.getByRole('dialog').last().getByRole('button', { name, exact: true }).click();

const figure = (value: number, by: number) => ({ value, low: value - by, high: value + by });
/** What came of both sides, as it is told after some days of traffic. */
const RESULT: ExperimentResult = {
  control: { outcomes: 5210, success: figure(0.911, 0.012), cost: figure(7420, 160) },
  challenger: { outcomes: 1312, success: figure(0.934, 0.021), cost: figure(7105, 240) },
  difference: figure(0.023, 0.024),
  cost_ratio: figure(0.957, 0.036),
};

/** Answers of the list tell that outcomes have settled, which takes twenty minutes of a system. */
async function settle(page: Page): Promise<void> {
  await page.route(/experiments\.list/, async (route) => {
    const answer = await route.fetch();
    const text = (await answer.text()).replaceAll('"result":null', `"result":${JSON.stringify(RESULT)}`);
    await route.fulfill({ response: answer, body: text });
  });
}

test('other weights are tried on a share of the recipients, shown with what came of them, stopped and put in force', async ({
  page,
}) => {
  await page.goto('/en/live/routes');
  const sets = page.getByRole('region', { name: 'Weights by class and country' });
  await sets.getByRole('button', { name: 'Set weights' }).click();
  await dialog(page).getByLabel('Class', { exact: true }).click();
  await page.locator('.ant-select-dropdown:visible').getByTitle('One-time code', { exact: true }).click();
  await dialog(page).getByText('Nothing', { exact: true }).click();
  await dialog(page).getByLabel('Why').fill('To compare with');
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  const line = sets.getByRole('listitem').filter({ hasText: 'One-time code' });
  await expect(line).toContainText('version 1');

  await page.goto('/en/live/experiments');
  await page.getByRole('button', { name: 'New experiment' }).first().click();
  const form = dialog(page);
  await form.getByLabel('Whose weights').click();
  await page
    .locator('.ant-select-dropdown:visible')
    .getByTitle(/One-time code/)
    .click();
  await form.getByRole('button', { name: 'Start' }).click();
  await expect(form.getByText('Give it a name that others understand later.').first()).toBeVisible();
  await form.getByLabel('Name', { exact: true }).fill('Cheaper carrier for codes');
  await form.getByLabel('What the tried weights are called').fill('Half and half');
  await form.getByRole('button', { name: 'Start' }).click();
  await expect(form.getByText('These are the weights in force.')).toBeVisible();
  const weights = form.getByRole('spinbutton', { name: /as a number$/ });
  await weights.first().fill('500');
  await weights.first().blur();
  const values = await Promise.all((await weights.all()).map(async (field) => Number(await field.inputValue())));
  expect(values.reduce((sum, value) => sum + value, 0)).toBe(1000);
  const needed = form.getByText(/^About [\d,]+ outcomes find such a difference/);
  const before = await needed.textContent();
  await form.getByLabel('Difference to be found').fill('4');
  await form.getByLabel('Difference to be found').blur();
  await expect(needed).not.toHaveText(before ?? '');
  await lookAtSizes(page, 'experiment-form');
  await form.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText('The experiment runs.')).toBeVisible();

  const panel = page.getByRole('region', { name: 'Cheaper carrier for codes' });
  await expect(panel.getByText('Running')).toBeVisible();
  await expect(panel.getByText('No outcome has settled yet.')).toBeVisible();
  await expect(panel.getByRole('region', { name: 'When it ends' }).getByRole('listitem')).toHaveCount(5);
  await page.goto('/en/live/routes');
  await expect(line).toContainText('Experiment runs');
  await settle(page);
  await page.goto('/en/live/experiments');
  await expect(
    panel.getByRole('img', { name: /^Half and half against the weights in force: \+2.3 points/ }),
  ).toBeVisible();
  await panel.getByText('Show as a table').click();
  await expect(panel.getByRole('cell', { name: '93.4% (91.3% to 95.5%)' })).toBeVisible();
  await lookAtSizes(page, 'experiments');

  await panel.getByRole('button', { name: 'Stop' }).click();
  await confirm(page, 'Stop');
  await expect(panel.getByText('Somebody stopped it.')).toBeVisible();
  await panel.getByRole('button', { name: 'Put in force' }).click();
  await confirm(page, 'Put in force');
  await expect(panel.getByText('Its weights were put in force')).toBeVisible();
  await lookAt(page, 'experiments-ended');

  await page.goto('/en/live/routes');
  await expect(line).toContainText('version 2');
  await expect(line).toContainText('500');
  await line.getByRole('button', { name: /^Change the weights of/ }).click();
  await dialog(page).getByRole('button', { name: 'Remove' }).click();
  await confirm(page, 'Remove');
  await expect(line).toHaveCount(0);
});
