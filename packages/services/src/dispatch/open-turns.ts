import type { MessageState, PolicyFacts } from '@signalbox/contracts';
import { type LoadedMessage, readAttempts, readEvents, type SqlRunner, type StoredAttempt } from '@signalbox/db';
import { type Hold, holdIn } from './hold.ts';
import { untakenFacts } from './untaken.ts';

/** Where a message stands before its next turn. */
export interface TurnState {
  /** Number of the event that will be written next. */
  nextSeq: number;
  /** The state by the event before it; null without one. */
  before: MessageState | null;
  /** Routes it must not be tried on again (internal numbers). */
  barred: readonly number[];
  /** Whether an earlier turn was claimed: what was reserved for it then holds on. */
  wasClaimed: boolean;
  /** The facts of the turn in which caps counted it, while no carrier can have taken it; null otherwise. */
  untaken: object | null;
  /** What it is held for; null for one that is not. */
  hold: Hold | null;
  /** Money that was reserved for an earlier turn and certainly not spent, in integer millionths, and its currency; null without any. */
  heldMicros: number;
  heldCurrency: string | null;
}

const NONE: ReadonlyMap<string, TurnState> = new Map();

/** How the history says that the next turn may stay on the same route. */
export const SAME_ROUTE = 'same_route';

/**
 * The messages that are waiting for exactly this turn, with what it must know of those before. The first turn needs no look: its insert is
 * refused where a turn was taken. Later turns are open only when the newest event asks for one, or holds the message.
 */
export async function openTurns(
  tx: SqlRunner,
  messages: readonly LoadedMessage[],
  turn: number,
): Promise<ReadonlyMap<string, TurnState>> {
  if (turn === 1 || messages.length === 0) return NONE;
  const ids = messages.map((message) => message.id);
  const [attempts, events] = await Promise.all([readAttempts(tx, ids), readEvents(tx, ids)]);
  const eventsOf = Map.groupBy(events, (event) => event.messageId);
  const attemptsOf = Map.groupBy(attempts, (attempt) => attempt.messageId);
  const open = new Map<string, TurnState>();
  for (const id of ids) {
    const history = eventsOf.get(id) ?? [];
    const turns = attemptsOf.get(id) ?? [];
    const newest = history.at(-1);
    const isOpen = newest?.state === 'queued' || newest?.state === 'held';
    if (!isOpen || turns.at(-1)?.n !== turn - 1) continue;
    const staying = new Set(history.filter((event) => event.data?.next === SAME_ROUTE).map((event) => event.attempt));
    const barred = turns.flatMap((attempt) =>
      attempt.route === null || staying.has(attempt.n) ? [] : [attempt.route],
    );
    const held = newest.data?.answer === 'indeterminate' ? null : spendOf(turns.at(-1));
    open.set(id, {
      nextSeq: newest.seq + 1,
      before: newest.state,
      barred: [...new Set(barred)].sort((a, b) => a - b),
      wasClaimed: turns.some((attempt) => attempt.worker !== null),
      untaken: untakenFacts(turns, history),
      hold: newest.state === 'held' ? holdIn(newest.data) : null,
      heldMicros: held?.amountMicros ?? 0,
      heldCurrency: held?.currency ?? null,
    });
  }
  return open;
}

const spendOf = (attempt: StoredAttempt | undefined): PolicyFacts['spend'] =>
  (attempt?.facts as Partial<PolicyFacts> | null | undefined)?.spend ?? null;
