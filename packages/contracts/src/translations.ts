import { z } from 'zod';
import { printable } from './asked-service.ts';
import { Language } from './countries.ts';
import { headerText, TemplateKey } from './public-api.ts';
import { TemplateBody, type TranslationState } from './templates.ts';
import { Channel } from './words.ts';

/** Most languages that are drafted at once. */
export const DRAFT_LOCALES_MAX = 20;

/** A service that speaks as LibreTranslate does. */
export const TranslationService = z.strictObject({
  url: z
    .string()
    .max(500)
    .regex(
      /^https?:\/\/[^\s?#]+$/,
      'write the address without what comes behind it, such as https://translate.example.com',
    )
    .describe('Where it is reached: `/languages` and `/translate` are asked behind this address.'),
  timeout_ms: z.int().min(200).max(60_000).default(15_000).describe('How long one call may take.'),
  daily_requests: z.int().min(1).max(1_000_000).default(1_000).describe('Most calls in a day (UTC).'),
});
export type TranslationService = z.infer<typeof TranslationService>;

/** Body of `PUT /v1/translation`: the service as a whole. */
export const SetTranslationRequest = z.strictObject({
  version: z
    .int()
    .optional()
    .describe(
      'The version you read: when somebody else was faster you get `conflict`. Left out, what is there is replaced.',
    ),
  enabled: z.boolean(),
  service: TranslationService,
  secret: printable(2000)
    .optional()
    .describe('The API key of the service. Left out it stays as it is; empty it is removed.'),
});
export type SetTranslationRequest = z.infer<typeof SetTranslationRequest>;

/** The service that drafts translations, and how often it was asked today (UTC). */
export const TranslationView = z.object({
  /** 0 while nothing is set. */
  version: z.int(),
  enabled: z.boolean(),
  service: TranslationService.nullable(),
  secret_stored: z.boolean(),
  asked_today: z.int(),
});
export type TranslationView = z.infer<typeof TranslationView>;

/** Body of `POST /v1/templates/{key}/translations`. */
export const DraftTranslationsRequest = z.strictObject({
  locales: z
    .array(Language)
    .min(1)
    .max(DRAFT_LOCALES_MAX)
    .describe(
      'The languages to draft; in each, what every channel says in the default language and not yet there, or there in a text that is `stale`.',
    ),
});
export type DraftTranslationsRequest = z.infer<typeof DraftTranslationsRequest>;

/** What may be done to a drafted text. */
export const TranslationMove = z.enum(['begin', 'accept', 'reject', 'reopen']);
export type TranslationMove = z.infer<typeof TranslationMove>;

/** From where each move leads, and where to; a text that is rejected is taken out of the template. */
export const TRANSLATION_MOVES: Readonly<
  Record<TranslationMove, { from: readonly TranslationState[]; to: 'in_review' | 'reviewed' | null }>
> = {
  begin: { from: ['machine_draft'], to: 'in_review' },
  accept: { from: ['in_review', 'stale'], to: 'reviewed' },
  reject: { from: ['machine_draft', 'in_review', 'stale'], to: null },
  reopen: { from: ['reviewed'], to: 'in_review' },
};

/** Body of `POST /v1/templates/{key}/translations/review`. */
export const ReviewTranslationRequest = z.strictObject({
  version: z.int().min(1).describe('The newest version of the template, a draft.'),
  channel: Channel,
  locale: Language,
  move: TranslationMove,
  body: TemplateBody.optional().describe(
    'With `accept`: what it is to say instead, of the same channel and language. What a version says never changes, so it becomes the next version.',
  ),
  comment: headerText(500).optional(),
});
export type ReviewTranslationRequest = z.infer<typeof ReviewTranslationRequest>;

/** Console: as the public calls. */
export const DraftTranslationsInput = DraftTranslationsRequest.extend({ key: TemplateKey });
export const ReviewTranslationInput = ReviewTranslationRequest.extend({ key: TemplateKey });
