import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { findForeignLinks, readDomain } from './index.ts';

const ALLOWED = ['acme.in', 'xn--bcher-kva.example'];
const inText = (text: string) =>
  findForeignLinks({ subject: null, body: text, html: null }, ALLOWED).map(({ domain }) => domain);
const inHtml = (html: string) =>
  findForeignLinks({ subject: null, body: null, html }, ALLOWED).map(({ domain }) => domain);

describe('a text', () => {
  it.each([
    'see https://acme.in/t?x=1.',
    'acme.in',
    'www.Acme.in',
    'shop.acme.in/x',
    'https://user@acme.in/x',
    'https://acme.in:8443/x',
    'https://acme.in./x',
    'bücher.example/x',
    'https://xn--bcher-kva.example',
    'write to ana@evil.in',
    'call 1.500.000',
    '(see https://acme.in)',
    'https://acme.in, https://acme.in… “https://acme.in”',
    'the link is http://… now',
  ])('may say “%s”', (text) => expect(inText(text)).toEqual([]));

  it.each([
    ['https://evil.in', 'evil.in'],
    ['evil.in', 'evil.in'],
    ['https://acme.in@evil.in', 'evil.in'],
    ['acme.in@evil.in/x', 'evil.in'],
    ['https://acme.in:x@evil.in/', 'evil.in'],
    ['https://evil.in\\@acme.in', 'evil.in'],
    ['https:\\\\evil.in/acme.in', 'evil.in'],
    ['https:evil.in/acme.in', 'evil.in'],
    ['https://acme.in.evil.in', 'acme.in.evil.in'],
    ['https://notacme.in', 'notacme.in'],
    ['https://acme.in\u200b.evil.in/x', 'acme.in.evil.in'],
    ['https://аcme.in', 'xn--cme-5cd.in'],
    ['аcme.in/x', 'xn--cme-5cd.in'],
    ['https://acme。in.evil.in', 'acme.in.evil.in'],
    ['http://3221225985/x', '192.0.2.1'],
    ['http://[2001:db8::1]/x', '[2001:db8::1]'],
    ['http://localhost/x', 'localhost'],
    ['(https://evil.in)', 'evil.in'],
    ['https://evil.in…', 'evil.in'],
    ['evil.in。', 'evil.in'],
    ['https://acme.in(@evil.in/', 'evil.in'],
    ['HTTPS://EVIL.IN/#https://acme.in', 'evil.in'],
  ])('“%s” leads to %s', (text, domain) => expect(inText(`now ${text} now`)).toContain(domain));

  it('is told what a host of other letters is taken for', () => {
    const told = (body: string) => findForeignLinks({ subject: body, body: null, html: null }, ALLOWED);
    expect(told('аcme.in/x')).toEqual([{ field: 'subject', domain: 'xn--cme-5cd.in', looksLike: 'acme.in' }]);
    expect(told('evil.in/x')).toEqual([{ field: 'subject', domain: 'evil.in', looksLike: null }]);
  });
});

describe('a mail', () => {
  it.each([
    '<a href="https://acme.in/x">https://acme.in</a>',
    '<a href="{{unsubscribe_url}}">Stop</a><a href="#top">Up</a><a href="/x">X</a>',
    '<a href="mailto:ana@evil.in">Write</a><a href="tel:+911234">Call</a>',
    '<link href="https://fonts.example/x.css"><img src="https://cdn.example/x.png" alt="">',
  ])('may say %s', (html) => expect(inHtml(html)).toEqual([]));

  it.each([
    ['<a href="https://evil.in">acme.in</a>', 'evil.in'],
    ['<a href="https://acme.in">evil.in</a>', 'evil.in'],
    ['<a href="//evil.in/x">x</a>', 'evil.in'],
    ['<a href="https:evil.in/x">x</a>', 'evil.in'],
    ['<a href="\\\\evil.in">x</a>', 'evil.in'],
    ['<a href="ht\ntps://evil.in">x</a>', 'evil.in'],
    ['<a href="https&#58;//evil.in">x</a>', 'evil.in'],
    ['<a href="https://acme.in@evil.in">x</a>', 'evil.in'],
    ['<a href="https://evil.in/{{unsubscribe_url}}">x</a>', 'evil.in'],
    ['<base href="https://evil.in"><a href="/x">x</a>', 'evil.in'],
    ['<form action="https://evil.in"><button formaction="https://evil.in">x</button></form>', 'evil.in'],
    ['<!--[if mso]><v:roundrect href="https://evil.in">x</v:roundrect><![endif]-->', 'evil.in'],
    ['<a href="javascript:x">x</a>', 'javascript:'],
    ['<p><b>evil</b>.in</p>', 'evil.in'],
  ])('%s leads to %s', (html, domain) => expect(inHtml(html)).toEqual([domain]));
});

test('a mail made to be slow is read in no time', () => {
  const many = 100_000;
  const slow = ['.', '<!--[if ', '@'].map((piece) => piece.repeat(many));
  const begun = performance.now();
  for (const text of slow) findForeignLinks({ subject: `${text}a`, body: `${text}a`, html: `${text}a` }, ALLOWED);
  expect(performance.now() - begun).toBeLessThan(10_000);
});

const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/).filter((text) => !text.startsWith('xn--'));
const host = fc.tuple(label, fc.constantFrom('acme.in', 'evil.in', 'acme.in.evil.in', 'evil-acme.in'));
const around = fc.record({
  scheme: fc.constantFrom('https://', 'http://', 'HTTPS://', ''),
  user: fc.constantFrom('', 'acme.in@', 'a:b@', 'acme.in:x@'),
  path: fc.constantFrom('/', '/x', '?x', '#x', '/acme.in', '/@acme.in'),
});

test('whatever is written around a host, a link is foreign exactly where its host is not below an allowed one', () => {
  fc.assert(
    fc.property(host, around, ([first, rest], { scheme, user, path }) => {
      const name = `${first}.${rest}`;
      const foreign = inText(`go ${scheme}${user}${name}${path} now`);
      expect(foreign).toEqual(rest === 'acme.in' ? [] : [name]);
    }),
    { numRuns: 500 },
  );
});

test('a domain that was read is read as itself, and stands for what is at and below it', () => {
  fc.assert(
    fc.property(host, ([first, rest]) => {
      const domain = readDomain(` *.${first}.${rest}`.toUpperCase()) ?? '';
      expect(readDomain(domain)).toBe(domain);
      for (const text of [`https://${domain}/x`, `https://a.${domain}`])
        expect(findForeignLinks({ subject: null, body: text, html: null }, [domain])).toEqual([]);
    }),
  );
});

test.each([
  '',
  'localhost',
  '192.0.2.1',
  '3221225985',
  'acme.in/x',
  'https://acme.in',
  'a@acme.in',
  'acme.in:1',
  '-a.in',
  'a..in',
  'acme in',
])('“%s” is no domain', (text) => expect(readDomain(text)).toBeNull());
