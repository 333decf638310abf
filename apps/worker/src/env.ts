import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);

const Environment = z.object({
  WORKER_PORT: port.default(4100),
  WORKER_HOST: z.string().min(1).default('127.0.0.1'),
  WORKER_NAME: z.string().min(1).max(80).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/[^/]*\/.+/, 'must look like postgres://user:password@host:5432/database'),
  SIGNALBOX_MASTER_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'must be 64 hexadecimal digits; make one with: openssl rand -hex 32'),
  API_URL: z.url({ protocol: /^https?$/, error: 'must be an address such as https://api.example.com' }).optional(),
  EGRESS_ALLOW: z.string().default(''),
  RETENTION_DAYS: z.coerce
    .number()
    .int()
    .min(4, 'must be at least 4: receipts may come for 72 hours')
    .max(3650)
    .default(120),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** The settings of the worker, checked. */
export interface WorkerEnv {
  port: number;
  host: string;
  /** Names this process in leases and connection reports; unique among the workers of an installation. */
  name: string;
  databaseUrl: string;
  masterKey: string;
  /** Where people reach the api, for the links in their messages; without a slash at the end. Without it messages carry none. */
  publicUrl: string | undefined;
  /** Hosts and networks that outgoing HTTP may reach though they are not public. */
  egressAllow: string[];
  retentionDays: number;
  logLevel: string;
}

const SECRETS = ['DATABASE_URL', 'SIGNALBOX_MASTER_KEY'];

/** A secret may lie in a file named by `<name>_FILE`, as container platforms hand it over. */
function readSecretFiles(given: Record<string, string | undefined>): void {
  for (const name of SECRETS) {
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
export function readEnv(environment: NodeJS.ProcessEnv = process.env): WorkerEnv {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  readSecretFiles(given);
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = String(issue?.path[0] ?? '');
    const wrong = given[name] === undefined ? 'must be set' : (issue?.message ?? 'is not valid');
    throw new Error(`${name} ${wrong}.`);
  }
  const env = parsed.data;
  return {
    port: env.WORKER_PORT,
    host: env.WORKER_HOST,
    name: env.WORKER_NAME ?? `${hostname()}-${process.pid}`,
    databaseUrl: env.DATABASE_URL,
    masterKey: env.SIGNALBOX_MASTER_KEY,
    publicUrl: env.API_URL?.replace(/\/+$/, ''),
    egressAllow: env.EGRESS_ALLOW.split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ''),
    retentionDays: env.RETENTION_DAYS,
    logLevel: env.LOG_LEVEL,
  };
}
