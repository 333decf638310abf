import { NEXT_CHANNEL_QUEUE, type SendMessageAnswer } from '@signalbox/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../dispatch/testing.ts';
import { addSuppression } from '../policy/suppressions.ts';
import { type ChannelScene, CONTENT, openChannels } from './channels.case.ts';
import { sendNextChannel } from './next-channel.ts';
import { sendMessage } from './send.ts';
import { readTimeline } from './timeline.ts';

let scene: ChannelScene;
beforeAll(async () => {
  scene = await openChannels();
});
afterAll(() => scene.end());

describe('failover from one channel to the next', () => {
  it('waits for its turn, and goes when no receipt came in time: once, with the content of its channel', async () => {
    const sent = await scene.sendBoth({ channel_timeout_seconds: 5, metadata: { order: '7' }, client_ref: 'pay-7' });
    expect(sent).toMatchObject({
      mode: 'failover',
      channel: 'sms',
      channel_timeout_seconds: 5,
      channels: [
        { channel: 'sms', id: sent.id, state: 'accepted' },
        { channel: 'email', id: null, state: 'waiting' },
      ],
    });
    await scene.arrives(sent.to);
    await scene.becomes(sent.id, 'sent');
    expect((await scene.read(sent.id)).group?.channels[1]).toEqual({
      channel: 'email',
      id: null,
      state: 'waiting',
      because: null,
    });
    expect(scene.sentTo(sent.email)).toEqual([]);
    await scene.arrives(sent.email);
    expect(scene.sentTo(sent.email)[0]?.submission).toMatchObject({
      kind: 'email',
      subject: 'Your payment',
      html: CONTENT.html,
    });
    const next = (await scene.read(sent.id)).group?.channels[1];
    expect(next).toMatchObject({ channel: 'email', because: { code: 'platform.no_receipt' } });
    // Both tell the same of the send once nothing moves any more.
    await scene.becomes(next?.id ?? '', 'sent');
    const view = await scene.read(sent.id);
    const second = await scene.read(next?.id ?? '');
    expect(second).toMatchObject({
      channel: 'email',
      metadata: { order: '7' },
      client_ref: null,
      expires_at: view.expires_at,
    });
    expect(second.group).toEqual(view.group);
    const [first, followed] = await Promise.all(
      [sent.id, second.id].map((id) => readTimeline({ ctx: scene.stage.ctx, input: { id } })),
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
    const [kept] = await scene.stage.services.database
      .sql`select waiting from message_group where id = ${await scene.uuidIn(sent.to)}`;
    expect(kept).toEqual({ waiting: null });
  });

  it('goes at once when the message before it is not delivered', async () => {
    const sent = await scene.sendBoth();
    await scene.becomes(sent.id, 'sent');
    await scene.receipt(sent.to, 'undelivered', 'recipient.absent');
    await scene.arrives(sent.email);
    expect((await scene.read(sent.id)).group?.channels[1]?.because?.code).toBe('recipient.absent');
  });

  it('goes at once when the receipt comes to another process than the one that submitted', async () => {
    const sent = await scene.sendBoth();
    await scene.becomes(sent.id, 'sent');
    const { recordReceipts } = await import('../receipts/record-receipts.ts');
    const [row] = await scene.stage.services.database.sql<
      { number: number }[]
    >`select number from provider where name = 'texts'`;
    const provider = { number: row?.number ?? 0, workspace: scene.stage.ctx.workspace.number };
    const ref = `ref-${scene.sentTo(sent.to)[0]?.attemptRef}`;
    const receipts = [{ ref, verdict: 'undelivered' as const, reason: 'recipient.unknown' as const, raw: 'x' }];
    await recordReceipts({ ctx: { services: scene.stage.services }, input: { provider, receipts } });
    await scene.arrives(sent.email);
  });

  it('goes at once when the carrier refuses, and when the number is suppressed for texts', async () => {
    scene.carriers.script = (provider, request) =>
      provider === 'texts'
        ? { kind: 'rejected', reason: 'recipient.channel_unavailable', raw: 'landline' }
        : { kind: 'accepted', refs: [`ref-${request.attemptRef}`] };
    const refused = await scene.sendBoth();
    await scene.arrives(refused.email);
    expect(await scene.read(refused.id)).toMatchObject({ state: 'failed' });
    scene.carriers.script = (_, request) => ({ kind: 'accepted', refs: [`ref-${request.attemptRef}`] });
    const address = '+525599990009';
    const input = { address, channel: 'sms', classes: ['transactional'], reason: 'test' } as const;
    await addSuppression({ ctx: scene.stage.ctx, input: { ...input, classes: [...input.classes] } });
    const suppressed = await scene.sendBoth({ to: { sms: address, email: 'suppressed@example.com' } });
    await scene.arrives('suppressed@example.com');
    expect(await scene.read(suppressed.id)).toMatchObject({ state: 'suppressed', to: address });
    expect(scene.sentTo(address)).toEqual([]);
  });

  it('does not go after a delivery, also when the receipt was late for the wait but not for the job', async () => {
    const sent = await scene.sendBoth();
    await scene.becomes(sent.id, 'sent');
    await scene.receipt(sent.to, 'delivered', null);
    await scene.becomes(sent.id, 'delivered');
    const because = { code: 'delivered', text: 'A channel before it delivered.' };
    const unsent = { channel: 'email', id: null, state: 'not_sent', because };
    expect((await scene.read(sent.id)).group?.channels[1]).toEqual(unsent);
    await scene.timeIsUp(sent.to);
    expect((await scene.read(sent.id)).group?.channels[1]).toEqual(unsent);
    expect(scene.sentTo(sent.email)).toEqual([]);
    const [kept] = await scene.stage.services.database
      .sql`select waiting from message_group where id = ${await scene.uuidIn(sent.to)}`;
    expect(kept).toEqual({ waiting: null });
  });

  it('does not go after a channel that has no receipts was taken: a mail is not followed by a text for want of one', async () => {
    const sent = await scene.sendBoth({ channels: ['email', 'sms'] });
    await scene.becomes(sent.id, 'sent');
    const { services } = scene.stage;
    const config = services.config.current();
    const providers = new Map(
      [...config.providers].map(([number, row]) => [
        number,
        row.name === 'mails' ? { ...row, protocol: 'smtp' as const } : row,
      ]),
    );
    const withMailServer = { ...services, config: { ...services.config, current: () => ({ ...config, providers }) } };
    const owner = await scene.uuidIn(sent.email);
    const input = { workspace: scene.stage.ctx.workspace.number, owner, message: owner };
    await sendNextChannel({ ctx: { services: withMailServer }, input });
    expect((await scene.read(sent.id)).group?.channels[1]).toMatchObject({
      channel: 'sms',
      id: null,
      because: { code: 'sent' },
    });
    expect(scene.sentTo(sent.to)).toEqual([]);
  });

  it('does not go after an end that holds for the person', async () => {
    const sent = await scene.sendBoth();
    await scene.becomes(sent.id, 'sent');
    await scene.receipt(sent.to, 'undelivered', 'recipient.opted_out');
    await scene.becomes(sent.id, 'undelivered');
    expect((await scene.read(sent.id)).group?.channels[1]).toMatchObject({
      state: 'not_sent',
      because: { code: 'recipient.opted_out' },
    });
    await scene.timeIsUp(sent.to);
    expect(scene.sentTo(sent.email)).toEqual([]);
    expect((await scene.read(sent.id)).group?.channels[1]).toMatchObject({
      state: 'not_sent',
      because: { code: 'recipient.opted_out' },
    });
  });

  it('does not go when the validity of the whole has ended', async () => {
    const sent = await scene.sendBoth();
    await scene.becomes(sent.id, 'sent');
    await scene.stage.services.database.sql`
      update message_group set expires_at = now() - interval '1 second' where id = ${await scene.uuidIn(sent.to)}`;
    await scene.timeIsUp(sent.to);
    expect((await scene.read(sent.id)).group?.channels[1]).toMatchObject({
      state: 'not_sent',
      because: { code: 'platform.expired' },
    });
    expect(scene.sentTo(sent.email)).toEqual([]);
  });

  it('goes once, though the end and the timeout ask for it at the same moment, many times and in two processes', async () => {
    const sent = await scene.sendBoth();
    await scene.becomes(sent.id, 'sent');
    await Promise.all([
      scene.receipt(sent.to, 'undelivered', 'network.failure'),
      ...Array.from({ length: 10 }, () => scene.timeIsUp(sent.to)),
    ]);
    await scene.arrives(sent.email);
    const owner = await scene.uuidIn(sent.to);
    await until('every job has run', async () => scene.ran.includes(owner) || (await scene.jobsOf(owner)).length === 0);
    await scene.timeIsUp(sent.to);
    const members = await scene.stage.services.database.sql`select id from message where sent_for = ${owner}`;
    expect(members).toHaveLength(2);
    expect(scene.sentTo(sent.email)).toHaveLength(1);
  });

  it('asks nothing and stores no job for a message that stands alone', async () => {
    scene.carriers.script = () => ({ kind: 'rejected', reason: 'recipient.unknown', raw: 'no' });
    const { sql } = scene.stage.services.database;
    const [before] = await sql`select count(*)::int as n from pgboss.job where name = ${NEXT_CHANNEL_QUEUE.name}`;
    const body = { to: '+525599990001', channel: 'sms', class: 'transactional', content: { text: 'x' } };
    const { id } = JSON.parse((await sendMessage({ ctx: scene.stage.ctx, input: { body } })).body) as SendMessageAnswer;
    await scene.becomes(id, 'failed');
    const [after] = await sql`select count(*)::int as n from pgboss.job where name = ${NEXT_CHANNEL_QUEUE.name}`;
    expect(after).toEqual(before);
    expect((await scene.read(id)).group).toBeNull();
    scene.carriers.script = (_, request) => ({ kind: 'accepted', refs: [`ref-${request.attemptRef}`] });
  });
});
