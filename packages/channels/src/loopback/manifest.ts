import type { ChannelManifest } from '@signalbox/contracts';
import { z } from 'zod';
import { LOOPBACK_FATES } from './codes.ts';

/** Settings of a loopback provider. */
export const LoopbackSettings = z.strictObject({
  /** Time from acceptance to receipt. */
  receipt_delay_ms: z.int().min(0).max(3_600_000).default(500),
  /** Time to the receipt of a "late" recipient. */
  late_receipt_delay_ms: z.int().min(0).max(3_600_000).default(20_000),
});
export type LoopbackSettings = z.infer<typeof LoopbackSettings>;

const list = LOOPBACK_FATES.map((fate) => `${fate.numberEnds} or ${fate.mailbox}@…: ${fate.does}`).join('; ');

/** The pure face of the loopback: everything is accepted and reported as delivered, nothing leaves the house. */
export const loopbackManifest: ChannelManifest<LoopbackSettings> = {
  protocol: 'loopback',
  channels: ['sms', 'email', 'voice'],
  title: 'Loopback',
  summary: `For trying things out: every message is accepted and reported as delivered, and none leaves this installation. Some recipients behave otherwise, by the last six digits of the number or the name before "@": ${list}.`,
  settings: LoopbackSettings,
  fields: [
    {
      name: 'receipt_delay_ms',
      kind: 'number',
      label: 'Receipt after (ms)',
      help: 'How long a pretended delivery takes. 500 is a quick phone.',
      group: 'receipts',
      required: false,
      default: 500,
      min: 0,
      max: 3_600_000,
    },
    {
      name: 'late_receipt_delay_ms',
      kind: 'number',
      label: 'Late receipt after (ms)',
      help: 'For the recipients whose receipt comes late (…990007, late@…).',
      group: 'receipts',
      required: false,
      default: 20_000,
      min: 0,
      max: 3_600_000,
    },
  ],
  dltOf: () => 'ids',
  capabilities: { receipts: true, dedupe: 'none', replies: false },
};
