import type { GlossaryTerm } from '@signalbox/contracts';
import fc from 'fast-check';
import { Tokenizer } from 'liquidjs';
import { describe, expect, it } from 'vitest';
import { type CutSource, cutSource } from './cut-source.ts';
import { says } from './glossary.ts';

const GLOSSARY: GlossaryTerm[] = [
  { term: 'Acme Pay', locale: null, translation: null },
  { term: 'order', locale: 'de', translation: 'Bestellung' },
  { term: 'Tom & Co', locale: 'de', translation: 'Tom & Söhne' },
];
function cut(source: string, kind: 'text' | 'html' = 'text', glossary = GLOSSARY): CutSource {
  const found = cutSource(source, kind, 'de', glossary);
  if (!found.ok) throw new Error(found.fault.message);
  return found.source;
}
const marksOf = (source: string) =>
  new Tokenizer(source)
    .readTopLevelTokens()
    .filter((token) => 'content' in token)
    .map((token) => source.slice(token.begin, token.end));
const tagsOf = (source: string) => marksOf(source).filter((mark) => mark.startsWith('{%'));
const countOf = (text: string, what: string) => text.split(what).length - 1;

const LINKS = [
  'https://a.example/x?y={{ id }}&z=1',
  'www.acme.example',
  'help@acme.example',
  'acme.example/t/{{ id }}',
];
const word = fc.constantFrom(
  ...[
    'Hello',
    'your',
    'order',
    'Acme Pay',
    'is',
    'ready.',
    '(now)',
    '50%',
    'a } b',
    '\ue000',
    'SBMARK0E',
    '你好',
    '\n',
    'ORDER',
  ],
  ...[
    '{{ name }}',
    '{{ total | default: "–" }}',
    '{% if paid %}paid{% endif %}',
    '{% if a %}https://b.example/{{ c }}{% endif %}',
  ],
  ...['https://c.example/{% if a %}path{% else %}road{% endif %}/end', ...LINKS],
);
const source = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
/** What a service may answer: the words of a segment in any order, some lost, doubled, bent or bare. */
const answerTo = (segment: string) =>
  fc.oneof(
    fc.constant(segment),
    fc.constant(segment.toLowerCase()),
    fc.shuffledSubarray(segment.split(' ')).map((words) => words.join(' ')),
    fc.shuffledSubarray(segment.split(' '), { minLength: segment.split(' ').length }).map((words) => words.join('')),
    fc.constant(`${segment} ${segment}`),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('{{ name }}', '{% endif %}', '\ue000', '<script>', '', 'SBMARK0E', 'SBMARK7E'),
  );

describe('a source that is cut for translation', () => {
  it('keeps every tag, variable, link and fixed term whatever is answered, or names what it was refused for', () => {
    fc.assert(
      fc.property(
        source.chain((text) => fc.tuple(fc.constant(text), fc.tuple(...cut(text).segments.map(answerTo)))),
        ([text, answers]) => {
          const made = cut(text).rebuild(answers);
          if (!made.ok) {
            expect(made.fault.why).not.toBe('count');
            expect(text).toContain(made.fault.what.split(' ')[0]);
            return;
          }
          expect(marksOf(made.text).sort()).toEqual(marksOf(text).sort());
          expect(tagsOf(made.text)).toEqual(tagsOf(text));
          for (const link of LINKS) {
            expect(countOf(made.text, link)).toBeGreaterThanOrEqual(countOf(text, link));
            // Nothing that was answered grows onto a link.
            for (const rest of made.text.split(link).slice(1)) expect(rest).toMatch(/^([\s.,;:!?)\]"'<>{]|$)/);
          }
          expect(countOf(made.text, 'Acme Pay')).toBeGreaterThanOrEqual(countOf(text, 'Acme Pay'));
          expect(says(made.text.replace(/\{%.*?%\}/g, ' '), 'order')).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('comes back as it was when every segment is answered by itself', () => {
    fc.assert(
      fc.property(source, (text) => {
        const one = cut(text, 'text', []);
        expect(one.rebuild(one.segments)).toEqual({ ok: true, text });
      }),
    );
  });

  it('never lets an answer into the markup of a mail', () => {
    const mail =
      '<style>p { color: red }</style><p class="{{ c }}">Hi&nbsp;{{ name }} of Tom &amp; Co, <a href="{{ url }}">read</a></p><!-- no --><script>let order</script>';
    const one = cut(mail, 'html');
    expect(one.segments).toHaveLength(2);
    const made = one.rebuild([`<b>${one.segments[0]}</b> & more, Tom & Co`, 'lesen']);
    expect(made).toEqual({
      ok: true,
      text: '<style>p { color: red }</style><p class="{{ c }}">&lt;b&gt;Hi&nbsp;{{ name }} of Tom &amp; Co,&lt;/b&gt; &amp; more, Tom &amp; Söhne <a href="{{ url }}">lesen</a></p><!-- no --><script>let order</script>',
    });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (first, second) => {
        const answered = one.rebuild([`${one.segments[0]}${first}`, second]);
        if (!answered.ok) return;
        expect(answered.text.match(/<[^>]*>/g)).toEqual(mail.match(/<[^>]*>/g));
        expect(marksOf(answered.text)).toEqual(marksOf(mail));
      }),
    );
  });

  it('sends no shape, no link and nothing without words, and calls terms as the glossary has them', () => {
    const one = cut('{% if a %}Your order:{% else %}{{ b }} 5{% endif %} https://a.example\nPaid by Acme Pay');
    expect(one.segments).toEqual(['Your SBMARK0E:', 'Paid by SBMARK0E']);
    expect(one.rebuild(['Ihre sbmark0e, die order:', 'Bezahlt mit SBMARK0E'])).toEqual({
      ok: true,
      text: '{% if a %}Ihre Bestellung, die Bestellung:{% else %}{{ b }} 5{% endif %} https://a.example\nBezahlt mit Acme Pay',
    });
    expect(one.rebuild(['Ihre:', 'SBMARK0E'])).toEqual({ ok: false, fault: { why: 'lost', what: 'order' } });
  });
});
