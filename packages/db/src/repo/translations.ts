import type { Channel, TranslationService, TranslationState } from '@signalbox/contracts';
import { textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';
import type { TemplateActorRow } from './templates.ts';

/** The service that drafts translations for a workspace; the secret is still sealed. */
export interface TranslationServiceRow {
  enabled: boolean;
  service: TranslationService;
  secret: string | null;
  version: number;
}

/** The service of a workspace; undefined where none is set. */
export async function readTranslationService(
  sql: SqlRunner,
  workspace: number,
): Promise<TranslationServiceRow | undefined> {
  const [row] = await sql<TranslationServiceRow[]>`
    select enabled, service, secret, version from translation_service where workspace = ${workspace}`;
  return row;
}

/** The service of a workspace, locked against other changes to the end of the transaction. */
export async function lockTranslationService(
  sql: SqlRunner,
  workspace: number,
): Promise<TranslationServiceRow | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`translation service ${workspace}`}, 0))`;
  return readTranslationService(sql, workspace);
}

/** Stores the service of a workspace in place of what is there. */
export async function putTranslationService(
  sql: SqlRunner,
  workspace: number,
  { enabled, service, secret }: Omit<TranslationServiceRow, 'version'>,
): Promise<void> {
  await sql`
    insert into translation_service (workspace, enabled, service, secret, version)
    values (${workspace}, ${enabled}, ${sql.json(service as never)}, ${secret}, 1)
    on conflict (workspace) do update set enabled = excluded.enabled, service = excluded.service, secret = excluded.secret,
      version = translation_service.version + 1`;
}

/** A channel in a language. */
export interface BodyPlace {
  channel: Channel;
  locale: string;
}

/** A text of a version that a service drafted. */
export interface TemplateTranslationRow extends BodyPlace {
  state: TranslationState;
  drafted: TemplateActorRow;
  begun: TemplateActorRow | null;
  reviewed: TemplateActorRow | null;
}

/** The drafted texts of a version, by language. */
export async function readTemplateTranslations(sql: SqlRunner, version: number): Promise<TemplateTranslationRow[]> {
  return sql<TemplateTranslationRow[]>`
    select channel, locale, state, drafted, begun, reviewed from template_translation
    where version = ${version} order by locale, channel`;
}

/** Notes that bodies of a version were drafted by a service, some of them anew; nobody has looked at them. */
export async function markDrafted(
  sql: SqlRunner,
  { workspace, version, by }: { workspace: number; version: number; by: TemplateActorRow },
  places: readonly BodyPlace[],
): Promise<void> {
  await sql`
    insert into template_translation (workspace, version, channel, locale, state, drafted)
    select ${workspace}, ${version}, p.channel, p.locale, 'machine_draft', ${sql.json(by as never)}
    from unnest(${textArray(places.map(({ channel }) => channel))}::channel[], ${textArray(places.map(({ locale }) => locale))}::text[])
      as p(channel, locale)
    on conflict (version, channel, locale) do update
      set state = excluded.state, drafted = excluded.drafted, begun = null, reviewed = null`;
}

/** Moves a drafted text into a state, and notes who did it. */
export async function moveTranslation(
  sql: SqlRunner,
  version: number,
  { channel, locale }: BodyPlace,
  state: Extract<TranslationState, 'in_review' | 'reviewed'>,
  by: TemplateActorRow,
): Promise<void> {
  const [begun, reviewed] = state === 'in_review' ? [sql.json(by as never), null] : [null, sql.json(by as never)];
  await sql`
    update template_translation set state = ${state}, begun = coalesce(${begun}::jsonb, begun), reviewed = ${reviewed}
    where version = ${version} and channel = ${channel} and locale = ${locale}`;
}

/** What could not be drafted, and why. */
export type DraftingFault = BodyPlace & { message: string };

/** Languages that a service was asked to draft. */
export interface TemplateDraftingRow {
  number: number;
  template: number;
  locales: string[];
  asked: TemplateActorRow;
  state: 'running' | 'done' | 'failed';
  version: number | null;
  faults: DraftingFault[];
  message: string | null;
}

const draftingColumns = (sql: SqlRunner) => sql`number, template, locales, asked, state, version, faults, message`;

/** What was asked for last of a template; undefined when nothing was. */
export async function readLastDrafting(sql: SqlRunner, template: number): Promise<TemplateDraftingRow | undefined> {
  const [row] = await sql<TemplateDraftingRow[]>`
    select ${draftingColumns(sql)} from template_drafting where template = ${template} order by number desc limit 1`;
  return row;
}

/** One of what was asked for, with the key of its template; undefined when there is none. With `lock` nobody else ends it before this transaction does. */
export async function readDrafting(
  sql: SqlRunner,
  workspace: number,
  number: number,
  lock = false,
): Promise<(TemplateDraftingRow & { key: string }) | undefined> {
  const [row] = await sql<(TemplateDraftingRow & { key: string })[]>`
    select ${draftingColumns(sql)}, (select key from template t where t.number = d.template) as key
    from template_drafting d where workspace = ${workspace} and number = ${number} ${lock ? sql`for update` : sql``}`;
  return row;
}

/** Stores that languages are asked for, and returns its number. The template stays locked until the end of the transaction. */
export async function insertDrafting(
  sql: SqlRunner,
  given: { workspace: number; template: number; locales: readonly string[]; asked: TemplateActorRow },
): Promise<number> {
  const [row] = await sql<{ number: number }[]>`
    insert into template_drafting (workspace, template, locales, asked, state, faults)
    values (${given.workspace}, ${given.template}, ${textArray(given.locales)}::text[], ${sql.json(given.asked as never)}, 'running', '[]')
    returning number`;
  if (row === undefined) throw new Error('what was asked to be drafted was not stored');
  return row.number;
}

/** Writes down what came of it. */
export async function endDrafting(
  sql: SqlRunner,
  number: number,
  end: Pick<TemplateDraftingRow, 'version' | 'faults' | 'message'>,
): Promise<void> {
  const state = end.version === null ? 'failed' : 'done';
  await sql`
    update template_drafting set state = ${state}, version = ${end.version}, faults = ${sql.json(end.faults as never)}, message = ${end.message}
    where number = ${number}`;
}
