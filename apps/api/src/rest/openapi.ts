import { ERRORS, type ErrorCode, Problem, Scope } from '@signalbox/contracts';
import { z } from 'zod';
import type { Door } from './door.ts';
import { NAMED_SHAPES } from './named-shapes.ts';

/** A schema or another open part of the document. */
export type JsonSchema = Record<string, unknown>;

/** One operation of the document. */
export interface OpenApiOperation {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  /** The scheme and the permission the key must carry (OpenAPI 3.1, 4.8.30). */
  security: Record<string, string[]>[];
  parameters: { name: string; in: string; required: boolean; description?: string; schema: JsonSchema }[];
  requestBody?: { required: true; content: Record<string, { schema: JsonSchema; example: object }> };
  responses: Record<
    string,
    { description: string; headers: JsonSchema; content?: Record<string, { schema: JsonSchema }> }
  >;
}

/** The OpenAPI 3.1 document, as plain data. */
export interface OpenApiDocument {
  openapi: '3.1.0';
  info: JsonSchema;
  servers: { url: string }[];
  security: Record<string, string[]>[];
  tags: { name: string }[];
  paths: Record<string, Record<string, OpenApiOperation>>;
  components: { securitySchemes: JsonSchema; schemas: Record<string, JsonSchema> };
}

/** Refusals that any call with a key may meet. */
const EVERYWHERE: readonly ErrorCode[] = [
  'request_invalid',
  'unauthenticated',
  'forbidden',
  'rate_limited',
  'internal',
  'overloaded',
];
const WITH_BODY: readonly ErrorCode[] = ['json_invalid', 'payload_too_large', 'media_type_unsupported'];
const REF_ROOT = '#/components/schemas/';

const shapes = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(NAMED_SHAPES)) shapes.add(schema, { id });

/** JSON Schema of a zod schema, in the dialect of OpenAPI 3.1 (2020-12); named shapes become references. */
function schemaOf(schema: z.ZodType): JsonSchema {
  const id = shapes.get(schema)?.id;
  if (id !== undefined) return { $ref: REF_ROOT + id };
  const draft = z.registry<{ id: string }>();
  for (const [name, shape] of Object.entries(NAMED_SHAPES)) draft.add(shape, { id: name });
  draft.add(schema, { id: 'drawn' });
  return tidy(z.toJSONSchema(draft, JSON_SCHEMA_OPTIONS).schemas.drawn);
}

const JSON_SCHEMA_OPTIONS = {
  io: 'input',
  uri: (id: string) => REF_ROOT + id,
  unrepresentable: 'any',
  override: ({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: JsonSchema }) => {
    // A caller must bear new fields in an answer; only what we refuse in a request is closed.
    if (zodSchema._zod.def.type === 'object' && zodSchema._zod.def.catchall === undefined) {
      delete jsonSchema.additionalProperties;
    }
    // The pattern behind a format is for the parser, not for a reader: the format says it.
    if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
    // The range in which a double is exact holds for every whole number; repeating it at each tells nobody anything.
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  },
} as const;

function tidy(schema: object | undefined): JsonSchema {
  const { $schema, $id, id, ...rest } = { ...schema } as JsonSchema;
  return rest;
}

/** Draws the document of the public API from the doors themselves, so that it cannot say something else than they do. */
export function buildDocument(doors: readonly Door[]): OpenApiDocument {
  const paths: OpenApiDocument['paths'] = {};
  for (const door of doors) {
    paths[door.path] = { ...paths[door.path], [door.method]: operationOf(door) };
  }
  const drawn = Object.entries(z.toJSONSchema(shapes, JSON_SCHEMA_OPTIONS).schemas);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Signalbox API',
      version: '1',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description: 'Send messages, and see what happened to each of them and why.',
    },
    servers: [{ url: '/' }],
    security: [{ apiKey: [] }, { clientCredentials: [] }],
    tags: [...new Set(doors.map((door) => door.tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        apiKey: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API key of this workspace. The key chooses the environment: live or sandbox.',
        },
        clientCredentials: {
          type: 'oauth2',
          description:
            'A token for 15 minutes in place of the key: `client_id` is the id of an API key, `client_secret` the key itself.',
          flows: {
            clientCredentials: {
              tokenUrl: '/oauth/token',
              scopes: Object.fromEntries(Scope.options.map((scope) => [scope, `The permission \`${scope}\`.`])),
            },
          },
        },
      },
      schemas: Object.fromEntries(drawn.map(([id, schema]) => [id, tidy(schema)])),
    },
  };
}

function operationOf(door: Door): OpenApiOperation {
  const { schema, status, description } = door.answer;
  const content = schema === undefined ? undefined : { 'application/json': { schema: schemaOf(schema) } };
  return {
    operationId: door.operationId,
    tags: [door.tag],
    summary: door.summary,
    description: door.description,
    security: [{ apiKey: [door.permission] }, { clientCredentials: [door.permission] }],
    parameters: [
      ...parametersOf(door.params, 'path'),
      ...parametersOf(door.query, 'query'),
      ...parametersOf(door.headers, 'header'),
    ],
    ...(door.body === undefined
      ? {}
      : {
          requestBody: {
            required: true as const,
            content: { 'application/json': { schema: schemaOf(door.body.schema), example: door.body.example } },
          },
        }),
    responses: {
      [status]: { description, headers: ANSWER_HEADERS, ...(content === undefined ? {} : { content }) },
      ...refusalsOf(door),
    },
  };
}

function parametersOf(schema: z.ZodObject | undefined, place: 'path' | 'query' | 'header') {
  if (schema === undefined) return [];
  const drawn = schemaOf(schema) as { properties?: Record<string, JsonSchema>; required?: string[] };
  return Object.entries(drawn.properties ?? {}).map(([name, { description, ...property }]) => ({
    name,
    in: place,
    required: drawn.required?.includes(name) ?? false,
    ...(typeof description === 'string' ? { description } : {}),
    schema: property,
  }));
}

const ANSWER_HEADERS = {
  'X-Request-Id': {
    description: 'Id of this call; quote it when you ask for help.',
    schema: { type: 'string' },
  },
  'RateLimit-Limit': {
    description:
      'How many may come at once, by the tightest limit of the key or workspace; absent when nothing limits them.',
    schema: { type: 'integer' },
  },
  'RateLimit-Remaining': { description: 'How many may come now.', schema: { type: 'integer' } },
  'RateLimit-Reset': { description: 'Seconds until all of them may come again.', schema: { type: 'integer' } },
};

/** One response for each status, naming the codes behind it. */
function refusalsOf(door: Door): OpenApiOperation['responses'] {
  const codes = new Set([...EVERYWHERE, ...(door.body === undefined ? [] : WITH_BODY), ...door.refusals]);
  const byStatus = Map.groupBy([...codes], (code) => ERRORS[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, ofStatus]) => [
      String(status),
      {
        description: ofStatus.map((code) => `\`${code}\`: ${ERRORS[code].title}`).join(' '),
        headers: ANSWER_HEADERS,
        content: { 'application/problem+json': { schema: schemaOf(Problem) } },
      },
    ]),
  );
}
