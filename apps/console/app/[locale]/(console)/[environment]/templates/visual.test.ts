import { layoutOf, nodesIn, outerOf, readMailTree, stepNode } from '@signalbox/core/mail-tree';
import { describe, expect, it } from 'vitest';
import { addPart, NEW_PARTS } from './[key]/visual/new-parts.ts';
import { saidOfParts } from './[key]/visual/said-of-parts.ts';

const read = (source: string) => {
  const tree = readMailTree(source);
  if (tree === null) throw new Error('not read');
  return tree;
};
const WORDS = { text: 'Write here.', button: 'Press' };
const { mjml } = layoutOf('welcome', 'en', false);

describe('a part that is added in the visual editor', () => {
  it.each(NEW_PARTS)('%s comes behind the chosen one, or where its kind belongs, and nothing else changes', (part) => {
    const tree = read(mjml);
    for (const chosen of nodesIn(tree.body)) {
      const { source, path } = addPart(tree, chosen.path, part, WORDS);
      const after = read(source);
      const added = nodesIn(after.root).find((node) => node.path.join() === path.join());
      if (added === undefined) throw new Error('not added');
      expect(source.replace(outerOf(after, added), '').replace(/\s+/g, '')).toBe(mjml.replace(/\s+/g, ''));
      // It can be moved, so it stands where parts of its kind may.
      expect(stepNode(after, path, -1)).not.toBeNull();
    }
  });

  it('brings a section along where a mail has none', () => {
    const { source } = addPart(read('<mjml><mj-body></mj-body></mjml>'), [0], 'divider', WORDS);
    expect(nodesIn(read(source).body).map(({ name }) => name)).toEqual([
      'mj-body',
      'mj-section',
      'mj-column',
      'mj-divider',
    ]);
  });
});

describe('what is said of the parts of a mail', () => {
  const SOURCE = `<mjml><mj-body><mj-section><mj-column>
<mj-text>Hi {{ ordr }}</mj-text>
<mj-image src="http://x.co/a.png" />
<mj-button href="">Go</mj-button>
<mj-text color="#bbbbbb">Faint words</mj-text>
<mj-image src="https://x.co/a.png" alt="" />
</mj-column></mj-section></mj-body></mjml>`;
  const tree = read(SOURCE);
  const said = (faults: { line: number | null; message: string }[], found: string[] = []) =>
    Object.fromEntries(
      [...saidOfParts(tree, faults, [{ name: 'contrast', state: 'warn', found }])].map(([path, all]) => [
        path,
        all.map((one) => ('message' in one ? one.message : 'note' in one ? one.note : one.found)),
      ]),
    );
  const notes = { '0.0.0.1': ['image_without_address', 'image_without_words'], '0.0.0.2': ['link_missing'] };

  it('stands at the part of its line, at the part that prints its variable, or at the whole mail', () => {
    expect(said([{ line: 2, message: 'a' }])).toEqual({ ...notes, '0.0.0.0': ['a'] });
    expect(said([{ line: null, message: '“ordr” is no variable' }])).toEqual({
      ...notes,
      '0.0.0.0': ['“ordr” is no variable'],
    });
    const oneLine = read(
      '<mjml><mj-body><mj-section><mj-column><mj-text>{{ ordr }}</mj-text><mj-divider /><mj-spacer /></mj-column></mj-section></mj-body></mjml>',
    );
    const at = (message: string) => [...saidOfParts(oneLine, [{ line: 1, message }], []).keys()];
    expect([at('“ordr” is no variable'), at('<mj-divider>: not so')]).toEqual([['0.0.0.0'], ['0.0.0.1']]);
    expect(said([{ line: null, message: 'It is too long.' }])).toEqual({ ...notes, '0': ['It is too long.'] });
  });

  it('has what is hard to read at the words it is of', () => {
    expect(said([], ['“Faint words” #bbbbbb / #ffffff (1.9 : 1)'])).toEqual({
      ...notes,
      '0.0.0.3': ['“Faint words” #bbbbbb / #ffffff (1.9 : 1)'],
    });
  });
});
