import { encodeId, LaneJob } from '@signalbox/contracts';
import { readAttempts, readEvents } from '@signalbox/db';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
import { addSuppression } from '../policy/suppressions.ts';
import { cancelMessage } from './cancel.ts';
import { getMessage } from './get.ts';
import { readTimeline } from './timeline.ts';

let stage: Stage;
let carriers: ScriptedCarriers;
let worker: Worker;
let serial = 0;
const number = () => {
  serial += 1;
  return `+4479124${String(serial).padStart(5, '0')}`;
};
const cancel = (uuid: string) => cancelMessage({ ctx: stage.ctx, input: { id: encodeId('message', uuid) } });
const view = (uuid: string) => getMessage({ ctx: stage.ctx, input: { id: encodeId('message', uuid) } });
const submits = (uuid: string) =>
  carriers.submitted.filter(({ request }) => request.attemptRef.startsWith(uuid.replaceAll('-', ''))).length;
const dispatch = async (lane: 'transactional' | 'marketing') => {
  for (const job of await stage.jobs(lane)) await worker.runLane(lane, [LaneJob.parse(job.data)]);
};

beforeAll(async () => {
  stage = await setStage();
  await stage.addRoute('primary', 1, 1000);
  carriers = scriptCarriers();
  worker = await openScripted(stage, carriers);
});

afterAll(async () => {
  await worker.stop(100);
  await stage.end();
});

test('a canceled message never goes out, says so, and canceling it again changes nothing', async () => {
  const uuid = await stage.accept('transactional', number());
  const first = await cancel(uuid);
  expect(first).toMatchObject({ state: 'canceled', reason: { code: 'platform.canceled' }, attempts: 0 });
  expect(await cancel(uuid)).toEqual(first);
  await dispatch('transactional');
  expect(submits(uuid)).toBe(0);
  expect((await view(uuid)).state).toBe('canceled');
  const { data } = await readTimeline({ ctx: stage.ctx, input: { id: first.id } });
  expect(data.at(-1)).toMatchObject({ kind: 'cancel', state: 'canceled' });
  const { sql } = stage.services.database;
  expect(await readEvents(sql, [uuid])).toHaveLength(1);
  expect(await readAttempts(sql, [uuid])).toHaveLength(1);
  const tallied = await sql`select count::int from tally where state = 'canceled'`;
  expect(tallied).toMatchObject([{ count: 1 }]);
});

test('a scheduled message can be canceled; one that a provider took cannot, and the refusal names its state', async () => {
  const later = new Date(Date.now() + 3_600_000).toISOString();
  const scheduled = await stage.accept('transactional', number(), { send_at: later });
  expect((await view(scheduled)).state).toBe('scheduled');
  expect((await cancel(scheduled)).state).toBe('canceled');
  await stage.jobs('transactional');
  const sent = await stage.accept('transactional', number());
  await dispatch('transactional');
  await until('it is sent', async () => (await view(sent)).state === 'sent');
  await expect(cancel(sent)).rejects.toMatchObject({ code: 'not_cancelable', detail: expect.stringContaining('sent') });
});

test('R-06 of a cancel and a claim at the same moment exactly one wins', async () => {
  for (let round = 0; round < 30; round += 1) {
    const uuid = await stage.accept('transactional', number());
    const [job] = await stage.jobs('transactional');
    const [canceled] = await Promise.allSettled([
      cancel(uuid),
      worker.runLane('transactional', [LaneJob.parse(job?.data)]),
    ]);
    const { state } = await view(uuid);
    if (canceled.status === 'fulfilled') {
      expect([state, submits(uuid)]).toEqual(['canceled', 0]);
    } else {
      expect(canceled.reason).toMatchObject({ code: 'not_cancelable' });
      expect(submits(uuid)).toBe(1);
      expect(['sending', 'sent']).toContain(state);
    }
  }
});

test('an opt-out that was answered before a claim commits always wins', async () => {
  for (let round = 0; round < 30; round += 1) {
    const to = number();
    await recordConsent({ ctx: stage.ctx, input: { address: to, channel: 'sms', state: 'granted', source: 'test' } });
    const uuid = await stage.accept('marketing', to);
    const [job] = await stage.jobs('marketing');
    const optOut =
      round % 2 === 0
        ? addSuppression({
            ctx: stage.ctx,
            input: { address: to, channel: 'sms', classes: ['marketing'], reason: 'STOP' },
          })
        : recordConsent({ ctx: stage.ctx, input: { address: to, channel: 'sms', state: 'withdrawn', source: 'STOP' } });
    await Promise.all([optOut, worker.runLane('marketing', [LaneJob.parse(job?.data)])]);
    // The turnstile puts the two in an order, and transaction ids are given in that order: the claim saw an opt-out that came first.
    const [claim] = await stage.services.database.sql<{ claimed: boolean; first: boolean }[]>`
      select worker is not null as claimed, xmin::text::int8 < coalesce(
          (select max(xmin::text::int8) from suppression where address = ${to}),
          (select max(xmin::text::int8) from consent where address = ${to} and state = 'withdrawn')) as first
      from attempt where message_id = ${uuid}`;
    expect(claim?.claimed).toBe(claim?.first);
    expect(submits(uuid)).toBe(claim?.first === true ? 1 : 0);
  }
  const to = number();
  await recordConsent({ ctx: stage.ctx, input: { address: to, channel: 'sms', state: 'granted', source: 'test' } });
  const uuid = await stage.accept('marketing', to);
  await recordConsent({ ctx: stage.ctx, input: { address: to, channel: 'sms', state: 'withdrawn', source: 'STOP' } });
  await dispatch('marketing');
  expect((await view(uuid)).reason?.code).toBe('policy.consent_missing');
  expect(submits(uuid)).toBe(0);
});
