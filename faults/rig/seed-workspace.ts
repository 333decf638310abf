import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Sql } from '@signalbox/db';
import type { SMPP_CARRIERS } from './carrier.ts';

/** A workspace made for one scenario: its internal number and a live API key. */
export type SeededWorkspace = { number: number; key: string };

/** A carrier account of the simulator, as a provider is told of it. */
export type CarrierAccount = {
  name: (typeof SMPP_CARRIERS)[number];
  window?: number;
  /** Carriers of one tier share the traffic; without a tier each comes after the one before it. */
  tier?: number;
  settings?: object;
};

const PASSWORDS = { aurora: 'secret01', borealis: 'secret02', cascade: 'secret03' };
// How each carrier writes the ids of its answers and of its receipts; the rule of the account makes both the same text.
const ID_FORMS = {
  aurora: {},
  borealis: { message_id_response: 'hex', message_id_receipt: 'decimal' },
  cascade: {},
};

/** Makes a workspace with a key and one route for each carrier, the first carrier before the second. */
export async function seedWorkspace(
  sql: Sql,
  given: { name: string; smppPort: number; carriers: readonly CarrierAccount[] },
): Promise<SeededWorkspace> {
  const [made] = await sql<{ number: number }[]>`
    insert into workspace (id, name) values (${randomUUID()}, ${given.name}) returning number`;
  const number = made?.number ?? 0;
  for (const [index, carrier] of given.carriers.entries()) {
    await seedRoute(sql, number, given.smppPort, carrier, carrier.tier ?? index + 1);
  }
  return { number, key: await seedKey(sql, number) };
}

async function seedRoute(sql: Sql, workspace: number, port: number, carrier: CarrierAccount, tier: number) {
  const settings = {
    host: '127.0.0.1',
    port,
    system_id: carrier.name,
    password: PASSWORDS[carrier.name],
    window: carrier.window ?? 50,
    response_timeout_ms: 5000,
    enquire_link_ms: 5000,
    default_from: 'SIGNALBOX',
    ...ID_FORMS[carrier.name],
    ...carrier.settings,
  };
  const [provider] = await sql<{ number: number }[]>`
    insert into provider (id, workspace, environment, name, protocol, settings)
    values (${randomUUID()}, ${workspace}, 'live', ${carrier.name}, 'smpp', ${sql.json(settings)}) returning number`;
  await sql`
    insert into route (id, workspace, environment, provider, name, channel, countries, prefixes, classes, tier, weight, price_micros, currency)
    values (${randomUUID()}, ${workspace}, 'live', ${provider?.number ?? 0}, ${carrier.name}, 'sms', '{}', '{}', '{}', ${tier}, 100, 9000, 'USD')`;
}

async function seedKey(sql: Sql, workspace: number): Promise<string> {
  const prefix = randomBytes(4).toString('hex');
  const key = `sb_live_${prefix}_${randomBytes(32).toString('base64url')}`;
  const hash = createHash('sha256').update(key).digest('hex');
  await sql`
    insert into api_key (id, workspace, environment, name, prefix, secret_hash)
    values (${randomUUID()}, ${workspace}, 'live', 'faults', ${prefix}, ${hash})`;
  return key;
}

/** Gives consent to marketing for numbers that will be texted. */
export async function grantConsent(sql: Sql, workspace: number, numbers: readonly string[]): Promise<void> {
  await sql`
    select count(*) from append_consent(${workspace}, (select jsonb_agg(jsonb_build_object(
      'environment', 'live', 'channel', 'sms', 'address', address, 'state', 'granted', 'source', 'faults'))
    from unnest(${`{${numbers.join(',')}}`}::text[]) as given(address)))`;
}
