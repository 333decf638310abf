import type {
  BreakerEvent,
  BreakerFact,
  BreakerMemory,
  BreakerObservation,
  BreakerReason,
  BreakerSettings,
} from '@signalbox/contracts';
import { ln } from '../chance/exact-math.ts';
import { wilson, Z999 } from '../chance/interval.ts';
import { createRandom } from '../chance/random.ts';

const WHOLE = 1000;
const STUCK_STAGES = 6;
const FORGET_WAITS = 10;

/** Breakers unless a workspace says otherwise (reliability section 6); the longest wait is 45 s, so that a route is back within two minutes of its recovery. */
export const BREAKER_SETTINGS: Readonly<BreakerSettings> = {
  windowMs: 60_000,
  slotMs: 5_000,
  minimum: 20,
  faultPermille: 500,
  toleratedPermille: 300,
  slowPermille: 800,
  usualPermille: 200,
  brokenPermille: 700,
  suddenScore: 14_000,
  openMs: 15_000,
  openMaxMs: 45_000,
  probes: 3,
  probeFaults: 2,
  stages: [100, 500],
  stageMs: 5_000,
  stageMinimum: 5,
};

/** A breaker that has seen nothing. */
export function newBreaker(atMs: number): BreakerMemory {
  return {
    state: 'closed',
    sinceMs: atMs,
    untilMs: 0,
    reason: null,
    opened: 0,
    evidence: 0,
    slots: [],
    stage: 0,
    stageSinceMs: atMs,
    stageGood: 0,
    stageFaultMilli: 0,
    probesOut: 0,
  };
}

/** What the plan is told. A half-open route carries nothing while its probes are out. */
export function readBreaker(memory: BreakerMemory, settings: BreakerSettings): BreakerFact {
  if (memory.state !== 'half_open')
    return { breaker: memory.state, admitPermille: memory.state === 'open' ? 0 : WHOLE };
  if (memory.stage > 0) return { breaker: 'half_open', admitPermille: settings.stages[memory.stage - 1] as number };
  const most = settings.probes + settings.probeFaults - 1;
  return { breaker: 'half_open', admitPermille: memory.probesOut < most ? (settings.stages[0] as number) : 0 };
}

/**
 * One step of a breaker of one route in one country. Closed, it opens at a run of results that a broken route explains far better than the usual one
 * (CUSUM: Page 1954; in a dozen faults, while a route that fails one in five at random opens once in millions), or at the shares of the window, which must be beyond doubt
 * (Wilson). Open, it waits, longer each time, with jitter from the seed. Half-open, a few probes, then stages of its weight; then closed.
 * It is told every few seconds, also when nothing happened.
 */
export function stepBreaker(
  memory: BreakerMemory,
  seen: BreakerObservation,
  settings: BreakerSettings,
  seed: string,
): { memory: BreakerMemory; event: BreakerEvent | null } {
  if (memory.state === 'closed') return stepClosed(memory, seen, settings, seed);
  if (memory.state === 'open') {
    if (seen.atMs < memory.untilMs) return { memory, event: null };
    return {
      memory: enterStage({ ...memory, state: 'half_open', sinceMs: seen.atMs }, 0, seen.atMs),
      event: { kind: 'half_opened' },
    };
  }
  return stepHalfOpen(memory, seen, settings, seed);
}

function stepClosed(memory: BreakerMemory, seen: BreakerObservation, settings: BreakerSettings, seed: string) {
  const slots = addToSlots(memory.slots, seen, settings);
  const next = { ...memory, slots, evidence: weigh(memory.evidence, seen, settings) };
  const reason = next.evidence >= settings.suddenScore ? 'sudden_faults' : judgeWindow(slots, settings);
  if (reason !== null) return open(next, reason, seen, settings, seed);
  return { memory: next, event: null };
}

/** The likelihood ratio of broken against usual, kept from falling below zero. A batch is weighed as a whole: its order is not known. */
function weigh(evidence: number, seen: BreakerObservation, settings: BreakerSettings): number {
  const forFault = WHOLE * ln(settings.brokenPermille / settings.usualPermille);
  const forGood = WHOLE * ln((WHOLE - settings.usualPermille) / (WHOLE - settings.brokenPermille));
  return Math.max(0, Math.round(evidence + (seen.faultMilli / WHOLE) * forFault - seen.good * forGood));
}

function addToSlots(slots: BreakerMemory['slots'], seen: BreakerObservation, settings: BreakerSettings) {
  const fromMs = Math.floor(seen.atMs / settings.slotMs) * settings.slotMs;
  const kept = slots.filter((slot) => slot.fromMs > seen.atMs - settings.windowMs);
  if (seen.good === 0 && seen.faultMilli === 0) return kept;
  const old = kept.find((slot) => slot.fromMs === fromMs) ?? { fromMs, good: 0, faultMilli: 0, slow: 0 };
  const slot = {
    fromMs,
    good: old.good + seen.good,
    faultMilli: old.faultMilli + seen.faultMilli,
    slow: old.slow + seen.slow,
  };
  return [...kept.filter((one) => one.fromMs !== fromMs), slot];
}

function judgeWindow(slots: BreakerMemory['slots'], settings: BreakerSettings): BreakerReason | null {
  const sum = (of: (slot: BreakerMemory['slots'][number]) => number) => slots.reduce((all, slot) => all + of(slot), 0);
  const faults = sum((slot) => slot.faultMilli) / WHOLE;
  const total = sum((slot) => slot.good) + faults;
  if (total < settings.minimum) return null;
  const isSurely = (count: number, permille: number) =>
    count * WHOLE >= permille * total && wilson(count, total, Z999).low * WHOLE > settings.toleratedPermille;
  if (isSurely(faults, settings.faultPermille)) return 'faults';
  return isSurely(
    sum((slot) => slot.slow),
    settings.slowPermille,
  )
    ? 'slow'
    : null;
}

function open(
  memory: BreakerMemory,
  reason: BreakerReason,
  seen: BreakerObservation,
  settings: BreakerSettings,
  seed: string,
): { memory: BreakerMemory; event: BreakerEvent } {
  const calm = memory.state === 'closed' && seen.atMs - memory.sinceMs > FORGET_WAITS * settings.openMaxMs;
  const opened = calm ? 1 : memory.opened + 1;
  const longest = Math.min(settings.openMaxMs, settings.openMs * 2 ** Math.min(opened - 1, 20));
  // Jitter only shortens: many breakers that opened together must not probe together.
  const waitMs = Math.round(longest * (0.75 + 0.25 * createRandom(`${seed}|${seen.atMs}|${opened}`).unit()));
  return {
    memory: {
      ...enterStage(memory, 0, seen.atMs),
      state: 'open',
      sinceMs: seen.atMs,
      untilMs: seen.atMs + waitMs,
      reason,
      opened,
      evidence: 0,
      slots: [],
    },
    event: { kind: 'opened', reason },
  };
}

function enterStage(memory: BreakerMemory, stage: number, atMs: number): BreakerMemory {
  return { ...memory, stage, stageSinceMs: atMs, stageGood: 0, stageFaultMilli: 0, probesOut: 0, evidence: 0 };
}

function stepHalfOpen(memory: BreakerMemory, seen: BreakerObservation, settings: BreakerSettings, seed: string) {
  const next = {
    ...memory,
    stageGood: memory.stageGood + seen.good,
    stageFaultMilli: memory.stageFaultMilli + seen.faultMilli,
    probesOut: memory.probesOut + seen.sent,
    evidence: weigh(memory.evidence, seen, settings),
  };
  // On the way back less evidence is needed than from a route in good standing.
  const broke =
    next.stage === 0 ? next.stageFaultMilli >= settings.probeFaults * WHOLE : next.evidence >= settings.suddenScore / 3;
  if (broke) return open(next, 'probes_failed', seen, settings, seed);
  const lastedMs = seen.atMs - next.stageSinceMs;
  if (next.stage === 0) {
    if (next.stageGood >= settings.probes) return { memory: enterStage(next, 1, seen.atMs), event: null };
    if (lastedMs <= STUCK_STAGES * settings.stageMs) return { memory: next, event: null };
    // Probes whose answers never came: others are sent. Where none went out at all there is nothing but codes, and no code is a probe while another route is there: by the
    // stages it comes to carry some, and fewer faults than it needed to open send it back.
    return { memory: enterStage(next, next.probesOut > 0 ? 0 : 1, seen.atMs), event: null };
  }
  const enough = next.stageGood >= settings.stageMinimum || lastedMs >= STUCK_STAGES * settings.stageMs;
  if (lastedMs < settings.stageMs || !enough) return { memory: next, event: null };
  if (next.stage < settings.stages.length) return { memory: enterStage(next, next.stage + 1, seen.atMs), event: null };
  const closed: BreakerMemory = { ...enterStage(next, 0, seen.atMs), state: 'closed', sinceMs: seen.atMs, slots: [] };
  return { memory: closed, event: { kind: 'closed' } as const };
}
