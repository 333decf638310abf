import { z } from 'zod';
import { ERRORS, type ErrorCode } from './errors.ts';
import { Environment } from './words.ts';

/** How many days a call of the public API is kept in the request log. */
export const REQUEST_LOG_DAYS = 7;

/** How a call ended: done, refused for something of the caller's (4xx), or failed on our side (5xx). */
export const RequestOutcome = z.enum(['done', 'refused', 'failed']);
export type RequestOutcome = z.infer<typeof RequestOutcome>;

const RequestErrorCode = z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]);

/** One side of a call as it is kept: how large it was, and its JSON with addresses, texts and secrets masked. */
const KeptBody = z.object({
  /** Bytes as they came or went. */
  bytes: z.int(),
  /** The masked JSON; null when there was none, or it was too large to keep. */
  body: z.unknown(),
});

/** `GET /v1/requests/{id}`: one call of the public API. */
export const RequestView = z.object({
  id: z.string(),
  at: z.string(),
  environment: Environment,
  method: z.string(),
  /** With the ids it was called with: `/v1/messages/msg_…`. */
  path: z.string(),
  /** As in the OpenAPI document: `sendMessage`. */
  operation: z.string(),
  status: z.int(),
  outcome: RequestOutcome,
  error: z.string().nullable(),
  duration_ms: z.number(),
  /** Answered as an earlier call with the same Idempotency-Key was. */
  replayed: z.boolean(),
  /** The key that called; null for a call made from the playground of the console. */
  api_key: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Where the call came from. */
  address: z.string(),
  query: z.unknown(),
  request: KeptBody,
  answer: KeptBody,
  /** Messages the call made, or was about. */
  message_ids: z.array(z.string()),
  /** Calls of the workspace just before this one that were not kept, because more came than are kept a second. */
  not_kept_before: z.int(),
});
export type RequestView = z.infer<typeof RequestView>;

/** `GET /v1/requests`: one page, newest first. */
export const RequestPage = z.object({ data: z.array(RequestView), next_cursor: z.string().nullable() });
export type RequestPage = z.infer<typeof RequestPage>;

/** Filters of the request log. */
export const ListRequestsQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(200).optional(),
  outcome: RequestOutcome.optional(),
  error: RequestErrorCode.optional(),
  operation: z
    .string()
    .regex(/^[A-Za-z]{1,60}$/)
    .optional(),
  api_key: z.string().max(60).optional(),
});
export type ListRequestsQuery = z.infer<typeof ListRequestsQuery>;
