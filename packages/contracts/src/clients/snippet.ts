import { curlSnippet } from './curl-snippet.ts';
import { javaSnippet } from './java-snippet.ts';
import type { ApiModel, OperationModel } from './model.ts';
import { phpSnippet } from './php-snippet.ts';
import { pythonSnippet } from './python-snippet.ts';
import type { SnippetValues } from './snippet-values.ts';
import { typescriptSnippet } from './typescript-snippet.ts';

/** The languages a call is written in. */
export const SNIPPET_LANGUAGES = ['curl', 'typescript', 'python', 'php', 'java'] as const;
export type SnippetLanguage = (typeof SNIPPET_LANGUAGES)[number];

const WRITERS: Record<SnippetLanguage, (api: ApiModel, operation: OperationModel, values: SnippetValues) => string> = {
  curl: curlSnippet,
  typescript: typescriptSnippet,
  python: pythonSnippet,
  php: phpSnippet,
  java: javaSnippet,
};

/**
 * A program that makes this call and prints the answer: complete, to be run as it is. It reads the key from SIGNALBOX_API_KEY,
 * carries the Idempotency-Key where the operation takes one, and says code, sentence and request id of a refusal.
 * Values are written as given and not checked.
 */
export function snippet(
  api: ApiModel,
  operation: OperationModel,
  values: SnippetValues,
  language: SnippetLanguage,
): string {
  return WRITERS[language](api, operation, values);
}
