import {
  encodeId,
  LaneJob,
  NEXT_CHANNEL_QUEUE,
  NextChannelJob,
  type SendMessageAnswer,
  SetCountryRequest,
  WebhookJob,
} from '@signalbox/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { recordConsent } from '../consent/record.ts';
import { setCountry } from '../countries/countries.ts';
import type { Worker } from '../dispatch/open-worker.ts';
import {
  openScripted,
  type ScriptedCarriers,
  type Stage,
  scriptCarriers,
  setStage,
  until,
} from '../dispatch/testing.ts';
import { createWebhook } from '../webhooks/endpoints.ts';
import { fanOutEvents } from '../webhooks/fan-out.ts';
import { getMessage } from './get.ts';
import { sendNextChannel } from './next-channel.ts';
import { sendMessage } from './send.ts';
import { readTimeline } from './timeline.ts';

const DAY_MS = 86_400_000;
let stage: Stage;
let carriers: ScriptedCarriers;
let worker: Worker;
let serial = 0;

beforeAll(async () => {
  stage = await setStage();
  await stage.addRoute('texts', 1, 1000);
  await stage.addRoute('mails', 1, 1000, 'email');
  carriers = scriptCarriers();
  worker = await openScripted(stage, carriers);
});
afterEach(async () => {
  await stage.services.database.sql`delete from region_config`;
  await stage.services.config.refresh();
});
afterAll(async () => {
  await worker.stop(100);
  await stage.end();
});

/** ISO weekday in London so many days from now. */
const weekday = (days: number): number => {
  const format = new Intl.DateTimeFormat('en', { timeZone: 'Europe/London', weekday: 'short' });
  return ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(format.format(Date.now() + days * DAY_MS)) + 1;
};
/** Opens British hours on one day alone; undefined is always. */
async function openOn(day?: number): Promise<void> {
  const days = day === undefined ? [1, 2, 3, 4, 5, 6, 7] : [day];
  const settings = SetCountryRequest.parse({ enabled: true, opening_hours: [{ days, from: '00:00', to: '24:00' }] });
  await setCountry({ ctx: stage.ctx, input: { country: 'GB', settings } });
  await stage.services.config.refresh();
}
/** Sends an advertisement as a text, then as a mail, to somebody who consented to both. */
async function sendBoth(validSeconds: number, mode = 'failover') {
  serial += 1;
  const [to, email] = [`+4479112${String(serial).padStart(5, '0')}`, `guest${serial}@example.com`];
  for (const [address, channel] of [
    [to, 'sms'],
    [email, 'email'],
  ] as const) {
    await recordConsent({ ctx: stage.ctx, input: { address, channel, state: 'granted', source: 'test' } });
  }
  const content = { text: 'Sale', subject: 'Sale' };
  const body = {
    ...{ channels: ['sms', 'email'], mode, to: { sms: to, email }, class: 'marketing', content },
    ...{ valid_for_seconds: validSeconds, ...(mode === 'failover' ? { channel_timeout_seconds: 600 } : {}) },
  };
  const sent = JSON.parse((await sendMessage({ ctx: stage.ctx, input: { body } })).body) as SendMessageAnswer;
  return { ...sent, to, email };
}
const run = async () => {
  for (const job of await stage.jobs('marketing')) await worker.runLane('marketing', [LaneJob.parse(job.data)]);
};
const read = (id: string) => getMessage({ ctx: stage.ctx, input: { id } });
const becomes = (id: string, state: string) => until(`${id} is ${state}`, async () => (await read(id)).state === state);
const sentTo = (to: string) => carriers.submitted.filter(({ request }) => request.submission.to === to);
/** Takes the jobs that look whether a channel has had its time, with when they were to run. */
const takeWaits = async () => {
  const rows = await stage.services.database.sql<{ data: unknown; startMs: number }[]>`
    delete from pgboss.job where name = ${NEXT_CHANNEL_QUEUE.name}
    returning data, (extract(epoch from start_after) * 1000)::float8 as "startMs"`;
  return rows.map(({ data, startMs }) => ({ job: NextChannelJob.parse(data), startMs }));
};
const look = async () => {
  for (const { job } of await takeWaits()) await sendNextChannel({ ctx: { services: stage.services }, input: job });
};

describe('a text that is held, with a mail behind it', () => {
  it('keeps its place while it can go in its time: the wait for its receipt begins with its release', async () => {
    await openOn(weekday(2));
    const sent = await sendBoth(259_200);
    await run();
    await becomes(sent.id, 'held');
    const opensMs = Date.parse((await read(sent.id)).hold?.eligible_again_at ?? '');
    await look();
    const [wait, ...others] = await takeWaits();
    expect(others).toEqual([]);
    expect(wait?.startMs).toBeGreaterThanOrEqual(opensMs + 600_000);
    expect(wait?.startMs).toBeLessThan(opensMs + 900_000);
    expect((await read(sent.id)).group?.channels[1]).toMatchObject({ channel: 'email', state: 'waiting' });
    await openOn();
    await run();
    await becomes(sent.id, 'sent');
    expect([sentTo(sent.to).length, sentTo(sent.email).length]).toEqual([1, 0]);
  });

  it('gives way at once when its hours only open after the validity, and never goes itself', async () => {
    await openOn(weekday(3));
    const sent = await sendBoth(3600);
    await run();
    await becomes(sent.id, 'held');
    await look();
    expect(await read(sent.id)).toMatchObject({ state: 'suppressed', reason: { code: 'policy.quiet_hours' } });
    await openOn();
    await run();
    await until('the mail is submitted', async () => sentTo(sent.email).length === 1);
    expect(sentTo(sent.to)).toEqual([]);
    const [, next] = (await read(sent.id)).group?.channels ?? [];
    expect(next).toMatchObject({ channel: 'email', because: { code: 'policy.quiet_hours' } });
    const told = await readTimeline({ ctx: stage.ctx, input: { id: sent.id } });
    expect(told.replayed).toBe(true);
    expect(told.data.map(({ kind }) => kind).slice(-3)).toEqual(['hold', 'final', 'next_channel']);
  });

  it('is held alone when both go at once: it ends with its validity', async () => {
    await openOn(weekday(3));
    const sent = await sendBoth(3600, 'parallel');
    await run();
    await becomes(sent.id, 'held');
    await look();
    await until('the mail is submitted', async () => sentTo(sent.email).length === 1);
    expect((await read(sent.id)).state).toBe('held');
  });
});

it('a webhook is told that a message is held and from when it may go, and then what became of it', async () => {
  const input = { url: 'https://hooks.example.com/', description: '', event_types: [], events_per_request: 1 };
  await createWebhook({ ctx: stage.ctx, input });
  await openOn(weekday(2));
  serial += 1;
  const to = `+4479112${String(serial).padStart(5, '0')}`;
  await recordConsent({ ctx: stage.ctx, input: { address: to, channel: 'sms', state: 'granted', source: 'test' } });
  const uuid = await stage.accept('marketing', to, { valid_for_seconds: 259_200 });
  const id = encodeId('message', uuid);
  await run();
  await becomes(id, 'held');
  const { hold } = await read(id);
  await openOn();
  await run();
  await becomes(id, 'sent');
  const { sql } = stage.services.database;
  await until('what became of it is announced', async () => {
    const jobs = await sql<{ data: unknown }[]>`delete from pgboss.job where name = 'webhook' returning data`;
    await fanOutEvents({ ctx: { services: stage.services }, input: jobs.map(({ data }) => WebhookJob.parse(data)) });
    return (await sql`select 1 from webhook_event where type = 'message.sent' and body like ${`%${id}%`}`).length > 0;
  });
  const events = await sql<{ body: string }[]>`select body from webhook_event where body like ${`%${id}%`} order by id`;
  expect(events.map(({ body }) => JSON.parse(body) as object)).toEqual([
    expect.objectContaining({
      type: 'message.held',
      data: expect.objectContaining({
        id,
        state: 'held',
        reason: 'policy.quiet_hours',
        eligible_again_at: hold?.eligible_again_at,
      }),
    }),
    expect.objectContaining({
      type: 'message.sent',
      data: expect.objectContaining({ id, previous_state: 'held', eligible_again_at: null }),
    }),
  ]);
});
