import { z } from 'zod';

const share = z.number().min(0).max(1);
const delayMs = z.number().int().min(0).max(86_400_000);
const range = z
  .strictObject({ min: delayMs, max: delayMs })
  .refine((value) => value.min <= value.max, 'min must not be above max');
const count = z.number().int().min(0).max(1_000_000);
const mix = <T extends z.ZodObject>(entry: T) =>
  z
    .array(entry)
    .max(50)
    .refine(
      (list) => list.reduce((sum, item) => sum + Number(item.share), 0) <= 1.000001,
      'shares add up to more than 1',
    );

const idForm = z.enum([
  'decimal',
  'hex',
  'hex_upper_response_decimal_receipt',
  'decimal_response_hex_receipt',
  'zero_padded',
  'uuid36',
  'case_change',
  'recycled',
]);
export type IdForm = z.infer<typeof idForm>;

const receiptStats = ['DELIVRD', 'EXPIRED', 'DELETED', 'UNDELIV', 'ACCEPTD', 'UNKNOWN', 'REJECTD', 'ENROUTE'] as const;
export const receiptStat = z.enum(receiptStats);
export type ReceiptStat = z.infer<typeof receiptStat>;

/** What becomes of a message after it was taken, and what is told about it. */
const receipt = z.strictObject({
  delay_ms: range,
  /** Share of receipts that never leave. */
  loss: share,
  /** How many further copies of each receipt are sent. */
  duplicates: z.number().int().min(0).max(20),
  /** Report DELIVRD at once for everything, whatever the phone saw. */
  forge: z.boolean(),
  /** Send the receipt before the answer to the submit. */
  before_response: z.boolean(),
  /** Send ENROUTE before the final receipt. */
  intermediate: z.boolean(),
  /** Send the final receipt before ENROUTE. */
  reorder: z.boolean(),
  /** Outcomes other than DELIVRD. */
  errors: mix(
    z.strictObject({
      stat: receiptStat,
      err: z.string().regex(/^[0-9A-Za-z]{1,3}$/, 'one to three characters'),
      share,
    }),
  ),
  /** Share of receipts whose text is nonsense. */
  garbage: share,
  /** Share of receipts that name an id which was never given. */
  unknown_id: share,
});

const digits = z.string().regex(/^[0-9]{10,30}$/, '10 to 30 digits');
const scrub = z.strictObject({
  /** Refuse at once with the code as command_status, or take the text and report it as undelivered with the code as `err`. */
  answer: z.enum(['submit', 'receipt']).default('receipt'),
  /** Optional parameters that carry entity, template and chain. */
  tags: z.tuple([z.int(), z.int(), z.int()]).default([0x1400, 0x1401, 0x1402]),
  entities: z.array(digits).max(1000),
  headers: z.array(z.strictObject({ header: z.string().min(1).max(11), entity: digits })).max(1000),
  templates: z
    .array(z.strictObject({ id: digits, headers: z.array(z.string().max(11)).max(100), text: z.string().max(2000) }))
    .max(5000),
  /** Chains that are registered, as they arrive: a hash or a list of ids. Null asks for none. */
  chains: z.array(z.string().max(500)).max(1000).nullable().default(null),
  /** Links of the whitelist; what begins with one passes. */
  links: z.array(z.string().max(500)).max(1000).default([]),
});

/** Settings of an SMPP account; defaults are a carrier without faults. */
export const smppBehaviour = z.strictObject({
  latency_ms: range,
  /** A submit is refused with this command_status. */
  errors: mix(z.strictObject({ status: z.number().int().min(1).max(0xffff), share })),
  /** Submits above this rate are refused with ESME_RTHROTTLED. */
  throttle: z.strictObject({ per_second: z.number().int().min(1).max(1_000_000).nullable() }),
  /** Share of submits that are dropped without an answer. */
  swallow: share,
  /** Share of submits that are taken and delivered, and whose answer is lost. */
  lose_response: share,
  generic_nack: share,
  /** Whether generic_nack carries the sequence number of the submit (else 0). */
  generic_nack_sequence: z.boolean(),
  wrong_sequence: share,
  answer_twice: share,
  /** Messages per account that may wait for the answer to deliver_sm. */
  receipt_window: z.number().int().min(1).max(10_000),
  receipt,
  id_form: idForm,
  receipt_form: z.enum(['text', 'tlv', 'both']),
  bind: z.strictObject({
    /** Refuse by an error answer or by closing the connection; null lets everybody with the password in. */
    refuse: z.enum(['status', 'close']).nullable(),
    status: z.number().int().min(1).max(0xffff),
    max: z.number().int().min(1).max(1000).nullable(),
    /** What the carrier sends before it has answered the bind. */
    before_response: z.enum(['outbind', 'deliver_sm']).nullable(),
  }),
  link: z.strictObject({
    /** Close the connection at every n-th submit of a bind, before it is answered. */
    cut_after_submits: count.nullable(),
    /** Whether the submit at which the link is cut was taken and is delivered. */
    cut_delivers: z.boolean(),
    /** Send only the first n bytes of each submit answer, then close. */
    cut_at_byte: z.number().int().min(0).max(64).nullable(),
    /** Act once, at the time of the call: close every bind. */
    cut_now: z.boolean(),
    /** Act once: every present bind goes silent without being closed. */
    silence_now: z.boolean(),
    /** Nothing is answered any more, on new connections neither. */
    half_open: z.boolean(),
    unbind_on_submit: z.boolean(),
    answer_unbind: z.boolean(),
    answer_enquire_link: z.boolean(),
  }),
  /** Scrub texts to numbers of India against a ledger, as operators there do; null carries everything. */
  scrub: scrub.nullable(),
  /** Answers leave in slices of this size. */
  drip: z
    .strictObject({ bytes: z.number().int().min(1).max(1000), every_ms: z.number().int().min(1).max(60_000) })
    .nullable(),
  /** The account does not exist for the time being: binds are closed and refused. */
  down: z.boolean(),
});
export type SmppBehaviour = z.infer<typeof smppBehaviour>;

const smtpFault = z.strictObject({
  code: z.number().int().min(400).max(599),
  text: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[\x20-\x7e]+$/, 'printable ASCII only'),
  share,
});
const mailVerbs = ['connect', 'mail', 'rcpt', 'data', 'dot'] as const;
export type MailVerb = (typeof mailVerbs)[number];

/** Settings of the mail server. */
export const mailBehaviour = z.strictObject({
  /** Time before the answer to the final dot. */
  latency_ms: range,
  banner_delay_ms: delayMs,
  /** A reply code at a verb of the session. */
  errors: z.strictObject({
    connect: mix(smtpFault),
    mail: mix(smtpFault),
    rcpt: mix(smtpFault),
    data: mix(smtpFault),
    dot: mix(smtpFault),
  }),
  /** Share of sessions whose connection is cut at a verb; at the dot the message has been taken. */
  cut: z.strictObject({ connect: share, mail: share, rcpt: share, data: share, dot: share }),
  throttle: z.strictObject({
    per_second: z.number().int().min(1).max(1_000_000).nullable(),
    code: z.number().int().min(400).max(499),
  }),
  /** Refuse the first try of each sender and recipient with 451; a later one passes. */
  greylist: z.boolean(),
  require_auth: z.boolean(),
  max_size_bytes: z.number().int().min(1000).max(50_000_000),
  down: z.boolean(),
});
export type MailBehaviour = z.infer<typeof mailBehaviour>;

/** Settings of the HTTP vendor. */
export const httpBehaviour = z.strictObject({
  latency_ms: range,
  errors: mix(
    z.strictObject({
      status: z.number().int().min(400).max(599),
      code: z.string().min(1).max(60),
      retry_after_s: z.number().int().min(0).max(86_400).nullable().default(null),
      share,
    }),
  ),
  throttle: z.strictObject({
    per_second: z.number().int().min(1).max(1_000_000).nullable(),
    /** Seconds named in Retry-After; null leaves the header out. */
    retry_after_s: z.number().int().min(0).max(86_400).nullable(),
  }),
  /** Where an exchange stops for good, and in which share of them. */
  hang: z.strictObject({ at: z.enum(['connect', 'headers', 'body']), share }),
  /** Share of requests that are taken and whose connection is cut instead of answered. */
  lose_response: share,
  /** Share of requests that are dropped, connection cut. */
  swallow: share,
  /** Answer 200 with an error in the body. */
  ok_with_error: share,
  content_type: z
    .string()
    .min(1)
    .max(100)
    .regex(/^[\x20-\x7e]+$/, 'printable ASCII only'),
  /** Answer with an HTML page, whatever the content type says. */
  html_body: share,
  receipt,
  down: z.boolean(),
});
export type HttpBehaviour = z.infer<typeof httpBehaviour>;

/** Any part of a behaviour, at any depth. */
export type Patch<T> = T extends readonly unknown[] ? T : T extends object ? { [K in keyof T]?: Patch<T[K]> } : T;

const quickReceipt: z.infer<typeof receipt> = {
  delay_ms: { min: 100, max: 400 },
  loss: 0,
  duplicates: 0,
  forge: false,
  before_response: false,
  intermediate: false,
  reorder: false,
  errors: [],
  garbage: 0,
  unknown_id: 0,
};

export const smppDefaults: SmppBehaviour = {
  latency_ms: { min: 5, max: 15 },
  errors: [],
  throttle: { per_second: null },
  swallow: 0,
  lose_response: 0,
  generic_nack: 0,
  generic_nack_sequence: true,
  wrong_sequence: 0,
  answer_twice: 0,
  receipt_window: 100,
  receipt: quickReceipt,
  id_form: 'decimal',
  receipt_form: 'both',
  bind: { refuse: null, status: 0x0d, max: null, before_response: null },
  link: {
    cut_after_submits: null,
    cut_delivers: true,
    cut_at_byte: null,
    cut_now: false,
    silence_now: false,
    half_open: false,
    unbind_on_submit: false,
    answer_unbind: true,
    answer_enquire_link: true,
  },
  scrub: null,
  drip: null,
  down: false,
};

export const mailDefaults: MailBehaviour = {
  latency_ms: { min: 1, max: 10 },
  banner_delay_ms: 0,
  errors: { connect: [], mail: [], rcpt: [], data: [], dot: [] },
  cut: { connect: 0, mail: 0, rcpt: 0, data: 0, dot: 0 },
  throttle: { per_second: null, code: 451 },
  greylist: false,
  require_auth: false,
  max_size_bytes: 10_000_000,
  down: false,
};

export const httpDefaults: HttpBehaviour = {
  latency_ms: { min: 5, max: 20 },
  errors: [],
  throttle: { per_second: null, retry_after_s: 1 },
  hang: { at: 'headers', share: 0 },
  lose_response: 0,
  swallow: 0,
  ok_with_error: 0,
  content_type: 'application/json',
  html_body: 0,
  receipt: quickReceipt,
  down: false,
};

/** Lays a partial behaviour over a full one (lists and nulls replace) and checks the whole: unknown names are refused. */
export function mergeBehaviour<T extends z.ZodType>(
  schema: T,
  current: z.output<T>,
  patch: unknown,
): z.ZodSafeParseResult<z.output<T>> {
  return schema.safeParse(overlay(current, patch));
}

function overlay(base: unknown, patch: unknown): unknown {
  if (!isRecord(base) || !isRecord(patch)) return patch;
  const entries = new Map<string, unknown>(Object.entries(base));
  for (const [key, value] of Object.entries(patch)) entries.set(key, overlay(entries.get(key), value));
  return Object.fromEntries(entries);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
