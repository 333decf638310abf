import {
  type Channel,
  SignalboxError,
  type TemplateActor,
  type TemplateVersionSummary,
  type TemplateView,
} from '@signalbox/contracts';
import {
  type ListedTemplateRow,
  lockTemplate,
  readTemplateRow,
  readTemplateVersion,
  type SqlRunner,
  type TemplateActorRow,
  type TemplateContentRow,
  type TemplateVersionRow,
} from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { instantText } from '../instant-text.ts';

/** Somebody as it is told who did something, and when. */
export const actorOf = ({ kind, name, atMs }: TemplateActorRow): TemplateActor => ({
  kind,
  name,
  at: new Date(atMs).toISOString(),
});

/** A version as it is told: who did what, by name. */
export const viewVersion = (row: TemplateVersionRow): TemplateVersionSummary => ({
  version: row.version,
  state: row.state,
  created: actorOf(row.created),
  submitted: row.submitted && actorOf(row.submitted),
  decided: row.decided && actorOf(row.decided),
  comment: row.comment,
  last_used_at: instantText(row.lastUsedAtMs),
});

/** A template as it is told. */
export const viewTemplate = (row: ListedTemplateRow): TemplateView => ({
  key: row.key,
  name: row.name,
  class: row.class,
  default_locale: row.defaultLocale,
  topic: row.topic,
  live_version: row.liveVersion,
  version: row.version,
  state: row.state,
  channels: row.channels as Channel[],
  locales: row.locales,
  unreviewed: row.unreviewed,
  stale: row.stale,
  last_used_at: instantText(row.lastUsedAtMs),
  created_at: new Date(row.createdAtMs).toISOString(),
});

/** Who acts now, as a version keeps it. */
export const actorNow = ({ actor, services }: RequestContext): TemplateActorRow => ({
  kind: actor.kind,
  id: actor.id,
  name: actor.name,
  atMs: services.world.nowMs(),
});

/** The template of a key; `not_found` when the workspace has none. */
export async function templateOf(tx: SqlRunner, ctx: RequestContext, key: string): Promise<ListedTemplateRow> {
  const row = await readTemplateRow(tx, ctx.workspace.number, key);
  if (row === undefined) throw new SignalboxError('not_found', { detail: 'There is no template with this key.' });
  return row;
}

/** The same, locked to the end of the transaction and read behind the lock: no version that comes meanwhile is written over. */
export async function lockedTemplate(tx: SqlRunner, ctx: RequestContext, key: string): Promise<ListedTemplateRow> {
  await lockTemplate(tx, (await templateOf(tx, ctx, key)).number);
  return templateOf(tx, ctx, key);
}

/** What the newest version of a template says; `isLocked` keeps its state from moving meanwhile. */
export async function newestOf(
  tx: SqlRunner,
  { number, version }: Pick<ListedTemplateRow, 'number' | 'version'>,
  isLocked = false,
): Promise<TemplateVersionRow & TemplateContentRow> {
  const newest = await readTemplateVersion(tx, number, version, isLocked);
  if (newest === undefined) throw new Error('a template has no version');
  return newest;
}
