import {
  DRAFT_QUEUE,
  DraftJob,
  EXPERIMENT_QUEUE,
  IMPORT_QUEUE,
  ImportJob,
  INBOUND_QUEUE,
  InboundJob,
  LANE_QUEUES,
  LANES,
  LaneJob,
  NEXT_CHANNEL_QUEUE,
  NextChannelJob,
  type QueueDefinition,
  RAMP_QUEUE,
  RECEIPT_DUE_QUEUE,
  ReceiptDueJob,
  SUCCESS_MODEL_QUEUE,
  SWEEP_QUEUE,
  UPKEEP_QUEUE,
  WEBHOOK_QUEUE,
  WebhookJob,
} from '@signalbox/contracts';
import type { Services } from '@signalbox/services';
import {
  draftTranslations,
  endReceiptWait,
  fanOutEvents,
  handleInbound,
  judgeExperiments,
  keepHouse,
  runImport,
  sendNextChannel,
  stepRamps,
  sweep,
  trainModels,
  type WebhookSender,
  type Worker,
  type WorkOptions,
} from '@signalbox/services/worker';
import { runSparing } from './sparing.ts';

/** One row of the table of jobs: a queue, how it is taken, and the verb that runs. */
interface JobRow extends WorkOptions {
  queue: QueueDefinition;
  /** Cron in UTC for jobs that come round by themselves. */
  cron?: string;
  run: (payloads: readonly unknown[]) => Promise<void>;
}

/** Every background job there is. */
export function jobTable(
  services: Services,
  worker: Worker,
  webhooks: Pick<WebhookSender, 'keep'>,
  retentionDays: number,
): JobRow[] {
  const ctx = { services };
  const lanes = LANES.flatMap((lane) =>
    Object.values(LANE_QUEUES[lane]).map(
      (queue): JobRow => ({
        queue,
        batchSize: 32,
        concurrency: 1,
        run: (payloads) =>
          worker.runLane(
            lane,
            payloads.map((payload) => LaneJob.parse(payload)),
          ),
      }),
    ),
  );
  return [
    ...lanes,
    {
      queue: RECEIPT_DUE_QUEUE,
      batchSize: 1,
      concurrency: 2,
      run: async (payloads) => {
        for (const payload of payloads) await endReceiptWait({ ctx, input: ReceiptDueJob.parse(payload) });
      },
    },
    {
      queue: NEXT_CHANNEL_QUEUE,
      batchSize: 1,
      concurrency: 2,
      run: async (payloads) => {
        for (const payload of payloads) await sendNextChannel({ ctx, input: NextChannelJob.parse(payload) });
      },
    },
    {
      queue: INBOUND_QUEUE,
      batchSize: 1,
      concurrency: 2,
      run: async (payloads) => {
        for (const payload of payloads) await handleInbound({ ctx, input: InboundJob.parse(payload) });
      },
    },
    {
      queue: IMPORT_QUEUE,
      batchSize: 1,
      concurrency: 2,
      run: async (payloads) => {
        for (const payload of payloads) await runSparing(() => runImport({ ctx, input: ImportJob.parse(payload) }));
      },
    },
    {
      queue: DRAFT_QUEUE,
      batchSize: 1,
      concurrency: 2,
      run: async (payloads) => {
        for (const payload of payloads) await draftTranslations({ ctx, input: DraftJob.parse(payload) });
      },
    },
    {
      queue: WEBHOOK_QUEUE,
      batchSize: 16,
      concurrency: 1,
      run: async (payloads) =>
        webhooks.keep(await fanOutEvents({ ctx, input: payloads.map((payload) => WebhookJob.parse(payload)) })),
    },
    {
      queue: SWEEP_QUEUE,
      batchSize: 1,
      concurrency: 1,
      cron: '* * * * *',
      run: async () => {
        const report = await sweep({ ctx });
        if (report.takenOver + report.requeued + report.closed > 0)
          services.log.info('A sweep found something to do.', { ...report });
      },
    },
    {
      queue: RAMP_QUEUE,
      batchSize: 1,
      concurrency: 1,
      cron: '* * * * *',
      run: () => stepRamps({ ctx }),
    },
    {
      queue: EXPERIMENT_QUEUE,
      batchSize: 1,
      concurrency: 1,
      cron: '* * * * *',
      run: () => judgeExperiments({ ctx }),
    },
    {
      queue: SUCCESS_MODEL_QUEUE,
      batchSize: 1,
      concurrency: 1,
      // A minute after a span of outcomes has settled.
      cron: '2-59/10 * * * *',
      run: () => trainModels({ ctx }),
    },
    {
      queue: UPKEEP_QUEUE,
      batchSize: 1,
      concurrency: 1,
      cron: '17 * * * *',
      run: () => keepHouse({ ctx, input: { keepDays: retentionDays } }),
    },
  ];
}

/** Starts every job of the table. */
export async function startJobs(services: Services, rows: readonly JobRow[]): Promise<void> {
  for (const row of rows) {
    await services.queue.work(row.queue, row, (jobs) => row.run(jobs.map((job) => job.data)));
    if (row.cron !== undefined) await services.queue.schedule(row.queue, row.cron);
  }
}
