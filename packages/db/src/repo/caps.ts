import {
  type CalendarUnit,
  type CapScope,
  type Channel,
  type Environment,
  type OverCap,
  type TrafficClass,
  uuidFloor,
} from '@signalbox/contracts';
import { jsonArray, plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';

/** A frequency cap. */
export interface CapRow {
  id: string;
  workspace: number;
  environment: Environment;
  name: string;
  enabled: boolean;
  /** Null is every channel. */
  channels: Channel[] | null;
  classes: TrafficClass[];
  alsoCounts: TrafficClass[];
  limit: number | null;
  windowSeconds: number | null;
  calendar: CalendarUnit | null;
  minGapSeconds: number | null;
  scope: CapScope;
  kept: number;
  keptFor: CapScope;
  overLimit: OverCap;
  version: number;
  updatedAt: Date;
}

const columns = (
  sql: SqlRunner,
) => sql`id, workspace, environment, name, enabled, channels::text[] as channels, classes::text[] as classes,
  also_counts::text[] as "alsoCounts", "limit", window_seconds as "windowSeconds", calendar, min_gap_seconds as "minGapSeconds",
  scope, kept, kept_for as "keptFor", over_limit as "overLimit", version, updated_at as "updatedAt"`;

/** Every cap that is switched on, of all workspaces. */
export async function readEnabledCaps(sql: SqlRunner): Promise<CapRow[]> {
  return sql<CapRow[]>`select ${columns(sql)} from cap_rule where enabled order by number`;
}

interface Place {
  workspace: number;
  environment: Environment;
}

/** The caps of an environment in the order they were made in, those that are switched off included. */
export async function readCaps(sql: SqlRunner, { workspace, environment }: Place): Promise<CapRow[]> {
  return sql<CapRow[]>`
    select ${columns(sql)} from cap_rule where workspace = ${workspace} and environment = ${environment} order by number`;
}

/** One cap, locked for a change that follows. Undefined when there is none. */
export async function lockCap(
  sql: SqlRunner,
  { workspace, environment }: Place,
  id: string,
): Promise<CapRow | undefined> {
  const [row] = await sql<CapRow[]>`
    select ${columns(sql)} from cap_rule where workspace = ${workspace} and environment = ${environment} and id = ${id} for update`;
  return row;
}

/** Stores a cap, in place of the one with its id where there is one. */
export async function putCap(sql: SqlRunner, given: Omit<CapRow, 'version' | 'updatedAt'>): Promise<CapRow> {
  const channels = given.channels === null ? null : plainArray(given.channels);
  const [row] = await sql<CapRow[]>`
    insert into cap_rule (id, workspace, environment, name, enabled, channels, classes, also_counts, "limit", window_seconds, calendar,
      min_gap_seconds, scope, kept, kept_for, over_limit)
    values (${given.id}, ${given.workspace}, ${given.environment}, ${given.name}, ${given.enabled}, ${channels}::channel[],
      ${plainArray(given.classes)}::traffic_class[], ${plainArray(given.alsoCounts)}::traffic_class[], ${given.limit},
      ${given.windowSeconds}, ${given.calendar}, ${given.minGapSeconds}, (${jsonArray([given.scope])}::jsonb[])[1], ${given.kept},
      (${jsonArray([given.keptFor])}::jsonb[])[1], ${given.overLimit})
    on conflict (id) do update set name = excluded.name, enabled = excluded.enabled, channels = excluded.channels,
      classes = excluded.classes, also_counts = excluded.also_counts, "limit" = excluded."limit", window_seconds = excluded.window_seconds,
      calendar = excluded.calendar, min_gap_seconds = excluded.min_gap_seconds, scope = excluded.scope, kept = excluded.kept,
      kept_for = excluded.kept_for, over_limit = excluded.over_limit, version = cap_rule.version + 1, updated_at = now()
    returning ${columns(sql)}`;
  if (row === undefined) throw new Error('a cap was not stored');
  return row;
}

/** Removes a cap. */
export async function deleteCap(sql: SqlRunner, { workspace, environment }: Place, id: string): Promise<void> {
  await sql`delete from cap_rule where workspace = ${workspace} and environment = ${environment} and id = ${id}`;
}

/** A version of a template that a cap names, by the number that messages name. */
export interface CapTemplateRow {
  version: number;
  key: string;
}

/** The versions of the templates that caps name. */
export async function readCapTemplates(sql: SqlRunner): Promise<CapTemplateRow[]> {
  return sql<CapTemplateRow[]>`
    select v.number as version, t.key from template_version v join template t on t.number = v.template
    where exists (select from cap_rule r where r.enabled and r.workspace = t.workspace
      and (r.scope->'templates' ? t.key or r.kept_for->'templates' ? t.key))`;
}

/** Which messages of the past a cap would have counted. */
export interface PastQuestion extends Place {
  classes: readonly TrafficClass[];
  alsoCounts: readonly TrafficClass[];
  channels: readonly Channel[] | null;
  scope: CapScope;
  keptFor: CapScope;
  fromMs: number;
  /** At most so many messages, the newest, and so many people with most of them are looked at. */
  mostMessages: number;
  mostPeople: number;
}

/** What a person got, in the order it went in. */
export interface PastPerson {
  country: string | null;
  instantsMs: number[];
  areCapped: boolean[];
  arePreferred: boolean[];
}

/** What went of late and a cap would have counted: how much to how many people, and those who got more than one message, with most first. One statement. */
export async function readPastMessages(
  sql: SqlRunner,
  question: PastQuestion,
): Promise<{ counted: number; people: number; repeated: number; rows: PastPerson[] }> {
  const { workspace, environment, classes, alsoCounts, channels, scope, keptFor, fromMs } = question;
  const isIn = ({ templates, metadata }: CapScope) => sql`
    (${metadata?.key ?? null}::text is null or coalesce(m.metadata->>${metadata?.key ?? ''} = ${metadata?.value ?? ''}, false))
    and (${templates.length}::int = 0 or coalesce((m.template->>'version')::int in (
      select v.number from template_version v join template t on t.number = v.template
      where t.workspace = ${workspace} and t.key = any(${textArray(templates)}::text[])), false))`;
  const rows = await sql<(PastPerson & { counted: number; people: number; repeated: number })[]>`
    with went as (
      select lower(m.address) as person, m.country, a.at, m.class = any(${plainArray(classes)}::traffic_class[]) as capped,
        ${isIn(keptFor)} as preferred
      from message m cross join lateral (select min(claimed_at) as at from attempt where message_id = m.id and worker is not null) a
      where m.workspace = ${workspace} and m.id >= ${uuidFloor(fromMs)} and m.environment = ${environment} and a.at is not null
        and m.class = any(${plainArray([...classes, ...alsoCounts])}::traffic_class[])
        and (${channels === null} or m.channel = any(${plainArray(channels ?? [])}::channel[])) and ${isIn(scope)}
      order by m.id desc limit ${question.mostMessages}
    ), each as (
      select person, max(country) as country, count(*)::int as n, array_agg((extract(epoch from at) * 1000)::float8 order by at) as instants,
        array_agg(capped order by at) as capped, array_agg(preferred order by at) as preferred
      from went group by person
    ), total as (
      select coalesce(sum(n), 0)::int as counted, count(*)::int as people, count(*) filter (where n > 1)::int as repeated from each
    )
    select t.*, e.country, coalesce(e.instants, '{}') as "instantsMs", coalesce(e.capped, '{}') as "areCapped",
      coalesce(e.preferred, '{}') as "arePreferred"
    from total t left join lateral (select * from each where n > 1 order by n desc limit ${question.mostPeople}) e on true`;
  const { counted = 0, people = 0, repeated = 0 } = rows[0] ?? {};
  return { counted, people, repeated, rows };
}
