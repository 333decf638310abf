import { LaneJob, type MessageState, type SubmitAnswer, type TrafficClass } from '@signalbox/contracts';
import { countClaims, readAttempts, readEvents, readPositions } from '@signalbox/db';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordConsent } from '../consent/record.ts';
import { addSuppression } from '../policy/suppressions.ts';
import { endReceiptWait } from '../receipts/receipt-due.ts';
import type { Worker } from './open-worker.ts';
import {
  connectionOf,
  openScripted,
  type ScriptedCarriers,
  type Stage,
  scriptCarriers,
  setStage,
  until,
} from './testing.ts';

let stage: Stage;
let carriers: ScriptedCarriers;
let worker: Worker;
let other: Worker;
let primary: number;
let backup: number;
let serial = 0;
const number = () => {
  serial += 1;
  return `+4479123${String(serial).padStart(5, '0')}`;
};

beforeAll(async () => {
  stage = await setStage();
  primary = await stage.addRoute('primary', 1, 1000);
  backup = await stage.addRoute('backup', 2, 1000);
  carriers = scriptCarriers();
  worker = await openScripted(stage, carriers);
  other = await openScripted(stage, carriers, 'two');
});

afterAll(async () => {
  await worker.stop(100);
  await other.stop(100);
  await stage.end();
});

const run = async (by: Worker, lane: TrafficClass) => {
  for (const job of await stage.jobs(lane)) await by.runLane(lane, [LaneJob.parse(job.data)]);
};
const stateOf = async (id: string): Promise<MessageState | null> =>
  (await readPositions(stage.services.database.sql, [id])).get(id)?.state ?? null;
const reaches = (id: string, state: MessageState) =>
  until(`the message is ${state}`, async () => (await stateOf(id)) === state);
const answer = (script: ScriptedCarriers['script']) => {
  carriers.script = script;
};
const accept: SubmitAnswer = { kind: 'accepted', refs: ['set-by-test'] };

describe('claims', () => {
  test('R-01 two workers that get one message hand it to a carrier once', async () => {
    answer((_, request) => ({ kind: 'accepted', refs: [request.attemptRef] }));
    const to = number();
    const id = await stage.accept('transactional', to);
    const jobs = await stage.jobs('transactional');
    await Promise.all(
      [worker, other, worker, other].map((by) =>
        by.runLane(
          'transactional',
          jobs.map((job) => LaneJob.parse(job.data)),
        ),
      ),
    );
    await reaches(id, 'sent');
    expect(carriers.submitted.filter(({ request }) => request.submission.to === to)).toHaveLength(1);
  });

  test('a claim is committed before the carrier sees the message', async () => {
    let seen: unknown;
    answer(async (_, request) => {
      const uuid = request.attemptRef.slice(0, 32).replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
      seen = (await readAttempts(stage.services.database.sql, [uuid]))[0]?.worker;
      return { kind: 'accepted', refs: [request.attemptRef] };
    });
    const id = await stage.accept('transactional', number());
    await run(worker, 'transactional');
    await reaches(id, 'sent');
    expect(seen).toBe(worker.ctx.lease.number);
  });
});

test('R-01 a claim is known again by the very transaction that took it, not by an earlier one of the same worker', async () => {
  answer((_, request) => ({ kind: 'accepted', refs: [request.attemptRef] }));
  const { sql } = stage.services.database;
  const id = await stage.accept('transactional', number());
  await run(worker, 'transactional');
  await reaches(id, 'sent');
  const [row] = await sql<{ xid: string; nowMs: number }[]>`
    select xmin::text as xid, (extract(epoch from claimed_at) * 1000)::float8 as "nowMs" from attempt where message_id = ${id}`;
  const taken = { worker: worker.ctx.lease.number, n: 1, nowMs: row?.nowMs ?? 0, xid: row?.xid ?? '' };
  expect(await countClaims(sql, taken, [id])).toBe(1);
  for (const change of [
    { worker: other.ctx.lease.number },
    { n: 2 },
    { nowMs: taken.nowMs + 1 },
    { xid: String(Number(taken.xid) + 1) },
  ]) {
    expect(await countClaims(sql, { ...taken, ...change }, [id])).toBe(0);
  }
});

describe('policy', () => {
  test('marketing without consent is suppressed and names the rule', async () => {
    const id = await stage.accept('marketing', number());
    await run(worker, 'marketing');
    const [event] = await readEvents(stage.services.database.sql, [id]);
    expect(event).toMatchObject({ state: 'suppressed', reason: 'policy.consent_missing' });
  });

  test('an opt-out holds however the mailbox is written, also one from before there was one spelling', async () => {
    const { sql } = stage.services.database;
    const classes: TrafficClass[] = ['transactional'];
    const asked = { channel: 'email' as const, address: 'Ana.LOPEZ@Example.com', classes, reason: 'asked' };
    await addSuppression({ ctx: stage.ctx, input: asked });
    await sql`insert into suppression (id, workspace, environment, channel, address, classes, reason)
      values (${stage.services.ids.next()}, ${stage.ctx.workspace.number}, 'live', 'email', 'Bo@example.com', '{transactional}', 'old')`;
    const mail = { channel: 'email', from: 'shop@example.com', content: { subject: 'Hello', text: 'hello' } };
    const spellings = ['ana.lopez@example.com', 'ANA.lopez@example.com', 'Bo@example.com'];
    for (const to of spellings) {
      const id = await stage.accept('transactional', to, mail);
      await run(worker, 'transactional');
      await reaches(id, 'suppressed');
    }
    // A few messages and many are looked up in different ways.
    const others = Array.from({ length: 20 }, (_, index) => `guest${index}@example.com`);
    const ids = await Promise.all([...spellings, ...others].map((to) => stage.accept('transactional', to, mail)));
    const jobs = (await stage.jobs('transactional')).map((job) => LaneJob.parse(job.data));
    await worker.runLane('transactional', jobs);
    const states = await Promise.all(ids.map(stateOf));
    expect(states.map((state) => state === 'suppressed')).toEqual([
      ...spellings.map(() => true),
      ...others.map(() => false),
    ]);
  });

  test('a cap is never exceeded, whoever decides at the same time', async () => {
    const { sql } = stage.services.database;
    const to = number();
    await recordConsent({
      ctx: stage.ctx,
      input: { address: to ?? '', channel: 'sms', state: 'granted', source: 'test' },
    });
    await sql`insert into cap_rule (id, workspace, environment, name, channels, classes, "limit", window_seconds)
      values (${stage.services.ids.next()}, ${stage.ctx.workspace.number}, 'live', 'Cap', '{sms}', '{marketing}', 3, 86400)`;
    await stage.services.config.refresh();
    const ids = await Promise.all(Array.from({ length: 8 }, () => stage.accept('marketing', to)));
    const jobs = (await stage.jobs('marketing')).map((job) => LaneJob.parse(job.data));
    await Promise.all(jobs.map((job, index) => (index % 2 ? worker : other).runLane('marketing', [job])));
    await until('all are decided', async () =>
      [...(await readPositions(sql, ids)).values()].every((p) => p.turns === 1),
    );
    expect(carriers.submitted.filter(({ request }) => request.submission.to === to)).toHaveLength(3);
    await sql`delete from cap_rule`;
    await stage.services.config.refresh();
  });

  test('one batch with many messages to one person stops at the cap too', async () => {
    const { sql } = stage.services.database;
    const to = number();
    await recordConsent({
      ctx: stage.ctx,
      input: { address: to ?? '', channel: 'sms', state: 'granted', source: 'test' },
    });
    await sql`insert into cap_rule (id, workspace, environment, name, channels, classes, "limit", window_seconds)
      values (${stage.services.ids.next()}, ${stage.ctx.workspace.number}, 'live', 'Cap', '{sms}', '{marketing}', 2, 86400)`;
    await stage.services.config.refresh();
    for (let i = 0; i < 5; i += 1) await stage.accept('marketing', to);
    const jobs = (await stage.jobs('marketing')).map((job) => LaneJob.parse(job.data));
    await worker.runLane('marketing', jobs);
    expect(carriers.submitted.filter(({ request }) => request.submission.to === to)).toHaveLength(2);
    await sql`delete from cap_rule`;
    await stage.services.config.refresh();
  });

  test('a message past its validity is expired at the claim and never sent', async () => {
    const to = number();
    const id = await stage.accept('transactional', to, { valid_for_seconds: 1 });
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await run(worker, 'transactional');
    await reaches(id, 'expired');
    expect(carriers.submitted.some(({ request }) => request.submission.to === to)).toBe(false);
  });
});

describe('failover', () => {
  test('a refusal that names the route moves to the backup, and the record names both', async () => {
    answer((provider, request) =>
      provider === 'primary'
        ? { kind: 'rejected', reason: 'sender.not_registered', raw: '0x0A' }
        : { kind: 'accepted', refs: [request.attemptRef] },
    );
    const id = await stage.accept('transactional', number());
    await run(worker, 'transactional');
    await reaches(id, 'queued');
    await run(worker, 'transactional');
    await reaches(id, 'sent');
    const attempts = await readAttempts(stage.services.database.sql, [id]);
    expect(attempts.map((attempt) => attempt.route)).toEqual([primary, backup]);
  });

  test('a refusal of the address ends the message at once', async () => {
    answer(() => ({ kind: 'rejected', reason: 'recipient.invalid_address', raw: '0x0B' }));
    const id = await stage.accept('transactional', number());
    await run(worker, 'transactional');
    await reaches(id, 'failed');
    expect((await readAttempts(stage.services.database.sql, [id])).length).toBe(1);
  });

  test('while every route is down a message waits without a trace, and goes when one is back', async () => {
    answer((_, request) => ({ kind: 'accepted', refs: [request.attemptRef] }));
    carriers.down = new Set(['primary', 'backup']);
    const id = await stage.accept('transactional', number());
    await until(
      'the desk knows that all are down',
      async () => !worker.ctx.desk.anyUp(stage.ctx.workspace.number, 'live', 'sms'),
    );
    await run(worker, 'transactional');
    expect(await readAttempts(stage.services.database.sql, [id])).toHaveLength(0);
    const isDue = async () => {
      const [job] = await stage.services.database.sql<{ due: boolean }[]>`
        select start_after <= now() as due from pgboss.job where name = 'lane_transactional'`;
      return job?.due === true;
    };
    expect(await isDue()).toBe(false);
    carriers.down = new Set();
    carriers.hosts.get('backup')?.onConnection(connectionOf('backup'));
    // The return of a carrier wakes what was put off, long before its next look.
    await until('the group is to be tried at once', isDue);
    await until('the desk knows that they are back', async () => worker.ctx.desk.isUp(1));
    await run(worker, 'transactional');
    await reaches(id, 'sent');
  });
});

describe('a lost answer', () => {
  const lost: SubmitAnswer = { kind: 'indeterminate', reason: 'provider.indeterminate', raw: 'no response', refs: [] };
  const afterWait = async (id: string, trafficClass: TrafficClass) => {
    await reaches(id, 'sending');
    await stage.services.database
      .sql`update attempt set claimed_at = claimed_at - interval '10 minutes' where message_id = ${id}`;
    await endReceiptWait({
      ctx: { services: stage.services },
      input: { workspace: stage.ctx.workspace.number, turn: 1, ids: id.replaceAll('-', '') },
    });
    await run(worker, trafficClass);
  };

  test('a transactional message is not sent again: it ends unknown', async () => {
    answer(() => lost);
    const to = number();
    const id = await stage.accept('transactional', to);
    await run(worker, 'transactional');
    await afterWait(id, 'transactional');
    await reaches(id, 'unknown');
    expect(carriers.submitted.filter(({ request }) => request.submission.to === to)).toHaveLength(1);
  });

  test('a code goes out once more by another route', async () => {
    answer((provider, request) => (provider === 'primary' ? lost : { kind: 'accepted', refs: [request.attemptRef] }));
    const to = number();
    const id = await stage.accept('otp', to);
    await until('the code was handed over', async () => (await stateOf(id)) === 'sending');
    await stage.jobs('otp');
    await afterWait(id, 'otp');
    await reaches(id, 'sent');
    expect(carriers.submitted.filter(({ request }) => request.submission.to === to).map((s) => s.provider)).toEqual([
      'primary',
      'backup',
    ]);
  });
});

describe('receipts', () => {
  const receipt = (ref: string, verdict: 'delivered' | 'undelivered' | 'enroute') => ({
    ref,
    verdict,
    reason: null,
    raw: `stat ${verdict}`,
  });
  const sendWithRef = async (ref: string, script?: ScriptedCarriers['script']) => {
    answer(script ?? (() => ({ ...accept, refs: [ref] })));
    const id = await stage.accept('transactional', number());
    await run(worker, 'transactional');
    return id;
  };
  const primaryHost = () => carriers.hosts.get('primary');

  test('D-01 the same receipt five times gives one final state and keeps all five', async () => {
    const id = await sendWithRef('d01');
    await reaches(id, 'sent');
    for (let i = 0; i < 5; i += 1) await primaryHost()?.onReceipts([receipt('d01', 'delivered')]);
    const events = await readEvents(stage.services.database.sql, [id]);
    expect(events.filter((event) => event.state === 'delivered')).toHaveLength(5);
    expect(events.map((event) => event.seq)).toEqual([1, 2, 3, 4, 5, 6]);
    const [tally] = await stage.services.database.sql`select sum(count)::int as count from tally where state = 'sent'`;
    expect(tally?.count).toBeGreaterThanOrEqual(0);
  });

  test('D-02 a late intermediate receipt never takes a final state back', async () => {
    const id = await sendWithRef('d02');
    await reaches(id, 'sent');
    await primaryHost()?.onReceipts([receipt('d02', 'delivered')]);
    await primaryHost()?.onReceipts([receipt('d02', 'enroute')]);
    expect(await stateOf(id)).toBe('delivered');
  });

  test('D-03 a receipt that overtakes the answer is kept and applied', async () => {
    let release: (answer: SubmitAnswer) => void = () => undefined;
    const id = await sendWithRef('d03', () => new Promise((resolve) => (release = resolve)));
    await primaryHost()?.onReceipts([receipt('d03', 'delivered')]);
    release({ kind: 'accepted', refs: ['d03'] });
    await reaches(id, 'delivered');
  });

  test('D-04 a receipt for an unknown id is kept, harms nobody and is answered', async () => {
    await primaryHost()?.onReceipts([receipt('never-seen', 'delivered')]);
    const [row] = await stage.services.database
      .sql`select count(*)::int as count from orphan_receipt where ref like '%never-seen'`;
    expect(row?.count).toBe(1);
  });

  test('D-06 a long text is delivered when every part is, and undelivered when one is not', async () => {
    const id = await sendWithRef('', () => ({ kind: 'accepted', refs: ['p1', 'p2'] }));
    await reaches(id, 'sent');
    await primaryHost()?.onReceipts([receipt('p1', 'delivered')]);
    expect(await stateOf(id)).toBe('sent');
    await primaryHost()?.onReceipts([receipt('p2', 'undelivered')]);
    expect(await stateOf(id)).toBe('undelivered');
  });
});
