import type { ChannelManifest } from '@signalbox/contracts';
import { z } from 'zod';
import { readMailbox } from './mailbox.ts';

/** Settings of an SMTP provider. */
export const SmtpSettings = z.strictObject({
  host: z.string().trim().min(1).max(253),
  port: z.int().min(1).max(65_535).default(587),
  /** none: plain for ever; starttls: refused when the server does not offer it; tls: from the first byte. */
  security: z.enum(['none', 'starttls', 'tls']).default('starttls'),
  tls_ca: z.string().max(100_000).default(''),
  user: z.string().max(200).default(''),
  password: z.string().max(500).default(''),
  default_from: z
    .string()
    .max(320)
    .refine((text) => readMailbox(text) !== undefined, 'write a mailbox such as Shop <orders@example.com>'),
  ehlo_name: z
    .string()
    .max(253)
    .regex(/^[A-Za-z0-9.:[\]-]*$/, 'write a host name')
    .default(''),
  max_connections: z.int().min(1).max(64).default(5),
  messages_per_connection: z.int().min(1).max(100_000).default(100),
  messages_per_second: z.number().min(0).max(10_000).default(0),
  connect_timeout_ms: z.int().min(500).max(120_000).default(10_000),
  answer_timeout_ms: z.int().min(500).max(600_000).default(60_000),
  throttle_pause_ms: z.int().min(0).max(600_000).default(1000),
});
export type SmtpSettings = z.infer<typeof SmtpSettings>;

/** The pure face of SMTP. */
export const smtpManifest: ChannelManifest<SmtpSettings> = {
  protocol: 'smtp',
  channels: ['email'],
  title: 'SMTP',
  summary: 'Hands mails to a mail server or a relay service. Acceptance by that server is the last thing known.',
  settings: SmtpSettings,
  rateSetting: 'messages_per_second',
  fields: [
    {
      name: 'host',
      kind: 'text',
      label: 'Mail server',
      help: 'Host name of the server or relay.',
      group: 'address',
      required: true,
      placeholder: 'smtp.example.com',
    },
    {
      name: 'port',
      kind: 'number',
      label: 'Port',
      help: '587 for STARTTLS, 465 for TLS, 25 between servers.',
      group: 'address',
      required: false,
      default: 587,
      min: 1,
      max: 65_535,
    },
    {
      name: 'security',
      kind: 'select',
      label: 'Encryption',
      help: 'STARTTLS and TLS check the certificate and never fall back to plain text.',
      group: 'address',
      required: false,
      default: 'starttls',
      options: [
        { value: 'starttls', label: 'STARTTLS' },
        { value: 'tls', label: 'TLS' },
        { value: 'none', label: 'None' },
      ],
    },
    {
      name: 'tls_ca',
      kind: 'text',
      label: 'Certificate authority',
      help: 'PEM text, only for a server whose certificate is signed by an authority of its own.',
      group: 'advanced',
      required: false,
    },
    {
      name: 'user',
      kind: 'text',
      label: 'User',
      help: 'Empty for a server that knows us by our address.',
      group: 'account',
      required: false,
    },
    {
      name: 'password',
      kind: 'secret',
      label: 'Password',
      help: 'Kept encrypted; never shown again.',
      group: 'account',
      required: false,
    },
    {
      name: 'default_from',
      kind: 'text',
      label: 'Sender when a message names none',
      help: 'A mailbox, with a name if you like. Its domain should carry your SPF and DKIM records.',
      group: 'message',
      required: true,
      placeholder: 'Shop <orders@example.com>',
    },
    {
      name: 'ehlo_name',
      kind: 'text',
      label: 'Our name in the greeting',
      help: 'Host name we introduce ourselves by; empty takes this machine’s.',
      group: 'advanced',
      required: false,
    },
    {
      name: 'max_connections',
      kind: 'number',
      label: 'Connections',
      help: 'How many mails may be on the wire at the same time.',
      group: 'limits',
      required: false,
      default: 5,
      min: 1,
      max: 64,
    },
    {
      name: 'messages_per_connection',
      kind: 'number',
      label: 'Mails per connection',
      help: 'After so many a connection is opened anew; many servers demand it.',
      group: 'limits',
      required: false,
      default: 100,
      min: 1,
      max: 100_000,
    },
    {
      name: 'messages_per_second',
      kind: 'number',
      label: 'Mails per second',
      help: 'What your contract allows; 0 for no limit.',
      group: 'limits',
      required: false,
      default: 0,
      min: 0,
      max: 10_000,
    },
    {
      name: 'connect_timeout_ms',
      kind: 'number',
      label: 'Time to connect (ms)',
      help: 'Until the greeting and the sign-in are through.',
      group: 'advanced',
      required: false,
      default: 10_000,
      min: 500,
      max: 120_000,
    },
    {
      name: 'answer_timeout_ms',
      kind: 'number',
      label: 'Time for one mail (ms)',
      help: 'From its first command to the last answer; after this the answer counts as lost.',
      group: 'limits',
      required: false,
      default: 60_000,
      min: 500,
      max: 600_000,
    },
    {
      name: 'throttle_pause_ms',
      kind: 'number',
      label: 'Pause after "slow down" (ms)',
      help: 'How long nothing is sent when the server asks us to slow down.',
      group: 'limits',
      required: false,
      default: 1000,
      min: 0,
      max: 600_000,
    },
  ],
  capabilities: { receipts: false, dedupe: 'none', replies: false },
};
