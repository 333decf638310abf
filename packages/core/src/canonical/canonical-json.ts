// A body that passed its schema is a handful of levels deep; the limit keeps hostile nesting from exhausting the stack.
const DEPTH_MAX = 100;
const SHORT = 64;

/**
 * JSON with sorted keys and no spaces (RFC 8785): equal values give equal text, whatever the order of their keys.
 * As JSON.stringify, it leaves out keys whose value is undefined. Throws TypeError on what JSON cannot hold
 * (non-finite numbers, bigints, functions, symbols, undefined in a list) and on more than 100 levels.
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'boolean' || value === null) return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`canonicalJson: ${value} has no form in JSON`);
    return String(value);
  }
  if (typeof value !== 'object') throw new TypeError(`canonicalJson: a ${typeof value} has no form in JSON`);
  if (depth === DEPTH_MAX) throw new TypeError(`canonicalJson: more than ${DEPTH_MAX} levels`);
  return Array.isArray(value) ? writeList(value, depth + 1) : writeObject(value as Record<string, unknown>, depth + 1);
}

/** A JSON string. Most texts need no escape, and finding that out is several times faster than JSON.stringify. */
function quote(text: string): string {
  if (text.length > SHORT) return JSON.stringify(text);
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x20 || unit === 0x22 || unit === 0x5c || unit > 0x7e) return JSON.stringify(text);
  }
  return `"${text}"`;
}

function writeList(list: readonly unknown[], depth: number): string {
  let text = '[';
  for (let index = 0; index < list.length; index += 1) text += (index === 0 ? '' : ',') + write(list[index], depth);
  return `${text}]`;
}

function writeObject(object: Record<string, unknown>, depth: number): string {
  let text = '{';
  for (const key of Object.keys(object).sort()) {
    const value = object[key];
    if (value === undefined) continue;
    text += `${text.length === 1 ? '' : ','}${quote(key)}:${write(value, depth)}`;
  }
  return `${text}}`;
}
