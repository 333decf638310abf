import type { ChannelManifest } from '@signalbox/contracts';
import { decodeHttpCallback } from './callback.ts';
import { HTTP_FIELDS } from './fields.ts';
import { HttpSettings } from './settings.ts';

/** The pure face of the HTTP protocol. */
export const httpManifest: ChannelManifest<HttpSettings> = {
  protocol: 'http',
  channels: ['sms', 'email', 'voice'],
  title: 'HTTP vendor',
  summary:
    'A vendor with a JSON or form interface, described here instead of in code: what to send, what its answers mean, how its receipts are signed.',
  settings: HttpSettings,
  fields: HTTP_FIELDS,
  rateSetting: 'requests_per_second',
  dltOf({ body }) {
    const written = typeof body === 'string' ? body : (JSON.stringify(body) ?? '');
    if (!/\{\{\s*dlt_template_id\s*\}\}/.test(written)) return 'none';
    return /\{\{\s*dlt_(?:telemarketer_ids|chain_hash)\s*\}\}/.test(written) ? 'chain' : 'ids';
  },
  capabilities: { receipts: true, dedupe: 'client_ref', replies: true },
  decodeCallback: decodeHttpCallback,
};
