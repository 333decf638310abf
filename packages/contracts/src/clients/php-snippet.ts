import type { ApiModel, OperationModel } from './model.ts';
import { camelCase } from './names.ts';
import { bracketed, indent, type JsonValue, type SnippetValues } from './snippet-values.ts';

const STEP = '    ';

/** A text as PHP writes it: between single quotes only the quote and the backslash have a meaning; line breaks need the double ones. */
function quoted(text: string): string {
  if (!/\p{Cc}/u.test(text)) return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const escaped = text.replaceAll(/[\\"$]/g, '\\$&').replaceAll(/\p{Cc}/gu, codePoint);
  return `"${escaped}"`;
}

function codePoint(character: string): string {
  if (character === '\n') return '\\n';
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}

/** A value as PHP writes it. */
function literal(value: JsonValue): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return bracketed('[', value.map(literal), ']', STEP);
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value).map(([name, inner]) => `${quoted(name)} => ${literal(inner)}`);
  return bracketed('[', entries, ']', STEP);
}

/** A program for PHP 8.1 or newer. */
export function phpSnippet(_api: ApiModel, operation: OperationModel, values: SnippetValues): string {
  const parameters = operation.pathParameters.map((name) => quoted(values.path?.[name] ?? ''));
  for (const [name, value] of Object.entries({ ...values.query, ...values.body })) {
    parameters.push(`${camelCase(name)}: ${literal(value)}`);
  }
  if (operation.takesIdempotencyKey && values.idempotencyKey !== undefined) {
    parameters.push(`idempotencyKey: ${quoted(values.idempotencyKey)}`);
  }
  const call = bracketed(`$client->${operation.resource}->${operation.name}(`, parameters, ')', STEP);
  return `<?php

require 'vendor/autoload.php';

use Signalbox\\ApiError;
use Signalbox\\Signalbox;

// The key is read from SIGNALBOX_API_KEY.
$client = new Signalbox(baseUrl: ${quoted(values.baseUrl)});

try {
    ${indent(runOf(operation, call), STEP)}
} catch (ApiError $error) {
    fwrite(STDERR, "{$error->errorCode}: {$error->getMessage()} (request {$error->requestId})\\n");
    exit(1);
}
`;
}

function runOf({ answer }: OperationModel, call: string): string {
  if (answer.kind === 'page') return `foreach (${call} as $item) {\n    print_r($item);\n}`;
  return answer.kind === 'nothing' ? `${call};` : `$answer = ${call};\nprint_r($answer);`;
}
