import type { ApiModel, OperationModel } from './model.ts';
import type { SnippetValues } from './snippet-values.ts';

/** A text as one word of a POSIX shell. */
const word = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** The call as a line for curl 7.76 or newer, which ends with 22 when it is refused and prints why. */
export function curlSnippet(_api: ApiModel, operation: OperationModel, values: SnippetValues): string {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(values.path?.[name] ?? ''),
  );
  const query = new URLSearchParams(
    Object.entries(values.query ?? {}).map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
  const lines = [
    'curl --silent --show-error --fail-with-body --max-time 30',
    ...(operation.method === 'GET' ? [] : [`--request ${operation.method}`]),
    word(values.baseUrl + path + (query === '' ? '' : `?${query}`)),
    '--header "Authorization: Bearer $SIGNALBOX_API_KEY"',
  ];
  if (operation.takesIdempotencyKey && values.idempotencyKey !== undefined) {
    lines.push(`--header ${word(`Idempotency-Key: ${values.idempotencyKey}`)}`);
  }
  if (operation.body !== undefined) {
    lines.push("--header 'Content-Type: application/json'");
    lines.push(`--data ${word(JSON.stringify(values.body ?? {}, undefined, 2))}`);
  }
  return `${lines.join(' \\\n  ')}\n`;
}
