import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ERRORS, MessageState, REASONS, TimelineKind } from '@signalbox/contracts';
import { describe, expect, it } from 'vitest';
import { catalogueOf } from './catalogue.ts';
import { LOCALES } from './locales.ts';

type Tree = { [key: string]: string | Tree };

function entriesOf(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : entriesOf(value, `${prefix}${key}.`),
  );
}
const english = new Map(entriesOf(catalogueOf('en') as Tree));

/** The names an ICU message takes (a brace after the word of a branch opens text), so that a translation cannot lose or invent one. */
function argumentsOf(text: string): string[] {
  const names = [...text.matchAll(/(?<!\b(?:one|other|yes|no|=\d)\s)\{\s*(\w+)\s*(?=[,}])/g)].map(
    ([, name = '']) => name,
  );
  return [...new Set(names)].sort();
}

const root = path.join(import.meta.dirname, '..');
function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return /^(node_modules|\.next|i18n|e2e)$/.test(entry.name) ? [] : sources(full);
    return /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.') ? [readFileSync(full, 'utf8')] : [];
  });
}

describe('the catalogues', () => {
  it.each(LOCALES.filter((locale) => locale !== 'en'))('%s has every sentence English has, and no other', (locale) => {
    const other = new Map(entriesOf(catalogueOf(locale) as Tree));
    expect([...english.keys()].filter((key) => !other.has(key))).toEqual([]);
    expect([...other.keys()].filter((key) => !english.has(key))).toEqual([]);
  });

  it.each(LOCALES.filter((locale) => locale !== 'en'))(
    '%s takes the same values in every sentence, and leaves none empty',
    (locale) => {
      const other = new Map(entriesOf(catalogueOf(locale) as Tree));
      const different = [...english].filter(
        ([key, text]) => argumentsOf(text).join() !== argumentsOf(other.get(key) ?? '').join() || other.get(key) === '',
      );
      expect(different.map(([key]) => key)).toEqual([]);
    },
  );

  it('have no sentence that nothing shows', () => {
    const code = sources(root).join('\n');
    const literals = new Set([...code.matchAll(/['"`]([A-Za-z][\w-]*(?:\.[\w-]+)+)['"`]/g)].map(([, key]) => key));
    const patterns = [...code.matchAll(/`([A-Za-z]\w*(?:\.|\$\{)[^`]*\$\{[^`]*)`/g)].map(([, template = '']) => {
      const parts = template
        .split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/)
        .map((part) => part.replace(/[.*+?^$()|[\]\\]/g, '\\$&'));
      return new RegExp(`^${parts.join('[\\w.-]+')}$`);
    });
    const unused = [...english.keys()].filter(
      (key) => !literals.has(key) && !patterns.some((pattern) => pattern.test(key)),
    );
    expect(unused).toEqual([]);
  });

  it('have words for every state, reason, refusal and step the contracts know', () => {
    const missing = [
      ...MessageState.options.map((state) => `state.${state}.name`),
      ...Object.keys(REASONS).map((code) => `reason.${code.replace('.', '_')}`),
      ...Object.keys(ERRORS).map((code) => `problem.${code}.title`),
      ...TimelineKind.options.map((kind) => `timeline.kind.${kind.replace('.', '_')}`),
    ].filter((key) => !english.has(key));
    expect(missing).toEqual([]);
  });
});
