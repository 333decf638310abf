/** A value of JSON. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [name: string]: JsonValue };

/** What a call is made with. Fields without a value are left out. */
export interface SnippetValues {
  /** Origin of the api: `https://messages.example.com`. */
  baseUrl: string;
  path?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string | number | boolean>>;
  body?: { readonly [name: string]: JsonValue };
  /** Written where the operation takes one. */
  idempotencyKey?: string;
}

/** The steps by which lists and objects are set in. */
export const indent = (text: string, by: string): string => text.replaceAll('\n', `\n${by}`);

/** A text in double quotes with the escapes of JSON, which TypeScript, Python and Java read alike. */
export const quoted = (text: string): string => JSON.stringify(text);

/** Entries between brackets: on one line while they are short, else one a line. */
export function bracketed(open: string, entries: readonly string[], close: string, step: string): string {
  const line = open + entries.join(', ') + close;
  if (entries.length === 0 || (line.length <= 72 && !line.includes('\n'))) return line;
  return `${open}\n${entries.map((entry) => `${step}${indent(entry, step)},\n`).join('')}${close}`;
}
