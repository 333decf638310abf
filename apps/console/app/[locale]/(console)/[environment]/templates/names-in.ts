const WORDS = new Set(['true', 'false', 'nil', 'null', 'empty', 'blank']);

/** The variables a text prints, each once, in their order: what a person writes first, before any is declared. */
export function namesIn(text: string): string[] {
  const found = [...text.matchAll(/\{\{-?\s*([a-z][a-z0-9_]{0,39})\b/g)].map((match) => match[1] ?? '');
  return [...new Set(found)].filter((name) => !WORDS.has(name));
}
