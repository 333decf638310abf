import type { Page } from '@playwright/test';
import { askApi, expect, freshNumber, lookAt, test } from './testing.ts';

const editor = (page: Page) => page.getByRole('dialog').filter({ has: page.getByText(/of 1,000$/).first() });
const numbers = (page: Page) => editor(page).getByRole('spinbutton', { name: /as a number$/ });
const weights = async (page: Page) =>
  Promise.all((await numbers(page).all()).map(async (field) => Number(await field.inputValue())));
const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);

async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('dialog').getByLabel(field, { exact: true }).click();
  await page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click();
}

test('weights keep their sum by keyboard, are tried before they are saved, are told in the history and set back', async ({
  page,
}) => {
  await page.goto('/en/live/routes');
  const panel = page.getByRole('region', { name: 'Weights by class and country' });
  await panel.getByRole('button', { name: 'Set weights' }).click();
  await choose(page, 'Class', 'Transactional');
  await expect(editor(page).getByText('Sum 1,000 of 1,000')).toBeVisible();
  const before = await weights(page);
  expect(sum(before)).toBe(1000);

  const slider = editor(page).getByRole('slider').first();
  await slider.focus();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('ArrowLeft');
  const moved = await weights(page);
  expect(moved[0]).toBe((before[0] as number) - 51);
  expect(sum(moved)).toBe(1000);
  await editor(page)
    .getByRole('button', { name: /^Lock / })
    .nth(1)
    .click();
  await slider.focus();
  await page.keyboard.press('End');
  const locked = await weights(page);
  expect(locked[1]).toBe(moved[1]);
  expect(sum(locked)).toBe(1000);
  await expect(numbers(page).nth(1)).toBeDisabled();

  await expect(editor(page).getByRole('region', { name: /would have brought/ })).toHaveAttribute('aria-busy', 'false');
  await lookAt(page, 'weights-editor');
  await page.setViewportSize({ width: 390, height: 844 });
  await lookAt(page, 'weights-editor-narrow');
  await page.setViewportSize({ width: 1440, height: 900 });

  const save = editor(page).getByRole('button', { name: 'Save' });
  await save.click();
  await expect(page.getByText('Say why, for those who read it later.')).toBeVisible();
  await editor(page).getByLabel('Why').fill('The first carrier does better');
  await save.click();
  await expect(page.getByText('The weights are in force.')).toBeVisible();

  const line = panel.getByRole('listitem').filter({ hasText: 'Transactional' });
  await expect(line).toContainText('version 1');
  await line.getByRole('button', { name: /^Change the weights of/ }).click();
  await editor(page)
    .getByRole('button', { name: /^Lock / })
    .nth(1)
    .click();
  await editor(page).getByRole('slider').first().focus();
  await page.keyboard.press('Home');
  expect((await weights(page))[0]).toBe(0);
  await editor(page).getByLabel('Why').fill('A mistake');
  await save.click();
  await expect(line).toContainText('version 2');

  await line.getByRole('button', { name: /^Change the weights of/ }).click();
  const history = editor(page).getByRole('region', { name: 'History' });
  await expect(history.getByRole('listitem')).toHaveCount(2);
  await expect(history.getByRole('listitem').first()).toContainText('A mistake');
  await history.scrollIntoViewIfNeeded();
  await lookAt(page, 'weights-history');
  await history.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('dialog').last().getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('The weights are as they were before.')).toBeVisible();
  await expect(line).toContainText('version 3');
  await line.getByRole('button', { name: /^Change the weights of/ }).click();
  expect(await weights(page)).toEqual(locked);
  await page.keyboard.press('Escape');
  await lookAt(page, 'routes', { fullPage: true });
  await line.getByRole('button', { name: /^Change the weights of/ }).click();
  await editor(page).getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').last().getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('The weights are removed.')).toBeVisible();
  await expect(line).toHaveCount(0);
});

test('weights go to the new ones step by step, are paused, finished and undone', async ({ page }) => {
  await page.goto('/en/live/routes');
  const panel = page.getByRole('region', { name: 'Weights by class and country' });
  const line = panel.getByRole('listitem').filter({ hasText: 'Transactional' });
  const saved = async (why: string) => {
    await editor(page).getByLabel('Why').fill(why);
    await editor(page).getByRole('button', { name: 'Save' }).click();
  };
  await panel.getByRole('button', { name: 'Set weights' }).click();
  await choose(page, 'Class', 'Transactional');
  await expect(editor(page).getByText('Sum 1,000 of 1,000')).toBeVisible();
  const before = await weights(page);
  await saved('To begin with');
  await expect(line).toContainText('version 1');

  const edit = line.getByRole('button', { name: /^Change the weights of/ });
  await edit.click();
  await editor(page).getByRole('slider').first().focus();
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageUp');
  const target = await weights(page);
  expect(target[0]).toBe((before[0] as number) + 100);
  await editor(page).getByRole('radio', { name: 'step by step' }).check();
  await editor(page).getByLabel('Hours').fill('0.1');
  await editor(page).getByLabel('Hours').blur();
  await expect(editor(page).getByText('A step takes a minute at least')).toBeVisible();
  await editor(page).getByLabel('Hours').fill('4');
  await editor(page).getByLabel('Hours').blur();
  await editor(page).getByRole('radio', { name: 'step by step' }).scrollIntoViewIfNeeded();
  await lookAt(page, 'weights-ramp-fields');
  await saved('The first carrier is cheaper');
  await expect(page.getByText('The weights are on their way.')).toBeVisible();
  await expect(line).toContainText('On the way: step 0 of 8, there by');
  await expect(line).toContainText(`${before[0]} → ${target[0]}`);

  await line.getByRole('button', { name: 'Pause' }).click();
  await expect(line).toContainText('Paused after step 0 of 8; learning waits');
  await line.scrollIntoViewIfNeeded();
  await lookAt(page, 'weights-ramp');
  await page.setViewportSize({ width: 390, height: 844 });
  await line.scrollIntoViewIfNeeded();
  await lookAt(page, 'weights-ramp-narrow');
  await page.setViewportSize({ width: 1440, height: 900 });
  await line.getByRole('button', { name: 'Go on' }).click();
  await expect(line).toContainText('On the way');
  await line.getByRole('button', { name: 'Finish now' }).click();
  await page.getByRole('dialog').last().getByRole('button', { name: 'Finish now' }).click();
  await expect(line).not.toContainText('On the way');

  await edit.click();
  expect(await weights(page)).toEqual(target);
  const history = editor(page).getByRole('region', { name: 'History' });
  await expect(history.getByRole('listitem')).toHaveCount(5);
  await expect(history.getByRole('listitem').first()).toContainText('Finished at once');
  await expect(history.getByRole('listitem').nth(3)).toContainText('In 8 steps over 240 minutes');
  await history.scrollIntoViewIfNeeded();
  await lookAt(page, 'weights-ramp-history');
  await history.getByRole('listitem').nth(3).getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('dialog').last().getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('The weights are as they were before.')).toBeVisible();
  await edit.click();
  expect(await weights(page)).toEqual(before);
  await editor(page).getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').last().getByRole('button', { name: 'Remove' }).click();
  await expect(line).toHaveCount(0);
});

test('what more success costs is drawn and told, and a point that is chosen opens its weights in the editor', async ({
  page,
  request,
}) => {
  // So many texts that something is known of each of the routes by what came of them.
  const range = freshNumber().slice(0, -3);
  const messages = Array.from({ length: 300 }, (_, index) => ({
    to: `${range}${index + 100}`,
    channel: 'sms',
    class: 'transactional',
    content: { text: 'Your order is on its way.' },
  }));
  await askApi(request, 'POST', '/v1/messages/batch', { messages });
  await page.goto('/en/live/routes');
  const panel = page.getByRole('region', { name: 'What more success costs' });
  await panel.getByLabel('Country', { exact: true }).click();
  await page.keyboard.type('Mexico');
  await page.keyboard.press('Enter');
  const choose = panel.getByRole('button', { name: /^Choose the weights at / });
  // Receipts come within seconds; learning and this page look every twenty.
  await expect(choose.first()).toBeVisible({ timeout: 90_000 });
  await expect(panel.getByRole('img', { name: /^From [\d.]+% of success at / })).toBeVisible();
  // The last row is the best of them.
  const told = (await panel.getByRole('row').last().locator('td').nth(2).textContent()) ?? '';
  await panel.scrollIntoViewIfNeeded();
  await lookAt(page, 'frontier');
  await page.setViewportSize({ width: 390, height: 844 });
  await panel.scrollIntoViewIfNeeded();
  await lookAt(page, 'frontier-narrow');
  await page.setViewportSize({ width: 1440, height: 900 });
  await choose.last().click();
  await expect(editor(page).getByText('Sum 1,000 of 1,000')).toBeVisible();
  const opened = (await weights(page)).filter((weight) => weight > 0);
  expect(opened.toSorted()).toEqual((told.match(/\d+(?= ·|$)/g) ?? []).map(Number).toSorted());
});

test('operations asks which way a code would go: every route with its chance or its reason, and by whose weights', async ({
  page,
}) => {
  await page.goto('/en/live/routes');
  const explorer = page.getByRole('region', { name: 'Which way would it go?' });
  const rows = explorer.getByRole('row');
  await expect(rows.filter({ hasText: '%' }).first()).toBeVisible();
  const chances = async () =>
    (await rows.locator('td:nth-child(2)').allTextContents()).flatMap((text) => {
      const found = /^([\d.]+)%/.exec(text);
      return found === null ? [] : [Number(found[1])];
    });
  expect(Math.round(sum(await chances()))).toBe(100);
  await explorer.getByLabel('Beginning of the number').fill('12x');
  await expect(explorer.locator('.ant-form-item-has-error')).toBeVisible();
  await explorer.getByLabel('Beginning of the number').fill('');
  await expect(explorer.getByText('The routes share by the weights of their own.')).toBeVisible();
});
