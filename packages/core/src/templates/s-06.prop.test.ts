import type { TemplateVariable } from '@signalbox/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileSource, RENDERED_MAX } from './engine.ts';
import { printValues } from './values.ts';

const DECLARED: TemplateVariable[] = [
  { name: 'a', type: 'text', sample: 'x', optional: false },
  { name: 'b', type: 'number', sample: 1, optional: false },
];
const LONG = printValues(DECLARED, { a: '"&<>'.repeat(250), b: 1e21 }, 'en');
const MOST_MS = 100;

/** What a hostile source comes to: refused, or what it renders and how long all of it took. */
function tryOut(source: string): { refused: boolean; length: number; ms: number } {
  const fromMs = performance.now();
  for (const kind of ['text', 'html'] as const) {
    const found = compileSource(source, kind);
    if (!found.ok) continue;
    const known = [...found.compiled.names].every((name) => name in LONG);
    const text = known ? found.compiled.render(LONG, 'en') : null;
    if (text !== null) return { refused: false, length: text.length, ms: performance.now() - fromMs };
  }
  return { refused: true, length: 0, ms: performance.now() - fromMs };
}

const WALKS = [
  'a.constructor',
  'a.__proto__',
  'a["constructor"]',
  'a.size',
  'a.first',
  'a[0]',
  'constructor',
  '__proto__',
  'this',
  'globals',
  'a | map: "constructor"',
  'a | where: "x"',
  'a | where_exp: "i", "i.constructor"',
  'a | find_exp: "i", "true"',
  'a | json',
  'a | inspect',
  'a | raw',
  'a | escape',
  'a | group_by: "length"',
  '"x".constructor',
  '(1..3)',
  'a.b.c.d',
  'process',
  'require',
];
const WIDTHS = [
  '(1..999999999)',
  '(1..99999999) | join',
  '"" | append: a | append: a',
  'a | replace: "", a',
  'a | date: "%999999999d"',
  '"now" | date: "%99999999N"',
  'a | split: ""',
  'a | times: 1e308',
  'b | round: 99999999',
  'a | prepend: a',
  'a | slice: 0, 1e9',
  'a | truncatewords: 999999999',
  'a | url_encode',
  'a | base64_encode',
  'a | array_to_sentence_string',
  'b | divided_by: 0',
  'a | newline_to_br',
  'a | push: a',
  'a | concat: a',
  'a | uniq',
  'a | sort',
  'a | pad: 999999999',
  '1e999',
  '0x7fffffff',
];
const LOOPS = [
  '{% for i in (1..999999999) %}{% endfor %}',
  '{% for i in a %}x{% endfor %}',
  '{% tablerow i in (1..9999999) cols:9 %}{% endtablerow %}',
  '{% for i in (1..9999) %}{% for j in (1..9999) %}{% for k in (1..9999) %}{% endfor %}{% endfor %}{% endfor %}',
  '{% cycle "a", "b" %}',
  '{% increment a %}',
  '{% decrement a %}',
  '{% assign x = a %}',
  '{% capture x %}{{ a }}{% endcapture %}',
  '{% assign x = (1..99999999) %}',
  '{% liquid assign x = a %}',
  '{% echo a %}',
  '{% break %}',
  '{% continue %}',
  '{% raw %}{{ a }}{% endraw %}',
  '{% comment %}{% endcomment %}',
  '{% # note %}',
  '{% block a %}{% endblock %}',
  '{% while true %}{% endwhile %}',
  '{% unknown %}',
];
const INCLUDES = [
  '{% include "a" %}',
  '{% include a %}',
  '{% render "../../../../etc/passwd" %}',
  '{% render "a", b: b %}',
  '{% layout "a" %}',
  '{% layout none %}',
  "{% include '/proc/self/environ' %}",
  '{% render "a" for a as b %}',
  '{% include "a" with a %}',
  '{% extends "a" %}',
  '{% import "a" %}',
  '{% section "a" %}',
];
const PATTERNS = [
  'a | replace: "(a+)+$", ""',
  'a | remove: "(.*)*"',
  'a | replace_first: "a", a',
  'a | replace_last: "a", a',
  'a | strip_html',
  'a | normalize_whitespace',
  'a | squish',
  'a | slugify: "ascii"',
  'a | sort_natural',
  'a | number_of_words: "cjk"',
  'a =~ "(a+)+$"',
  'a matches "^(a|a)*$"',
];
const BROKEN = [
  '{{',
  '}}',
  '{%',
  '%}',
  '{{ a',
  '{% if',
  '{% if a %}',
  '{% endif %}',
  '{% else %}',
  '{% elsif a %}',
  '{% when a %}',
  '{% case %}',
  '{{ }}',
  '{%%}',
  '{{ | upcase }}',
  '{{ a | }}',
  '{{ a | truncate: }}',
  '{{ a | truncate: 5, }}',
  '{% if a == %}{% endif %}',
  '{% if == a %}{% endif %}',
  '{% if a and %}{% endif %}',
  '{% if a b %}{% endif %}',
  '{% case a %}x{% when %}{% endcase %}',
  '{{ "a }}',
  "{{ 'a }}",
  '{% if a %}{% endunless %}',
  '{% endif x %}',
  '{{{{ a }}}}',
  '{%- -%}',
  '{{ a;b }}',
  '{{ a\u0000 }}',
  '{{ а }}',
];
const repeat = (text: string, times: number) => text.repeat(times);
const BULKS = [
  repeat('{{ a }}', 200),
  repeat('{{ a }}', 201),
  repeat('{{ b }}', 200),
  repeat('{{ a }}', 9000),
  repeat('{% if a %}', 5000),
  repeat('{{', 30_000),
  repeat('{%', 30_000),
  `{{ a ${repeat('| upcase ', 100)}}}`,
  `{{ a ${repeat('| capitalize ', 5000)}}}`,
  `{{ a | default: "${repeat('y', 60_000)}" }}`,
  repeat('{% if a %}{{ a }}', 10) + repeat('{% endif %}', 10),
  repeat('{% if a %}', 11) + repeat('{% endif %}', 11),
  `{% if ${repeat('a and ', 10_000)}a %}x{% endif %}`,
  repeat(`{% if ${repeat('a and ', 160)}a %}x{% endif %}`, 60),
  `{% case a %}${repeat('{% when "b" %}c', 198)}{% endcase %}`,
  `{% case a %}{% when ${repeat('"b", ', 10_000)}"c" %}x{% endcase %}`,
  repeat('x', 65_536),
  repeat('{ ', 32_000),
  repeat(' {{a}}', 199),
  `{{ a | truncate: 999999999 }}`,
  `{{ a | truncate: -1 }}`,
  `{{ a | truncate: 3, "${repeat('z', 50_000)}" }}`,
  repeat('\u{1F468}\u200D\u{1F469}', 6000),
  `{{ ${repeat('a', 60_000)} }}`,
  `{{ "${repeat("'", 60_000)}" }}`,
  `{{ ${repeat('9', 60_000)} }}`,
  `{%${repeat(' ', 60_000)}if a %}{% endif %}`,
  `{{${repeat(' ', 65_000)}a }}`,
];

const HOSTILE = [
  ...[...WALKS, ...WIDTHS, ...PATTERNS].flatMap((one) => [`{{ ${one} }}`, `{% if ${one} %}{% endif %}`]),
  ...LOOPS,
  ...INCLUDES,
  ...BROKEN,
  ...BULKS,
];

describe('S-06', () => {
  it(`tries ${HOSTILE.length} hostile templates: each is refused, or done within ${MOST_MS} ms and ${RENDERED_MAX} characters`, () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(200);
    tryOut('{{ a }}{% if b > 1 %}{{ b | number }}{% endif %}');
    for (const source of HOSTILE) {
      const { length, ms } = tryOut(source);
      expect(length, source.slice(0, 60)).toBeLessThanOrEqual(RENDERED_MAX);
      expect(ms, source.slice(0, 60)).toBeLessThan(MOST_MS);
    }
  });

  it('refuses every loop, file, pattern, walk of a property and value that is kept', () => {
    const sources = [...LOOPS, ...INCLUDES, ...[...WALKS, ...PATTERNS].map((one) => `{{ ${one} }}`)];
    expect(sources.filter((source) => !tryOut(source).refused)).toEqual([]);
  });

  it('never throws, whatever the bytes, and renders nothing but what it was given', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '{{',
        '}}',
        '{%',
        '%}',
        ' a ',
        ' b ',
        'if ',
        'endif',
        'else',
        '|',
        'upcase',
        "'",
        '"',
        '==',
        '-',
        '.',
        '[',
      ),
      fc.string({ maxLength: 8, unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { ms } = tryOut(pieces.join(''));
        expect(ms).toBeLessThan(MOST_MS);
      }),
      { numRuns: 2000 },
    );
  });

  it('prints a value as it is, and in HTML so that no markup can come of it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 1000, unit: 'grapheme' }), (value) => {
        const text = compileSource('<{{ a }}>', 'text');
        const html = compileSource('<{{ a }}>', 'html');
        if (!text.ok || !html.ok) throw new Error('a good source was refused');
        expect(text.compiled.render({ a: value }, 'en')).toBe(`<${value}>`);
        expect(html.compiled.render({ a: value }, 'en')?.slice(1, -1)).not.toMatch(/[<>"']/);
      }),
    );
  });
});
