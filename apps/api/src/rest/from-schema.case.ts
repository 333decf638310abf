import fc from 'fast-check';
import type { JsonSchema, OpenApiDocument } from './openapi.ts';

const REF_ROOT = '#/components/schemas/';
const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null;
const schemasOf = (value: unknown): JsonSchema[] => (Array.isArray(value) ? value.filter(isSchema) : []);
const numberOr = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

/** Addresses a text field without a pattern may be about: most texts would be refused before anything else is judged. */
const LIKELY = ['+525512345678', 'ana@example.com', 'https://hooks.example.com/a', 'Hola'];

/** Values a schema of the document allows, in all their kinds: what a caller who read nothing but the document might send. */
export function fromSchema(document: OpenApiDocument, schema: JsonSchema): fc.Arbitrary<unknown> {
  if (typeof schema.$ref === 'string') {
    return fromSchema(document, document.components.schemas[schema.$ref.slice(REF_ROOT.length)] ?? {});
  }
  const choices = [...schemasOf(schema.oneOf), ...schemasOf(schema.anyOf)];
  if (choices.length > 0) return fc.oneof(...choices.map((choice) => fromSchema(document, choice)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  if (Array.isArray(schema.type)) {
    return fc.oneof(...schema.type.map((type: unknown) => fromSchema(document, { ...schema, type })));
  }
  switch (schema.type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: numberOr(schema.minimum, -1000), max: numberOr(schema.maximum, 2_000_000_000) });
    case 'number':
      return fc.double({ min: numberOr(schema.minimum, -1e6), max: numberOr(schema.maximum, 1e6), noNaN: true });
    case 'string':
      return fromText(schema);
    case 'array':
      return fc.array(fromSchema(document, isSchema(schema.items) ? schema.items : {}), {
        minLength: numberOr(schema.minItems, 0),
        maxLength: Math.min(5, numberOr(schema.maxItems, 5)),
      });
    case 'object':
      return fromObject(document, schema);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function fromText(schema: JsonSchema): fc.Arbitrary<string> {
  if (schema.format === 'date-time') {
    const day = { min: new Date('2020-01-01T00:00:00Z'), max: new Date('2040-01-01T00:00:00Z'), noInvalidDate: true };
    return fc.date(day).map((at) => at.toISOString());
  }
  if (typeof schema.pattern === 'string') {
    const pattern = new RegExp(schema.pattern);
    // What a look-ahead narrows is drawn without it, and what it would refuse is drawn again.
    const drawable = new RegExp(schema.pattern.replaceAll(/\(\?[=!][^()]*\)/g, ''));
    return fc.stringMatching(drawable).filter((text) => pattern.test(text));
  }
  const minLength = numberOr(schema.minLength, 0);
  const maxLength = Math.max(minLength, Math.min(60, numberOr(schema.maxLength, 60)));
  return fc.oneof(
    fc.string({ unit: 'grapheme', minLength, maxLength }),
    fc.string({ unit: 'binary', minLength, maxLength }),
    fc.constantFrom(...LIKELY),
  );
}

function fromObject(document: OpenApiDocument, schema: JsonSchema): fc.Arbitrary<unknown> {
  if (!isSchema(schema.properties)) {
    const inner = isSchema(schema.additionalProperties) ? schema.additionalProperties : {};
    return fc.dictionary(fc.string({ minLength: 1, maxLength: 12 }), fromSchema(document, inner), { maxKeys: 3 });
  }
  const fields = Object.fromEntries(
    Object.entries(schema.properties).map(([name, property]) => [
      name,
      fromSchema(document, isSchema(property) ? property : {}),
    ]),
  );
  return fc.record(fields, { requiredKeys: Array.isArray(schema.required) ? schema.required : [] });
}
