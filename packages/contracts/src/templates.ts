import { z } from 'zod';
import { Language } from './countries.ts';
import { DltId, DltMark } from './dlt.ts';
import { headerText, Slug, TemplateKey, TemplateValue } from './public-api.ts';
import { Channel, TrafficClass } from './words.ts';

/** How a version of a template stands (vocabulary: template approval). */
export const TemplateState = z.enum(['draft', 'submitted', 'approved', 'rejected', 'paused']);
export type TemplateState = z.infer<typeof TemplateState>;

/** What may be done to a version; each leads from one state to another. */
export const TemplateMove = z.enum(['submit', 'approve', 'reject', 'pause', 'resume']);
export type TemplateMove = z.infer<typeof TemplateMove>;

/** Where each move leads, and from where. */
export const TEMPLATE_MOVES: Readonly<Record<TemplateMove, { from: TemplateState; to: TemplateState }>> = {
  submit: { from: 'draft', to: 'submitted' },
  approve: { from: 'submitted', to: 'approved' },
  reject: { from: 'submitted', to: 'rejected' },
  pause: { from: 'approved', to: 'paused' },
  resume: { from: 'paused', to: 'approved' },
};

/** What a variable holds. A date is a day, YYYY-MM-DD; a flag is true or false, to choose between texts by. */
export const TemplateVariableType = z.enum(['text', 'number', 'money', 'date', 'url', 'code', 'flag']);
export type TemplateVariableType = z.infer<typeof TemplateVariableType>;

/** Longest source of one body, and longest text rendered from it, in UTF-16 code units. */
export const TEMPLATE_SOURCE_MAX = 65_536;
/** Most variables of a template. */
export const TEMPLATE_VARIABLES_MAX = 50;
/** Most bodies of a version: channels times languages. */
export const TEMPLATE_BODIES_MAX = 60;

/** A variable of a template: its name, what it holds, and a sample for previews. */
export const TemplateVariable = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'takes a small letter, then small letters, digits and underscores'),
  type: TemplateVariableType,
  sample: TemplateValue.describe('A value of this type, as previews and the reviewer see it.'),
  optional: z
    .boolean()
    .default(false)
    .describe('May be left out by a send: it then prints nothing and counts as false.'),
});
export type TemplateVariable = z.infer<typeof TemplateVariable>;

const source = (max: number) => z.string().min(1).max(max);

/** What a template says by SMS in one language, in Liquid. */
export const SmsTemplateBody = z.strictObject({
  channel: z.literal('sms'),
  locale: Language,
  text: source(4000),
  dlt_template_id: DltId.nullable()
    .default(null)
    .describe(
      'The content template on file for India by which texts of this body go; null lets it be found by the text.',
    ),
});
/** How the body of a mail may be written. */
export const MailFormat = z.enum(['text', 'html', 'mjml']);
export type MailFormat = z.infer<typeof MailFormat>;

/** What a template says by mail in one language, in Liquid: a subject and text, HTML or MJML. What it prints into HTML is escaped. */
export const EmailTemplateBody = z
  .strictObject({
    channel: z.literal('email'),
    locale: Language,
    subject: headerText(998),
    text: source(TEMPLATE_SOURCE_MAX)
      .optional()
      .describe('The text part. Beside `mjml` it may be left out: it is then made from the mail.'),
    html: source(TEMPLATE_SOURCE_MAX).optional().describe('The HTML part; not beside `mjml`.'),
    mjml: source(TEMPLATE_SOURCE_MAX)
      .optional()
      .describe(
        'The mail in MJML, of which the HTML part is made once, when the version is stored. It includes no file and loads no font.',
      ),
  })
  .refine((body) => body.text !== undefined || body.html !== undefined || body.mjml !== undefined, {
    error: 'needs text, html or mjml',
    path: ['text'],
  })
  .refine((body) => body.html === undefined || body.mjml === undefined, {
    error: 'is made from mjml: give one of the two',
    path: ['html'],
  });
/** What a template says by one channel in one language. */
export const TemplateBody = z.discriminatedUnion('channel', [SmsTemplateBody, EmailTemplateBody]);
export type TemplateBody = z.infer<typeof TemplateBody>;

/** What was made of a body in MJML when its version was stored; it is kept with it and never told by the API, for it follows from the source. */
export interface MadeMail {
  html: string;
  text: string;
}
/** A body as a version keeps it. */
export type StoredTemplateBody =
  | Exclude<TemplateBody, { channel: 'email' }>
  | (Extract<TemplateBody, { channel: 'email' }> & { made?: MadeMail });

const content = {
  variables: z.array(TemplateVariable).max(TEMPLATE_VARIABLES_MAX).default([]),
  bodies: z.array(TemplateBody).min(1).max(TEMPLATE_BODIES_MAX),
};

/** What a version says: it never changes, a change is a new version. Body of `POST /v1/templates/{key}/versions`. */
export const TemplateContent = z.strictObject(content);
export type TemplateContent = z.infer<typeof TemplateContent>;

const owned = {
  class: TrafficClass.describe('The class of the messages it is for; a send of another class is refused.'),
  default_locale: Language.describe(
    'The language taken when the one asked for has no body. Each channel has a body in it.',
  ),
};

/** Body of `POST /v1/templates`: a template with its first version, a draft. */
export const CreateTemplateRequest = z.strictObject({
  key: TemplateKey.describe('What sends name it by; it never changes.'),
  name: headerText(100),
  topic: Slug.nullable()
    .default(null)
    .describe('What its messages are about, one of `GET /v1/topics`; a send may name another. Of marketing alone.'),
  ...owned,
  ...content,
});
export type CreateTemplateRequest = z.infer<typeof CreateTemplateRequest>;

/** Who did something to a version. */
export const TemplateActor = z.object({ kind: z.enum(['user', 'key', 'system']), name: z.string(), at: z.string() });
export type TemplateActor = z.infer<typeof TemplateActor>;

/** How a text that a service drafted stands: nobody has looked at it, somebody is at it, somebody answers for it, or it was reviewed beside a text that the default language no longer says. */
export const TranslationState = z.enum(['machine_draft', 'in_review', 'reviewed', 'stale']);
export type TranslationState = z.infer<typeof TranslationState>;

/** A text of a version that a service drafted, who asked for it, and who looked at it. */
export const TemplateTranslation = z.object({
  channel: Channel,
  locale: z.string(),
  state: TranslationState,
  drafted: TemplateActor.describe('Who asked for the draft.'),
  begun: TemplateActor.nullable().describe('Who began to review it.'),
  reviewed: TemplateActor.nullable().describe('Who answers for it.'),
});
export type TemplateTranslation = z.infer<typeof TemplateTranslation>;

/** How the drafting that was asked for last stands. */
export const TemplateDrafting = z.object({
  state: z.enum(['running', 'done', 'failed']),
  asked: TemplateActor,
  locales: z.array(z.string()),
  version: z.int().nullable().describe('The version that was made of the drafts; null when none was.'),
  faults: z
    .array(z.object({ channel: Channel, locale: z.string(), message: z.string() }))
    .describe('What could not be drafted, and why.'),
  message: z.string().nullable().describe('Why nothing was drafted at all.'),
});
export type TemplateDrafting = z.infer<typeof TemplateDrafting>;

const translations = z
  .array(TemplateTranslation)
  .describe(
    'Its texts that a service drafted. Until each is reviewed the version is not submitted, approved or sent; one that was reviewed is `stale` once the text it stands for says something else in the default language.',
  );

/** A version as lists show it. */
export const TemplateVersionSummary = z.object({
  version: z.int(),
  state: TemplateState,
  created: TemplateActor,
  submitted: TemplateActor.nullable(),
  /** Who approved, rejected, paused or resumed it last. */
  decided: TemplateActor.nullable(),
  /** What was said with the last move. */
  comment: z.string().nullable(),
  last_used_at: z.string().nullable(),
});
export type TemplateVersionSummary = z.infer<typeof TemplateVersionSummary>;

/** A version with what it says. */
export const TemplateVersionView = TemplateVersionSummary.extend({ ...content, translations });
export type TemplateVersionView = z.infer<typeof TemplateVersionView>;

/** A template as lists show it. */
export const TemplateView = z.object({
  key: z.string(),
  name: z.string(),
  class: TrafficClass,
  default_locale: z.string(),
  topic: z.string().nullable(),
  /** The version that live sends go by: the newest approved one; null while there is none. */
  live_version: z.int().nullable(),
  /** The newest version and how it stands. */
  version: z.int(),
  state: TemplateState,
  /** Of the newest version. */
  channels: z.array(Channel),
  locales: z.array(z.string()),
  unreviewed: z
    .array(z.string())
    .describe('Languages of the newest version with a text that a service drafted and nobody reviewed as it stands.'),
  stale: z
    .array(z.string())
    .describe('Those of them with a text that was reviewed before the default language said something else.'),
  last_used_at: z.string().nullable(),
  created_at: z.string(),
});
export type TemplateView = z.infer<typeof TemplateView>;

/** A template with all of its versions, the newest first, and what the newest says. */
export const TemplateDetail = TemplateView.extend({
  content: TemplateContent,
  translations,
  drafting: TemplateDrafting.nullable(),
  versions: z.array(TemplateVersionSummary),
});
export type TemplateDetail = z.infer<typeof TemplateDetail>;

/** Query of `GET /v1/templates`. */
export const ListTemplatesQuery = z.strictObject({
  search: z.string().trim().max(100).default('').describe('Text to be found in the key or the name.'),
  state: TemplateState.optional().describe('How the newest version stands.'),
  class: TrafficClass.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
});
export type ListTemplatesQuery = z.infer<typeof ListTemplatesQuery>;

/** One page of templates, the newest first. */
export const TemplatePage = z.object({ data: z.array(TemplateView), next_cursor: z.string().nullable() });
export type TemplatePage = z.infer<typeof TemplatePage>;

/** Body of a move: what is to be said with it. A rejection must say why. */
export const MoveTemplateRequest = z.strictObject({ comment: headerText(500).optional() });
export type MoveTemplateRequest = z.infer<typeof MoveTemplateRequest>;

/** Body of `POST /v1/templates/preview`: a content that need not be stored, and values; those left out are the samples. */
export const PreviewTemplateRequest = z.strictObject({
  ...owned,
  ...content,
  values: z.record(z.string().max(64), TemplateValue).default({}),
});
export type PreviewTemplateRequest = z.infer<typeof PreviewTemplateRequest>;

/** How a rendered text is split. */
export const TemplateSegments = z.object({
  encoding: z.enum(['gsm7', 'ucs2']),
  units: z.int(),
  parts: z.int(),
  units_in_last_part: z.int(),
  units_per_part: z.int(),
  /** Parts with the shortest value of every variable. */
  parts_at_least: z.int(),
  /** The characters that force UCS-2, each with what may stand in its place. */
  forcing: z.array(z.object({ character: z.string(), suggestion: z.string().nullable() })),
  /** Parts when every suggestion is taken. */
  parts_replaced: z.int(),
});
export type TemplateSegments = z.infer<typeof TemplateSegments>;

/** What India's operators would say of a rendered text; null where nothing is asked. */
export const TemplateDltCheck = z.object({
  passes: z.boolean(),
  template_id: z.string().nullable(),
  template_name: z.string().nullable(),
  template_text: z.string().nullable(),
  cure: z.string().nullable(),
  marks: z.array(DltMark),
});
export type TemplateDltCheck = z.infer<typeof TemplateDltCheck>;

/** Bytes from which on Gmail cuts a mail and hides the rest. */
export const MAIL_CUT_BYTES = 102 * 1024;

/** One thing that is looked at in a mail: its length, where links lead, the link that stops marketing, words for images, colours, a text part. */
export const MailCheck = z.object({
  name: z.enum(['size', 'links', 'unsubscribe', 'images', 'contrast', 'text_part']),
  state: z.enum(['good', 'warn', 'bad']),
  /** What it was found at: links, images, texts with their colours. */
  found: z.array(z.string()),
});
export type MailCheck = z.infer<typeof MailCheck>;

/** What mailboxes and readers will make of a mail. None of it keeps it from being sent. */
export const TemplateMailLooks = z.object({
  /** Of the HTML part, else of the text. */
  bytes: z.int(),
  /** Where its links lead. */
  link_domains: z.array(z.string()),
  checks: z.array(MailCheck),
});
export type TemplateMailLooks = z.infer<typeof TemplateMailLooks>;

/** From how much more than the default language on a text is said to be longer, in percent. */
export const LONGER_PERCENT = 50;

/** What a body says differently from the one of its channel in the default language: what a translation forgot, or grew by. */
export const TemplateBeside = z.object({
  /** Variables that one of the two uses and the other does not. */
  missing: z.array(z.string()),
  added: z.array(z.string()),
  /** How much longer what it says is, in percent; negative when it is shorter. */
  longer_percent: z.int(),
  /** Terms of the glossary that the default language says and this one does not, each with what it must say. */
  terms: z.array(z.object({ term: z.string(), expected: z.string() })),
  /** Parts of a text more than those of the default language. */
  more_parts: z.int(),
});
export type TemplateBeside = z.infer<typeof TemplateBeside>;

/** One body as a person would get it. */
export const TemplateRendering = z.object({
  channel: Channel,
  locale: z.string(),
  subject: z.string().nullable(),
  text: z.string().nullable(),
  html: z.string().nullable(),
  segments: TemplateSegments.nullable(),
  mail: TemplateMailLooks.nullable(),
  beside: TemplateBeside.nullable().describe('Beside the body in the default language; null for that one itself.'),
  dlt: TemplateDltCheck.nullable(),
});
export type TemplateRendering = z.infer<typeof TemplateRendering>;

/** Something that is wrong with a field of a content. */
export const TemplateFault = z.object({
  path: z.string(),
  code: z.string(),
  message: z.string(),
  line: z.int().nullable().describe('The line of the source, counted from 1; null where no one line is at fault.'),
});

/** A content as it would go out, body by body in its order; what cannot is told by field. */
export const TemplatePreview = z.object({
  renderings: z.array(TemplateRendering),
  errors: z.array(TemplateFault),
  warnings: z
    .array(TemplateFault)
    .describe('What keeps nothing from being sent: links to domains that are not allowed.'),
  /** What one part costs by the routes of the workspace and the price lists in force; null when none is known. */
  price_per_part: z.object({ currency: z.string(), lowest_micros: z.int(), highest_micros: z.int() }).nullable(),
});
export type TemplatePreview = z.infer<typeof TemplatePreview>;

/** Console: as the public calls; both environments share the templates. */
export const ReadTemplateInput = z.strictObject({ key: TemplateKey });
export const ReadTemplateVersionInput = z.strictObject({ key: TemplateKey, version: z.int().min(1) });
export const AddTemplateVersionInput = z.strictObject({ key: TemplateKey, content: TemplateContent });
export const SubmitTemplateInput = ReadTemplateVersionInput.extend(MoveTemplateRequest.shape);
/** `templates.decide`: everything but the submission, which is its author's. */
export const DecideTemplateInput = SubmitTemplateInput.extend({ move: TemplateMove.exclude(['submit']) });
