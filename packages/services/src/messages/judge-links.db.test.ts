import {
  CreateTemplateRequest,
  PreviewTemplateRequest,
  type SendMessageAnswer,
  type SignalboxError,
} from '@signalbox/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveWorkspace } from '../access/workspaces.ts';
import { type Stage, setStage } from '../dispatch/testing.ts';
import { previewTemplate } from '../templates/preview.ts';
import { createTemplate } from '../templates/write.ts';
import { sendMessage } from './send.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.end());

async function allow(links: 'any' | 'warn' | 'refuse', ...link_domains: string[]) {
  await saveWorkspace({ ctx: stage.ctx, input: { links, link_domains } });
  await stage.services.config.refresh();
}
async function sendAs(body: object) {
  const { body: answer } = await sendMessage({ ctx: stage.ctx, input: { body, idempotencyKey: undefined } });
  const { warnings = [] } = JSON.parse(answer) as SendMessageAnswer;
  return warnings.filter(({ code }) => code !== 'idempotency_key_missing');
}
const send = (given: object) => sendAs({ channel: 'sms', to: '+525512345678', class: 'transactional', ...given });
const faultsOf = (work: Promise<unknown>) =>
  work.then(
    () => [],
    ({ fields }: SignalboxError) => fields.map(({ path, code, message }) => [path, code, message]),
  );
const MESSAGE =
  'Links may lead to acme.in alone, and one leads to evil.in: take it out, or have the domain added in the settings of the workspace.';
const EVIL = { content: { text: 'Pay at https://acme.in@evil.in/x' } };

test('links may lead anywhere until the workspace says otherwise; then they are told, or refused with the domain and the cure', async () => {
  expect(await send(EVIL)).toEqual([]);
  await allow('warn', 'acme.in');
  expect(await send(EVIL)).toEqual([{ code: 'link_not_allowed', message: MESSAGE }]);
  await allow('refuse', 'acme.in');
  expect(await faultsOf(send(EVIL))).toEqual([['content.text', 'link_not_allowed', MESSAGE]]);
  expect(await send({ content: { text: 'Pay at https://pay.acme.in/x, or write to ana@evil.in' } })).toEqual([]);
  const both = {
    channels: ['sms', 'email'],
    mode: 'failover',
    class: 'transactional',
    to: { sms: '+525512345678', email: 'ana@example.com' },
    content: { sms: { text: 'Hi' }, email: { subject: 'Hi', html: '<a href="https://evil.in">acme.in</a>' } },
  };
  expect(await faultsOf(sendAs(both))).toEqual([['content.email.html', 'link_not_allowed', MESSAGE]]);
});

const template = (key: string, text: string) => ({
  ...{ key, name: 'Pay', class: 'transactional', default_locale: 'en' },
  variables: [
    { name: 'link', type: 'url', sample: 'https://example.com' },
    { name: 'paid', type: 'flag', sample: true },
  ],
  bodies: [{ channel: 'sms', locale: 'en', text }],
});

test('a template is judged by the links it writes itself, on both sides of a choice; what a variable holds, when it is sent', async () => {
  await allow('refuse', 'acme.in');
  const text = '{% if paid %}Thanks{% else %}Pay at evil.in/x{% endif %} {{ link }}';
  const save = (key: string, words: string) =>
    createTemplate({ ctx: stage.ctx, input: CreateTemplateRequest.parse(template(key, words)) });
  const preview = () => {
    const { key: _key, name: _name, ...content } = template('pay', text);
    return previewTemplate({ ctx: stage.ctx, input: PreviewTemplateRequest.parse(content) });
  };
  expect(await faultsOf(save('pay', text))).toEqual([['bodies.0.text', 'link_not_allowed', MESSAGE]]);
  expect((await preview()).errors).toEqual([
    { path: 'bodies.0.text', code: 'link_not_allowed', message: MESSAGE, line: null },
  ]);
  await save('good', 'Pay at {{ link }}{% if paid %}.{% endif %}');
  const variables = { link: 'https://evil.in/x', paid: true };
  const sandbox = { ...stage.ctx, environment: 'sandbox' as const };
  const body = { channel: 'sms', to: '+525512345678', class: 'transactional', template: { key: 'good', variables } };
  expect(await faultsOf(sendMessage({ ctx: sandbox, input: { body, idempotencyKey: undefined } }))).toEqual([
    ['template', 'link_not_allowed', `What the template writes (content.text): ${MESSAGE}`],
  ]);
  await allow('warn', 'acme.in');
  const told = await preview();
  expect([told.errors, told.warnings.map(({ path }) => path)]).toEqual([[], ['bodies.0.text']]);
  await save('told', text);
});

test('without a domain no link is allowed but those of the house itself', async () => {
  await allow('refuse');
  const publicUrl = 'https://api.house.example';
  const ctx = { ...stage.ctx, services: { ...stage.services, publicUrl } };
  const ask = (text: string) =>
    sendMessage({
      ctx,
      input: {
        body: { channel: 'sms', to: '+525512345678', class: 'transactional', content: { text } },
        idempotencyKey: undefined,
      },
    });
  expect(await faultsOf(ask('acme.in/x'))).toMatchObject([
    ['content.text', 'link_not_allowed', expect.stringMatching(/^No links/)],
  ]);
  expect(await faultsOf(ask(`${publicUrl}/u/x`))).toEqual([]);
});
