import { NEXT_CHANNEL_QUEUE, NextChannelJob, type SubmitRequest } from '@signalbox/contracts';
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
import { sendNextChannel } from '../messages/next-channel.ts';
import { checkVerification } from './check.ts';
import { getVerification } from './get.ts';
import { codeOf, start, verificationUuid } from './testing.ts';

let stage: Stage;
let carriers: ScriptedCarriers;
let worker: Worker;
beforeAll(async () => {
  stage = await setStage();
  await stage.addRoute('texts', 1, 1000);
  await stage.addRoute('mails', 1, 1000, 'email');
  await stage.addRoute('calls', 1, 1000, 'voice');
  carriers = scriptCarriers();
  worker = await openScripted(stage, carriers);
  await stage.services.queue.work(NEXT_CHANNEL_QUEUE, { batchSize: 1, concurrency: 2 }, async (jobs) => {
    for (const job of jobs) {
      const input = NextChannelJob.parse(job.data);
      await sendNextChannel({ ctx: { services: stage.services }, input });
      ran.push(input.owner);
    }
  });
});
afterAll(async () => {
  await worker.stop(100);
  await stage.services.queue.stop(2000);
  await stage.end();
});

/** Verifications whose job of the next channel has run. */
const ran: string[] = [];
const BOTH = { channels: ['sms', 'email'], channel_timeout_seconds: 5 };

const sentTo = (address: string): SubmitRequest[] =>
  carriers.submitted.map(({ request }) => request).filter(({ submission }) => submission.to === address);
const textOf = ({ submission }: SubmitRequest): string =>
  submission.kind === 'sms' ? submission.parts.map((part) => part.text).join('') : (submission.text ?? '');
const codeIn = (request: SubmitRequest | undefined): string =>
  /\d{6,10}/.exec(request === undefined ? '' : textOf(request))?.[0] ?? '';
const arrives = (address: string) =>
  until(`something for ${address} is submitted`, async () => sentTo(address).length > 0);
const jobRan = (id: string) => until('the job of the next channel ran', async () => ran.includes(verificationUuid(id)));

describe('a code that is spoken', () => {
  it('comes by a call when the text cannot be delivered: to the same number, the same code digit by digit, stored nowhere in the open', async () => {
    carriers.script = (provider) =>
      provider === 'texts'
        ? { kind: 'rejected', reason: 'recipient.barred', raw: 'no' }
        : { kind: 'accepted', refs: ['call-taken'] };
    const to = '+525512340101';
    const { id } = await start(stage, to, { channels: ['sms', 'voice'], channel_timeout_seconds: 300, locale: 'es' });
    await until('the call is placed', async () => sentTo(to).some(({ submission }) => submission.kind === 'voice'));
    carriers.script = (_, request) => ({ kind: 'accepted', refs: [`ref-${request.attemptRef}`] });
    const code = await codeOf(stage.services, id);
    const call = sentTo(to).at(-1)?.submission;
    expect(call).toMatchObject({ kind: 'voice', from: null, locale: 'es' });
    expect(call?.kind === 'voice' && call.text.match(/\d/g)?.join('')).toBe(code + code);
    const [row] = await stage.services.database.sql<{ kept: string }[]>`
      select to_jsonb(m)::text as kept from message m where channel = 'voice' and address = ${to}`;
    expect(row?.kept).not.toContain([...code].join(', '));
    expect(row?.kept).not.toContain(code);
    expect(await checkVerification({ ctx: stage.ctx, input: { id, code } })).toMatchObject({ valid: true });
    const view = await getVerification({ ctx: stage.ctx, input: { id } });
    expect(view).toMatchObject({ assurance: 'restricted', sends: [{ channel: 'sms' }, { channel: 'voice' }] });
  });

  it('comes by a call at once where voice is asked for, and a mail may follow it', async () => {
    const [to, email] = ['+525512340102', 'call@example.com'];
    carriers.script = (provider) =>
      provider === 'calls'
        ? { kind: 'rejected', reason: 'recipient.busy', raw: 'busy' }
        : { kind: 'accepted', refs: ['mail-taken'] };
    await start(stage, to, { channels: ['voice', 'email'], email, channel_timeout_seconds: 5 });
    await arrives(email);
    carriers.script = (_, request) => ({ kind: 'accepted', refs: [`ref-${request.attemptRef}`] });
    expect(sentTo(to)[0]?.submission.kind).toBe('voice');
  });
});

describe('a code over two channels', () => {
  it('goes by mail when no receipt came for the text: the same code, inside its time, and both are good', async () => {
    const [to, email] = ['+525512340001', 'one@example.com'];
    const { id, expires_at } = await start(stage, to, { ...BOTH, email, domain: 'shop.example' });
    await arrives(to);
    expect(sentTo(email)).toEqual([]);
    await arrives(email);
    // What a carrier has taken is written a moment later.
    await until('the mail is known to be sent', async () => {
      const { sends } = await getVerification({ ctx: stage.ctx, input: { id } });
      return sends.some(({ channel, state }) => channel === 'email' && state === 'sent');
    });
    const [text, mail] = [sentTo(to)[0], sentTo(email)[0]];
    expect(codeIn(mail)).toBe(codeIn(text));
    expect(Date.now()).toBeLessThan(Date.parse(expires_at));
    // The line for browsers is one of texts, and a subject is shown on locked screens.
    expect(text === undefined ? '' : textOf(text)).toMatch(/\n@shop\.example #\d{6}$/);
    expect(mail?.submission).toMatchObject({ subject: 'Your Shop code', text: expect.not.stringContaining('@shop') });
    expect(await checkVerification({ ctx: stage.ctx, input: { id, code: codeIn(mail) } })).toMatchObject({
      valid: true,
    });
    const view = await getVerification({ ctx: stage.ctx, input: { id } });
    expect(view.sends.map(({ channel }) => channel)).toEqual(['sms', 'email']);
    expect(view.converted_by).toMatchObject({ channel: 'email', name: 'mails' });
  });

  it('stays with the text when a receipt says that it arrived, and the conversion is that of its route', async () => {
    const [to, email] = ['+525512340002', 'two@example.com'];
    const { id } = await start(stage, to, { ...BOTH, email });
    await arrives(to);
    const [request] = sentTo(to);
    await until('the receipt has found its text', async () => {
      const { sends } = await getVerification({ ctx: stage.ctx, input: { id } });
      return sends[0]?.state === 'sent';
    });
    const raw = 'stat:DELIVRD';
    const ref = `ref-${request?.attemptRef}`;
    await carriers.hosts.get('texts')?.onReceipts([{ ref, verdict: 'delivered', reason: null, raw }]);
    await jobRan(id);
    expect(sentTo(email)).toEqual([]);
    expect(await checkVerification({ ctx: stage.ctx, input: { id, code: codeIn(request) } })).toMatchObject({
      valid: true,
    });
    expect((await getVerification({ ctx: stage.ctx, input: { id } })).converted_by).toMatchObject({ name: 'texts' });
  });

  it('ends with the check: a code that was used is not sent again', async () => {
    const [to, email] = ['+525512340003', 'three@example.com'];
    const { id } = await start(stage, to, { ...BOTH, email });
    await arrives(to);
    await checkVerification({ ctx: stage.ctx, input: { id, code: codeIn(sentTo(to)[0]) } });
    await jobRan(id);
    expect(sentTo(email)).toEqual([]);
  });

  it('goes by mail at once when the text cannot be delivered, not only when its time is over', async () => {
    const [to, email] = ['+525512340006', 'six@example.com'];
    const { id } = await start(stage, to, { channels: ['sms', 'email'], channel_timeout_seconds: 300, email });
    await arrives(to);
    await until('the receipt has found its text', async () => {
      const { sends } = await getVerification({ ctx: stage.ctx, input: { id } });
      return sends[0]?.state === 'sent';
    });
    const ref = `ref-${sentTo(to)[0]?.attemptRef}`;
    const raw = 'stat:UNDELIV';
    await carriers.hosts.get('texts')?.onReceipts([{ ref, verdict: 'undelivered', reason: 'recipient.absent', raw }]);
    await arrives(email);
    expect(codeIn(sentTo(email)[0])).toBe(codeIn(sentTo(to)[0]));
  });

  it('sends one mail though its job runs twice', async () => {
    const [to, email] = ['+525512340004', 'four@example.com'];
    const answer = await start(stage, to, { channels: ['sms', 'email'], email, channel_timeout_seconds: 300 });
    const [job] = await stage.services.database.sql<{ data: unknown }[]>`
      select data from pgboss.job where name = ${NEXT_CHANNEL_QUEUE.name}
        and data->>'owner' = ${verificationUuid(answer.id)}`;
    const input = NextChannelJob.parse(job?.data);
    await Promise.all([1, 2].map(() => sendNextChannel({ ctx: { services: stage.services }, input })));
    await arrives(email);
    expect((await getVerification({ ctx: stage.ctx, input: { id: answer.id } })).sends).toHaveLength(2);
  });

  it('a mail alone is a code for a mail address', async () => {
    const email = 'Five@Example.com';
    const { id } = await start(stage, email);
    await arrives('Five@example.com');
    const again = await start(stage, 'five@example.com');
    expect(again).toMatchObject({ id, resent: true, channel: 'email' });
  });
});
