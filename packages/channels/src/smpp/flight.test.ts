import type { SubmitAnswer } from '@signalbox/contracts';
import type { SubmitResult } from '@signalbox/smpp';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSettings } from '../manifests.ts';
import { Flight, type FlightHome } from './flight.ts';
import { StatusBook } from './tally.ts';

const settings = parseSettings('smpp', { host: 'h', system_id: 's' });

function launch(counts: readonly number[], resend: FlightHome['resend'] = () => false) {
  const answers: SubmitAnswer[][] = counts.map(() => []);
  let landed = 0;
  const home: FlightHome = { settings, book: new StatusBook(settings), resend, landed: () => (landed += 1) };
  const flight = new Flight(home, false, (index, answer) => answers[index]?.push(answer));
  for (const [index, count] of counts.entries()) {
    for (let part = 0; part < count; part += 1) flight.pdus.push({ destinationAddr: '1' });
    flight.own(index, count);
  }
  return { flight, answers, landed: () => landed };
}

const result: fc.Arbitrary<SubmitResult> = fc.oneof(
  fc.record({
    kind: fc.constant('response' as const),
    status: fc.constantFrom(0, 0, 0, 0x0b, 0x58, 0x14),
    messageId: fc.string(),
    latencyMs: fc.constant(1),
  }),
  fc.record({
    kind: fc.constant('indeterminate' as const),
    cause: fc.constantFrom('timeout' as const, 'disconnected' as const),
  }),
  fc.record({
    kind: fc.constant('unwritten' as const),
    cause: fc.constantFrom('not_bound' as const, 'disconnected' as const, 'closed' as const, 'queue_full' as const),
  }),
);

describe('a batch on its way', () => {
  it('gives each request one answer, whatever the results, their order and how often they come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 10 }),
        fc.infiniteStream(result),
        fc.infiniteStream(fc.nat()),
        (counts, results, picks) => {
          const { flight, answers, landed } = launch(counts);
          const total = flight.pdus.length;
          for (let turn = 0; turn < total * 3; turn += 1)
            flight.land((picks.next().value ?? 0) % total, results.next().value as SubmitResult);
          flight.abandon();
          expect(answers.map((list) => list.length)).toEqual(counts.map(() => 1));
          expect(landed()).toBe(1);
        },
      ),
    );
  });

  it('gives one answer also when parts go again, and stops trying at some point', () => {
    const again: number[] = [];
    const { flight, answers, landed } = launch([2, 1], (_flight, index) => again.push(index) > 0);
    flight.land(0, { kind: 'response', status: 0, messageId: 'a', latencyMs: 1 });
    flight.land(1, { kind: 'response', status: 0x58, messageId: '', latencyMs: 1 });
    flight.land(2, { kind: 'unwritten', cause: 'disconnected' });
    for (let at = 0; at < again.length; at += 1) {
      const index = again[at] ?? 0;
      flight.land(
        index,
        index === 2
          ? { kind: 'unwritten', cause: 'disconnected' }
          : { kind: 'response', status: 0x58, messageId: '', latencyMs: 1 },
      );
    }
    expect(again.length).toBe(10);
    expect(answers.map((list) => list.map((answer) => answer.kind))).toEqual([['rejected'], ['unsent']]);
    expect(landed()).toBe(1);
  });
});
