import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UrgentQueue } from './urgent-queue.ts';

describe('urgent queue', () => {
  it('gives urgent items first and keeps the order within each class, whatever is done to it', () => {
    const act = fc.oneof(
      fc.record({ kind: fc.constant('push' as const), urgent: fc.boolean() }),
      fc.record({ kind: fc.constantFrom('shift' as const, 'back' as const), urgent: fc.constant(false) }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 200 }), (acts) => {
        const queue = new UrgentQueue<number>();
        let model: { item: number; urgent: boolean }[] = [];
        for (const [item, { kind, urgent }] of acts.entries()) {
          if (kind === 'push') {
            queue.push(item, urgent);
            model.push({ item, urgent });
            continue;
          }
          const next = model.find((entry) => entry.urgent) ?? model[0];
          expect(queue.shift()).toBe(next?.item);
          if (kind === 'back' && next) queue.putBack(next.item, next.urgent);
          else model = model.filter((entry) => entry !== next);
        }
        expect(queue.length).toBe(model.length);
        expect(queue.drain()).toEqual(
          [...model.filter((entry) => entry.urgent), ...model.filter((entry) => !entry.urgent)].map(
            (entry) => entry.item,
          ),
        );
        expect(queue.length).toBe(0);
      }),
    );
  });

  it('stays in order past the point where it drops its used slots', () => {
    const queue = new UrgentQueue<number>();
    for (let item = 0; item < 10_000; item += 1) queue.push(item, false);
    for (let item = 0; item < 10_000; item += 1) expect(queue.shift()).toBe(item);
    expect(queue.shift()).toBeUndefined();
  });
});
