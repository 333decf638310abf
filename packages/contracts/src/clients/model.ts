import { camelCase, pascalCase, wordsOf } from './names.ts';

/** A type as the clients write it; `nullable` says that null may stand in its place. */
export type TypeModel = { nullable?: boolean } & (
  | { kind: 'text'; values?: readonly string[] }
  | { kind: 'integer' }
  | { kind: 'number' }
  | { kind: 'boolean' }
  | { kind: 'anything' }
  | { kind: 'list'; of: TypeModel }
  | { kind: 'map'; of: TypeModel }
  | { kind: 'named'; name: string }
  | { kind: 'union'; of: readonly TypeModel[] }
);

/** One field of an object. */
export interface FieldModel {
  /** As on the wire: `client_ref`. */
  name: string;
  type: TypeModel;
  isRequired: boolean;
  /** Whether null says no more than leaving the field out. */
  isNullAbsence: boolean;
  description: string | undefined;
}

/** An object with a name of its own. `variants` are the shapes it may take where a field chooses between them. */
export interface ObjectModel {
  kind: 'object';
  name: string;
  fields: readonly FieldModel[];
  variants: readonly string[];
}

/** A closed list of words today; answers may bring more tomorrow. */
export interface WordsModel {
  kind: 'words';
  name: string;
  values: readonly string[];
}

/** One operation as the clients offer it: `client.<resource>.<name>(...)`. */
export interface OperationModel {
  operationId: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With its parameters in braces: `/v1/messages/{id}`. */
  path: string;
  /** In camel case: `messages`. */
  resource: string;
  /** In camel case: `sendBatch`. */
  name: string;
  summary: string;
  description: string;
  pathParameters: readonly string[];
  /** Name of the object that holds the query parameters. */
  query: string | undefined;
  /** Name of the object that is the body. */
  body: string | undefined;
  /** `nothing` for 204; `page` for a list that is read page by page, of which `item` is one thing. */
  answer:
    | { kind: 'nothing' }
    | { kind: 'text' }
    | { kind: 'value'; type: TypeModel }
    | { kind: 'page'; item: TypeModel };
  takesIdempotencyKey: boolean;
}

/** What the public API is to a client: its operations and every type they use. */
export interface ApiModel {
  operations: readonly OperationModel[];
  types: ReadonlyMap<string, ObjectModel | WordsModel>;
}

/** The parts of an OpenAPI 3.1 document that are read. */
export interface ApiDocument {
  paths: Record<string, Record<string, unknown>>;
  components: { schemas: Record<string, unknown> };
}

interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: string[];
  const?: string;
  default?: unknown;
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: Schema | boolean;
  oneOf?: Schema[];
  anyOf?: Schema[];
}

interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  parameters?: { name: string; in: string; required: boolean; description?: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

const REF_ROOT = '#/components/schemas/';
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** Reads the document of the public API. Throws one sentence that names the operation or type no client could offer. */
export function readApiModel(document: ApiDocument): ApiModel {
  const types: Map<string, ObjectModel | WordsModel> = new Map();
  const reader = new TypeReader(document.components.schemas as Record<string, Schema>, types);
  for (const name of Object.keys(document.components.schemas)) reader.readNamed(name);
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => METHODS.includes(method))
      .map(([method, operation]) => readOperation(reader, method, path, operation as Operation)),
  );
  return { operations, types };
}

function readOperation(reader: TypeReader, method: string, path: string, operation: Operation): OperationModel {
  const { operationId, tags, summary, description, parameters = [] } = operation;
  const tag = tags[0];
  if (tag === undefined) throw new Error(`${operationId} has no tag: a client would not know where to offer it.`);
  const inQuery = parameters.filter((parameter) => parameter.in === 'query');
  const query: Schema = {
    type: 'object',
    properties: Object.fromEntries(
      inQuery.map(({ name, schema, description: text }) => [
        name,
        text === undefined ? schema : { ...schema, description: text },
      ]),
    ),
    required: inQuery.filter(({ required }) => required).map(({ name }) => name),
  };
  return {
    operationId,
    method: method.toUpperCase() as OperationModel['method'],
    path,
    resource: camelCase(tag),
    name: nameOf(operationId, tag),
    summary,
    description,
    pathParameters: parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name),
    query: inQuery.length === 0 ? undefined : reader.nameOfObject(query, `${pascalCase(operationId)}Params`),
    body: readBody(reader, operation),
    answer: readAnswer(
      reader,
      operation,
      inQuery.some(({ name }) => name === 'cursor'),
    ),
    takesIdempotencyKey: parameters.some(({ name }) => name.toLowerCase() === 'idempotency-key'),
  };
}

/** `sendMessage` of Messages is `send`, `listWebhookDeliveries` of Webhooks is `listDeliveries`. */
function nameOf(operationId: string, tag: string): string {
  const nouns = new Set(wordsOf(tag).flatMap((noun) => [noun, noun.replace(/s$/, ''), noun.replace(/ies$/, 'y')]));
  const words = wordsOf(operationId);
  const left = words.filter((word, at) => at === 0 || !nouns.has(word));
  return camelCase(left.join(' '));
}

function readBody(reader: TypeReader, { operationId, requestBody }: Operation): string | undefined {
  if (requestBody === undefined) return undefined;
  const schema = requestBody.content['application/json']?.schema;
  if (schema === undefined) throw new Error(`${operationId} takes a body that is not JSON, which no client offers.`);
  return reader.nameOfObject(schema, `${pascalCase(operationId)}Request`);
}

function readAnswer(reader: TypeReader, operation: Operation, hasCursor: boolean): OperationModel['answer'] {
  const good = Object.entries(operation.responses).find(([status]) => status.startsWith('2'));
  const content = good?.[1].content;
  if (content === undefined) return { kind: 'nothing' };
  const schema = content['application/json']?.schema;
  if (schema === undefined) return { kind: 'text' };
  const type = reader.read(schema, `${pascalCase(operation.operationId)}Answer`);
  const object = type.kind === 'named' ? reader.types.get(type.name) : undefined;
  const data = object?.kind === 'object' ? object.fields.find(({ name }) => name === 'data') : undefined;
  if (hasCursor && data?.type.kind === 'list') return { kind: 'page', item: data.type.of };
  return { kind: 'value', type };
}

/** Reads schemas into types; objects without a name get one from where they stand. */
class TypeReader {
  readonly types: Map<string, ObjectModel | WordsModel>;
  readonly #schemas: Record<string, Schema>;

  constructor(schemas: Record<string, Schema>, types: Map<string, ObjectModel | WordsModel>) {
    this.#schemas = schemas;
    this.types = types;
  }

  readNamed(name: string): TypeModel {
    if (!this.types.has(name)) {
      const schema = this.#schemas[name];
      if (schema === undefined) throw new Error(`The document names the type ${name} and does not describe it.`);
      this.#define(name, schema);
    }
    return { kind: 'named', name };
  }

  nameOfObject(schema: Schema, name: string): string {
    if (schema.$ref === undefined && this.#schemas[name] !== undefined)
      throw new Error(`The document has a ${name} already: give this shape a name of its own.`);
    const type = this.read(schema, name);
    const object = type.kind === 'named' ? this.types.get(type.name) : undefined;
    if (object?.kind !== 'object') throw new Error(`${name} is no object: a client could not name its fields.`);
    return object.name;
  }

  read(schema: Schema, name: string): TypeModel {
    if (schema.$ref !== undefined) return this.readNamed(schema.$ref.slice(REF_ROOT.length));
    const choices = schema.oneOf ?? schema.anyOf;
    if (choices !== undefined) return this.#readChoice(choices, name);
    if (schema.enum !== undefined) return { kind: 'text', values: schema.enum };
    if (schema.const !== undefined) return { kind: 'text', values: [schema.const] };
    if (Array.isArray(schema.type)) {
      const [type, ...more] = schema.type.filter((one) => one !== 'null');
      if (type === undefined || more.length > 0) return { kind: 'anything' };
      return { ...this.read({ ...schema, type }, name), nullable: schema.type.includes('null') };
    }
    if (schema.type === 'array') return { kind: 'list', of: this.read(schema.items ?? {}, name) };
    if (schema.type === 'object') {
      if (schema.properties === undefined) {
        const values = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {};
        return { kind: 'map', of: this.read(values, name) };
      }
      this.#define(name, schema);
      return { kind: 'named', name };
    }
    if (schema.type === 'string') return { kind: 'text' };
    if (schema.type === 'integer' || schema.type === 'number' || schema.type === 'boolean') {
      return { kind: schema.type };
    }
    return { kind: 'anything' };
  }

  #readChoice(choices: Schema[], name: string): TypeModel {
    const full = choices.filter(({ type }) => type !== 'null');
    const nullable = full.length < choices.length ? { nullable: true } : {};
    const only = full[0];
    if (only !== undefined && full.length === 1) return { ...this.read(only, name), ...nullable };
    const types = full.map((schema, at) => this.read(schema, name + variantName(schema, at)));
    const texts = types.every(({ kind }) => kind === 'text');
    if (texts) return { kind: 'text', ...nullable };
    const names = types.flatMap((type) => (type.kind === 'named' ? [type.name] : []));
    if (names.length < types.length) return { kind: 'anything', ...nullable };
    this.types.set(name, this.#merge(name, names));
    return { kind: 'named', name, ...nullable };
  }

  #define(name: string, schema: Schema): void {
    if (schema.enum !== undefined) {
      this.types.set(name, { kind: 'words', name, values: schema.enum });
    } else if (schema.properties !== undefined) {
      const fields = Object.entries(schema.properties).map(([field, inner]) => ({
        name: field,
        type: this.read(inner, name + pascalCase(field)),
        isRequired: schema.required?.includes(field) ?? false,
        isNullAbsence: inner.default === null,
        description: inner.description,
      }));
      this.types.set(name, { kind: 'object', name, fields, variants: [] });
    } else {
      const type = this.read(schema, name);
      if (!this.types.has(name)) throw new Error(`The type ${name} is ${type.kind}: no client knows how to offer it.`);
    }
  }

  /** One object with the fields of all variants: what all of them need is required, what some have is optional. */
  #merge(name: string, variants: string[]): ObjectModel {
    const objects = variants.map((variant) => {
      const type = this.types.get(variant);
      if (type?.kind !== 'object') throw new Error(`${name} chooses between things that are no objects.`);
      return type;
    });
    const names = [...new Set(objects.flatMap(({ fields }) => fields.map((field) => field.name)))];
    const fields = names.map((field) => {
      const found = objects.flatMap((object) => object.fields.filter((one) => one.name === field));
      return {
        name: field,
        type: joinTypes(found.map(({ type }) => type)),
        isRequired: found.length === objects.length && found.every(({ isRequired }) => isRequired),
        isNullAbsence: found.every(({ isNullAbsence }) => isNullAbsence),
        description: found[0]?.description,
      };
    });
    return { kind: 'object', name, fields, variants };
  }
}

/** `Sms` for the variant whose channel is sms, else its place. */
function variantName(schema: Schema, at: number): string {
  const marked = Object.values(schema.properties ?? {}).find((property) => property.const !== undefined);
  return marked?.const === undefined ? String(at + 1) : pascalCase(marked.const);
}

function joinTypes(types: TypeModel[]): TypeModel {
  const different = [...new Map(types.map((type) => [JSON.stringify(type), type])).values()];
  const [first] = different;
  if (first === undefined || different.length === 1) return first ?? { kind: 'anything' };
  if (different.every((type) => type.kind === 'text')) {
    const values = different.flatMap((type) => (type.kind === 'text' ? (type.values ?? []) : []));
    return different.every((type) => type.kind === 'text' && type.values !== undefined)
      ? { kind: 'text', values }
      : { kind: 'text' };
  }
  return { kind: 'union', of: different };
}
