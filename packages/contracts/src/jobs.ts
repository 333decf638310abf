import { z } from 'zod';
import { InboundEventType } from './keywords.ts';
import { VerificationEventType } from './webhooks.ts';
import { Channel, Environment, MessageState, TrafficClass } from './words.ts';

/** Payload of a lane job: a group of messages of one workspace, environment and channel, accepted in one commit. */
export const LaneJob = z.object({
  /** Internal number of the workspace. */
  workspace: z.int(),
  environment: Environment,
  channel: Channel,
  /** The turn to take: 1 for the first decision, one more after each failover. */
  turn: z.int().min(1),
  /** Earliest end of validity in the group, in milliseconds since 1970. */
  expires_at_ms: z.number(),
  /** How often the group was put off because no provider of its channel was up. */
  deferred: z.int().min(0).default(0),
  /** Whether the group is held, so that a change of what holds it can have it judged afresh before its time. */
  held: z.boolean().default(false),
  /** UUIDs of the messages without dashes, joined: 32 hex digits each. */
  ids: z.string(),
});
export type LaneJob = z.infer<typeof LaneJob>;

/** Payload of a receipt-due job: attempts whose answer was lost and whose waiting time for a receipt ends now. */
export const ReceiptDueJob = z.object({
  workspace: z.int(),
  /** The turn whose answer was lost. */
  turn: z.int().min(1),
  ids: z.string(),
});
export type ReceiptDueJob = z.infer<typeof ReceiptDueJob>;

/**
 * Payload of a job that goes on by the next channel: put off to the time a message has for its receipt, or at once when it ended without
 * delivery. Does nothing when the message it names was delivered or overtaken by then.
 */
export const NextChannelJob = z.preprocess(
  // What was queued by a release that knew verifications only names one.
  (job) =>
    typeof job === 'object' && job !== null && 'verification' in job ? { ...job, owner: job.verification } : job,
  z.object({
    workspace: z.int(),
    /** UUID of the group or the verification the message was sent for. */
    owner: z.string(),
    /** UUID of the message that is waited for. */
    message: z.string(),
  }),
);
export type NextChannelJob = z.infer<typeof NextChannelJob>;

/** Payload of a job that reads texts of people: what they ask for is done and answered. */
export const InboundJob = z.object({
  workspace: z.int(),
  /** UUIDs of the texts without dashes, joined. */
  ids: z.string(),
});
export type InboundJob = z.infer<typeof InboundJob>;

/** Payload of a job that reads the file of an import, or takes back what one stored: which of it, its state says. */
export const ImportJob = z.object({
  workspace: z.int(),
  environment: Environment,
  /** UUID of the import. */
  id: z.string(),
});
export type ImportJob = z.infer<typeof ImportJob>;

/** Payload of a job that has a service draft the languages of a template. */
export const DraftJob = z.object({
  workspace: z.int(),
  /** Number of what was asked for. */
  drafting: z.int(),
});
export type DraftJob = z.infer<typeof DraftJob>;

/** Events of verifications of one workspace, ready to be published: whoever stored the change wrote them down. */
export const VerificationEventsJob = z.object({
  /** Internal number of the workspace. */
  workspace: z.int(),
  verifications: z.array(
    z.object({
      /** UUIDv7 of the event. */
      id: z.string(),
      environment: Environment,
      type: VerificationEventType,
      at_ms: z.number(),
      data: z.record(z.string(), z.unknown()),
    }),
  ),
});
export type VerificationEventsJob = z.infer<typeof VerificationEventsJob>;

/** What many events of messages have in common: a change, and the kind of message it happened to. */
export const MessageEventKind = z.object({
  state: MessageState,
  /** The state before; null for the first event of a message. */
  before: MessageState.nullable(),
  attempt: z.int(),
  late: z.boolean(),
  reason: z.string().nullable(),
  /** What a message that is held waits for; null for one that is not. */
  hold: z.record(z.string(), z.unknown()).nullable(),
  environment: Environment,
  channel: Channel,
  class: TrafficClass,
  country: z.string().nullable(),
  /** Whether the message carries a reference or metadata of its sender: they are told too, and read by its id. */
  labelled: z.boolean(),
});
export type MessageEventKind = z.infer<typeof MessageEventKind>;

/** Events of messages of one workspace, told by the transaction that stored them. */
export const MessageEventsJob = z.object({
  /** Internal number of the workspace. */
  workspace: z.int(),
  /** UUIDs of the messages without dashes, joined: 32 hex digits each. */
  ids: z.string(),
  /** The place of each event in the history of its message, in the order of the ids. */
  seqs: z.array(z.int()),
  /** When each happened, in milliseconds after `from_ms` (since 1970). */
  from_ms: z.number(),
  after_ms: z.array(z.number()),
  kinds: z.array(MessageEventKind),
  /** The place of the kind of each event in `kinds`. */
  kind_of: z.array(z.int()),
});
export type MessageEventsJob = z.infer<typeof MessageEventsJob>;

/** The same as a release queued it that only named the events: what they tell is read. */
export const NamedEventsJob = MessageEventsJob.pick({ workspace: true, ids: true, seqs: true });
export type NamedEventsJob = z.infer<typeof NamedEventsJob>;

/** Texts that people sent, ready to be told: their content is read with the id. */
export const InboundEventsJob = z.object({
  /** Internal number of the workspace. */
  workspace: z.int(),
  inbound: z.array(
    z.object({
      /** UUIDv7 of the event. */
      id: z.string(),
      environment: Environment,
      type: InboundEventType,
      at_ms: z.number(),
      data: z.record(z.string(), z.unknown()),
    }),
  ),
});
export type InboundEventsJob = z.infer<typeof InboundEventsJob>;

/** Payload of a webhook job. */
export const WebhookJob = z.union([MessageEventsJob, VerificationEventsJob, InboundEventsJob, NamedEventsJob]);
export type WebhookJob = z.infer<typeof WebhookJob>;

/** Payload of an alert-mail job: somebody of the workspace has alerts to be told of. */
export const AlertMailJob = z.object({ workspace: z.int() });
export type AlertMailJob = z.infer<typeof AlertMailJob>;

/** Joins UUIDs to the compact form of a job payload. */
export function packUuids(uuids: readonly string[]): string {
  return uuids.join('').replaceAll('-', '');
}

/** Splits the compact form back to UUIDs. */
export function unpackUuids(packed: string): string[] {
  const uuids: string[] = [];
  for (let at = 0; at + 32 <= packed.length; at += 32) {
    const hex = packed.slice(at, at + 32);
    uuids.push(`${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`);
  }
  return uuids;
}

/** Name, retry and expiry of one queue: a value apart from its handler. */
export interface QueueDefinition {
  name: string;
  retryLimit: number;
  retryDelaySeconds: number;
  expireInSeconds: number;
  notify: boolean;
}

const queue = (name: string, rest: Partial<QueueDefinition> = {}): QueueDefinition => ({
  name,
  // A lane job is the hint behind rows that must not be forgotten: it is tried again for days.
  retryLimit: 50_000,
  retryDelaySeconds: 2,
  expireInSeconds: 120,
  notify: true,
  ...rest,
});

/** The two queues of a lane: one for those who send little, who never stand behind a batch of one who sends a lot, and one for the crowd. */
export type LaneQueues = Readonly<Record<'calm' | 'crowded', QueueDefinition>>;

const laneOf = (lane: TrafficClass): LaneQueues => ({
  calm: queue(`lane_${lane}`),
  crowded: queue(`lane_${lane}_crowded`),
});

/** The queues of each lane. */
export const LANE_QUEUES: Readonly<Record<TrafficClass, LaneQueues>> = {
  otp: laneOf('otp'),
  transactional: laneOf('transactional'),
  marketing: laneOf('marketing'),
};
/** Every queue of every lane. */
export const EVERY_LANE_QUEUE: readonly QueueDefinition[] = Object.values(LANE_QUEUES).flatMap((lane) =>
  Object.values(lane),
);

/** Attempts whose answer was lost: without a receipt by now they are failed over or closed as unknown. */
export const RECEIPT_DUE_QUEUE = queue('receipt_due', { notify: false });
/** Messages whose channel has had its share of the time or has failed: without a receipt by now the next one goes. */
export const NEXT_CHANNEL_QUEUE = queue('next_channel', { retryLimit: 20 });
/** Events of messages that endpoints may have subscribed to: each becomes one delivery an endpoint. */
export const WEBHOOK_QUEUE = queue('webhook');
/** Texts that people sent and that are stored: each is read, obeyed and answered. */
export const INBOUND_QUEUE = queue('inbound');
/** Files of people: one is read, stored or taken back. Its job goes on where it was when a worker dies, for as long as a file takes. */
export const IMPORT_QUEUE = queue('contact_import', { retryLimit: 100, expireInSeconds: 6 * 3600 });
/** Languages of templates that a service is to draft. */
export const DRAFT_QUEUE = queue('template_draft', { retryLimit: 5, expireInSeconds: 900 });
/** Housekeeping: makes partitions ahead, drops those past retention, forgets old idempotency keys and orphan receipts. */
export const UPKEEP_QUEUE = queue('upkeep', { notify: false, retryLimit: 3 });
/** Finds messages without a job and attempts without an answer. */
export const SWEEP_QUEUE = queue('sweep', { notify: false, retryLimit: 0 });
/** Moves the weights that are on their way to a change. */
export const RAMP_QUEUE = queue('weight_ramp', { notify: false, retryLimit: 0 });
/** Judges the experiments that run. */
export const EXPERIMENT_QUEUE = queue('experiment', { notify: false, retryLimit: 0 });
/** Learns from what became of messages whether the next ones will arrive. */
export const SUCCESS_MODEL_QUEUE = queue('success_model', { notify: false, retryLimit: 0 });
/** Alerts that people get by mail; taken by the api, by whose port mails of the system leave. */
export const ALERT_MAIL_QUEUE = queue('alert_mail', { notify: false, retryLimit: 2000, retryDelaySeconds: 10 });
/** Every queue there is. */
export const QUEUES: readonly QueueDefinition[] = [
  ...EVERY_LANE_QUEUE,
  RECEIPT_DUE_QUEUE,
  NEXT_CHANNEL_QUEUE,
  INBOUND_QUEUE,
  IMPORT_QUEUE,
  DRAFT_QUEUE,
  WEBHOOK_QUEUE,
  UPKEEP_QUEUE,
  SWEEP_QUEUE,
  RAMP_QUEUE,
  EXPERIMENT_QUEUE,
  SUCCESS_MODEL_QUEUE,
  ALERT_MAIL_QUEUE,
];

/** NOTIFY channel that wakes the otp lane at once; the payload is a LaneJob as JSON. */
export const OTP_WAKE_CHANNEL = 'signalbox_otp';
/** NOTIFY channel that tells workers and apis that routes, providers or keys have changed. */
export const CONFIG_CHANNEL = 'signalbox_config';
/** NOTIFY channel that tells workers and apis that something else is believed of the routes than before. */
export const LEARNED_CHANNEL = 'signalbox_learned';
/** Told to all processes when prices, exchange rates or networks change. */
export const TARIFFS_CHANNEL = 'signalbox_tariffs';
/** NOTIFY channel that tells every few seconds who has messages waiting: a BacklogNotice as JSON. */
export const BACKLOG_CHANNEL = 'signalbox_backlog';
/** What a worker tells of backlogs. */
export interface BacklogNotice {
  /** Share of its time the worker was at work: near 1, more load makes it slower and not faster. */
  busy: number;
  /** Workspace, environment, channel, class, messages that wait, and how many leave a second. */
  lanes: [number, Environment, Channel, TrafficClass, number, number][];
}
/** NOTIFY channel that tells workers which webhook endpoints have something to send: their numbers, joined by commas, with an exclamation mark where somebody waits for it. */
export const WEBHOOK_CHANNEL = 'signalbox_webhook';
