/** A mailbox: address and, if it has one, the display name. */
export interface Mailbox {
  name: string;
  address: string;
}

// A dot-atom, an "@" and a host name or address literal: what every server takes. Quoted local parts are refused.
const ADDRESS = /^[^\s@<>()[\]\\,;:"]{1,64}@(?:[^\s@<>()[\]\\,;:"]{1,253}|\[[0-9A-Za-z.:]+\])$/u;
const NAMED = /^(?:"([^"\\]*)"|([^"<>@,;]*?))\s*<([^<>]+)>$/u;

/** Reads `name@host` or `Name <name@host>`; undefined for anything else, above all for more than one mailbox and for line breaks. */
export function readMailbox(text: string): Mailbox | undefined {
  if (hasControl(text)) return undefined;
  const trimmed = text.trim();
  if (ADDRESS.test(trimmed)) return { name: '', address: trimmed };
  const named = NAMED.exec(trimmed);
  const address = named?.[3]?.trim() ?? '';
  if (!named || !ADDRESS.test(address)) return undefined;
  return { name: (named[1] ?? named[2] ?? '').trim(), address };
}

/** True when a text that goes into a header or a command holds CR, LF, NUL or another control character (reliability S-08). */
export function hasControl(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the characters that must not pass
  return /[\u0000-\u0008\u000a-\u001f\u007f\u0085\u2028\u2029]/.test(text);
}
