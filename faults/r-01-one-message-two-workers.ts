import { LANE_QUEUES, packUuids, type TrafficClass } from '@signalbox/contracts';
import { openQueue } from '@signalbox/db';
import { entryOf } from './rig/scenario.ts';
import type { Scenario, Stage } from './rig/stage.ts';

const MESSAGES = 400;
const PER_JOB = 20;
const COPIES = 4;
const CLASSES: readonly TrafficClass[] = ['otp', 'transactional'];

/** the job of every message exists five times before the first is taken, for two workers: each message is handed over once. */
const oneMessageTwoWorkers: Scenario = {
  name: 'R-01',
  async run(stage) {
    const { rig, workspace, generator, breach, proveInjected } = stage;
    for (const worker of rig.workers) worker.signal('SIGSTOP');
    await generator.send({ messages: MESSAGES, classes: CLASSES, perCall: PER_JOB });
    await copyJobs(stage);
    const [unclaimed] = await rig.sql<{ count: number }[]>`
      select count(*)::int as count from message m
      where workspace = ${workspace.number} and not exists (select from attempt a where a.message_id = m.id)`;
    for (const worker of rig.workers) worker.signal('SIGCONT');
    return ({ stored }) => {
      proveInjected('messages with five jobs and no claim', unclaimed?.count ?? 0, MESSAGES);
      for (const message of stored) {
        if (message.turns.length !== 1) breach(`${message.turns.length} turns were taken`, message.to);
      }
    };
  },
};

async function copyJobs({ rig, workspace }: Stage): Promise<void> {
  const queue = await openQueue({
    url: rig.database.url,
    role: 'api',
    applicationName: 'signalbox-faults',
    onError: () => undefined,
  });
  try {
    for (const lane of CLASSES) {
      const rows = await rig.sql<{ id: string; expiresAtMs: number }[]>`
        select id, (extract(epoch from expires_at) * 1000)::float8 as "expiresAtMs" from message
        where workspace = ${workspace.number} and class = ${lane} order by id`;
      const chunks = Array.from({ length: Math.ceil(rows.length / PER_JOB) }, (_, index) =>
        rows.slice(index * PER_JOB, (index + 1) * PER_JOB),
      );
      const copies = chunks.flatMap((chunk) => {
        const data = {
          workspace: workspace.number,
          environment: 'live',
          channel: 'sms',
          turn: 1,
          expires_at_ms: Math.min(...chunk.map((row) => row.expiresAtMs)),
          deferred: 0,
          ids: packUuids(chunk.map((row) => row.id)),
        };
        return Array.from({ length: COPIES }, () => ({ data }));
      });
      await queue.enqueue(rig.sql, LANE_QUEUES[lane].calm, copies);
    }
  } finally {
    await queue.stop(0);
  }
}

export default entryOf(oneMessageTwoWorkers);
