import { describe, expect, it } from 'vitest';
import { judgeMail } from './mail-checks.ts';
import { textOfHtml } from './mail-text.ts';
import { judgeMjml } from './mjml.ts';
import { UNSUBSCRIBE_PLACE } from './unsubscribe-place.ts';

const MAIL = (inner: string) =>
  `<mjml>\n<mj-body><mj-section><mj-column>\n${inner}\n</mj-column></mj-section></mj-body>\n</mjml>`;
const faultsOf = (source: string) => {
  const found = judgeMjml(source);
  return found.ok ? [] : found.faults.map(({ line, code }) => `${line} ${code}`);
};
const checksOf = (html: string, text: string | null = '-') =>
  Object.fromEntries(
    judgeMail({ text, html }, 'marketing').checks.map(({ name, state, found }) => [name, { state, found }]),
  );

describe('a mail in MJML is judged before it is made', () => {
  it.each([
    ['<mj-text>Hi {{ name }}</mj-text>', []],
    ['<mj-image src="{{ logo }}" alt="{{ shop }}" />', []],
    ['<mj-text>a <b>b<br>c</mj-text>', []],
    ['<mj-raw>{% if gold %}<p>Gold</p>{% endif %}</mj-raw>', []],
    ['<mj-text>a', ['3 syntax']],
    ['a</mj-text>', ['3 syntax']],
    ['<mj-foo>a</mj-foo>', ['3 unknown_element']],
    ['<mj-text>{{ name </mj-text>', ['3 syntax']],
    ['\n\n<mj-text>{{ name | map: "x" }}</mj-text>', ['5 unknown_filter']],
    ['{{ name }}', ['3 not_printed']],
    ['<mj-text color="{{ colour }}">a</mj-text>', ['3 not_printed']],
    ['<mj-include path="/etc/passwd" />', ['3 not_allowed']],
    ['<MJ-INCLUDE path="/etc/passwd" type="html" />', ['3 not_allowed']],
    ['<mj-text>a</mj-text>\n<mj-font name="x" href="https://x.co" />', ['4 not_allowed']],
    ['<mj-style inline="inline">a{}</mj-style>', ['3 not_allowed']],
    ['<mj-style>a { color: {{ colour }} }</mj-style>', ['3 not_printed']],
  ])('%s', (inner, faults) => {
    expect(faultsOf(MAIL(inner))).toEqual(faults);
  });

  it('counts elements and their depth, which bound the work', () => {
    expect(faultsOf(MAIL('<mj-spacer />'.repeat(700)))).toEqual(['3 too_complex']);
    expect(faultsOf(MAIL(`${'<mj-wrapper>'.repeat(40)}${'</mj-wrapper>'.repeat(40)}`))).toEqual(['3 too_complex']);
    expect(faultsOf('<p>Hi</p>')).toContain('1 syntax');
    expect(faultsOf('<mjml></mjml>')).toEqual(['1 syntax']);
  });

  it('gives back what was in braces, each in its place', () => {
    const source = MAIL('<mj-text>SBMARK0E {{ a }}{% if b %}{{\nc }}{% endif %}</mj-text>');
    const found = judgeMjml(source);
    if (!found.ok) throw new Error('refused');
    expect(found.source.marks).toEqual(['{{ a }}', '{% if b %}', '{{\nc }}', '{% endif %}']);
    expect(found.source.text).not.toContain('{');
    expect(found.source.restore(found.source.text).replace(/\n/g, '')).toBe(source.replace(/\n/g, ''));
  });
});

describe('the text part of a mail', () => {
  it.each([
    ['<style>p{}</style><p>Hi <b>Ana</b>,</p><p>it is &euro;5 &amp; free.</p>', 'Hi Ana,\n\nit is €5 & free.'],
    ['<div style="display:none">soon</div><h1>Sale</h1><ul><li>One</li><li>Two</li></ul>', 'Sale\n\n- One\n- Two'],
    ['<a href="https://x.co/a?b=1&amp;c=2">Look</a> here<br>now', 'Look (https://x.co/a?b=1&c=2) here\nnow'],
    ['<a href="https://x.co"><img src="a.png" alt="Shop"></a>', 'Shop (https://x.co)'],
    ['<a href="https://x.co">https://x.co</a>', 'https://x.co'],
    ['<!--[if mso]><table><tr><td>no<![endif]-->a  \n b', 'a b'],
    ['<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>', '1 2\n3'],
    ['a < b', 'a < b'],
  ])('%s', (html, text) => {
    expect(textOfHtml(html)).toBe(text);
  });
});

describe('what is looked at in a mail', () => {
  it('says where a marketing mail is cut, distrusted or hard to read', () => {
    const checks = checksOf(
      `<body style="background:#fff"><a href="http://x.co">a</a><a href="/b">b</a><img src="https://x.co/a.png">
       <p style="color:#aaa">Faint <b style="color:#000">not faint</b></p></body>`,
      null,
    );
    expect(checks).toEqual({
      size: { state: 'good', found: [] },
      links: { state: 'bad', found: ['/b', 'http://x.co'] },
      unsubscribe: { state: 'bad', found: [] },
      images: { state: 'warn', found: ['https://x.co/a.png'] },
      contrast: { state: 'warn', found: ['“Faint” #aaaaaa / #ffffff (2.3 : 1)'] },
      text_part: { state: 'warn', found: [] },
    });
  });

  it('has nothing to say of a sound one', () => {
    const checks = checksOf(
      `<a href="${UNSUBSCRIBE_PLACE}">Stop</a><a style="color:#fff;background:#1a4d8f" href="https://x.co">Go</a><img src="a" alt="">`,
    );
    expect(Object.values(checks).map(({ state }) => state)).toEqual(['good', 'good', 'good', 'good', 'good', 'good']);
  });

  it('counts bytes and not characters, as those do who cut', () => {
    const html = '<p>你</p>'.repeat(11_000);
    expect(judgeMail({ text: null, html }, 'transactional').bytes).toBe(110_000);
    expect(checksOf(html).size).toEqual({ state: 'bad', found: [] });
    expect(checksOf('<p>x</p>'.repeat(11_000)).size).toEqual({ state: 'warn', found: [] });
  });

  it.each(['http://127.0.0.1/a', 'https://user@x.co', 'javascript:alert(1)', 'https://localhost', 'data:text/html,a'])(
    'does not trust a link to %s',
    (link) => {
      expect(checksOf(`<a href="${link}">a</a>`).links).toEqual({ state: 'bad', found: [link] });
    },
  );
});

it('reads hostile HTML in a time that its length bounds', () => {
  const hostile = [
    '<i>'.repeat(20_000) + '</b>'.repeat(10_000),
    '<a href="'.repeat(8000),
    '<!--'.repeat(15_000),
    '&#'.repeat(30_000),
  ];
  for (const html of [
    ...hostile,
    '<'.repeat(65_000),
    ' '.repeat(65_000),
    '<br>'.repeat(16_000),
    '<p style="color:'.repeat(4000),
  ]) {
    const fromMs = performance.now();
    textOfHtml(html);
    judgeMail({ text: html, html }, 'marketing');
    expect(performance.now() - fromMs, html.slice(0, 20)).toBeLessThan(500);
  }
});
