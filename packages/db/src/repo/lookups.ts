import type { LookupRule, LookupService, Reach } from '@signalbox/contracts';
import { instantArray, plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';

/** How a workspace looks numbers up; the secret is still sealed. */
export interface NumberLookupRow {
  workspace: number;
  enabled: boolean;
  service: LookupService;
  rules: LookupRule[];
  secret: string | null;
  version: number;
}

/** How each workspace, or one, looks numbers up. */
export async function readNumberLookups(sql: SqlRunner, workspace?: number): Promise<NumberLookupRow[]> {
  return sql<NumberLookupRow[]>`
    select workspace, enabled, service, rules, secret, version from number_lookup
    where ${workspace === undefined ? sql`true` : sql`workspace = ${workspace}`}`;
}

/** How a workspace looks numbers up, locked against other changes to the end of the transaction; undefined where nothing is stored. */
export async function lockNumberLookup(sql: SqlRunner, workspace: number): Promise<NumberLookupRow | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`number lookup ${workspace}`}, 0))`;
  return (await readNumberLookups(sql, workspace))[0];
}

/** Stores how a workspace looks numbers up, in place of what is there. */
export async function putNumberLookup(sql: SqlRunner, row: Omit<NumberLookupRow, 'version'>): Promise<void> {
  const { workspace, enabled, secret } = row;
  const [service, rules] = [sql.json(row.service as never), sql.json(row.rules as never)];
  await sql`
    insert into number_lookup (workspace, enabled, service, rules, secret, version)
    values (${workspace}, ${enabled}, ${service}, ${rules}, ${secret}, 1)
    on conflict (workspace) do update set enabled = excluded.enabled, service = excluded.service, rules = excluded.rules,
      secret = excluded.secret, version = number_lookup.version + 1`;
}

/** The money of a day, and what one number takes of it. */
export interface LookupPurse {
  workspace: number;
  /** Who is paid: `lookup`, `translation`, or `registry/` and its key. */
  service: string;
  /** `YYYY-MM-DD`. */
  day: string;
  currency: string;
  priceMicros: number;
  /** Most numbers of the day, and most money or null. */
  numbersMax: number;
  microsMax: number | null;
}

/** Counts numbers as asked for before they are, as many of `wanted` as the limits of the day leave; returns how many. Runs in a transaction of its own. */
export async function reserveLookups(tx: SqlRunner, purse: LookupPurse, wanted: number): Promise<number> {
  const { workspace, service, day, currency, priceMicros } = purse;
  await tx`
    insert into lookup_day (workspace, service, day, currency, asked, answered, spent_micros) values (${workspace}, ${service}, ${day}, ${currency}, 0, 0, 0)
    on conflict do nothing`;
  const [spent] = await tx<{ asked: number; micros: number }[]>`
    select asked, spent_micros::float8 as micros from lookup_day
    where workspace = ${workspace} and service = ${service} and day = ${day} and currency = ${currency} for update`;
  const byNumber = purse.numbersMax - (spent?.asked ?? 0);
  const byMoney =
    purse.microsMax === null || priceMicros === 0
      ? wanted
      : Math.floor((purse.microsMax - (spent?.micros ?? 0)) / priceMicros);
  const granted = Math.max(0, Math.min(wanted, byNumber, byMoney));
  if (granted > 0) await settleLookups(tx, purse, { asked: granted, answered: 0 });
  return granted;
}

/** Adds to what was asked for and answered on a day; a negative `asked` gives back what was reserved and never asked. */
export async function settleLookups(
  sql: SqlRunner,
  { workspace, service, day, currency, priceMicros }: LookupPurse,
  { asked, answered }: { asked: number; answered: number },
): Promise<void> {
  await sql`
    update lookup_day set asked = asked + ${asked}, answered = answered + ${answered}, spent_micros = spent_micros + ${asked * priceMicros}
    where workspace = ${workspace} and service = ${service} and day = ${day} and currency = ${currency}`;
}

/** What a service was asked for on a day. */
export interface LookupDayRow {
  service: string;
  day: string;
  currency: string;
  asked: number;
  answered: number;
  spentMicros: number;
}

/** What a workspace asked for since a day, the newest first: of `lookup` or `translation`, or of all whose name begins with `registry/`. */
export async function readLookupDays(
  sql: SqlRunner,
  workspace: number,
  since: string,
  of: 'lookup' | 'registry/' | 'translation',
): Promise<LookupDayRow[]> {
  return sql<LookupDayRow[]>`
    select service, to_char(day, 'YYYY-MM-DD') as day, currency, asked, answered, spent_micros::float8 as "spentMicros" from lookup_day
    where workspace = ${workspace} and day >= ${since}::date and starts_with(service, ${of}) order by 2 desc, 3`;
}

/** What a service said of a number. Times are milliseconds since 1970. */
export interface LookedUpRow {
  workspace: number;
  address: string;
  /** UUID of the message it was asked for; null when somebody asked for the number itself. */
  messageId: string | null;
  network: string | null;
  reach: Reach | null;
  reachUntilMs: number | null;
  atMs: number;
  untilMs: number;
}

/**
 * Stores what a service said of numbers, in place of what was believed, in the order of their keys. Where a message was the reason, only while it still goes to the number: who was erased meanwhile is not
 * written down again.
 */
export async function storeLookedUp(sql: SqlRunner, rows: readonly LookedUpRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into number_network (workspace, address, network, source, reach, reach_until, at, until)
    select given.workspace, given.address, given.network, 'lookup', given.reach, given.reach_until, given.at, given.until
    from unnest(${plainArray(rows.map((r) => r.workspace))}::int4[], ${textArray(rows.map((r) => r.address))}::text[],
      ${textArray(rows.map((r) => r.messageId))}::uuid[], ${textArray(rows.map((r) => r.network))}::text[],
      ${textArray(rows.map((r) => r.reach))}::text[], ${instantArray(rows.map((r) => r.reachUntilMs))}::timestamptz[],
      ${instantArray(rows.map((r) => r.atMs))}::timestamptz[], ${instantArray(rows.map((r) => r.untilMs))}::timestamptz[])
      as given(workspace, address, message_id, network, reach, reach_until, at, until)
    where given.message_id is null or exists (
      select from message m where m.workspace = given.workspace and m.id = given.message_id and m.address = given.address)
    order by given.workspace, given.address
    on conflict (workspace, address) do update set network = excluded.network, source = excluded.source, reach = excluded.reach,
      reach_until = excluded.reach_until, at = excluded.at, until = excluded.until`;
}

/** Forgets what was looked up longer than so many days ago; returns how many rows. */
export async function dropOldLookupDays(sql: SqlRunner, days: number): Promise<number> {
  const result = await sql`delete from lookup_day where day < current_date - ${days}::int`;
  return result.count;
}
