import type { Channel, RegistryMeaning, RegistryService, RegistrySilence } from '@signalbox/contracts';
import { instantArray, plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';

/** A registry that marketing of a workspace is checked against; the secret is still sealed. */
export interface RegistryRow {
  workspace: number;
  key: string;
  name: string;
  enabled: boolean;
  country: string | null;
  channels: Channel[];
  meaning: RegistryMeaning;
  unanswered: RegistrySilence;
  service: RegistryService;
  secret: string | null;
  version: number;
}

/** The registries of each workspace, or of one, by their keys. */
export async function readRegistries(sql: SqlRunner, workspace?: number): Promise<RegistryRow[]> {
  return sql<RegistryRow[]>`
    select workspace, key, name, enabled, country, channels::text[] as channels, meaning, unanswered, service, secret, version from registry
    where ${workspace === undefined ? sql`true` : sql`workspace = ${workspace}`} order by workspace, key`;
}

/** The registries of a workspace, locked against other changes to the end of the transaction. */
export async function lockRegistries(sql: SqlRunner, workspace: number): Promise<RegistryRow[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`registries ${workspace}`}, 0))`;
  return readRegistries(sql, workspace);
}

/** Stores a registry in place of what is there. */
export async function putRegistry(sql: SqlRunner, row: Omit<RegistryRow, 'version'>): Promise<void> {
  const { workspace, key, name, enabled, country, channels, meaning, unanswered, secret } = row;
  await sql`
    insert into registry (workspace, key, name, enabled, country, channels, meaning, unanswered, service, secret, version)
    values (${workspace}, ${key}, ${name}, ${enabled}, ${country}, ${plainArray(channels)}::channel[], ${meaning}, ${unanswered},
      ${sql.json(row.service as never)}, ${secret}, 1)
    on conflict (workspace, key) do update set name = excluded.name, enabled = excluded.enabled, country = excluded.country,
      channels = excluded.channels, meaning = excluded.meaning, unanswered = excluded.unanswered, service = excluded.service,
      secret = excluded.secret, version = registry.version + 1`;
}

/** Removes a registry. */
export async function deleteRegistry(sql: SqlRunner, workspace: number, key: string): Promise<void> {
  await sql`delete from registry where workspace = ${workspace} and key = ${key}`;
}

/** Forgets all that a registry said: it is asked otherwise now, or no more. */
export async function dropRegistryAnswers(sql: SqlRunner, workspace: number, key: string): Promise<void> {
  await sql`delete from registry_answer where workspace = ${workspace} and registry = ${key}`;
}

/** What a registry said that still holds. Times are milliseconds since 1970. */
export interface RegistryAnswer {
  registry: string;
  listed: boolean;
  atMs: number;
  untilMs: number;
}

/** The columns of a RegistryAnswer, in a statement that knows the row as `r`. */
export const answerColumns = (sql: SqlRunner) => sql`
  r.registry, r.listed, (extract(epoch from r.at) * 1000)::float8 as "atMs", (extract(epoch from r.until) * 1000)::float8 as "untilMs"`;

/** What registries said of some addresses and still holds, by the address. */
export async function findRegistryAnswers(
  sql: SqlRunner,
  workspace: number,
  addresses: readonly string[],
): Promise<Map<string, RegistryAnswer[]>> {
  if (addresses.length === 0) return new Map();
  const rows = await sql<(RegistryAnswer & { address: string })[]>`
    select r.address, ${answerColumns(sql)} from registry_answer r
    where r.workspace = ${workspace} and r.address = any(${textArray(addresses)}::text[]) and r.until > now()
    order by r.registry`;
  const found = new Map<string, RegistryAnswer[]>();
  for (const { address, ...answer } of rows) found.set(address, [...(found.get(address) ?? []), answer]);
  return found;
}

/** An answer to keep; `version` is that of the registry it was asked of. */
export interface NewRegistryAnswer extends RegistryAnswer {
  workspace: number;
  address: string;
  version: number;
  /** UUID of the message it was asked for; null when somebody asked for the address itself. */
  messageId: string | null;
}

/**
 * Stores what registries said, in place of what they said before, in the order of their keys. Only while the registry is as it was when it was asked, and where a message was the reason, while that still
 * goes to the address: who was erased meanwhile is not written down again.
 */
export async function storeRegistryAnswers(sql: SqlRunner, rows: readonly NewRegistryAnswer[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into registry_answer (workspace, address, registry, listed, at, until)
    select given.workspace, given.address, given.registry, given.listed, given.at, given.until
    from unnest(${plainArray(rows.map((r) => r.workspace))}::int4[], ${textArray(rows.map((r) => r.address))}::text[],
      ${textArray(rows.map((r) => r.registry))}::text[], ${plainArray(rows.map((r) => r.version))}::int4[],
      ${textArray(rows.map((r) => r.messageId))}::uuid[], ${plainArray(rows.map((r) => String(r.listed)))}::bool[],
      ${instantArray(rows.map((r) => r.atMs))}::timestamptz[], ${instantArray(rows.map((r) => r.untilMs))}::timestamptz[])
      as given(workspace, address, registry, version, message_id, listed, at, until)
    join registry g on g.workspace = given.workspace and g.key = given.registry and g.version = given.version
    where given.message_id is null or exists (
      select from message m where m.workspace = given.workspace and m.id = given.message_id and lower(m.address) = given.address)
    order by given.workspace, given.address, given.registry
    on conflict (workspace, address, registry) do update set listed = excluded.listed, at = excluded.at, until = excluded.until`;
}

/** Forgets answers that hold no more, so many rows at most; returns how many. */
export async function pruneRegistryAnswers(sql: SqlRunner, limit: number): Promise<number> {
  const result = await sql`
    delete from registry_answer where (workspace, address, registry) in (
      select workspace, address, registry from registry_answer where until < now() limit ${limit})`;
  return result.count;
}
