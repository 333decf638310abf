/** Longest raw text kept of an answer or a receipt, in characters. */
const MAX_RAW_LENGTH = 4096;

/**
 * Makes what a provider said fit to keep: control characters become spaces, secrets of ours that it echoed become `***`, at most
 * MAX_RAW_LENGTH characters stay.
 */
export function keepRaw(text: string, secrets: readonly string[] = []): string {
  let kept = text.slice(0, MAX_RAW_LENGTH * 2);
  for (const secret of secrets) if (secret.length >= 4) kept = kept.replaceAll(secret, '***');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the characters that must not be kept
  return kept.replace(/[\u0000-\u001f\u007f]+/g, ' ').slice(0, MAX_RAW_LENGTH);
}

// Fields in which vendors say the text of a message back, and the end of an SMPP receipt (SMPP 3.4 appendix B: its first 20 characters).
const ECHO_IN_JSON = /("(?:text|body|message|content|sms|msg|say|speech|prompt)"\s*:\s*")((?:[^"\\]|\\.)*)"/gi;
const ECHO_IN_RECEIPT = /(\btext:)(.*)$/is;

/** Hides the digits of texts that a provider says back: a code must not be read in what is kept of its answers and receipts. */
export function withoutEcho(text: string): string {
  return text
    .replace(ECHO_IN_JSON, (_, name: string, said: string) => `${name}${said.replace(SPELLED, hidden)}"`)
    .replace(ECHO_IN_RECEIPT, (_, name: string, said: string) => name + said.replace(/\d/g, '*'));
}

// Four digits or more in a row, also as a call says them: one by one with pauses between them.
const SPELLED = /\d(?:[\s,.;،，]{0,3}\d){3,}/g;

const hidden = (digits: string): string => digits.replace(/\d/g, '*');

/** A text as PostgreSQL can keep it: no NUL, no half of a character. */
export const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();
