import { isReasonCode, type ReasonCode } from '@signalbox/contracts';
import { z } from 'zod';
import { fromJson, fromList } from '../form-values.ts';
import { findUnknownPlaceholders, PLACEHOLDERS } from './body-template.ts';
import { DEFAULT_STATUS_MAP, FORBIDDEN_HEADERS } from './codes.ts';

const pointer = z
  .string()
  .max(200)
  .regex(/^(\/.*)?$/, 'write a JSON pointer such as /data/id, or leave it empty');

const headerName = z
  .string()
  .max(60)
  .regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]*$/, 'write the name of a header: letters, digits and dashes')
  .refine(
    (name) => !FORBIDDEN_HEADERS.includes(name.toLowerCase()),
    'this header belongs to the connection; choose another',
  );

const printable = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[\x20-\x7e]*$/, 'printable ASCII only');

const reasonMap = z
  .record(z.string().min(1).max(60), z.string())
  .refine(
    (map) => Object.values(map).every(isReasonCode),
    'each code leads to a reason of the table, such as recipient.unknown',
  );

const template = z.record(z.string(), z.unknown()).superRefine((body, context) => {
  for (const name of findUnknownPlaceholders(body)) {
    const known = Object.keys(PLACEHOLDERS).join(', ');
    context.addIssue({ code: 'custom', message: `{{${name}}} is not a placeholder; use ${known}` });
  }
});

const baseUrl = z
  .string()
  .max(500)
  .refine((text) => {
    const url = URL.parse(text);
    return (
      url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' && url.search === ''
    );
  }, 'write the address whole, without user name and query, such as https://api.example.com');

const path = z
  .string()
  .max(500)
  .regex(/^(\/[^\s#]*)?$/, 'write a path that begins with "/"');

const fields = z.strictObject({
  base_url: baseUrl,
  path: path.default('/'),
  method: z.enum(['POST', 'PUT', 'GET']).default('POST'),
  auth: z.enum(['none', 'bearer', 'basic', 'header']).default('bearer'),
  auth_user: printable(200).default(''),
  auth_secret: printable(2000).default(''),
  auth_header: headerName.default(''),
  default_from: printable(60).default(''),
  body: fromJson(
    template.default({
      to: '{{to}}',
      from: '{{from}}',
      text: '{{text}}',
      reference: '{{reference}}',
      callback_url: '{{callback_url}}',
    }),
  ),
  body_format: z.enum(['json', 'form']).default('json'),
  success_statuses: fromList(
    z.array(z.coerce.number().int().min(200).max(299)).min(1).max(20).default([200, 201, 202]),
  ),
  success_pointer: pointer.default(''),
  success_equals: printable(100).default(''),
  id_pointer: pointer.default('/id'),
  error_pointer: pointer.default('/error/code'),
  codes_map: fromJson(reasonMap.default({})),
  idempotency_header: headerName.default(''),
  lookup_path: path.default(''),
  callback_url: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]).default(''),
  timeout_ms: z.int().min(500).max(120_000).default(10_000),
  requests_per_second: z.number().min(0).max(10_000).default(0),
  concurrency: z.int().min(1).max(256).default(16),
  throttle_pause_ms: z.int().min(0).max(600_000).default(1000),
  signature_header: headerName.default('x-signature'),
  signature_secret: printable(500).default(''),
  signature_prefix: printable(20).default(''),
  signature_over: z.enum(['body', 'timestamp.body']).default('timestamp.body'),
  timestamp_header: headerName.default('x-timestamp'),
  receipts_pointer: pointer.default(''),
  receipt_id_pointer: pointer.default('/id'),
  receipt_status_pointer: pointer.default('/status'),
  receipt_error_pointer: pointer.default('/error_code'),
  receipt_network_pointer: pointer.default(''),
  replies_pointer: pointer.default(''),
  reply_kind_pointer: pointer.default('/type'),
  reply_kind_equals: printable(100).default(''),
  reply_id_pointer: pointer.default('/id'),
  reply_from_pointer: pointer.default('/from'),
  reply_to_pointer: pointer.default('/to'),
  reply_text_pointer: pointer.default('/text'),
  handles_stop: z.boolean().default(false),
  status_map: fromJson(
    z
      .record(z.string().min(1).max(60), z.enum(['enroute', 'delivered', 'undelivered', 'expired', 'unknown']))
      .default({ ...DEFAULT_STATUS_MAP }),
  ),
});

/** Settings of an HTTP provider: a vendor described by configuration. */
export const HttpSettings = fields.superRefine((settings, context) => {
  const need = (path: keyof typeof settings, message: string): void =>
    context.addIssue({ code: 'custom', path: [path], message });
  if (settings.auth !== 'none' && settings.auth_secret === '')
    need('auth_secret', 'is needed to sign in; without signing in choose "Not at all"');
  if (settings.auth === 'basic' && settings.auth_user === '') need('auth_user', 'is needed beside the password');
  if (settings.auth === 'header' && settings.auth_header === '')
    need('auth_header', 'names the header that carries the secret');
});
export type HttpSettings = z.infer<typeof HttpSettings>;

/** The reason a provider's own map or the common one gives a code, or undefined. Codes are compared in lower case. */
export function reasonOf(
  map: Readonly<Record<string, string>>,
  common: Readonly<Record<string, ReasonCode>>,
  code: string,
): ReasonCode | undefined {
  const exact = Object.hasOwn(map, code) ? map[code] : undefined;
  if (exact !== undefined && isReasonCode(exact)) return exact;
  const folded = code.toLowerCase();
  for (const [name, reason] of Object.entries(map)) {
    if (name.toLowerCase() === folded && isReasonCode(reason)) return reason;
  }
  return Object.hasOwn(common, folded) ? common[folded] : undefined;
}
