import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** The top folder of the checkout. */
export const root = resolve(import.meta.dirname, '..');

const port = (fallback: number) => z.coerce.number().int().min(1).max(65_535).default(fallback);
const followingPort = z.coerce.number().int().min(1).max(65_535).optional();

/** Every variable `npm start` reads; .env.example lists the same names with the same defaults (a test compares them). */
export const schema = z.object({
  SIGNALBOX_HOME: z.string().default('.signalbox'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/[^/]+\/.+/, 'must look like postgres://user:password@host:5432/database')
    .optional(),
  POSTGRES_PORT: followingPort,
  API_PORT: port(4000),
  CONSOLE_PORT: port(3000),
  WORKER_PORT: port(4100),
  SIMULATOR_PORT: port(4900),
  SIMULATOR_SMPP_PORT: followingPort,
  SIMULATOR_SMTP_PORT: followingPort,
  SIMULATOR_VENDOR_PORT: followingPort,
  SIGNALBOX_MASTER_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'must be 64 hexadecimal digits (openssl rand -hex 32)')
    .optional(),
});

/** The ports of one running system, all on 127.0.0.1. */
export type Ports = {
  api: number;
  console: number;
  worker: number;
  simulator: number;
  smpp: number;
  smtp: number;
  vendor: number;
};

/** The settings of a start, checked. */
export type StartEnv = {
  home: string;
  databaseUrl: string | undefined;
  postgresPort: number | undefined;
  masterKey: string | undefined;
  ports: Ports;
};

/** Which variable sets which port, for messages that must name it. */
export const portVariables: Record<keyof Ports, string> = {
  api: 'API_PORT',
  console: 'CONSOLE_PORT',
  worker: 'WORKER_PORT',
  simulator: 'SIMULATOR_PORT',
  smpp: 'SIMULATOR_SMPP_PORT',
  smtp: 'SIMULATOR_SMTP_PORT',
  vendor: 'SIMULATOR_VENDOR_PORT',
};

/** Reads and checks the settings of a start; a wrong value throws one sentence that names it. */
export function readStartEnv(source: NodeJS.ProcessEnv): StartEnv {
  const env = parse(source);
  const ports: Ports = {
    api: env.API_PORT,
    console: env.CONSOLE_PORT,
    worker: env.WORKER_PORT,
    simulator: env.SIMULATOR_PORT,
    smpp: env.SIMULATOR_SMPP_PORT ?? env.SIMULATOR_PORT + 1,
    smtp: env.SIMULATOR_SMTP_PORT ?? env.SIMULATOR_PORT + 2,
    vendor: env.SIMULATOR_VENDOR_PORT ?? env.SIMULATOR_PORT + 3,
  };
  refuseTwins(ports);
  return {
    home: resolve(root, env.SIGNALBOX_HOME),
    databaseUrl: env.DATABASE_URL,
    postgresPort: env.POSTGRES_PORT,
    masterKey: env.SIGNALBOX_MASTER_KEY,
    ports,
  };
}

/** Adds the variables of a `.env` file in the checkout, if there is one; what is already set wins. */
export function loadEnvFile(): void {
  const file = join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

function parse(source: NodeJS.ProcessEnv): z.output<typeof schema> {
  const given: Record<string, string> = {};
  for (const name of Object.keys(schema.shape)) {
    const value = source[name] || readSecretFile(name, source[`${name}_FILE`]);
    // An empty variable is what a compose file passes for "not set".
    if (value) given[name] = value;
  }
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const name = String(issue?.path[0]);
  const secret = name === 'SIGNALBOX_MASTER_KEY' || name === 'DATABASE_URL';
  const shown = secret ? '' : `, not "${given[name]}"`;
  const demand =
    issue?.code === 'custom' || issue?.code === 'invalid_format'
      ? issue.message
      : 'must be a port number from 1 to 65535';
  throw new Error(`${name} ${demand}${shown}.`);
}

function readSecretFile(name: string, file: string | undefined): string | undefined {
  if (!file) return undefined;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw new Error(`${name}_FILE names ${file}, which cannot be read.`, { cause });
  }
}

function refuseTwins(ports: Ports): void {
  const taken = new Map<number, string>();
  for (const [name, number] of Object.entries(ports) as [keyof Ports, number][]) {
    const variable = portVariables[name];
    const other = taken.get(number);
    if (other) throw new Error(`${other} and ${variable} are both ${number}: give one of them another port.`);
    if (number > 65_535)
      throw new Error(`${variable} would be ${number}, past the last port: lower SIMULATOR_PORT or set ${variable}.`);
    taken.set(number, variable);
  }
}
