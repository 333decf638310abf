import { isFinal, MessageState, type ReceiptVerdict } from '@signalbox/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MessageEvent } from './events.ts';
import { foldParts, mergeVerdict } from './fold-parts.ts';
import { transition } from './transition.ts';

const VERDICTS: readonly ReceiptVerdict[] = ['enroute', 'unknown', 'expired', 'undelivered', 'delivered'];
const verdict = fc.constantFrom(...VERDICTS);
const PLAIN = [
  'scheduled',
  'held',
  'released',
  'queued',
  'claimed',
  'accepted_by_provider',
  'failover',
  'rejected_final',
  'unroutable',
  'suppressed',
  'expired',
  'canceled',
  'indeterminate_final',
  'receipt_window_ended',
] as const;
const event: fc.Arbitrary<MessageEvent> = fc.oneof(
  fc.constantFrom(...PLAIN).map((kind): MessageEvent => ({ kind })),
  fc.record({ verdict, otherAttemptOpen: fc.boolean() }).map((rest): MessageEvent => ({ kind: 'receipt', ...rest })),
);

/** How far a message has come: no event may lead back, but for the next route of a failover. */
const PROGRESS: Readonly<Record<MessageState, number>> = {
  accepted: 0,
  scheduled: 1,
  held: 2,
  queued: 2,
  sending: 3,
  sent: 4,
  unknown: 5,
  expired: 6,
  undelivered: 7,
  delivered: 8,
  failed: 9,
  suppressed: 9,
  canceled: 9,
};

interface Receipt {
  part: number;
  verdict: ReceiptVerdict;
}

/** Applies receipts one by one as a worker does: keep the best verdict of each part, fold, move the message. */
function settle(
  parts: number,
  receipts: readonly Receipt[],
  from: MessageState = 'sent',
): { state: MessageState; kept: (ReceiptVerdict | null)[] } {
  const kept: (ReceiptVerdict | null)[] = new Array(parts).fill(null);
  let state = from;
  for (const receipt of receipts) {
    const index = receipt.part % parts;
    kept[index] = mergeVerdict(kept[index] ?? null, receipt.verdict);
    const result = transition(state, { kind: 'receipt', verdict: foldParts(kept).verdict });
    if (result.ok) state = result.state;
  }
  return { state, kept };
}

const receipts = fc.array(fc.record({ part: fc.nat(3), verdict }), { maxLength: 10 });

describe('the life of a message', () => {
  it('never leaves a final state but upwards, late, by a receipt; and five final states are for ever', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MessageState.options), fc.array(event, { maxLength: 20 }), (start, events) => {
        let state = start;
        for (const one of events) {
          const result = transition(state, one);
          if (!result.ok) continue;
          if (isFinal(state) && result.changed) {
            expect(one.kind).toBe('receipt');
            expect(result.late).toBe(true);
            expect(['unknown', 'expired', 'undelivered']).toContain(state);
            expect(PROGRESS[result.state]).toBeGreaterThan(PROGRESS[state]);
          } else {
            expect(result.late).toBe(false);
          }
          state = result.state;
        }
        if (['delivered', 'failed', 'suppressed', 'canceled'].includes(start)) expect(state).toBe(start);
      }),
      { numRuns: 1000 },
    );
  });

  it('only goes forward: the one step back is the next route of a failover', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MessageState.options), event, (state, one) => {
        const result = transition(state, one);
        if (!result.ok || !result.changed || one.kind === 'failover') return;
        expect(PROGRESS[result.state]).toBeGreaterThanOrEqual(PROGRESS[state]);
      }),
      { numRuns: 2000 },
    );
  });

  it('ends alike whatever the order of its receipts, repeats and contradictions included', () => {
    const shuffled = receipts.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), shuffled, (parts, [first, second]) => {
        expect(settle(parts, second)).toEqual(settle(parts, first));
      }),
      { numRuns: 3000 },
    );
  });

  it('ends alike whether the receipts came before or after the answer of the submission', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), receipts, fc.nat(10), (parts, list, at) => {
        const early = settle(parts, list.slice(0, at), 'sending');
        const answered = transition(early.state, { kind: 'accepted_by_provider' });
        expect(answered.ok).toBe(true);
        const kept = [...early.kept];
        let state = answered.state;
        for (const receipt of list.slice(at)) {
          kept[receipt.part % parts] = mergeVerdict(kept[receipt.part % parts] ?? null, receipt.verdict);
          const result = transition(state, { kind: 'receipt', verdict: foldParts(kept).verdict });
          state = result.state;
        }
        expect(state).toBe(settle(parts, list).state);
      }),
      { numRuns: 1000 },
    );
  });

  it('changes nothing by a receipt that comes twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), receipts, (parts, list) => {
        const doubled = list.flatMap((receipt) => [receipt, receipt]);
        expect(settle(parts, doubled)).toEqual(settle(parts, list));
      }),
    );
  });
});

describe('foldParts', () => {
  const RANK = new Map(VERDICTS.map((one, index) => [one, index]));
  const rank = (one: ReceiptVerdict | null): number => (one === null ? 0 : (RANK.get(one) ?? 0));

  it('stays open until every part is final', () => {
    fc.assert(
      fc.property(fc.array(fc.option(verdict), { maxLength: 10 }), (parts) => {
        const open = parts.length === 0 || parts.some((part) => part === null || part === 'enroute');
        expect(foldParts(parts).verdict === 'enroute').toBe(open);
      }),
    );
  });

  it('says delivered only when every part is, and counts those that are', () => {
    fc.assert(
      fc.property(fc.array(verdict, { minLength: 1, maxLength: 10 }), (parts) => {
        const folded = foldParts(parts);
        const delivered = parts.filter((part) => part === 'delivered').length;
        expect(folded).toMatchObject({ partsDelivered: delivered, partsTotal: parts.length });
        expect(folded.verdict === 'delivered').toBe(delivered === parts.length);
      }),
    );
  });

  it('never gets worse when a part gets better, which is what lets late receipts only move a message up', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(verdict), { minLength: 1, maxLength: 6 }),
        fc.nat(5),
        verdict,
        (parts, at, better) => {
          const index = at % parts.length;
          const after = parts.with(index, mergeVerdict(parts[index] ?? null, better));
          expect(rank(foldParts(after).verdict)).toBeGreaterThanOrEqual(rank(foldParts(parts).verdict));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    [['delivered', 'undelivered'], 'undelivered', 1],
    [['delivered', 'expired'], 'undelivered', 1],
    [['delivered', 'unknown'], 'undelivered', 1],
    [['undelivered', 'unknown'], 'undelivered', 0],
    [['expired', 'unknown'], 'expired', 0],
    [['unknown', 'unknown'], 'unknown', 0],
    [['expired'], 'expired', 0],
    [['delivered', null], 'enroute', 1],
    [['undelivered', 'enroute'], 'enroute', 0],
  ] as const)('folds %j to %s with %i delivered', (parts, expected, partsDelivered) => {
    expect(foldParts(parts)).toEqual({ verdict: expected, partsDelivered, partsTotal: parts.length });
  });
});
