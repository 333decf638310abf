import { MANIFESTS, parseSettings, SettingsError, secretFieldsOf } from '@signalbox/channels/manifests';
import {
  decodeId,
  encodeId,
  type ManifestView,
  type ProviderView,
  SANDBOX_PROTOCOLS,
  type SaveProviderInput,
  SignalboxError,
} from '@signalbox/contracts';
import { canonicalJson } from '@signalbox/core';
import {
  insertProvider,
  type ListedProvider,
  type NewProvider,
  type ProviderReport,
  readProviders,
  readReports,
  type SqlRunner,
  updateProvider,
} from '@signalbox/db';
import { type AuditChange, recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { nameTaken, refuseField } from '../field-refusal.ts';
import { inWorkspace } from '../tenant.ts';
import { connectionsOf } from './connections.ts';
import { openSettings, secretsPlace } from './provider-settings.ts';

/** What stands in the place of a stored secret wherever settings are shown; given back, it keeps the stored one. */
export const STORED_SECRET = 'stored';

/** What each protocol must be told, and what it can do: the console draws its forms from these. */
export async function listManifests(_call: { ctx: RequestContext; input: object }): Promise<ManifestView[]> {
  return Object.values(MANIFESTS).map(({ protocol, channels, title, summary, fields, capabilities }) => ({
    protocol,
    channels: [...channels],
    title,
    summary,
    fields: [...fields],
    receipts: capabilities.receipts,
  }));
}

/** The providers of the environment by name, with their connections and without their secrets. */
export async function listProviders({ ctx }: { ctx: RequestContext; input: object }): Promise<ProviderView[]> {
  return inWorkspace(ctx, (tx) => readViews(ctx, tx));
}

async function readViews(ctx: RequestContext, tx: SqlRunner): Promise<ProviderView[]> {
  const { number } = ctx.workspace;
  const [rows, reports] = await Promise.all([readProviders(tx, number, ctx.environment), readReports(tx, number)]);
  const reportsOf = Map.groupBy(reports, (report) => report.provider);
  return rows.map((row) => viewOf(ctx, row, reportsOf.get(row.number) ?? []));
}

function viewOf(ctx: RequestContext, row: ListedProvider, reports: readonly ProviderReport[]): ProviderView {
  return {
    id: encodeId('provider', row.id),
    name: row.name,
    protocol: row.protocol,
    environment: row.environment,
    enabled: row.enabled,
    version: row.version,
    settings: shownSettings(ctx, row),
    connections: connectionsOf(reports),
    reported_seconds_ago: reports.length === 0 ? null : Math.round(Math.min(...reports.map((r) => r.secondsAgo))),
    routes: row.routes,
  };
}

function shownSettings(ctx: RequestContext, row: ListedProvider): Record<string, unknown> {
  const secret = new Set(secretFieldsOf(row.protocol));
  const open = Object.entries(row.settings).filter(([name]) => !secret.has(name));
  const marks = storedSecretNames(ctx, row).map((name) => [name, STORED_SECRET]);
  return Object.fromEntries([...open, ...marks]);
}

/** Which secrets are stored. When they cannot be opened, all of the protocol count as stored: nobody may take them for empty. */
function storedSecretNames(ctx: RequestContext, row: ListedProvider): string[] {
  if (row.secrets === null) return [];
  const names = secretFieldsOf(row.protocol);
  try {
    const stored = openSettings(ctx.services.sealer, { ...row, settings: {} });
    return names.filter((name) => Object.hasOwn(stored, name));
  } catch (error) {
    ctx.services.log.warn('The secrets of a provider cannot be opened.', { provider: row.name, error: String(error) });
    return names;
  }
}

/**
 * Makes a provider (no id) or changes one (id and the version that was read). A secret that is left out, or reads `stored`, keeps the
 * stored one; empty text removes it. Throws `request_invalid` with the path of the setting, `conflict` when somebody was faster,
 * `not_found` for an id that is not here.
 */
export async function saveProvider({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: SaveProviderInput;
}): Promise<ProviderView> {
  if (ctx.environment === 'sandbox' && !SANDBOX_PROTOCOLS.includes(input.protocol)) {
    throw refuseField(
      'protocol',
      'not_allowed',
      'Nothing leaves the house from the sandbox: only the loopback works there.',
    );
  }
  const uuid = input.id === undefined ? ctx.services.ids.next() : decodeId('provider', input.id);
  if (uuid === undefined) throw providerNotFound();
  const view = await inWorkspace(ctx, async (tx) => {
    const change = await storeProvider(ctx, tx, uuid, input);
    const stored = (await readViews(ctx, tx)).find((one) => one.id === encodeId('provider', uuid));
    await recordAudit(tx, ctx, change);
    return stored;
  }).catch((error: unknown) => {
    throw nameTaken(error, 'provider');
  });
  if (view === undefined) throw providerNotFound();
  await ctx.services.config.refresh();
  return view;
}

const providerNotFound = (): SignalboxError =>
  new SignalboxError('not_found', { detail: 'There is no provider with this id in this environment.' });

async function storeProvider(
  ctx: RequestContext,
  tx: SqlRunner,
  uuid: string,
  input: SaveProviderInput,
): Promise<AuditChange> {
  const object = { kind: 'provider', id: encodeId('provider', uuid), name: input.name } as const;
  if (input.id === undefined) {
    const { row, marks } = rowOf(ctx, uuid, input, {});
    await insertProvider(tx, row);
    return { action: 'provider.created', object, before: null, after: factsOf(row, marks) };
  }
  if (input.version === undefined)
    throw refuseField('version', 'required', 'Give the version of the provider you read.');
  const rows = await readProviders(tx, ctx.workspace.number, ctx.environment);
  const row = rows.find((one) => one.id === uuid);
  if (row === undefined) throw providerNotFound();
  if (row.protocol !== input.protocol) {
    throw refuseField('protocol', 'not_allowed', 'A provider keeps its protocol; make a new provider for another one.');
  }
  // What is told as "before" must be what this change replaced.
  if (row.version !== input.version) throw new SignalboxError('conflict');
  const stored = row.secrets === null ? {} : openSettings(ctx.services.sealer, { ...row, settings: {} });
  const next = rowOf(ctx, uuid, input, stored);
  if (!(await updateProvider(tx, next.row, input.version))) throw new SignalboxError('conflict');
  const marks = Object.fromEntries(Object.keys(stored).map((name) => [name, STORED_SECRET]));
  return {
    action: 'provider.changed',
    object,
    before: factsOf(row, marks),
    after: factsOf(next.row, next.marks),
  };
}

/** What the audit log says of a provider: of a secret only that it is stored, or was changed. */
function factsOf({ name, protocol, enabled, settings }: NewProvider, marks: Record<string, string>): object {
  return { name, protocol, enabled, settings: { ...settings, ...marks } };
}

function rowOf(
  ctx: RequestContext,
  uuid: string,
  input: SaveProviderInput,
  storedSecrets: Record<string, unknown>,
): { row: NewProvider; marks: Record<string, string> } {
  const names = new Set(secretFieldsOf(input.protocol));
  const keeps = ([name, value]: [string, unknown]): boolean =>
    names.has(name) &&
    (value === undefined || value === null || (value === STORED_SECRET && Object.hasOwn(storedSecrets, name)));
  const given = Object.fromEntries(Object.entries(input.settings).filter((entry) => !keeps(entry)));
  const parsed: Record<string, unknown> = parse(input.protocol, { ...storedSecrets, ...given });
  const secrets = Object.entries(parsed).filter(([name, value]) => names.has(name) && value !== '');
  const settings = Object.fromEntries(Object.entries(parsed).filter(([name]) => !names.has(name)));
  const isKept = ([name, value]: [string, unknown]): boolean =>
    !Object.hasOwn(storedSecrets, name) || canonicalJson(storedSecrets[name]) === canonicalJson(value);
  const row: NewProvider = {
    id: uuid,
    workspace: ctx.workspace.number,
    environment: ctx.environment,
    name: input.name,
    protocol: input.protocol,
    enabled: input.enabled,
    settings,
    secrets:
      secrets.length === 0
        ? null
        : ctx.services.sealer.seal(JSON.stringify(Object.fromEntries(secrets)), secretsPlace(uuid)),
  };
  const marks = secrets.map((entry) => [entry[0], isKept(entry) ? STORED_SECRET : 'changed']);
  return { row, marks: Object.fromEntries(marks) };
}

function parse(protocol: SaveProviderInput['protocol'], settings: Record<string, unknown>): Record<string, unknown> {
  try {
    return { ...parseSettings(protocol, settings) };
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    const path = error.field === '' ? 'settings' : `settings.${error.field}`;
    throw refuseField(path, 'setting_invalid', `${error.message}.`.replace(/\.\.$/, '.'));
  }
}
