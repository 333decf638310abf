import {
  BREAKER_SETTINGS,
  createRandom,
  newBreaker,
  nextStep,
  readBreaker,
  retriesLeft,
  stepBreaker,
} from '@signalbox/core';

export type RecoveryResult = {
  /** Most submissions of one second after the recovery, by the contracted rate. */
  peak: number;
  /** Retries by first tries while it was out and after. */
  retryShare: number;
  /** Submissions the broken provider got while it was out, a second. */
  perSecondWhileOut: number;
  /** Seconds from the recovery until nothing waited any more; Infinity if it never came to that. */
  secondsToDrain: number;
  sent: number;
  /** Messages that were refused three times; of those a hundredth is refused at any time. */
  lost: number;
};

const ARRIVE_PER_SECOND = 20;
const CONTRACTED_PER_SECOND = 50;
const OUT_FROM = 120;
const OUT_UNTIL = 420;
const SECONDS = 1_500;
const VALID_MS = 3_600_000;
const WINDOW_SECONDS = 60;

type Waiting = { dueMs: number; tries: number; expiresAtMs: number };

/** One provider without an alternative breaks for five minutes while traffic goes on, and comes back to all that waited (L-04). */
export function runRecovery(seed: number): RecoveryResult {
  const random = createRandom(`recovery ${seed}`);
  let waiting: Waiting[] = [];
  let breaker = newBreaker(0);
  const tries: { first: number; again: number }[] = [];
  const perSecond: number[] = [];
  let lost = 0;
  let drainedAt = Number.POSITIVE_INFINITY;
  for (let second = 0; second < SECONDS; second += 1) {
    const nowMs = second * 1000;
    const isOut = second >= OUT_FROM && second < OUT_UNTIL;
    for (let one = 0; one < ARRIVE_PER_SECOND; one += 1)
      waiting.push({ dueMs: nowMs, tries: 0, expiresAtMs: nowMs + VALID_MS });
    const { admitPermille } = readBreaker(breaker, BREAKER_SETTINGS);
    // Without another route a half-open one carries all, at its contracted rate; nothing while its probes are out.
    const most = admitPermille === 0 ? 0 : CONTRACTED_PER_SECOND;
    const due = waiting.filter(({ dueMs }) => dueMs <= nowMs).slice(0, most);
    const taken = new Set(due);
    waiting = waiting.filter((one) => !taken.has(one));
    const count = { first: 0, again: 0 };
    tries.push(count);
    const seen = { good: 0, faultMilli: 0, slow: 0, sent: due.length };
    for (const one of due) {
      if (one.tries === 0) count.first += 1;
      else count.again += 1;
      if (!isOut && random.unit() >= 0.01) {
        seen.good += 1;
        continue;
      }
      seen.faultMilli += 1000;
      const recent = tries.slice(-WINDOW_SECONDS);
      const sumOf = (kind: 'first' | 'again') => recent.reduce((sum, row) => sum + row[kind], 0);
      const step = nextStep({
        class: 'transactional',
        attempt: one.tries + 1,
        submits: 0,
        sameRouteTries: one.tries + 1,
        otherRouteFits: false,
        elapsedMs: 100,
        remainingMs: one.expiresAtMs - nowMs,
        retriesLeft:
          breaker.state === 'closed' ? retriesLeft({ firstTries: sumOf('first'), retries: sumOf('again') }) : 0,
        answer: { kind: 'rejected', reason: 'network.failure', raw: '' },
      });
      if (step.kind === 'retry_same_route') waiting.push({ ...one, tries: one.tries + 1, dueMs: nowMs + step.afterMs });
      else lost += 1;
    }
    perSecond.push(due.length);
    breaker = stepBreaker(breaker, { atMs: nowMs + 1000, ...seen }, BREAKER_SETTINGS, `${seed}`).memory;
    const ready = waiting.filter(({ dueMs }) => dueMs <= nowMs).length;
    if (second >= OUT_UNTIL && ready === 0) drainedAt = Math.min(drainedAt, second - OUT_UNTIL);
  }
  const from = tries.slice(OUT_FROM);
  return {
    peak: Math.max(...perSecond.slice(OUT_UNTIL)) / CONTRACTED_PER_SECOND,
    retryShare: from.reduce((sum, row) => sum + row.again, 0) / from.reduce((sum, row) => sum + row.first, 0),
    perSecondWhileOut: perSecond.slice(OUT_FROM, OUT_UNTIL).reduce((sum, one) => sum + one, 0) / (OUT_UNTIL - OUT_FROM),
    secondsToDrain: drainedAt,
    sent: perSecond.reduce((sum, one) => sum + one, 0),
    lost,
  };
}
