import { z } from 'zod';
import { Money, TemplateKey } from './public-api.ts';
import { Channel, Environment, TrafficClass } from './words.ts';

const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'must be a country code of two letters')
  .nullable()
  .default(null)
  .describe('Only texts to this country; null for each.');

/** When a send over several channels goes by another of its channels first. */
export const SubstitutionRule = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'takes small letters, digits and dashes, at most 40')
    .describe('What the rule is called in records and figures.'),
  enabled: z.boolean().default(true),
  from: Channel.default('sms').describe('The channel the send would begin with.'),
  to: Channel.default('email').describe('The channel that goes first in its place, when the send names it.'),
  country,
  class: TrafficClass.nullable().default(null).describe('Only this class; null for each.'),
  template: TemplateKey.nullable().default(null).describe('Only sends by this template; null for each send.'),
  above: Money.nullable()
    .default(null)
    .describe(
      'Only where the message would cost more than this by `from`, in the currency of the workspace; null whatever it costs.',
    ),
});
export type SubstitutionRule = z.infer<typeof SubstitutionRule>;

/** What the order of channels is chosen from; kept with each send whose order a rule changed, so that the choice is made again from it. */
export interface SubstitutionFacts {
  class: TrafficClass;
  country: string | null;
  template: string | null;
  /** The channels in the order of the caller. */
  channels: readonly Channel[];
  /** What the first channel would cost, if a rule asked. */
  price: Money | null;
  /** The rules up to the one that holds, in their order. */
  rules: readonly SubstitutionRule[];
}

/** Of one rule: the sends it moved since the month began, those that went by the first channel after all, and what the others saved. */
export const SubstitutionSaving = z.object({
  key: z.string(),
  moved: z.int(),
  came_back: z.int(),
  saved: z.array(Money.extend({ amount_micros: z.int() })).describe('By currency; what had no price is not in it.'),
});
export type SubstitutionSaving = z.infer<typeof SubstitutionSaving>;

/** Answer of `GET /v1/routing/substitutions`. */
export const SubstitutionView = z.object({
  version: z.int().describe('Give it with a change, and one that somebody else made meanwhile is not lost.'),
  rules: z.array(SubstitutionRule).describe('The first that fits decides.'),
  currency: z.string().describe('The currency of the workspace, in which `above` is said.'),
  since: z.string().describe('When the month of `savings` began.'),
  savings: z.array(SubstitutionSaving).describe('Rules that moved something this month, those removed since too.'),
});
export type SubstitutionView = z.infer<typeof SubstitutionView>;

/** Body of `PUT /v1/routing/substitutions`. */
export const SetSubstitutionsRequest = z.strictObject({
  version: z.int().min(0).optional().describe('The version that was read; left out, whatever is there is replaced.'),
  rules: z.array(SubstitutionRule).max(50),
});
export type SetSubstitutionsRequest = z.infer<typeof SetSubstitutionsRequest>;

/** Answer of `POST /v1/routing/substitutions/preview`. */
export const SubstitutionPreview = z.object({
  days: z.int(),
  sends: z.int().describe('Sends over several channels of these days that begin with `from` and name `to`.'),
  moved: z.int().describe('Those of them the rule fits, by the prices of today.'),
  unpriced: z
    .int()
    .describe('Those it was not asked for, because `from` has no price there in the currency of the rule.'),
  saving: z
    .object({
      currency: z.string(),
      low_micros: z.int(),
      expected_micros: z.int(),
      high_micros: z.int(),
    })
    .nullable()
    .describe('With its 90 % interval; null where too little is known, and `refused` says why.'),
  refused: z.enum(['nothing_moved', 'too_few_ended', 'no_price']).nullable().describe('Why no saving is told.'),
  ended: z
    .int()
    .describe(
      'Messages by `to` of the last 30 days that ended, by which it is judged how many go by `from` after all.',
    ),
});
export type SubstitutionPreview = z.infer<typeof SubstitutionPreview>;

/** `routing.substitutions`. */
export const SubstitutionsInput = z.strictObject({ environment: Environment });
/** `routing.setSubstitutions`. */
export const ConsoleSetSubstitutionsInput = z.strictObject({
  environment: Environment,
  ...SetSubstitutionsRequest.shape,
});
/** `routing.previewSubstitution`. */
export const ConsolePreviewSubstitutionInput = z.strictObject({ environment: Environment, rule: SubstitutionRule });
