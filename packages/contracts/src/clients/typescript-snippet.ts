import type { ApiModel, OperationModel } from './model.ts';
import { bracketed, indent, type JsonValue, quoted, type SnippetValues } from './snippet-values.ts';

const STEP = '  ';

/** A value as TypeScript writes it. */
function literal(value: JsonValue): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return bracketed('[', value.map(literal), ']', STEP);
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value).map(
    ([name, inner]) => `${/^[A-Za-z_]\w*$/.test(name) ? name : quoted(name)}: ${literal(inner)}`,
  );
  return bracketed('{ ', entries, ' }', STEP).replace('{ \n', '{\n').replace(/\n }$/, '\n}');
}

/** A module for Node.js 20 or newer. */
export function typescriptSnippet(_api: ApiModel, operation: OperationModel, values: SnippetValues): string {
  const parameters = operation.pathParameters.map((name) => quoted(values.path?.[name] ?? ''));
  if (operation.query !== undefined) parameters.push(literal({ ...values.query }));
  if (operation.body !== undefined) parameters.push(literal({ ...values.body }));
  if (operation.takesIdempotencyKey && values.idempotencyKey !== undefined) {
    parameters.push(literal({ idempotencyKey: values.idempotencyKey }));
  }
  const call = `signalbox.${operation.resource}.${operation.name}(${parameters.join(', ')})`;
  return `import { ApiError, Signalbox } from '@signalbox/sdk';

// The key is read from SIGNALBOX_API_KEY.
const signalbox = new Signalbox({ baseUrl: ${quoted(values.baseUrl)} });

try {
  ${indent(runOf(operation, call), STEP)}
} catch (error) {
  if (!(error instanceof ApiError)) throw error;
  console.error(\`\${error.code}: \${error.message} (request \${error.requestId})\`);
  process.exitCode = 1;
}
`;
}

function runOf({ answer }: OperationModel, call: string): string {
  if (answer.kind === 'page') return `for await (const item of ${call}) {\n  console.log(item);\n}`;
  if (answer.kind === 'nothing') return `await ${call};`;
  return `const answer = await ${call};\nconsole.log(answer);`;
}
