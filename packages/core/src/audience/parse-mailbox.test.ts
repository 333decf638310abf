import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMailbox } from './parse-mailbox.ts';

const local64 = 'a'.repeat(64);
const label63 = 'b'.repeat(63);

describe('parseMailbox', () => {
  it.each([
    ['anna@example.com', 'anna@example.com'],
    ['  anna@example.com ', 'anna@example.com'],
    ['Anna.Smith+news@EXAMPLE.Com', 'Anna.Smith+news@example.com'],
    ["o'neil!#$%&*/=?^_`{|}~-@example.co.uk", "o'neil!#$%&*/=?^_`{|}~-@example.co.uk"],
    ['a@xn--bcher-kva.example', 'a@xn--bcher-kva.example'],
    ['a@Bücher.example', 'a@xn--bcher-kva.example'],
    ['a@例子。广告', 'a@xn--fsqu00a.xn--4rr70v'],
    [`${local64}@${label63}.com`, `${local64}@${label63}.com`],
    ['a@1.example.c0m', 'a@1.example.c0m'],
  ])('reads %j as %s: domain in lower case and ASCII, local part kept', (text, address) => {
    expect(parseMailbox(text)).toMatchObject({ ok: true, address });
  });

  it.each([
    ['', 'mailbox_empty'],
    ['anna', 'mailbox_at_missing'],
    ['anna.example.com', 'mailbox_at_missing'],
    ['@example.com', 'mailbox_local_part'],
    ['anna@', 'mailbox_domain'],
    ['anna@localhost', 'mailbox_domain'],
    ['anna@example.com.', 'mailbox_domain'],
    ['anna@example..com', 'mailbox_domain'],
    ['anna@-example.com', 'mailbox_domain'],
    ['anna@example-.com', 'mailbox_domain'],
    ['anna@exa_mple.com', 'mailbox_domain'],
    ['anna@example.123', 'mailbox_domain'],
    ['anna@10.0.0.1', 'mailbox_domain'],
    ['anna@[10.0.0.1]', 'mailbox_domain'],
    ['anna@example.com:25', 'mailbox_domain'],
    ['anna@example.com/x', 'mailbox_domain'],
    ['anna@例子.广告/x', 'mailbox_domain'],
    ['anna@ü:p@例子.广告:80', 'mailbox_local_part'],
    ['.anna@example.com', 'mailbox_local_part'],
    ['anna.@example.com', 'mailbox_local_part'],
    ['an..na@example.com', 'mailbox_local_part'],
    ['an na@example.com', 'mailbox_local_part'],
    ['"an na"@example.com', 'mailbox_local_part'],
    ['a@b@example.com', 'mailbox_local_part'],
    ['Anna <anna@example.com>', 'mailbox_local_part'],
    ['a@example.com,b@example.com', 'mailbox_local_part'],
    ['änna@example.com', 'mailbox_local_part'],
    ['anna@example.com\r\nBcc: x@example.com', 'mailbox_control'],
    ['anna\u0000@example.com', 'mailbox_control'],
    ['anna@exam\u0085ple.com', 'mailbox_control'],
    [`${local64}a@example.com`, 'mailbox_too_long'],
    [`a@${label63}b.com`, 'mailbox_domain'],
    [`a@${`${label63}.`.repeat(4)}com`, 'mailbox_too_long'],
  ])('refuses %j as %s', (text, code) => {
    const parsed = parseMailbox(text);
    expect(parsed).toMatchObject({ ok: false, code });
    expect(parsed.ok ? '' : parsed.message).toMatch(/^[A-Z].*\.$/);
  });

  it('accepts nothing that could end a header line or an SMTP command, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.emailAddress(),
          fc.string({ unit: 'binary' }),
          fc
            .tuple(fc.string({ unit: 'binary', maxLength: 8 }), fc.domain())
            .map(([name, domain]) => `${name}@${domain}`),
        ),
        (text) => {
          const parsed = parseMailbox(text);
          if (!parsed.ok) return;
          expect(parsed.address).toMatch(/^[\x21-\x7e]{3,254}$/);
          expect(parsed.address).not.toMatch(/[<>,;:"\\()[\]\s]/);
          expect(parseMailbox(parsed.address)).toEqual(parsed);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('takes every ordinary address that fast-check can think of', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        expect(parseMailbox(address)).toMatchObject({ ok: true });
      }),
    );
  });
});
