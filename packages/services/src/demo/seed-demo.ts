import { hkdfSync } from 'node:crypto';
import { secretFieldsOf } from '@signalbox/channels/manifests';
import { encodeId } from '@signalbox/contracts';
import { openDatabase, type Transaction } from '@signalbox/db';
import { createAuth } from '../access/auth.ts';
import { hashKey } from '../access/key-ring.ts';
import { spellKey } from '../access/spell-key.ts';
import { secretsPlace } from '../routing/provider-settings.ts';
import { createSealer, type Sealer } from '../secrets.ts';
import { DEMO_CONSENTS, DEMO_PROVIDERS, DEMO_ROUTES, type DemoProvider, type DemoSimulator } from './demo-carriers.ts';

/** What a start knows when it seeds the demo. */
export interface DemoInput {
  databaseUrl: string;
  /** 64 hex digits: every secret of the demo follows from it, so that a second start gives the same ones. */
  masterKey: string;
  simulator: DemoSimulator;
  /** Where carriers reach the api. */
  apiUrl: string;
}

/** What a newcomer is given. */
export interface Demo {
  workspace_id: string;
  sign_in: { email: string; password: string };
  api_keys: { live: string; sandbox: string };
  /** OAuth clients come with the access layer; until then there is none. */
  oauth: null;
}

const EMAIL = 'demo@signalbox.example';

/** Makes the demo workspace with its user, keys, providers, routes, cap and consents, or brings an existing one up to the ports of this start. */
export async function seedDemo(input: DemoInput): Promise<Demo> {
  const database = openDatabase({ url: input.databaseUrl, maxConnections: 2, applicationName: 'signalbox-seed' });
  const derive = (label: string, bytes: number) =>
    Buffer.from(hkdfSync('sha256', input.masterKey, '', `signalbox.demo.${label}`, bytes));
  const sealer = createSealer(input.masterKey);
  const keys = {
    live: spellKey('live', derive('key.live', 37)),
    sandbox: spellKey('sandbox', derive('key.sandbox', 37)),
  };
  const password = `demo-${derive('password', 12).toString('base64url')}`;
  try {
    const workspaceId = uuidFrom(derive('workspace', 16));
    const fresh = await database.sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(hashtext('signalbox.demo'))`;
      const [existing] = await tx<{ number: number }[]>`select number from workspace where id = ${workspaceId}`;
      const workspace = existing?.number ?? (await makeWorkspace(tx, workspaceId));
      const numbers = await seedProviders(tx, sealer, workspace, input, derive);
      if (existing !== undefined) return false;
      await seedRoutes(tx, workspace, numbers, derive);
      await seedPolicy(tx, workspace, derive);
      for (const environment of ['live', 'sandbox'] as const) {
        const { prefix, secret } = keys[environment];
        await tx`insert into api_key (id, workspace, environment, name, prefix, secret_hash)
          values (${uuidFrom(derive(`key.id.${environment}`, 16))}, ${workspace}, ${environment}, ${`Demo ${environment}`}, ${prefix}, ${hashKey(secret)})`;
      }
      return true;
    });
    if (fresh) await seedUser(database, workspaceId, password);
    return {
      workspace_id: encodeId('workspace', workspaceId),
      sign_in: { email: EMAIL, password },
      api_keys: { live: keys.live.secret, sandbox: keys.sandbox.secret },
      oauth: null,
    };
  } finally {
    await database.close();
  }
}

async function makeWorkspace(tx: Transaction, id: string): Promise<number> {
  const [row] = await tx<
    { number: number }[]
  >`insert into workspace (id, name) values (${id}, 'Demo Store') returning number`;
  return row?.number ?? 0;
}

async function seedUser(
  database: ReturnType<typeof openDatabase>,
  workspaceId: string,
  password: string,
): Promise<void> {
  // The secret signs cookies only; this instance makes a user and serves nobody.
  const auth = createAuth({ database, secret: 'seeding-signs-no-cookie-seeding-signs', trustedOrigins: [] });
  const user = await auth.ensureUser({ email: EMAIL, password, name: 'Demo' });
  await database.sql`insert into membership (user_id, workspace)
    select ${user.id}, number from workspace where id = ${workspaceId} on conflict do nothing`;
}

type Derive = (label: string, bytes: number) => Buffer;

/** Makes the providers, or gives existing ones the addresses of this start; what a person changed besides stays. */
async function seedProviders(
  tx: Transaction,
  sealer: Sealer,
  workspace: number,
  input: DemoInput,
  derive: Derive,
): Promise<Map<string, number>> {
  const rows = DEMO_PROVIDERS.map((provider) => {
    const id = uuidFrom(derive(`provider.${provider.name}`, 16));
    const callbackUrl = `${input.apiUrl}/callbacks/${encodeId('provider', id)}`;
    return { provider, id, ...splitSecrets(provider, provider.settings(input.simulator, callbackUrl)) };
  });
  const numbers = new Map<string, number>();
  for (const { provider, id, settings, secrets } of rows) {
    const sealed = Object.keys(secrets).length === 0 ? null : sealer.seal(JSON.stringify(secrets), secretsPlace(id));
    const { host, port, base_url, callback_url } = settings as Record<string, unknown>;
    const addresses = Object.fromEntries(
      Object.entries({ host, port, base_url, callback_url }).filter(([, value]) => value !== undefined),
    );
    const [row] = await tx<{ number: number }[]>`
      insert into provider (id, workspace, environment, name, protocol, settings, secrets)
      values (${id}, ${workspace}, ${provider.environment}, ${provider.name}, ${provider.protocol}, ${tx.json(settings as never)}, ${sealed})
      on conflict (id) do update set settings = provider.settings || ${tx.json(addresses as never)},
        version = provider.version + (not provider.settings @> ${tx.json(addresses as never)})::int
      returning number`;
    numbers.set(provider.name, row?.number ?? 0);
  }
  return numbers;
}

function splitSecrets(provider: DemoProvider, all: Record<string, unknown>) {
  const secret = new Set<string>(secretFieldsOf(provider.protocol));
  const entries = Object.entries(all);
  return {
    settings: Object.fromEntries(entries.filter(([name]) => !secret.has(name))),
    secrets: Object.fromEntries(entries.filter(([name]) => secret.has(name))),
  };
}

async function seedRoutes(
  tx: Transaction,
  workspace: number,
  providers: ReadonlyMap<string, number>,
  derive: Derive,
): Promise<void> {
  for (const route of DEMO_ROUTES) {
    const environment = DEMO_PROVIDERS.find((provider) => provider.name === route.provider)?.environment ?? 'live';
    await tx`
      insert into route (id, workspace, environment, provider, name, channel, countries, prefixes, classes, tier, weight, price_micros, currency)
      values (${uuidFrom(derive(`route.${route.name}`, 16))}, ${workspace}, ${environment}, ${providers.get(route.provider) ?? 0}, ${route.name},
        ${route.channel}, ${route.countries}, '{}', ${`{${route.classes.join(',')}}`}::traffic_class[], ${route.tier}, ${route.weight},
        ${route.priceMicros}, 'USD')`;
  }
}

async function seedPolicy(tx: Transaction, workspace: number, derive: Derive): Promise<void> {
  for (const environment of ['live', 'sandbox'] as const) {
    await tx`
      insert into cap_rule (id, workspace, environment, channel, classes, "limit", window_seconds)
      values (${uuidFrom(derive(`cap.${environment}`, 16))}, ${workspace}, ${environment}, 'sms', '{marketing}', 3, 86400)`;
    for (const { channel, address } of DEMO_CONSENTS) {
      await tx`
        insert into consent (id, workspace, environment, channel, address, state, source, at)
        values (${uuidFrom(derive(`consent.${environment}.${address}`, 16))}, ${workspace}, ${environment}, ${channel}, ${address},
          'granted', 'demo data', now())`;
    }
  }
}

/** A UUID (version 8, RFC 9562: made by a rule of our own) from derived bytes. */
function uuidFrom(bytes: Buffer): string {
  const copy = Buffer.from(bytes);
  copy[6] = ((copy[6] ?? 0) & 0x0f) | 0x80;
  copy[8] = ((copy[8] ?? 0) & 0x3f) | 0x80;
  const hex = copy.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
