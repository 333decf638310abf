import { LaneJob, type MessageState, type SubmitAnswer, type TrafficClass } from '@signalbox/contracts';
import { readEvents, readPositions } from '@signalbox/db';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endReceiptWait } from '../receipts/receipt-due.ts';
import { sweep } from '../upkeep/sweep.ts';
import type { Worker } from './open-worker.ts';
import { openScripted, type ScriptedCarriers, type Stage, scriptCarriers, setStage, until } from './testing.ts';

/** A worker with carriers of its own, so that a test chooses which process hears a receipt. */
type Hand = { worker: Worker; carriers: ScriptedCarriers };

const MESSAGES = 40;
const ROUNDS = 5;
let stage: Stage;
let serial = 0;
const hands: Hand[] = [];
const number = () => {
  serial += 1;
  return `+5255987${String(serial).padStart(5, '0')}`;
};
const receipt = (ref: string) => ({ ref, verdict: 'delivered' as const, reason: null, raw: 'stat:DELIVRD' });

beforeAll(async () => {
  stage = await setStage();
  await stage.addRoute('primary', 1, 1000);
  await stage.addRoute('backup', 2, 1000);
});

afterAll(async () => {
  for (const { worker } of hands) await worker.stop(100);
  await stage.end();
});

async function hire(name: string): Promise<Hand> {
  const carriers = scriptCarriers();
  const worker = await openScripted(stage, carriers, name);
  const hand = { worker, carriers };
  hands.push(hand);
  return hand;
}

const run = async ({ worker }: Hand, lane: TrafficClass) => {
  for (const job of await stage.jobs(lane)) await worker.runLane(lane, [LaneJob.parse(job.data)]);
};
const positionOf = async (id: string) => (await readPositions(stage.services.database.sql, [id])).get(id);
const reaches = (id: string, state: MessageState) =>
  until(`the message is ${state}`, async () => (await positionOf(id))?.state === state);

/** An answer that comes when the test says so. */
function heldAnswer() {
  const { promise, resolve } = Promise.withResolvers<SubmitAnswer>();
  return { promise, give: resolve };
}

/** I-9: the tally equals a recount of the newest events. */
async function expectTrueTally(): Promise<void> {
  const rows = await stage.services.database.sql`
    with counted as (
      select e.state, count(*)::int as n from message m
      join lateral (select state from event where message_id = m.id order by seq desc limit 1) e on true
      where e.state not in ('queued', 'sending') group by 1),
    tallied as (select state, sum(count)::int as n from tally group by 1)
    select state, coalesce(t.n, 0) as tallied, coalesce(c.n, 0) as counted
    from counted c full join tallied t using (state) where coalesce(t.n, 0) <> coalesce(c.n, 0)`;
  expect([...rows]).toEqual([]);
}

describe('news of an attempt that comes when the message has gone on', () => {
  test('the receipt of the first copy of a code ends the message while the second copy is in flight', async () => {
    const hand = await hire('one');
    const second = heldAnswer();
    hand.carriers.script = (provider) =>
      provider === 'primary'
        ? { kind: 'indeterminate', reason: 'provider.indeterminate', raw: 'no response', refs: ['first'] }
        : second.promise;
    const id = await stage.accept('otp', number());
    await reaches(id, 'sending');
    await stage.jobs('otp');
    await stage.services.database
      .sql`update attempt set claimed_at = claimed_at - interval '1 minute' where message_id = ${id}`;
    await endReceiptWait({
      ctx: { services: stage.services },
      input: { workspace: stage.ctx.workspace.number, turn: 1, ids: id.replaceAll('-', '') },
    });
    await run(hand, 'otp');
    await until('the second copy was handed over', async () => hand.carriers.submitted.length === 2);

    await hand.carriers.hosts.get('primary')?.onReceipts([receipt('first')]);
    // The end is newer than the turn in flight: nobody reads the message as still on its way.
    expect(await positionOf(id)).toMatchObject({ state: 'delivered', eventAttempt: 2, turns: 2 });

    second.give({ kind: 'accepted', refs: ['second'] });
    await until('the answer is kept', async () => (await positionOf(id))?.seq === 4);
    expect(await positionOf(id)).toMatchObject({ state: 'delivered' });
    const history = await readEvents(stage.services.database.sql, [id]);
    expect(history.at(-1)?.data).toMatchObject({ overtaken: true, answer: 'accepted' });

    await hand.carriers.hosts.get('backup')?.onReceipts([receipt('second')]);
    expect(await positionOf(id)).toMatchObject({ state: 'delivered', seq: 5 });
    await expectTrueTally();
  });

  test('an acceptance that comes after the claim was taken over makes the message sent, and it is counted once', async () => {
    const hand = await hire('sleeper');
    const late = heldAnswer();
    hand.carriers.script = () => late.promise;
    const id = await stage.accept('transactional', number());
    await run(hand, 'transactional');
    await stage.services.database
      .sql`update worker_lease set ended_at = now() where number = ${hand.worker.ctx.lease.number}`;
    await sweep({ ctx: { services: stage.services } });
    expect(await positionOf(id)).toMatchObject({ state: 'sending', eventAttempt: 1 });

    late.give({ kind: 'accepted', refs: ['late'] });
    await reaches(id, 'sent');
    await expectTrueTally();
    await hand.carriers.hosts.get('primary')?.onReceipts([receipt('late')]);
    await reaches(id, 'delivered');
    await expectTrueTally();
  });
});

describe('two workers that are told of the same messages at once', () => {
  const pair: Hand[] = [];
  /** What each worker submitted is told to both, in opposite order. */
  const tellBoth = (refs: readonly string[]) =>
    Promise.all(
      pair.map(({ carriers }, index) =>
        carriers.hosts.get('primary')?.onReceipts((index === 0 ? refs : refs.toReversed()).map(receipt)),
      ),
    );
  const sendAll = async (refsOf: (attemptRef: string) => string[]) => {
    const ids: string[] = [];
    const refs: string[][] = [];
    for (const hand of pair) {
      hand.carriers.submitted = [];
      hand.carriers.script = (_, request) => ({ kind: 'accepted', refs: refsOf(request.attemptRef) });
      for (let count = 0; count < MESSAGES; count += 1) ids.push(await stage.accept('transactional', number()));
      await run(hand, 'transactional');
      await until('all are handed over', async () => hand.carriers.submitted.length === MESSAGES);
      refs.push(...hand.carriers.submitted.map(({ request }) => refsOf(request.attemptRef)));
    }
    for (const id of ids) await reaches(id, 'sent');
    return { ids, refs };
  };

  beforeAll(async () => {
    pair.push(await hire('left'), await hire('right'));
  });

  test('D-01 store every receipt and never wait for each other in a circle', async () => {
    const { ids, refs } = await sendAll((attemptRef) => [attemptRef]);
    for (let round = 0; round < ROUNDS; round += 1) await tellBoth(refs.flat());
    const events = await readEvents(stage.services.database.sql, ids);
    const eventsOf = Map.groupBy(events, (event) => event.messageId);
    for (const id of ids) expect(eventsOf.get(id)).toHaveLength(1 + 2 * ROUNDS);
    await expectTrueTally();
  });

  test('D-06 a text is delivered though each worker heard of one of its two parts', async () => {
    const { ids, refs } = await sendAll((attemptRef) => [`${attemptRef}a`, `${attemptRef}b`]);
    await Promise.all(
      pair.map(({ carriers }, part) =>
        carriers.hosts.get('primary')?.onReceipts(refs.map((parts) => receipt(parts[part] ?? ''))),
      ),
    );
    for (const id of ids) expect(await positionOf(id)).toMatchObject({ state: 'delivered' });
    await expectTrueTally();
  });
});
