import { type PersonPreview, PreviewForSampleInput, SignalboxError } from '@signalbox/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Worker } from '../dispatch/open-worker.ts';
import { openScripted, type Stage, scriptCarriers, setStage, until } from '../dispatch/testing.ts';
import { addMember } from '../lists/add-member.ts';
import { createList } from '../lists/lists.ts';
import { addSuppression } from '../policy/suppressions.ts';
import { previewForPerson, previewForSample } from './preview-for.ts';
import { findRecipients } from './recipients.ts';

const ANA = '+525512345678';
let stage: Stage;
let worker: Worker;

const {
  environment: _environment,
  channel: _channel,
  address: _address,
  ...CONTENT
} = PreviewForSampleInput.parse({
  environment: 'live',
  channel: 'sms',
  address: ANA,
  class: 'transactional',
  default_locale: 'en',
  variables: [
    { name: 'name', type: 'text', sample: 'somebody' },
    { name: 'number', type: 'text', sample: '+1' },
    { name: 'note', type: 'text', sample: 'a note', optional: true },
  ],
  bodies: [
    { channel: 'sms', locale: 'en', text: 'Hi {{ name }} ({{ number }}).{{ note }}' },
    { channel: 'sms', locale: 'es', text: 'Hola {{ name }} ({{ number }}).{{ note }}' },
  ],
});

beforeAll(async () => {
  stage = await setStage();
  await stage.addRoute('texts', 1, 1);
  worker = await openScripted(stage, scriptCarriers());
  await until('the worker has reported its carriers', async () => (await sample()).price !== null);
  const { ctx } = stage;
  const list = await createList({
    ctx,
    input: {
      ...{ name: 'News', channel: 'sms', purpose: 'marketing', opt_in: 'single', confirm_within_hours: 72 },
      wordings: { en: { text: 'Yes', version: '1' }, 'es-MX': { text: 'Sí', version: '1' } },
    },
  });
  await addMember({ ctx, input: { id: list.id, address: ANA, source: 'form', locale: 'es-MX' } });
  await addMember({ ctx, input: { id: list.id, address: '+4915112345678', source: 'form' } });
});
afterAll(async () => {
  await worker.stop(100);
  await stage.end();
});

const find = (search: string, role: 'compliance' | 'marketer', ctx = stage.ctx) =>
  findRecipients({ ctx, role, input: { channel: 'sms', search } });
async function look(role: 'compliance' | 'marketer', more: object = {}): Promise<PersonPreview> {
  const [ana] = (await find(ANA, role)).data;
  const input = { ...CONTENT, ...more, recipient: ana?.recipient ?? '' };
  return previewForPerson({ ctx: stage.ctx, role, input });
}
const sample = (more: object = {}) =>
  previewForSample({ ctx: stage.ctx, input: { ...CONTENT, channel: 'sms', address: '+4915112345678', ...more } });

test('a person is shown the text of the language the lists know, with what is held of the person and what is missing named', async () => {
  const shown = await look('compliance');
  expect(shown.language).toEqual({ wanted: 'es-MX', named_by: 'list', taken: 'es' });
  expect(shown.rendering).toMatchObject({ text: `Hola somebody (${ANA}).`, segments: { parts: 1, encoding: 'gsm7' } });
  expect(shown.variables).toEqual([
    { name: 'name', source: 'missing' },
    { name: 'number', source: 'person' },
    { name: 'note', source: 'left_out' },
  ]);
  expect(shown.check).toMatchObject({ country: 'MX', allowed: true });
  expect(shown.price).toMatchObject({ currency: 'USD', lowest_micros: 10_000 });
  expect(shown.sender).toEqual({
    name: null,
    shown_as: null,
    replaced: expect.objectContaining({ rule: 'MX.sender' }),
  });
});

test('whoever may not see addresses finds by a whole one alone, and sees none of it anywhere', async () => {
  expect((await find('55 12345', 'compliance')).data).toHaveLength(1);
  expect((await find('5512345', 'marketer')).data).toEqual([]);
  expect((await find('', 'marketer')).data.map(({ address }) => address)).toEqual(['+49…5678', '+52…5678']);
  const shown = await look('marketer');
  expect(shown.rendering?.text).toBe('Hola somebody (+52…5678).');
  expect(JSON.stringify([shown, await find(ANA, 'marketer')])).not.toContain(ANA.slice(3, -4));
});

test('each look at a person is in the audit log, without the address; one at somebody made up is not', async () => {
  const { sql } = stage.services.database;
  const entries = () => sql<{ object_name: string; after: object }[]>`
    select object_name, after from audit_entry where action = 'person.previewed' order by seq`;
  const before = (await entries()).length;
  await look('marketer', { locale: 'de' });
  await sample();
  const after = await entries();
  expect(after.slice(before)).toEqual([
    { object_name: '+52…5678', after: { channel: 'sms', class: 'transactional', language: 'en', masked: true } },
  ]);
});

test('the word for a person opens in its own workspace and environment alone, and for a day', async () => {
  const [ana] = (await find(ANA, 'compliance')).data;
  const input = { ...CONTENT, recipient: ana?.recipient ?? '' };
  const refusal = async (change: object) =>
    previewForPerson({ ctx: { ...stage.ctx, ...change }, role: 'compliance', input }).then(
      () => 'opened',
      (error: SignalboxError) => error.fields[0]?.code,
    );
  expect(await refusal({ environment: 'sandbox' })).toBe('unknown');
  expect(await refusal({ workspace: { ...stage.ctx.workspace, number: 99 } })).toBe('unknown');
  const world = { ...stage.services.world, nowMs: () => stage.services.world.nowMs() + 86_400_001 };
  expect(await refusal({ services: { ...stage.services, world } })).toBe('unknown');
  expect(await refusal({})).toBe('opened');
});

test('the verdict is that of the moment: who is on the list of suppressions is told as such', async () => {
  await addSuppression({
    ctx: stage.ctx,
    input: { address: '+4915112345678', channel: 'sms', classes: ['transactional'], reason: 'asked' },
  });
  expect((await sample()).check).toMatchObject({
    allowed: false,
    state: 'suppressed',
    decided_by: { kind: 'suppression' },
  });
});

test('what cannot be shown says why, at the field', async () => {
  const wrong = await sample({ values: { name: 7 } });
  expect([wrong.rendering, wrong.check, wrong.errors.map(({ path }) => path)]).toEqual([null, null, ['values.name']]);
  const silent = await sample({ channel: 'email', address: 'ana@example.com' });
  expect([silent.language.taken, silent.errors.map(({ code }) => code)]).toEqual([null, ['no_body']]);
  const long = await sample({ values: { name: '是'.repeat(700) } });
  expect(long.errors.map(({ path, code }) => [path, code])).toEqual([['bodies.0.text', 'too_many_parts']]);
  await expect(sample({ address: '12' })).rejects.toThrow(SignalboxError);
});
