import type { LaneJob, PolicyFacts, ReasonCode } from '@signalbox/contracts';
import { decidingRegistry, drawOf, offsetsOf, releaseAt } from '@signalbox/core';
import type { SqlRunner } from '@signalbox/db';
import type { Services } from '../context.ts';
import type { Decision } from './decision.ts';
import { type Hold, registrySource } from './hold.ts';
import { laneJobs, returnToLane } from './lane-jobs.ts';

// Ends of validity that lie so close together are met by one job.
const EXPIRY_STEP_MS = 5000;
const DAY_SECONDS = 86_400;

/** What the clocks of a zone are ahead of UTC at an instant. */
const offsetMinutesOf = (zone: string, nowMs: number): number =>
  (offsetsOf(zone, nowMs, nowMs).find((span) => nowMs < span.toMs)?.offsetMs ?? 0) / 60_000;

/** Whether a message that was held is held on by the same for the same time: then nothing is written, it only waits on. */
export const isHeldOn = ({ verdict, state, facts }: Decision): boolean =>
  verdict.kind === 'hold' &&
  state.hold !== null &&
  verdict.untilMs === state.hold.untilMs &&
  holderOf(facts, verdict.reason).source === state.hold.source;

/**
 * The decisions with what each held message is held for. Messages of a batch that wait for the same opening are released together, so that
 * they make one job; each batch, and each message that came alone, at a moment of its own.
 */
export function withHolds(decisions: readonly Decision[], turn: number): readonly Decision[] {
  const held = decisions.filter(({ verdict }) => verdict.kind === 'hold');
  if (held.length === 0) return decisions;
  const holds = new Map([...Map.groupBy(held, openingOf).values()].flatMap((group) => holdTogether(group, turn)));
  return decisions.map((decision) => ({ ...decision, hold: holds.get(decision.message.id) ?? null }));
}

/** Equal for messages that are released together: those that wait for one opening, and those whose validity ends before it. */
function openingOf({ verdict, message }: Decision): string {
  const untilMs = verdict.kind === 'hold' ? verdict.untilMs : 0;
  const isInTime = untilMs < message.expiresAtMs;
  return isInTime ? `opening ${untilMs}` : `end ${Math.ceil(message.expiresAtMs / EXPIRY_STEP_MS)}`;
}

function holdTogether(group: readonly Decision[], turn: number): [string, Hold][] {
  const [head] = group;
  const ends = group.map(({ message }) => message.expiresAtMs);
  return group.flatMap(({ message, verdict, facts }): [string, Hold][] => {
    if (head === undefined || verdict.kind !== 'hold') return [];
    const { untilMs } = verdict;
    const { source, zone, offsetMinutes, thenUntilMs } = holderOf(facts, verdict.reason);
    const opening = { untilMs, thenUntilMs: thenUntilMs ?? untilMs };
    const releaseAtMs =
      untilMs < message.expiresAtMs
        ? releaseAt({ ...opening, expiresAtMs: Math.min(...ends), draw: drawOf(head.message.id, turn) })
        : Math.max(...ends);
    return [[message.id, { source, zone, offsetMinutes, untilMs, releaseAtMs }]];
  });
}

/** Who holds a message: the hours of its recipient, a cap that it is over, or a registry that has not answered, which knows no zone. */
function holderOf(
  { hours, registries, cap, nowMs }: PolicyFacts,
  reason: ReasonCode,
): Pick<Hold, 'source' | 'zone' | 'offsetMinutes'> & { thenUntilMs: number | null } {
  if (reason === 'policy.frequency_capped' && cap !== null) {
    const zone = cap.zone ?? 'UTC';
    // What waits for one moment is spread over the time until the cap might be full again.
    const roomMs = (cap.gapSeconds ?? cap.windowSeconds ?? DAY_SECONDS) * 1000;
    const thenUntilMs = cap.nextMs === null ? null : cap.nextMs + roomMs;
    return { source: cap.ruleId, zone, offsetMinutes: offsetMinutesOf(zone, nowMs), thenUntilMs };
  }
  if (reason !== 'policy.registry_unanswered' && hours !== null) {
    const { rule: source, zone, offsetMinutes, thenUntilMs } = hours;
    return { source, zone, offsetMinutes, thenUntilMs };
  }
  const source = registrySource(decidingRegistry(registries)?.key ?? '');
  return { source, zone: 'UTC', offsetMinutes: 0, thenUntilMs: null };
}

/** The jobs that bring messages to the turn at which they are judged afresh, in the transaction that holds them. */
export async function enqueueReleases(
  tx: SqlRunner,
  services: Services,
  input: LaneJob,
  held: readonly Decision[],
): Promise<void> {
  const [head] = held;
  if (head === undefined) return;
  const groups = Map.groupBy(held, ({ hold }) => hold?.releaseAtMs ?? 0);
  const work = [...groups].map(([startAtMs, group]) => {
    const messages = group.map(({ message }) => message);
    return { jobs: laneJobs({ ...input, deferred: 0, held: true }, messages), startAtMs };
  });
  await returnToLane(tx, services, { workspace: input.workspace, lane: head.message.class }, work);
}

/** Puts messages that are held on as they were back to the moment they wait for; they take no turn. */
export async function putBackHeld(
  tx: SqlRunner,
  services: Services,
  input: LaneJob,
  staying: readonly Decision[],
): Promise<void> {
  const held = staying.map((decision) => ({ ...decision, hold: decision.state.hold }));
  await enqueueReleases(tx, services, input, held);
}
