import type { DataRecipientKind, Environment } from '@signalbox/contracts';
import type { SqlRunner } from '../connection.ts';

/** Somebody outside who gets data of people: `at` is a host or a URL. */
export interface DataRecipientRow {
  kind: DataRecipientKind;
  name: string;
  at: string | null;
}

/** Who outside gets data of the people of a workspace now: what is switched off gets none. Registries are asked for live alone. */
export async function readDataRecipients(
  sql: SqlRunner,
  workspace: number,
  environment: Environment,
): Promise<DataRecipientRow[]> {
  return sql<DataRecipientRow[]>`
    select 'provider' as kind, name, coalesce(settings->>'host', settings->>'base_url') as at
      from provider where workspace = ${workspace} and environment = ${environment} and enabled
    union all select 'webhook', description, url
      from webhook_endpoint where workspace = ${workspace} and environment = ${environment} and enabled
    union all select 'lookup', '', service->>'url' from number_lookup where workspace = ${workspace} and enabled
    union all select 'registry', name, service->>'url'
      from registry where workspace = ${workspace} and enabled and ${environment} = 'live'
    order by 1, 2, 3`;
}

/** What the people of an environment are asked to agree to: the purposes of its lists. */
export async function readListPurposes(sql: SqlRunner, workspace: number, environment: Environment): Promise<string[]> {
  const rows = await sql<{ purpose: string }[]>`
    select distinct purpose from opt_in_list where workspace = ${workspace} and environment = ${environment} order by 1`;
  return rows.map(({ purpose }) => purpose);
}
