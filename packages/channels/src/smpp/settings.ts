import { isReasonCode } from '@signalbox/contracts';
import { z } from 'zod';
import { fromJson } from '../form-values.ts';

const octet = z.int().min(0).max(255);
const idForm = z.enum(['as_is', 'case_fold', 'strip_zeros', 'case_fold_strip_zeros', 'hex', 'decimal']);

/** Where vendors put parameters of their own (SMPP 3.4 section 5.3.2). */
const tag = z.int().min(0x1400).max(0x3fff);

const asciiText = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[\x20-\x7e]*$/, 'printable ASCII only');

const reasons = (keys: RegExp, example: string) =>
  fromJson(
    z
      .record(z.string().regex(keys, `write ${example}`), z.string())
      .refine(
        (map) => Object.values(map).every(isReasonCode),
        'each code leads to a reason of the table, such as recipient.unknown',
      )
      .default({}),
  );

/** Settings of an SMPP provider: an account at an SMSC. */
export const SmppSettings = z.strictObject({
  host: z.string().trim().min(1).max(253),
  port: z.int().min(1).max(65_535).default(2775),
  tls: z.boolean().default(false),
  tls_ca: z.string().max(100_000).default(''),
  system_id: asciiText(15).min(1),
  password: asciiText(8).default(''),
  system_type: asciiText(12).default(''),
  bind_mode: z.enum(['trx', 'tx_rx']).default('trx'),
  bind_count: z.int().min(1).max(32).default(1),
  window: z.int().min(1).max(100_000).default(10),
  /** Parts per second of the whole account, shared by its binds; 0 for no limit. */
  submits_per_second: z.number().min(0).max(1_000_000).default(0),
  response_timeout_ms: z.int().min(100).max(600_000).default(30_000),
  enquire_link_ms: z.int().min(1000).max(600_000).default(30_000),
  connect_timeout_ms: z.int().min(100).max(120_000).default(10_000),
  throttle_pause_ms: z.int().min(0).max(600_000).default(1000),
  default_from: asciiText(20).default(''),
  default_alphabet: z.enum(['gsm', 'latin1']).default('gsm'),
  data_coding_gsm: octet.default(0),
  data_coding_ucs2: octet.default(8),
  concatenation: z.enum(['udh8', 'udh16', 'sar', 'payload']).default('udh8'),
  message_id_response: idForm.default('as_is'),
  message_id_receipt: idForm.default('as_is'),
  ton_international: octet.default(1),
  npi_international: octet.default(1),
  ton_short_code: octet.default(3),
  npi_short_code: octet.default(0),
  ton_alphanumeric: octet.default(5),
  npi_alphanumeric: octet.default(0),
  dest_ton: octet.default(1),
  dest_npi: octet.default(1),
  service_type: asciiText(5).default(''),
  registered_delivery: octet.default(1),
  dlt: z.enum(['off', 'ids', 'list', 'hash']).default('off'),
  dlt_entity_tag: tag.default(0x1400),
  dlt_template_tag: tag.default(0x1401),
  dlt_chain_tag: tag.default(0x1402),
  dlt_terminated: z.boolean().default(false),
  receipt_network_tag: z.int().min(0).max(0xffff).default(0),
  handles_stop: z.boolean().default(false),
  pass_validity: z.boolean().default(true),
  codes_map: reasons(/^(0x[0-9a-fA-F]{1,8}|\d{1,10})$/, 'a status such as 0x45 or 69'),
  error_map: reasons(/^[0-9A-Za-z_-]{1,20}$/, 'an err value of a receipt such as 006'),
});
export type SmppSettings = z.infer<typeof SmppSettings>;
