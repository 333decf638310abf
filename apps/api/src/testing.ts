import { createHash, randomBytes, randomFillSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createEgress } from '@signalbox/channels/egress';
import { type Environment, type Role, Scope } from '@signalbox/contracts';
import { createTestDatabase } from '@signalbox/db/testing';
import { type Log, openServices, type SendSystemMail, type Services } from '@signalbox/services';
import { createApp } from './app.ts';
import { answerBrokenRequest, createEntry } from './entry.ts';
import { openMetrics } from './metrics.ts';
import { createProblemWriter } from './rest/problem.ts';
import type { DoorSettings, World } from './world.ts';

/** A workspace with one key of each environment and one person who can sign in. */
export interface Tenant {
  number: number;
  id: string;
  keys: Record<Environment, string>;
  email: string;
  password: string;
}

/** How a person signs in. */
export interface Person {
  email: string;
  password: string;
}

/** One api on a real socket and a database of its own. */
export interface TestApi {
  url: string;
  databaseUrl: string;
  world: World;
  services: Services;
  /** What was logged, newest last. */
  logged: { message: string; fields: Record<string, unknown> | undefined }[];
  addTenant(name: string): Promise<Tenant>;
  /** Another person of a workspace; a name tells apart two of one role. */
  addPerson(tenant: Tenant, role: Role, name?: string): Promise<Person>;
  /** A sum over every row of every table; equal sums mean that nothing was changed, but for notes of when a key, a session or the configuration was touched, and the counts and the log of calls. */
  everything(): Promise<string>;
  /** A call as a plain client makes it: JSON in, status, headers and parsed JSON out. */
  call(method: string, path: string, init?: CallInit): Promise<Called>;
  /** A question of the console, with the session cookie given. */
  query(path: string, input: unknown, headers: Record<string, string>): Promise<Called>;
  /** A change made from a page of the console, with the session cookie given; other headers may lie about where it comes from. */
  mutate(path: string, input: unknown, headers: Record<string, string>): Promise<Called>;
  /** Signs in and returns the cookie header of the session. */
  signIn(person: Person): Promise<string>;
  setDraining(draining: boolean): void;
  stop(): Promise<void>;
}

/** What a test sends along. `body` is sent as it is when it is text, as JSON otherwise. */
interface CallInit {
  key?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** What a test gets back. */
export interface Called {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of every shape
  json: any;
}

/** The origin of the console in tests. */
export const CONSOLE_ORIGIN = 'http://127.0.0.1:3000';

/** Opens an api for one test file; mails of the system leave by what is given, and outgoing HTTP may reach what is named and no other place inside. */
export async function openTestApi(
  { region = 'test', ...settings }: Partial<DoorSettings> & { region?: string } = {},
  sendSystemMail?: SendSystemMail,
  egressAllow: readonly string[] = [],
): Promise<TestApi> {
  const database = await createTestDatabase();
  const logged: TestApi['logged'] = [];
  const note = (message: string, fields?: Record<string, unknown>) => void logged.push({ message, fields });
  const log: Log = { info: note, warn: note, error: note };
  const outgoing = createEgress({ allow: egressAllow });
  const services = await openServices({
    databaseUrl: database.url,
    masterKey: 'ab'.repeat(32),
    role: 'api',
    issuer: 'http://api.test',
    publicUrl: 'http://api.test',
    consoleOrigins: [CONSOLE_ORIGIN],
    sendSystemMail,
    region,
    egressAllow,
    outgoing,
    world: { nowMs: Date.now, fillRandom: (bytes) => void randomFillSync(bytes) },
    log,
  });
  let draining = false;
  const world: World = {
    services,
    log,
    metrics: openMetrics(),
    problem: createProblemWriter('http://api.test/docs'),
    settings: {
      publicUrl: 'http://api.test',
      consoleOrigins: [CONSOLE_ORIGIN],
      simulatorUrl: undefined,
      trustedHops: 0,
      ...settings,
    },
    isDraining: () => draining,
  };
  const server = createServer(createEntry(world, getRequestListener(createApp(world).fetch)));
  server.on('clientError', (error, socket) => answerBrokenRequest(world, error, socket));
  const url = await listen(server);
  const call = createCaller(url);
  return {
    url,
    databaseUrl: database.url,
    world,
    services,
    logged,
    call,
    query(path, input, headers) {
      const search = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
      return call('GET', `/trpc/${path}${search}`, { headers });
    },
    mutate: (path, body, headers) =>
      call('POST', `/trpc/${path}`, {
        body,
        headers: { origin: CONSOLE_ORIGIN, 'sec-fetch-site': 'same-origin', ...headers },
      }),
    addTenant: (name) => addTenant(services, name),
    addPerson: (tenant, role, name = 'one') =>
      addPerson(services, tenant.number, `${name}.${role}.${tenant.email}`, role),
    everything: () => sumRows(services),
    async signIn({ email, password }) {
      const answered = await call('POST', '/auth/sign-in/email', {
        body: { email, password },
        headers: { origin: CONSOLE_ORIGIN },
      });
      if (answered.status !== 200) throw new Error(`sign-in answered ${answered.status}: ${answered.text}`);
      return answered.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; ');
    },
    setDraining(value) {
      draining = value;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await services.close();
      await outgoing.close();
      await database.drop();
    },
  };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function createCaller(url: string): TestApi['call'] {
  return async (method, path, init = {}) => {
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(init.key === undefined ? {} : { authorization: `Bearer ${init.key}` }),
        ...init.headers,
      },
      ...(init.body === undefined
        ? {}
        : { body: typeof init.body === 'string' ? init.body : JSON.stringify(init.body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parsed(text) };
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function addTenant(services: Services, name: string): Promise<Tenant> {
  const { sql } = services.database;
  const id = services.ids.next();
  const [row] = await sql<
    { number: number }[]
  >`insert into workspace (id, name) values (${id}, ${name}) returning number`;
  const number = row?.number ?? 0;
  const owner = await addPerson(services, number, `${name.toLowerCase()}@example.com`, 'owner');
  await services.config.refresh();
  return {
    number,
    id,
    ...owner,
    keys: { live: await addKey(services, number, 'live'), sandbox: await addKey(services, number, 'sandbox') },
  };
}

async function addPerson(services: Services, workspace: number, email: string, role: Role): Promise<Person> {
  const password = randomBytes(12).toString('base64url');
  const user = await services.auth.ensureUser({ email, password, name: email.split('@')[0] ?? email });
  await services.database
    .sql`insert into membership (user_id, workspace, role) values (${user.id}, ${workspace}, ${role})`;
  return { email, password };
}

async function sumRows({ database: { sql } }: Services): Promise<string> {
  const tables = await sql<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      and not relispartition and relname not in ('session', 'verification', 'config_version', 'rate_counter', 'rate_bucket', 'api_request') order by relname`;
  if (tables.length < 15) throw new Error('tables are missing from the sum');
  const sums = [];
  for (const { name } of tables) {
    sums.push(
      await sql`
        select ${name} as name, md5(coalesce(string_agg(line, '|' order by line), '')) as sum
        from (select (to_jsonb(t) - 'last_used_at')::text as line from ${sql(name)} t) as lines`,
    );
  }
  return JSON.stringify(sums);
}

async function addKey(services: Services, workspace: number, environment: Environment): Promise<string> {
  const prefix = randomBytes(4).toString('hex');
  const key = `sb_${environment === 'live' ? 'live' : 'test'}_${prefix}_${randomBytes(32).toString('base64url')}`;
  await services.database.sql`
    insert into api_key (id, workspace, environment, name, prefix, secret_hash, scopes)
    values (${services.ids.next()}, ${workspace}, ${environment}, 'test', ${prefix}, ${createHash('sha256').update(key).digest('hex')},
      ${Scope.options as string[]})`;
  return key;
}
