import {
  CAPS_MAX,
  type CapList,
  type CapScope,
  type CapView,
  decodeId,
  encodeId,
  type SaveCap,
  SignalboxError,
} from '@signalbox/contracts';
import { COUNTRY_PACKS } from '@signalbox/core';
import { type CapRow, deleteCap, lockCap, putCap, readCaps } from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';
import { inWorkspace } from '../tenant.ts';

const placeOf = (ctx: RequestContext) => ({ workspace: ctx.workspace.number, environment: ctx.environment });

/** The caps of the environment in the order they were made in, and those of the law as the workspace reads it. */
export async function listCaps({ ctx }: { ctx: RequestContext; input: object }): Promise<CapList> {
  const rows = await inWorkspace(ctx, (tx) => readCaps(tx, placeOf(ctx)));
  return { data: rows.map(viewOf), legal: legalCaps(ctx) };
}

function viewOf(row: CapRow): CapView {
  return {
    id: encodeId('cap', row.id),
    ...settingsOf(row),
    version: row.version,
    updated_at: row.updatedAt.toISOString(),
  };
}

const settingsOf = (row: CapRow): SaveCap => ({
  ...{
    name: row.name,
    enabled: row.enabled,
    channels: row.channels,
    classes: row.classes,
    also_counts: row.alsoCounts,
  },
  ...{ scope: row.scope, limit: row.limit, rolling_seconds: row.windowSeconds, calendar: row.calendar },
  ...{ min_gap_seconds: row.minGapSeconds, kept: row.kept, kept_for: row.keptFor, over_limit: row.overLimit },
});

function legalCaps({ services, workspace }: RequestContext): CapList['legal'] {
  const laws = services.config.current().lawsOf(workspace.number);
  const nowMs = services.world.nowMs();
  return [...COUNTRY_PACKS.keys()].flatMap((country) =>
    (laws(country)?.cap ?? [])
      .filter(({ fromMs, untilMs }) => fromMs <= nowMs && nowMs < untilMs)
      .map(({ rule, channels, classes, law, effect: { limit, windowSeconds, identical } }) => ({
        ...{
          rule: rule.replace('law/', ''),
          country,
          channels: [...channels],
          classes: [...classes],
          limit,
          identical,
        },
        ...{ rolling_seconds: windowSeconds, confidence: law.confidence, sources: [...law.sources] },
      })),
  );
}

/**
 * Stores a cap, a new one or in the place of the one with this public id; in force for the next decision of every process, and what waits for a
 * cap is judged afresh. What was counted stays counted. Throws `request_invalid` for a cap that says nothing or contradicts itself, `not_found`.
 */
export async function saveCap({
  ctx,
  input: { id, cap },
}: {
  ctx: RequestContext;
  input: { id?: string | undefined; cap: SaveCap };
}): Promise<CapView> {
  assertSense(cap);
  const uuid = id === undefined ? undefined : decodeId('cap', id);
  const view = await inWorkspace(ctx, async (tx) => {
    const before = uuid === undefined ? undefined : await lockCap(tx, placeOf(ctx), uuid);
    if (id !== undefined && before === undefined) throw noCap();
    if (before === undefined && (await readCaps(tx, placeOf(ctx))).length >= CAPS_MAX)
      throw refuseField('name', 'too_many', `An environment has ${CAPS_MAX} caps at most; remove one.`);
    const row = await putCap(tx, {
      ...placeOf(ctx),
      ...{ id: before?.id ?? ctx.services.ids.next(), name: cap.name, enabled: cap.enabled, channels: cap.channels },
      ...{
        classes: cap.classes,
        alsoCounts: cap.also_counts,
        scope: cap.scope,
        limit: cap.limit,
        calendar: cap.calendar,
      },
      ...{ windowSeconds: cap.rolling_seconds, minGapSeconds: cap.min_gap_seconds, kept: cap.kept },
      ...{ keptFor: cap.kept_for, overLimit: cap.over_limit },
    });
    const after = viewOf(row);
    await recordAudit(tx, ctx, {
      action: 'cap.saved',
      object: { kind: 'cap', id: after.id, name: after.name },
      before: before === undefined ? null : settingsOf(before),
      after: settingsOf(row),
    });
    return after;
  });
  await ctx.services.config.refresh();
  return view;
}

/** Removes a cap by its public id; what waits for it is judged afresh. `not_found` when there is none here. */
export async function removeCap({ ctx, input: { id } }: { ctx: RequestContext; input: { id: string } }): Promise<void> {
  const uuid = decodeId('cap', id);
  await inWorkspace(ctx, async (tx) => {
    const before = uuid === undefined ? undefined : await lockCap(tx, placeOf(ctx), uuid);
    if (before === undefined) throw noCap();
    await deleteCap(tx, placeOf(ctx), before.id);
    await recordAudit(tx, ctx, {
      action: 'cap.removed',
      object: { kind: 'cap', id, name: before.name },
      before: settingsOf(before),
      after: null,
    });
  });
  await ctx.services.config.refresh();
}

const noCap = () => new SignalboxError('not_found', { detail: 'There is no cap with this id.' });

const isEverything = ({ templates, metadata }: CapScope): boolean => templates.length === 0 && metadata === null;

/** Throws for a cap that limits nothing, whose window is not one, or that keeps a share for nobody. */
export function assertSense(cap: SaveCap): void {
  const windows = [cap.rolling_seconds, cap.calendar].filter((one) => one !== null).length;
  if (cap.limit === null && cap.min_gap_seconds === null)
    throw refuseField('limit', 'needed', 'Give `limit`, `min_gap_seconds` or both: without them the cap says nothing.');
  if (cap.limit !== null && windows !== 1)
    throw refuseField(
      'rolling_seconds',
      'one_window',
      'A limit needs one window: give `rolling_seconds` or `calendar`.',
    );
  if (cap.limit === null && windows > 0)
    throw refuseField(
      'limit',
      'needed',
      'A window needs a `limit`; leave the window out for a time between messages alone.',
    );
  if (cap.kept > 0 && (cap.limit === null || cap.kept >= cap.limit))
    throw refuseField('kept', 'too_many', 'Keep less than `limit`, so that something is left for the others.');
  if (cap.kept > 0 && isEverything(cap.kept_for))
    throw refuseField('kept_for', 'needed', 'Say which messages the share is kept for: by template or by metadata.');
  const both = cap.also_counts.find((one) => cap.classes.includes(one));
  if (both !== undefined)
    throw refuseField('also_counts', 'taken', `The cap holds for ${both} already; leave it out here.`);
}
