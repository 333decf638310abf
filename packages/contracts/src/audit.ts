import { z } from 'zod';
import { Environment } from './words.ts';

/** What somebody did, as `noun.verb` in the past tense. Closed list: a new mutation adds its word here. */
export const AuditAction = z.enum([
  'session.signed_in',
  'session.sign_in_failed',
  'session.signed_out',
  'session.revoked',
  'account.password_changed',
  'account.changed',
  'account.alert_mail_set',
  'member.joined',
  'member.role_changed',
  'member.removed',
  'invitation.created',
  'invitation.withdrawn',
  'key.created',
  'key.rotated',
  'key.revoked',
  'limit.set',
  'limit.lifted',
  'provider.created',
  'provider.changed',
  'route.created',
  'route.changed',
  'route.weight_changed',
  'route.paused',
  'route.pause_lifted',
  'weights.set',
  'weights.approved',
  'weights.rejected',
  'weights.undone',
  'weights.removed',
  'weights.ramp_paused',
  'weights.ramp_resumed',
  'weights.ramp_finished',
  'experiment.started',
  'experiment.stopped',
  'experiment.adopted',
  'success_model.switched',
  'webhook.created',
  'webhook.changed',
  'webhook.secret_rotated',
  'webhook.tested',
  'webhook.replayed',
  'webhook.removed',
  'suppression.added',
  'suppression.lifted',
  'consent.recorded',
  'list.created',
  'list.changed',
  'list.member_added',
  'list.members_imported',
  'import.created',
  'import.started',
  'import.canceled',
  'import.undo_started',
  'import.undone',
  'list.member_confirmed',
  'keyword.saved',
  'keyword.removed',
  'keyword.reply_set',
  'glossary.term_saved',
  'glossary.term_removed',
  'topic.saved',
  'topic.removed',
  'inbound.decided',
  'message.canceled',
  'message.revealed',
  'verification.canceled',
  'prefix.blocked',
  'prefix.allowed',
  'prefix.lifted',
  'fraud_rules.set',
  'workspace.created',
  'workspace.changed',
  'organisation.renamed',
  'organisation.second_factor_set',
  'single_sign_on.set',
  'single_sign_on.removed',
  'country.set',
  'country.removed',
  'sender.set',
  'sender.removed',
  'dlt.stored',
  'dlt.removed',
  'rule.answered',
  'rule.answer_removed',
  'cap.saved',
  'cap.removed',
  'registry.set',
  'registry.removed',
  'registry.asked',
  'prices.imported',
  'prices.undone',
  'exchange_rates.set',
  'exchange_rate.removed',
  'networks.imported',
  'lookup.set',
  'numbers.looked_up',
  'concentration.limit_set',
  'substitutions.set',
  'template.created',
  'template.version_added',
  'template.submitted',
  'template.approved',
  'template.rejected',
  'template.paused',
  'template.resumed',
  'template.drafting_asked',
  'template.translations_drafted',
  'template.translation_begun',
  'template.translation_accepted',
  'template.translation_rejected',
  'template.translation_reopened',
  'translation.set',
  'approval.asked',
  'approval.approved',
  'approval.rejected',
  'approval.withdrawn',
  'approval.used',
  'person.previewed',
  'person.copied',
  'person.erasure_asked',
  'person.erasure_rejected',
  'person.erased',
  'person.restricted',
  'person.restriction_lifted',
  'person.objected',
  'person.rectified',
]);
export type AuditAction = z.infer<typeof AuditAction>;

/** Who acts: a person, an API key, or the installation itself (set-up, and sign-ins that nobody could prove). */
export const AuditActorKind = z.enum(['user', 'key', 'system']);
export type AuditActorKind = z.infer<typeof AuditActorKind>;

/** What was done to: the noun of an action, by its public id. */
export const AuditObjectKind = z.enum([
  'user',
  'invitation',
  'key',
  'limit',
  'provider',
  'route',
  'weights',
  'experiment',
  'success_model',
  'webhook',
  'suppression',
  'consent',
  'list',
  'import',
  'keyword',
  'cap',
  'glossary',
  'topic',
  'inbound',
  'message',
  'verification',
  'prefix',
  'fraud_rules',
  'workspace',
  'organisation',
  'single_sign_on',
  'country',
  'sender',
  'dlt',
  'rule',
  'registry',
  'translation',
  'prices',
  'exchange_rates',
  'networks',
  'concentration',
  'substitutions',
  'template',
  'person',
  'approval',
]);
export type AuditObjectKind = z.infer<typeof AuditObjectKind>;

const fields = z.record(z.string(), z.unknown());

/**
 * One entry of the audit log. `hash` is the SHA-256, in hex, of `prev_hash`, `seq` and the canonical JSON (RFC 8785) of all other fields,
 * joined by line feeds; `prev_hash` is the hash of the entry before, 64 zeros for the first.
 */
export const AuditEntryView = z.object({
  id: z.string(),
  at: z.string(),
  workspace_id: z.string(),
  environment: Environment.nullable(),
  actor: z.object({ kind: AuditActorKind, id: z.string(), name: z.string() }),
  action: AuditAction,
  object: z.object({ kind: AuditObjectKind, id: z.string(), name: z.string() }),
  before: fields.nullable(),
  after: fields.nullable(),
  address: z.string().nullable(),
  request_id: z.string(),
  seq: z.int(),
  prev_hash: z.string(),
  hash: z.string(),
});
export type AuditEntryView = z.infer<typeof AuditEntryView>;

/** The part of an entry that its hash is taken over together with its place in the chain. */
export type AuditEntry = Omit<AuditEntryView, 'seq' | 'prev_hash' | 'hash'>;

/** The hash that stands before the first entry of a chain. */
export const AUDIT_ROOT = '0'.repeat(64);

/** How the hash of an entry is computed, for whoever checks an export without us. */
export const AUDIT_RULE =
  'hash = SHA-256 in hex of prev_hash + "\\n" + seq + "\\n" + the canonical JSON (RFC 8785) of the entry without seq, prev_hash and hash; the first prev_hash is 64 zeros.';

const Instant = z.iso.datetime({ offset: true, error: 'must be an RFC 3339 instant such as 2026-11-23T09:00:00Z' });

/** Filters of the audit log; every one narrows, none means all. */
export const ListAuditQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
  actor_id: z.string().min(1).max(60).optional().describe('Id of a person or an API key.'),
  action: AuditAction.optional(),
  object_kind: AuditObjectKind.optional(),
  object_id: z.string().min(1).max(60).optional().describe('Id of the thing that was changed.'),
  since: Instant.optional(),
  until: Instant.optional(),
});
export type ListAuditQuery = z.infer<typeof ListAuditQuery>;

/** One page of the audit log, newest first. */
export const AuditPage = z.object({ data: z.array(AuditEntryView), next_cursor: z.string().nullable() });
export type AuditPage = z.infer<typeof AuditPage>;

/** Which part of the chain to export: what follows an entry, by its number. */
export const ExportAuditQuery = z.strictObject({
  after: z.coerce.number().int().min(0).default(0).describe('Number of the last entry you have; 0 from the beginning.'),
  limit: z.coerce.number().int().min(1).max(10_000).default(1000),
});
export type ExportAuditQuery = z.infer<typeof ExportAuditQuery>;

const AuditHead = z.object({ seq: z.int(), hash: z.string() });

/** A part of the chain, oldest first, with what it takes to check it without us. */
export const AuditExport = z.object({
  workspace_id: z.string(),
  rule: z.string(),
  /** Where the chain ended when this was read; null while it is empty. */
  head: AuditHead.nullable(),
  data: z.array(AuditEntryView),
  /** The `after` of the next part; null on the last. */
  next_after: z.int().nullable(),
});
export type AuditExport = z.infer<typeof AuditExport>;

/**
 * What a check of the whole chain found. `broken` names the first entry at fault: `changed` does not fit its own hash, `missing` is not
 * there, `moved` fits itself but does not follow the one before it.
 */
export const AuditVerdict = z.object({
  intact: z.boolean(),
  entries: z.int(),
  head: AuditHead.nullable(),
  broken: z
    .object({ seq: z.int(), id: z.string().nullable(), how: z.enum(['changed', 'missing', 'moved']) })
    .nullable(),
  checked_at: z.string(),
});
export type AuditVerdict = z.infer<typeof AuditVerdict>;
