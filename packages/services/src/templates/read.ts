import {
  type ListTemplatesQuery,
  SignalboxError,
  type TemplateDetail,
  type TemplatePage,
  type TemplateVersionView,
} from '@signalbox/contracts';
import {
  listTemplateRows,
  readLastDrafting,
  readTemplateTranslations,
  readTemplateVersion,
  readTemplateVersions,
} from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { decodeCursor, pageOf } from '../cursor.ts';
import { readWithin } from '../tenant.ts';
import { toldBody } from './compile-content.ts';
import { viewDrafting, viewTranslation } from './translations/view.ts';
import { newestOf, templateOf, viewTemplate, viewVersion } from './view.ts';

/** Most versions that a template tells of; older ones are read one by one. */
const VERSIONS_TOLD = 200;
const NARROWER = 'The templates take too long to read; search for more of the key.';

/** The templates of a workspace, the newest first; both environments share them. */
export async function listTemplates({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: ListTemplatesQuery;
}): Promise<TemplatePage> {
  const { search, state, class: trafficClass, limit, cursor } = input;
  const filter = {
    workspace: ctx.workspace.number,
    search,
    state: state ?? null,
    class: trafficClass ?? null,
    belowId: decodeCursor(cursor),
  };
  const found = await readWithin(ctx, NARROWER, (tx) => listTemplateRows(tx, filter, limit + 1));
  const { rows, next_cursor } = pageOf(found, limit);
  return { data: rows.map(viewTemplate), next_cursor };
}

/** A template, what its newest version says, and how its versions stand; `not_found` when there is none of this key. */
export async function getTemplate({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { key: string };
}): Promise<TemplateDetail> {
  return readWithin(ctx, NARROWER, async (tx) => {
    const row = await templateOf(tx, ctx, input.key);
    const [versions, newest, drafting] = await Promise.all([
      readTemplateVersions(tx, row.number, VERSIONS_TOLD),
      newestOf(tx, row),
      readLastDrafting(tx, row.number),
    ]);
    const { variables, bodies } = newest;
    const translations = await readTemplateTranslations(tx, newest.number);
    return {
      ...viewTemplate(row),
      content: { variables, bodies: bodies.map(toldBody) },
      translations: translations.map(viewTranslation),
      drafting: drafting === undefined ? null : viewDrafting(drafting, ctx.services.world.nowMs()),
      versions: versions.map(viewVersion),
    };
  });
}

/** One version with what it says; `not_found` when there is none. */
export async function getTemplateVersion({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { key: string; version: number };
}): Promise<TemplateVersionView> {
  return readWithin(ctx, NARROWER, async (tx) => {
    const { number } = await templateOf(tx, ctx, input.key);
    const row = await readTemplateVersion(tx, number, input.version);
    if (row === undefined) throw noVersion(input.version);
    const translations = (await readTemplateTranslations(tx, row.number)).map(viewTranslation);
    return { ...viewVersion(row), variables: row.variables, bodies: row.bodies.map(toldBody), translations };
  });
}

/** The refusal of a version that is not there. */
export const noVersion = (version: number): SignalboxError =>
  new SignalboxError('not_found', { detail: `The template has no version ${version}.` });
