import type { SqlRunner } from '../connection.ts';

/** A topic of marketing, with its name by language. */
export interface TopicRow {
  workspace: number;
  key: string;
  names: Record<string, string>;
}

/** The topics of all workspaces, or of one, by key. */
export async function readTopics(sql: SqlRunner, workspace?: number): Promise<TopicRow[]> {
  return sql<TopicRow[]>`
    select workspace, key, names from topic
    ${workspace === undefined ? sql`` : sql`where workspace = ${workspace}`} order by workspace, key`;
}

/** Stores a topic in the place of what was there. */
export async function saveTopic(sql: SqlRunner, { workspace, key, names }: TopicRow): Promise<void> {
  await sql`
    insert into topic (workspace, key, names) values (${workspace}, ${key}, ${JSON.stringify(names)}::text::jsonb)
    on conflict (workspace, key) do update set names = excluded.names`;
}

/** Removes a topic; false when there is none. */
export async function deleteTopic(sql: SqlRunner, workspace: number, key: string): Promise<boolean> {
  return (await sql`delete from topic where workspace = ${workspace} and key = ${key}`).count > 0;
}

/** Keys of the templates that are about a topic, the first few. */
export async function readTemplatesAbout(sql: SqlRunner, workspace: number, topic: string): Promise<string[]> {
  const rows = await sql<{ key: string }[]>`
    select key from template where workspace = ${workspace} and topic = ${topic} order by key limit 5`;
  return rows.map(({ key }) => key);
}
