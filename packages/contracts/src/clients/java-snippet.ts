import type { ApiModel, ObjectModel, OperationModel, TypeModel } from './model.ts';
import { javaName } from './names.ts';
import { bracketed, indent, type JsonValue, quoted, type SnippetValues } from './snippet-values.ts';

const STEP = '    ';

/** A program for Java 17 or newer. */
export function javaSnippet(api: ApiModel, operation: OperationModel, values: SnippetValues): string {
  const parameters = operation.pathParameters.map((name) => quoted(values.path?.[name] ?? ''));
  if (operation.query !== undefined) parameters.push(built(api, operation.query, { ...values.query }));
  if (operation.body !== undefined) parameters.push(built(api, operation.body, { ...values.body }));
  if (operation.takesIdempotencyKey && values.idempotencyKey !== undefined) {
    parameters.push(`RequestOptions.idempotencyKey(${quoted(values.idempotencyKey)})`);
  }
  const call = `client.${operation.resource}().${javaName(operation.name)}(${parameters.join(', ')})`;
  const imports = ['ApiException', 'Signalbox', ...new Set(call.match(/\b[A-Z]\w*(?=\.(builder|idempotencyKey)\()/g))];
  const lines = [
    ...imports.map((name) => `import io.signalbox.${name};`),
    ...['List', 'Map'].filter((name) => call.includes(`${name}.of`)).map((name) => `import java.util.${name};`),
  ];
  return `${lines.sort().join('\n')}

public class Example {
    public static void main(String[] args) {
        // The key is read from SIGNALBOX_API_KEY.
        Signalbox client = Signalbox.builder().baseUrl(${quoted(values.baseUrl)}).build();
        try {
            ${indent(runOf(operation, call), STEP.repeat(3))}
        } catch (ApiException error) {
            System.err.println(error.code() + ": " + error.getMessage() + " (request " + error.requestId() + ")");
            System.exit(1);
        }
    }
}
`;
}

function runOf({ answer }: OperationModel, call: string): string {
  if (answer.kind === 'page') return `for (var item : ${call}) {\n    System.out.println(item);\n}`;
  return answer.kind === 'nothing' ? `${call};` : `var answer = ${call};\nSystem.out.println(answer);`;
}

/** An object made by its builder; fields the document does not know are left out, since they would not compile. */
function built(api: ApiModel, name: string, value: { readonly [name: string]: JsonValue }): string {
  const { fields } = objectOf(api, name);
  const steps = fields.flatMap(({ name: field, type }) =>
    value[field] === undefined || value[field] === null
      ? []
      : [`.${javaName(field)}(${literal(api, type, value[field])})`],
  );
  const line = `${name}.builder()${steps.join('')}.build()`;
  if (line.length <= 72 && !line.includes('\n')) return line;
  return `${name}.builder()${[...steps, '.build()'].map((step) => `\n${STEP}${indent(step, STEP)}`).join('')}`;
}

/** A value as Java writes it where a field of this type is set. */
function literal(api: ApiModel, type: TypeModel, value: JsonValue): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return type.kind === 'integer' ? `${value}L` : String(value);
  if (typeof value === 'boolean') return String(value);
  if (value === null) return 'null';
  if (Array.isArray(value)) {
    const of: TypeModel = type.kind === 'list' ? type.of : { kind: 'anything' };
    return listed(
      'List.of',
      value.map((item) => literal(api, of, item)),
    );
  }
  const object = type.kind === 'union' ? fitting(api, type.of, value) : type;
  if (object?.kind === 'named') return built(api, object.name, value);
  const of: TypeModel = type.kind === 'map' ? type.of : { kind: 'anything' };
  const entries = Object.entries(value).map(
    ([name, inner]) => `Map.entry(${quoted(name)}, ${literal(api, of, inner)})`,
  );
  return listed('Map.ofEntries', entries);
}

const listed = (maker: string, entries: string[]): string =>
  bracketed(`${maker}(`, entries, ')', STEP).replace(/,\n\)$/, '\n)');

/** The first type of a choice whose required fields are all there and that knows every field given. */
function fitting(
  api: ApiModel,
  types: readonly TypeModel[],
  value: { [name: string]: JsonValue },
): TypeModel | undefined {
  const fits = types.find((type) => {
    if (type.kind !== 'named') return false;
    const { fields } = objectOf(api, type.name);
    const knows = Object.keys(value).every((name) => fields.some((field) => field.name === name));
    return knows && fields.every(({ name, isRequired }) => !isRequired || value[name] !== undefined);
  });
  return fits ?? types[0];
}

function objectOf(api: ApiModel, name: string): ObjectModel {
  const type = api.types.get(name);
  if (type?.kind !== 'object') throw new Error(`${name} is no object of the document.`);
  return type;
}
