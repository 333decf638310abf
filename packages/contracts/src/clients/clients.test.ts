import { describe, expect, it } from 'vitest';
import { readApiModel } from './model.ts';
import { camelCase, javaName, pascalCase, pythonName, snakeCase } from './names.ts';
import { snippet } from './snippet.ts';

const field = { type: 'string' };
const api = readApiModel({
  paths: {
    '/v1/parcels/{id}/notes': {
      get: {
        operationId: 'listParcelNotes',
        tags: ['Parcels'],
        summary: 'Notes',
        description: 'All of them.',
        parameters: [
          { name: 'id', in: 'path', required: true, schema: field },
          { name: 'cursor', in: 'query', required: false, schema: field },
          { name: 'class', in: 'query', required: false, schema: field },
        ],
        responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/NotePage' } } } } },
      },
    },
    '/v1/parcels': {
      post: {
        operationId: 'sendParcel',
        tags: ['Parcels'],
        summary: 'Send',
        description: 'One.',
        parameters: [{ name: 'Idempotency-Key', in: 'header', required: false, schema: field }],
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Parcel' } } } },
        responses: { 204: {} },
      },
    },
  },
  components: {
    schemas: {
      NotePage: {
        type: 'object',
        required: ['data', 'next_cursor'],
        properties: {
          data: { type: 'array', items: { type: 'object', properties: { text: field } } },
          next_cursor: { type: ['string', 'null'] },
        },
      },
      Box: { type: 'object', required: ['width'], properties: { width: { type: 'integer' } } },
      Bag: { type: 'object', required: ['colour'], properties: { colour: field } },
      Parcel: {
        oneOf: [
          {
            type: 'object',
            required: ['kind', 'in'],
            properties: { kind: { const: 'box' }, in: { $ref: '#/components/schemas/Box' }, note: field },
          },
          {
            type: 'object',
            required: ['kind', 'in'],
            properties: { kind: { const: 'bag' }, in: { $ref: '#/components/schemas/Bag' } },
          },
        ],
      },
    },
  },
});
const [list, send] = api.operations;
const bare = {
  operationId: 'sendThing',
  tags: ['Things'],
  summary: '',
  description: '',
  responses: { 204: {} },
};

describe('The model of the public API', () => {
  it('names an operation after its resource and what is left of its id', () => {
    expect(api.operations.map(({ resource, name }) => `${resource}.${name}`)).toEqual([
      'parcels.listNotes',
      'parcels.send',
    ]);
  });

  it('knows a list that is read page by page from one that is not', () => {
    expect(list?.answer).toEqual({ kind: 'page', item: { kind: 'named', name: 'NotePageData' } });
    expect(send?.answer).toEqual({ kind: 'nothing' });
  });

  it('joins the variants of a body, so that languages without unions have one object', () => {
    const parcel = api.types.get('Parcel');
    expect(parcel).toMatchObject({
      variants: ['ParcelBox', 'ParcelBag'],
      fields: [
        { name: 'kind', isRequired: true, type: { kind: 'text', values: ['box', 'bag'] } },
        { name: 'in', isRequired: true, type: { kind: 'union' } },
        { name: 'note', isRequired: false },
      ],
    });
  });

  it('refuses by name what no client could offer', () => {
    const paths = { '/v1/x': { post: { ...bare, requestBody: { content: { 'text/csv': { schema: field } } } } } };
    expect(() => readApiModel({ paths, components: { schemas: {} } })).toThrow(
      'sendThing takes a body that is not JSON',
    );
  });
});

describe('Names', () => {
  it('are written as each language writes them, and never a word of the language itself', () => {
    expect(['client_ref', 'APIKeys', 'sendBatch'].map(pascalCase)).toEqual(['ClientRef', 'ApiKeys', 'SendBatch']);
    expect(['API keys', 'client_ref'].map(camelCase)).toEqual(['apiKeys', 'clientRef']);
    expect(snakeCase('listDeliveries')).toBe('list_deliveries');
    expect(['from', 'class', 'to'].map(pythonName)).toEqual(['from_', 'class_', 'to']);
    expect(['from', 'class', 'default'].map(javaName)).toEqual(['from', 'class_', 'default_']);
  });
});

describe('A snippet', () => {
  const values = {
    baseUrl: 'https://api.test',
    path: { id: 'p/1' },
    query: { class: 'a b' },
    body: { kind: 'bag', in: { colour: 'it\'s "red" $1 \\ \n ü' } },
    idempotencyKey: 'k-1',
  };
  const write = (operation: typeof list, language: Parameters<typeof snippet>[3]) =>
    operation === undefined ? '' : snippet(api, operation, values, language);

  it('keeps every character of a value in every language', () => {
    expect(write(send, 'curl')).toContain(`it'\\''s \\"red\\" $1 \\\\ \\n ü`);
    for (const language of ['typescript', 'python', 'java'] as const) {
      expect(write(send, language)).toContain(`"it's \\"red\\" $1 \\\\ \\n ü"`);
    }
    expect(write(send, 'php')).toContain(`"it's \\"red\\" \\$1 \\\\ \\n ü"`);
  });

  it('escapes what stands in a path or a query', () => {
    expect(write(list, 'curl')).toContain("'https://api.test/v1/parcels/p%2F1/notes?class=a+b'");
  });

  it('carries the idempotency key where the operation takes one, and reads the key from the environment', () => {
    expect(write(send, 'curl')).toContain("'Idempotency-Key: k-1'");
    expect(write(list, 'curl')).not.toContain('Idempotency-Key');
    for (const language of ['curl', 'typescript', 'python', 'php', 'java'] as const) {
      expect(write(send, language)).toContain('SIGNALBOX_API_KEY');
      if (language !== 'curl') expect(write(send, language)).toMatch(/\(request .*request_?id/i);
    }
  });

  it('chooses the builder in Java that has the fields given', () => {
    expect(write(send, 'java')).toContain('.in(Bag.builder().colour(');
  });
});
