import { readFileSync } from 'node:fs';
import { ERRORS } from '@signalbox/contracts';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DOORS } from './doors.ts';
import { buildDocument, type JsonSchema } from './openapi.ts';

const document = buildDocument(DOORS);
const published = JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8'));

function* refsOf(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (name === '$ref' && typeof inner === 'string') yield inner;
    else yield* refsOf(inner);
  }
}

/** The places within a schema that put something in for what is left out. */
function* filledIn(schema: unknown, place: string): Generator<string> {
  if (typeof schema !== 'object' || schema === null) return;
  if ('default' in schema) yield place;
  for (const [name, inner] of Object.entries(schema)) yield* filledIn(inner, `${place}/${name}`);
}

describe('the OpenAPI document', () => {
  it('that is published says what the doors say: node apps/api/write-openapi.ts draws it again', () => {
    expect(published).toEqual(JSON.parse(JSON.stringify(document)));
  });

  it('has every shape it refers to', () => {
    const refs = [...refsOf(document)];
    expect(refs.length).toBeGreaterThan(20);
    for (const ref of refs) {
      expect(document.components.schemas).toHaveProperty(ref.replace('#/components/schemas/', ''));
    }
  });

  it('names every operation once, with each code it may answer', () => {
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    expect(new Set(operations.map((operation) => operation.operationId)).size).toBe(DOORS.length);
    for (const door of DOORS) {
      const responses = JSON.stringify(document.paths[door.path]?.[door.method]?.responses);
      for (const code of door.refusals) expect(responses).toContain(`\`${code}\``);
      expect(responses).toContain(ERRORS.unauthenticated.title);
    }
  });

  it('closes what a caller sends and leaves open what we answer', () => {
    const schemas = document.components.schemas as Record<string, JsonSchema>;
    expect(schemas.SuppressRequest?.additionalProperties).toBe(false);
    expect(schemas.MessageView).not.toHaveProperty('additionalProperties');
  });

  it.each(DOORS.filter((door) => door.method === 'patch').map((door) => [door.operationId, door] as const))(
    '%s leaves what is left out of its body as it is: no field of it has a default',
    (_id, door) => {
      expect([...filledIn(z.toJSONSchema(door.body?.schema ?? z.never(), { io: 'input' }), '')]).toEqual([]);
    },
  );

  it.each(DOORS.filter((door) => door.body !== undefined).map((door) => [door.operationId, door] as const))(
    '%s shows a body that its own schema takes',
    (_id, door) => {
      expect(door.body?.schema.safeParse(door.body.example).error).toBeUndefined();
    },
  );
});
