import type { Channel, StoredTemplateBody, TemplateState, TemplateVariable, TrafficClass } from '@signalbox/contracts';
import { instantArray, plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';

/** Somebody who did something to a version, and when. */
export interface TemplateActorRow {
  kind: 'user' | 'key' | 'system';
  id: string;
  name: string;
  atMs: number;
}

/** A version of a template without what it says. */
export interface TemplateVersionRow {
  number: number;
  template: number;
  version: number;
  state: TemplateState;
  created: TemplateActorRow;
  submitted: TemplateActorRow | null;
  decided: TemplateActorRow | null;
  comment: string | null;
  lastUsedAtMs: number | null;
}

/** What a version says. */
export interface TemplateContentRow {
  variables: TemplateVariable[];
  bodies: StoredTemplateBody[];
}

/** A template. */
export interface TemplateRow {
  number: number;
  id: string;
  key: string;
  name: string;
  class: TrafficClass;
  defaultLocale: string;
  /** What its messages are about. */
  topic: string | null;
  createdAtMs: number;
}

/** A template as lists show it: with how its newest version stands, and which one is live. */
export interface ListedTemplateRow extends TemplateRow {
  liveVersion: number | null;
  version: number;
  state: TemplateState;
  channels: Channel[];
  locales: string[];
  /** Languages of the newest version with a text that a service drafted and nobody reviewed as it stands. */
  unreviewed: string[];
  /** Those of them that were reviewed before the default language said something else. */
  stale: string[];
  lastUsedAtMs: number | null;
}

const ms = (sql: SqlRunner, column: string) => sql.unsafe(`(extract(epoch from ${column}) * 1000)::float8`);
const actor = (sql: SqlRunner, what: 'created' | 'submitted' | 'decided') =>
  sql.unsafe(`case when v.${what}_at is not null then jsonb_build_object('kind', v.${what}_kind, 'id', v.${what}_id,
    'name', v.${what}_name, 'atMs', (extract(epoch from v.${what}_at) * 1000)::float8) end as ${what}`);

const versionColumns = (sql: SqlRunner) => sql`
  v.number, v.template, v.version, v.state, ${actor(sql, 'created')}, ${actor(sql, 'submitted')}, ${actor(sql, 'decided')},
  v.comment, ${ms(sql, 'v.last_used_at')} as "lastUsedAtMs"`;

const templateColumns = (sql: SqlRunner) => sql`
  t.number, t.id, t.key, t.name, t.class, t.default_locale as "defaultLocale", t.topic, ${ms(sql, 't.created_at')} as "createdAtMs"`;

/** The languages of a version `v` with a text that a service drafted and nobody reviewed. */
const unreviewed = (sql: SqlRunner) => sql`
  array(select distinct locale from template_translation d where d.version = v.number and d.state <> 'reviewed' order by 1)`;

/** The languages of a version `v` with a text that was reviewed before the default language said something else. */
const stale = (sql: SqlRunner) => sql`
  array(select distinct locale from template_translation d where d.version = v.number and d.state = 'stale' order by 1)`;

const listed = (sql: SqlRunner) => sql`
  select ${templateColumns(sql)}, l.version as "liveVersion", n.version, n.state, n.channels, n.locales, n.unreviewed, n.stale,
    (select ${ms(sql, 'max(last_used_at)')} from template_version where template = t.number) as "lastUsedAtMs"
  from template t
  join lateral (select version, state,
      array(select distinct b->>'channel' from jsonb_array_elements(bodies) b order by 1 desc) as channels,
      array(select distinct b->>'locale' from jsonb_array_elements(bodies) b order by 1) as locales, ${unreviewed(sql)} as unreviewed,
      ${stale(sql)} as stale
    from template_version v where template = t.number order by version desc limit 1) n on true
  left join lateral (select version from template_version where template = t.number and state = 'approved'
    order by version desc limit 1) l on true`;

/** Which templates to list. */
export interface TemplateFilter {
  workspace: number;
  search: string;
  state: TemplateState | null;
  class: TrafficClass | null;
  /** Only ids below this one. */
  belowId: string | null;
}

/** Templates of a workspace, the newest first, at most `limit`. */
export async function listTemplateRows(
  sql: SqlRunner,
  { workspace, search, state, class: trafficClass, belowId }: TemplateFilter,
  limit: number,
): Promise<ListedTemplateRow[]> {
  return sql<ListedTemplateRow[]>`
    ${listed(sql)} where t.workspace = ${workspace} and (${belowId}::uuid is null or t.id < ${belowId}::uuid)
      and (${search} = '' or strpos(lower(t.key || ' ' || t.name), lower(${search})) > 0)
      and (${state}::template_state is null or n.state = ${state}::template_state)
      and (${trafficClass}::traffic_class is null or t.class = ${trafficClass}::traffic_class)
    order by t.id desc limit ${limit}`;
}

/** One template by its key; undefined when the workspace has none. */
export async function readTemplateRow(
  sql: SqlRunner,
  workspace: number,
  key: string,
): Promise<ListedTemplateRow | undefined> {
  const [row] = await sql<ListedTemplateRow[]>`${listed(sql)} where t.workspace = ${workspace} and t.key = ${key}`;
  return row;
}

/** A version that waits for a decision, with the template it belongs to and the version that is live. */
export interface SubmittedVersionRow extends TemplateVersionRow {
  templateId: string;
  key: string;
  name: string;
  class: TrafficClass;
  liveVersion: number | null;
}

/** The versions of a workspace that wait for a decision, the oldest first, at most `limit`. */
export async function readSubmittedVersions(
  sql: SqlRunner,
  workspace: number,
  limit: number,
): Promise<SubmittedVersionRow[]> {
  return sql<SubmittedVersionRow[]>`
    select ${versionColumns(sql)}, t.id as "templateId", t.key, t.name, t.class,
      (select max(version) from template_version where template = t.number and state = 'approved') as "liveVersion"
    from template t join template_version v on v.template = t.number
    where t.workspace = ${workspace} and v.state = 'submitted' order by v.submitted_at limit ${limit}`;
}

/** The versions of a template, the newest first, at most `limit`. */
export async function readTemplateVersions(
  sql: SqlRunner,
  template: number,
  limit: number,
): Promise<TemplateVersionRow[]> {
  return sql<TemplateVersionRow[]>`
    select ${versionColumns(sql)} from template_version v where v.template = ${template} order by v.version desc limit ${limit}`;
}

/** One version with what it says; undefined when there is none. With `lock` nobody else moves it before this transaction ends. */
export async function readTemplateVersion(
  sql: SqlRunner,
  template: number,
  version: number,
  lock = false,
): Promise<(TemplateVersionRow & TemplateContentRow) | undefined> {
  const [row] = await sql<(TemplateVersionRow & TemplateContentRow)[]>`
    select ${versionColumns(sql)}, v.variables, v.bodies from template_version v
    where v.template = ${template} and v.version = ${version} ${lock ? sql`for update` : sql``}`;
  return row;
}

/** Stores a template and returns its number; undefined when its key is taken. */
export async function insertTemplate(
  sql: SqlRunner,
  given: Pick<TemplateRow, 'id' | 'key' | 'name' | 'class' | 'defaultLocale' | 'topic'> & { workspace: number },
): Promise<number | undefined> {
  const [row] = await sql<{ number: number }[]>`
    insert into template (id, workspace, key, name, class, default_locale, topic)
    values (${given.id}, ${given.workspace}, ${given.key}, ${given.name}, ${given.class}, ${given.defaultLocale}, ${given.topic})
    on conflict do nothing returning number`;
  return row?.number;
}

/** Locks a template to the end of the transaction: nobody else adds a version to it. */
export async function lockTemplate(sql: SqlRunner, number: number): Promise<void> {
  await sql`select from template where number = ${number} for update`;
}

/** How many versions back it is looked for what a service drafted. */
const MARKS_BEHIND = 100;

/** What a version says in the default language by the channel of a draft `d`: its words, without the id of an operator and without what is made of them. */
const source = (sql: SqlRunner, version: 'v' | 'n') => sql`(
  select s - 'dlt_template_id' - 'made' from jsonb_array_elements(${sql(version)}.bodies) s
  where s->>'channel' = d.channel::text and s->>'locale' = t.default_locale)`;

/**
 * Stores the next version of a template, a draft, and returns which one it is. What a service drafted stays marked as it was, in the version before and wherever one of the last said the same: no text
 * loses its mark by being saved again. One that was reviewed is stale when the default language says something else by its channel now. The template stays locked until the end of the transaction.
 */
export async function insertTemplateVersion(
  sql: SqlRunner,
  given: TemplateContentRow & { workspace: number; template: number; by: TemplateActorRow },
): Promise<{ number: number; version: number }> {
  await lockTemplate(sql, given.template);
  const { by } = given;
  const [row] = await sql<{ number: number; version: number }[]>`
    insert into template_version (workspace, template, version, state, variables, bodies, created_at, created_kind, created_id, created_name)
    select ${given.workspace}, ${given.template}, coalesce(max(version), 0) + 1, 'draft', ${sql.json(given.variables as never)},
      ${sql.json(given.bodies as never)}, to_timestamp(${by.atMs}::float8 / 1000), ${by.kind}, ${by.id}, ${by.name}
    from template_version where template = ${given.template}
    returning number, version`;
  if (row === undefined) throw new Error('a version of a template was not stored');
  await sql`
    insert into template_translation (workspace, version, channel, locale, state, drafted, begun, reviewed)
    select distinct on (d.channel, d.locale) d.workspace, ${row.number}, d.channel, d.locale,
      case when d.state = 'reviewed' and ${source(sql, 'v')} is distinct from ${source(sql, 'n')} then 'stale' else d.state end,
      d.drafted, d.begun, d.reviewed
    from template_translation d
    join template_version v on v.number = d.version
    join template_version n on n.number = ${row.number}
    join template t on t.number = n.template
    cross join jsonb_array_elements(n.bodies) b
    where v.template = ${given.template} and v.version >= n.version - ${MARKS_BEHIND} and b->>'channel' = d.channel::text and b->>'locale' = d.locale
      and (v.version = n.version - 1 or exists (select from jsonb_array_elements(v.bodies) o where o = b))
    order by d.channel, d.locale, v.version desc`;
  return row;
}

/** Moves a version into a state; who submitted or decided it is kept beside the last comment. */
export async function moveTemplateVersion(
  sql: SqlRunner,
  number: number,
  state: TemplateState,
  by: TemplateActorRow,
  comment: string | null,
): Promise<void> {
  const what = sql.unsafe(state === 'submitted' ? 'submitted' : 'decided');
  await sql`
    update template_version set state = ${state}, comment = ${comment}, ${what}_at = to_timestamp(${by.atMs}::float8 / 1000),
      ${what}_kind = ${by.kind}, ${what}_id = ${by.id}, ${what}_name = ${by.name}
    where number = ${number}`;
}

/** A version as sends go by it. */
export interface SendableVersionRow extends TemplateContentRow {
  number: number;
  version: number;
  state: TemplateState;
  /** Languages with a text that a service drafted and nobody reviewed. */
  unreviewed: string[];
}

/** A template as sends find it. */
export interface SendableTemplateRow {
  key: string;
  class: TrafficClass;
  defaultLocale: string;
  topic: string | null;
  versions: SendableVersionRow[];
}

/**
 * The templates that sends name by these keys, each with the versions that sends go by, the newest first: the newest approved one, and the
 * newest one that is neither rejected nor paused. Keys that the workspace does not have are left out.
 */
export async function readSendableTemplates(
  sql: SqlRunner,
  workspace: number,
  keys: readonly string[],
): Promise<SendableTemplateRow[]> {
  return sql<SendableTemplateRow[]>`
    select t.key, t.class, t.default_locale as "defaultLocale", t.topic, coalesce(v.versions, '[]') as versions
    from template t left join lateral (
      select jsonb_agg(jsonb_build_object('number', number, 'version', version, 'state', state, 'variables', variables, 'bodies', bodies,
          'unreviewed', ${unreviewed(sql)}) order by version desc) as versions
      from template_version v where template = t.number and version in (
        (select max(version) from template_version where template = t.number and state = 'approved'),
        (select max(version) from template_version where template = t.number and state not in ('rejected', 'paused')))
    ) v on true
    where t.workspace = ${workspace} and t.key = any(${textArray(keys)}::text[])`;
}

/** What people call versions, by their numbers. */
export async function readTemplateNames(
  sql: SqlRunner,
  workspace: number,
  numbers: readonly number[],
): Promise<Map<number, { key: string; version: number }>> {
  const rows = await sql<{ number: number; key: string; version: number }[]>`
    select v.number, t.key, v.version from template_version v join template t on t.number = v.template
    where v.workspace = ${workspace} and v.number = any(${plainArray(numbers)}::int4[])`;
  return new Map(rows.map(({ number, ...row }) => [number, row]));
}

/** Notes when versions were last used. */
export async function noteTemplateUses(sql: SqlRunner, uses: ReadonlyMap<number, number>): Promise<void> {
  await sql`
    update template_version v set last_used_at = g.at
    from unnest(${plainArray([...uses.keys()])}::int4[], ${instantArray([...uses.values()])}::timestamptz[]) as g(number, at)
    where v.number = g.number and (v.last_used_at is null or v.last_used_at < g.at)`;
}

/** A body that goes by a content template on file in India. */
export interface TemplateLinkRow {
  /** Number of the version. */
  version: number;
  locale: string;
  dltTemplateId: string;
}

/** Every body of a version that may still be on its way, which names a content template. */
export async function readTemplateLinks(sql: SqlRunner): Promise<TemplateLinkRow[]> {
  return sql<TemplateLinkRow[]>`
    select v.number as version, b->>'locale' as locale, b->>'dlt_template_id' as "dltTemplateId"
    from template_version v cross join jsonb_array_elements(v.bodies) b where b->>'dlt_template_id' is not null`;
}

/** A version that may not be sent by any more. */
export interface StoppedVersionRow {
  /** Number of the version, which messages name. */
  number: number;
  key: string;
  version: number;
  state: 'paused' | 'rejected';
}

/** Every version that was taken back. */
export async function readStoppedVersions(sql: SqlRunner): Promise<StoppedVersionRow[]> {
  return sql<StoppedVersionRow[]>`
    select v.number, t.key, v.version, v.state from template_version v join template t on t.number = v.template
    where v.state in ('paused', 'rejected')`;
}
