import { MAP_ERROR_REASONS } from '../map-errors.ts';
import type { HttpSettings } from './settings.ts';

/** Everything of the demo vendor `courier` but its address, account and our callback address: settings like any other vendor's. */
export const COURIER_PRESET = {
  path: '/v1/sms',
  method: 'POST',
  auth: 'bearer',
  body: {
    to: '{{to}}',
    from: '{{from}}',
    text: '{{text}}',
    reference: '{{reference}}',
    callback_url: '{{callback_url}}',
  },
  id_pointer: '/id',
  error_pointer: '/error/code',
  codes_map: {
    ...Object.fromEntries(Object.entries(MAP_ERROR_REASONS).map(([code, reason]) => [code.padStart(3, '0'), reason])),
    invalid_destination: 'recipient.invalid_address',
    invalid_field: 'content.invalid',
    submit_failed: 'unknown.unspecified',
    queue_full: 'provider.queue_full',
    throttled: 'provider.throttled',
    unauthorized: 'account.auth',
  },
  lookup_path: '/v1/sms?reference={{reference}}',
  signature_header: 'x-courier-signature',
  signature_prefix: 'sha256=',
  signature_over: 'timestamp.body',
  timestamp_header: 'x-courier-timestamp',
  receipt_id_pointer: '/id',
  receipt_status_pointer: '/status',
  receipt_error_pointer: '/error_code',
  reply_kind_equals: 'inbound',
} as const satisfies Partial<HttpSettings>;

/** The calls of the same vendor: another door, and how a call is placed. */
export const COURIER_CALLS_PRESET = {
  ...COURIER_PRESET,
  path: '/v1/calls',
  body: {
    to: '{{to}}',
    from: '{{from}}',
    text: '{{text}}',
    language: '{{locale}}',
    reference: '{{reference}}',
    callback_url: '{{callback_url}}',
  },
  lookup_path: '/v1/calls?reference={{reference}}',
  reply_kind_equals: '',
} as const satisfies Partial<HttpSettings>;
