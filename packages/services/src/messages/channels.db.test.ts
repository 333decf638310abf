import type { SendMessageAnswer } from '@signalbox/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../dispatch/testing.ts';
import { cancelMessage } from './cancel.ts';
import { type ChannelScene, CONTENT, openChannels } from './channels.case.ts';
import { sendMessage } from './send.ts';
import { sendBatch } from './send-batch.ts';
import { readTimeline } from './timeline.ts';

let scene: ChannelScene;
beforeAll(async () => {
  scene = await openChannels();
});
afterAll(() => scene.end());

describe('all channels at once', () => {
  it('are accepted in one commit and go each its way; what one comes to changes nothing for the other', async () => {
    const content = { sms: { text: 'Paid.' }, email: { subject: 'Paid', text: 'Thank you.' } };
    const sent = await scene.sendBoth({ mode: 'parallel', content });
    expect(sent.channels?.map(({ channel, state }) => [channel, state])).toEqual([
      ['sms', 'accepted'],
      ['email', 'accepted'],
    ]);
    await scene.arrives(sent.to);
    await scene.arrives(sent.email);
    expect(scene.sentTo(sent.email)[0]?.submission).toMatchObject({ subject: 'Paid', text: 'Thank you.', html: null });
    await scene.becomes(sent.id, 'sent');
    await scene.receipt(sent.to, 'undelivered', 'recipient.absent');
    await scene.becomes(sent.id, 'undelivered');
    const second = await scene.read(sent.channels?.[1]?.id ?? '');
    expect(second.group).toMatchObject({
      mode: 'parallel',
      channels: [{ id: sent.id, state: 'undelivered' }, { id: second.id }],
    });
    expect(
      await scene.stage.services.database.sql`select id from message where sent_for = ${await scene.uuidIn(sent.to)}`,
    ).toHaveLength(2);
  });

  it('are all stored or none: a client_ref that is taken refuses the whole send', async () => {
    const sent = await scene.sendBoth({ client_ref: 'both-1', mode: 'parallel' });
    const before = await scene.stage.services.database.sql`select id from message`;
    await expect(scene.sendBoth({ client_ref: 'both-1', mode: 'parallel' })).rejects.toMatchObject({
      code: 'client_ref_taken',
    });
    await expect(scene.sendBoth({ client_ref: 'both-1' })).rejects.toMatchObject({ code: 'client_ref_taken' });
    expect(await scene.stage.services.database.sql`select id from message`).toHaveLength(before.length);
    expect(
      await scene.stage.services.database.sql`select id from message_group where id > ${await scene.uuidIn(sent.to)}`,
    ).toEqual([]);
  });
});

describe('a send over several channels is canceled as a whole', () => {
  const LATER = { send_at: new Date(Date.now() + 3_600_000).toISOString() };

  it('before its first message has gone: neither it nor what would follow goes', async () => {
    const sent = await scene.sendBoth(LATER);
    const view = await cancelMessage({ ctx: scene.stage.ctx, input: { id: sent.id } });
    expect(view).toMatchObject({
      state: 'canceled',
      group: { channels: [{ state: 'canceled' }, { state: 'not_sent' }] },
    });
    expect(view.group?.channels[1]?.because?.code).toBe('platform.canceled');
    expect(await cancelMessage({ ctx: scene.stage.ctx, input: { id: sent.id } })).toEqual(view);
    await scene.timeIsUp(sent.to);
    expect(scene.sentTo(sent.email)).toEqual([]);
  });

  it('after its first message has gone: what has not gone does not, and the repeat answers the same', async () => {
    const sent = await scene.sendBoth();
    await scene.becomes(sent.id, 'sent');
    const view = await cancelMessage({ ctx: scene.stage.ctx, input: { id: sent.id } });
    expect(view).toMatchObject({ state: 'sent', group: { channels: [{ state: 'sent' }, { state: 'not_sent' }] } });
    expect(await cancelMessage({ ctx: scene.stage.ctx, input: { id: sent.id } })).toEqual(view);
    await scene.timeIsUp(sent.to);
    expect(scene.sentTo(sent.email)).toEqual([]);
  });

  it('and each message and channel it stops is told in the audit log, once', async () => {
    const told = (ids: readonly string[]) => scene.stage.services.database.sql`
      select object_id as id, before, after from audit_entry where action = 'message.canceled' and object_id in ${scene.stage.services.database.sql(ids)} order by seq`;
    const [waiting, parallel] = [await scene.sendBoth(LATER), await scene.sendBoth({ ...LATER, mode: 'parallel' })];
    const ids = (parallel.channels ?? []).map(({ id }) => id ?? '');
    for (const id of [waiting.id, waiting.id, parallel.id])
      await cancelMessage({ ctx: scene.stage.ctx, input: { id } });
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
    const sent = await scene.sendBoth();
    await scene.becomes(sent.id, 'sent');
    await scene.receipt(sent.to, 'delivered', null);
    await scene.becomes(sent.id, 'delivered');
    const canceling = cancelMessage({ ctx: scene.stage.ctx, input: { id: sent.id } });
    await expect(canceling).rejects.toMatchObject({ code: 'not_cancelable' });
  });

  it('all messages of a parallel send by its first, one of them by its own id', async () => {
    const [whole, one] = [
      await scene.sendBoth({ ...LATER, mode: 'parallel' }),
      await scene.sendBoth({ ...LATER, mode: 'parallel' }),
    ];
    const view = await cancelMessage({ ctx: scene.stage.ctx, input: { id: whole.id } });
    expect(view.group?.channels.map(({ state }) => state)).toEqual(['canceled', 'canceled']);
    const second = await cancelMessage({ ctx: scene.stage.ctx, input: { id: one.channels?.[1]?.id ?? '' } });
    expect(second.group?.channels.map(({ state }) => state)).toEqual(['scheduled', 'canceled']);
  });
});

describe('max_price', () => {
  it('leaves out every route above it, by name, for each channel by itself; a channel without a route hands over to the next', async () => {
    // Texts cost 10,000 micros and mails 100.
    const sent = await scene.sendBoth({ max_price: { amount_micros: 9999, currency: 'USD' } });
    await scene.arrives(sent.email);
    expect(await scene.read(sent.id)).toMatchObject({ state: 'failed', reason: { code: 'platform.no_route' } });
    expect(scene.sentTo(sent.to)).toEqual([]);
    const { data } = await readTimeline({ ctx: scene.stage.ctx, input: { id: sent.id } });
    const candidates = data.find(({ kind }) => kind === 'route.candidates')?.candidates;
    expect(candidates?.find(({ route_name }) => route_name === 'texts')?.excluded).toBe('price_above_limit');
  });

  it('counts the parts of a text, and another currency cannot be shown to be within it', async () => {
    const long = { text: 'x'.repeat(161) };
    const alone = { to: '+525599990002', channel: 'sms', class: 'transactional', content: long, explain: true };
    const blocked = async (amount_micros: number, currency = 'USD') => {
      const body = { ...alone, max_price: { amount_micros, currency } };
      const sent = await sendMessage({ ctx: scene.stage.ctx, input: { body } });
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
      const rows = await scene.stage.services.database.sql`select 1 from connection_report`;
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
    const first = await sendMessage({ ctx: scene.stage.ctx, input });
    const { channels } = JSON.parse(first.body) as SendMessageAnswer;
    expect(
      channels?.map(({ decision }) => decision?.candidates.find(({ excluded }) => excluded === null)?.route_name),
    ).toEqual(['texts', 'mails']);
    const again = await sendMessage({ ctx: scene.stage.ctx, input });
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
    const sent = await sendBatch({ ctx: scene.stage.ctx, input: { body: { messages }, idempotencyKey: 'mixed' } });
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
