import type { JsonSchema, OpenApiDocument } from '../openapi.ts';

/** One field of a body or an answer: where it stands, what it is, and what bounds it. */
export interface SchemaRow {
  name: string;
  depth: number;
  type: string;
  required: boolean;
  limits: string;
}

const DEPTH_MAX = 6;
const REF_ROOT = '#/components/schemas/';

/** The fields of a schema, in order, nested ones after their parent. Alternatives are listed one after another under their own name. */
export function schemaRows(document: OpenApiDocument, schema: JsonSchema): SchemaRow[] {
  return [...walk(document, schema, 0)];
}

function resolve(document: OpenApiDocument, schema: JsonSchema): { schema: JsonSchema; name: string | undefined } {
  if (typeof schema.$ref !== 'string') return { schema, name: undefined };
  const name = schema.$ref.slice(REF_ROOT.length);
  return { schema: document.components.schemas[name] ?? {}, name };
}

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null;
const schemasOf = (value: unknown): JsonSchema[] => (Array.isArray(value) ? value.filter(isSchema) : []);

function* walk(document: OpenApiDocument, given: JsonSchema, depth: number): Generator<SchemaRow> {
  if (depth > DEPTH_MAX) return;
  const { schema } = resolve(document, given);
  const choices = [...schemasOf(schema.oneOf), ...schemasOf(schema.anyOf)].filter((choice) => choice.type !== 'null');
  if (choices.length > 1) {
    for (const choice of choices) {
      const fields = [...walk(document, choice, depth + 1)];
      if (fields.length > 0)
        yield { name: titleOf(document, choice), depth, type: 'one of', required: false, limits: '' };
      yield* fields;
    }
    return;
  }
  if (choices[0] !== undefined) return yield* walk(document, choices[0], depth);
  if (isSchema(schema.items)) return yield* walk(document, schema.items, depth);
  const required = Array.isArray(schema.required) ? schema.required : [];
  for (const [name, property] of Object.entries(isSchema(schema.properties) ? schema.properties : {})) {
    if (!isSchema(property)) continue;
    yield {
      name,
      depth,
      type: typeOf(document, property),
      required: required.includes(name),
      limits: limitsOf(document, property),
    };
    yield* walk(document, property, depth + 1);
  }
}

/** What an alternative is called: its own name, or the constant that tells it from the others. */
function titleOf(document: OpenApiDocument, given: JsonSchema): string {
  const { schema, name } = resolve(document, given);
  if (name !== undefined) return name;
  const properties = isSchema(schema.properties) ? Object.entries(schema.properties) : [];
  const fixed = properties.find(([, property]) => isSchema(property) && property.const !== undefined);
  return fixed === undefined ? 'alternative' : `${fixed[0]} = ${String((fixed[1] as JsonSchema).const)}`;
}

/** The type of a schema in words: `text`, `whole number`, `list of MessageView`. */
export function typeOf(document: OpenApiDocument, given: JsonSchema): string {
  const { schema, name } = resolve(document, given);
  const choices = [...schemasOf(schema.oneOf), ...schemasOf(schema.anyOf)];
  if (choices.length > 0 && name === undefined) {
    return [...new Set(choices.map((choice) => typeOf(document, choice)))].join(' or ');
  }
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.type === 'array') return `list of ${typeOf(document, isSchema(schema.items) ? schema.items : {})}`;
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  if (schema.type === 'object' || choices.length > 0) return name ?? 'object';
  return types.map((type) => TYPE_WORDS[String(type)] ?? 'any value').join(' or ');
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  null: 'null',
  object: 'object',
};

/** What bounds a value, in words. */
export function limitsOf(document: OpenApiDocument, given: JsonSchema): string {
  const { schema } = resolve(document, given);
  const said: string[] = [];
  if (Array.isArray(schema.enum)) said.push(schema.enum.map((value) => `\`${String(value)}\``).join(' '));
  if (schema.format === 'date-time') said.push('RFC 3339 instant');
  if (typeof schema.pattern === 'string') said.push(`pattern \`${schema.pattern}\``);
  if (schema.minLength !== undefined || schema.maxLength !== undefined) {
    said.push(`${span(schema.minLength ?? 0, schema.maxLength)} characters`);
  }
  if (schema.minItems !== undefined || schema.maxItems !== undefined) {
    said.push(`${span(schema.minItems ?? 0, schema.maxItems)} entries`);
  }
  if (schema.minimum !== undefined || schema.maximum !== undefined) said.push(span(schema.minimum, schema.maximum));
  if (schema.default !== undefined) said.push(`default \`${JSON.stringify(schema.default)}\``);
  return said.join(', ');
}

function span(least: unknown, most: unknown): string {
  if (most === undefined) return `at least ${String(least)}`;
  return least === undefined ? `at most ${String(most)}` : `${String(least)} to ${String(most)}`;
}
