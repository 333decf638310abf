import { uuidFloor } from '@signalbox/contracts';
import { makePartitions } from '@signalbox/db';
import type { SuiteContext, SuiteEntry } from '../scripts/suite/context.ts';
import { mediansOf, round } from './rig/numbers.ts';
import { type PipelineRound, runPipeline, showRound } from './rig/pipeline.ts';
import { type Rig, withRig } from './rig.ts';

const MESSAGES = 10_000_000;
const DAYS = 5;
const CHUNK = 250_000;
const DAY_MS = 86_400_000;
const ROUNDS = 3;

/**
 * Stores delivered messages as the system would have: half of them in past days, half in today's partition, where the new ones go too.
 * Their ids carry times spread over the day (so far), in order.
 */
async function grow(rig: Rig, context: SuiteContext, messages: number): Promise<void> {
  const todayMs = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  for (let day = 1; day <= DAYS; day += 1) await makePartitions(rig.sql, todayMs - day * DAY_MS, 0);
  const [template] = await rig.sql<{ id: string }[]>`select id from message order by id desc limit 1`;
  if (template === undefined) throw new Error('no message to grow from');
  for (let at = 0; at < messages; at += CHUNK) {
    context.signal.throwIfAborted();
    const past = at < messages / 2;
    const day = past ? todayMs - DAY_MS * (1 + (Math.floor(at / CHUNK) % DAYS)) : todayMs;
    const fromMs = past
      ? day + (at / messages) * DAY_MS
      : day + ((at - messages / 2) / messages) * (Date.now() - todayMs);
    await storeChunk(rig, template.id, fromMs, Math.min(CHUNK, messages - at));
    if (at % (CHUNK * 8) === 0) context.say(`${at + CHUNK} of ${messages} messages stored`);
  }
  await rig.sql`vacuum analyze`;
}

async function storeChunk(rig: Rig, templateId: string, fromMs: number, count: number): Promise<void> {
  // Twenty to a millisecond; the last twelve digits keep them apart.
  const ids = rig.sql`
    select overlay(overlay(${uuidFloor(0)}::text placing lpad(to_hex(${Math.floor(fromMs)}::int8 + n / 20), 12, '0') from 1 for 12)
      placing lpad(to_hex(n), 12, '0') from 25 for 12) as raw, n from generate_series(1, ${count}::int) n`;
  await rig.sql.begin(async (tx) => {
    await tx`set local synchronous_commit = off`;
    await tx`create temp table grown on commit drop as
      select (left(replace(raw, '-', ''), 8) || '-' || substr(replace(raw, '-', ''), 9, 4) || '-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as id,
        gen_random_uuid() as tail, n from (${ids}) made`;
    await tx`insert into message select (m).* from (
      select jsonb_populate_record(m, jsonb_build_object('id', g.id)) as m from message m, grown g where m.id = ${templateId} order by g.n) made`;
    await tx`insert into attempt select (a).* from (
      select jsonb_populate_record(a, jsonb_build_object('message_id', g.id)) as a from attempt a, grown g where a.message_id = ${templateId} order by g.n) made`;
    await tx`insert into event select (e).* from (
      select jsonb_populate_record(e, jsonb_build_object('message_id', g.id, 'ref', case when e.ref is null then null else 'g' || g.id end)) as e
      from event e, grown g where e.message_id = ${templateId} order by g.n, e.seq) made`;
  });
}

async function measureRounds(rig: Rig, context: SuiteContext) {
  const plan = { messages: 100_000, perRequest: 100, connections: 24 };
  await runPipeline(rig, { ...plan, messages: 20_000 }, context.signal);
  const rounds: PipelineRound[] = [];
  for (let one = 0; one < ROUNDS; one += 1) rounds.push(await runPipeline(rig, plan, context.signal));
  return mediansOf(rounds);
}

export default {
  name: 'growth.10m',
  long: true,
  run: (context) =>
    withRig(context, {}, async (rig) => {
      const empty = await measureRounds(rig, context);
      const messages = Math.round(MESSAGES * context.scale);
      await grow(rig, context, messages);
      const grown = await measureRounds(rig, context);
      const rate = Math.round(grown.endToEndPerSecond);
      context.figure({
        name: 'growth.10m',
        value: rate,
        unit: 'messages/s',
        conditions: { stored: messages, inPastDays: 0.5, rounds: ROUNDS, ...showRound(grown) },
        peers: {
          'same, empty': Math.round(empty.endToEndPerSecond),
          'processor time, empty': round(empty.totalMicros),
        },
        ratios: {
          'same, empty': round(rate / empty.endToEndPerSecond, 2),
          'processor time, empty': round(grown.totalMicros / empty.totalMicros, 2),
        },
      });
      return true;
    }),
} satisfies SuiteEntry;
