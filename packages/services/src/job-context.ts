import type { Environment } from '@signalbox/contracts';
import type { RequestContext, Services } from './context.ts';

/** Acts in a workspace for a job, by the name the audit log shall know it by; undefined when the workspace is gone. */
export function jobContext(
  services: Services,
  workspace: number,
  environment: Environment,
  { id: actor, name: actorName, requestId }: { id: string; name: string; requestId: string },
): RequestContext | undefined {
  const row = services.config.current().workspaces.get(workspace);
  if (row === undefined) return undefined;
  const { number, id, name } = row;
  return {
    ...{ services, environment, address: null, workspace: { number, id, name } },
    actor: { kind: 'system', id: actor, name: actorName },
    requestId,
  };
}
