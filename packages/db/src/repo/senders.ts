import type {
  Channel,
  SenderAffix,
  SenderDocument,
  SenderKind,
  SenderStatus,
  TrafficClass,
} from '@signalbox/contracts';
import { uuidFloor } from '@signalbox/contracts';
import type { SqlRunner } from '../connection.ts';

/** A sender of a workspace as it is registered in one place. */
export interface SenderRow {
  id: string;
  workspace: number;
  channel: Channel;
  /** ISO 3166-1 alpha-2, or `default`. */
  country: string;
  network: string | null;
  class: TrafficClass | null;
  sender: string;
  /** As senders are compared. */
  key: string;
  kind: Exclude<SenderKind, 'header'>;
  status: SenderStatus;
  reference: string | null;
  /** Days, YYYY-MM-DD. */
  registeredOn: string | null;
  expiresOn: string | null;
  affix: SenderAffix | null;
  documents: SenderDocument[];
  notes: string;
  lastUsedOn: string | null;
  version: number;
  updatedAt: Date;
}

const columns = (sql: SqlRunner) => sql`
  id, workspace, channel, country, network, class, sender, key, kind, status, reference, registered_on::text as "registeredOn",
  expires_on::text as "expiresOn", affix, documents, notes, last_used_on::text as "lastUsedOn", version, updated_at as "updatedAt"`;

/** The senders of each workspace, or of one, by country and name. */
export async function readSenders(sql: SqlRunner, workspace?: number): Promise<SenderRow[]> {
  return sql<SenderRow[]>`
    select ${columns(sql)} from sender where ${workspace === undefined ? sql`true` : sql`workspace = ${workspace}`}
    order by workspace, country <> 'default', country, key, network nulls first, class nulls first`;
}

/** The senders of a workspace, locked against other changes to the end of the transaction. */
export async function lockSenders(sql: SqlRunner, workspace: number): Promise<SenderRow[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`senders ${workspace}`}, 0))`;
  return readSenders(sql, workspace);
}

/** Stores a sender, a new one or in place of the one with its id. */
export async function putSender(
  sql: SqlRunner,
  row: Omit<SenderRow, 'version' | 'updatedAt' | 'lastUsedOn'>,
): Promise<SenderRow> {
  const [stored] = await sql<SenderRow[]>`
    insert into sender (id, workspace, channel, country, network, class, sender, key, kind, status, reference, registered_on,
      expires_on, affix, documents, notes)
    values (${row.id}, ${row.workspace}, ${row.channel}, ${row.country}, ${row.network}, ${row.class}, ${row.sender}, ${row.key},
      ${row.kind}, ${row.status}, ${row.reference}, ${row.registeredOn}, ${row.expiresOn},
      ${row.affix === null ? null : sql.json(row.affix)}, ${sql.json(row.documents)}, ${row.notes})
    on conflict (id) do update set channel = excluded.channel, country = excluded.country, network = excluded.network,
      class = excluded.class, sender = excluded.sender, key = excluded.key, kind = excluded.kind, status = excluded.status,
      reference = excluded.reference, registered_on = excluded.registered_on, expires_on = excluded.expires_on,
      affix = excluded.affix, documents = excluded.documents, notes = excluded.notes,
      last_used_on = case when sender.key = excluded.key and sender.country = excluded.country then sender.last_used_on end,
      version = sender.version + 1, updated_at = now()
    returning ${columns(sql)}`;
  if (stored === undefined) throw new Error('a sender was not stored');
  return stored;
}

/** Removes a sender; undefined when there was none. */
export async function deleteSender(sql: SqlRunner, workspace: number, id: string): Promise<SenderRow | undefined> {
  const [row] = await sql<SenderRow[]>`
    delete from sender where workspace = ${workspace} and id = ${id} returning ${columns(sql)}`;
  return row;
}

const DAY_MS = 86_400_000;
// It is noted each hour: what one run missed the next two still see.
const LOOK_BACK_MS = 10_800_000;

/**
 * Notes which senders live messages of the last hours named: one read of these hours for all of them, so that a send itself writes nothing. A
 * sender at `default` is used by every country, and one may be named with what operators put around it. Returns how many were.
 */
export async function noteSenderUse(sql: SqlRunner, nowMs: number): Promise<number> {
  const today = new Date(nowMs).toISOString().slice(0, 10);
  const yesterday = new Date(nowMs - DAY_MS).toISOString().slice(0, 10);
  const result = await sql`
    update sender s set last_used_on = used.day
    from (
      select o.id, max(case when m.id >= ${uuidFloor(Date.parse(today))}::uuid then ${today}::date else ${yesterday}::date end) as day
      from message m
      join (select id, workspace, channel, country, class, unnest(array[key,
          case affix->>'at' when 'start' then (affix->>'text') || key when 'end' then key || (affix->>'text') end]) as spelling
        from sender) o on o.workspace = m.workspace and o.channel = m.channel and (o.country = m.country or o.country = 'default')
        and (o.class is null or o.class = m.class)
        and o.spelling = case when m.channel = 'email' then lower(coalesce(substring(m.sender from '<([^<>]*)>$'), m.sender)) else m.sender end
      where m.id >= ${uuidFloor(nowMs - LOOK_BACK_MS)}::uuid and m.environment = 'live' and m.sender is not null
      group by o.id) used
    where s.id = used.id and s.last_used_on is distinct from used.day`;
  return result.count;
}
