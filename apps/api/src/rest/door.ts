import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { type Criticality, type ErrorCode, fieldErrorsOf, type Scope, SignalboxError } from '@signalbox/contracts';
import type { RequestContext } from '@signalbox/services';
import type { z } from 'zod';
import { readBody } from '../http/body.ts';
import { assertJsonType, decodeJson, isStorable, parseJson } from '../http/json.ts';
import { turnFor } from '../http/large-body.ts';
import { jsonReply, type Reply } from '../http/reply.ts';

/** One call at a door, after the key, the path, the query and the body were found good. */
interface DoorCall<Params, Query, Body> {
  ctx: RequestContext;
  params: Params;
  query: Query;
  body: Body;
  /** The Idempotency-Key header as it came; the verbs that take one judge it. */
  idempotencyKey: string | undefined;
}

/** What a door takes in one place: a schema, and whether the door applies it or leaves that to the verb. */
interface BodyRule<Body> {
  schema: z.ZodType<Body>;
  /** `verb`: the verb validates, because it also answers item by item or replays an earlier answer. */
  checkedBy: 'door' | 'verb';
  /** A body that would be taken, for the reference. */
  example: object;
}

/** What a door says of itself in the reference. */
interface DoorText {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** OpenAPI path: `/v1/messages/{id}`. */
  path: string;
  operationId: string;
  /** What a key must carry to pass. */
  permission: Scope;
  tag: string;
  summary: string;
  description: string;
  answer: { status: 200 | 201 | 202 | 204; description: string; schema?: z.ZodType };
  /** Refusals besides those every door may answer. */
  refusals: readonly ErrorCode[];
  /** How much it matters under overload; without it, reads are `sheddable` and the rest `critical`. What stores messages is judged by them besides. */
  criticality?: Criticality;
  /** What a call costs of a rate limit: one, or its messages, which the verb counts. */
  counts?: 'messages';
}

/** One public operation: what it takes, what it answers, and what it does. */
export interface Door extends DoorText {
  params?: z.ZodObject;
  query?: z.ZodObject;
  headers?: z.ZodObject;
  body?: BodyRule<unknown>;
  enter(ctx: RequestContext, request: DoorRequest): Promise<Reply>;
}

/** The parts of a request that a door reads. */
export interface DoorRequest {
  headers: IncomingHttpHeaders;
  params: Record<string, string>;
  search: string;
  /** Reads the whole body; asked at most once. */
  read(): Promise<Buffer>;
  /** What came as the body, once it was read: its size, and the JSON when it was JSON. For the request log. */
  seen?: { bytes: number; body: unknown };
}

/** A request as it comes from a socket. */
export const requestOf = (incoming: IncomingMessage, params: Record<string, string>, search: string): DoorRequest => ({
  headers: incoming.headers,
  params,
  search,
  read: () => readBody(incoming),
});

interface DoorRule<Params, Query, Body> extends DoorText {
  params?: z.ZodObject & z.ZodType<Params>;
  query?: z.ZodObject & z.ZodType<Query>;
  headers?: z.ZodObject;
  body?: BodyRule<Body>;
  run(call: DoorCall<Params, Query, Body>): Promise<Reply>;
}

/** Describes one public operation once: routing, checks, reference and tests are drawn from it. */
export function defineDoor<Params = undefined, Query = undefined, Body = undefined>(
  rule: DoorRule<Params, Query, Body>,
): Door {
  const { run, ...text } = rule;
  return {
    ...text,
    async enter(ctx, request) {
      const { headers } = request;
      const params = checked(rule.params, request.params) as Params;
      const query = checked(rule.query, searchFields(request.search)) as Query;
      let body = undefined as Body;
      if (rule.body !== undefined) {
        assertJsonType(headers['content-type'], headers['content-encoding']);
        const bytes = await request.read();
        request.seen = { bytes: bytes.length, body: undefined };
        await turnFor(bytes.length);
        const parsed = parseJson(decodeJson(bytes));
        request.seen.body = parsed;
        body = rule.body.checkedBy === 'door' ? checked(rule.body.schema, parsed) : (parsed as Body);
      }
      return run({ ctx, params, query, body, idempotencyKey: headerText(headers['idempotency-key']) });
    },
  };
}

/** Node gives a list only for Set-Cookie; a header sent twice is one text with a comma, which no key pattern takes. */
const headerText = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header.join(', ') : header;

/** Applies a schema or refuses with every field at fault. */
function checked<T>(schema: z.ZodType<T> | undefined, value: unknown): T {
  if (schema === undefined) return undefined as T;
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new SignalboxError('request_invalid', { fields: fieldErrorsOf(parsed.error, '', value) });
  return parsed.data;
}

/** Query text as fields. A name given twice becomes a list, which no filter takes: it is refused by name, not half used. */
function searchFields(search: string): Record<string, string | string[]> {
  if (search === '') return {};
  const parameters = new URLSearchParams(search);
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => {
      const values = parameters.getAll(name);
      if (!values.every(isStorable)) throw unstorable(name);
      return [name, values.length === 1 && values[0] !== undefined ? values[0] : values];
    }),
  );
}

const unstorable = (path: string): SignalboxError =>
  new SignalboxError('request_invalid', {
    fields: [{ path, code: 'invalid_value', message: 'Must not contain NUL characters.' }],
  });

/** An answer of a value as JSON. */
export function answer(status: number, value: unknown, headers?: Record<string, string>): Reply {
  return jsonReply(status, JSON.stringify(value), headers);
}
