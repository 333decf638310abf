import { z } from 'zod';
import { RoutingDecision } from './timeline.ts';
import { Channel, ChannelMode, Environment, MessageState, TrafficClass } from './words.ts';

/** Longest SMS text taken, in UTF-16 code units: ten parts of GSM-7. */
export const SMS_TEXT_MAX = 1530;
/** Longest mail body taken, in UTF-16 code units, for text and for HTML each. */
export const EMAIL_BODY_MAX = 512 * 1024;
/** Most messages in one batch call. */
export const BATCH_MAX = 1000;
/** Longest validity of a message, in seconds: three days. */
export const VALIDITY_MAX_SECONDS = 259_200;
/** Furthest instant a message may be scheduled, in seconds from now: 90 days. */
export const SCHEDULE_MAX_SECONDS = 90 * 86_400;

/** Whether a text can be kept: a lone surrogate cannot be written in UTF-8 and NUL cannot be stored; both are refused by name, never repaired in silence. */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000');
const storable = (schema: z.ZodString) =>
  schema.refine(isStorable, { error: 'must be well-formed Unicode without NUL characters' });
/** Text of one line: header fields must not be able to start another header (OWASP ASVS 5.0, 1.3.11). */
export const headerText = (max: number) =>
  storable(z.string().min(1).max(max)).refine((text) => !/[\r\n]/.test(text), {
    error: 'must not contain line breaks',
  });

/** Content of a text message. */
export const SmsContent = z.strictObject({ text: storable(z.string().min(1).max(SMS_TEXT_MAX)) });
export type SmsContent = z.infer<typeof SmsContent>;

/** Content of a mail: a subject and at least one of text and HTML. */
export const EmailContent = z
  .strictObject({
    subject: headerText(998),
    text: storable(z.string().min(1).max(EMAIL_BODY_MAX)).optional(),
    html: storable(z.string().min(1).max(EMAIL_BODY_MAX)).optional(),
  })
  .refine((content) => content.text !== undefined || content.html !== undefined, {
    error: 'needs text, html or both',
    path: ['text'],
  });
export type EmailContent = z.infer<typeof EmailContent>;

/** Longest prompt of a call, in UTF-16 code units: about a minute and a half of speech. */
export const VOICE_TEXT_MAX = 1000;

/** A language as BCP 47 writes it, such as `es` or `pt-BR`. */
export const LanguageTag = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, 'must be a BCP 47 tag such as es or pt-BR');

const SpokenIn = LanguageTag.describe('The language it is read aloud in (BCP 47), such as es or pt-BR.');

/** Content of a call: what is read aloud, and in which language. */
export const VoiceContent = z.strictObject({
  text: storable(z.string().min(1).max(VOICE_TEXT_MAX)),
  locale: SpokenIn,
});
export type VoiceContent = z.infer<typeof VoiceContent>;

/** An amount of money as integer millionths of a currency unit. */
export const Money = z.strictObject({
  amount_micros: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as USD'),
});
export type Money = z.infer<typeof Money>;

/** The most a message may cost; without a currency that of the workspace is meant. */
export const MaxPrice = Money.partial({ currency: true });
export type MaxPrice = z.infer<typeof MaxPrice>;

/** The key of a template in its workspace. */
export const TemplateKey = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, 'takes small letters, digits, dots, dashes and underscores, at most 64');

/** A value of a template's variable: text, a number, money, or true and false; its variable says which. */
export const TemplateValue = z.union([z.string().max(2000).refine(isStorable), z.number(), z.boolean(), Money]);
export type TemplateValue = z.infer<typeof TemplateValue>;

/** What a message says, by a template: its approved version at the moment of the call. */
export const TemplateRef = z.strictObject({
  key: TemplateKey,
  locale: LanguageTag.optional().describe(
    'Language of the person (BCP 47). Without a body in it the shorter tag is taken (pt for pt-BR), then the default of the template; left out, the default language of the workspace is asked for.',
  ),
  variables: z
    .record(z.string().max(64), TemplateValue)
    .default({})
    .describe('A value for each variable of the template, of its type.'),
});
export type TemplateRef = z.infer<typeof TemplateRef>;

/** A short word that programs compare: a purpose, a topic. */
export const Slug = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{0,39}$/, 'takes 1 to 40 small letters, digits, dashes and underscores, a letter first');

const metadataKey = z.string().min(1).max(40).refine(isStorable);
/** Up to 50 text values by key, returned as given and never sent. */
export const Metadata = z
  .record(metadataKey, storable(z.string().max(500)))
  .refine((metadata) => Object.keys(metadata).length <= 50, { error: 'takes at most 50 keys' });
export type Metadata = z.infer<typeof Metadata>;

const Instant = z.iso.datetime({ offset: true, error: 'must be an RFC 3339 instant such as 2026-11-23T09:00:00Z' });

/** Most channels of one message. */
export const CHANNELS_MAX = 5;
/** How long a channel waits for its receipt before the next one goes, in seconds. */
export const NEXT_CHANNEL_SECONDS = {
  min: 5,
  max: 86_400,
  usual: { otp: 30, transactional: 300, marketing: 3600 },
} as const satisfies { min: number; max: number; usual: Record<TrafficClass, number> };

const Recipient = z.string().min(1).max(320).refine(isStorable, { error: 'must be well-formed Unicode' });
const SenderName = headerText(320);

const envelope = {
  class: TrafficClass,
  client_ref: headerText(128).optional(),
  send_at: Instant.optional(),
  valid_for_seconds: z.int().min(1).max(VALIDITY_MAX_SECONDS).optional(),
  max_price: MaxPrice.optional().describe(
    'The most this message may cost, all of its parts together; over several channels, the most of each. A route above it is not a candidate. Without a currency the default currency of the workspace is meant.',
  ),
  metadata: Metadata.optional(),
  topic: Slug.optional().describe(
    'What marketing is about, one of `GET /v1/topics`: the consent to that topic is judged, and who refused it gets nothing of it. Left out, the topic of the template counts, and without one any consent to marketing.',
  ),
};
const alone = { ...envelope, to: Recipient, from: SenderName.optional() };
const explain = {
  explain: z.boolean().optional().describe('With true the answer carries the routing decision the message meets now.'),
};

const SendSms = z.strictObject({ channel: z.literal('sms'), content: SmsContent, ...alone, ...explain });
const SendEmail = z.strictObject({ channel: z.literal('email'), content: EmailContent, ...alone, ...explain });
const SendVoice = z.strictObject({ channel: z.literal('voice'), content: VoiceContent, ...alone, ...explain });

/** A message for one channel as it is judged: what it says is written out. */
export const WrittenMessage = z.discriminatedUnion('channel', [SendSms, SendEmail, SendVoice]);
export type WrittenMessage = z.infer<typeof WrittenMessage>;

const byTemplate = {
  template: TemplateRef.optional().describe('In place of `content`: what the message says, by a template.'),
};
const SmsRequest = SendSms.partial({ content: true }).extend(byTemplate);
const EmailRequest = SendEmail.partial({ content: true }).extend(byTemplate);
const VoiceRequest = SendVoice.partial({ content: true }).extend(byTemplate);

/** Body of `POST /v1/messages` for one channel, which chooses the content; `content` or `template` says what it says. Fields not named here are refused. */
export const SendMessageRequest = z.discriminatedUnion('channel', [SmsRequest, EmailRequest, VoiceRequest]);
export type SendMessageRequest = z.infer<typeof SendMessageRequest>;

/** Content for all channels: a text takes `text`, a mail takes `subject` with `text`, `html` or both, a call takes `text` and `locale`. */
export const SharedContent = z.strictObject({
  text: storable(z.string().min(1).max(EMAIL_BODY_MAX)).optional(),
  subject: headerText(998).optional(),
  html: storable(z.string().min(1).max(EMAIL_BODY_MAX)).optional(),
  locale: SpokenIn.optional(),
});
/** Content of its own for each channel. */
export const ContentByChannel = z.strictObject({
  sms: SmsContent.optional(),
  email: EmailContent.optional(),
  voice: VoiceContent.optional(),
});

const WrittenToChannels = z.strictObject({
  channels: z.array(Channel).min(2).max(CHANNELS_MAX).describe('In the order they are used; each once.'),
  mode: ChannelMode.describe(
    '`failover`: the next channel goes when the one before it ends without delivery, or has no receipt in time. A provider that sends no receipts, such as a mail server, ends it by taking the message: what follows a mail is a refusal, or a failure that is reported within that time, not the want of a receipt. `parallel`: all go at once.',
  ),
  to: z.strictObject({ sms: Recipient.optional(), email: Recipient.optional(), voice: Recipient.optional() }),
  content: z.union([SharedContent, ContentByChannel]),
  from: z
    .strictObject({ sms: SenderName.optional(), email: SenderName.optional(), voice: SenderName.optional() })
    .optional(),
  channel_timeout_seconds: z
    .int()
    .min(NEXT_CHANNEL_SECONDS.min)
    .max(NEXT_CHANNEL_SECONDS.max)
    .optional()
    .describe(
      'For failover: without a receipt within this time the next channel goes. Left out: 30 for otp, 300 for transactional, 3600 for marketing, and never more than the share of a channel in the validity.',
    ),
  ...envelope,
  ...explain,
});
/** Body of `POST /v1/messages` for several channels: an address for each, and what they are to each other. A template gives each its body. */
export const SendToChannelsRequest = WrittenToChannels.partial({ content: true }).extend(byTemplate);
export type SendToChannelsRequest = z.infer<typeof SendToChannelsRequest>;

/** The same with content of any form: it is judged channel by channel, so that what is wrong is said where the caller wrote it. */
export const SendToChannelsOutline = WrittenToChannels.extend({ content: z.record(z.string(), z.unknown()) });
export type SendToChannelsOutline = z.infer<typeof SendToChannelsOutline>;

/** A send over one channel whose content may be left out. */
export const PreviewToChannelRequest = z.discriminatedUnion('channel', [SmsRequest, EmailRequest, VoiceRequest]);
/** A send over several channels whose content may be left out. */
export const PreviewToChannelsRequest = WrittenToChannels.partial({ content: true }).extend(byTemplate);
/** Body of `POST /v1/routing/preview`: that of a send. Without content prices are those of one part. */
export const PreviewRequest = z.union([PreviewToChannelRequest, PreviewToChannelsRequest]);
export type PreviewRequest = z.infer<typeof PreviewRequest>;

/** The key of one item of a batch, as a caller writes it: 1 to 255 visible ASCII characters. */
export const ItemKey = z
  .string()
  .regex(/^[!-~]{1,255}$/, 'takes 1 to 255 visible ASCII characters without spaces; a UUID is a good one')
  .optional()
  .describe('A later batch that carries the same item under this key within 24 hours gets the id of the first.');

const item = { idempotency_key: ItemKey };
/** One message of a batch: a body of `POST /v1/messages` without `explain`, with a key of its own if it has one. */
export const BatchItem = z.union([
  SmsRequest.omit({ explain: true }).extend(item),
  EmailRequest.omit({ explain: true }).extend(item),
  SendToChannelsRequest.omit({ explain: true }).extend(item),
]);

/** One batch call: up to BATCH_MAX messages, each answered by itself. */
export const SendBatchRequest = z.strictObject({ messages: z.array(z.unknown()).min(1).max(BATCH_MAX) });

const Warnings = z.array(z.object({ code: z.string(), message: z.string() }));

/** How one channel of a message stands: the state of its message, `waiting` for its turn, or `not_sent` when its turn never came. */
export const ChannelState = z.enum([...MessageState.options, 'waiting', 'not_sent']);
export type ChannelState = z.infer<typeof ChannelState>;

/** Answer of an accepted send. Over several channels it speaks of the first message, and `channels` names all. */
export const SendMessageAnswer = z.object({
  id: z.string(),
  state: MessageState,
  to: z.string(),
  channel: Channel,
  class: TrafficClass,
  environment: Environment,
  parts: z.int().nullable(),
  client_ref: z.string().nullable(),
  accepted_at: z.string(),
  send_at: z.string().nullable(),
  expires_at: z.string(),
  mode: ChannelMode.optional(),
  /** How long a channel waits for its receipt; null when all go at once. */
  channel_timeout_seconds: z.int().nullable().optional(),
  channels: z
    .array(
      z.object({
        channel: Channel,
        /** Null until its turn comes. */
        id: z.string().nullable(),
        state: ChannelState,
        decision: RoutingDecision.optional(),
      }),
    )
    .optional(),
  decision: RoutingDecision.optional(),
  warnings: Warnings.optional(),
});
export type SendMessageAnswer = z.infer<typeof SendMessageAnswer>;

/** One problem as RFC 9457 writes it, with our code, the request id and the fields at fault. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
  cure: z.string(),
  request_id: z.string(),
  errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;

/** Answer of a batch: what was taken and what was refused, by index in the call. */
export const SendBatchAnswer = z.object({
  accepted: z.array(
    z.object({
      index: z.int(),
      id: z.string(),
      /** The messages over several channels; null for one whose turn has not come. */
      channels: z.array(z.object({ channel: Channel, id: z.string().nullable() })).optional(),
      /** True when the key of this item had stored the message before. */
      replayed: z.literal(true).optional(),
    }),
  ),
  rejected: z.array(
    z.object({
      index: z.int(),
      error: z.object({
        code: z.string(),
        message: z.string(),
        errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
      }),
    }),
  ),
  warnings: Warnings.optional(),
});
export type SendBatchAnswer = z.infer<typeof SendBatchAnswer>;
