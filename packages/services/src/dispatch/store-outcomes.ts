import type { LaneJob, ReasonCode } from '@signalbox/contracts';
import { addToTally, appendEvents, type NewEvent, type SqlRunner } from '@signalbox/db';
import type { Services } from '../context.ts';
import { announceEvents } from '../webhooks/announce-events.ts';
import { askNextChannels } from './ask-next-channel.ts';
import type { Decision } from './decision.ts';
import { holdData } from './hold.ts';
import { enqueueReleases } from './hold-messages.ts';
import { TALLIED, tallyChange } from './tally-change.ts';

/**
 * Stores what became of turns that no route was chosen for, in the transaction that took them: the ends of those that are stopped, and the
 * holds of those that come at the wrong time with the jobs that release them. What follows goes along: webhooks, next channels, the tally.
 */
export async function storeOutcomes(
  tx: SqlRunner,
  services: Services,
  input: LaneJob,
  decisions: readonly Decision[],
  nowMs: number,
): Promise<void> {
  const changes = decisions.map((decision) => ({ ...decision, event: eventOf(input, decision, nowMs) }));
  const events = changes.map(({ event }) => event);
  await appendEvents(tx, events);
  await announceEvents(
    tx,
    services,
    changes.map(({ event, state, message }) => ({ event, before: state.before, message })),
  );
  const held = changes.filter(({ hold }) => hold !== null);
  await enqueueReleases(tx, services, { ...input, turn: input.turn + 1 }, held);
  // What can only go after its validity gives way to the next channel at once.
  const over = changes.filter(({ hold, message }) => hold === null || hold.untilMs >= message.expiresAtMs);
  await (await askNextChannels(tx, services, over)).done;
  await addToTally(
    tx,
    tallyChange(
      changes.flatMap(({ message, event: { state } }) =>
        TALLIED.has(state) ? [{ message, workspace: input.workspace, state, delta: 1 }] : [],
      ),
    ),
  );
}

function eventOf(input: LaneJob, { message, state, verdict, hold }: Decision, nowMs: number): NewEvent {
  const base = {
    messageId: message.id,
    seq: state.nextSeq,
    workspace: input.workspace,
    attempt: input.turn,
    late: false,
    ref: null,
    receipt: null,
    atMs: nowMs,
  };
  if (hold !== null && verdict.kind === 'hold')
    return { ...base, state: 'held', reason: verdict.reason, data: holdData(hold) };
  const end: { state: NewEvent['state']; reason: ReasonCode } =
    verdict.kind === 'stop' ? verdict : { state: 'failed', reason: 'platform.no_route' };
  return { ...base, state: end.state, reason: end.reason, data: null };
}
