import type { ChannelManifest } from '@signalbox/contracts';
import { SMPP_FIELDS } from './fields.ts';
import { SmppSettings } from './settings.ts';

/** The pure face of SMPP. */
export const smppManifest: ChannelManifest<SmppSettings> = {
  protocol: 'smpp',
  channels: ['sms'],
  title: 'SMPP',
  summary:
    'A direct account at a carrier’s message centre (SMSC): the fastest way for texts, with receipts and replies on the same connections.',
  settings: SmppSettings,
  fields: SMPP_FIELDS,
  rateSetting: 'submits_per_second',
  dltOf: ({ dlt }) => (dlt === 'ids' ? 'ids' : dlt === 'list' || dlt === 'hash' ? 'chain' : 'none'),
  capabilities: { receipts: true, dedupe: 'none', replies: true },
};
