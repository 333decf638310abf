import { type Channel, encodeId, type MessageState, type MessageView, SignalboxError } from '@signalbox/contracts';
import { transition } from '@signalbox/core';
import {
  addToTally,
  lockGroup,
  type MessageRow,
  passTurnstile,
  readAttempts,
  readEvents,
  readMessageRows,
  stopGroup,
  type Transaction,
} from '@signalbox/db';
import { type AuditChange, recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { giveBackUntaken } from '../dispatch/reserve-caps.ts';
import { tallyChange } from '../dispatch/tally-change.ts';
import { untakenFacts } from '../dispatch/untaken.ts';
import { inWorkspace } from '../tenant.ts';
import { announceEvents, toldOf } from '../webhooks/announce-events.ts';
import { endWaiting } from './end-waiting.ts';
import { messageNotFound, messageUuid } from './get.ts';
import { viewMessages } from './view.ts';

/** Another process wrote into the history at this moment: the whole transaction is tried again. */
class HistoryMoved extends Error {}

const TRIES = 5;

/**
 * Cancels a message that no attempt is claimed for and answers its view; repeating it answers the same. It passes the turnstile of the
 * workspace alone, so either a claim has committed before it and it is refused as `not_cancelable`, or no claim ever follows.
 * The first message of a send over several channels stands for all of them: what of it has not gone is canceled, and it is refused only
 * when nothing was left to cancel.
 */
export async function cancelMessage({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { id: string };
}): Promise<MessageView> {
  const uuid = messageUuid(input.id);
  return whileHistoryMoves(() => inWorkspace(ctx, (tx, asOwner) => cancelInTransaction(ctx, tx, asOwner, uuid)));
}

/** Runs a transaction that cancels messages again when another process wrote into their history at that moment. */
export async function whileHistoryMoves<T>(run: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof HistoryMoved) || tries === TRIES) throw error;
    }
  }
}

/**
 * Cancels those of some messages that no attempt is claimed for and leaves the others as they are. The caller has passed the turnstile
 * alone; afterwards the transaction acts as the owner.
 */
export async function cancelUntouched(
  ctx: RequestContext,
  tx: Transaction,
  asOwner: () => Promise<unknown>,
  ids: readonly string[],
  nowMs: number,
): Promise<void> {
  const rows = await readMessageRows(tx, ctx.workspace.number, ctx.environment, ids);
  const refusals = await refusalsOf(tx, rows);
  const open = rows.filter((row) => row.state !== 'canceled' && !refusals.has(row.id));
  await cancelAll(ctx, tx, asOwner, open, nowMs);
  if (open.length === 0) await asOwner();
}

async function cancelInTransaction(
  ctx: RequestContext,
  tx: Transaction,
  asOwner: () => Promise<unknown>,
  uuid: string,
): Promise<MessageView> {
  const workspace = ctx.workspace.number;
  const readRow = async (): Promise<MessageRow> => {
    const [row] = await readMessageRows(tx, workspace, ctx.environment, [uuid]);
    if (row === undefined) throw messageNotFound();
    return row;
  };
  // Whether it exists here is asked before the turnstile: a stranger's id must not hold up the claims of this workspace.
  const { sentFor } = await readRow();
  const { nowMs } = await passTurnstile(tx, workspace, true);
  // Whoever goes on by the next channel has done so, or does not any more.
  const group = sentFor === null ? undefined : await lockGroup(tx, workspace, sentFor);
  const ids = group?.id === uuid ? group.messageIds : [uuid];
  const rows = await readMessageRows(tx, workspace, ctx.environment, ids);
  const refusals = await refusalsOf(tx, rows);
  const open = rows.filter((row) => row.state !== 'canceled' && !refusals.has(row.id));
  const isWhole = group?.id === uuid;
  const delivered = rows.some((row) => row.state === 'delivered');
  const stops = group !== undefined && group.waiting !== null && !delivered && (isWhole || open.length > 0);
  const wasStopped = isWhole && group.stopped === 'platform.canceled';
  const refusal = refusals.get(uuid);
  if (refusal !== undefined && open.length === 0 && !stops && !wasStopped) throw refusal;
  if (stops) await stopGroup(tx, group, 'platform.canceled');
  await cancelAll(ctx, tx, asOwner, open, nowMs);
  const [view] = await viewMessages(ctx, tx, [await readRow()]);
  if (view === undefined) throw messageNotFound();
  const waiting = stops ? (group.waiting ?? []).map(({ channel }) => channel) : [];
  await recordAudit(tx, ctx, ...changesOf(rows, open, { id: uuid, waiting }));
  return view;
}

/** What the audit log tells: each message that is canceled, and the channels that do not go any more, with the message they were canceled by. */
function changesOf(
  rows: readonly MessageRow[],
  canceled: readonly MessageRow[],
  stopped: { id: string; waiting: readonly Channel[] },
): AuditChange[] {
  return rows.flatMap((row): AuditChange[] => {
    const state = canceled.includes(row) ? 'canceled' : row.state;
    const stops = row.id === stopped.id && stopped.waiting.length > 0;
    if (state === row.state && !stops) return [];
    return [
      {
        action: 'message.canceled',
        object: { kind: 'message', id: encodeId('message', row.id), name: '' },
        before: { state: row.state, ...(stops ? { waiting_channels: stopped.waiting } : {}) },
        after: { state, ...(stops ? { waiting_channels: [] } : {}) },
      },
    ];
  });
}

async function cancelAll(
  ctx: RequestContext,
  tx: Transaction,
  asOwner: () => Promise<unknown>,
  rows: readonly MessageRow[],
  nowMs: number,
): Promise<void> {
  if (rows.length === 0) return;
  const workspace = ctx.workspace.number;
  const endings = await endWaiting(tx, workspace, rows, {
    state: 'canceled',
    reason: 'platform.canceled',
    atMs: nowMs,
  });
  if (endings === null) throw new HistoryMoved('another process wrote into a history at this moment');
  await asOwner();
  await giveBackCounts(tx, workspace, rows);
  // In the order of the rows.
  const told = endings.flatMap((ending, index) => {
    const row = rows[index];
    return row === undefined ? [] : [{ ...ending, message: toldOf(row) }];
  });
  await announceEvents(tx, ctx.services, told);
  await addToTally(
    tx,
    tallyChange(rows.map((message) => ({ message, workspace, state: 'canceled' as const, delta: 1 }))),
  );
}

/** What caps counted of a message that carriers refused, and that waited for its next turn, is given back. */
async function giveBackCounts(tx: Transaction, workspace: number, rows: readonly MessageRow[]): Promise<void> {
  const ids = rows.map(({ id }) => id);
  const [attempts, events] = await Promise.all([readAttempts(tx, ids), readEvents(tx, ids)]);
  const untaken = rows.map((message) => ({
    ...{ workspace, message },
    facts: untakenFacts(
      attempts.filter(({ messageId }) => messageId === message.id),
      events.filter(({ messageId }) => messageId === message.id),
    ),
  }));
  await giveBackUntaken(tx, untaken);
}

/** Why each of these messages can no longer be canceled; those that can are left out. */
async function refusalsOf(tx: Transaction, rows: readonly MessageRow[]): Promise<Map<string, SignalboxError>> {
  const refusals = new Map<string, SignalboxError>();
  const open = rows.filter((row) => row.state !== 'canceled');
  if (open.length === 0) return refusals;
  const events = await readEvents(
    tx,
    open.map((row) => row.id),
  );
  // After a lost answer the message may be on a phone already: it waits for another turn, and is not untouched.
  const lost = new Set(events.flatMap((event) => (event.data?.answer === 'indeterminate' ? [event.messageId] : [])));
  for (const { id, state } of open) {
    if (!transition(state, { kind: 'canceled' }).ok || lost.has(id)) refusals.set(id, notCancelable(state));
  }
  return refusals;
}

function notCancelable(state: MessageState): SignalboxError {
  const why = state === 'queued' ? 'an attempt of it may have arrived already' : `its state is ${state}`;
  return new SignalboxError('not_cancelable', { detail: `The message can no longer be canceled: ${why}.` });
}
