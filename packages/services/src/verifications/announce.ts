import {
  type Channel,
  type Environment,
  encodeId,
  type VerificationEventsJob,
  type VerificationEventType,
  type VerificationState,
  WEBHOOK_QUEUE,
} from '@signalbox/contracts';
import type { QueuedJob, SqlRunner } from '@signalbox/db';
import type { Services } from '../context.ts';

/** What befell a verification. */
export interface VerificationNews {
  type: VerificationEventType;
  id: string;
  workspace: number;
  environment: Environment;
  state: VerificationState;
  purpose: string;
  channels: readonly Channel[];
  country: string | null;
  tries: number;
  triesMax: number;
  /** Why it is blocked or has failed. */
  reason: string | null;
}

/**
 * The jobs that tell webhooks what befell verifications, to commit with it: none, and not even a question, for workspaces without an
 * endpoint. Who is verified is not told: the address is read with the id.
 */
export function verificationJobs(services: Services, news: readonly VerificationNews[]): QueuedJob[] {
  const { hasWebhooks } = services.config.current();
  const told = news.filter(({ workspace }) => hasWebhooks(workspace));
  return [...Map.groupBy(told, ({ workspace }) => workspace)].map(([workspace, group]) => {
    const data: VerificationEventsJob = { workspace, verifications: group.map((one) => eventOf(services, one)) };
    return { data };
  });
}

/** Puts these jobs beside the change, in its transaction. Its role must be that of the owner of the queue. */
export async function announceVerifications(
  tx: SqlRunner,
  services: Services,
  news: readonly VerificationNews[],
): Promise<void> {
  const jobs = verificationJobs(services, news);
  if (jobs.length > 0) await services.queue.enqueue(tx, WEBHOOK_QUEUE, jobs);
}

function eventOf(services: Services, news: VerificationNews): VerificationEventsJob['verifications'][number] {
  const { type, environment, state, purpose, channels, country, tries, reason } = news;
  return {
    id: services.ids.next(),
    environment,
    type,
    at_ms: services.world.nowMs(),
    data: {
      id: encodeId('verification', news.id),
      state,
      reason,
      ...{ environment, purpose, channels, country, tries },
      tries_max: news.triesMax,
    },
  };
}
