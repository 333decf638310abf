import { REASONS, type ReasonCode, type SubmitAnswer } from '@signalbox/contracts';
import { describe, expect, it } from 'vitest';
import { ATTEMPTS_MAX, receiptWindowMs } from './class-rules.ts';
import { nextStep, type StepFacts } from './next-step.ts';
import { retriesLeft } from './retry-budget.ts';

const facts = (answer: StepFacts['answer'], change: Partial<StepFacts> = {}): StepFacts => ({
  class: 'transactional',
  attempt: 1,
  submits: answer.kind === 'accepted' || answer.kind === 'indeterminate' || answer.kind === 'no_receipt' ? 1 : 0,
  sameRouteTries: 1,
  otherRouteFits: true,
  elapsedMs: 0,
  remainingMs: 3_600_000,
  retriesLeft: 3,
  answer,
  ...change,
});
const rejected = (reason: ReasonCode): SubmitAnswer => ({ kind: 'rejected', reason, raw: '0x08' });
const unsent = (reason: ReasonCode): SubmitAnswer => ({ kind: 'unsent', reason, raw: 'ECONNREFUSED' });
const throttled = (retryAfterMs: number): SubmitAnswer => ({ kind: 'throttled', retryAfterMs, raw: '0x58' });
const lost: SubmitAnswer = { kind: 'indeterminate', reason: 'provider.indeterminate', raw: 'timeout', refs: [null] };
const silence = { kind: 'no_receipt', after: 'indeterminate' } as const;

describe('after acceptance', () => {
  it('there is nothing to do but to wait for the receipt', () => {
    expect(nextStep(facts({ kind: 'accepted', refs: ['1'] }))).toEqual({ kind: 'done' });
  });

  it('a message without a receipt is unknown and is never sent again, whatever its class', () => {
    for (const one of ['otp', 'transactional', 'marketing'] as const) {
      expect(nextStep(facts({ kind: 'no_receipt', after: 'accepted' }, { class: one }))).toEqual({
        kind: 'final',
        state: 'unknown',
        reason: 'platform.no_receipt',
      });
    }
  });

  it('the wait ends an hour after the validity', () => {
    expect(receiptWindowMs(600_000)).toBe(4_200_000);
    expect(receiptWindowMs(-5)).toBe(3_600_000);
  });
});

describe('after a lost answer (reliability section 2)', () => {
  it('a code waits nine seconds from its submission for a receipt, then goes by another route', () => {
    expect(nextStep(facts(lost, { class: 'otp', elapsedMs: 2_000 }))).toEqual({ kind: 'wait_receipt', dueMs: 7_000 });
    expect(nextStep(facts(silence, { class: 'otp', elapsedMs: 9_000 }))).toEqual({ kind: 'next_route' });
    expect(nextStep(facts(lost, { class: 'otp', elapsedMs: 10_000 }))).toEqual({ kind: 'next_route' });
  });

  it('a code is submitted twice at most', () => {
    const second = { class: 'otp', attempt: 2, submits: 2 } as const;
    expect(nextStep(facts(lost, { ...second, elapsedMs: 1_000 }))).toEqual({ kind: 'wait_receipt', dueMs: 299_000 });
    expect(nextStep(facts(silence, { ...second, elapsedMs: 300_000 }))).toMatchObject({
      kind: 'final',
      state: 'unknown',
    });
  });

  it('a code with no other route, or whose validity ends first, waits for a late receipt', () => {
    expect(nextStep(facts(lost, { class: 'otp', otherRouteFits: false }))).toEqual({
      kind: 'wait_receipt',
      dueMs: 300_000,
    });
    expect(nextStep(facts(lost, { class: 'otp', remainingMs: 5_000 }))).toEqual({
      kind: 'wait_receipt',
      dueMs: 300_000,
    });
    expect(nextStep(facts(silence, { class: 'otp', elapsedMs: 9_000, remainingMs: 0 }))).toEqual({
      kind: 'wait_receipt',
      dueMs: 291_000,
    });
  });

  it.each(['transactional', 'marketing'] as const)(
    '%s waits five minutes and is then unknown, never sent again',
    (one) => {
      expect(nextStep(facts(lost, { class: one, elapsedMs: 5_000 }))).toEqual({ kind: 'wait_receipt', dueMs: 295_000 });
      expect(nextStep(facts(silence, { class: one, elapsedMs: 300_000 }))).toEqual({
        kind: 'final',
        state: 'unknown',
        reason: 'provider.indeterminate',
      });
    },
  );

  it('a refusal of the second submission leaves the outcome unknown, not failed: the first may have arrived', () => {
    const second = { class: 'otp', attempt: 2, submits: 1, otherRouteFits: false } as const;
    for (const answer of [rejected('recipient.unknown'), rejected('provider.unavailable'), unsent('content.invalid')]) {
      expect(nextStep(facts(answer, second))).toMatchObject({ kind: 'final', state: 'unknown' });
    }
    expect(nextStep(facts(throttled(1_000), { ...second, remainingMs: 100 }))).toMatchObject({
      kind: 'final',
      state: 'unknown',
    });
  });
});

describe('after a refusal', () => {
  it.each(Object.entries(REASONS).filter(([, row]) => ['never', 'fix', 'other_channel'].includes(row.retry)))(
    '%s ends the message: no route is asked again',
    (reason) => {
      for (const answer of [rejected(reason as ReasonCode), unsent(reason as ReasonCode)]) {
        expect(nextStep(facts(answer))).toEqual({ kind: 'final', state: 'failed', reason });
      }
    },
  );

  it.each(Object.entries(REASONS).filter(([, row]) => row.retry === 'other_route'))(
    '%s goes to another route at once',
    (reason) => {
      const answer = rejected(reason as ReasonCode);
      expect(nextStep(facts(answer))).toEqual({ kind: 'next_route' });
      expect(nextStep(facts(answer, { otherRouteFits: false }))).toEqual({ kind: 'final', state: 'failed', reason });
      expect(nextStep(facts(answer, { remainingMs: 0 }))).toEqual({ kind: 'final', state: 'failed', reason });
      expect(nextStep(facts(answer, { attempt: ATTEMPTS_MAX }))).toEqual({ kind: 'final', state: 'failed', reason });
    },
  );

  it('a passing fault is tried again on the same route, ever slower, and then on another', () => {
    const answer = rejected('network.failure');
    expect(nextStep(facts(answer))).toEqual({ kind: 'retry_same_route', afterMs: 2_000 });
    expect(nextStep(facts(answer, { attempt: 2, sameRouteTries: 2 }))).toEqual({
      kind: 'retry_same_route',
      afterMs: 8_000,
    });
    expect(nextStep(facts(answer, { attempt: 3, sameRouteTries: 3 }))).toEqual({ kind: 'next_route' });
    expect(nextStep(facts(answer, { attempt: 3, sameRouteTries: 3, otherRouteFits: false }))).toMatchObject({
      state: 'failed',
    });
  });

  it('does not wait for what would come after the validity', () => {
    expect(nextStep(facts(rejected('network.failure'), { remainingMs: 1_500 }))).toEqual({ kind: 'next_route' });
  });

  it('a phone that is off is asked later, not by another route', () => {
    const answer = rejected('recipient.absent');
    expect(nextStep(facts(answer))).toEqual({ kind: 'retry_same_route', afterMs: 60_000 });
    expect(nextStep(facts(answer, { sameRouteTries: 3 }))).toEqual({
      kind: 'final',
      state: 'failed',
      reason: 'recipient.absent',
    });
  });
});

describe('after a refusal for pace', () => {
  const alone = { otherRouteFits: false } as const;

  it('the same route is asked again after the time it named, and it does not count as a failure', () => {
    expect(nextStep(facts(throttled(5_000)))).toEqual({ kind: 'retry_same_route', afterMs: 5_000 });
    expect(nextStep(facts(throttled(0)))).toEqual({ kind: 'retry_same_route', afterMs: 2_000 });
    expect(nextStep(facts(throttled(600_000), alone))).toEqual({ kind: 'retry_same_route', afterMs: 600_000 });
  });

  it('another route is asked after some tries; with none, the message waits and is not lost', () => {
    const worn = { sameRouteTries: 3, attempt: 3 } as const;
    expect(nextStep(facts(throttled(1_000), worn))).toEqual({ kind: 'next_route' });
    const many = { sameRouteTries: 50, attempt: 50, ...alone } as const;
    expect(nextStep(facts(throttled(1_000), many))).toEqual({ kind: 'retry_same_route', afterMs: 60_000 });
  });

  it('another route is asked at once when the wait would be long for the class', () => {
    expect(nextStep(facts(throttled(30_000), { class: 'otp' }))).toEqual({ kind: 'next_route' });
    expect(nextStep(facts(throttled(500), { class: 'otp' }))).toEqual({ kind: 'retry_same_route', afterMs: 500 });
    expect(nextStep(facts(throttled(90_000)))).toEqual({ kind: 'next_route' });
  });

  it('tries once more before its validity ends, and expires when not even its own pace fits in', () => {
    expect(nextStep(facts(throttled(600_000), { ...alone, remainingMs: 100_000 }))).toEqual({
      kind: 'retry_same_route',
      afterMs: 50_000,
    });
    expect(nextStep(facts(throttled(600_000), { ...alone, remainingMs: 2_000 }))).toEqual({
      kind: 'final',
      state: 'expired',
      reason: 'platform.expired',
    });
  });
});

describe('when nothing left this machine', () => {
  it('another route is safe; with none, this one is asked until the validity ends', () => {
    const answer = unsent('provider.unavailable');
    expect(nextStep(facts(answer))).toEqual({ kind: 'next_route' });
    expect(nextStep(facts(answer, { otherRouteFits: false }))).toEqual({ kind: 'retry_same_route', afterMs: 2_000 });
    expect(nextStep(facts(answer, { otherRouteFits: false, sameRouteTries: 99 }))).toEqual({
      kind: 'retry_same_route',
      afterMs: 60_000,
    });
    expect(nextStep(facts(answer, { otherRouteFits: false, remainingMs: 2_000 }))).toMatchObject({ state: 'expired' });
  });
});

describe('a route whose budget of retries is spent (reliability section 6)', () => {
  const failed = rejected('network.failure');

  it('is left for another route that fits, and given the longest wait of the class when there is none', () => {
    expect(nextStep(facts(failed, { retriesLeft: 0 }))).toEqual({ kind: 'next_route' });
    expect(nextStep(facts(failed, { retriesLeft: 0, otherRouteFits: false }))).toEqual({
      kind: 'retry_same_route',
      afterMs: 60_000,
    });
    expect(nextStep(facts(failed, { retriesLeft: 1 }))).toEqual({ kind: 'retry_same_route', afterMs: 2_000 });
  });

  it('costs no message its tries where there is no other: the outage of the only route is waited out', () => {
    const alone = { otherRouteFits: false, attempt: 5, sameRouteTries: 5 } as const;
    expect(nextStep(facts(failed, { ...alone, retriesLeft: 0 }))).toMatchObject({ kind: 'retry_same_route' });
    expect(nextStep(facts(failed, { ...alone, retriesLeft: 1 }))).toMatchObject({ kind: 'final' });
    expect(nextStep(facts(failed, { ...alone, retriesLeft: 0, class: 'otp' }))).toMatchObject({ kind: 'final' });
    expect(nextStep(facts(failed, { ...alone, attempt: ATTEMPTS_MAX, retriesLeft: 0 }))).toMatchObject({
      kind: 'final',
    });
  });

  it('does not send a phone that is off elsewhere', () => {
    expect(nextStep(facts(rejected('recipient.absent'), { retriesLeft: 0 }))).toMatchObject({
      kind: 'retry_same_route',
    });
  });

  it('has a tenth of its first tries and three', () => {
    expect(retriesLeft({ firstTries: 0, retries: 0 })).toBe(3);
    expect(retriesLeft({ firstTries: 1_000, retries: 40 })).toBe(63);
    expect(retriesLeft({ firstTries: 1_000, retries: 400 })).toBe(0);
  });
});
