import type { ApiModel, OperationModel } from './model.ts';
import { pythonName, snakeCase } from './names.ts';
import { bracketed, indent, type JsonValue, quoted, type SnippetValues } from './snippet-values.ts';

const STEP = '    ';

/** A value as Python writes it. */
function literal(value: JsonValue): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (value === null) return 'None';
  if (Array.isArray(value)) return bracketed('[', value.map(literal), ']', STEP);
  if (typeof value !== 'object') return String(value);
  const entries = Object.entries(value).map(([name, inner]) => `${quoted(name)}: ${literal(inner)}`);
  return bracketed('{', entries, '}', STEP);
}

/** A program for Python 3.9 or newer. */
export function pythonSnippet(_api: ApiModel, operation: OperationModel, values: SnippetValues): string {
  const parameters = operation.pathParameters.map((name) => quoted(values.path?.[name] ?? ''));
  for (const [name, value] of Object.entries({ ...values.query, ...values.body })) {
    parameters.push(`${pythonName(name)}=${literal(value)}`);
  }
  if (operation.takesIdempotencyKey && values.idempotencyKey !== undefined) {
    parameters.push(`idempotency_key=${quoted(values.idempotencyKey)}`);
  }
  const call = bracketed(
    `client.${snakeCase(operation.resource)}.${pythonName(operation.name)}(`,
    parameters,
    ')',
    STEP,
  );
  return `import sys

import signalbox

# The key is read from SIGNALBOX_API_KEY.
client = signalbox.Signalbox(base_url=${quoted(values.baseUrl)})

try:
    ${indent(runOf(operation, call), STEP)}
except signalbox.ApiError as error:
    sys.exit(f"{error.code}: {error} (request {error.request_id})")
`;
}

function runOf({ answer }: OperationModel, call: string): string {
  if (answer.kind === 'page') return `for item in ${call}:\n    print(item)`;
  return answer.kind === 'nothing' ? call : `answer = ${call}\nprint(answer)`;
}
