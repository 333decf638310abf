import { describe, expect, it } from 'vitest';
import { parseDltTemplate } from './parse-template.ts';

const faultsOf = (text: string, ...more: [Parameters<typeof parseDltTemplate>[1]?, boolean?]) =>
  parseDltTemplate(text, ...more).faults.map(({ code, start, end }) => [code, text.slice(start, end)]);
const read = (text: string, tags: Parameters<typeof parseDltTemplate>[1] = null) => {
  const parsed = parseDltTemplate(text, tags);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.template;
};

describe('reading a DLT template', () => {
  it('takes tags in the text, by their own names and by those of portals', () => {
    const text = '{#numeric#} {#number#} {#alphanumeric#} {#url#} {#urlott#} {#cbn#} {#email#} {#var#}';
    expect(read(text).tags).toEqual(['numeric', 'numeric', 'alphanumeric', 'url', 'urlott', 'cbn', 'email', 'var']);
  });

  it('takes tags beside the text, in the order of the placeholders; one in the text is the newer word', () => {
    expect(read('A {#var#} and {#var#} of Acme', ['numeric', 'url']).tags).toEqual(['numeric', 'url']);
    expect(read('A {#email#} and {#var#} of Acme', ['numeric', 'url']).tags).toEqual(['email', 'url']);
  });

  it('refuses tags that do not fit the placeholders, with both numbers', () => {
    const parsed = parseDltTemplate('A {#var#} of Acme', ['numeric', 'url']);
    expect(parsed.ok).toBe(false);
    expect(parsed.faults[0]?.message).toContain('1 placeholders and 2 tags');
  });

  it.each([
    ['{#VAR#}', 'tag_spelling'],
    ['{# var #}', 'tag_spelling'],
    ['{ #var# }', 'tag_spelling'],
    ['{#name#}', 'unknown_tag'],
    ['{##}', 'unknown_tag'],
  ])('refuses %s and names it', (written, code) => {
    expect(faultsOf(`Dear ${written}, welcome to Acme`)).toEqual([[code, written]]);
  });

  it('leaves other braces and signs alone', () => {
    expect(read('Use code {A} #1 at Acme {#var#}').literals).toEqual(['Use code {A} #1 at Acme ']);
  });

  it('merges placeholders that stand side by side: their limits add up, and the wider kind holds', () => {
    const kinds = (text: string) =>
      read(text).rows.flatMap((row) => (row.kind === 'variable' ? [[row.tag, row.slots, row.number]] : []));
    expect(kinds('Acme {#var#}{#var#} and {#numeric#}{#alphanumeric#} at {#url#}{#email#}')).toEqual([
      ['var', 2, 1],
      ['alphanumeric', 2, 3],
      ['var', 2, 5],
    ]);
  });

  it('advises without refusing: brackets, two spaces, no placeholder where one is needed, little fixed text', () => {
    expect(faultsOf('Acme  <b> sale {#var#}')).toEqual([
      ['angle_bracket', '<'],
      ['angle_bracket', '>'],
      ['double_space', '  '],
    ]);
    expect(faultsOf('Acme sale today only', null, true)).toEqual([['no_variable', 'Acme sale today only']]);
    expect(faultsOf('Hi {#var#}')).toEqual([['little_text', 'Hi {#var#}']]);
    expect(parseDltTemplate('Acme  <b> {#var#}').ok).toBe(true);
  });

  it('refuses a template without text', () => expect(parseDltTemplate(' \n').ok).toBe(false));
});
