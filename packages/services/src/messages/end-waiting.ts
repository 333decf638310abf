import type { MessageState, ReasonCode } from '@signalbox/contracts';
import {
  appendEvents,
  type MessageRow,
  type NewEvent,
  readPositions,
  type Transaction,
  takeTurns,
} from '@signalbox/db';

/** The end of a message, and the state by the event before it; null without one. */
export interface Ending {
  event: NewEvent;
  before: MessageState | null;
}

/**
 * Ends messages that wait for a turn: takes the turn, so that nobody else gets it, and writes the end. Null, and nothing that may be kept,
 * when another process took one of the turns or wrote into a history at this moment.
 */
export async function endWaiting(
  tx: Transaction,
  workspace: number,
  rows: readonly Pick<MessageRow, 'id'>[],
  end: { state: MessageState; reason: ReasonCode; atMs: number },
): Promise<Ending[] | null> {
  const ids = rows.map((row) => row.id);
  const positions = await readPositions(tx, ids);
  const turnOf = (id: string): number => (positions.get(id)?.turns ?? 0) + 1;
  const unclaimed = { workspace, plan: null, route: null, worker: null, facts: null };
  const turns = ids.map((id) => ({ messageId: id, n: turnOf(id), ...unclaimed }));
  if ((await takeTurns(tx, turns, end.atMs, true)) !== 'all') return null;
  const events = ids.map((id): NewEvent => {
    const place = { messageId: id, seq: (positions.get(id)?.seq ?? 0) + 1, workspace, attempt: turnOf(id) };
    return { ...place, ...end, late: false, ref: null, receipt: null, data: null };
  });
  if ((await appendEvents(tx, events)).size > 0) return null;
  return events.map((event) => ({ event, before: positions.get(event.messageId)?.state ?? null }));
}
