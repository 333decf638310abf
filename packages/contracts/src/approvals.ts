import { z } from 'zod';
import { AnswerRuleRequest } from './compliance.ts';
import { FindPersonRequest, type PersonActor, type PersonRequestView } from './person-rights.ts';
import { headerText } from './public-api.ts';
import type { WeightChangeView, WeightScope } from './route-weights.ts';
import { SetSenderRequest } from './senders.ts';
import { Environment, type TrafficClass } from './words.ts';

/** What a workspace may have approved by a second person. */
export const SecondPersonKind = z.enum(['templates', 'erasures', 'senders', 'packs', 'exports', 'reveals']);
export type SecondPersonKind = z.infer<typeof SecondPersonKind>;

/** What is asked for, and takes force when a second person approves it. */
export const ApprovalAction = z.enum([
  'sender.set',
  'sender.removed',
  'rule.answered',
  'rule.answer_removed',
  'export.person',
  'export.list',
  'export.audit',
  'export.consent_proof',
  'reveal.message',
]);
export type ApprovalAction = z.infer<typeof ApprovalAction>;

/** How a request stands; an approved export or reveal may be fetched while it is usable. */
export const ApprovalState = z.enum(['waiting', 'approved', 'rejected', 'withdrawn', 'expired']);
export type ApprovalState = z.infer<typeof ApprovalState>;

/** How long a request waits for a second person, in days. */
export const APPROVAL_WAITS_DAYS = 7;
/** How long an approved export may be fetched, and an approved address seen, in hours. */
export const APPROVAL_LASTS_HOURS = 24;

const ruleId = z.string().max(60);
const asking = <Action extends ApprovalAction>(action: Action) => ({ action: z.literal(action) });
const askingFor = <Wanted extends z.ZodType>(wanted: Wanted) =>
  z.strictObject({
    reason: headerText(200).describe('Why, for whoever decides and for the audit log.'),
    wanted,
  });

/** Console: asks for a change of a sender. */
export const AskSenderInput = askingFor(
  z.discriminatedUnion('action', [
    z.strictObject({ ...asking('sender.set'), id: z.string().max(60).optional(), sender: SetSenderRequest }),
    z.strictObject({ ...asking('sender.removed'), id: z.string().max(60) }),
  ]),
);
/** Console: asks for a change of how the workspace reads a rule. */
export const AskRuleInput = askingFor(
  z.discriminatedUnion('action', [
    z.strictObject({ ...asking('rule.answered'), rule: ruleId, answer: AnswerRuleRequest }),
    z.strictObject({ ...asking('rule.answer_removed'), rule: ruleId }),
  ]),
);
/** Console: asks for a copy of what is held about a person. */
export const AskPersonCopyInput = askingFor(
  z.strictObject({ ...asking('export.person'), environment: Environment, person: FindPersonRequest }),
);
/** Console: asks for the file of everybody of a list. */
export const AskListExportInput = askingFor(
  z.strictObject({ ...asking('export.list'), environment: Environment, id: z.string().max(60) }),
);
/** Console: asks for the file of the audit log. */
export const AskAuditExportInput = askingFor(z.strictObject(asking('export.audit')));
/** Console: asks for the proof of an entry of the consent ledger. */
export const AskConsentProofInput = askingFor(
  z.strictObject({ ...asking('export.consent_proof'), environment: Environment, id: z.string().max(60) }),
);
/** Console: asks to see the address a message went to. */
export const AskRevealInput = askingFor(
  z.strictObject({ ...asking('reveal.message'), environment: Environment, id: z.string().max(60) }),
);
/** `messages.reveal`: the address one message went to, for a reason. */
export const RevealRecipientInput = z.strictObject({
  environment: Environment,
  id: z.string().max(60),
  reason: headerText(200),
});
export interface RevealedRecipient {
  to: string;
}

/** A change that takes force when it is approved. */
export type ApprovalChange = z.infer<typeof AskSenderInput>['wanted'] | z.infer<typeof AskRuleInput>['wanted'];
/** What somebody asks for, whatever it is. */
export type ApprovalWanted =
  | ApprovalChange
  | z.infer<typeof AskPersonCopyInput>['wanted']
  | z.infer<typeof AskListExportInput>['wanted']
  | z.infer<typeof AskAuditExportInput>['wanted']
  | z.infer<typeof AskConsentProofInput>['wanted']
  | z.infer<typeof AskRevealInput>['wanted'];

/** Console: what the second person says; what is rejected says why. */
export const DecideApprovalInput = z.discriminatedUnion('decision', [
  z.strictObject({ id: z.string().max(60), decision: z.literal('approve') }),
  z.strictObject({ id: z.string().max(60), decision: z.literal('reject'), comment: headerText(500) }),
]);
export type DecideApprovalInput = z.infer<typeof DecideApprovalInput>;
/** Console: a request by its id. */
export const ApprovalInput = z.strictObject({ id: z.string().max(60) });

/** What one person asked for and another decides. */
export interface ApprovalRequestView {
  id: string;
  action: ApprovalAction;
  state: ApprovalState;
  /** Null for what live and sandbox share. */
  environment: Environment | null;
  /** What it is about: its public id (of a person the keyed hash), null for what is not there yet, and what people call it. */
  object: { id: string | null; name: string };
  reason: string;
  /** What changes, as the audit log will tell it; both null for an export and a reveal. */
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  asked_by: z.infer<typeof PersonActor>;
  decided_by: z.infer<typeof PersonActor> | null;
  /** Why it was rejected. */
  comment: string | null;
  created_at: string;
  /** Whoever decides does it before. */
  expires_at: string;
  ended_at: string | null;
  /** Until when an approved export may be fetched, or an address seen. */
  usable_until: string | null;
}

/** What waits for the word of a person: who asked, since when, and why the one who looks may not decide; null when they may. */
interface WaitingApproval {
  id: string;
  asked_by: string;
  at: string;
  /** `own`: they asked for it themselves and the workspace wants a second person; `role`: their role does not decide it. */
  hindrance: 'own' | 'role' | null;
}

/** A version of a template that was submitted. */
export interface TemplateApproval extends WaitingApproval {
  kind: 'template';
  key: string;
  name: string;
  class: TrafficClass;
  version: number;
  /** The version that is live now; null for a first one. */
  live_version: number | null;
}

/** Weights that learning or a person proposes. */
export interface WeightsApproval extends WaitingApproval {
  kind: 'weights';
  environment: Environment;
  scope: WeightScope;
  change: WeightChangeView;
}

/** An erasure that a person asked for. */
export interface ErasureApproval extends WaitingApproval {
  kind: 'erasure';
  request: PersonRequestView;
}

/** A change or an export that somebody asked for. */
export interface RequestedApproval extends WaitingApproval {
  kind: 'request';
  request: ApprovalRequestView;
}

/** One thing that waits, the oldest first. */
export type ApprovalView = TemplateApproval | WeightsApproval | ErasureApproval | RequestedApproval;
