import { type MessageState, type MessageView, SignalboxError } from '@signalbox/contracts';
import { transition } from '@signalbox/core';
import {
  addToTally,
  appendEvents,
  type MessagePosition,
  type MessageRow,
  type NewEvent,
  passTurnstile,
  readEvents,
  readMessageRows,
  readPositions,
  type Transaction,
  takeTurns,
} from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { tallyChange } from '../dispatch/tally-change.ts';
import { inWorkspace } from '../tenant.ts';
import { announceEvents } from '../webhooks/announce-events.ts';
import { messageNotFound, messageUuid } from './get.ts';
import { viewMessages } from './view.ts';

/** Another process wrote into the history at this moment: the whole transaction is tried again. */
class HistoryMoved extends Error {}

const TRIES = 5;

/**
 * Cancels a message that no attempt is claimed for and answers its view; repeating it answers the same. It passes the turnstile of the
 * workspace alone, so either a claim has committed before it and it is refused as `not_cancelable`, or no claim ever follows.
 */
export async function cancelMessage({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { id: string };
}): Promise<MessageView> {
  const uuid = messageUuid(input.id);
  for (let tries = 1; ; tries += 1) {
    try {
      return await inWorkspace(ctx, (tx, asOwner) => cancelInTransaction(ctx, tx, asOwner, uuid));
    } catch (error) {
      if (!(error instanceof HistoryMoved) || tries === TRIES) throw error;
    }
  }
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
  await readRow();
  const nowMs = await passTurnstile(tx, workspace, true);
  const row = await readRow();
  if (row.state !== 'canceled') {
    await assertCancelable(tx, row);
    const position = (await readPositions(tx, [uuid])).get(uuid);
    const event = await writeCancel(tx, workspace, uuid, position, nowMs);
    await asOwner();
    await announceEvents(tx, ctx.services, [event]);
    await addToTally(tx, tallyChange([{ message: row, workspace, state: 'canceled', delta: 1 }]));
  }
  const [view] = await viewMessages(ctx, tx, [await readRow()]);
  if (view === undefined) throw messageNotFound();
  if (row.state !== 'canceled') {
    await recordAudit(tx, ctx, {
      action: 'message.canceled',
      object: { kind: 'message', id: view.id, name: '' },
      before: { state: row.state },
      after: { state: 'canceled' },
    });
  }
  return view;
}

async function assertCancelable(tx: Transaction, row: MessageRow): Promise<void> {
  if (!transition(row.state, { kind: 'canceled' }).ok) throw notCancelable(row.state);
  // After a lost answer the message may be on a phone already: it waits for another turn, and is not untouched.
  const events = await readEvents(tx, [row.id]);
  if (events.some((event) => event.data?.answer === 'indeterminate')) throw notCancelable(row.state);
}

function notCancelable(state: MessageState): SignalboxError {
  const why = state === 'queued' ? 'an attempt of it may have arrived already' : `its state is ${state}`;
  return new SignalboxError('not_cancelable', { detail: `The message can no longer be canceled: ${why}.` });
}

async function writeCancel(
  tx: Transaction,
  workspace: number,
  messageId: string,
  position: MessagePosition | undefined,
  nowMs: number,
): Promise<NewEvent> {
  const n = (position?.turns ?? 0) + 1;
  const turn = {
    messageId,
    n,
    workspace,
    plan: null,
    route: null,
    worker: null,
    facts: null,
  } as const;
  if ((await takeTurns(tx, [turn], nowMs, true)) !== 'all') throw new HistoryMoved('a turn was taken at this moment');
  const seq = (position?.seq ?? 0) + 1;
  const place = { messageId, seq, workspace, state: 'canceled', attempt: n, late: false } as const;
  const rest = { ref: null, reason: 'platform.canceled', receipt: null, data: null, atMs: nowMs } as const;
  const event: NewEvent = { ...place, ...rest };
  const unwritten = await appendEvents(tx, [event]);
  if (unwritten.size > 0) throw new HistoryMoved('an event was written at this moment');
  return event;
}
