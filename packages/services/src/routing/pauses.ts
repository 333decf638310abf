import { decodeId, encodeId, type PauseRouteInput, type PauseView, SignalboxError } from '@signalbox/contracts';
import { insertPause, liftPause as lift, type PauseRow, passTurnstile } from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';
import { inWorkspace } from '../tenant.ts';

/**
 * Takes a route out for a while: from the commit on no message is sent by it, what is on its way is left to arrive. Throws `not_found` for a route that is not here, `request_invalid`
 * for an end before the beginning or before now.
 */
export async function pauseRoute({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: Omit<PauseRouteInput, 'environment'>;
}): Promise<PauseView> {
  const { services, workspace, environment, actor } = ctx;
  const uuid = decodeId('route', input.id);
  const route = services.config
    .current()
    .routesOf(workspace.number)
    .find((one) => one.id === uuid && one.environment === environment);
  if (route === undefined) throw notFound('route');
  const nowMs = services.world.nowMs();
  const fromMs = input.from === undefined ? nowMs : Date.parse(input.from);
  const untilMs = input.until === undefined ? null : Date.parse(input.until);
  if (untilMs !== null && untilMs <= Math.max(fromMs, nowMs))
    throw refuseField('until', 'too_small', 'The end must come after the beginning and after now.');
  const pause: PauseRow = {
    id: services.ids.next(),
    workspace: workspace.number,
    environment,
    route: route.number,
    fromMs,
    untilMs,
    reason: input.reason,
    createdBy: actor.name,
  };
  await inWorkspace(ctx, async (tx) => {
    await passTurnstile(tx, workspace.number, true);
    await insertPause(tx, pause);
    const object = { kind: 'route', id: input.id, name: route.name } as const;
    await recordAudit(tx, ctx, { action: 'route.paused', object, before: null, after: factsOf(pause) });
  });
  await services.config.refresh();
  return viewPause(pause, nowMs);
}

/** Ends a pause now, or calls off one that is to come. Throws `not_found` when there is none to end. */
export async function liftPause({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { pause_id: string };
}): Promise<{ lifted: true }> {
  const { services, workspace, environment } = ctx;
  const id = decodeId('pause', input.pause_id);
  if (id === undefined) throw notFound('pause');
  await inWorkspace(ctx, async (tx) => {
    const lifted = await lift(tx, { workspace: workspace.number, environment, id });
    const route = lifted && services.config.current().route(lifted.route);
    if (lifted === undefined || route === undefined) throw notFound('pause');
    const object = { kind: 'route', id: encodeId('route', route.id), name: route.name } as const;
    await recordAudit(tx, ctx, { action: 'route.pause_lifted', object, before: factsOf(lifted), after: null });
  });
  await services.config.refresh();
  return { lifted: true };
}

const notFound = (noun: string): SignalboxError =>
  new SignalboxError('not_found', { detail: `There is no ${noun} with this id in this environment.` });

const instant = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

const factsOf = ({ fromMs, untilMs, reason }: PauseRow): object => ({
  from: instant(fromMs),
  until: instant(untilMs),
  reason,
});

/** A pause as people see it. */
export function viewPause({ id, fromMs, untilMs, reason, createdBy }: PauseRow, nowMs: number): PauseView {
  return {
    id: encodeId('pause', id),
    from: new Date(fromMs).toISOString(),
    until: instant(untilMs),
    reason,
    created_by: createdBy,
    active: fromMs <= nowMs && (untilMs === null || nowMs < untilMs),
  };
}
