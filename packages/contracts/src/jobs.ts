import { z } from 'zod';
import { LANES, type TrafficClass } from './words.ts';

/** Payload of a lane job: a group of messages of one workspace, accepted in one commit. */
export const LaneJob = z.object({
  /** Internal number of the workspace. */
  workspace: z.int(),
  /** UUIDs of the messages without dashes, joined: 32 hex digits each. */
  ids: z.string(),
});
export type LaneJob = z.infer<typeof LaneJob>;

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
  retryLimit: 20,
  retryDelaySeconds: 2,
  expireInSeconds: 120,
  notify: true,
  ...rest,
});

/** The queue of each lane. */
export const LANE_QUEUES: Readonly<Record<TrafficClass, QueueDefinition>> = {
  otp: queue(`lane_${LANES[0]}`),
  transactional: queue(`lane_${LANES[1]}`),
  marketing: queue(`lane_${LANES[2]}`),
};

/** Messages whose receipt window ends: those still without a receipt are failed over or closed as unknown. */
export const RECEIPT_DUE_QUEUE = queue('receipt_due', { notify: false });
/** Makes partitions ahead and drops those past retention. */
export const PARTITION_QUEUE = queue('partitions', { notify: false });
/** Finds messages without a job and attempts without an answer. */
export const SWEEP_QUEUE = queue('sweep', { notify: false });
/** Removes idempotency keys older than their day. */
export const PRUNE_QUEUE = queue('prune', { notify: false });

/** Every queue there is. */
export const QUEUES: readonly QueueDefinition[] = [
  ...Object.values(LANE_QUEUES),
  RECEIPT_DUE_QUEUE,
  PARTITION_QUEUE,
  SWEEP_QUEUE,
  PRUNE_QUEUE,
];

/** NOTIFY channel that wakes the otp lane at once; the payload is a LaneJob as JSON. */
export const OTP_WAKE_CHANNEL = 'signalbox_otp';
/** NOTIFY channel that tells workers and apis that routes, providers or keys have changed. */
export const CONFIG_CHANNEL = 'signalbox_config';
