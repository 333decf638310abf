// PostgreSQL array literals built by hand: joining text is several times cheaper than serialising value by value, and these
// run for every message. Callers cast them in the statement, so the server still checks every value.

/** `{a,b}` of values that need no quotes: UUIDs, numbers, enum words. Undefined and null become NULL. */
export function plainArray(values: readonly (string | number | bigint | null | undefined)[]): string {
  let out = '{';
  for (let index = 0; index < values.length; index += 1) {
    if (index > 0) out += ',';
    const value = values[index];
    out += value === null || value === undefined ? 'NULL' : value;
  }
  return `${out}}`;
}

const NEEDS_ESCAPE = /["\\]/;
// What JSON escapes otherwise than an array does: control characters, and halves of pairs of code units.
const ODD_IN_JSON = /[^\u0020-\ud7ff\ue000-\uffff]/;

/** `{"a","b"}` of any text. Undefined and null become NULL. */
export function textArray(values: readonly (string | null | undefined)[]): string {
  let out = '{';
  for (let index = 0; index < values.length; index += 1) {
    if (index > 0) out += ',';
    const value = values[index];
    if (value === null || value === undefined) out += 'NULL';
    else out += NEEDS_ESCAPE.test(value) ? quote(value) : `"${value}"`;
  }
  return `${out}}`;
}

/** Most texts with quotes are JSON documents, whose quoting as JSON is that of an array, and three times cheaper than replacing. */
const quote = (value: string): string =>
  ODD_IN_JSON.test(value) ? `"${value.replace(/["\\]/g, '\\$&')}"` : JSON.stringify(value);

/** `{"2026-…"}` of instants in milliseconds since 1970. Undefined and null become NULL. */
export function instantArray(values: readonly (number | null | undefined)[]): string {
  let out = '{';
  // Neighbours in a batch mostly share their instant: remember the last one written.
  let lastMs = Number.NaN;
  let lastText = '';
  for (let index = 0; index < values.length; index += 1) {
    if (index > 0) out += ',';
    const value = values[index];
    if (value === null || value === undefined) {
      out += 'NULL';
      continue;
    }
    if (value !== lastMs) {
      lastMs = value;
      lastText = new Date(value).toISOString();
    }
    out += lastText;
  }
  return `${out}}`;
}

/** A list of the same value, for columns a batch shares. */
export function jsonArray(values: readonly (object | null | undefined)[]): string {
  return textArray(values.map((value) => (value === null || value === undefined ? null : JSON.stringify(value))));
}
