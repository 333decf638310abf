import {
  LaneJob,
  type MessageView,
  NEXT_CHANNEL_QUEUE,
  NextChannelJob,
  type ReasonCode,
  type SendMessageAnswer,
} from '@signalbox/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Services } from '../context.ts';
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

let stage: Stage;
let carriers: ScriptedCarriers;
let worker: Worker;
let serial = 0;

beforeAll(async () => {
  stage = await setStage();
  await stage.addRoute('texts', 1, 1000);
  await stage.addRoute('mails', 1, 1000, 'email');
  carriers = scriptCarriers();
  worker = await openScripted(stage, carriers);
});
afterAll(async () => {
  await worker.stop(100);
  await stage.end();
});

/** Sends a mail with a text behind it, and submits the mail. */
async function sendMail(): Promise<{ id: string; to: string; email: string }> {
  serial += 1;
  const [to, email] = [`+5255127${String(serial).padStart(5, '0')}`, `mail.first${serial}@example.com`];
  const body = {
    ...{ channels: ['email', 'sms'], mode: 'failover', to: { sms: to, email }, class: 'transactional' },
    ...{ content: { text: 'Paid.', subject: 'Paid' }, channel_timeout_seconds: 600 },
  };
  const { id } = JSON.parse((await sendMessage({ ctx: stage.ctx, input: { body } })).body) as SendMessageAnswer;
  await run();
  await until('the mail is submitted', async () => sentTo(email).length === 1);
  return { id, to, email };
}
const run = async () => {
  for (const job of await stage.jobs('transactional')) await worker.runLane('transactional', [LaneJob.parse(job.data)]);
};
const sentTo = (to: string) => carriers.submitted.filter(({ request }) => request.submission.to === to);
const read = (id: string): Promise<MessageView> => getMessage({ ctx: stage.ctx, input: { id } });
const becomes = (id: string, state: string) => until(`${id} is ${state}`, async () => (await read(id)).state === state);
/** Runs what waits to go on, as if its time had come; `services` is how the process sees the world. */
const look = async (services: Services = stage.services) => {
  const rows = await stage.services.database.sql<{ data: unknown }[]>`
    delete from pgboss.job where name = ${NEXT_CHANNEL_QUEUE.name} returning data`;
  for (const { data } of rows) await sendNextChannel({ ctx: { services }, input: NextChannelJob.parse(data) });
  await run();
};
/** The same process with a mail server, which sends no receipts, in place of the vendor that does. */
const withMailServer = (): Services => {
  const config = stage.services.config.current();
  const rows = [...config.providers].map(
    ([number, row]) => [number, row.name === 'mails' ? { ...row, protocol: 'smtp' as const } : row] as const,
  );
  const current = () => ({ ...config, providers: new Map(rows) });
  return { ...stage.services, config: { ...stage.services.config, current } };
};
const report = async (email: string, reason: ReasonCode) => {
  const ref = `ref-${sentTo(email)[0]?.request.attemptRef}`;
  await carriers.hosts.get('mails')?.onReceipts([{ ref, verdict: 'undelivered', reason, raw: 'bounce' }]);
};

describe('a mail with a text behind it', () => {
  it('is followed by the text when its server refuses it', async () => {
    carriers.script = (provider, request) =>
      provider === 'mails'
        ? { kind: 'rejected', reason: 'recipient.unknown', raw: '550 5.1.1' }
        : { kind: 'accepted', refs: [`ref-${request.attemptRef}`] };
    const { id, to } = await sendMail();
    await becomes(id, 'failed');
    await look();
    await until('the text is submitted', async () => sentTo(to).length === 1);
    carriers.script = (_, request) => ({ kind: 'accepted', refs: [`ref-${request.attemptRef}`] });
  });

  it('is followed by the text when a failure is reported within its time', async () => {
    const { id, to, email } = await sendMail();
    await becomes(id, 'sent');
    await report(email, 'recipient.mailbox_full');
    await becomes(id, 'undelivered');
    await look();
    await until('the text is submitted', async () => sentTo(to).length === 1);
    expect((await read(id)).group?.channels[1]?.because?.code).toBe('recipient.mailbox_full');
  });

  it('ends it when its server took it: not for want of a receipt, and a failure reported later changes nothing', async () => {
    const { id, to, email } = await sendMail();
    await becomes(id, 'sent');
    await look(withMailServer());
    expect((await read(id)).group?.channels[1]).toMatchObject({ state: 'not_sent', because: { code: 'sent' } });
    await report(email, 'recipient.unknown');
    await becomes(id, 'undelivered');
    await look();
    expect(sentTo(to)).toEqual([]);
  });

  it('is followed by the text when a vendor that sends receipts sent none in time', async () => {
    const { id, to } = await sendMail();
    await becomes(id, 'sent');
    await look();
    await until('the text is submitted', async () => sentTo(to).length === 1);
    expect((await read(id)).group?.channels[1]?.because?.code).toBe('platform.no_receipt');
  });
});
