import { z } from 'zod';
import { InboundEventType } from './keywords.ts';
import { Environment } from './words.ts';

/** The events of verifications. */
export const VerificationEventType = z.enum([
  'verification.created',
  'verification.attempted',
  'verification.approved',
  'verification.expired',
  'verification.canceled',
  'verification.max_attempts_reached',
  'verification.blocked',
  'verification.failed',
]);
export type VerificationEventType = z.infer<typeof VerificationEventType>;

/** The events of the health of routes: a breaker that opened, receipts that are forged, a route that does much worse than its peers; and that it is over. */
export const RouteAlertEventType = z.enum(['route.alert_started', 'route.alert_ended']);
export type RouteAlertEventType = z.infer<typeof RouteAlertEventType>;

/** The events of templates: what became of a version. */
export const TemplateEventType = z.enum([
  'template.submitted',
  'template.approved',
  'template.rejected',
  'template.paused',
  'template.resumed',
]);
export type TemplateEventType = z.infer<typeof TemplateEventType>;

/** The events an endpoint can subscribe to: the changes of a message and of a verification, alerts about routes, texts that people send, decisions about templates, and what befalls the deliveries of other endpoints. */
export const WebhookEventType = z.enum([
  'message.queued',
  'message.held',
  'message.sent',
  'message.delivered',
  'message.undelivered',
  'message.failed',
  'message.expired',
  'message.unknown',
  'message.suppressed',
  'message.canceled',
  ...VerificationEventType.options,
  ...RouteAlertEventType.options,
  ...InboundEventType.options,
  ...TemplateEventType.options,
  'webhook.exhausted',
  'webhook.disabled',
]);
export type WebhookEventType = z.infer<typeof WebhookEventType>;

/** The event of `POST /v1/webhooks/{id}/test`: sent to one endpoint on request, never subscribed to. */
export const WEBHOOK_TEST_EVENT = 'webhook.test';
/** What is posted to an endpoint that takes several events in a request: `data.events` holds them, each with its id. */
export const WEBHOOK_GROUP_EVENT = 'webhook.group';
/** Most events of one request. */
export const EVENTS_PER_REQUEST_MAX = 500;
/** Most endpoints of one environment of a workspace. */
export const WEBHOOKS_MAX = 100;
/** Most events one replay sends. */
export const REPLAY_MAX = 10_000;
/** How long the secret before a rotation still signs, in hours. */
export const ROTATION_HOURS = 24;

/** Why an endpoint is switched off: by a person, by its answer 410, or after five days of nothing but failure. */
export const WebhookOffReason = z.enum(['paused', 'gone', 'failing']);
export type WebhookOffReason = z.infer<typeof WebhookOffReason>;

/** Where a delivery stands: waiting for its first or next try, received with a 2xx, given up, or ended with its endpoint. */
export const WebhookDeliveryState = z.enum(['pending', 'delivered', 'failed', 'canceled']);
export type WebhookDeliveryState = z.infer<typeof WebhookDeliveryState>;

/** What caused a delivery. */
export const WebhookOrigin = z.enum(['event', 'replay', 'test']);
export type WebhookOrigin = z.infer<typeof WebhookOrigin>;

/** Why a try is not a success. */
export const WebhookFailure = z.enum([
  'status',
  'redirect',
  'gone',
  'slow_down',
  'timeout',
  'no_connection',
  'refused',
  'broken_answer',
]);
export type WebhookFailure = z.infer<typeof WebhookFailure>;

const url = z
  .string()
  .trim()
  .min(1)
  .max(2048)
  .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), {
    error: 'must be a URL without control characters',
  });
const description = z
  .string()
  .trim()
  .max(200)
  .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), { error: 'must be one line of text' });
const eventTypes = z.array(WebhookEventType).max(WebhookEventType.options.length);

const eventsPerRequest = z
  .int()
  .min(1)
  .max(EVENTS_PER_REQUEST_MAX)
  .describe(
    'Above 1, every request is of the type `webhook.group` and holds up to so many events in `data.events`, each with its `id`, in one signed body under one `webhook-id`. Events that come about together go together; none waits for others.',
  );

/** Body of `POST /v1/webhooks`. Without event types the endpoint gets every event, also kinds that are added later. */
export const CreateWebhookRequest = z.strictObject({
  url,
  description: description.default(''),
  event_types: eventTypes.default([]),
  events_per_request: eventsPerRequest.default(1),
});
export type CreateWebhookRequest = z.infer<typeof CreateWebhookRequest>;

/** Body of `PATCH /v1/webhooks/{id}`: what is left out stays as it is. */
export const UpdateWebhookRequest = z
  .strictObject({
    url: url.optional(),
    description: description.optional(),
    event_types: eventTypes.optional(),
    events_per_request: eventsPerRequest.optional(),
    enabled: z.boolean().optional(),
  })
  .refine((change) => Object.keys(change).length > 0, {
    error: 'name at least one of url, description, event_types, events_per_request and enabled',
  });
export type UpdateWebhookRequest = z.infer<typeof UpdateWebhookRequest>;

const Instant = z.iso.datetime({ offset: true, error: 'must be an RFC 3339 instant such as 2026-11-23T09:00:00Z' });

/** Body of `POST /v1/webhooks/{id}/replay`: some events by id, or those of a span of time. */
export const ReplayWebhookRequest = z
  .strictObject({
    event_ids: z.array(z.string().max(60)).min(1).max(100).optional(),
    since: Instant.optional(),
    until: Instant.optional(),
    only: z
      .enum(['missed', 'all'])
      .default('missed')
      .describe(
        'missed: events of that time this endpoint never answered with 2xx. Events named by id are always sent.',
      ),
    dry_run: z.boolean().default(false).describe('Counts what would be sent and sends nothing.'),
  })
  .refine((body) => (body.event_ids === undefined) !== (body.since === undefined), {
    error: 'give either event_ids, or since with an optional until',
    path: ['event_ids'],
  })
  .refine((body) => body.until === undefined || body.since !== undefined, {
    error: 'give since together with until',
    path: ['since'],
  });
export type ReplayWebhookRequest = z.infer<typeof ReplayWebhookRequest>;

/** An endpoint as the API shows it, without its secret. */
export const WebhookView = z.object({
  id: z.string(),
  url: z.string(),
  description: z.string(),
  environment: Environment,
  event_types: z.array(WebhookEventType),
  events_per_request: z.int(),
  enabled: z.boolean(),
  off_reason: WebhookOffReason.nullable(),
  off_since: z.string().nullable(),
  failing_since: z.string().nullable(),
  secret_rotated_at: z.string().nullable(),
  previous_secret_until: z.string().nullable(),
  created_at: z.string(),
});
export type WebhookView = z.infer<typeof WebhookView>;

/** An endpoint with its secret: the answer to creation and rotation, and nowhere else. */
export const WebhookWithSecret = z.object({ ...WebhookView.shape, secret: z.string() });
export type WebhookWithSecret = z.infer<typeof WebhookWithSecret>;

/** One try of a delivery: what was sent and what came back. */
export const WebhookAttemptView = z.object({
  n: z.int(),
  at: z.string(),
  duration_ms: z.int(),
  url: z.string(),
  request_headers: z.record(z.string(), z.string()),
  status: z.int().nullable(),
  failure: WebhookFailure.nullable(),
  detail: z.string().nullable(),
  response: z.string().nullable(),
});
export type WebhookAttemptView = z.infer<typeof WebhookAttemptView>;

/** One event on its way to one endpoint, with every try. */
export const WebhookDeliveryView = z.object({
  id: z.string(),
  event_id: z.string(),
  group_id: z
    .string()
    .nullable()
    .describe('The `webhook-id` of the requests that carried the event among others; null when it goes alone.'),
  event_type: z.string(),
  origin: WebhookOrigin,
  state: WebhookDeliveryState,
  tries: z.int(),
  created_at: z.string(),
  next_try_at: z.string().nullable(),
  settled_at: z.string().nullable(),
  last_status: z.int().nullable(),
  last_failure: WebhookFailure.nullable(),
  body: z.string().describe('The event as it stands in the request; all of the body when it goes alone.'),
  attempts: z.array(WebhookAttemptView),
});
export type WebhookDeliveryView = z.infer<typeof WebhookDeliveryView>;

/** How many events a replay sends, or would send. */
export const ReplayView = z.object({ count: z.int(), dry_run: z.boolean() });
export type ReplayView = z.infer<typeof ReplayView>;

/** One request to a webhook endpoint. */
export interface WebhookPost {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** What came back: an answer of any status (header names in lower case), or why there is none. */
export type WebhookReply =
  | { kind: 'answered'; status: number; headers: Readonly<Record<string, string>>; body: string }
  | { kind: 'unanswered'; failure: WebhookFailure; detail: string };

/**
 * The port through which webhooks leave: it follows no redirect, keeps its own time limits and gives every post one reply, never before the
 * call has returned. A callback and no promise, because it is called for each.
 */
export type PostWebhook = (post: WebhookPost, done: (reply: WebhookReply) => void) => void;
