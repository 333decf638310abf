import type { Environment } from '@signalbox/contracts';
import type { RequestContext, Services } from './context.ts';
import { jobContext } from './job-context.ts';

/** Where a person is heard, and by which call; `address` is the IP address, null for who wrote a text. */
export interface PersonPlace {
  workspace: number;
  environment: Environment;
  requestId: string;
  address: string | null;
}

/** Acts as a recipient who opens a page of ours or writes to us; undefined when the workspace is gone. */
export function personContext(services: Services, place: PersonPlace): RequestContext | undefined {
  const actor = { id: 'person', name: 'The person', requestId: place.requestId };
  const ctx = jobContext(services, place.workspace, place.environment, actor);
  return ctx && { ...ctx, address: place.address };
}
