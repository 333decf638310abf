import type { Environment } from '@signalbox/contracts';
import type { RequestContext, Services } from '../context.ts';

/** Acts as the person who wrote, in the workspace and environment that was written to; undefined when the workspace is gone. */
export function contextOf(services: Services, workspace: number, environment: Environment): RequestContext | undefined {
  const row = services.config.current().workspaces.get(workspace);
  if (row === undefined) return undefined;
  const { number, id, name } = row;
  return {
    ...{ services, environment, address: null, workspace: { number, id, name } },
    actor: { kind: 'system', id: 'person', name: 'The person' },
    requestId: 'inbound',
  };
}
