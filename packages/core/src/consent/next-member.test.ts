import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MemberEvent, type Membership, nextMember } from './next-member.ts';

const events = fc.array(fc.constantFrom<MemberEvent>('asked', 'confirmed', 'brought', 'left'), { maxLength: 12 });
const walk = (all: readonly MemberEvent[], optIn: 'single' | 'double', from: Membership = null): Membership =>
  all.reduce<Membership>((now, event) => nextMember(now, event, optIn) ?? now, from);

describe('a membership', () => {
  it('of a double opt-in list is confirmed only by the link or by a consent that was brought', () => {
    fc.assert(
      fc.property(events, (all) => {
        const last = all.lastIndexOf('left');
        const since = all.slice(last + 1);
        const asked = since.indexOf('asked');
        const may = since.includes('brought') || (asked >= 0 && since.slice(asked).includes('confirmed'));
        expect(walk(all, 'double') === 'confirmed').toBe(may);
      }),
    );
  });

  it('that is confirmed is not downgraded by anything but leaving', () => {
    for (const event of ['asked', 'confirmed', 'brought'] as const) {
      expect(nextMember('confirmed', event, 'double')).toBeNull();
      expect(nextMember('confirmed', event, 'single')).toBeNull();
    }
    expect(nextMember('confirmed', 'left', 'double')).toBe('withdrawn');
  });

  it('a link that has expired, or is opened after the person left, confirms nothing', () => {
    expect(nextMember('expired', 'confirmed', 'double')).toBeNull();
    expect(nextMember('withdrawn', 'confirmed', 'double')).toBeNull();
    expect(nextMember(null, 'confirmed', 'double')).toBeNull();
  });

  it('the same event twice is the same as once', () => {
    fc.assert(
      fc.property(events, fc.constantFrom('single', 'double'), (all, optIn) => {
        const now = walk(all, optIn);
        for (const event of ['asked', 'confirmed', 'brought', 'left'] as const) {
          expect(walk([event, event], optIn, now)).toBe(walk([event], optIn, now));
        }
      }),
    );
  });
});
