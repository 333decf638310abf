import {
  ApprovalAction,
  ApprovalState,
  CalendarUnit,
  Channel,
  ChannelMode,
  DltCtaType,
  DltKind,
  DltStatus,
  Environment,
  ImportState,
  InboundOutcome,
  KeywordKind,
  KeywordReplyKind,
  MessageState,
  OverCap,
  PersonRequestKind,
  PersonRequestState,
  PrefixAction,
  PrefixOrigin,
  Protocol,
  RateLimitKind,
  Role,
  SecondPersonKind,
  SignInMethod,
  StopScope,
  TemplateState,
  TrafficClass,
  VerificationState,
  WebhookDeliveryState,
  WebhookFailure,
  WebhookOffReason,
  WebhookOrigin,
} from '@signalbox/contracts';
import { pgEnum } from 'drizzle-orm/pg-core';

const values = <Word extends string>(words: readonly Word[]) => words as [Word, ...Word[]];

// The words of the contracts as PostgreSQL enums: four bytes a value, and no other word can be stored.
export const trafficClass = pgEnum('traffic_class', values(TrafficClass.options));
export const channel = pgEnum('channel', values(Channel.options));
export const calendarUnit = pgEnum('calendar_unit', values(CalendarUnit.options));
export const overCap = pgEnum('over_cap', values(OverCap.options));
export const channelMode = pgEnum('channel_mode', values(ChannelMode.options));
export const environment = pgEnum('environment', values(Environment.options));
export const messageState = pgEnum('message_state', values(MessageState.options));
export const protocol = pgEnum('protocol', values(Protocol.options));
export const memberRole = pgEnum('member_role', values(Role.options));
export const signInMethod = pgEnum('sign_in_method', values(SignInMethod.options));
export const receiptVerdict = pgEnum('receipt_verdict', ['enroute', 'delivered', 'undelivered', 'expired', 'unknown']);
export const templateState = pgEnum('template_state', values(TemplateState.options));
export const dltStatus = pgEnum('dlt_status', values(DltStatus.options));
export const dltKind = pgEnum('dlt_kind', values(DltKind.options));
export const dltCtaType = pgEnum('dlt_cta_type', values(DltCtaType.options));
export const rateLimitKind = pgEnum('rate_limit_kind', values(RateLimitKind.options));
export const verificationState = pgEnum('verification_state', values(VerificationState.options));
export const prefixAction = pgEnum('prefix_action', values(PrefixAction.options));
export const prefixOrigin = pgEnum('prefix_origin', values(PrefixOrigin.options));
export const personRequestKind = pgEnum('person_request_kind', values(PersonRequestKind.options));
export const personRequestState = pgEnum('person_request_state', values(PersonRequestState.options));
export const secondPersonKind = pgEnum('second_person_kind', values(SecondPersonKind.options));
export const approvalAction = pgEnum('approval_action', values(ApprovalAction.options));
// An expired one is a waiting one past its last instant: nothing is written when it comes.
export const approvalState = pgEnum('approval_state', values(ApprovalState.exclude(['expired']).options));
export const consentState = pgEnum('consent_state', ['granted', 'withdrawn']);
export const listMemberState = pgEnum('list_member_state', ['pending', 'confirmed', 'withdrawn']);
export const importState = pgEnum('import_state', values(ImportState.options));
export const inboundOutcome = pgEnum('inbound_outcome', values(InboundOutcome.options));
export const keywordKind = pgEnum('keyword_kind', values(KeywordKind.options));
export const keywordReplyKind = pgEnum('keyword_reply_kind', values(KeywordReplyKind.options));
export const stopScope = pgEnum('stop_scope', values(StopScope.options));
export const webhookState = pgEnum('webhook_state', values(WebhookDeliveryState.options));
export const webhookOrigin = pgEnum('webhook_origin', values(WebhookOrigin.options));
export const webhookFailure = pgEnum('webhook_failure', values(WebhookFailure.options));
export const webhookOffReason = pgEnum('webhook_off_reason', values(WebhookOffReason.options));
