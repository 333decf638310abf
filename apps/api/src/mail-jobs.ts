import { ALERT_MAIL_QUEUE, AlertMailJob } from '@signalbox/contracts';
import { mailAlerts, type Services } from '@signalbox/services';

/** Mails what people chose to be told; of the jobs it is the one the api runs, because mails of the system leave by its port alone. */
export async function startMailJobs(services: Services): Promise<void> {
  if (services.sendSystemMail === undefined) return;
  await services.queue.work(ALERT_MAIL_QUEUE, { batchSize: 16, concurrency: 1, pollSeconds: 5 }, (jobs) =>
    mailAlerts({ ctx: { services }, input: jobs.map(({ data }) => AlertMailJob.parse(data)) }),
  );
}
