import {
  encodeId,
  HASTY_RECEIPT_MS,
  LaneJob,
  type ReceiptVerdict,
  type RoutingFacts,
  type SubmitAnswer,
} from '@signalbox/contracts';
import { canonicalJson, drawOf, pickRoute, planKey, planRoutes } from '@signalbox/core';
import { addSignals, readAttempts, readPlans, readPositions } from '@signalbox/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Worker } from '../dispatch/open-worker.ts';
import {
  openScripted,
  type ScriptedCarriers,
  type Stage,
  scriptCarriers,
  setStage,
  until,
} from '../dispatch/testing.ts';
import { readTimeline } from '../messages/timeline.ts';
import { recordReceipts } from '../receipts/record-receipts.ts';
import { explainRouting } from '../routing/explain.ts';
import { checkVerification } from '../verifications/check.ts';
import { codeOf, start, verificationUuid } from '../verifications/testing.ts';
import { learn } from './learn.ts';
import { noteReceipt } from './note-outcomes.ts';

let stage: Stage;
let carriers: ScriptedCarriers;
let worker: Worker;
let good: number;
let bad: number;
let serial = 0;
const number = () => {
  serial += 1;
  return `+5255125${String(serial).padStart(5, '0')}`;
};

beforeAll(async () => {
  stage = await setStage();
  carriers = scriptCarriers();
  good = await stage.addRoute('good', 1, 500);
  worker = await openScripted(stage, carriers);
});
afterAll(async () => {
  await worker.stop(100);
  await stage.end();
});

const run = async () => {
  for (const job of await stage.jobs('transactional')) await worker.runLane('transactional', [LaneJob.parse(job.data)]);
};
const stateIs = (id: string, states: readonly string[]) =>
  until(`the message is ${states.join(' or ')}`, async () =>
    states.includes((await readPositions(stage.services.database.sql, [id])).get(id)?.state ?? ''),
  );
const refOf = (id: string) => `ref-${id.replaceAll('-', '')}-1`;
const receipt = (id: string, verdict: ReceiptVerdict, reason: 'network.failure' | 'recipient.absent' | null) => ({
  ref: refOf(id),
  verdict,
  reason,
  raw: `stat:${verdict}`,
});

/** The figures of a route since a moment, over all minutes. */
async function figuresOf(route: number) {
  await stage.services.signals.flush();
  const [row] = await stage.services.database.sql`
    select sum(accepted)::int as accepted, sum(resolved)::int as resolved, sum(delivered)::int as delivered, sum(failed)::int as failed,
      sum(failed_milli)::int as "failedMilli", sum(refused_milli)::int as "refusedMilli", sum(throttled)::int as throttled,
      sum(expectant)::int as expectant, sum(converted)::int as converted, sum(parts)::int as parts, sum(cost_micros)::int as "costMicros"
    from route_signal where route = ${route}`;
  return row;
}

describe('the figures of a route', () => {
  it('count every answer and receipt once, by whichever process it came, and as faults only those of provider or network', async () => {
    const answers: SubmitAnswer[] = [
      { kind: 'rejected', reason: 'provider.unavailable', raw: '' },
      { kind: 'rejected', reason: 'recipient.unknown', raw: '' },
      { kind: 'rejected', reason: 'content.template_mismatch', raw: '' },
    ];
    for (const answer of answers) {
      carriers.script = () => answer;
      const id = await stage.accept('transactional', number());
      await run();
      await stateIs(id, ['failed']);
    }
    carriers.script = (_, request) => ({ kind: 'accepted', refs: [`ref-${request.attemptRef}`] });
    const ids: string[] = [];
    for (let count = 0; count < 4; count += 1) ids.push(await stage.accept('transactional', number()));
    await run();
    for (const id of ids) await stateIs(id, ['sent']);
    const [first, second, third, fourth] = ids as [string, string, string, string];
    const host = carriers.hosts.get('good');
    await host?.onReceipts([receipt(first, 'delivered', null), receipt(first, 'delivered', null)]);
    await host?.onReceipts([receipt(second, 'undelivered', 'network.failure')]);
    // The same by a process that did not submit, as a callback comes.
    const provider = stage.services.config.current().route(good)?.provider ?? 0;
    await recordReceipts({
      ctx: stage,
      input: {
        provider: { number: provider, workspace: stage.ctx.workspace.number },
        receipts: [receipt(third, 'undelivered', 'recipient.absent'), receipt(fourth, 'delivered', null)],
      },
    });
    expect(await figuresOf(good)).toEqual({
      accepted: 4,
      resolved: 4,
      delivered: 2,
      failed: 2,
      failedMilli: 1000,
      refusedMilli: 1000,
      throttled: 0,
      expectant: 0,
      converted: 0,
      parts: 4,
      costMicros: 40_000,
    });
  });

  it('know which codes were entered, each once, and how long they took', async () => {
    const before = await figuresOf(good);
    const codes = [await start(stage, number()), await start(stage, number())];
    for (const { id } of codes)
      await until('the code was taken', async () => {
        const rows = await stage.services.database.sql`
          select from event where state = 'sent' and message_id = any(select unnest(message_ids) from otp_verification)`;
        return rows.count >= codes.length && id !== '';
      });
    const entered = codes[0]?.id ?? '';
    const code = await codeOf(stage.services, entered);
    await checkVerification({ ctx: stage.ctx, input: { id: entered, code } });
    const world = { ...stage.services.world, nowMs: () => Date.now() + 10_000 };
    const later = { services: { ...stage.services, world } };
    await learn({ ctx: later });
    await learn({ ctx: later });
    const after = await figuresOf(good);
    expect({
      expectant: after?.expectant - before?.expectant,
      converted: after?.converted - before?.converted,
    }).toEqual({ expectant: 2, converted: 1 });
    const delays = await stage.services.database
      .sql`select sum(count)::int as count from route_delay where kind = 'proven'`;
    expect(delays[0]?.count).toBe(1);
  });

  it('know which codes were called delivered too soon, and which of those were entered all the same', async () => {
    const { sql } = stage.services.database;
    const noted = { workspace: stage.ctx.workspace.number, route: good, class: 'otp', country: 'DE' } as const;
    const claimedAtMs = Date.now();
    const tell = (expectant: boolean, afterMs: number) =>
      noteReceipt(stage.services, {
        submission: { ...noted, network: null, claimedAtMs, trial: undefined, shape: 1, expectant },
        verdict: 'delivered',
        reason: null,
        atMs: claimedAtMs + afterMs,
      });
    tell(true, HASTY_RECEIPT_MS - 1);
    tell(true, HASTY_RECEIPT_MS);
    tell(false, 1);
    await stage.services.signals.flush();
    const [told] = await sql`select sum(hasty)::int as count from route_signal where country = 'DE'`;
    expect(told?.count).toBe(1);

    const [before] = await sql`select sum(converted)::int as all, sum(hasty_converted)::int as hasty from route_signal`;
    for (const index of [0, 1]) {
      const { id } = await start(stage, number());
      const messages = sql`select unnest(message_ids) from otp_verification where id = ${verificationUuid(id)}`;
      let messageId = '';
      await until('the code was taken', async () => {
        const [row] =
          await sql`select message_id as id from event where state = 'sent' and message_id = any(${messages})`;
        messageId = row?.id ?? '';
        return messageId !== '';
      });
      await carriers.hosts.get('good')?.onReceipts([receipt(messageId, 'delivered', null)]);
      // The first was called delivered too soon, the second no sooner than a phone answers.
      const moved = await sql`
        update event e set at = a.claimed_at + ${HASTY_RECEIPT_MS - 1 + index} * interval '1 millisecond'
        from attempt a where a.message_id = e.message_id and a.n = e.attempt and e.message_id = ${messageId} and e.state = 'delivered'`;
      expect(moved.count).toBe(1);
      await checkVerification({ ctx: stage.ctx, input: { id, code: await codeOf(stage.services, id) } });
      // What was entered is counted up to an instant, and the last test counted from a clock that is ahead.
      await sql`update otp_verification set approved_at = now() + interval '10 seconds' where id = ${verificationUuid(id)}`;
    }
    const world = { ...stage.services.world, nowMs: () => Date.now() + 20_000 };
    await learn({ ctx: { services: { ...stage.services, world } } });
    const [after] = await sql`select sum(converted)::int as all, sum(hasty_converted)::int as hasty from route_signal`;
    expect({ all: after?.all - before?.all, hasty: after?.hasty - before?.hasty }).toEqual({ all: 2, hasty: 1 });
  });
});

/** History of a route, as if its minutes had passed. */
const past = (route: number, delivered: number, faults: number, minutesAgo: number) =>
  addSignals(stage.services.database.sql, [
    {
      spanMs: Math.floor(Date.now() / 60_000 - minutesAgo) * 60_000,
      workspace: stage.ctx.workspace.number,
      route,
      class: 'transactional',
      country: 'MX',
      network: '',
      counts: {
        accepted: delivered + faults,
        resolved: delivered + faults,
        delivered,
        failed: faults,
        failedMilli: faults * 1000,
        parts: delivered + faults,
      },
      delays: [{ kind: 'delivered', bucket: 60, count: delivered }],
    },
  ]);

const planOf = async (id: string) => {
  const { sql } = stage.services.database;
  const [attempt] = await readAttempts(sql, [id]);
  const plans = await readPlans(sql, stage.ctx.workspace.number, [attempt?.plan ?? '0']);
  const facts = plans.get(attempt?.plan ?? '') as unknown as RoutingFacts;
  return { attempt, facts };
};

describe('decisions', () => {
  const decided: string[] = [];
  const decide = async (count: number) => {
    for (let one = 0; one < count; one += 1) decided.push(await stage.accept('transactional', number()));
    await run();
    for (const id of decided.slice(-count)) await stateIs(id, ['sent']);
  };

  it('are made from what was learned: a route that surely fails most is left out with the reason, and the evidence is stored', async () => {
    bad = await stage.addRoute('bad', 1, 500);
    await until('the new carrier is up', async () =>
      worker.ctx.desk.isUp(stage.services.config.current().route(bad)?.provider ?? 0),
    );
    await decide(4);
    await past(good, 190, 10, 20);
    await past(bad, 30, 170, 20);
    const learned = await learn({ ctx: stage });
    expect(learned?.changed).toBeGreaterThan(0);
    await stage.services.knowledge.refresh();
    await decide(6);
    const { facts } = await planOf(decided.at(-1) as string);
    const plan = planRoutes(facts);
    const config = stage.services.config.current();
    const candidate = (route: number) => plan.candidates.find(({ routeId }) => routeId === config.route(route)?.id);
    expect(facts.objective?.minSuccessPpm).toBe(500_000);
    expect(candidate(bad)).toMatchObject({ excluded: 'ejected', probabilityPpm: 0 });
    expect(candidate(good)).toMatchObject({ excluded: null, probabilityPpm: 1_000_000 });
    const signal = (route: number) => facts.routes.find(({ routeId }) => routeId === config.route(route)?.id)?.signal;
    expect(signal(good)?.successPpm).toBeGreaterThan(900_000);
    expect(signal(bad)).toMatchObject({ basis: 'cell' });
    expect(signal(bad)?.highPpm).toBeLessThan(300_000);
  });

  it('are explained before they are made, with what is known of each route and what that is worth', async () => {
    const input = { channel: 'sms', class: 'transactional', country: 'MX' } as const;
    await until('both carriers are reported up', async () => {
      const { count } = await stage.services.database.sql`select from connection_report where up`;
      return count === 2;
    });
    const explained = await explainRouting({ ctx: stage.ctx, input });
    const of = (name: string) => explained.routes.find(({ route_name }) => route_name === name);
    expect(explained.objective).toMatchObject({ success_micros: 500_000, min_success: 0.5 });
    expect(of('good')).toMatchObject({ excluded: null, probability: 1, signal: { forging: false } });
    expect(of('good')?.score_micros).toBeGreaterThan(400_000);
    expect(of('bad')).toMatchObject({ excluded: 'ejected', probability: 0, signal: { basis: 'cell' } });
    const elsewhere = await explainRouting({ ctx: stage.ctx, input: { ...input, country: 'BR' } });
    expect(elsewhere.objective).toBeNull();
    expect(elsewhere.routes.map(({ probability, signal }) => [probability, signal])).toEqual([
      [0.5, null],
      [0.5, null],
    ]);
  });

  it('are another plan only when something else is believed', async () => {
    // What was counted since the last reading is read first: nothing new comes between these two.
    await stage.services.signals.flush();
    await learn({ ctx: stage });
    expect(await learn({ ctx: stage })).toMatchObject({ changed: 0 });
  });

  it('replay bit for bit from what is stored, those before and after something was learned', async () => {
    const keys = new Set<string>();
    for (const id of decided) {
      const { attempt, facts } = await planOf(id);
      expect(attempt).toBeDefined();
      const { plan: key, n, route } = attempt as NonNullable<typeof attempt>;
      keys.add(key ?? '');
      expect(String(planKey(facts))).toBe(key);
      const draw = drawOf(id, n);
      const [once, twice] = [planRoutes(facts), planRoutes(JSON.parse(canonicalJson(facts)) as RoutingFacts)];
      expect(canonicalJson(once)).toBe(canonicalJson(twice));
      expect(pickRoute(once, draw)?.routeId).toBe(stage.services.config.current().route(route ?? 0)?.id);
    }
    expect(keys.size).toBeGreaterThanOrEqual(2);
    const id = encodeId('message', decided.at(-1) as string);
    expect((await readTimeline({ ctx: stage.ctx, input: { id } })).replayed).toBe(true);
  });
});
