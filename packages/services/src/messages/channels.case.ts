import {
  LANE_QUEUES,
  LaneJob,
  type MessageView,
  NEXT_CHANNEL_QUEUE,
  NextChannelJob,
  type SendMessageAnswer,
  type SubmitRequest,
} from '@signalbox/contracts';
import type { Worker } from '../dispatch/open-worker.ts';
import {
  openScripted,
  type ScriptedCarriers,
  type Stage,
  scriptCarriers,
  setStage,
  until,
} from '../dispatch/testing.ts';
import { getMessage } from './get.ts';
import { sendNextChannel } from './next-channel.ts';
import { sendMessage } from './send.ts';

/** What every send of a scene says, unless told otherwise. */
export const CONTENT = { text: 'Your payment arrived.', subject: 'Your payment', html: '<p>Your payment arrived.</p>' };

/** A send to a person of their own. */
export interface Sent extends SendMessageAnswer {
  to: string;
  email: string;
}

/** A stage with a route for texts and a cheaper one for mails, two workers that dispatch beside each other, and the job of the next channel. */
export interface ChannelScene {
  stage: Stage;
  carriers: ScriptedCarriers;
  workers: readonly Worker[];
  /** Groups whose job of the next channel has run. */
  ran: readonly string[];
  /** Sends over both channels, by failover unless told otherwise. */
  sendBoth(more?: object): Promise<Sent>;
  sentTo(address: string): SubmitRequest[];
  arrives(address: string): Promise<void>;
  read(id: string): Promise<MessageView>;
  becomes(id: string, state: string): Promise<void>;
  /** The UUID of the message to an address. */
  uuidIn(to: string): Promise<string>;
  /** The jobs of the next channel that wait for a group. */
  jobsOf(owner: string): Promise<readonly { data: unknown }[]>;
  /** What the job of the timeout does when its time has come, run now. */
  timeIsUp(to: string): Promise<void>;
  receipt(to: string, verdict: 'delivered' | 'undelivered', reason: string | null): Promise<void>;
  end(): Promise<void>;
}

/** Opens the scene; its `end` stops all of it. */
export async function openChannels(): Promise<ChannelScene> {
  const stage = await setStage();
  await stage.addRoute('texts', 1, 1000);
  await stage.addRoute('mails', 1, 1000, 'email');
  const { sql } = stage.services.database;
  await sql`update route set price_micros = 100 where name = 'mails'`;
  await stage.services.config.refresh();
  const carriers = scriptCarriers();
  const workers = [await openScripted(stage, carriers), await openScripted(stage, carriers, 'two')];
  const ran: string[] = [];
  let taken = 0;
  await stage.services.queue.work(LANE_QUEUES.transactional.calm, { batchSize: 1, concurrency: 2 }, async (jobs) => {
    taken += 1;
    await workers[taken % 2]?.runLane(
      'transactional',
      jobs.map((job) => LaneJob.parse(job.data)),
    );
  });
  await stage.services.queue.work(NEXT_CHANNEL_QUEUE, { batchSize: 1, concurrency: 2 }, async (jobs) => {
    for (const job of jobs) {
      const input = NextChannelJob.parse(job.data);
      await sendNextChannel({ ctx: { services: stage.services }, input });
      ran.push(input.owner);
    }
  });

  let counted = 0;
  const sentTo = (address: string): SubmitRequest[] =>
    carriers.submitted.map(({ request }) => request).filter(({ submission }) => submission.to === address);
  const read = (id: string): Promise<MessageView> => getMessage({ ctx: stage.ctx, input: { id } });
  const uuidIn = async (to: string): Promise<string> => {
    const [row] = await sql<{ id: string }[]>`select id from message where address = ${to}`;
    return row?.id ?? '';
  };
  return {
    stage,
    carriers,
    workers,
    ran,
    sentTo,
    read,
    uuidIn,
    async sendBoth(more = {}) {
      counted += 1;
      const to = `+5255123${String(counted).padStart(5, '0')}`;
      const email = `person${counted}@example.com`;
      const body = {
        channels: ['sms', 'email'],
        mode: 'failover',
        to: { sms: to, email },
        class: 'transactional',
        content: CONTENT,
        ...more,
      };
      const { body: text } = await sendMessage({ ctx: stage.ctx, input: { body } });
      return { ...(JSON.parse(text) as SendMessageAnswer), to, email };
    },
    arrives: (address) => until(`something for ${address} is submitted`, async () => sentTo(address).length > 0),
    becomes: (id, state) => until(`${id} is ${state}`, async () => (await read(id)).state === state),
    jobsOf: (owner) => sql<{ data: unknown }[]>`
      select data from pgboss.job where name = ${NEXT_CHANNEL_QUEUE.name} and data->>'owner' = ${owner}`,
    async timeIsUp(to) {
      const owner = await uuidIn(to);
      const input = { workspace: stage.ctx.workspace.number, owner, message: owner };
      await sendNextChannel({ ctx: { services: stage.services }, input });
    },
    async receipt(to, verdict, reason) {
      const ref = `ref-${sentTo(to)[0]?.attemptRef}`;
      const raw = `stat:${verdict}`;
      await carriers.hosts.get('texts')?.onReceipts([{ ref, verdict, reason: reason as null, raw }]);
    },
    async end() {
      for (const worker of workers) await worker.stop(100);
      await stage.services.queue.stop(2000);
      await stage.end();
    },
  };
}
