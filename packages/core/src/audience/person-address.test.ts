import { expect, test } from 'vitest';
import { parseMailbox } from './parse-mailbox.ts';
import { parseNumber } from './parse-number.ts';
import { personAddress } from './person-address.ts';

test('a person is the same however the address is written, and the mail still goes out as it was asked for', () => {
  const written = ['Ana.Lopez@Example.com', 'ana.lopez@EXAMPLE.COM', ' ANA.LOPEZ@example.com '].map(parseMailbox);
  expect(new Set(written.map((mailbox) => mailbox.ok && personAddress(mailbox.address)))).toEqual(
    new Set(['ana.lopez@example.com']),
  );
  expect(written[0]).toMatchObject({ address: 'Ana.Lopez@example.com' });
});

test('a number is its own spelling', () => {
  const number = parseNumber('+52 55 1234 5678');
  expect(number.ok && personAddress(number.e164)).toBe('+525512345678');
});
