import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Sql } from '@signalbox/db';

/** A workspace that can send texts: its number, and a live API key. */
export type Seeded = { workspace: number; key: string; provider: number };

/** How the carrier's account is set up. */
export type CarrierPlan = { smppPort: number; window: number; binds: number };

/** Suppressed numbers, so that every look-up searches a real index: spread among the numbers texted, each a digit longer than those. */
const SUPPRESSIONS = 100_000;

/** Makes a workspace with a live key, one SMPP provider, two routes that fit and one that does not, opt-outs and a cap for marketing. */
export async function seedWorkspace(sql: Sql, carrier: CarrierPlan): Promise<Seeded> {
  const [made] = await sql<{ number: number }[]>`
    insert into workspace (id, name) values (${randomUUID()}, 'Bench') returning number`;
  const workspace = made?.number ?? 0;
  const key = await seedKey(sql, workspace);
  const settings = {
    host: '127.0.0.1',
    port: carrier.smppPort,
    system_id: 'bench',
    window: carrier.window,
    bind_count: carrier.binds,
    default_from: 'SIGNALBOX',
  };
  const [provider] = await sql<{ number: number }[]>`
    insert into provider (id, workspace, environment, name, protocol, settings)
    values (${randomUUID()}, ${workspace}, 'live', 'Sink', 'smpp', ${sql.json(settings)}) returning number`;
  const number = provider?.number ?? 0;
  await seedRoutes(sql, workspace, number);
  await sql`
    insert into suppression (id, workspace, environment, channel, address, classes, reason)
    select gen_random_uuid(), ${workspace}, 'live', 'sms', '+49151' || lpad((n * 41)::text, 8, '0') || '7', '{marketing,transactional}', 'recipient.opted_out'
    from generate_series(1, ${SUPPRESSIONS}::int) n`;
  await sql`
    insert into cap_rule (id, workspace, environment, name, channels, classes, "limit", window_seconds)
    values (${randomUUID()}, ${workspace}, 'live', 'Cap', '{sms}', '{marketing}', 1000000, 86400)`;
  await sql`vacuum analyze suppression`;
  return { workspace, key, provider: number };
}

async function seedKey(sql: Sql, workspace: number): Promise<string> {
  const prefix = randomBytes(4).toString('hex');
  const key = `sb_live_${prefix}_${randomBytes(32).toString('base64url')}`;
  const hash = createHash('sha256').update(key).digest('hex');
  await sql`
    insert into api_key (id, workspace, environment, name, prefix, secret_hash)
    values (${randomUUID()}, ${workspace}, 'live', 'bench', ${prefix}, ${hash})`;
  return key;
}

async function seedRoutes(sql: Sql, workspace: number, provider: number): Promise<void> {
  const routes = [
    { name: 'Germany', countries: ['DE'], prefixes: ['4915'], weight: 70 },
    { name: 'Europe', countries: ['DE', 'FR', 'ES'], prefixes: [], weight: 30 },
    { name: 'Mexico', countries: ['MX'], prefixes: [], weight: 100 },
  ];
  for (const { name, countries, prefixes, weight } of routes) {
    await sql`
      insert into route (id, workspace, environment, provider, name, channel, countries, prefixes, classes, tier, weight, price_micros, currency)
      values (${randomUUID()}, ${workspace}, 'live', ${provider}, ${name}, 'sms', ${countries}, ${prefixes}, '{}', 1, ${weight}, 9000, 'USD')`;
  }
}
