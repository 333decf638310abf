import {
  type DurationHistogram,
  HASTY_RECEIPT_MS,
  type SignalCount,
  type SignalRow,
  type TrafficClass,
  uuidFloor,
  uuidTimeMs,
} from '@signalbox/contracts';
import { instantArray, plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner, Transaction } from '../connection.ts';
import { moveMark, readMark } from './sweep.ts';

/** Where a figure belongs: one route and one class in one country, in the minute of the submission. What is counted for a network is counted for its country as well. */
export interface SignalPlace {
  /** Start of the minute, milliseconds since 1970. */
  spanMs: number;
  workspace: number;
  route: number;
  class: TrafficClass;
  /** Empty where there is none. */
  country: string;
  /** Empty for the country as a whole. */
  network: string;
}

/** Figures to add at a place. */
export interface SignalAdd extends SignalPlace {
  counts: Readonly<Partial<Record<SignalCount, number>>>;
  /** How many came after so long, by kind and bucket. */
  delays: readonly { kind: DelayKind; bucket: number; count: number }[];
}

/** What a delay is one of: a positive receipt, a negative one, a proven arrival. */
export type DelayKind = 'delivered' | 'failed' | 'proven';

// Delays have many buckets: by ten minutes they are a tenth of the rows, and how late receipts come changes no faster.
const DELAY_SPAN = '10 minutes';
const DELAY_SPAN_MS = 600_000;

/** Adds figures, three statements for all of them, sorted by key so that two writers never wait for each other in a circle. Routes that are gone are left out. */
export async function addSignals(sql: SqlRunner, adds: readonly SignalAdd[]): Promise<void> {
  if (adds.length === 0) return;
  const of = (name: SignalCount) => plainArray(adds.map(({ counts }) => counts[name] ?? 0));
  await sql`
    insert into route_signal as s (span, workspace, route, class, country, network, cost_micros, accepted, resolved, delivered,
      failed, failed_milli, silent, refused_milli, throttled, expectant, converted, hasty, hasty_converted, parts)
    select given.* from unnest(
      ${instantArray(adds.map((a) => a.spanMs))}::timestamptz[], ${plainArray(adds.map((a) => a.workspace))}::int4[],
      ${plainArray(adds.map((a) => a.route))}::int4[], ${plainArray(adds.map((a) => a.class))}::traffic_class[],
      ${textArray(adds.map((a) => a.country))}::text[], ${textArray(adds.map((a) => a.network))}::text[],
      ${of('costMicros')}::int8[], ${of('accepted')}::int4[], ${of('resolved')}::int4[], ${of('delivered')}::int4[],
      ${of('failed')}::int4[], ${of('failedMilli')}::int4[], ${of('silent')}::int4[], ${of('refusedMilli')}::int4[],
      ${of('throttled')}::int4[], ${of('expectant')}::int4[], ${of('converted')}::int4[], ${of('hasty')}::int4[],
      ${of('hastyConverted')}::int4[], ${of('parts')}::int4[]
    ) as given(span, workspace, route, class, country, network, cost_micros, accepted, resolved, delivered, failed, failed_milli, silent,
      refused_milli, throttled, expectant, converted, hasty, hasty_converted, parts)
    join route r on r.number = given.route and r.workspace = given.workspace
    order by 1, 2, 3, 4, 5, 6
    on conflict (span, workspace, route, class, country, network) do update set
      cost_micros = s.cost_micros + excluded.cost_micros, accepted = s.accepted + excluded.accepted,
      resolved = s.resolved + excluded.resolved, delivered = s.delivered + excluded.delivered, failed = s.failed + excluded.failed,
      failed_milli = s.failed_milli + excluded.failed_milli, silent = s.silent + excluded.silent,
      refused_milli = s.refused_milli + excluded.refused_milli, throttled = s.throttled + excluded.throttled,
      expectant = s.expectant + excluded.expectant, converted = s.converted + excluded.converted,
      hasty = s.hasty + excluded.hasty, hasty_converted = s.hasty_converted + excluded.hasty_converted,
      parts = s.parts + excluded.parts`;
  await addUse(
    sql,
    // Those of a network are in those of its country.
    adds.filter(({ counts, network }) => network === '' && (counts.accepted ?? 0) > 0),
  );
  const delays = adds.flatMap(({ delays: own, ...place }) => own.map((delay) => ({ ...place, ...delay })));
  if (delays.length === 0) return;
  await sql`
    insert into route_delay as d (span, workspace, route, class, country, network, kind, bucket, count)
    select date_bin(${DELAY_SPAN}::interval, given.span, 'epoch'), given.workspace, given.route, given.class, given.country, given.network,
      given.kind, given.bucket, sum(given.count)
    from unnest(
      ${instantArray(delays.map((a) => a.spanMs))}::timestamptz[], ${plainArray(delays.map((a) => a.workspace))}::int4[],
      ${plainArray(delays.map((a) => a.route))}::int4[], ${plainArray(delays.map((a) => a.class))}::traffic_class[],
      ${textArray(delays.map((a) => a.country))}::text[], ${textArray(delays.map((a) => a.network))}::text[],
      ${textArray(delays.map((a) => a.kind))}::text[], ${plainArray(delays.map((a) => a.bucket))}::int2[],
      ${plainArray(delays.map((a) => a.count))}::int4[]
    ) as given(span, workspace, route, class, country, network, kind, bucket, count)
    join route r on r.number = given.route and r.workspace = given.workspace
    group by 1, 2, 3, 4, 5, 6, 7, 8 order by 1, 2, 3, 4, 5, 6, 7, 8
    on conflict (span, workspace, route, class, country, network, kind, bucket) do update set count = d.count + excluded.count`;
}

/** Adds what routes took to their days. */
async function addUse(sql: SqlRunner, adds: readonly SignalAdd[]): Promise<void> {
  if (adds.length === 0) return;
  await sql`
    insert into route_use as u (day, workspace, route, country, taken, cost_micros)
    select date_trunc('day', given.span, 'UTC'), given.workspace, given.route, given.country, sum(given.accepted), sum(given.cost)
    from unnest(${instantArray(adds.map((a) => a.spanMs))}::timestamptz[], ${plainArray(adds.map((a) => a.workspace))}::int4[],
      ${plainArray(adds.map((a) => a.route))}::int4[], ${textArray(adds.map((a) => a.country))}::text[],
      ${plainArray(adds.map(({ counts }) => counts.accepted ?? 0))}::int8[], ${plainArray(adds.map(({ counts }) => counts.costMicros ?? 0))}::int8[]
    ) as given(span, workspace, route, country, accepted, cost)
    join route r on r.number = given.route and r.workspace = given.workspace
    group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (workspace, day, route, country) do update set taken = u.taken + excluded.taken,
      cost_micros = u.cost_micros + excluded.cost_micros`;
}

const CONVERSIONS_MARK = 'signal_conversions';
// A check that is committing has its instant already.
const SETTLING_MS = 5_000;
const LONGEST_CODE_MS = 30 * 60_000;
// Between the arrival of a code and its entry, as a rule: reading and typing.
const TYPING_MS = 15_000;

/**
 * Adds the codes that were entered since the last call to the figures of the routes that brought them, in the minute of their submission, with
 * the time they took to arrive. Each is counted once: the mark is held to the end of the transaction.
 */
export async function addConversions(tx: Transaction, nowMs: number): Promise<void> {
  const fromMs = Math.max(uuidTimeMs(await readMark(tx, CONVERSIONS_MARK)), nowMs - LONGEST_CODE_MS);
  const toMs = nowMs - SETTLING_MS;
  if (fromMs >= toMs) return;
  const entered = tx`
    select date_trunc('minute', a.claimed_at, 'UTC') as span, v.workspace, v.route, m.class, coalesce(m.country, '') as country, '' as network,
      greatest(500, extract(epoch from v.approved_at - a.claimed_at) * 1000 - ${TYPING_MS}) as ms,
      exists (select from event e where e.message_id = a.message_id and e.message_id >= ${uuidFloor(fromMs - LONGEST_CODE_MS)}
        and e.attempt = a.n and e.state = 'delivered' and e.at < a.claimed_at + ${HASTY_RECEIPT_MS} * interval '1 millisecond') as hasty
    from otp_verification v
    join lateral (select message_id, n, claimed_at from attempt where message_id = any(v.message_ids)
        and message_id >= ${uuidFloor(fromMs - LONGEST_CODE_MS)} and route = v.route and worker is not null order by message_id desc, n desc limit 1) a on true
    join message m on m.workspace = v.workspace and m.id = a.message_id
    where v.id >= ${uuidFloor(fromMs - LONGEST_CODE_MS)} and v.approved_at >= ${new Date(fromMs)} and v.approved_at < ${new Date(toMs)}`;
  await tx`
    insert into route_signal as s (span, workspace, route, class, country, network, cost_micros, accepted, resolved, delivered, failed,
      failed_milli, silent, refused_milli, throttled, expectant, converted, hasty, hasty_converted, parts)
    select span, workspace, route, class, country, network, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, count(*), 0, count(*) filter (where hasty), 0 from (${entered}) e
    group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
    on conflict (span, workspace, route, class, country, network) do update set converted = s.converted + excluded.converted,
      hasty_converted = s.hasty_converted + excluded.hasty_converted`;
  // The bucket of a duration: see bucketOf in core.
  await tx`
    insert into route_delay as d (span, workspace, route, class, country, network, kind, bucket, count)
    select date_bin(${DELAY_SPAN}::interval, span, 'epoch'), workspace, route, class, country, network, 'proven', least(167, greatest(0, ceil(ln(ms / 10) / ln(1.1)))), count(*)
    from (${entered}) e group by 1, 2, 3, 4, 5, 6, 7, 8 order by 1, 2, 3, 4, 5, 6, 7, 8
    on conflict (span, workspace, route, class, country, network, kind, bucket) do update set count = d.count + excluded.count`;
  await moveMark(tx, CONVERSIONS_MARK, uuidFloor(toMs));
}

/** Counts of one workspace, of a minute or, further back, of ten. */
export interface StoredCounts extends Pick<SignalRow, SignalCount | 'class' | 'country' | 'network' | 'fromMs'> {
  workspace: number;
  route: number;
}

/** Delays of submissions of ten minutes, all of one kind. */
export interface StoredDelays extends Pick<SignalRow, 'class' | 'country' | 'network' | 'fromMs'> {
  workspace: number;
  route: number;
  kind: DelayKind;
  histogram: DurationHistogram;
}

const CELL = (sql: SqlRunner) =>
  sql`workspace, route, class, nullif(country, '') as country, nullif(network, '') as network`;

/** The counts of all workspaces since an instant. Those older than a quarter of an hour come by ten minutes: what is old need not be told apart by the minute. */
export async function readSignalCounts(sql: SqlRunner, fromMs: number, nowMs: number): Promise<StoredCounts[]> {
  return sql<StoredCounts[]>`
    select ${CELL(sql)}, (extract(epoch from case when span > ${new Date(nowMs - 900_000)} then span
        else date_bin('10 minutes', span, 'epoch') end) * 1000)::float8 as "fromMs",
      sum(accepted)::int4 as accepted, sum(resolved)::int4 as resolved, sum(delivered)::int4 as delivered, sum(failed)::int4 as failed,
      sum(failed_milli)::int4 as "failedMilli", sum(silent)::int4 as silent, sum(refused_milli)::int4 as "refusedMilli",
      sum(throttled)::int4 as throttled, sum(expectant)::int4 as expectant, sum(converted)::int4 as converted,
      sum(hasty)::int4 as hasty, sum(hasty_converted)::int4 as "hastyConverted", sum(parts)::int4 as parts,
      sum(cost_micros)::float8 as "costMicros"
    from route_signal where span >= ${new Date(fromMs)} group by 1, 2, 3, 4, 5, 6`;
}

/** The delays of all workspaces since an instant. They are dated by the youngest submission they may be of: what they teach of late receipts must be settled. */
export async function readSignalDelays(sql: SqlRunner, fromMs: number): Promise<StoredDelays[]> {
  return sql<StoredDelays[]>`
    select ${CELL(sql)}, (extract(epoch from span) * 1000 + ${DELAY_SPAN_MS - 60_000})::float8 as "fromMs", kind,
      jsonb_object_agg(bucket, count) as histogram
    from route_delay where span >= ${new Date(fromMs)} group by 1, 2, 3, 4, 5, 6, 7`;
}

/** Forgets counts older than so many days, and delays older than two; returns how many rows. */
export async function pruneSignals(sql: SqlRunner, keepDays: number): Promise<number> {
  const signals = await sql`delete from route_signal where span < now() - make_interval(days => ${keepDays})`;
  const delays = await sql`delete from route_delay where span < now() - interval '2 days'`;
  return signals.count + delays.count;
}
