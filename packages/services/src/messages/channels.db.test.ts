import {
  LANE_QUEUES,
  LaneJob,
  type MessageView,
  NEXT_CHANNEL_QUEUE,
  NextChannelJob,
  type SendMessageAnswer,
  type SubmitRequest,
} from '@signalbox/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Worker } from '../dispatch/open-worker.ts';
import {
  openScripted,
  type ScriptedCarriers,
  type Stage,
  scriptCarriers,
  setStage,
  until,
} from '../dispatch/testing.ts';
import { addSuppression } from '../policy/suppressions.ts';
import { cancelMessage } from './cancel.ts';
import { getMessage } from './get.ts';
import { sendNextChannel } from './next-channel.ts';
import { sendMessage } from './send.ts';
import { sendBatch } from './send-batch.ts';
import { readTimeline } from './timeline.ts';

let stage: Stage;
let carriers: ScriptedCarriers;
let workers: Worker[];
beforeAll(async () => {
  stage = await setStage();
  await stage.addRoute('texts', 1, 1000);
  await stage.addRoute('mails', 1, 1000, 'email');
  const { sql } = stage.services.database;
  await sql`update route set price_micros = 100 where name = 'mails'`;
  await stage.services.config.refresh();
  carriers = scriptCarriers();
  // Two workers: whatever one does, the other may do beside it.
  workers = [await openScripted(stage, carriers), await openScripted(stage, carriers, 'two')];
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
});
afterAll(async () => {
  for (const worker of workers) await worker.stop(100);
  await stage.services.queue.stop(2000);
  await stage.end();
});

/** Groups whose job of the next channel has run. */
const ran: string[] = [];
const CONTENT = { text: 'Your payment arrived.', subject: 'Your payment', html: '<p>Your payment arrived.</p>' };
let counted = 0;

interface Sent extends SendMessageAnswer {
  to: string;
  email: string;
}

/** Sends over both channels to a person of their own. */
async function sendBoth(more: object = {}): Promise<Sent> {
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
}

const sentTo = (address: string): SubmitRequest[] =>
  carriers.submitted.map(({ request }) => request).filter(({ submission }) => submission.to === address);
const arrives = (address: string) =>
  until(`something for ${address} is submitted`, async () => sentTo(address).length > 0);
const read = (id: string): Promise<MessageView> => getMessage({ ctx: stage.ctx, input: { id } });
const becomes = (id: string, state: string) => until(`${id} is ${state}`, async () => (await read(id)).state === state);
const uuidIn = async (to: string): Promise<string> => {
  const [row] = await stage.services.database.sql<{ id: string }[]>`select id from message where address = ${to}`;
  return row?.id ?? '';
};
const jobsOf = (owner: string) => stage.services.database.sql<{ data: unknown }[]>`
  select data from pgboss.job where name = ${NEXT_CHANNEL_QUEUE.name} and data->>'owner' = ${owner}`;
/** What the job of the timeout does when its time has come, run now. */
const timeIsUp = async (to: string): Promise<void> => {
  const owner = await uuidIn(to);
  const input = { workspace: stage.ctx.workspace.number, owner, message: owner };
  await sendNextChannel({ ctx: { services: stage.services }, input });
};
const receipt = async (to: string, verdict: 'delivered' | 'undelivered', reason: string | null): Promise<void> => {
  const ref = `ref-${sentTo(to)[0]?.attemptRef}`;
  const raw = `stat:${verdict}`;
  await carriers.hosts.get('texts')?.onReceipts([{ ref, verdict, reason: reason as null, raw }]);
};

describe('failover from one channel to the next', () => {
  it('waits for its turn, and goes when no receipt came in time: once, with the content of its channel', async () => {
    const sent = await sendBoth({ channel_timeout_seconds: 5, metadata: { order: '7' }, client_ref: 'pay-7' });
    expect(sent).toMatchObject({
      mode: 'failover',
      channel: 'sms',
      channel_timeout_seconds: 5,
      channels: [
        { channel: 'sms', id: sent.id, state: 'accepted' },
        { channel: 'email', id: null, state: 'waiting' },
      ],
    });
    await arrives(sent.to);
    await becomes(sent.id, 'sent');
    expect((await read(sent.id)).group?.channels[1]).toEqual({
      channel: 'email',
      id: null,
      state: 'waiting',
      because: null,
    });
    expect(sentTo(sent.email)).toEqual([]);
    await arrives(sent.email);
    expect(sentTo(sent.email)[0]?.submission).toMatchObject({
      kind: 'email',
      subject: 'Your payment',
      html: CONTENT.html,
    });
    const next = (await read(sent.id)).group?.channels[1];
    expect(next).toMatchObject({ channel: 'email', because: { code: 'platform.no_receipt' } });
    // Both tell the same of the send once nothing moves any more.
    await becomes(next?.id ?? '', 'sent');
    const view = await read(sent.id);
    const second = await read(next?.id ?? '');
    expect(second).toMatchObject({
      channel: 'email',
      metadata: { order: '7' },
      client_ref: null,
      expires_at: view.expires_at,
    });
    expect(second.group).toEqual(view.group);
    const [first, followed] = await Promise.all(
      [sent.id, second.id].map((id) => readTimeline({ ctx: stage.ctx, input: { id } })),
    );
    expect(first?.data.find(({ kind }) => kind === 'next_channel')).toMatchObject({
      text: 'The message goes on by email: no receipt came within 5 seconds.',
      facts: { message_id: second.id },
    });
    expect(followed?.data[2]).toMatchObject({
      kind: 'next_channel',
      text: 'It goes by email because of the message by sms before it: no receipt came within 5 seconds.',
      facts: { message_id: sent.id },
    });
    expect([first?.replayed, followed?.replayed]).toEqual([true, true]);
    // The address and the text of a channel are kept for no longer than they wait.
    const [kept] = await stage.services.database
      .sql`select waiting from message_group where id = ${await uuidIn(sent.to)}`;
    expect(kept).toEqual({ waiting: null });
  });

  it('goes at once when the message before it is not delivered', async () => {
    const sent = await sendBoth();
    await becomes(sent.id, 'sent');
    await receipt(sent.to, 'undelivered', 'recipient.absent');
    await arrives(sent.email);
    expect((await read(sent.id)).group?.channels[1]?.because?.code).toBe('recipient.absent');
  });

  it('goes at once when the receipt comes to another process than the one that submitted', async () => {
    const sent = await sendBoth();
    await becomes(sent.id, 'sent');
    const { recordReceipts } = await import('../receipts/record-receipts.ts');
    const [row] = await stage.services.database.sql<
      { number: number }[]
    >`select number from provider where name = 'texts'`;
    const provider = { number: row?.number ?? 0, workspace: stage.ctx.workspace.number };
    const ref = `ref-${sentTo(sent.to)[0]?.attemptRef}`;
    const receipts = [{ ref, verdict: 'undelivered' as const, reason: 'recipient.unknown' as const, raw: 'x' }];
    await recordReceipts({ ctx: { services: stage.services }, input: { provider, receipts } });
    await arrives(sent.email);
  });

  it('goes at once when the carrier refuses, and when the number is suppressed for texts', async () => {
    carriers.script = (provider, request) =>
      provider === 'texts'
        ? { kind: 'rejected', reason: 'recipient.channel_unavailable', raw: 'landline' }
        : { kind: 'accepted', refs: [`ref-${request.attemptRef}`] };
    const refused = await sendBoth();
    await arrives(refused.email);
    expect(await read(refused.id)).toMatchObject({ state: 'failed' });
    carriers.script = (_, request) => ({ kind: 'accepted', refs: [`ref-${request.attemptRef}`] });
    const address = `+5255123${String(counted + 1).padStart(5, '0')}`;
    const input = { address, channel: 'sms', classes: ['transactional'], reason: 'test' } as const;
    await addSuppression({ ctx: stage.ctx, input: { ...input, classes: [...input.classes] } });
    const suppressed = await sendBoth();
    await arrives(suppressed.email);
    expect(await read(suppressed.id)).toMatchObject({ state: 'suppressed', to: address });
    expect(sentTo(address)).toEqual([]);
  });

  it('does not go after a delivery, also when the receipt was late for the wait but not for the job', async () => {
    const sent = await sendBoth();
    await becomes(sent.id, 'sent');
    await receipt(sent.to, 'delivered', null);
    await becomes(sent.id, 'delivered');
    const because = { code: 'delivered', text: 'A channel before it delivered.' };
    const unsent = { channel: 'email', id: null, state: 'not_sent', because };
    expect((await read(sent.id)).group?.channels[1]).toEqual(unsent);
    await timeIsUp(sent.to);
    expect((await read(sent.id)).group?.channels[1]).toEqual(unsent);
    expect(sentTo(sent.email)).toEqual([]);
    const [kept] = await stage.services.database
      .sql`select waiting from message_group where id = ${await uuidIn(sent.to)}`;
    expect(kept).toEqual({ waiting: null });
  });

  it('does not go after a channel that has no receipts was taken: a mail is not followed by a text for want of one', async () => {
    const sent = await sendBoth({ channels: ['email', 'sms'] });
    await becomes(sent.id, 'sent');
    const { services } = stage;
    const config = services.config.current();
    const providers = new Map(
      [...config.providers].map(([number, row]) => [
        number,
        row.name === 'mails' ? { ...row, protocol: 'smtp' as const } : row,
      ]),
    );
    const withMailServer = { ...services, config: { ...services.config, current: () => ({ ...config, providers }) } };
    const owner = await uuidIn(sent.email);
    const input = { workspace: stage.ctx.workspace.number, owner, message: owner };
    await sendNextChannel({ ctx: { services: withMailServer }, input });
    expect((await read(sent.id)).group?.channels[1]).toMatchObject({
      channel: 'sms',
      id: null,
      because: { code: 'sent' },
    });
    expect(sentTo(sent.to)).toEqual([]);
  });

  it('does not go after an end that holds for the person', async () => {
    const sent = await sendBoth();
    await becomes(sent.id, 'sent');
    await receipt(sent.to, 'undelivered', 'recipient.opted_out');
    await becomes(sent.id, 'undelivered');
    expect((await read(sent.id)).group?.channels[1]).toMatchObject({
      state: 'not_sent',
      because: { code: 'recipient.opted_out' },
    });
    await timeIsUp(sent.to);
    expect(sentTo(sent.email)).toEqual([]);
    expect((await read(sent.id)).group?.channels[1]).toMatchObject({
      state: 'not_sent',
      because: { code: 'recipient.opted_out' },
    });
  });

  it('does not go when the validity of the whole has ended', async () => {
    const sent = await sendBoth();
    await becomes(sent.id, 'sent');
    await stage.services.database.sql`
      update message_group set expires_at = now() - interval '1 second' where id = ${await uuidIn(sent.to)}`;
    await timeIsUp(sent.to);
    expect((await read(sent.id)).group?.channels[1]).toMatchObject({
      state: 'not_sent',
      because: { code: 'platform.expired' },
    });
    expect(sentTo(sent.email)).toEqual([]);
  });

  it('goes once, though the end and the timeout ask for it at the same moment, many times and in two processes', async () => {
    const sent = await sendBoth();
    await becomes(sent.id, 'sent');
    await Promise.all([
      receipt(sent.to, 'undelivered', 'network.failure'),
      ...Array.from({ length: 10 }, () => timeIsUp(sent.to)),
    ]);
    await arrives(sent.email);
    const owner = await uuidIn(sent.to);
    await until('every job has run', async () => ran.includes(owner) || (await jobsOf(owner)).length === 0);
    await timeIsUp(sent.to);
    const members = await stage.services.database.sql`select id from message where sent_for = ${owner}`;
    expect(members).toHaveLength(2);
    expect(sentTo(sent.email)).toHaveLength(1);
  });

  it('asks nothing and stores no job for a message that stands alone', async () => {
    carriers.script = () => ({ kind: 'rejected', reason: 'recipient.unknown', raw: 'no' });
    const { sql } = stage.services.database;
    const [before] = await sql`select count(*)::int as n from pgboss.job where name = ${NEXT_CHANNEL_QUEUE.name}`;
    const body = { to: '+525599990001', channel: 'sms', class: 'transactional', content: { text: 'x' } };
    const { id } = JSON.parse((await sendMessage({ ctx: stage.ctx, input: { body } })).body) as SendMessageAnswer;
    await becomes(id, 'failed');
    const [after] = await sql`select count(*)::int as n from pgboss.job where name = ${NEXT_CHANNEL_QUEUE.name}`;
    expect(after).toEqual(before);
    expect((await read(id)).group).toBeNull();
    carriers.script = (_, request) => ({ kind: 'accepted', refs: [`ref-${request.attemptRef}`] });
  });
});

describe('all channels at once', () => {
  it('are accepted in one commit and go each its way; what one comes to changes nothing for the other', async () => {
    const content = { sms: { text: 'Paid.' }, email: { subject: 'Paid', text: 'Thank you.' } };
    const sent = await sendBoth({ mode: 'parallel', content });
    expect(sent.channels?.map(({ channel, state }) => [channel, state])).toEqual([
      ['sms', 'accepted'],
      ['email', 'accepted'],
    ]);
    await arrives(sent.to);
    await arrives(sent.email);
    expect(sentTo(sent.email)[0]?.submission).toMatchObject({ subject: 'Paid', text: 'Thank you.', html: null });
    await becomes(sent.id, 'sent');
    await receipt(sent.to, 'undelivered', 'recipient.absent');
    await becomes(sent.id, 'undelivered');
    const second = await read(sent.channels?.[1]?.id ?? '');
    expect(second.group).toMatchObject({
      mode: 'parallel',
      channels: [{ id: sent.id, state: 'undelivered' }, { id: second.id }],
    });
    expect(
      await stage.services.database.sql`select id from message where sent_for = ${await uuidIn(sent.to)}`,
    ).toHaveLength(2);
  });

  it('are all stored or none: a client_ref that is taken refuses the whole send', async () => {
    const sent = await sendBoth({ client_ref: 'both-1', mode: 'parallel' });
    const before = await stage.services.database.sql`select id from message`;
    await expect(sendBoth({ client_ref: 'both-1', mode: 'parallel' })).rejects.toMatchObject({
      code: 'client_ref_taken',
    });
    await expect(sendBoth({ client_ref: 'both-1' })).rejects.toMatchObject({ code: 'client_ref_taken' });
    expect(await stage.services.database.sql`select id from message`).toHaveLength(before.length);
    expect(await stage.services.database.sql`select id from message_group where id > ${await uuidIn(sent.to)}`).toEqual(
      [],
    );
  });
});

describe('a send over several channels is canceled as a whole', () => {
  const LATER = { send_at: new Date(Date.now() + 3_600_000).toISOString() };

  it('before its first message has gone: neither it nor what would follow goes', async () => {
    const sent = await sendBoth(LATER);
    const view = await cancelMessage({ ctx: stage.ctx, input: { id: sent.id } });
    expect(view).toMatchObject({
      state: 'canceled',
      group: { channels: [{ state: 'canceled' }, { state: 'not_sent' }] },
    });
    expect(view.group?.channels[1]?.because?.code).toBe('platform.canceled');
    expect(await cancelMessage({ ctx: stage.ctx, input: { id: sent.id } })).toEqual(view);
    await timeIsUp(sent.to);
    expect(sentTo(sent.email)).toEqual([]);
  });

  it('after its first message has gone: what has not gone does not, and the repeat answers the same', async () => {
    const sent = await sendBoth();
    await becomes(sent.id, 'sent');
    const view = await cancelMessage({ ctx: stage.ctx, input: { id: sent.id } });
    expect(view).toMatchObject({ state: 'sent', group: { channels: [{ state: 'sent' }, { state: 'not_sent' }] } });
    expect(await cancelMessage({ ctx: stage.ctx, input: { id: sent.id } })).toEqual(view);
    await timeIsUp(sent.to);
    expect(sentTo(sent.email)).toEqual([]);
  });

  it('and each message and channel it stops is told in the audit log, once', async () => {
    const told = (ids: readonly string[]) => stage.services.database.sql`
      select object_id as id, before, after from audit_entry where action = 'message.canceled' and object_id in ${stage.services.database.sql(ids)} order by seq`;
    const [waiting, parallel] = [await sendBoth(LATER), await sendBoth({ ...LATER, mode: 'parallel' })];
    const ids = (parallel.channels ?? []).map(({ id }) => id ?? '');
    for (const id of [waiting.id, waiting.id, parallel.id]) await cancelMessage({ ctx: stage.ctx, input: { id } });
    expect(await told([waiting.id])).toEqual([
      {
        id: waiting.id,
        before: { state: 'scheduled', waiting_channels: ['email'] },
        after: { state: 'canceled', waiting_channels: [] },
      },
    ]);
    const one = { before: { state: 'scheduled' }, after: { state: 'canceled' } };
    expect(await told(ids)).toEqual(expect.arrayContaining(ids.map((id) => ({ id, ...one }))));
    expect(await told(ids)).toHaveLength(2);
  });

  it('and is refused when nothing is left to cancel', async () => {
    const sent = await sendBoth();
    await becomes(sent.id, 'sent');
    await receipt(sent.to, 'delivered', null);
    await becomes(sent.id, 'delivered');
    const canceling = cancelMessage({ ctx: stage.ctx, input: { id: sent.id } });
    await expect(canceling).rejects.toMatchObject({ code: 'not_cancelable' });
  });

  it('all messages of a parallel send by its first, one of them by its own id', async () => {
    const [whole, one] = [
      await sendBoth({ ...LATER, mode: 'parallel' }),
      await sendBoth({ ...LATER, mode: 'parallel' }),
    ];
    const view = await cancelMessage({ ctx: stage.ctx, input: { id: whole.id } });
    expect(view.group?.channels.map(({ state }) => state)).toEqual(['canceled', 'canceled']);
    const second = await cancelMessage({ ctx: stage.ctx, input: { id: one.channels?.[1]?.id ?? '' } });
    expect(second.group?.channels.map(({ state }) => state)).toEqual(['scheduled', 'canceled']);
  });
});

describe('max_price', () => {
  it('leaves out every route above it, by name, for each channel by itself; a channel without a route hands over to the next', async () => {
    // Texts cost 10,000 micros and mails 100.
    const sent = await sendBoth({ max_price: { amount_micros: 9999, currency: 'USD' } });
    await arrives(sent.email);
    expect(await read(sent.id)).toMatchObject({ state: 'failed', reason: { code: 'platform.no_route' } });
    expect(sentTo(sent.to)).toEqual([]);
    const { data } = await readTimeline({ ctx: stage.ctx, input: { id: sent.id } });
    const candidates = data.find(({ kind }) => kind === 'route.candidates')?.candidates;
    expect(candidates?.find(({ route_name }) => route_name === 'texts')?.excluded).toBe('price_above_limit');
  });

  it('counts the parts of a text, and another currency cannot be shown to be within it', async () => {
    const long = { text: 'x'.repeat(161) };
    const alone = { to: '+525599990002', channel: 'sms', class: 'transactional', content: long, explain: true };
    const blocked = async (amount_micros: number, currency = 'USD') => {
      const body = { ...alone, max_price: { amount_micros, currency } };
      const sent = await sendMessage({ ctx: stage.ctx, input: { body } });
      return (JSON.parse(sent.body) as SendMessageAnswer).decision?.blocked;
    };
    expect([await blocked(19_999), await blocked(20_000), await blocked(20_000, 'EUR')]).toEqual([
      'no_route',
      null,
      'no_route',
    ]);
  });
});

describe('explain', () => {
  it('answers the decision each channel meets now, and a repeat answers it byte for byte', async () => {
    await until('the workers have told how their carriers stand', async () => {
      const rows = await stage.services.database.sql`select 1 from connection_report`;
      return rows.length >= 2;
    });
    const body = {
      channels: ['sms', 'email'],
      mode: 'failover',
      to: { sms: '+525599990003', email: 'explained@example.com' },
      class: 'transactional',
      content: CONTENT,
      explain: true,
    };
    const input = { body, idempotencyKey: 'explained' };
    const first = await sendMessage({ ctx: stage.ctx, input });
    const { channels } = JSON.parse(first.body) as SendMessageAnswer;
    expect(
      channels?.map(({ decision }) => decision?.candidates.find(({ excluded }) => excluded === null)?.route_name),
    ).toEqual(['texts', 'mails']);
    const again = await sendMessage({ ctx: stage.ctx, input });
    expect([again.body, again.replayed]).toEqual([first.body, true]);
  });
});

describe('in a batch', () => {
  it('stands beside messages of one channel, each answered by itself', async () => {
    const two = { channels: ['sms', 'email'], to: { sms: '+525599990004', email: 'b@example.com' }, content: CONTENT };
    const messages = [
      { ...two, class: 'transactional', mode: 'parallel' },
      { ...two, class: 'transactional' },
      { to: '+525599990005', channel: 'sms', class: 'transactional', content: { text: 'x' } },
      { ...two, class: 'transactional', mode: 'failover', to: { sms: '+525599990004' } },
    ];
    const sent = await sendBatch({ ctx: stage.ctx, input: { body: { messages }, idempotencyKey: 'mixed' } });
    expect(JSON.parse(sent.body)).toEqual({
      accepted: [
        {
          index: 0,
          id: expect.any(String),
          channels: [
            { channel: 'sms', id: expect.any(String) },
            { channel: 'email', id: expect.any(String) },
          ],
        },
        { index: 2, id: expect.any(String) },
      ],
      rejected: [
        {
          index: 1,
          error: expect.objectContaining({ errors: [expect.objectContaining({ path: 'mode', code: 'required' })] }),
        },
        {
          index: 3,
          error: expect.objectContaining({ errors: [expect.objectContaining({ path: 'to.email', code: 'required' })] }),
        },
      ],
    });
  });
});
