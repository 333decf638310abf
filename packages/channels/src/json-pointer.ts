/**
 * The value a JSON pointer (RFC 6901) leads to, or undefined. Only own properties are followed, so names such as `__proto__` and
 * `constructor` find nothing that the sender did not write. The empty pointer is the whole document.
 */
export function readPointer(document: unknown, pointer: string): unknown {
  if (pointer === '') return document;
  let value = document;
  for (const token of pointer.slice(1).split('/')) {
    const name = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

/** The text, number or switch a pointer leads to, as text; undefined for anything else or for an empty pointer. */
export function readText(document: unknown, pointer: string): string | undefined {
  if (pointer === '') return undefined;
  const value = readPointer(document, pointer);
  if (typeof value === 'string') return value === '' ? undefined : value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** The JSON a text holds, or undefined; never throws. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
