import { z } from 'zod';
import { SaveCap } from './caps.ts';
import type { ConnectionSnapshot, FormField } from './channel.ts';
import { AnswerRuleRequest, CheckComplianceRequest } from './compliance.ts';
import { ConsentAsOfQuery, RecordConsentRequest } from './consents.ts';
import { SetCountryRequest } from './countries.ts';
import { AddPrefixRequest, ListPrefixesQuery, SetFraudRulesRequest } from './fraud.ts';
import {
  AddImportPartRequest,
  CreateImportRequest,
  ImportErrorsQuery,
  ListImportsQuery,
  StartImportRequest,
} from './imports.ts';
import { ListInboundQuery, SaveKeyword, SaveKeywordReply } from './keywords.ts';
import { ListMessagesQuery, type MessageView } from './message-view.ts';
import { AddMemberRequest, ChangeListRequest, CreateListRequest, ListMembersQuery } from './opt-in-lists.ts';
import type { SecondFactorNeed } from './people.ts';
import { type Permission, type Role, Scope } from './permissions.ts';
import {
  DecideErasureRequest,
  ErasePersonRequest,
  ExportPersonRequest,
  FindPersonRequest,
  LiftRestrictionRequest,
  ListPersonRequestsQuery,
  ObjectRequest,
  RestrictPersonRequest,
  VerifyCertificateRequest,
} from './person-rights.ts';
import { headerText, PreviewRequest, SendMessageRequest, SendToChannelsRequest } from './public-api.ts';
import { RectifyPersonRequest } from './rectification.ts';
import { ListRequestsQuery } from './requests.ts';
import { SuppressRequest } from './suppressions.ts';
import type { RoutingPreview, Timeline } from './timeline.ts';
import { CheckVerificationRequest, ListVerificationsQuery, StartVerificationRequest } from './verification.ts';
import { CreateWebhookRequest, ReplayWebhookRequest, UpdateWebhookRequest, WebhookDeliveryState } from './webhooks.ts';
import { Channel, Environment, Protocol, type RateLimitKind, TrafficClass } from './words.ts';
import { WorkspaceName, WorkspaceSettings } from './workspace.ts';

/**
 * The procedures of the console (tRPC): inputs as schemas, outputs as types. The router in apps/api implements exactly these;
 * the workspace comes from the session, never from an input.
 */
const inEnvironment = { environment: Environment };

/** `session.me`: who is signed in and where. */
export interface SessionView {
  user: { id: string; name: string; email: string };
  workspace: { id: string; name: string; time_zone: string; default_currency: string };
  /** Every workspace the person may switch to, this one included, by organisation and name. */
  workspaces: WorkspaceChoice[];
  role: Role;
  /** What the role may do, by the permission table. */
  permissions: Permission[];
  environments: Environment[];
  /** Whether this installation runs with the virtual carriers. */
  has_simulator: boolean;
  /** What must be done before anything else is answered here; null when nothing must. */
  second_factor_needed: SecondFactorNeed | null;
}

export interface WorkspaceChoice {
  id: string;
  name: string;
  organisation: string;
  role: Role;
}

/** `session.switch`: the session works in another workspace from now on, in every tab. */
export const SwitchWorkspaceInput = z.strictObject({ id: z.string().max(60) });

/** `workspace.save`. */
export const SaveWorkspaceInput = WorkspaceSettings;
export type SaveWorkspaceInput = z.infer<typeof SaveWorkspaceInput>;
/** `organisation.rename`: for all its workspaces. */
export const RenameOrganisationInput = z.strictObject({ name: WorkspaceName });
/** `organisation.addWorkspace`: empty, owned by whoever makes it; the session goes on in it. */
export const AddWorkspaceInput = z.strictObject({ name: WorkspaceName });

/** `countries.set`, `countries.remove`: as the public calls. The list takes no input: both environments share it. */
export const ConsoleSetCountryInput = z.strictObject({ country: z.string().max(20), settings: SetCountryRequest });
export const RemoveCountryInput = z.strictObject({ country: z.string().max(20) });

/** `compliance.check`: as the public check. The packs and answers are those of the whole workspace. */
export const CheckComplianceInput = z.strictObject({ ...inEnvironment, message: CheckComplianceRequest });
export const ReadPackInput = z.strictObject({ country: z.string().max(20) });
export const ConsoleAnswerRuleInput = z.strictObject({ rule: z.string().max(60), answer: AnswerRuleRequest });
export const RemoveRuleAnswerInput = z.strictObject({ rule: z.string().max(60) });

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

/** What a workspace does on its way to the first live messages, in the order it is best done. */
export const ONBOARDING_STEPS = ['key', 'call', 'delivered', 'webhook', 'verification', 'live', 'teammate'] as const;
export type OnboardingStep = (typeof ONBOARDING_STEPS)[number];
/** `onboarding.read`: the same in both environments, by what really happened. */
export const OnboardingInput = z.strictObject({ ...inEnvironment });
export interface OnboardingView {
  /** When each step happened first; null when it has not. */
  steps: { step: OnboardingStep; done_at: string | null }[];
  /** From the making of the workspace to its first delivered message; null before. */
  first_delivered_seconds: number | null;
  /** Since when the list is put away for everybody. */
  closed_at: string | null;
}
/** `onboarding.close`: puts the list away for everybody, or takes it out again. */
export const CloseOnboardingInput = z.strictObject({ closed: z.boolean() });

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
  /** Whether addresses are hidden from the role of whoever looks. */
  is_masked: boolean;
}

/** `messages.send`: as the public send. */
export const ConsoleSendInput = z.strictObject({
  ...inEnvironment,
  message: z.union([SendMessageRequest, SendToChannelsRequest]),
  idempotency_key: z.string().min(8).max(255),
});
export interface ConsoleSendView {
  id: string;
  state: string;
}

/** `messages.cancel`. */
export const CancelMessageInput = z.strictObject({ ...inEnvironment, id: z.string() });

/** `verifications.list`: as the public list, in one environment. */
export const ConsoleListVerificationsInput = z.strictObject({ ...inEnvironment, query: ListVerificationsQuery });

/** `verifications.figures`. */
export const VerificationFiguresInput = z.strictObject({ ...inEnvironment });

/** `verifications.start`: as the public start. */
export const ConsoleStartVerificationInput = z.strictObject({
  ...inEnvironment,
  verification: StartVerificationRequest,
  idempotency_key: z.string().min(8).max(255),
});

/** `verifications.check`: as the public check. */
export const ConsoleCheckVerificationInput = CheckVerificationRequest.extend({ ...inEnvironment, id: z.string() });

/** `verifications.read`, `verifications.cancel`. */
export const ConsoleVerificationInput = z.strictObject({ ...inEnvironment, id: z.string() });

/** `fraud.prefixes`: as the public list, in one environment. */
export const ConsoleListPrefixesInput = z.strictObject({ ...inEnvironment, query: ListPrefixesQuery });
/** `fraud.addPrefix`: as the public call. */
export const ConsoleAddPrefixInput = z.strictObject({ ...inEnvironment, prefix: AddPrefixRequest });
/** `fraud.liftPrefix`. */
export const LiftPrefixInput = z.strictObject({ ...inEnvironment, id: z.string() });
/** `fraud.spent`: what codes have cost in the hours and days that run now, as far as a limit is set. */
export const FraudSpentInput = z.strictObject({ ...inEnvironment });
export interface FraudSpentView {
  /** ISO 3166-1 alpha-2; null for the workspace as a whole. */
  country: string | null;
  window_seconds: number;
  used_micros: number;
  currency: string;
}
/** `fraud.setRules`: as the public call. Live and sandbox share the rules. */
export const ConsoleSetFraudRulesInput = z.strictObject({ rules: SetFraudRulesRequest });

/** `routing.preview`: as the public preview. */
export const PreviewInput = z.strictObject({ ...inEnvironment, message: PreviewRequest });
export type PreviewView = RoutingPreview;

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
  /** What it may do; null is read by `scopesOf`. */
  scopes: Scope[] | null;
  /** Where it may be used from (CIDR); null is everywhere. */
  allowed_networks: string[] | null;
  state: 'active' | 'expired' | 'revoked';
  created_at: string;
  last_used_at: string | null;
  expires_at: string | null;
  /** Until when the secret before the last rotation works; null when none does. */
  previous_until: string | null;
  revoked_at: string | null;
}
/** `keys.create`: the secret is shown once. Nothing said of scopes, networks or days means the usual scopes (`scopesOf`), everywhere, for ever. */
export const CreateKeyInput = z.strictObject({
  ...inEnvironment,
  name: z.string().trim().min(1).max(60),
  scopes: z
    .array(Scope)
    .min(1)
    .transform((scopes) => [...new Set(scopes)])
    .nullable()
    .default(null),
  allowed_networks: z.array(z.string().trim().max(50)).min(1).max(100).nullable().default(null),
  expires_in_days: z.int().min(1).max(3650).nullable().default(null),
});
export type CreateKeyInput = z.infer<typeof CreateKeyInput>;
export interface CreatedKeyView {
  key: ApiKeyView;
  secret: string;
}
/** `keys.rotate`: a new secret for a key; the old one works on for the overlap, at most seven days. */
export const RotateKeyInput = z.strictObject({ id: z.string(), overlap_hours: z.int().min(0).max(168).default(24) });
export type RotateKeyInput = z.infer<typeof RotateKeyInput>;
/** `keys.revoke`. */
export const RevokeKeyInput = z.strictObject({ id: z.string() });

/** `limits.list`. */
export const ListRateLimitsInput = z.strictObject(inEnvironment);
export interface RateLimitView {
  id: string;
  environment: Environment;
  kind: RateLimitKind;
  /** The key a limit of kind `key` is of. */
  api_key: { id: string; name: string } | null;
  /** ISO 3166-1, of kind `country`. */
  country: string | null;
  /** Messages (or calls that send none) a second on average. */
  per_second: number;
  /** As many at once. */
  burst: number;
}
const rate = { per_second: z.number().min(0.01).max(100_000), burst: z.int().min(1).max(1_000_000) };
/** `limits.set`: one limit for each key, country and workspace; setting it again changes it. */
export const SetRateLimitInput = z.strictObject({
  ...inEnvironment,
  limit: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('key'), api_key: z.string(), ...rate }),
    z.strictObject({ kind: z.literal('workspace'), ...rate }),
    z.strictObject({ kind: z.literal('country'), country: z.string().regex(/^[A-Z]{2}$/), ...rate }),
  ]),
});
export type SetRateLimitInput = z.infer<typeof SetRateLimitInput>;
/** `limits.remove`. */
export const RemoveRateLimitInput = z.strictObject({ id: z.string() });
const address = z.string().min(1).max(320);
/** `consents.list`, `consents.asOf`, `consents.record`, `consents.proof`: as the public calls. */
export const ConsoleListConsentsInput = z.strictObject({ ...inEnvironment, address, channel: Channel.optional() });
export const ConsoleAsOfInput = z.strictObject({ ...inEnvironment, query: ConsentAsOfQuery });
export const ConsoleRecordConsentInput = z.strictObject({ ...inEnvironment, consent: RecordConsentRequest });
export const ConsentProofInput = z.strictObject({ ...inEnvironment, id: z.string().max(60) });

/** `people.find`, `people.export`, `people.erase`, `people.requests`, `people.certificate`, `people.verify`, `people.kept`: as the public calls. */
export const ConsoleFindPersonInput = z.strictObject({ ...inEnvironment, person: FindPersonRequest });
export const ConsoleExportPersonInput = z.strictObject({ ...inEnvironment, person: ExportPersonRequest });
export const ConsolePersonRequestsInput = z.strictObject({ ...inEnvironment, ...ListPersonRequestsQuery.shape });
export const ConsoleRestrictPersonInput = z.strictObject({ ...inEnvironment, person: RestrictPersonRequest });
export const ConsoleLiftRestrictionInput = z.strictObject({
  ...inEnvironment,
  id: z.string().max(60),
  lift: LiftRestrictionRequest,
});
export const ConsoleRectifyPersonInput = z.strictObject({ ...inEnvironment, person: RectifyPersonRequest });
export const ConsoleObjectInput = z.strictObject({ ...inEnvironment, person: ObjectRequest });
export const ConsoleErasePersonInput = z.strictObject({ ...inEnvironment, person: ErasePersonRequest });
export const ConsoleCertificateInput = z.strictObject({ ...inEnvironment, id: z.string().max(60) });
export const ConsoleVerifyCertificateInput = z.strictObject({ ...inEnvironment, check: VerifyCertificateRequest });
/** `people.decide`: what the second person says of an erasure that waits. */
export const ConsoleDecideErasureInput = z.strictObject({ ...inEnvironment, answer: DecideErasureRequest });
export const ConsoleKeptInput = z.strictObject(inEnvironment);

/** `lists.list` and what is done with one list: as the public calls. */
export const ConsoleListsInput = z.strictObject(inEnvironment);
export const ConsoleCreateListInput = z.strictObject({ ...inEnvironment, list: CreateListRequest });
const oneList = { ...inEnvironment, id: z.string().max(60) };
export const ConsoleListInput = z.strictObject(oneList);
export const ConsoleChangeListInput = z.strictObject({ ...oneList, change: ChangeListRequest });
export const ConsoleMembersInput = z.strictObject({ ...oneList, query: ListMembersQuery });
export const ConsoleAddMemberInput = z.strictObject({ ...oneList, member: AddMemberRequest });

/** Imports of files: as the public calls. */
export const ConsoleImportsInput = z.strictObject({ ...inEnvironment, query: ListImportsQuery });
export const ConsoleCreateImportInput = z.strictObject({ ...inEnvironment, file: CreateImportRequest });
export const ConsoleImportInput = z.strictObject(oneList);
export const ConsoleAddImportPartInput = z.strictObject({ ...oneList, part: AddImportPartRequest });
export const ConsoleStartImportInput = z.strictObject({ ...oneList, start: StartImportRequest });
export const ConsoleImportErrorsInput = z.strictObject({ ...oneList, query: ImportErrorsQuery });

/** `caps.*`: the frequency caps of an environment. */
export const ConsoleCapsInput = z.strictObject({ ...inEnvironment });
export const ConsolePreviewCapInput = z.strictObject({ ...inEnvironment, cap: SaveCap });
export const ConsoleSaveCapInput = z.strictObject({ ...inEnvironment, id: z.string().optional(), cap: SaveCap });
export const ConsoleCapInput = z.strictObject({ ...inEnvironment, id: z.string() });

/** `keywords.*`: the words people write and what answers them, and the texts they sent. */
export const ConsoleKeywordsInput = z.strictObject(inEnvironment);
export const ConsoleAddKeywordInput = z.strictObject({ ...inEnvironment, keyword: SaveKeyword });
export const ConsoleKeywordInput = z.strictObject({ ...inEnvironment, id: z.string().max(60) });
export const ConsoleSetReplyInput = z.strictObject({ ...inEnvironment, reply: SaveKeywordReply });
export const ConsoleListInboundInput = z.strictObject({ ...inEnvironment, query: ListInboundQuery });
export const ConsoleDecideInboundInput = z.strictObject({
  ...inEnvironment,
  id: z.string().max(60),
  is_stop: z.boolean(),
});

/** `suppressions.list`, `suppressions.add`; `suppressions.remove` says why, for the audit log. */
export const ConsoleListSuppressionsInput = z.strictObject({
  ...inEnvironment,
  limit: z.int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
  address: address.optional(),
});
export const ConsoleSuppressInput = z.strictObject({ ...inEnvironment, suppression: SuppressRequest });
export const ConsoleLiftSuppressionInput = z.strictObject({
  ...inEnvironment,
  id: z.string().max(60),
  reason: headerText(200),
});

/** `requests.list`, `requests.get`: the calls of the public API, as the public list has them. */
export const ConsoleListRequestsInput = z.strictObject({ ...inEnvironment, query: ListRequestsQuery });
export const RequestInput = z.strictObject({ ...inEnvironment, id: z.string() });

/** `playground.read`: what the public API can do, and where callers reach it. */
export interface PlaygroundView {
  /** Paths and components of the OpenAPI document. */
  document: { paths: Record<string, Record<string, unknown>>; components: { schemas: Record<string, unknown> } };
  base_url: string;
}
/** `playground.run`: one call of the public API as the person signed in, in the environment chosen. `body` is sent as it is. */
export const PlaygroundCallInput = z.strictObject({
  ...inEnvironment,
  operation: z.string().regex(/^[A-Za-z]{1,60}$/),
  path: z.record(z.string().max(60), z.string().max(100)).default({}),
  query: z.record(z.string().max(60), z.string().max(500)).default({}),
  idempotency_key: z.string().max(255).optional(),
  body: z.string().max(1_000_000).optional(),
});
export interface PlaygroundAnswer {
  status: number;
  request_id: string;
  duration_ms: number;
  headers: Record<string, string>;
  /** The text of the answer, `""` when it has none. */
  body: string;
}

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
  /** Of a call; null for a text. What was spoken stands in `text`. */
  call: { outcome: 'answered' | 'no-answer' | 'busy'; language: string } | null;
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
