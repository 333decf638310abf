import {
  type Channel,
  encodeId,
  isReasonCode,
  type MessageState,
  type OverviewView,
  REASONS,
  SignalboxError,
  type TrafficClass,
  uuidFloor,
} from '@signalbox/contracts';
import { localDays } from '@signalbox/core';
import {
  countOpen,
  countReasons,
  countTallied,
  type HourCount,
  oldestWaiting,
  readPlans,
  readProviders,
  readReports,
  readTally,
  sampleDeliveryMs,
  sumClaimed,
  type Transaction,
} from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { priceOf } from '../messages/view.ts';
import { upProviders } from '../routing/connections.ts';
import { readWithin } from '../tenant.ts';

const HOUR_MS = 3_600_000;
const TOP_REASONS = 8;
const DELIVERY_SAMPLE = 1000;
// Figures that read rows instead of the tally are asked for only where they come within a moment: above these counts of messages in the
// window they are left out at once, and the limit on time catches the rest.
const SPEND_MESSAGES_MAX = 200_000;
const OPEN_MESSAGES_MAX = 1_000_000;
const ROWS_MS = 1500;
const NARROWER = 'The overview takes too long to read; choose a shorter time.';

/**
 * What happened in the last 24, 168 or 720 hours. Counts come from the tally and from the messages no provider took yet; the median and
 * 95th percentile from the newest thousand messages; the spend from the turns of the window at the prices of their decisions. Spend and
 * waiting messages are left out, with a line in the log, when there are too many rows to read them in time.
 */
export async function readOverview({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { hours: 24 | 168 | 720 };
}): Promise<OverviewView> {
  const nowMs = ctx.services.world.nowMs();
  const starts = bucketStarts(ctx, input.hours, nowMs);
  // Whole buckets: the window begins with the first one shown.
  const fromMs = Math.floor((starts[0] ?? nowMs) / HOUR_MS) * HOUR_MS;
  const tallied = await readWithin(ctx, NARROWER, (tx) => readTally(tx, ctx.workspace.number, ctx.environment, fromMs));
  const messages = countWhere(tallied, () => true);
  const [open, spend, rest] = await Promise.all([
    readIfQuick(ctx, 'waiting messages', messages <= OPEN_MESSAGES_MAX, (tx) =>
      countOpen(tx, ctx.workspace.number, ctx.environment, fromMs),
    ),
    readIfQuick(ctx, 'spend', messages <= SPEND_MESSAGES_MAX, (tx) => readSpend(ctx, tx, fromMs)),
    readWithin(ctx, NARROWER, (tx) => readRest(ctx, tx, fromMs, nowMs)),
  ]);
  const counts = [...tallied, ...open];
  return {
    by_state: sumBy(counts, (one) => one.state).map(([state, total]) => ({ state, count: total })),
    by_channel: channelsOf(counts),
    over_time: starts.map((startMs, index) => bucketOf(counts, startMs, starts[index + 1] ?? Number.POSITIVE_INFINITY)),
    spend,
    ...rest,
  };
}

/** When the hours of a day begin, or the days of the zone of the workspace, the oldest first. */
function bucketStarts(ctx: RequestContext, hours: 24 | 168 | 720, nowMs: number): number[] {
  const thisHourMs = Math.floor(nowMs / HOUR_MS) * HOUR_MS;
  if (hours === 24) return Array.from({ length: 24 }, (_, index) => thisHourMs - (23 - index) * HOUR_MS);
  const zone = ctx.services.config.current().workspaces.get(ctx.workspace.number)?.timeZone ?? 'UTC';
  return localDays(zone, nowMs, hours / 24);
}

/** A figure from rows; empty, with a line in the log, when the rows are too many to read in time. */
async function readIfQuick<T>(
  ctx: RequestContext,
  what: string,
  few: boolean,
  read: (tx: Transaction) => Promise<T[]>,
): Promise<T[]> {
  try {
    if (few) return await readWithin(ctx, NARROWER, read, ROWS_MS);
  } catch (error) {
    if (!(error instanceof SignalboxError) || error.code !== 'overloaded') throw error;
  }
  ctx.services.log.info('A figure of the overview was left out: too many rows to read in time.', { what });
  return [];
}

async function readRest(ctx: RequestContext, tx: Transaction, fromMs: number, nowMs: number) {
  const { environment } = ctx;
  const workspace = ctx.workspace.number;
  const [reasons, deliveryMs, waiting, providers, reports, otherCount] = await Promise.all([
    countReasons(tx, workspace, environment, fromMs, TOP_REASONS),
    sampleDeliveryMs(tx, workspace, environment, fromMs, DELIVERY_SAMPLE),
    oldestWaiting(tx, workspace, environment, nowMs),
    readProviders(tx, workspace, environment),
    readReports(tx, workspace),
    countTallied(tx, workspace, environment === 'live' ? 'sandbox' : 'live'),
  ]);
  const up = upProviders(reports);
  return {
    top_reasons: reasons.map(({ reason, count }) => ({
      code: reason,
      text: isReasonCode(reason) ? REASONS[reason].text : reason,
      count,
    })),
    delivery_ms: percentilesOf(deliveryMs),
    oldest_waiting_seconds: { ...NO_LANE_WAITS, ...waiting },
    providers_down: providers
      .filter((provider) => provider.enabled && !up.has(provider.number))
      .map(({ id, name }) => ({ id: encodeId('provider', id), name })),
    other_environment_count: otherCount,
  };
}

const NO_LANE_WAITS: Record<TrafficClass, number | null> = { otp: null, transactional: null, marketing: null };

/** Nearest-rank percentiles of a sample. */
function percentilesOf(sample: readonly number[]): OverviewView['delivery_ms'] {
  const sorted = [...sample].sort((a, b) => a - b);
  const rank = (share: number) => sorted[Math.ceil(share * sorted.length) - 1];
  const [p50, p95] = [rank(0.5), rank(0.95)];
  return p50 === undefined || p95 === undefined ? null : { p50: Math.round(p50), p95: Math.round(p95) };
}

async function readSpend(ctx: RequestContext, tx: Transaction, fromMs: number): Promise<OverviewView['spend']> {
  const workspace = ctx.workspace.number;
  const sums = await sumClaimed(tx, workspace, ctx.environment, uuidFloor(fromMs));
  const plans = await readPlans(tx, workspace, [...new Set(sums.map((sum) => sum.plan))]);
  const config = ctx.services.config.current();
  const spend = new Map<string, number>();
  for (const sum of sums) {
    const routeId = config.route(sum.route)?.id;
    const price = routeId === undefined ? null : priceOf(plans.get(sum.plan), routeId, sum.parts);
    if (price !== null) spend.set(price.currency, (spend.get(price.currency) ?? 0) + price.amount_micros);
  }
  return [...spend].map(([currency, amount_micros]) => ({ currency, amount_micros }));
}

function sumBy<Key extends string>(counts: readonly HourCount[], keyOf: (one: HourCount) => Key): [Key, number][] {
  const sums = new Map<Key, number>();
  for (const one of counts) sums.set(keyOf(one), (sums.get(keyOf(one)) ?? 0) + one.count);
  return [...sums];
}

const PROBLEMS: ReadonlySet<MessageState> = new Set(['undelivered', 'failed', 'expired', 'unknown']);

const countWhere = (counts: readonly HourCount[], holds: (state: MessageState) => boolean): number =>
  counts.reduce((sum, one) => (holds(one.state) ? sum + one.count : sum), 0);

function channelsOf(counts: readonly HourCount[]): OverviewView['by_channel'] {
  const groups = Map.groupBy(counts, (one): Channel => one.channel);
  return [...groups].map(([channel, group]) => ({
    channel,
    accepted: countWhere(group, () => true),
    delivered: countWhere(group, (state) => state === 'delivered'),
    // Every end without delivery but a refusal: not delivered, too late, or never learned.
    undelivered: countWhere(group, (state) => PROBLEMS.has(state) && state !== 'failed'),
    failed: countWhere(group, (state) => state === 'failed'),
    suppressed: countWhere(group, (state) => state === 'suppressed'),
  }));
}

/** Hours are counted by the clock of UTC: where a day begins between two of them, the hour belongs to the day it ends in. */
function bucketOf(counts: readonly HourCount[], fromMs: number, toMs: number): OverviewView['over_time'][number] {
  const isIn = ({ hourMs }: HourCount): boolean => hourMs + HOUR_MS > fromMs && hourMs + HOUR_MS <= toMs;
  const group = counts.filter(isIn);
  return {
    at: new Date(fromMs).toISOString(),
    accepted: countWhere(group, () => true),
    delivered: countWhere(group, (state) => state === 'delivered'),
    problems: countWhere(group, (state) => PROBLEMS.has(state)),
  };
}
