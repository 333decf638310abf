import {
  encodeId,
  type MessageState,
  type RoutingFacts,
  type Timeline,
  uuidTimeMs,
  type WrittenByView,
} from '@signalbox/contracts';
import {
  type GroupRow,
  type MessageRow,
  readAttempts,
  readEvents,
  readGroups,
  readMessageRows,
  readParts,
  readPlans,
  type StoredAttempt,
  type StoredEvent,
  type Transaction,
} from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { questionOf } from '../dispatch/plan-book.ts';
import { instantText } from '../instant-text.ts';
import { planNow } from '../routing/decide-now.ts';
import { viewWritten } from '../templates/written-view.ts';
import { readWithin } from '../tenant.ts';
import { messageNotFound, messageUuid } from './get.ts';
import { candidatesStep, contentStep, replayTurn } from './timeline-decision.ts';
import { type HistoryContext, historySteps } from './timeline-history.ts';
import { entriesOf, stepOf, type TimelineStep } from './timeline-step.ts';

/**
 * Everything that happened to a message, and why, oldest first. Decisions are worked out again from their stored facts; `replayed` is
 * true when each gives the same choice as the one stored. A message that still waits tells what for, with the routes as they stand now.
 */
export async function readTimeline({ ctx, input }: { ctx: RequestContext; input: { id: string } }): Promise<Timeline> {
  const uuid = messageUuid(input.id);
  return readWithin(ctx, 'The history takes too long to read; try again.', async (tx) => {
    const [row] = await readMessageRows(tx, ctx.workspace.number, ctx.environment, [uuid]);
    if (row === undefined) throw messageNotFound();
    const [attempts, events, parts] = await Promise.all([
      readAttempts(tx, [uuid]),
      readEvents(tx, [uuid]),
      readParts(tx, uuid),
    ]);
    const keys = attempts.flatMap((attempt) => attempt.plan ?? []);
    const plans = keys.length === 0 ? new Map() : await readPlans(tx, ctx.workspace.number, [...new Set(keys)]);
    const told = tellTurns(ctx, row, attempts, events, plans, parts);
    const waiting = await waitingSteps(ctx, tx, row, attempts);
    const [group] = row.sentFor === null ? [] : await readGroups(tx, ctx.workspace.number, [row.sentFor]);
    const written = (await viewWritten(ctx, tx, [row]))(row);
    const steps = [...acceptSteps(row, written), ...told.steps, ...waiting];
    return { data: entriesOf(withChannels(row, group, steps)), replayed: told.same };
  });
}

function acceptSteps(row: MessageRow, written: WrittenByView | null): TimelineStep[] {
  const atMs = uuidTimeMs(row.id);
  const actor = row.apiKey === null ? 'console' : 'api';
  const { channel, parts, country } = row;
  const sendAt = instantText(row.sendAtMs);
  return [
    stepOf({
      kind: 'accept',
      actor,
      result: 'pass',
      atMs,
      state: sendAt === null ? 'accepted' : 'scheduled',
      facts: {
        channel,
        class: row.class,
        parts,
        client_ref: row.clientRef,
        ...(written === null ? {} : { template: `${written.key} v${written.version}`, locale: written.locale }),
        ...(written?.asked_locale == null ? {} : { asked_locale: written.asked_locale }),
      },
    }),
    stepOf({ kind: 'normalise', actor, result: 'pass', atMs, facts: { to: row.address, country } }),
    ...(sendAt === null ? [] : [stepOf({ kind: 'schedule', actor, result: 'wait', atMs, facts: { send_at: sendAt } })]),
  ];
}

/** The steps with those that lead from one channel of a send to the next: where this message came from, and what followed it. */
function withChannels(row: MessageRow, group: GroupRow | undefined, steps: readonly TimelineStep[]): TimelineStep[] {
  if (group === undefined || group.mode === 'parallel') return [...steps];
  const place = group.messageIds.indexOf(row.id);
  const came = channelStep(group, place, true);
  const went = channelStep(group, place + 1, false);
  // Behind the two that say that it was accepted and for whom.
  const told = came === undefined ? [...steps] : [...steps.slice(0, 2), came, ...steps.slice(2)];
  if (went === undefined) return told;
  const later = told.findIndex((step) => step.atMs > went.atMs);
  return later === -1 ? [...told, went] : told.toSpliced(later, 0, went);
}

/** The step to the message at a place of its group, as its own timeline tells it, or as the timeline of the one before it does. */
function channelStep(group: GroupRow, place: number, own: boolean): TimelineStep | undefined {
  const [messageId, code] = [group.messageIds[place], group.reasons[place - 1]];
  const [channel, after] = [group.channels[place], group.channels[place - 1]];
  if (messageId === undefined || code === undefined || channel === undefined || after === undefined) return undefined;
  const other = own ? group.messageIds[place - 1] : messageId;
  return stepOf({
    kind: 'next_channel',
    actor: 'worker',
    result: 'info',
    atMs: uuidTimeMs(messageId),
    code,
    facts: {
      channel,
      ...(own ? { after } : {}),
      ...(code === 'platform.no_receipt' ? { within_seconds: group.timeoutSeconds } : {}),
      message_id: encodeId('message', other ?? messageId),
    },
  });
}

/** Turns and events in the order in which they followed from each other: clocks of several machines decide nothing where numbers can. */
function tellTurns(
  ctx: RequestContext,
  row: MessageRow,
  attempts: readonly StoredAttempt[],
  events: readonly StoredEvent[],
  plans: ReadonlyMap<string, Record<string, unknown>>,
  parts: HistoryContext['parts'],
): { steps: TimelineStep[]; same: boolean } {
  const config = ctx.services.config.current();
  const providerName = (number: number) => config.providers.get(number)?.name ?? null;
  const providerOf = (attempt: number) => {
    const route = attempts.find((one) => one.n === attempt)?.route;
    const provider = route == null ? undefined : config.route(route)?.provider;
    return provider === undefined ? null : providerName(provider);
  };
  const context: HistoryContext = { row, providerOf, providerName, parts };
  const canceled = new Set(events.flatMap((event) => (event.state === 'canceled' ? [event.attempt] : [])));
  const steps: TimelineStep[] = [];
  let same = true;
  let told = 0;
  let planned = false;
  const tell = (precedes: (attempt: StoredAttempt) => boolean): void => {
    for (let next = attempts[told]; next !== undefined && precedes(next); next = attempts[told]) {
      const facts = next.plan === null ? undefined : plans.get(next.plan);
      const isFirstPlan = next.plan !== null && !planned;
      planned ||= isFirstPlan;
      const place = { isCanceled: canceled.has(next.n), isFirstPlan };
      const turn = replayTurn(row, next, facts as RoutingFacts | undefined, config, place);
      steps.push(...turn.steps);
      same &&= turn.same;
      told += 1;
    }
  };
  let state: MessageState = 'sending';
  for (const event of events) {
    tell(
      (attempt) => attempt.n <= event.attempt || (event.receiptVerdict !== null && attempt.claimedAtMs < event.atMs),
    );
    steps.push(...historySteps(event, state, context));
    state = event.state;
  }
  tell(() => true);
  return { steps, same };
}

/** What a message that waits for a turn waits for. A first turn shows what the decision would be now. */
async function waitingSteps(
  ctx: RequestContext,
  tx: Transaction,
  row: MessageRow,
  attempts: readonly StoredAttempt[],
): Promise<TimelineStep[]> {
  if (attempts.length > 0 || row.state !== 'queued') return [];
  const atMs = ctx.services.world.nowMs();
  const plan = await planNow(ctx, tx, questionOf(ctx.services.config.current(), ctx.workspace.number, row, [], atMs));
  const { result, ...step } = candidatesStep(plan, null, atMs, null);
  return [
    contentStep(row, uuidTimeMs(row.id)),
    { ...step, result: result === 'pass' ? 'wait' : result, state: 'queued' },
  ];
}
