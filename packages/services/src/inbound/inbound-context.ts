import type { Environment } from '@signalbox/contracts';
import type { RequestContext, Services } from '../context.ts';
import { jobContext } from '../job-context.ts';

/** Acts as the person who wrote, in the workspace and environment that was written to; undefined when the workspace is gone. */
export const contextOf = (
  services: Services,
  workspace: number,
  environment: Environment,
): RequestContext | undefined =>
  jobContext(services, workspace, environment, { id: 'person', name: 'The person', requestId: 'inbound' });
