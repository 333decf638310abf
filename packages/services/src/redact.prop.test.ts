import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hidePeople } from './redact.ts';

const digits = (least: number, most: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most }).map((all) => all.join(''));
const number = fc.tuple(fc.integer({ min: 1, max: 9 }), digits(7, 14)).map(([first, rest]) => `+${first}${rest}`);
const mailbox = fc
  .tuple(fc.stringMatching(/^[a-z]{3,12}$/), fc.stringMatching(/^[a-z]{3,12}$/))
  .map(([name, domain]) => `${name}@${domain}.com`);
/** Ids, words, states and instants as views hold them: nothing in them names anybody. */
const plain = fc.oneof(
  fc.stringMatching(/^msg_[0-9a-hjkmnp-tv-z]{26}$/),
  fc.constantFrom('delivered', '2026-11-28T07:00:00.000Z', 'MX', ''),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const spot = fc.constantFrom(
  (text: string): unknown => ({ to: text }),
  (text: string): unknown => [{ facts: { to: text } }],
  (text: string): unknown => ({ content: { text: `Call ${text}, please.` } }),
);

it('S-13: no number or mail address is left in what a role sees that sees none, wherever it stands', () => {
  fc.assert(
    fc.property(fc.oneof(number, mailbox), spot, (address, place) => {
      expect(JSON.stringify(hidePeople(place(address)))).not.toContain(address);
    }),
  );
});

it('leaves everything else as it is', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.oneof(plain, fc.array(plain))), (view) => {
      expect(hidePeople(view)).toEqual(view);
    }),
  );
});
