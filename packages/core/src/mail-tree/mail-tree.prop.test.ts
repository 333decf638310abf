import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeMjml } from '../templates/mjml.ts';
import {
  innerOf,
  insertNode,
  LAYOUTS,
  LOOSE,
  layoutOf,
  type MailNode,
  type MailTree,
  moveNode,
  nodeAt,
  nodeAtLine,
  nodesIn,
  outerOf,
  plainWords,
  printWords,
  readMailTree,
  readWords,
  removeNode,
  repeatNode,
  setAttribute,
  setInner,
  stepNode,
} from './index.ts';

const read = (source: string): MailTree => {
  const tree = readMailTree(source);
  if (tree === null) throw new Error(`not read: ${source}`);
  return tree;
};
const at = (tree: MailTree, path: readonly number[]): MailNode => {
  const found = nodeAt(tree, path);
  if (found === undefined) throw new Error('no such part');
  return found;
};

const space = fc.constantFrom('', ' ', '\n', '\n      ');
const words = fc
  .array(
    fc.constantFrom(
      'Hi ',
      '{{ name }}',
      '{% if a < b %}',
      '{% endif %}',
      '{{ x | default: "<>/" }}',
      '<b>',
      '</b>',
      '&amp;',
      '<br>',
      'ü 你',
      '<p title=">">',
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(''));
const attribute = fc.constantFrom(
  '',
  ' color="#123456"',
  " align='left'",
  ' padding=8px',
  ' href="{{ l | default: "a>b" }}"',
  ' mj-class="x"',
);
const leaf = fc.oneof(
  fc.tuple(attribute, words).map(([given, inner]) => `<mj-text${given}>${inner}</mj-text>`),
  attribute.map((given) => `<mj-image${given} />`),
  words.map((inner) => `<mj-raw>${inner}<!-- </mj-raw --></mj-raw>`),
  fc.constantFrom(
    '<!-- <mj-text> -->',
    'loose words',
    '{{ loose }}',
    '<mj-unknown a="b"><mj-text>x</mj-text></mj-unknown>',
    '<mj-spacer/>',
  ),
);
const within = (name: string, part: fc.Arbitrary<string>) =>
  fc
    .tuple(attribute, fc.array(fc.tuple(space, part), { maxLength: 3 }), space)
    .map(([given, parts, end]) => `<${name}${given}>${parts.map((one) => one.join('')).join('')}${end}</${name}>`);
const section = fc.oneof(within('mj-section', within('mj-column', leaf)), fc.constant('<mj-section />'));
const mail = fc
  .tuple(space, within('mj-body', fc.oneof(section, within('mj-wrapper', section))))
  .map(
    ([gap, body]) =>
      `<mjml>${gap}<mj-head><mj-attributes><mj-text color="#fff" /></mj-attributes></mj-head>${body}</mjml>\n`,
  );

/** A mail and one of the parts of its body. */
const mailAndPart = fc.tuple(mail, fc.nat()).map(([source, pick]) => {
  const tree = read(source);
  const parts = nodesIn(tree.body).slice(1);
  return { tree, part: parts.length === 0 ? undefined : parts[pick % parts.length] };
});

const sorted = (text: string) => [...text.replace(/\s/g, '')].sort().join('');
// What is loose may become one with its neighbour.
const named = (nodes: readonly MailNode[]) =>
  nodes
    .map(({ name }) => name)
    .filter((name) => name !== LOOSE)
    .sort();
const names = (tree: MailTree) => named(nodesIn(tree.root));
const shape = (tree: MailTree) => nodesIn(tree.root).map(({ name, path }) => `${path.join('.')} ${name}`);

describe('a mail read into its parts', () => {
  it('is the same again from the places of its parts: nothing lies outside of them but white space', () => {
    fc.assert(
      fc.property(mail, (source) => {
        const tree = read(source);
        const print = (node: MailNode): string => {
          if (node.children.length === 0) return outerOf(tree, node);
          let printed = source.slice(node.from, node.innerFrom);
          let from = node.innerFrom;
          for (const child of node.children) {
            expect(source.slice(from, child.from).trim()).toBe('');
            printed += source.slice(from, child.from) + print(child);
            from = child.to;
          }
          return printed + source.slice(from, node.to);
        };
        expect(print(tree.root)).toBe(source.trimEnd());
      }),
    );
  });

  it('keeps every other byte where it is when an attribute is set, and the same bytes when it is set back', () => {
    fc.assert(
      fc.property(mailAndPart, fc.string({ maxLength: 12 }), ({ tree, part }, value) => {
        if (part === undefined || part.name.startsWith('#')) return;
        fc.pre(!/\{[{%]/.test(value));
        const set = setAttribute(tree, part, 'title', value);
        const after = read(set);
        expect(at(after, part.path).attributes.get('title')).toBe(value);
        expect(shape(after)).toEqual(shape(tree));
        expect(setAttribute(after, at(after, part.path), 'title', undefined)).toBe(tree.source);
      }),
    );
  });

  it('moves a part up and down without losing or changing a character of anything', () => {
    fc.assert(
      fc.property(mailAndPart, fc.constantFrom(-1 as const, 1 as const), ({ tree, part }, step) => {
        if (part === undefined) return;
        const moved = stepNode(tree, part.path, step);
        if (moved === null) return;
        const after = read(moved.source);
        // A part that is closed at once is opened for what comes into it.
        if (!tree.source.includes('<mj-section />')) expect(sorted(moved.source)).toBe(sorted(tree.source));
        expect(outerOf(after, at(after, moved.path))).toContain(outerOf(tree, part));
        expect(names(after)).toEqual(names(tree));
      }),
    );
  });

  it('gives the source back when what was added is removed, and removes exactly one part', () => {
    fc.assert(
      fc.property(mailAndPart, ({ tree, part }) => {
        if (part === undefined || part.name.startsWith('#')) return;
        const twice = repeatNode(tree, part.path);
        const after = read(twice.source);
        expect(outerOf(after, at(after, twice.path))).toBe(outerOf(tree, part));
        expect(removeNode(after, twice.path).source).toBe(tree.source);
        const without = read(removeNode(tree, part.path).source);
        expect([...names(without), ...named(nodesIn(part))].sort()).toEqual(names(tree));
      }),
    );
  });

  it('takes in what is added as a part of its own, whatever stands beside it', () => {
    fc.assert(
      fc.property(mailAndPart, fc.nat(3), ({ tree, part }, index) => {
        if (part?.name !== 'mj-column' && part?.name !== 'mj-section') return;
        const place = Math.min(index, part.children.length);
        const added = insertNode(tree, part.path, place, '<mj-table>\n  a\n</mj-table>');
        const after = read(added.source);
        expect(at(after, added.path).name).toBe('mj-table');
        expect(nodesIn(after.root)).toHaveLength(nodesIn(tree.root).length + 1);
      }),
    );
  });

  it('puts words into a part and leaves the rest', () => {
    fc.assert(
      fc.property(mailAndPart, words, ({ tree, part }, inner) => {
        if (part?.name !== 'mj-text') return;
        const after = read(setInner(tree, part, `x${inner}x`));
        expect(innerOf(after, at(after, part.path)).trim()).toBe(`x${inner}x`);
        expect(shape(after)).toEqual(shape(tree));
      }),
    );
  });

  it.each([
    '',
    'a',
    '<mjml></mjml>',
    '<mjml><mj-body></mjml>',
    '<mjml><mj-body><mj-section></mj-body></mjml>',
    '<mjml><mj-body/><mj-body/></mjml>',
  ])('is not read where it is not whole: %s', (source) => expect(readMailTree(source)).toBeNull());

  it('ends for any text, and soon', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '/', 'mj-text', 'mjml', '{{', '}}', '{%', '"', ' ', '<!--', 'a') }),
        (source) => {
          readMailTree(source);
          readWords(source);
        },
      ),
    );
    const fromMs = performance.now();
    for (const piece of ['{{', '{%', '<mj-text>', '<a "', '<!--']) readMailTree(piece.repeat(15_000));
    expect(performance.now() - fromMs).toBeLessThan(2000);
  });
});

const MAIL = `<mjml>
<mj-body>
  <mj-section>
    <mj-column>
      <mj-text>One</mj-text>
      <mj-image src="https://x.co/a.png" />
    </mj-column>
    <mj-column>
      <mj-button>Go</mj-button>
    </mj-column>
  </mj-section>
  <mj-wrapper>
    <mj-section />
  </mj-wrapper>
</mj-body>
</mjml>`;

describe('a part that goes to another place', () => {
  const outline = (source: string) =>
    nodesIn(read(source).body).map(({ name, path }) => `${'.'.repeat(path.length - 1)}${name.slice(3)}`);

  it('goes past its neighbour, into the next column, and no further than the last', () => {
    let now = { source: MAIL, path: [0, 0, 0, 0] as readonly number[] };
    const seen: string[] = [];
    for (;;) {
      const next = stepNode(read(now.source), now.path, 1);
      if (next === null) break;
      now = next;
      seen.push(now.path.join('.'));
    }
    expect(seen).toEqual(['0.0.0.1', '0.0.1.0', '0.0.1.1']);
    expect(now.source).toContain('<mj-button>Go</mj-button>\n      <mj-text>One</mj-text>');
  });

  it('goes out of what wraps it, and into a part that was closed at once', () => {
    const out = stepNode(read(MAIL), [0, 1, 0], -1);
    expect(outline(out?.source ?? '')).toEqual([
      'body',
      '.section',
      '..column',
      '...text',
      '...image',
      '..column',
      '...button',
      '.section',
      '.wrapper',
    ]);
    const tree = read(
      '<mjml><mj-body><mj-section><mj-column><mj-text>a</mj-text></mj-column><mj-column /></mj-section></mj-body></mjml>',
    );
    expect(stepNode(tree, [0, 0, 0, 0], 1)).toEqual({
      source:
        '<mjml><mj-body><mj-section><mj-column></mj-column><mj-column><mj-text>a</mj-text></mj-column></mj-section></mj-body></mjml>',
      path: [0, 0, 1, 0],
    });
  });

  it('never goes into itself, or where its kind has no place', () => {
    const tree = read(MAIL);
    for (const [path, to] of [
      [
        [0, 0],
        [0, 0, 0],
      ],
      [[0, 0, 0, 0], [0]],
      [
        [0, 1],
        [0, 0, 0],
      ],
    ] as const) {
      expect(moveNode(tree, path, to, 0).source).toBe(MAIL);
    }
  });

  it('is found by the line of a fault', () => {
    const tree = read(MAIL);
    expect([5, 6, 8, 9, 1, 99].map((line) => nodeAtLine(tree, line)?.name)).toEqual([
      'mj-text',
      'mj-image',
      'mj-column',
      'mj-button',
      undefined,
      undefined,
    ]);
  });
});

describe('the words of a text', () => {
  it('read, written and read again are the same', () => {
    fc.assert(
      fc.property(words, (html) => {
        const pieces = readWords(html);
        if (pieces === null) return;
        const printed = printWords(pieces);
        expect(readWords(printed)).toEqual(pieces);
        expect(plainWords(printed)).toBe(plainWords(html));
      }),
    );
  });

  it.each([
    ['\n  Hi {{ name }},<br />\n  it is <b>5 &lt; 6</b>\n', 'Hi {{ name }},<br />it is <b>5 &lt; 6</b>'],
    [
      '<a href="{{ u | default: "x>y" }}" style="color:red">Go</a>',
      '<a href="{{ u | default: "x>y" }}" style="color:red">Go</a>',
    ],
    ['<p>One</p>\n<p>Two</p>', '<p>One</p><p>Two</p>'],
  ])('%s', (html, printed) => expect(printWords(readWords(html) ?? [])).toBe(printed));

  it.each(['<table></table>', 'a <!-- b --> c', '<b>a', 'a</b>', '<img src="a">', 'a &hearts; b', '<b><i>a</b></i>'])(
    'stay HTML where more stands in them: %s',
    (html) => expect(readWords(html)).toBeNull(),
  );
});

describe('a starter layout', () => {
  it.each(LAYOUTS.flatMap((layout) => ['en', 'zh', 'es', 'pt-BR', 'fr'].map((locale) => [layout, locale] as const)))(
    '%s in %s is a sound mail that prints what it declares, with the link to stop where it is due',
    (layout, locale) => {
      for (const mayStop of [true, false]) {
        const { mjml, subject, variables } = layoutOf(layout, locale, mayStop);
        expect(judgeMjml(mjml).ok).toBe(true);
        expect(read(mjml).body.children.map(({ name }) => name)).toEqual(['mj-section', 'mj-section']);
        expect(mjml.includes('{{ unsubscribe_url }}')).toBe(mayStop);
        const printed = [...`${subject}${mjml}`.matchAll(/\{\{ (\w+) \}\}/g)].map((match) => match[1] ?? '');
        expect(new Set(printed.filter((name) => name !== 'unsubscribe_url'))).toEqual(
          new Set(variables.map(({ name }) => name)),
        );
      }
    },
  );
});
