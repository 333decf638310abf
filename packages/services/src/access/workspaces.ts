import {
  decodeId,
  encodeId,
  SignalboxError,
  type UpdateWorkspaceRequest,
  type WorkspaceChoice,
  type WorkspaceView,
} from '@signalbox/contracts';
import { readDomain } from '@signalbox/core';
import {
  insertWorkspace,
  lockNames,
  readMemberships,
  readWorkspaceSettings,
  renameOrganisationRow,
  switchSession,
  updateWorkspace,
  type WorkspaceSettingsRow,
} from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';
import { inWorkspace } from '../tenant.ts';

/** Most workspaces of one organisation. */
const WORKSPACES_MAX = 200;

const viewOf = (row: WorkspaceSettingsRow, { services }: RequestContext): WorkspaceView => ({
  id: encodeId('workspace', row.id),
  name: row.name,
  organisation: { id: encodeId('organisation', row.organisationId), name: row.organisationName },
  home_region: row.homeRegion,
  default_currency: row.defaultCurrency,
  time_zone: row.timeZone,
  default_language: row.defaultLanguage,
  second_person_for: [...row.secondPersonFor],
  links: row.links,
  link_domains: row.linkDomains,
  created_at: row.createdAt.toISOString(),
  regions: [services.region],
});

const objectOf = ({ id, name }: WorkspaceSettingsRow) =>
  ({ kind: 'workspace', id: encodeId('workspace', id), name }) as const;
const factsOf = (row: WorkspaceSettingsRow): object => ({
  name: row.name,
  home_region: row.homeRegion,
  default_currency: row.defaultCurrency,
  time_zone: row.timeZone,
  default_language: row.defaultLanguage,
  second_person_for: [...row.secondPersonFor],
  links: row.links,
  link_domains: row.linkDomains,
});

const userIdOf = ({ actor }: RequestContext): string => {
  if (actor.kind !== 'user') throw new Error('only people work in workspaces');
  return actor.id;
};

const isTaken = (names: readonly string[], name: string): boolean =>
  names.some((other) => other.toLowerCase() === name.toLowerCase());
const nameIsTaken = (): SignalboxError =>
  refuseField('name', 'taken', 'Another workspace of the organisation has this name; choose a different one.');

/** The workspaces the session may work in, by organisation and name. */
export async function listWorkspaces({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { sessionId: string };
}): Promise<WorkspaceChoice[]> {
  const rows = await readMemberships(ctx.services.database.sql, { id: input.sessionId, userId: userIdOf(ctx) });
  return rows.map((row) => ({ ...row, id: encodeId('workspace', row.id) }));
}

/** The workspace, its settings and whose it is. */
export async function readWorkspace({ ctx }: { ctx: RequestContext; input: object }): Promise<WorkspaceView> {
  return viewOf(await inWorkspace(ctx, (tx) => readWorkspaceSettings(tx, ctx.workspace.number)), ctx);
}

/**
 * Changes settings of the workspace; what is left out stays as it is. The home region is one of the installation's, or stays what it was.
 * Throws `request_invalid` for a region that is not here, for what is no domain, and for a name that another workspace of the organisation has.
 */
export async function saveWorkspace({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: UpdateWorkspaceRequest;
}): Promise<WorkspaceView> {
  const workspace = ctx.workspace.number;
  return inWorkspace(ctx, async (tx, asOwner) => {
    const before = await readWorkspaceSettings(tx, workspace);
    const { region } = ctx.services;
    const after = {
      ...before,
      name: input.name ?? before.name,
      homeRegion: input.home_region ?? before.homeRegion,
      defaultCurrency: input.default_currency ?? before.defaultCurrency,
      timeZone: input.time_zone ?? before.timeZone,
      defaultLanguage: input.default_language ?? before.defaultLanguage,
      secondPersonFor:
        input.second_person_for === undefined ? before.secondPersonFor : [...new Set(input.second_person_for)].sort(),
      links: input.links ?? before.links,
      linkDomains: input.link_domains === undefined ? before.linkDomains : readDomains(input.link_domains),
    };
    if (after.homeRegion !== before.homeRegion && after.homeRegion !== region) {
      throw refuseField(
        'home_region',
        'invalid_value',
        `This installation runs in ${region}; its data lives nowhere else.`,
      );
    }
    // Names of the other workspaces are behind the wall: only the owner of the tables can compare.
    await asOwner();
    if (isTaken(await lockNames(tx, before.organisation, workspace), after.name)) throw nameIsTaken();
    await updateWorkspace(tx, workspace, after);
    await recordAudit(tx, ctx, {
      action: 'workspace.changed',
      object: objectOf(after),
      before: factsOf(before),
      after: factsOf(after),
      environment: null,
    });
    return viewOf(after, ctx);
  });
}

/** The domains in the one spelling they are compared in, each once. */
function readDomains(given: readonly string[]): string[] {
  const read = given.map((text) => readDomain(text));
  const fields = read.flatMap((domain, index) =>
    domain === null
      ? [
          {
            path: `link_domains.${index}`,
            code: 'invalid_value',
            message: `“${given[index]}” is no domain: ${NO_DOMAIN}`,
          },
        ]
      : [],
  );
  if (fields.length > 0) throw new SignalboxError('request_invalid', { fields });
  return [...new Set(read.filter((domain) => domain !== null))];
}

const NO_DOMAIN = 'write it as acme.com, without https://, path or port.';

/** Gives the organisation another name, which all its workspaces show. */
export async function renameOrganisation({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { name: string };
}): Promise<null> {
  await inWorkspace(ctx, async (tx) => {
    const { organisation, organisationId, organisationName } = await readWorkspaceSettings(tx, ctx.workspace.number);
    await renameOrganisationRow(tx, organisation, input.name);
    await recordAudit(tx, ctx, {
      action: 'organisation.renamed',
      object: { kind: 'organisation', id: encodeId('organisation', organisationId), name: input.name },
      before: { name: organisationName },
      after: { name: input.name },
      environment: null,
    });
  });
  return null;
}

/**
 * Makes a workspace in the organisation of the present one, empty and owned by whoever makes it, with the settings of the present one to
 * begin with. The session goes on in it.
 */
export async function addWorkspace({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { name: string; sessionId: string };
}): Promise<{ id: string }> {
  const id = ctx.services.ids.next();
  const userId = userIdOf(ctx);
  await inWorkspace(ctx, async (tx, asOwner) => {
    const here = await readWorkspaceSettings(tx, ctx.workspace.number);
    await asOwner();
    const names = await lockNames(tx, here.organisation, null);
    if (isTaken(names, input.name)) throw nameIsTaken();
    if (names.length >= WORKSPACES_MAX) {
      throw refuseField('name', 'too_many', `An organisation has at most ${WORKSPACES_MAX} workspaces.`);
    }
    const made = { ...here, id, name: input.name };
    const number = await insertWorkspace(tx, { ...made, userId });
    await switchSession(tx, { id: input.sessionId, userId }, id);
    const change = {
      action: 'workspace.created',
      object: objectOf(made),
      before: null,
      after: factsOf(made),
      environment: null,
    } as const;
    // The log of the new workspace begins with it, and the one it was made in tells where it came from.
    await recordAudit(tx, { ...ctx, workspace: { number, id } }, change);
    await recordAudit(tx, ctx, change);
  });
  return { id: encodeId('workspace', id) };
}

/** Lets the session work in another workspace of its person, in every tab; `not_found` for one the person does not belong to. */
export async function switchWorkspace({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { id: string; sessionId: string };
}): Promise<null> {
  const id = decodeId('workspace', input.id);
  const session = { id: input.sessionId, userId: userIdOf(ctx) };
  const done = id !== undefined && (await switchSession(ctx.services.database.sql, session, id));
  if (!done) throw new SignalboxError('not_found', { detail: 'You do not belong to a workspace with this id.' });
  return null;
}
