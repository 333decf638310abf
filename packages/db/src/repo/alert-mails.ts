import type { AlertKind, Environment, Locale, Role } from '@signalbox/contracts';
import { plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';
import type { AlertRow } from './health.ts';

/** A person in one environment of a workspace. */
export interface AlertReader {
  workspace: number;
  environment: Environment;
  userId: string;
}

/** What a person chose; undefined where nothing was. */
export async function readAlertChoice(sql: SqlRunner, reader: AlertReader): Promise<AlertKind[] | undefined> {
  const [row] = await sql<{ kinds: AlertKind[] }[]>`
    select kinds from alert_choice
    where workspace = ${reader.workspace} and environment = ${reader.environment} and user_id = ${reader.userId}`;
  return row?.kinds;
}

/** Stores what a person chose; nothing chosen is nothing stored. */
export async function storeAlertChoice(
  sql: SqlRunner,
  { workspace, environment, userId }: AlertReader,
  { kinds, locale }: { kinds: readonly AlertKind[]; locale: Locale },
): Promise<void> {
  if (kinds.length === 0) {
    await sql`
      delete from alert_choice where workspace = ${workspace} and environment = ${environment} and user_id = ${userId}`;
    return;
  }
  await sql`
    insert into alert_choice (workspace, environment, user_id, kinds, locale)
    values (${workspace}, ${environment}, ${userId}, ${textArray(kinds)}::text[], ${locale})
    on conflict (workspace, environment, user_id) do update set kinds = excluded.kinds, locale = excluded.locale`;
}

/** Notes who is to be told of alerts by mail: those who chose it and whose role may see them. Returns the workspaces in which somebody is. */
export async function noteAlertMails(
  tx: SqlRunner,
  alerts: readonly Pick<AlertRow, 'id' | 'workspace' | 'environment' | 'kind' | 'endedAtMs'>[],
  roles: readonly Role[],
): Promise<Set<number>> {
  if (alerts.length === 0) return new Set();
  const rows = await tx<{ workspace: number }[]>`
    insert into alert_mail (user_id, alert, has_ended, workspace, environment)
    select c.user_id, g.id, g.has_ended, g.workspace, g.environment
    from unnest(${plainArray(alerts.map((a) => a.id))}::uuid[], ${plainArray(alerts.map((a) => a.workspace))}::int4[],
      ${plainArray(alerts.map((a) => a.environment))}::environment[], ${textArray(alerts.map((a) => a.kind))}::text[],
      ${plainArray(alerts.map((a) => String(a.endedAtMs !== null)))}::bool[]) as g(id, workspace, environment, kind, has_ended)
    join alert_choice c on c.workspace = g.workspace and c.environment = g.environment and g.kind = any(c.kinds)
    join membership m on m.workspace = c.workspace and m.user_id = c.user_id and m.role = any(${textArray(roles)}::member_role[])
    on conflict do nothing returning workspace`;
  return new Set(rows.map(({ workspace }) => workspace));
}

// What could not be mailed for this long is no news any more.
const STALE = '1 day';

/** People of some workspaces with alerts to be told of. Those of who left, may see them no more or chose otherwise since are forgotten, and so is what is a day old. */
export async function readAlertReaders(
  sql: SqlRunner,
  workspaces: readonly number[],
  roles: readonly Role[],
): Promise<AlertReader[]> {
  const given = plainArray(workspaces);
  await sql`
    delete from alert_mail a where a.workspace = any(${given}::int4[]) and (a.noted_at < now() - ${STALE}::interval or not exists (
      select from alert_choice c join membership m on m.workspace = c.workspace and m.user_id = c.user_id
      where c.workspace = a.workspace and c.environment = a.environment and c.user_id = a.user_id
        and m.role = any(${textArray(roles)}::member_role[])))`;
  return sql<AlertReader[]>`
    select distinct workspace, environment, user_id as "userId" from alert_mail where workspace = any(${given}::int4[])
    order by 1, 2, 3`;
}

/** An alert a person is to be told of. */
export interface AlertNews extends Pick<AlertRow, 'route' | 'country' | 'kind' | 'startedAtMs' | 'endedAtMs'> {
  id: string;
}

/** What a person waits for, and how to reach the person; locked to the end of the transaction. */
export interface AlertLetterRow {
  email: string;
  locale: Locale;
  mailedAtMs: number | null;
  news: AlertNews[];
}

/** What a person is to be told, the oldest first, each alert once as it stands; undefined while another process is at it or nothing is left. */
export async function lockAlertLetter(tx: SqlRunner, reader: AlertReader): Promise<AlertLetterRow | undefined> {
  const { workspace, environment, userId } = reader;
  const [person] = await tx<Omit<AlertLetterRow, 'news'>[]>`
    select u.email, c.locale, (extract(epoch from c.mailed_at) * 1000)::float8 as "mailedAtMs"
    from alert_choice c join "user" u on u.id = c.user_id
    where c.workspace = ${workspace} and c.environment = ${environment} and c.user_id = ${userId} for update of c skip locked`;
  if (person === undefined) return undefined;
  const news = await tx<AlertNews[]>`
    select distinct on (r.started_at, r.id) r.id, r.route, r.country, r.kind, (extract(epoch from r.started_at) * 1000)::float8 as "startedAtMs",
      (extract(epoch from r.ended_at) * 1000)::float8 as "endedAtMs"
    from alert_mail a join route_alert r on r.id = a.alert
    where a.workspace = ${workspace} and a.environment = ${environment} and a.user_id = ${userId} order by r.started_at, r.id`;
  return news.length === 0 ? undefined : { ...person, news };
}

/** Forgets what a person was told, and notes when. */
export async function endAlertLetter(
  tx: SqlRunner,
  { workspace, environment, userId }: AlertReader,
  told: readonly AlertNews[],
  atMs: number,
): Promise<void> {
  const over = told.filter(({ endedAtMs }) => endedAtMs !== null).map(({ id }) => id);
  await tx`
    delete from alert_mail where user_id = ${userId} and alert = any(${plainArray(told.map(({ id }) => id))}::uuid[])
      and (not has_ended or alert = any(${plainArray(over)}::uuid[]))`;
  await tx`
    update alert_choice set mailed_at = ${new Date(atMs)}
    where workspace = ${workspace} and environment = ${environment} and user_id = ${userId}`;
}
