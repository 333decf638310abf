import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Batch } from './lanes.ts';
import { Lanes } from './lanes.ts';
import { LAST_SEQUENCE, Sequencer, Window } from './window.ts';

const batch: Batch = { pdus: [], onResult: () => {}, next: 0 };

describe('the window', () => {
  it('gives each outstanding message its own sequence and takes each answer once, whatever the order and across the wrap', () => {
    const steps = fc.array(fc.tuple(fc.boolean(), fc.nat()), { maxLength: 400 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.nat(40), steps, (size, before, moves) => {
        const window = new Window(size);
        const sequencer = new Sequencer(LAST_SEQUENCE - before);
        const open: number[] = [];
        for (const [[write, pick], index] of moves.map((move, i) => [move, i] as const)) {
          if (write && window.outstanding < size) {
            const sequence = window.nextSequence(sequencer);
            expect(sequence >= 1 && sequence <= LAST_SEQUENCE && !open.includes(sequence)).toBe(true);
            window.claim(sequence, batch, index, 1, 0);
            open.push(sequence);
          } else if (open.length > 0) {
            const [sequence = 0] = open.splice(pick % open.length, 1);
            window.release(window.find(sequence));
            expect(window.find(sequence)).toBe(-1);
          }
          expect(window.outstanding).toBe(open.length);
          for (const sequence of open) expect(window.find(sequence)).not.toBe(-1);
        }
      }),
    );
  });

  it('1 follows 0x7FFFFFFF', () => {
    const sequencer = new Sequencer(LAST_SEQUENCE);
    expect([sequencer.next(), sequencer.next()]).toEqual([LAST_SEQUENCE, 1]);
  });

  it('sequence 0 and unknown sequences find nothing', () => {
    const window = new Window(4);
    window.claim(5, batch, 0, 1, 0);
    expect([window.find(0), window.find(13), window.find(6)]).toEqual([-1, -1, -1]);
  });

  it('expires only what was flushed and long enough ago', () => {
    const window = new Window(4);
    for (const [sequence, write, at] of [
      [1, 1, 0],
      [2, 1, 500],
      [3, 2, 0],
    ] as const)
      window.claim(sequence, batch, sequence, write, at);
    const expired: number[] = [];
    window.expire(100, 1, (sequence) => expired.push(sequence));
    expect(expired).toEqual([1]);
    window.restart(2, 900);
    window.expire(899, 2, (sequence) => expired.push(sequence));
    expect(expired).toEqual([1, 2]);
    window.drain((sequence) => expired.push(sequence));
    expect(expired).toEqual([1, 2, 3]);
    expect(window.outstanding).toBe(0);
  });
});

describe('the lanes', () => {
  it('give urgent messages first, each lane in order, and count every message', () => {
    const pushes = fc.array(fc.tuple(fc.boolean(), fc.nat(5)), { maxLength: 30 });
    fc.assert(
      fc.property(pushes, (list) => {
        const lanes = new Lanes();
        const expected: Record<'urgent' | 'ordinary', string[]> = { urgent: [], ordinary: [] };
        for (const [number, [urgent, count]] of list.entries()) {
          const pdus = Array.from({ length: count }, (_, i) => ({ destinationAddr: `${number}.${i}` }));
          lanes.push({ pdus, onResult: () => {}, next: 0 }, urgent);
          expected[urgent ? 'urgent' : 'ordinary'].push(...pdus.map((pdu) => pdu.destinationAddr));
        }
        const all = [...expected.urgent, ...expected.ordinary];
        expect([lanes.size, lanes.urgentSize]).toEqual([all.length, expected.urgent.length]);
        const taken: (string | undefined)[] = [];
        lanes.drain(({ pdus }, index) => taken.push(pdus[index]?.destinationAddr));
        expect(taken).toEqual(all);
        expect(lanes.size).toBe(0);
      }),
    );
  });
});
