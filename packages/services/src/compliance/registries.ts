import {
  REGISTRIES_MAX,
  type RegistryList,
  type RegistryView,
  type SetRegistryRequest,
  SignalboxError,
} from '@signalbox/contracts';
import { isCountry, REGISTRY_WAIT_MS } from '@signalbox/core';
import {
  deleteRegistry,
  dropRegistryAnswers,
  type LookupDayRow,
  lockRegistries,
  putRegistry,
  type RegistryRow,
  readLookupDays,
  readRegistries,
  type SqlRunner,
} from '@signalbox/db';
import { assertAskable } from '../asking/assert-askable.ts';
import { assertLive } from '../audit/assert-live.ts';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { registrySource } from '../dispatch/hold.ts';
import { refuseField } from '../field-refusal.ts';
import { inWorkspace } from '../tenant.ts';
import { registrySecretPlace } from './registry-checks.ts';

const LIVE_ONLY = 'Registries are asked for live alone: set them with a key of live.';

/** The registries that marketing of the workspace is checked against, with what each was asked for today. */
export async function listRegistries({ ctx }: { ctx: RequestContext; input: object }): Promise<RegistryList> {
  return inWorkspace(ctx, async (tx) => {
    const [rows, days] = await Promise.all([readRegistries(tx, ctx.workspace.number), today(ctx, tx)]);
    return { data: rows.map((row) => viewOf(row, days)), waits_ms: REGISTRY_WAIT_MS };
  });
}

const today = (ctx: RequestContext, tx: SqlRunner): Promise<LookupDayRow[]> =>
  readLookupDays(
    tx,
    ctx.workspace.number,
    new Date(ctx.services.world.nowMs()).toISOString().slice(0, 10),
    'registry/',
  );

function viewOf(row: RegistryRow, days: readonly LookupDayRow[]): RegistryView {
  const { key, version, name, enabled, country, channels, meaning, unanswered, service, secret } = row;
  const spent = days.find((day) => day.service === registrySource(key) && day.currency === service.currency);
  return {
    ...{ key, version, name, enabled, country, channels, meaning, unanswered, service },
    secret_stored: secret !== null,
    asked_today: spent?.asked ?? 0,
    spent_today_micros: spent?.spentMicros ?? 0,
  };
}

/**
 * Sets a registry as a whole, a new one or in place of what is there; in force for the next decision of every process. A secret that is left out stays. When it is asked otherwise than before, what it said is
 * forgotten. Throws `request_invalid` for a service that cannot be asked as it is described, `conflict` when the version was left behind, and `forbidden` for a key of the sandbox.
 */
export async function setRegistry({
  ctx,
  input: { key, registry },
}: {
  ctx: RequestContext;
  input: { key: string; registry: SetRegistryRequest };
}): Promise<RegistryView> {
  assertLive(ctx, LIVE_ONLY);
  const { version, secret, ...given } = registry;
  assertAskable(ctx, given.service);
  if (given.country !== null && !isCountry(given.country))
    throw refuseField(
      'country',
      'not_allowed',
      `${given.country} is no country; write its code of two letters, such as TR.`,
    );
  const workspace = ctx.workspace.number;
  const view = await inWorkspace(ctx, async (tx) => {
    const all = await lockRegistries(tx, workspace);
    const before = all.find((row) => row.key === key);
    if (version !== undefined && version !== (before?.version ?? 0)) throw new SignalboxError('conflict');
    if (before === undefined && all.length >= REGISTRIES_MAX)
      throw refuseField('key', 'too_many', `A workspace has ${REGISTRIES_MAX} registries at most; remove one.`);
    const kept = before?.secret ?? null;
    const place = registrySecretPlace(workspace, key);
    const sealed = secret === undefined ? kept : secret === '' ? null : ctx.services.sealer.seal(secret, place);
    await putRegistry(tx, { ...given, workspace, key, secret: sealed });
    if (before !== undefined && JSON.stringify(before.service) !== JSON.stringify(given.service))
      await dropRegistryAnswers(tx, workspace, key);
    const after = (await readRegistries(tx, workspace)).find((row) => row.key === key);
    if (after === undefined) throw new Error('a registry is not there after it was set');
    await recordAudit(tx, ctx, {
      action: 'registry.set',
      object: { kind: 'registry', id: key, name: given.name },
      environment: null,
      before: before === undefined ? null : factsOf(before, false),
      after: factsOf(after, secret !== undefined),
    });
    return viewOf(after, await today(ctx, tx));
  });
  await ctx.services.config.refresh();
  return view;
}

/** Removes a registry with all that it said: marketing is checked against it no more. Throws `not_found`, and `forbidden` for a key of the sandbox. */
export async function removeRegistry({
  ctx,
  input: { key },
}: {
  ctx: RequestContext;
  input: { key: string };
}): Promise<void> {
  assertLive(ctx, LIVE_ONLY);
  const workspace = ctx.workspace.number;
  await inWorkspace(ctx, async (tx) => {
    const before = (await lockRegistries(tx, workspace)).find((row) => row.key === key);
    if (before === undefined) throw new SignalboxError('not_found');
    await deleteRegistry(tx, workspace, key);
    await dropRegistryAnswers(tx, workspace, key);
    await recordAudit(tx, ctx, {
      action: 'registry.removed',
      object: { kind: 'registry', id: key, name: before.name },
      environment: null,
      before: factsOf(before, false),
      after: null,
    });
  });
  await ctx.services.config.refresh();
}

const factsOf = (row: RegistryRow, isNewSecret: boolean) => {
  const { name, enabled, country, channels, meaning, unanswered, service } = row;
  const facts = { name, enabled, country, channels, meaning, unanswered, service };
  return isNewSecret ? { ...facts, secret: 'changed' } : facts;
};
