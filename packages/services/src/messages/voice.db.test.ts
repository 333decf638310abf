import { encodeId, LaneJob } from '@signalbox/contracts';
import { readEvents } from '@signalbox/db';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recordConsent } from '../consent/record.ts';
import type { Worker } from '../dispatch/open-worker.ts';
import {
  openScripted,
  type ScriptedCarriers,
  type Stage,
  scriptCarriers,
  setStage,
  until,
} from '../dispatch/testing.ts';
import { restrictPerson } from '../people/restrict.ts';
import { addSuppression } from '../policy/suppressions.ts';
import { getMessage } from './get.ts';
import { sendMessage } from './send.ts';

let stage: Stage;
let carriers: ScriptedCarriers;
let worker: Worker;
let serial = 0;
const number = (prefix = '+52551234') => {
  serial += 1;
  return `${prefix}${String(serial).padStart(4, '0')}`;
};
const SPOKEN = { channel: 'voice', content: { text: 'Su pedido llega hoy.', locale: 'es-MX' } };

beforeAll(async () => {
  stage = await setStage();
  await stage.addRoute('texts', 1, 1000);
  await stage.addRoute('calls', 1, 1000, 'voice');
  carriers = scriptCarriers();
  worker = await openScripted(stage, carriers);
});
beforeEach(() => void carriers.submitted.splice(0));
afterAll(async () => {
  await worker.stop(100);
  await stage.end();
});

const run = async (lane: 'otp' | 'transactional' | 'marketing') => {
  for (const job of await stage.jobs(lane)) await worker.runLane(lane, [LaneJob.parse(job.data)]);
};
const read = (id: string) => getMessage({ ctx: stage.ctx, input: { id: encodeId('message', id) } });
const faultsOf = async (body: object) =>
  sendMessage({ ctx: stage.ctx, input: { body } }).then(
    () => [],
    (error: { fields: { path: string; code: string }[] }) => error.fields.map(({ path, code }) => `${path} ${code}`),
  );

describe('a call', () => {
  it('goes by a route of calls alone, with its words and their language, and costs one part', async () => {
    const to = number();
    const id = await stage.accept('transactional', to, { ...SPOKEN, from: '+12025550142' });
    await run('transactional');
    await until('the call is placed', async () => carriers.submitted.length === 1);
    expect(carriers.submitted).toMatchObject([
      {
        provider: 'calls',
        request: {
          submission: { kind: 'voice', to, from: '+12025550142', text: 'Su pedido llega hoy.', locale: 'es-MX' },
        },
      },
    ]);
    await until('its state is written', async () => (await read(id)).state === 'sent');
    expect(await read(id)).toMatchObject({
      ...{ channel: 'voice', country: 'MX', parts: null, content: SPOKEN.content },
      price: { amount_micros: 10_000, currency: 'USD' },
    });
  });

  it('needs a number, the number it shows, words and their language', async () => {
    const body = { ...SPOKEN, to: number(), class: 'transactional' };
    expect(await faultsOf({ ...body, to: 'ana@example.com' })).toEqual([expect.stringMatching(/^to /)]);
    expect(await faultsOf({ ...body, from: 'ACME' })).toEqual(['from sender_number']);
    expect(await faultsOf({ ...body, content: { text: 'Hola' } })).toEqual(['content.locale required']);
    expect(await faultsOf({ ...body, content: { ...SPOKEN.content, text: 'a'.repeat(1001) } })).toEqual([
      'content.text too_long',
    ]);
  });

  it('has suppressions and consents of its own: those of texts neither stop nor allow it', async () => {
    const stopped = number();
    await addSuppression({
      ctx: stage.ctx,
      input: { address: stopped, channel: 'sms', classes: ['transactional'], reason: 'test' },
    });
    const goes = await stage.accept('transactional', stopped, SPOKEN);
    await run('transactional');
    await until('the call is placed', async () => (await read(goes)).state === 'sent');
    const to = number();
    await recordConsent({
      ctx: stage.ctx,
      input: { address: to, channel: 'sms', state: 'granted', source: 'test' },
    });
    const id = await stage.accept('marketing', to, SPOKEN);
    await run('marketing');
    await until('the call is stopped', async () => (await read(id)).reason !== null);
    expect((await readEvents(stage.services.database.sql, [id]))[0]).toMatchObject({
      state: 'suppressed',
      reason: 'policy.consent_missing',
    });
  });

  it('goes to nobody whose number was restricted, though texts were the channel it was said of', async () => {
    const to = number();
    await restrictPerson({
      ctx: stage.ctx,
      input: { address: to, reason: 'asked', classes: ['transactional', 'marketing'] },
    });
    await stage.services.config.refresh();
    const id = await stage.accept('transactional', to, SPOKEN);
    await run('transactional');
    await until('the call is stopped', async () => (await read(id)).reason !== null);
    expect(await read(id)).toMatchObject({ state: 'suppressed', reason: { code: 'policy.suppressed' } });
  });

  it('shows no digit of a code to those who read what another program had spoken', async () => {
    const content = { text: 'Your code is 1, 2, 3, 4, 5, 6.', locale: 'en' };
    const id = await stage.accept('otp', number(), { ...SPOKEN, content });
    expect((await read(id)).content).toEqual({ text: 'Your code is *, *, *, *, *, *.', locale: 'en' });
  });

  it('follows a text that fails, as a channel of the same send', async () => {
    carriers.script = (provider) =>
      provider === 'texts'
        ? { kind: 'rejected', reason: 'recipient.barred', raw: 'no' }
        : { kind: 'accepted', refs: ['call-1'] };
    const to = number();
    await sendMessage({
      ctx: stage.ctx,
      input: {
        body: {
          ...{ channels: ['sms', 'voice'], mode: 'failover', class: 'transactional', to: { sms: to, voice: to } },
          content: { text: 'Hoy llega.', locale: 'es' },
        },
      },
    });
    const rows = await stage.services.database.sql<{ waiting: unknown }[]>`
      select waiting from message_group order by id desc limit 1`;
    expect(rows[0]?.waiting).toMatchObject([{ channel: 'voice', address: to, body: 'Hoy llega.', locale: 'es' }]);
  });
});
