import { hkdfSync, randomFillSync } from 'node:crypto';
import { type Environment, encodeId, type ProviderView } from '@signalbox/contracts';
import { ensureWorkspace, insertKey, readCredential } from '@signalbox/db';
import { hashKey, KEY_BYTES, spellKey } from '../access/spell-key.ts';
import { listCaps, saveCap } from '../caps/caps.ts';
import type { Log, World } from '../clock.ts';
import { listRegistries, setRegistry } from '../compliance/registries.ts';
import { listConsents, recordConsent } from '../consent/record.ts';
import type { RequestContext } from '../context.ts';
import { getLookup, setLookup } from '../networks/lookup-settings.ts';
import { importNetworks, listNetworks } from '../networks/networks.ts';
import { openServices } from '../open-services.ts';
import { listProviders, saveProvider } from '../routing/providers.ts';
import { listRoutes, saveRoute } from '../routing/routes.ts';
import { getTranslation, setTranslation } from '../templates/translations/settings.ts';
import { inWorkspace } from '../tenant.ts';
import {
  DEMO_CAP,
  DEMO_CONSENTS,
  DEMO_LOOKUP,
  DEMO_LOOKUP_PATH,
  DEMO_PROVIDERS,
  DEMO_REGISTRY,
  DEMO_REGISTRY_KEY,
  DEMO_REGISTRY_PATH,
  DEMO_REGISTRY_SERVICE,
  DEMO_ROUTES,
  DEMO_TRANSLATOR_PATH,
  DEMO_VENDOR_TOKEN,
  type DemoProvider,
  type SimulatorPlaces,
} from './catalogue.ts';
import { SAMPLE_NETWORKS } from './sample-networks.ts';

/** What the demo workspace is filled from. */
export interface SeedInput {
  databaseUrl: string;
  /** 64 hex digits; the demo's password and keys follow from it, so that every start tells the same. */
  masterKey: string;
  simulator: SimulatorPlaces;
  /** Where the virtual carriers reach the api, without a slash at the end. */
  apiUrl: string;
}

/** What a newcomer needs to use the demo workspace. */
export interface SeededDemo {
  workspace_id: string;
  sign_in: { email: string; password: string };
  api_keys: { live: string; sandbox: string };
  /** The live key as a client of `/oauth/token`. */
  oauth: { client_id: string; client_secret: string };
}

const EMAIL = 'demo@example.com';
const ENVIRONMENTS: readonly Environment[] = ['live', 'sandbox'];
const world: World = { nowMs: () => Date.now(), fillRandom: (bytes) => void randomFillSync(bytes) };
// A fault of the seed is thrown to whoever starts the system; there is nothing else to tell.
const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * Fills the demo workspace on a migrated database, or brings an existing one up to date with this machine: what is there is kept, what a
 * person changed stays changed, only addresses of the virtual carriers follow. Repeating it gives the same secrets.
 */
export async function seedDemo(input: SeedInput): Promise<SeededDemo> {
  const { databaseUrl, masterKey } = input;
  const { host, vendorPort } = input.simulator;
  const egressAllow = [`${host}:${vendorPort}`];
  const services = await openServices({
    databaseUrl,
    masterKey,
    role: 'api',
    consoleOrigins: [],
    egressAllow,
    world,
    log,
  });
  try {
    const password = deriveBytes(masterKey, 'password', 12).toString('base64url');
    const user = await services.auth.ensureUser({ email: EMAIL, password, name: 'Demo' });
    const workspace = await ensureWorkspace(services.database.sql, {
      id: services.ids.next(),
      name: 'Demo Store',
      userId: user.id,
    });
    const keys = {} as Record<Environment, { id: string; secret: string }>;
    for (const environment of ENVIRONMENTS) {
      const ctx: RequestContext = {
        services,
        workspace,
        environment,
        actor: { kind: 'system', id: 'demo', name: 'Set-up' },
        requestId: 'demo',
        address: null,
      };
      await seedEnvironment(ctx, input);
      keys[environment] = await ensureKey(ctx, masterKey);
    }
    return {
      workspace_id: encodeId('workspace', workspace.id),
      sign_in: { email: EMAIL, password },
      api_keys: { live: keys.live.secret, sandbox: keys.sandbox.secret },
      oauth: { client_id: encodeId('apiKey', keys.live.id), client_secret: keys.live.secret },
    };
  } finally {
    await services.close();
  }
}

function deriveBytes(masterKey: string, purpose: string, count: number): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, '', `signalbox.demo.${purpose}`, count));
}

/** The demo key of an environment; when somebody revoked it or gave it another secret, the next one. */
async function ensureKey(ctx: RequestContext, masterKey: string): Promise<{ id: string; secret: string }> {
  const { environment, services } = ctx;
  const workspace = ctx.workspace.number;
  for (let generation = 1; ; generation += 1) {
    const { prefix, secret } = spellKey(
      environment,
      deriveBytes(masterKey, `key.${workspace}.${environment}.${generation}`, KEY_BYTES),
    );
    const id = await inWorkspace(ctx, async (tx) => {
      const row = {
        id: services.ids.next(),
        workspace,
        environment,
        name: 'Demo key',
        prefix,
        secretHash: hashKey(secret),
        scopes: null,
        allowedNetworks: null,
        expiresInDays: null,
      };
      const made = await insertKey(tx, row);
      if (made !== undefined) return made.id;
      const known = await readCredential(tx, prefix);
      return known?.secretHash === row.secretHash ? known.id : undefined;
    });
    if (id !== undefined) return { id, secret };
  }
}

async function seedEnvironment(ctx: RequestContext, input: SeedInput): Promise<void> {
  const { environment } = ctx;
  const mine = <T extends { environment: Environment }>(rows: readonly T[]) =>
    rows.filter((row) => row.environment === environment);
  const known = await listProviders({ ctx, input: {} });
  const providers = new Map<string, ProviderView>();
  for (const wanted of mine(DEMO_PROVIDERS)) {
    providers.set(
      wanted.name,
      await ensureProvider(
        ctx,
        input,
        wanted,
        known.find((one) => one.name === wanted.name),
      ),
    );
  }
  const routes = await listRoutes({ ctx, input: {} });
  for (const { provider, ...route } of mine(DEMO_ROUTES)) {
    const owner = providers.get(provider);
    if (owner === undefined || routes.some((one) => one.name === route.name)) continue;
    await saveRoute({ ctx, input: { ...route, provider_id: owner.id, enabled: true } });
  }
  if ((await listNetworks({ ctx, input: { limit: 1 } })).total === 0) {
    const samples = {
      csv: SAMPLE_NETWORKS,
      file_name: 'Samples',
      whole_table: false,
      dry_run: false,
      skip_faulty: false,
    };
    await importNetworks({ ctx, input: samples, sample: true });
  }
  if (environment === 'live') {
    await ensureLookup(ctx, input);
    await ensureTranslator(ctx, input);
    await ensureRegistry(ctx, input);
  }
  if ((await listCaps({ ctx, input: {} })).data.length === 0) await saveCap({ ctx, input: { cap: DEMO_CAP } });
  for (const { channel, address } of DEMO_CONSENTS) {
    if ((await listConsents({ ctx, input: { channel, address } })).data.length > 0) continue;
    await recordConsent({ ctx, input: { channel, address, state: 'granted', source: 'Demo: newsletter form' } });
  }
}

/** The lookup service of the virtual vendor, which nothing is asked of until somebody makes a rule or asks; one that a person put in its place stays. */
async function ensureLookup(ctx: RequestContext, { simulator }: SeedInput): Promise<void> {
  const url = `http://${simulator.host}:${simulator.vendorPort}${DEMO_LOOKUP_PATH}`;
  const { version, enabled, service, rules } = await getLookup({ ctx, input: {} });
  if (service === null) {
    const made = { enabled: true, service: { ...DEMO_LOOKUP, url }, secret: DEMO_VENDOR_TOKEN, rules: [] };
    await setLookup({ ctx, input: made });
  } else if (service.url !== url && service.url.endsWith(DEMO_LOOKUP_PATH)) {
    await setLookup({ ctx, input: { version, enabled, service: { ...service, url }, rules } });
  }
}

/** The translator of the virtual vendor; one that a person put in its place stays. */
async function ensureTranslator(ctx: RequestContext, { simulator }: SeedInput): Promise<void> {
  const url = `http://${simulator.host}:${simulator.vendorPort}${DEMO_TRANSLATOR_PATH}`;
  const { version, enabled, service } = await getTranslation({ ctx, input: {} });
  if (service === null) {
    const made = { url, timeout_ms: 15_000, daily_requests: 1_000 };
    await setTranslation({ ctx, input: { enabled: true, service: made, secret: DEMO_VENDOR_TOKEN } });
  } else if (service.url !== url && service.url.endsWith(DEMO_TRANSLATOR_PATH)) {
    await setTranslation({ ctx, input: { version, enabled, service: { ...service, url } } });
  }
}

/** The registry of the virtual vendor; one that a person changed stays as it is, and so do others in its place. */
async function ensureRegistry(ctx: RequestContext, { simulator }: SeedInput): Promise<void> {
  const url = `http://${simulator.host}:${simulator.vendorPort}${DEMO_REGISTRY_PATH}`;
  const { data } = await listRegistries({ ctx, input: {} });
  const key = DEMO_REGISTRY_KEY;
  const known = data.find((one) => one.key === key);
  if (data.length === 0) {
    const registry = { ...DEMO_REGISTRY, service: { ...DEMO_REGISTRY_SERVICE, url }, secret: DEMO_VENDOR_TOKEN };
    await setRegistry({ ctx, input: { key, registry } });
  } else if (known !== undefined && known.service.url !== url && known.service.url.endsWith(DEMO_REGISTRY_PATH)) {
    const { version, name, enabled, country, channels, meaning, unanswered, service } = known;
    const registry = { version, name, enabled, country, channels, meaning, unanswered, service: { ...service, url } };
    await setRegistry({ ctx, input: { key, registry } });
  }
}

async function ensureProvider(
  ctx: RequestContext,
  { simulator, apiUrl }: SeedInput,
  wanted: DemoProvider,
  known: ProviderView | undefined,
): Promise<ProviderView> {
  const { environment, name, protocol } = wanted;
  const places = (id: string) => wanted.places(simulator, `${apiUrl}/callbacks/${id}`);
  // A callback address carries the id, which is known once the provider is stored: until then it is left empty.
  const first = { ...wanted.settings, ...places(''), ...('callback_url' in places('') ? { callback_url: '' } : {}) };
  const view =
    known ?? (await saveProvider({ ctx, input: { environment, name, protocol, enabled: true, settings: first } }));
  const moved = Object.entries(places(view.id)).filter(([setting, value]) => view.settings[setting] !== value);
  if (moved.length === 0) return view;
  const settings = { ...view.settings, ...Object.fromEntries(moved) };
  const { id, version, enabled } = view;
  return saveProvider({ ctx, input: { environment, id, version, name, protocol, enabled, settings } });
}
