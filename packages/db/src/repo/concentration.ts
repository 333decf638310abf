import type { Environment } from '@signalbox/contracts';
import type { SqlRunner } from '../connection.ts';

/** How many texts to a country a supplier took. */
export interface UseRow {
  workspace: number;
  environment: Environment;
  provider: number;
  country: string;
  messages: number;
}

/** The largest share of a country, in thousandths, that one supplier may carry; an empty country is each without its own. */
export interface ConcentrationLimitRow {
  workspace: number;
  environment: Environment;
  country: string;
  permille: number;
}

/** What suppliers took since an instant, of one workspace or of all that have a limit. */
export async function readUse(sql: SqlRunner, sinceMs: number, workspace?: number): Promise<UseRow[]> {
  return sql<UseRow[]>`
    select u.workspace, r.environment, r.provider, u.country, sum(u.taken)::float8 as messages
    from route_use u join route r on r.number = u.route
    where u.day >= ${new Date(sinceMs)} and r.channel = 'sms' and u.country <> '' and ${
      workspace === undefined
        ? sql`u.workspace in (select l.workspace from concentration_limit l)`
        : sql`u.workspace = ${workspace}`
    }
    group by 1, 2, 3, 4`;
}

/** The limits of all workspaces, or of one. */
export async function readConcentrationLimits(sql: SqlRunner, workspace?: number): Promise<ConcentrationLimitRow[]> {
  return sql<ConcentrationLimitRow[]>`
    select workspace, environment, country, permille from concentration_limit
    where ${workspace === undefined ? sql`true` : sql`workspace = ${workspace}`} order by country`;
}

/** Sets a limit in place of the one before, or takes it away; returns the one before. */
export async function setConcentrationLimit(
  sql: SqlRunner,
  limit: Omit<ConcentrationLimitRow, 'permille'> & { permille: number | null },
): Promise<number | null> {
  const { workspace, environment, country, permille } = limit;
  const [before] = await sql<{ permille: number }[]>`
    select permille from concentration_limit
    where workspace = ${workspace} and environment = ${environment} and country = ${country} for update`;
  if (permille === null) {
    await sql`delete from concentration_limit where workspace = ${workspace} and environment = ${environment} and country = ${country}`;
  } else {
    await sql`
      insert into concentration_limit (workspace, environment, country, permille) values (${workspace}, ${environment}, ${country}, ${permille})
      on conflict (workspace, environment, country) do update set permille = excluded.permille`;
  }
  return before?.permille ?? null;
}

/** Forgets use older than so many days; returns how many rows. */
export async function pruneUse(sql: SqlRunner, keepDays: number): Promise<number> {
  const result = await sql`delete from route_use where day < now() - make_interval(days => ${keepDays})`;
  return result.count;
}
