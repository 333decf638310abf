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
