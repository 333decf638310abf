import { z } from 'zod';
import type { ReasonCode } from './reasons.ts';

/** Kinds of a content template on India's ledgers; the kind decides what the operator checks and the suffix the handset shows. */
export const DltKind = z.enum(['transactional', 'service_implicit', 'service_explicit', 'promotional', 'government']);
export type DltKind = z.infer<typeof DltKind>;

/** What a placeholder of a template accepts. `var` is the untyped one of templates from before November 2025. */
export const DltTag = z.enum(['var', 'numeric', 'alphanumeric', 'url', 'urlott', 'cbn', 'email']);
export type DltTag = z.infer<typeof DltTag>;

/** How a registration stands at the operator. That one has expired is told by its date, not by a word. */
export const DltStatus = z.enum(['pending', 'active', 'rejected', 'suspended', 'inactive', 'blacklisted']);
export type DltStatus = z.infer<typeof DltStatus>;

/** What may be called to action in a text: the categories of the whitelist. */
export const DltCtaType = z.enum(['static_url', 'dynamic_url', 'short_url', 'apk', 'ott', 'call_back_number', 'email']);
export type DltCtaType = z.infer<typeof DltCtaType>;

/** Ids of India's ledgers are digits, usually 19 of them: text, for they exceed what a number holds exactly. */
export const DltId = z.string().regex(/^[0-9]{10,30}$/, 'write the digits of the id, 10 to 30 of them, without spaces');

/**
 * How an operator compares a text with its template. Sources contradict one another (some ignore spaces and punctuation, some refuse one
 * more comma), so it is data of each entity and strict by default.
 */
export const DltMatching = z.strictObject({
  /** Most characters that one placeholder may hold; adjacent placeholders add up. */
  variable_limit: z.int().min(1).max(1000).default(40),
  /** From more characters than this on the checker warns: some operators refuse them. */
  variable_warn_over: z.int().min(1).max(1000).default(30),
  ignore_case: z.boolean().default(false),
  ignore_spaces: z.boolean().default(false),
  ignore_punctuation: z.boolean().default(false),
  /** Whether `{#alphanumeric#}` takes spaces too: not confirmed by any source. */
  alphanumeric_spaces: z.boolean().default(true),
});
export type DltMatching = z.infer<typeof DltMatching>;

/** The strictest way to compare: what passes it passes everywhere. */
export const STRICT_MATCHING: DltMatching = DltMatching.parse({});

/** What is wrong at one place of a text. */
export const DltMarkKind = z.enum([
  'extra',
  'missing',
  'changed',
  'wrong_case',
  'look_alike',
  'too_long',
  'wrong_kind',
  'empty',
  'not_listed',
]);
export type DltMarkKind = z.infer<typeof DltMarkKind>;

/** One place at which a text and its template differ. Offsets are UTF-16 units; `end` is the first one behind. */
export const DltMark = z.object({
  kind: DltMarkKind,
  start: z.int(),
  end: z.int(),
  /** Line of the text, counted from 1. */
  line: z.int(),
  template_start: z.int(),
  template_end: z.int(),
  /** What the template has there; empty when it has nothing. */
  expected: z.string(),
  /** What the text has there; empty when it has nothing. */
  found: z.string(),
  /** The placeholder, counted from 1 in the order of the template; null for a mark in the fixed text. */
  variable: z.int().nullable(),
  tag: DltTag.nullable(),
  /** Most characters allowed, of `too_long`. */
  limit: z.int().nullable(),
  /** The code by which an operator would refuse it. */
  operator_code: z.string(),
  /** What to do, in one sentence. */
  cure: z.string(),
});
export type DltMark = z.infer<typeof DltMark>;

/** One stretch of an aligned text, in reading order; all stretches together are the text and the whole template. */
export const DltPart = z.object({
  kind: z.enum(['equal', 'ignored', 'extra', 'missing', 'changed', 'variable']),
  start: z.int(),
  end: z.int(),
  found: z.string(),
  expected: z.string(),
  variable: z.int().nullable(),
  tag: DltTag.nullable(),
  /** Which of the marks stands here, counted from 0; null when nothing is wrong. */
  mark: z.int().nullable(),
});
export type DltPart = z.infer<typeof DltPart>;

/** Why a text to India cannot pass, in the order in which it is checked. */
export const DltProblemCode = z.enum([
  'entity_inactive',
  'header_missing',
  'header_unknown',
  'header_inactive',
  'template_unknown',
  'template_inactive',
  'header_not_linked',
  'kind_mismatch',
  'text_mismatch',
  'variable_too_long',
  'link_not_listed',
]);
export type DltProblemCode = z.infer<typeof DltProblemCode>;

/** What stops a text to India: the operator's code it would come back with, our reason, the place and the cure. */
export interface DltProblem {
  code: DltProblemCode;
  operatorCode: string;
  reason: ReasonCode;
  mark: DltMark | null;
  cure: string;
}

/** The ids that travel with a text to India, and what stops it. */
export interface DltFact {
  entityId: string | null;
  /** The bare header as it is submitted; the operator adds prefix and suffix. */
  header: string | null;
  templateId: string | null;
  templateName: string | null;
  kind: DltKind | null;
  problem: DltProblem | null;
}

/** The ids as an adapter puts them on the wire. */
export interface DltIds {
  entityId: string;
  templateId: string;
  /** Ids of the telemarketers behind the entity, the delivery function last. */
  chainIds: readonly string[];
  /** SHA-256 over the ids of the chain, lowercase hex; null when the route has no chain. */
  chainHash: string | null;
}
