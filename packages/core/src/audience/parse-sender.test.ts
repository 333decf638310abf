import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSender } from './parse-sender.ts';

describe('parseSender', () => {
  it.each([
    ['sms', '+52 55 1234 5678', 'number', '+525512345678'],
    ['sms', ' 28282 ', 'short_code', '28282'],
    ['sms', 'Signalbox', 'alphanumeric', 'Signalbox'],
    ['sms', 'Ac me & Co.', 'alphanumeric', 'Ac me & Co.'],
    ['sms', 'VK-ACMEIN', 'alphanumeric', 'VK-ACMEIN'],
    ['sms', '7Eleven', 'alphanumeric', '7Eleven'],
    ['voice', '+52 55 1234 5678', 'number', '+525512345678'],
    ['email', 'shop@Example.com', 'mailbox', 'shop@example.com'],
    ['email', '<shop@example.com>', 'mailbox', 'shop@example.com'],
    ['email', 'Acme Shop <shop@example.com>', 'mailbox', '"Acme Shop" <shop@example.com>'],
    ['email', '"Acme, Inc. \\"A\\"" <shop@example.com>', 'mailbox', '"Acme, Inc. \\"A\\"" <shop@example.com>'],
    ['email', 'Tienda Ñandú <shop@example.com>', 'mailbox', '"Tienda Ñandú" <shop@example.com>'],
  ] as const)('reads the %s sender %j as %s', (channel, text, kind, sender) => {
    expect(parseSender(channel, text)).toEqual({ ok: true, kind, sender });
  });

  it.each([
    ['sms', ' ', 'sender_empty'],
    ['sms', '+52 55', 'sender_number'],
    ['sms', '12', 'sender_short_code'],
    ['sms', '525512345678', 'sender_short_code'],
    ['sms', 'TwelveLetter', 'sender_text'],
    ['sms', 'Café', 'sender_text'],
    ['sms', '- - -', 'sender_text'],
    ['sms', 'Acme\nShop', 'sender_text'],
    ['voice', 'Signalbox', 'sender_number'],
    ['voice', '28282', 'sender_number'],
    ['email', 'Acme', 'sender_mailbox'],
    ['email', 'Acme" <shop@example.com>', 'sender_mailbox'],
    ['email', 'Acme <shop@example.com> x', 'sender_mailbox'],
    ['email', 'Acme <<shop@example.com>>', 'sender_mailbox'],
    ['email', 'Acme\r\nBcc: x <shop@example.com>', 'sender_mailbox'],
    ['email', `${'n'.repeat(101)} <shop@example.com>`, 'sender_mailbox'],
  ] as const)('refuses the %s sender %j as %s', (channel, text, code) => {
    expect(parseSender(channel, text)).toMatchObject({ ok: false, code });
  });

  it('is a fixed point: reading a sender again changes nothing', () => {
    const senders = fc.oneof(
      fc.string({ maxLength: 14 }),
      fc
        .tuple(fc.string({ unit: 'binary', maxLength: 30 }), fc.emailAddress())
        .map(([name, address]) => `${name} <${address}>`),
    );
    fc.assert(
      fc.property(fc.constantFrom('sms' as const, 'email' as const), senders, (channel, text) => {
        const parsed = parseSender(channel, text);
        if (!parsed.ok) return;
        expect(parsed.sender).not.toMatch(/\p{Cc}/u);
        expect(parseSender(channel, parsed.sender)).toEqual(parsed);
      }),
      { numRuns: 2000 },
    );
  });
});
