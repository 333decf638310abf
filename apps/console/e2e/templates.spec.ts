import type { Page } from '@playwright/test';
import { formatPhone } from '../format/phone.ts';
import { elsewhere, invite, join } from './people.ts';
import {
  askApi,
  callApi,
  expect,
  expectAccessible,
  expected,
  freshNumber,
  lookAt,
  lookAtSizes,
  SHOTS,
  test,
  untilStill,
} from './testing.ts';

const body = (page: Page, channel: string, locale: string) =>
  page.getByRole('region', { name: `${channel} ${locale}` });

/** Answers the dialog that stands open. */
async function say(page: Page, button: string): Promise<void> {
  await untilStill(page);
  await page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click();
}

test('a template is written in two languages, submitted, approved by a second person, sent, and read on the handset', async ({
  page,
  browser,
  request,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const key = `order.${Date.now()}`;
  const away = await elsewhere(browser, baseURL);
  expect((await callApi(request, 'PATCH', '/v1/workspace', { second_person_for: ['templates'] })).status()).toBe(200);
  try {
    await page.goto('/en/live/templates');
    await page.getByRole('button', { name: 'New template' }).first().click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Name').fill('Order shipped');
    await form.getByLabel('Key').fill(key);
    await form.getByLabel('First text (SMS)').fill('Hi {{ name }}, your order {{ order }} is on its way.');
    await expectAccessible(page);
    await form.getByRole('button', { name: 'Create template' }).click();
    await expect(page).toHaveURL(new RegExp(`/templates/${key}$`));

    const english = body(page, 'SMS', 'en');
    await expect(english.getByText('Hi name, your order order is on its way.')).toBeVisible();
    await page.getByLabel('Sample of name').fill('Ana');
    await expect(english.getByText('Hi Ana, your order order is on its way.')).toBeVisible();
    await english.getByLabel('Text', { exact: true }).fill('Hi {{ name }} – your order {{ ordr }} is on its way.');
    await expect(english.getByText('“ordr” is no variable of this template', { exact: false })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Save as version 2' })).toBeDisabled();
    await english.getByLabel('Text', { exact: true }).fill('Hi {{ name }} – your order {{ order }} is on its way.');
    await expect(english.getByText('makes the whole text UCS-2', { exact: false })).toBeVisible();
    await english.getByRole('button', { name: 'Replace them in the text' }).click();
    await expect(english.getByText('Hi Ana - your order order is on its way.')).toBeVisible();
    await page.getByLabel('Add a language').click();
    await page.keyboard.type('pt-BR');
    await page.keyboard.press('Enter');
    const brazilian = body(page, 'SMS', 'pt-BR');
    await brazilian.getByLabel('Text', { exact: true }).fill('Oi {{ name }}, seu pedido {{ order }} está a caminho.');
    await expect(brazilian.getByText('á', { exact: true })).toBeVisible();
    const beside = page.getByRole('row').filter({ hasText: 'pt-BR' });
    await expect(beside.getByText('Says the same')).toBeVisible();
    await brazilian.getByLabel('Text', { exact: true }).fill('Oi, seu pedido {{ order }} está a caminho.');
    await expect(beside.getByText('Lacks name')).toBeVisible();
    await brazilian.getByLabel('Text', { exact: true }).fill('Oi {{ name }}, seu pedido {{ order }} está a caminho.');
    await expect(beside.getByText('Says the same')).toBeVisible();
    await untilStill(page);
    await lookAt(page, 'template', { fullPage: true });
    await page.getByRole('button', { name: 'Save as version 2' }).click();
    await expect(page.getByText('Version 2', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'What changed' }).first().click();
    await expect(page.getByRole('dialog').locator('ins').first()).toBeVisible();
    await untilStill(page);
    await lookAt(page, 'template-diff');
    await page.keyboard.press('Escape');
    await untilStill(page);

    await page.getByRole('button', { name: 'Test send' }).click();
    await page.getByRole('dialog').getByLabel('To (number)').fill('+525512345678');
    await page.getByRole('dialog').getByRole('button', { name: 'Send in the sandbox' }).click();
    await expect(page.getByRole('link', { name: 'Sent. Open the message' })).toBeVisible();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await untilStill(page);

    await page.getByRole('button', { name: 'Submit for approval' }).click();
    await page.getByRole('button', { name: 'Approve' }).click();
    expected.complaints = [/403/];
    await say(page, 'Approve');
    await expect(page.getByText('You wrote or submitted this version', { exact: false })).toBeVisible();
    await page.screenshot({ path: `${SHOTS}/template-own.png` });
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();

    const link = await invite(page, `reviewer-${Date.now()}@example.com`, 'Compliance');
    const reviewer = await away.newPage();
    await join(reviewer, link, 'Rita Reviewer');
    await expect(reviewer).toHaveURL(/\/overview$/);
    await reviewer.goto(`/en/live/templates/${key}`);
    await reviewer.getByRole('button', { name: 'Approve' }).click();
    await reviewer.getByLabel('Comment (optional)').fill('Checked with the shop.');
    await say(reviewer, 'Approve');
    await expect(reviewer.getByText('Live sends go by version 2.')).toBeVisible();

    const number = freshNumber();
    await page.goto('/en/live/send');
    await page.getByLabel('To (number)').fill(number);
    await page.getByText('By a template', { exact: true }).click();
    await page.getByLabel('Template', { exact: true }).click();
    await page.keyboard.type(key);
    await page.keyboard.press('Enter');
    await page.locator('#send-template-locale').click();
    await page.getByTitle('pt-BR').last().click();
    await page.getByLabel('name', { exact: true }).fill('João');
    await page.getByLabel('order', { exact: true }).fill('84-2201');
    const text = 'Oi João, seu pedido 84-2201 está a caminho.';
    await expect(page.getByText(text).first()).toBeVisible();
    await lookAt(page, 'template-send', { fullPage: true });
    await page.getByRole('button', { name: 'Send in live' }).click();
    await say(page, 'Send in live');
    await expect(page).toHaveURL(/\/en\/live\/messages\/msg_/);
    await expect(page.getByText('Delivered', { exact: true }).first()).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('link', { name: key })).toBeVisible();
    await page.goto(`/en/live/handsets?number=${encodeURIComponent(number)}`);
    await expect(page.getByRole('region', { name: `Phone ${formatPhone(number)}` }).getByText(text)).toBeVisible();

    await page.goto('/en/live/templates');
    await expect(page.getByRole('link', { name: 'Order shipped' }).first()).toBeVisible();
    await lookAt(page, 'templates', { fullPage: true });
    await page.setViewportSize({ width: 390, height: 844 });
    await lookAt(page, 'templates-narrow', { fullPage: true });
    await page.goto(`/en/live/templates/${key}`);
    await expect(body(page, 'SMS', 'pt-BR')).toBeVisible();
    await lookAt(page, 'template-narrow', { fullPage: true });
  } finally {
    await callApi(request, 'PATCH', '/v1/workspace', { second_person_for: [] });
    await away.close();
  }
});

for (const language of ['zh', 'es', 'pt-BR'] as const) {
  test(`the pages of templates are whole in ${language}`, async ({ page }) => {
    await page.goto(`/${language}/live/templates`);
    await expect(page.getByRole('link').filter({ hasText: 'Order shipped' }).first()).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link').filter({ hasText: 'Order shipped' }).first().click();
    await expect(page.getByRole('region', { name: / en$/ })).toBeVisible();
    await expectAccessible(page);
    await page.screenshot({ path: `${SHOTS}/template-${language}.png`, fullPage: true });
  });
}

test('a mail of a marketing template is written in the editor and looked at as people get it, with its link to stop', async ({
  page,
  request,
}) => {
  const key = `sale.${Date.now()}`;
  const mail = { channel: 'email', locale: 'en', subject: 'Sale for {{ name }}', text: 'Stop: {{ unsubscribe_url }}' };
  const made = await callApi(request, 'POST', '/v1/templates', {
    ...{ key, name: 'Sale', class: 'marketing', default_locale: 'en', bodies: [mail] },
    variables: [{ name: 'name', type: 'text', sample: 'Ana' }],
  });
  expect(made.ok()).toBe(true);
  await page.goto(`/en/live/templates/${key}`);
  await page.getByRole('tab', { name: 'E-mail (1)' }).click();
  const english = body(page, 'E-mail', 'en');
  await english.getByText('HTML', { exact: true }).first().click();
  await english
    .getByLabel('HTML part')
    .fill('<p>All must go, {{ name }}. <a href="{{ unsubscribe_url }}">Stop</a></p>');
  await expect(english.getByText(/^Stop: http.*\/u\/…$/)).toBeVisible();
  await english.getByRole('tab', { name: 'HTML', exact: true }).click();
  await expect(english.frameLocator('iframe').getByText('All must go, Ana.')).toBeVisible();
  await untilStill(page);
  await expectAccessible(page);
  await english.locator('iframe').scrollIntoViewIfNeeded();
  await page.screenshot({ path: `${SHOTS}/template-mail.png` });
  await page.getByRole('button', { name: 'Save as version 2' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Version 2' })).toBeVisible();
});

test('a fixed term is put into the glossary, and a translation that calls it something else is marked', async ({
  page,
  request,
}) => {
  const stamp = Date.now();
  const term = `Plus${stamp}`;
  await page.goto('/en/live/translations');
  await page.getByRole('button', { name: 'Add a term' }).first().click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Term', { exact: true }).fill(term);
  await form.getByLabel('Language', { exact: true }).click();
  await page.keyboard.type('Spanish');
  await page.keyboard.press('Enter');
  await form.getByLabel('Called', { exact: true }).fill('Más');
  await untilStill(page);
  await expectAccessible(page);
  await page.screenshot({ path: `${SHOTS}/translation-form.png` });
  await form.getByRole('button', { name: 'Save the term' }).click();
  const entry = page.getByRole('listitem').filter({ hasText: term });
  await expect(entry.getByText('→ Más')).toBeVisible();
  await untilStill(page);
  await lookAt(page, 'translations');

  const sms = (locale: string, text: string) => ({ channel: 'sms', locale, text });
  const made = await callApi(request, 'POST', '/v1/templates', {
    ...{ key: `terms.${stamp}`, name: 'Terms', class: 'transactional', default_locale: 'en' },
    bodies: [sms('en', `Welcome to ${term}`), sms('es', 'Bienvenido a Menos')],
  });
  expect(made.ok()).toBe(true);
  await page.goto(`/en/live/templates/terms.${stamp}`);
  const row = page.getByRole('row').filter({ hasText: 'es' });
  await expect(row.getByText(`“${term}” must be called “Más”`)).toBeVisible();
  await body(page, 'SMS', 'es').getByLabel('Text', { exact: true }).fill('Bienvenido a Más');
  await expect(row.getByText('Says the same')).toBeVisible();

  // Somebody of a list who reads Mexican Spanish gets the Spanish text.
  const number = freshNumber();
  const wordings = { 'es-MX': { text: 'Sí', version: '1' } };
  const list = { name: `People ${stamp}`, channel: 'sms', opt_in: 'single', wordings };
  const { id } = await askApi(request, 'POST', '/v1/lists', list);
  await askApi(request, 'POST', `/v1/lists/${id}/members`, { address: number, source: 'form' });
  const person = page.getByRole('region', { name: 'As one person gets it' });
  await person.getByLabel('Person', { exact: true }).click();
  await page.keyboard.type(number.slice(-8));
  await page.getByTitle(formatPhone(number), { exact: false }).click();
  await person.getByRole('button', { name: 'Show' }).click();
  await expect(person.getByText('Bienvenido a Más')).toBeVisible();
  await expect(person.getByText('es, for there is no text in es-MX')).toBeVisible();
  await expect(person.getByText(/it may go now/)).toBeVisible();
  await untilStill(page);
  await person.scrollIntoViewIfNeeded();
  await lookAt(page, 'template-person', { fullPage: true });

  await page.goto('/en/live/translations');
  await entry.getByRole('button', { name: `Remove ${term}`, exact: false }).click();
  await expect(entry).toHaveCount(0);
});

test('missing languages are drafted by a service, reviewed beside the default one, and only then submitted', async ({
  page,
  request,
}) => {
  expected.complaints = [/status of 409/];
  const key = `drafts.${Date.now()}`;
  const made = await callApi(request, 'POST', '/v1/templates', {
    ...{ key, name: 'Order ready', class: 'transactional', default_locale: 'en' },
    variables: [{ name: 'name', type: 'text', sample: 'Ana' }],
    bodies: [{ channel: 'sms', locale: 'en', text: 'Hello {{ name }}, your order is ready: https://acme.example/o' }],
  });
  expect(made.ok()).toBe(true);
  await page.goto(`/en/live/templates/${key}`);
  await page.getByRole('button', { name: 'Draft missing languages' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Languages to draft').click();
  for (const language of ['Spanish', 'German']) {
    await page.keyboard.type(language);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Draft 2 languages' }).click();
  await expect(
    body(page, 'SMS', 'es').getByText('Hola Ana, tu pedido está listo: https://acme.example/o'),
  ).toBeVisible();
  const marks = page.getByRole('table').getByText('Machine draft');
  await expect(marks).toHaveCount(2);
  await page.getByRole('button', { name: 'Submit' }).click();
  await expect(
    page.getByText('nobody has reviewed beside what the default language says now, in de, es', { exact: false }),
  ).toBeVisible();

  await page.getByRole('button', { name: 'Review SMS in es' }).click();
  await dialog.getByRole('button', { name: 'Begin review' }).click();
  const draft = dialog.getByRole('region', { name: 'Draft (es)' }).getByLabel('Text', { exact: true });
  await draft.fill('Hola {{ name }}, tu pedido ya está listo: https://acme.example/o');
  await untilStill(page);
  await lookAtSizes(page, 'template-review');
  await dialog.getByRole('button', { name: 'Accept with changes' }).click();
  await expect(page.getByRole('table').getByText('Reviewed')).toBeVisible();
  await page.getByRole('button', { name: 'Review SMS in de' }).click();
  await dialog.getByRole('button', { name: 'Take it out' }).click();
  await expect(marks).toHaveCount(0);
  await page.getByRole('button', { name: 'Submit' }).click();
  await expect(page.getByText('Submitted', { exact: true }).first()).toBeVisible();

  await page.goto('/en/live/translations');
  await page.getByRole('button', { name: 'Set the service' }).click();
  await expect(dialog.getByLabel('Address', { exact: true })).toHaveValue(/\/translator$/);
  await lookAt(page, 'translation-service');
});

test('a mail is written in MJML: what is wrong is marked in its line, and it is looked at on a phone, in the dark and by its checks', async ({
  page,
  request,
}) => {
  // The frame of the preview stops the picture of the mail, and the browser says so.
  expected.complaints = [/shop\.example.*Content Security Policy/];
  const key = `mjml.${Date.now()}`;
  const mail = { channel: 'email', locale: 'en', subject: 'Sale', text: 'All must go, {{ name }}.' };
  const made = await callApi(request, 'POST', '/v1/templates', {
    ...{ key, name: 'Sale in MJML', class: 'marketing', default_locale: 'en', bodies: [mail] },
    variables: [{ name: 'name', type: 'text', sample: 'Ana' }],
  });
  expect(made.ok()).toBe(true);
  await page.goto(`/en/live/templates/${key}`);
  await page.getByRole('tab', { name: 'E-mail (1)' }).click();
  const english = body(page, 'E-mail', 'en');
  await english.getByText('MJML', { exact: true }).first().click();
  await english.getByText('Code', { exact: true }).click();
  const source = english.getByRole('textbox', { name: 'MJML', exact: true });
  await expect(source).toHaveValue(/All must go, \{\{ name \}\}\./);
  const good = await source.inputValue();
  await source.fill(good.replace('<mj-column>', '<mj-column>\n<mj-txt>a</mj-txt>\n{{ name }}'));
  await expect(english.getByText('There is no element <mj-txt>: correct its name.')).toBeVisible();
  await expect(english.getByText('is printed by nothing here', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save as version 2' })).toBeDisabled();
  await untilStill(page);
  await lookAt(page, 'template-mjml-wrong', { fullPage: true });
  await english.getByRole('button', { name: 'Line 5', exact: true }).click();
  await expect(source).toBeFocused();
  await source.fill(
    good.replace(
      'All must',
      '<img src="https://shop.example/sale.png" /><span style="color:#bbbbbb">Look</span> All must',
    ),
  );
  await english.getByRole('tab', { name: 'HTML', exact: true }).click();
  await expect(english.frameLocator('iframe').getByText('All must go, Ana.')).toBeVisible();
  const checks = english.getByRole('region', { name: 'What mailboxes will make of it' });
  await expect(checks.getByText('Has the link that stops marketing')).toBeVisible();
  await expect(checks.getByText('https://shop.example/sale.png')).toBeVisible();
  await expect(checks.getByText('“Look” #bbbbbb / #ffffff', { exact: false })).toBeVisible();
  for (const view of ['Phone', 'Dark'] as const) {
    await english.getByText(view, { exact: true }).click();
    await expect(english.frameLocator('iframe').getByText('All must go, Ana.')).toBeVisible();
    await untilStill(page);
    await english.locator('iframe').scrollIntoViewIfNeeded();
    await lookAt(page, `template-mjml-${view.toLowerCase()}`);
  }
  await english.getByRole('tab', { name: 'Plain text', exact: true }).click();
  await expect(english.getByLabel('Plain text').getByText('All must go, Ana.', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Save as version 2' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Version 2' })).toBeVisible();
});

test('a mail is built in sight from a layout: a part is moved by keys, a variable put in, the code is the same mail, and it arrives', async ({
  page,
  request,
}) => {
  const key = `visual.${Date.now()}`;
  const made = await callApi(request, 'POST', '/v1/templates', {
    ...{ key, name: 'Built in sight', class: 'transactional', default_locale: 'en', variables: [] },
    bodies: [{ channel: 'email', locale: 'en', subject: 'Soon', text: 'Soon.' }],
  });
  expect(made.ok()).toBe(true);
  await page.goto(`/en/live/templates/${key}`);
  await page.getByRole('tab', { name: 'E-mail (1)' }).click();
  const english = body(page, 'E-mail', 'en');
  await english.getByText('MJML', { exact: true }).first().click();
  await english.getByRole('button', { name: 'Begin with a layout' }).click();
  await page.getByRole('radio', { name: 'Order shipped' }).check();
  await say(page, 'Begin with it');
  const mail = english.getByRole('region', { name: 'The mail', exact: true });
  const title = mail.getByRole('button', { name: 'Text: On its way' });
  await title.click();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(english.getByText('is now number 2', { exact: false })).toBeAttached();
  await expect(title).toBeFocused();
  const panel = english.getByRole('region', { name: 'What is chosen' });
  await panel.getByRole('textbox', { name: 'Words', exact: true }).press('End');
  await page.keyboard.type(' for ');
  await panel.getByRole('button', { name: 'Variable', exact: true }).click();
  await page.getByRole('menuitem', { name: 'name' }).click();
  await expect(mail.getByRole('button', { name: 'Text: On its way for {{ name }}' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await panel.getByLabel('Size', { exact: true }).fill('30');
  await untilStill(page);
  await lookAtSizes(page, 'template-visual');

  await english.getByText('Code', { exact: true }).click();
  const source = english.getByRole('textbox', { name: 'MJML', exact: true });
  await expect(source).toHaveValue(/warehouse[\s\S]*font-size="30px"[\s\S]*On its way for \{\{ name \}\}/);
  const written = await source.inputValue();
  await source.fill(written.replace('</mj-column>', '<!-- by hand --></mj-column>'));
  await english.getByText('Visual', { exact: true }).click();
  await expect(mail.getByRole('button', { name: 'By hand: <!-- by hand -->' })).toBeVisible();
  await english.getByRole('tab', { name: 'HTML', exact: true }).click();
  await expect(english.frameLocator('iframe').getByText('On its way for Ana')).toBeVisible();
  await page.getByRole('button', { name: 'Save as version 2' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Version 2' })).toBeVisible();

  for (const move of ['submit', 'approve']) {
    expect((await callApi(request, 'POST', `/v1/templates/${key}/versions/2/${move}`, {})).ok()).toBe(true);
  }
  const address = `visual.${Date.now()}@example.com`;
  const variables = { name: 'Eva', order: '84-2201', link: 'https://www.example.com/orders/84-2201' };
  const sent = { channel: 'email', to: address, class: 'transactional', template: { key, locale: 'en', variables } };
  expect((await callApi(request, 'POST', '/v1/messages', sent)).status()).toBe(202);
  await page.goto(`/en/live/handsets?inbox=${encodeURIComponent(address)}`);
  await expect(page.frameLocator('iframe').getByText('On its way for Eva')).toBeVisible();
});
