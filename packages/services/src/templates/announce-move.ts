import { Environment, encodeId, type TemplateEventType, type TemplateState } from '@signalbox/contracts';
import type { SqlRunner } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { publishEvents } from '../webhooks/publish.ts';

/** A version that went from one state to the next. */
export interface MovedVersion {
  type: TemplateEventType;
  /** UUID of the template. */
  id: string;
  key: string;
  version: number;
  state: TemplateState;
  comment: string | null;
}

/** Tells webhooks of both environments, which share the templates, what became of a version; in the transaction that changes it, as the owner of the tables. */
export async function announceMove(
  tx: SqlRunner,
  { services, workspace: { number: workspace } }: RequestContext,
  { type, id, ...told }: MovedVersion,
): Promise<void> {
  const { wantsEvent } = services.config.current();
  const atMs = services.world.nowMs();
  const data = { id: encodeId('template', id), ...told };
  const events = Environment.options
    .filter((environment) => wantsEvent(workspace, environment, type))
    .map((environment) => ({ id: services.ids.next(), workspace, environment, type, atMs, data }));
  if (events.length > 0) await publishEvents(tx, services, events);
}
