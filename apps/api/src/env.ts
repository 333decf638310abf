import { readFileSync } from 'node:fs';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const address = z.url({ protocol: /^https?$/, error: 'must be an address such as http://127.0.0.1:4000' });

const Environment = z.object({
  API_PORT: port.default(4000),
  API_HOST: z.string().min(1).default('127.0.0.1'),
  API_URL: address.optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/[^/]*\/.+/, 'must look like postgres://user:password@host:5432/database'),
  SIGNALBOX_MASTER_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'must be 64 hexadecimal digits; make one with: openssl rand -hex 32'),
  CONSOLE_URL: address.default('http://127.0.0.1:3000'),
  SIMULATOR_URL: address.optional(),
  EGRESS_ALLOW: z.string().default(''),
  SYSTEM_MAIL_URL: z
    .url({
      protocol: /^smtps?$/,
      error: 'must look like smtp://user:password@host:587, or smtps:// for TLS from the start',
    })
    .optional(),
  SYSTEM_MAIL_FROM: z
    .string()
    .regex(/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/, 'must be an address such as "Signalbox <signalbox@example.com>"')
    .optional(),
  SIGNALBOX_REGION: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, 'must be up to 40 small letters, digits and dashes')
    .default('local'),
  TRUSTED_HOPS: z.coerce.number().int().min(0).max(8).default(0),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** The settings of the api, checked. */
export interface ApiEnv {
  port: number;
  host: string;
  /** Where callers reach this api; without a slash at the end. */
  publicUrl: string;
  databaseUrl: string;
  masterKey: string;
  consoleOrigins: string[];
  simulatorUrl: string | undefined;
  /** Hosts and networks that outgoing HTTP may reach though they are not public. */
  egressAllow: string[];
  /** The mail server that takes mails of the system itself, and their sender; undefined where none are sent. */
  systemMail: { url: string; from: string } | undefined;
  region: string;
  /** How many proxies of ours stand before this api and add to X-Forwarded-For. */
  trustedHops: number;
  logLevel: string;
}

/** Settings whose value must not be repeated in a sentence. */
const SECRET = new Set(['DATABASE_URL', 'SIGNALBOX_MASTER_KEY', 'SYSTEM_MAIL_URL']);

const withoutSlash = (url: string): string => url.replace(/\/+$/, '');

/** The origins a browser shows for one address: this machine has two names. */
function originsOf(url: string): string[] {
  const { origin, hostname } = new URL(url);
  if (hostname === '127.0.0.1') return [origin, origin.replace('127.0.0.1', 'localhost')];
  if (hostname === 'localhost') return [origin, origin.replace('localhost', '127.0.0.1')];
  return [origin];
}

/** A secret may lie in a file named by `<name>_FILE`, as container platforms hand it over. */
function readSecretFiles(given: Record<string, string | undefined>): void {
  for (const name of SECRET) {
    const file = given[`${name}_FILE`];
    if (file === undefined || given[name] !== undefined) continue;
    try {
      given[name] = readFileSync(file, 'utf8').trim();
    } catch {
      throw new Error(`${name}_FILE names a file that cannot be read: ${file}.`);
    }
  }
}

/** Reads the settings; a missing or wrong one throws one sentence that names it. An empty value counts as not set. */
export function readEnv(environment: NodeJS.ProcessEnv = process.env): ApiEnv {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  readSecretFiles(given);
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = String(issue?.path[0] ?? '');
    if (given[name] === undefined) throw new Error(`${name} must be set: ${WHAT[name] ?? 'it has no default'}.`);
    const shown = SECRET.has(name) ? '' : ` (it is "${given[name]}")`;
    throw new Error(`${name} ${sayWrong(name, issue?.message)}${shown}.`);
  }
  const env = parsed.data;
  if ((env.SYSTEM_MAIL_URL === undefined) !== (env.SYSTEM_MAIL_FROM === undefined)) {
    throw new Error('SYSTEM_MAIL_URL and SYSTEM_MAIL_FROM must be set together, or neither.');
  }
  return {
    port: env.API_PORT,
    host: env.API_HOST,
    publicUrl: withoutSlash(env.API_URL ?? `http://${env.API_HOST}:${env.API_PORT}`),
    databaseUrl: env.DATABASE_URL,
    masterKey: env.SIGNALBOX_MASTER_KEY,
    consoleOrigins: originsOf(env.CONSOLE_URL),
    simulatorUrl: env.SIMULATOR_URL === undefined ? undefined : withoutSlash(env.SIMULATOR_URL),
    egressAllow: env.EGRESS_ALLOW.split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ''),
    systemMail:
      env.SYSTEM_MAIL_URL === undefined || env.SYSTEM_MAIL_FROM === undefined
        ? undefined
        : { url: env.SYSTEM_MAIL_URL, from: env.SYSTEM_MAIL_FROM },
    region: env.SIGNALBOX_REGION,
    trustedHops: env.TRUSTED_HOPS,
    logLevel: env.LOG_LEVEL,
  };
}

const WHAT: Readonly<Record<string, string>> = {
  DATABASE_URL: 'the PostgreSQL to use, as postgres://user:password@host:5432/database',
  SIGNALBOX_MASTER_KEY: '64 hexadecimal digits; make one with: openssl rand -hex 32',
};

function sayWrong(name: string, message: string | undefined): string {
  if (name === 'API_PORT') return 'must be a whole number from 0 to 65535';
  if (name === 'TRUSTED_HOPS') return 'must be a whole number from 0 to 8, the number of your proxies before the api';
  if (name === 'LOG_LEVEL') return 'must be one of debug, info, warn, error, silent';
  return message ?? 'is not valid';
}
