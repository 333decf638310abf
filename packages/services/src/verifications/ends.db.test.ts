import {
  NEXT_CHANNEL_QUEUE,
  NextChannelJob,
  type SubmitAnswer,
  type SubmitRequest,
  WEBHOOK_QUEUE,
  WebhookJob,
} from '@signalbox/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorker, type Worker } from '../dispatch/open-worker.ts';
import { type ScriptedCarriers, type Stage, scriptCarriers, setStage, until } from '../dispatch/testing.ts';
import { addPrefix } from '../fraud/prefixes.ts';
import { getMessage } from '../messages/get.ts';
import { sendNextChannel } from '../messages/next-channel.ts';
import { sweep } from '../upkeep/sweep.ts';
import { createWebhook } from '../webhooks/endpoints.ts';
import { fanOutEvents } from '../webhooks/fan-out.ts';
import { cancelVerification } from './cancel.ts';
import { checkVerification } from './check.ts';
import { getVerification } from './get.ts';
import { codeOf, start, verificationUuid, wrongCode } from './testing.ts';

let stage: Stage;
let carriers: ScriptedCarriers;
let worker: Worker;
beforeAll(async () => {
  stage = await setStage();
  await stage.addRoute('texts', 1, 1000);
  await stage.addRoute('mails', 1, 1000, 'email');
  const webhook = { url: 'https://hooks.example.com/', description: '', event_types: [], events_per_request: 1 };
  await createWebhook({ ctx: stage.ctx, input: webhook });
  await stage.services.config.refresh();
  carriers = scriptCarriers();
});
afterAll(async () => {
  await worker.stop(100);
  await stage.services.queue.stop(2000);
  await stage.end();
});

let numbers = 0;
const freshNumber = (): string => {
  numbers += 1;
  return `+5255${String(1000 + numbers)}0000`;
};
const get = (id: string) => getVerification({ ctx: stage.ctx, input: { id } });
const cancel = (id: string) => cancelVerification({ ctx: stage.ctx, input: { id } });
const check = (id: string, code: string, bound_to?: string) =>
  checkVerification({ ctx: stage.ctx, input: { id, code, ...(bound_to === undefined ? {} : { bound_to }) } });
const becomes = (id: string, state: string) =>
  until(`the verification is ${state}`, async () => (await get(id)).state === state);
const rejected = (reason: 'recipient.invalid_address' | 'recipient.barred'): SubmitAnswer => ({
  kind: 'rejected',
  reason,
  raw: 'refused',
});
const accepted = (request: SubmitRequest): SubmitAnswer => ({ kind: 'accepted', refs: [`ref-${request.attemptRef}`] });

/** What webhooks were told of a verification, in order. */
async function toldOf(id: string): Promise<{ type: string; data: Record<string, unknown> }[]> {
  const { sql } = stage.services.database;
  const jobs = await sql<{ data: unknown }[]>`
    delete from pgboss.job where name = ${WEBHOOK_QUEUE.name} returning data`;
  const input = jobs.map(({ data }) => WebhookJob.parse(data));
  await fanOutEvents({ ctx: { services: stage.services }, input });
  // A job that runs twice tells nothing twice.
  await fanOutEvents({ ctx: { services: stage.services }, input });
  const rows = await sql<{ body: string }[]>`
    select body from webhook_event where type like 'verification.%' and body like ${`%${id}%`} order by id`;
  return rows.map(({ body }) => JSON.parse(body));
}
const typesOf = async (id: string) => (await toldOf(id)).map(({ type }) => type.replace('verification.', ''));

describe('a verification that is canceled', () => {
  it('is good no more, sends nothing that has not gone, and says so; canceling it again changes nothing', async () => {
    const to = freshNumber();
    const { id, message_id } = await start(stage, to);
    const code = await codeOf(stage.services, id);
    const first = await cancel(id);
    expect(first).toMatchObject({ state: 'canceled', ended_at: expect.any(String), sends: [{ state: 'canceled' }] });
    expect(await cancel(id)).toEqual(first);
    await expect(check(id, code)).rejects.toMatchObject({ code: 'not_found' });
    const message = await getMessage({ ctx: stage.ctx, input: { id: message_id } });
    expect(message).toMatchObject({ state: 'canceled', attempts: 0 });
    const [left] = await stage.services.database.sql`
      select sealed_code, code_hash from otp_verification where id = ${verificationUuid(id)}`;
    expect(left).toEqual({ sealed_code: null, code_hash: '' });
    const entries = await stage.services.database.sql`
      select before, after from audit_entry where action = 'verification.canceled'`;
    expect(entries).toEqual([{ before: { state: 'pending' }, after: { state: 'canceled' } }]);
    expect(await typesOf(id)).toEqual(['created', 'canceled']);
    // Asked for again it is another one, with another code.
    expect((await start(stage, to)).id).not.toBe(id);
  });

  it('R-06: cancel and the right code at the same moment: one of them wins', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await start(stage, freshNumber());
      const code = await codeOf(stage.services, id);
      const [canceled, checked] = await Promise.allSettled([cancel(id), check(id, code)]);
      expect([canceled.status, checked.status].sort()).toEqual(['fulfilled', 'rejected']);
      expect((await get(id)).state).toBe(canceled.status === 'fulfilled' ? 'canceled' : 'approved');
    }
  });

  it('is refused for one that has ended, and for one of somebody else', async () => {
    const { id } = await start(stage, freshNumber());
    await check(id, await codeOf(stage.services, id));
    await expect(cancel(id)).rejects.toMatchObject({
      code: 'not_cancelable',
      detail: expect.stringContaining('approved'),
    });
    const sandbox = { ...stage.ctx, environment: 'sandbox' as const };
    await expect(cancelVerification({ ctx: sandbox, input: { id } })).rejects.toMatchObject({ code: 'not_found' });
    await expect(cancel('vrf_nothing')).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a code that confirms more than the address', () => {
  it('is right with that alone, and asked for again for something else it is another code', async () => {
    const to = freshNumber();
    const { id } = await start(stage, to, { bound_to: 'order 7 of 120.00 MXN' });
    const code = await codeOf(stage.services, id);
    expect(await check(id, code)).toMatchObject({ valid: false, tries_left: 4 });
    expect(await check(id, code, 'order 7 of 999.00 MXN')).toMatchObject({ valid: false, tries_left: 3 });
    expect((await start(stage, to, { bound_to: 'order 8 of 5.00 MXN' })).id).not.toBe(id);
    expect(await start(stage, to, { bound_to: 'order 7 of 120.00 MXN' })).toMatchObject({ id, resent: true });
    expect(await check(id, code, 'order 7 of 120.00 MXN')).toMatchObject({ valid: true, to, purpose: 'sign_in' });
    expect(await get(id)).toMatchObject({ bound: true, assurance: 'restricted' });
    const rows = await stage.services.database.sql`
      select id from otp_verification v where v::text like '%MXN%'`;
    expect(rows).toEqual([]);
    expect(await typesOf(id)).toEqual(['created', 'attempted', 'attempted', 'approved']);
  });
});

describe('a verification that no channel can carry', () => {
  beforeAll(async () => {
    // What was asked for until now must not go out beside what follows.
    await stage.jobs('otp');
    worker = await openWorker({
      services: stage.services,
      name: 'one',
      openChannel: carriers.open,
      onLeaseLost: () => undefined,
    });
    await stage.services.queue.work(NEXT_CHANNEL_QUEUE, { batchSize: 1, concurrency: 2 }, async (jobs) => {
      for (const job of jobs)
        await sendNextChannel({ ctx: { services: stage.services }, input: NextChannelJob.parse(job.data) });
    });
  });

  it('has failed with the reason of its last channel, at once and not when its time is over', async () => {
    carriers.script = () => rejected('recipient.invalid_address');
    const both = { channels: ['sms', 'email'], email: 'one@example.com', channel_timeout_seconds: 300 };
    const { id } = await start(stage, freshNumber(), both);
    await becomes(id, 'failed');
    expect(await get(id)).toMatchObject({
      reason: { code: 'recipient.invalid_address' },
      block: null,
      assurance: 'address_only',
      sends: [
        { channel: 'sms', state: 'failed' },
        { channel: 'email', state: 'failed' },
      ],
    });
    const told = await toldOf(id);
    expect(told.map(({ type }) => type)).toEqual(['verification.created', 'verification.failed']);
    expect(told[1]?.data).toEqual({
      id,
      state: 'failed',
      reason: 'recipient.invalid_address',
      environment: 'live',
      purpose: 'sign_in',
      channels: ['sms', 'email'],
      country: 'MX',
      tries: 0,
      tries_max: 5,
    });
  });

  it('asked for again it is open again: same id, same code, and the tries stay counted', async () => {
    carriers.script = () => rejected('recipient.barred');
    const to = freshNumber();
    const { id } = await start(stage, to);
    const code = await codeOf(stage.services, id);
    await becomes(id, 'failed');
    await check(id, wrongCode(code));
    carriers.script = (_, request) => accepted(request);
    expect(await start(stage, to)).toMatchObject({ id, resent: true, state: 'pending' });
    expect(await get(id)).toMatchObject({ state: 'pending', reason: null, ended_at: null, tries: 1 });
    expect((await check(id, code)).valid).toBe(true);
  });

  it('is approved by the right code all the same: a carrier that says it did not deliver may be wrong', async () => {
    carriers.script = (_, request) => accepted(request);
    const { id } = await start(stage, freshNumber());
    await until('the text was taken', async () => (await get(id)).sends[0]?.state === 'sent');
    const receipt = { ref: `ref-${carriers.submitted.at(-1)?.request.attemptRef}`, raw: 'stat:UNDELIV' };
    await carriers.hosts.get('texts')?.onReceipts([{ ...receipt, verdict: 'undelivered', reason: 'recipient.absent' }]);
    await becomes(id, 'failed');
    expect(await check(id, await codeOf(stage.services, id))).toMatchObject({ valid: true, state: 'approved' });
    expect(await get(id)).toMatchObject({ state: 'approved', reason: null, ended_at: null });
  });
});

describe('a verification whose range is closed', () => {
  it('goes by mail where it may, and is blocked where it may not; nothing of it is sent by text', async () => {
    carriers.script = (_, request) => accepted(request);
    const listed = { action: 'block', reason: 'reported by the carrier', expires_in_hours: 1 } as const;
    await addPrefix({ ctx: stage.ctx, input: { prefix: '+5255999', ...listed } });
    await stage.services.config.refresh();
    const both = { channels: ['sms', 'email'], email: 'two@example.com' };
    const open = await start(stage, '+525599900001', both);
    const shut = await start(stage, '+525599900002');
    await until('the mail was taken', async () => (await get(open.id)).sends[1]?.state === 'sent');
    await becomes(shut.id, 'blocked');
    expect(await get(shut.id)).toMatchObject({
      reason: { code: 'policy.fraud_blocked' },
      block: { rule: 'listed', prefix: '+5255999', prefix_id: expect.stringMatching(/^pfx_/), evidence: null },
    });
    await expect(check(shut.id, '000000')).rejects.toMatchObject({ code: 'not_found' });
    expect(await typesOf(shut.id)).toEqual(['created', 'blocked']);
    expect(carriers.submitted.some(({ request }) => request.submission.to.startsWith('+5255999'))).toBe(false);
    // The answer of a start is the same, whether the range is closed or not.
    expect(Object.keys(shut)).toEqual(Object.keys(open));
    expect(shut.state).toBe('pending');
  });
});

describe('what webhooks are told', () => {
  it('of five wrong codes: four tries, then that it is barred', async () => {
    const { id } = await start(stage, freshNumber());
    const code = await codeOf(stage.services, id);
    for (let n = 1; n <= 5; n += 1) await check(id, wrongCode(code, n));
    const tried = new Array(4).fill('attempted');
    expect(await typesOf(id)).toEqual(['created', ...tried, 'max_attempts_reached']);
  });

  it('of one whose time is over, once, by the sweep that comes next', async () => {
    const ctx = { services: stage.services };
    const { id } = await start(stage, freshNumber());
    await sweep({ ctx });
    const { sql } = stage.services.database;
    await sql`update otp_verification set expires_at = now() + interval '1 second' where id = ${verificationUuid(id)}`;
    const later = { ...stage.services, world: { ...stage.services.world, nowMs: () => Date.now() + 60_000 } };
    await sweep({ ctx: { services: later } });
    await sweep({ ctx: { services: later } });
    expect(await typesOf(id)).toEqual(['created', 'expired']);
  });

  it('nothing of the person, and no code', async () => {
    const to = freshNumber();
    const { id } = await start(stage, to);
    const code = await codeOf(stage.services, id);
    await check(id, code);
    const told = JSON.stringify(await toldOf(id));
    expect(told).not.toContain(to.slice(1));
    expect(told).not.toContain(code);
  });
});
