import { REASONS, type ReasonCode, type SubmitAnswer, type TrafficClass } from '@signalbox/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ATTEMPTS_MAX, CLASS_RULES } from './class-rules.ts';
import { mayHaveArrived, type NextStep, nextStep, type StepFacts } from './next-step.ts';

const reason = fc.constantFrom(...(Object.keys(REASONS) as ReasonCode[]));
const answer: fc.Arbitrary<SubmitAnswer> = fc.oneof(
  fc.record({ kind: fc.constant('rejected' as const), reason, raw: fc.constant('') }),
  fc.record({ kind: fc.constant('unsent' as const), reason, raw: fc.constant('') }),
  fc.record({ kind: fc.constant('throttled' as const), retryAfterMs: fc.nat(120_000), raw: fc.constant('') }),
  fc.record({
    kind: fc.constant('indeterminate' as const),
    reason: fc.constant('provider.indeterminate' as const),
    raw: fc.constant(''),
    refs: fc.constant([]),
  }),
  fc.constant<SubmitAnswer>({ kind: 'accepted', refs: ['1'] }),
);

interface World {
  class: TrafficClass;
  routes: number;
  validityMs: number;
  /** Answers in turn; when they run out they begin again. */
  answers: SubmitAnswer[];
  latencyMs: number;
  /** What is left of the budget of retries of every route. */
  retriesLeft: number;
}
const world: fc.Arbitrary<World> = fc.record({
  class: fc.constantFrom('otp', 'transactional', 'marketing'),
  routes: fc.integer({ min: 1, max: 12 }),
  validityMs: fc.integer({ min: 1, max: 259_200_000 }),
  answers: fc.array(answer, { minLength: 1, maxLength: 12 }),
  latencyMs: fc.nat(15_000),
  retriesLeft: fc.constantFrom(0, 2),
});

interface Submission {
  route: number;
  answer: SubmitAnswer;
}
interface Life {
  submissions: Submission[];
  last: NextStep;
  steps: number;
  tookMs: number;
}

const HARD_STOP = 20_000;

/** A carrier world in which no receipt ever comes: plays a message to its end as the worker does. */
function play(one: World): Life {
  const submissions: Submission[] = [];
  let [attempt, route, tries, submits, nowMs, steps] = [0, 0, 0, 0, 0, 0];
  let step: NextStep = { kind: 'retry_same_route', afterMs: 0 };
  let sentAtMs = 0;
  while (steps < HARD_STOP) {
    steps += 1;
    let given: StepFacts['answer'];
    if (step.kind === 'wait_receipt') {
      nowMs += step.dueMs;
      given = { kind: 'no_receipt', after: 'indeterminate' };
    } else if (step.kind === 'retry_same_route' || step.kind === 'next_route') {
      if (step.kind === 'next_route') [route, tries] = [route + 1, 0];
      else nowMs += step.afterMs;
      [attempt, tries, sentAtMs] = [attempt + 1, tries + 1, nowMs];
      given = one.answers[(attempt - 1) % one.answers.length] as SubmitAnswer;
      submissions.push({ route, answer: given });
      if (mayHaveArrived(given)) submits += 1;
      nowMs += one.latencyMs;
    } else {
      break;
    }
    step = nextStep({
      class: one.class,
      attempt,
      submits,
      sameRouteTries: tries,
      otherRouteFits: route + 1 < one.routes,
      elapsedMs: nowMs - sentAtMs,
      remainingMs: one.validityMs - nowMs,
      retriesLeft: one.retriesLeft,
      answer: given,
    });
  }
  return { submissions, last: step, steps, tookMs: nowMs };
}

const forbids = ({ answer: given }: Submission): boolean =>
  (given.kind === 'rejected' || given.kind === 'unsent') &&
  ['never', 'fix', 'other_channel'].includes(REASONS[given.reason].retry);
describe('failover', () => {
  it('always ends, within the validity and the wait for receipts', () => {
    fc.assert(
      fc.property(world, (one) => {
        const life = play(one);
        expect(['done', 'final']).toContain(life.last.kind);
        expect(life.steps).toBeLessThan(HARD_STOP);
        const slack = CLASS_RULES[one.class].unknownAfterMs + (one.routes + 2) * (one.latencyMs + 1);
        expect(life.tookMs).toBeLessThanOrEqual(one.validityMs + slack);
      }),
      { numRuns: 2000 },
    );
  });

  it('never submits more than the class allows once a submission may have arrived', () => {
    fc.assert(
      fc.property(world, (one) => {
        const { submissions } = play(one);
        const arrived = submissions.filter((one) => mayHaveArrived(one.answer));
        expect(arrived.length).toBeLessThanOrEqual(CLASS_RULES[one.class].maxSubmits);
      }),
      { numRuns: 2000 },
    );
  });

  it('tries no route again whose budget of retries is spent while another fits, for a refusal of its own', () => {
    fc.assert(
      fc.property(world, (one) => {
        const { submissions } = play({ ...one, retriesLeft: 0 });
        submissions.forEach((sent, index) => {
          const next = submissions[index + 1];
          if (sent.answer.kind !== 'rejected' || REASONS[sent.answer.reason].party === 'recipient') return;
          if (next?.route === sent.route) expect(sent.route + 1).toBe(one.routes);
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('sends nothing more of a transactional or marketing message after a lost answer', () => {
    fc.assert(
      fc.property(world, (one) => {
        fc.pre(one.class !== 'otp');
        const { submissions } = play(one);
        const first = submissions.findIndex((sent) => mayHaveArrived(sent.answer));
        if (first !== -1) expect(first).toBe(submissions.length - 1);
      }),
      { numRuns: 2000 },
    );
  });

  it('never asks anybody again after a final no', () => {
    fc.assert(
      fc.property(world, (one) => {
        const { submissions } = play(one);
        const no = submissions.findIndex(forbids);
        if (no !== -1) expect(no).toBe(submissions.length - 1);
      }),
      { numRuns: 2000 },
    );
  });

  it('never goes back to a route it left', () => {
    fc.assert(
      fc.property(world, (one) => {
        const order = play(one).submissions.map((submission) => submission.route);
        expect(order).toEqual([...order].sort((a, b) => a - b));
        expect(Math.max(...order)).toBeLessThan(one.routes);
      }),
      { numRuns: 1000 },
    );
  });

  it('counts refusals: a message that everybody refuses ends after a handful of attempts', () => {
    fc.assert(
      fc.property(world, reason, (one, why) => {
        const { submissions } = play({ ...one, answers: [{ kind: 'rejected', reason: why, raw: '' }] });
        expect(submissions.length).toBeLessThanOrEqual(ATTEMPTS_MAX);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps its pace: what cannot be reached is asked ever slower, so that a long validity is no flood', () => {
    const classes: readonly TrafficClass[] = ['otp', 'transactional', 'marketing'];
    const answers: readonly SubmitAnswer[] = [
      { kind: 'throttled', retryAfterMs: 0, raw: '' },
      { kind: 'unsent', reason: 'provider.unavailable', raw: '' },
    ];
    for (const one of classes) {
      for (const given of answers) {
        const triesIn = (validityMs: number): number => {
          const life = play({
            class: one,
            routes: 1,
            validityMs,
            answers: [given],
            latencyMs: 1,
            retriesLeft: 3,
          });
          expect(life.last).toEqual({ kind: 'final', state: 'expired', reason: 'platform.expired' });
          return life.submissions.length;
        };
        // A code of five minutes is tried often enough to catch a short outage; three days stay in the thousands.
        if (one === 'otp') expect(triesIn(300_000)).toBeGreaterThan(50);
        expect(triesIn(300_000)).toBeLessThan(80);
        expect(triesIn(259_200_000)).toBeLessThan(5_000);
      }
    }
  });

  it('calls a message failed or expired only when nothing of it can have arrived', () => {
    fc.assert(
      fc.property(world, (one) => {
        const { last, submissions } = play(one);
        if (last.kind !== 'final') return;
        expect(last.state === 'unknown').toBe(submissions.some((sent) => mayHaveArrived(sent.answer)));
      }),
      { numRuns: 2000 },
    );
  });

  it('gives the same step for the same facts', () => {
    fc.assert(
      fc.property(world, (one) => {
        expect(play(one)).toEqual(play(one));
      }),
      { numRuns: 200 },
    );
  });
});
