import { describe, expect, it } from 'vitest';
import { namesIn } from './names-in.ts';
import { diffWords } from './word-diff.ts';

describe('two versions of a text', () => {
  it('are told by the words that were added and removed', () => {
    expect(diffWords('Your order is late.', 'Your big order is here.')).toEqual([
      { kind: 'same', text: 'Your ' },
      { kind: 'added', text: 'big ' },
      { kind: 'same', text: 'order is ' },
      { kind: 'removed', text: 'late.' },
      { kind: 'added', text: 'here.' },
    ]);
    expect(diffWords('same', 'same')).toEqual([{ kind: 'same', text: 'same' }]);
  });

  it('are both whole in what is told', () => {
    const words = ['a', 'b', ' ', '\n', '{{ x }}'];
    const pairs = words.flatMap((one) => words.map((other) => one + other));
    const texts = ['', ...words, ...pairs, ...pairs.flatMap((pair) => words.map((word) => pair + word))];
    for (const before of texts) {
      for (const after of texts) {
        const parts = diffWords(before, after);
        const without = (kind: string) => parts.flatMap((part) => (part.kind === kind ? [] : [part.text])).join('');
        expect([without('added'), without('removed')]).toEqual([before, after]);
      }
    }
  });
});

describe('the first text of a template', () => {
  it('names its variables', () => {
    expect(namesIn('Hi {{ name | upcase }}, {{order}} {{- name }} {{ "x" }} {{ nil }} { name }')).toEqual([
      'name',
      'order',
    ]);
  });
});
