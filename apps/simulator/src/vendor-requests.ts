import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';

const MAX_BODY_BYTES = 65_536;

const submitSchema = z.strictObject({
  to: z.string().regex(/^\+[1-9]\d{6,14}$/, 'an international number: + and 7 to 15 digits'),
  from: z.string().min(1).max(20),
  text: z.string().min(1).max(1600),
  reference: z.string().min(1).max(128).optional(),
  callback_url: z.url({ protocol: /^https?$/ }).optional(),
});
export type SubmitBody = z.infer<typeof submitSchema>;

const callSchema = submitSchema.extend({
  from: z.string().regex(/^\+[1-9]\d{6,14}$/, 'a number of this account'),
  language: z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, 'a language such as es or pt-BR'),
});
export type CallBody = z.infer<typeof callSchema>;

export interface Reply {
  status: number;
  body: unknown;
  retryAfterS?: number | null;
}

/** The vendor's own error shape. */
export function problem(status: number, code: string, message: string): Reply {
  return { status, body: { error: { code, message } } };
}

/** The answer to a reference that was used before: the first message, not a second one. */
export function duplicateOf({ id, status }: { id: string; status: string }): Reply {
  return {
    status: 409,
    body: { id, status, error: { code: 'duplicate_reference', message: 'This reference was used before' } },
  };
}

/** The text to send, or the answer that says what is wrong with it. */
export const parseSubmit = (body: Buffer | null): SubmitBody | Reply => parse(submitSchema, body);

/** The call to place, or the answer that says what is wrong with it. */
export const parseCall = (body: Buffer | null): CallBody | Reply => parse(callSchema, body);

function parse<T>(schema: z.ZodType<T>, body: Buffer | null): T | Reply {
  if (body === null) return problem(413, 'too_large', `A request holds at most ${MAX_BODY_BYTES} bytes`);
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    return problem(400, 'invalid_json', 'The body is not JSON');
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  return problem(422, 'invalid_field', `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'invalid'}`);
}

/** The whole body, or null when it is larger than the vendor takes. */
export async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  return size > MAX_BODY_BYTES ? null : Buffer.concat(chunks);
}

/** Compares in constant time, like a vendor who knows better. */
export function authorized(request: IncomingMessage, token: string): boolean {
  const digest = (value: string) => createHmac('sha256', 'compare').update(value).digest();
  return timingSafeEqual(digest(request.headers.authorization ?? ''), digest(`Bearer ${token}`));
}
