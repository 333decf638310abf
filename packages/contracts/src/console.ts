import { z } from 'zod';
import type { ConnectionSnapshot, FormField } from './channel.ts';
import { ListMessagesQuery, type MessageView, SendMessageRequest } from './public-api.ts';
import type { CandidateView, Timeline } from './timeline.ts';
import { CreateWebhookRequest, ReplayWebhookRequest, UpdateWebhookRequest, WebhookDeliveryState } from './webhooks.ts';
import { Channel, Environment, Protocol, TrafficClass } from './words.ts';

/**
 * The procedures of the console (tRPC): inputs as schemas, outputs as types. The router in apps/api implements exactly these;
 * the workspace comes from the session, never from an input.
 */
const inEnvironment = { environment: Environment };

/** `session.me`: who is signed in and where. */
export interface SessionView {
  user: { id: string; name: string; email: string };
  workspace: { id: string; name: string };
  environments: Environment[];
  /** Whether this installation runs with the virtual carriers. */
  has_simulator: boolean;
}

/** `overview.read`: what happened in the last hours. */
export const OverviewInput = z.strictObject({
  ...inEnvironment,
  hours: z.union([z.literal(24), z.literal(168), z.literal(720)]),
});
export interface OverviewView {
  /** Messages accepted in the window by their present state. */
  by_state: { state: string; count: number }[];
  by_channel: {
    channel: Channel;
    accepted: number;
    delivered: number;
    undelivered: number;
    failed: number;
    suppressed: number;
  }[];
  /** Hour (24 h) or day buckets, oldest first, empty buckets included. */
  over_time: { at: string; accepted: number; delivered: number; problems: number }[];
  top_reasons: { code: string; text: string; count: number }[];
  spend: { currency: string; amount_micros: number }[];
  /** Median and 95th percentile of accept to delivered, in milliseconds; null when nothing was delivered. */
  delivery_ms: { p50: number; p95: number } | null;
  /** Age of the oldest message that waits for a route, by lane; null when the lane is empty. */
  oldest_waiting_seconds: Record<TrafficClass, number | null>;
  providers_down: { id: string; name: string }[];
  other_environment_count: number;
}

/** `messages.list`: as the public list, in one environment. */
export const ConsoleListMessagesInput = z.strictObject({ ...inEnvironment, query: ListMessagesQuery });
export interface ConsoleMessagePage {
  data: MessageView[];
  next_cursor: string | null;
  /** How many messages the other environment holds, so that an empty list can say so. */
  other_environment_count: number;
}

/** `messages.countNewer`: how many messages fit the filters and are newer than the newest one shown. */
export const CountNewerInput = z.strictObject({
  ...inEnvironment,
  query: ListMessagesQuery,
  newest_id: z.string().nullable(),
});
export interface CountNewerView {
  count: number;
}

/** `messages.read`: one message with its timeline. */
export const ReadMessageInput = z.strictObject({ ...inEnvironment, id: z.string() });
export interface MessageDetailView {
  message: MessageView;
  timeline: Timeline;
}

/** `messages.send`: as the public send. */
export const ConsoleSendInput = z.strictObject({
  ...inEnvironment,
  message: SendMessageRequest,
  idempotency_key: z.string().min(8).max(255),
});
export interface ConsoleSendView {
  id: string;
  state: string;
}

/** `messages.cancel`. */
export const CancelMessageInput = z.strictObject({ ...inEnvironment, id: z.string() });

/** `routing.preview`: the decision for a message, nothing sent. */
export const PreviewInput = z.strictObject({
  ...inEnvironment,
  to: z.string().min(1).max(320),
  channel: Channel,
  class: TrafficClass,
});
export interface PreviewView {
  country: string | null;
  candidates: CandidateView[];
  blocked: string | null;
}

/** `providers.list`. */
export const ListProvidersInput = z.strictObject({ ...inEnvironment });
export interface ProviderView {
  id: string;
  name: string;
  protocol: Protocol;
  environment: Environment;
  enabled: boolean;
  version: number;
  /** Settings without secrets; a secret that is stored reads as the text `stored`. */
  settings: Record<string, unknown>;
  connections: ConnectionSnapshot[];
  /** Seconds since the worker last reported, null when it never did. */
  reported_seconds_ago: number | null;
  routes: number;
}

/** `providers.manifests`: what each protocol needs to be told. */
export interface ManifestView {
  protocol: Protocol;
  channels: Channel[];
  title: string;
  summary: string;
  fields: FormField[];
  receipts: boolean;
}

/** `providers.save`: makes a provider (no id) or changes one (id and version read). A secret left out keeps the stored one. */
export const SaveProviderInput = z.strictObject({
  ...inEnvironment,
  id: z.string().optional(),
  version: z.int().optional(),
  name: z.string().trim().min(1).max(60),
  protocol: Protocol,
  enabled: z.boolean(),
  settings: z.record(z.string(), z.unknown()),
});
export type SaveProviderInput = z.infer<typeof SaveProviderInput>;

/** `routes.list`. */
export const ListRoutesInput = z.strictObject({ ...inEnvironment });
export interface RouteView {
  id: string;
  name: string;
  provider: { id: string; name: string; up: boolean };
  channel: Channel;
  environment: Environment;
  countries: string[];
  prefixes: string[];
  classes: TrafficClass[];
  tier: number;
  weight: number;
  price_micros: number;
  currency: string;
  enabled: boolean;
  version: number;
  /** Attempts of the last 24 hours and how many of them were delivered. */
  attempts_24h: number;
  delivered_24h: number;
}

/** `routes.save`: makes (no id) or changes a route. */
export const SaveRouteInput = z.strictObject({
  ...inEnvironment,
  id: z.string().optional(),
  version: z.int().optional(),
  name: z.string().trim().min(1).max(60),
  provider_id: z.string(),
  channel: Channel,
  countries: z.array(z.string().regex(/^[A-Z]{2}$/)).max(250),
  prefixes: z.array(z.string().regex(/^[1-9]\d{0,14}$/)).max(500),
  classes: z.array(TrafficClass).max(3),
  tier: z.int().min(1).max(9),
  weight: z.int().min(0).max(1000),
  price_micros: z.int().min(0).max(1_000_000_000),
  currency: z.string().regex(/^[A-Z]{3}$/),
  enabled: z.boolean(),
});
export type SaveRouteInput = z.infer<typeof SaveRouteInput>;

/** `routes.saveWeights`: several weights at once; versions guard against two editors. */
export const SaveWeightsInput = z.strictObject({
  ...inEnvironment,
  weights: z
    .array(z.strictObject({ id: z.string(), version: z.int(), weight: z.int().min(0).max(1000) }))
    .min(1)
    .max(200),
});

/** `keys.list`. */
export interface ApiKeyView {
  id: string;
  name: string;
  prefix: string;
  environment: Environment;
  created_at: string;
  last_used_at: string | null;
  revoked_at: string | null;
}
/** `keys.create`: the secret is shown once. */
export const CreateKeyInput = z.strictObject({ ...inEnvironment, name: z.string().trim().min(1).max(60) });
export interface CreatedKeyView {
  key: ApiKeyView;
  secret: string;
}
/** `keys.revoke`. */
export const RevokeKeyInput = z.strictObject({ id: z.string() });

/** `webhooks.list`, and those about one endpoint. */
export const ListWebhooksInput = z.strictObject({ ...inEnvironment });
export const WebhookInput = z.strictObject({ ...inEnvironment, id: z.string() });
/** `webhooks.create`, `webhooks.change`, `webhooks.replay`: the body of the public call, and where. */
export const CreateWebhookInput = z.strictObject({ ...inEnvironment, webhook: CreateWebhookRequest });
export const ChangeWebhookInput = z.strictObject({ ...inEnvironment, id: z.string(), change: UpdateWebhookRequest });
export const ReplayWebhookInput = z.strictObject({ ...inEnvironment, id: z.string(), replay: ReplayWebhookRequest });
/** `webhooks.deliveries`: newest first. */
export const ListDeliveriesInput = z.strictObject({
  ...inEnvironment,
  id: z.string(),
  state: WebhookDeliveryState.optional(),
  cursor: z.string().max(200).nullish(),
});

/** `simulator.handsets`, `simulator.handset`, `simulator.reply`, `simulator.inboxes`, `simulator.inbox`: the virtual phones and mailboxes. */
export const HandsetInput = z.strictObject({ number: z.string().regex(/^\+[1-9]\d{6,14}$/) });
export const ReplyInput = z.strictObject({
  number: z.string().regex(/^\+[1-9]\d{6,14}$/),
  text: z.string().min(1).max(1000),
});
export const InboxInput = z.strictObject({ address: z.string().min(3).max(320) });
export interface HandsetSummary {
  number: string;
  last_at: string;
  count: number;
  last_text: string;
}
export interface HandsetMessage {
  id: string;
  at: string;
  from: string;
  to: string;
  text: string;
  part_count: number;
  encoding: string;
  carrier: string;
}
export interface InboxSummary {
  address: string;
  last_at: string;
  count: number;
  last_subject: string;
}
export interface InboxMessage {
  id: string;
  at: string;
  from: string;
  to: string;
  subject: string;
  text: string | null;
  html: string | null;
  headers: Record<string, string>;
  size_bytes: number;
}
