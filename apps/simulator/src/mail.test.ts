import { connect } from 'node:net';
import nodemailer from 'nodemailer';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { InboxMessage } from './inboxes.ts';
import type { Simulator } from './simulator.ts';
import type { LogEntry } from './submit-log.ts';
import { controlOf, startTestSimulator } from './testing.ts';

let simulator: Simulator;
let control: ReturnType<typeof controlOf>;

beforeAll(async () => {
  simulator = await startTestSimulator();
  control = controlOf(simulator);
});
afterAll(() => simulator.stop());
beforeEach(async () => {
  const none = { connect: [], mail: [], rcpt: [], data: [], dot: [] };
  const never = { connect: 0, mail: 0, rcpt: 0, data: 0, dot: 0 };
  await control.behave('postbox', {
    errors: none,
    cut: never,
    greylist: false,
    require_auth: false,
    max_size_bytes: 10_000_000,
  });
  await control.call('DELETE', '/v1/log');
});

const inbox = (address: string) => control.list<InboxMessage>(`/v1/inboxes/${encodeURIComponent(address)}/messages`);
const log = () => control.list<LogEntry>('/v1/log');
interface SmtpFailure {
  responseCode?: number;
  response?: string;
  command?: string;
}

async function send(to: string, options: { auth?: { user: string; pass: string }; text?: string } = {}) {
  const transport = nodemailer.createTransport({
    host: '127.0.0.1',
    port: simulator.ports.smtp,
    ...(options.auth ? { auth: options.auth } : {}),
  });
  try {
    return await transport.sendMail({
      from: 'shop@example.com',
      to,
      subject: 'Réçu №1 – ありがとう',
      text: options.text ?? 'Plain part',
      html: '<p>Rich part</p>',
      headers: { 'List-Unsubscribe': '<https://example.com/u>' },
    });
  } finally {
    transport.close();
  }
}
const failure = async (to: string, options: Parameters<typeof send>[1] = {}): Promise<SmtpFailure> =>
  send(to, options).then(
    () => {
      throw new Error('was taken');
    },
    (error: SmtpFailure) => error,
  );

describe('a mail', () => {
  test('reaches the inbox with subject, both parts, headers and source', async () => {
    const info = await send('Ana@Example.com');
    expect(info.response).toMatch(/^250 2\.0\.0 queued as mail-/);
    const [message] = await inbox('ana@example.com');
    expect(message).toMatchObject({
      from: 'shop@example.com',
      subject: 'Réçu №1 – ありがとう',
      html: '<p>Rich part</p>',
    });
    expect(message?.text?.trim()).toBe('Plain part');
    expect(message?.headers).toContainEqual({ name: 'List-Unsubscribe', value: '<https://example.com/u>' });
    expect(message?.raw).toContain('Subject: =?UTF-8?');
    expect(message?.size_bytes).toBe(Buffer.byteLength(message?.raw ?? ''));
    expect(await log()).toMatchObject([
      { carrier: 'postbox', decision: 'accepted', status: 250, from: 'shop@example.com' },
    ]);
  });

  test('is taken with the right password and refused with a wrong one, and without one where it is asked for', async () => {
    await send('b@example.com', { auth: { user: 'postbox', pass: 'secret05' } });
    expect(await failure('b@example.com', { auth: { user: 'postbox', pass: 'no' } })).toMatchObject({
      responseCode: 535,
    });
    await control.behave('postbox', { require_auth: true });
    expect(await failure('b@example.com')).toMatchObject({ responseCode: 530 });
  });

  test.each([
    ['bounce-550', 550, '5.1.1'],
    ['mailbox-full', 552, '5.2.2'],
    ['defer-451', 451, '4.7.1'],
    ['spam-554', 554, '5.7.1'],
  ])('to %s@ is refused with %i %s and stands in the log', async (local, code, enhanced) => {
    const error = await failure(`${local}@example.com`);
    expect(error.responseCode).toBe(code);
    expect(error.response).toContain(enhanced);
    expect(await inbox(`${local}@example.com`)).toEqual([]);
    expect(await log()).toMatchObject([{ decision: 'refused', status: code }]);
  });

  test('to cut-after-dot@ is taken and its answer never comes', async () => {
    expect(await failure('cut-after-dot@example.com')).not.toHaveProperty('responseCode');
    await vi.waitFor(async () => expect(await inbox('cut-after-dot@example.com')).toHaveLength(1));
    expect(await log()).toMatchObject([{ decision: 'cut', status: null, id: expect.stringContaining('mail-') }]);
  });

  test.each(['connect', 'mail', 'rcpt', 'data', 'dot'] as const)('meets the code that is set at %s', async (verb) => {
    await control.behave('postbox', { errors: { [verb]: [{ code: 451, text: `4.3.2 not at ${verb}`, share: 1 }] } });
    const error = await failure('verb@example.com');
    expect(error).toMatchObject({ responseCode: 451 });
    expect(error.response).toContain(`4.3.2 not at ${verb}`);
    expect(await inbox('verb@example.com')).toEqual([]);
  });

  test.each(['connect', 'mail', 'rcpt', 'data', 'dot'] as const)('meets a connection cut at %s', async (verb) => {
    await control.behave('postbox', { cut: { [verb]: 1 } });
    const to = `cut-${verb}@example.com`;
    expect(await failure(to)).not.toHaveProperty('responseCode');
    const taken = verb === 'dot' ? 1 : 0;
    await vi.waitFor(async () => expect(await inbox(to)).toHaveLength(taken));
  });

  test('is put off once by a greylist and refused when too big', async () => {
    await control.behave('postbox', { greylist: true });
    expect(await failure('grey@example.com')).toMatchObject({ responseCode: 451 });
    await control.behave('postbox', { greylist: false, max_size_bytes: 2000 });
    expect(await failure('big@example.com', { text: 'x'.repeat(5000) })).toMatchObject({ responseCode: 552 });
  });
});

test('bytes that are no SMTP leave the server standing', async () => {
  const socket = connect(simulator.ports.smtp, '127.0.0.1');
  socket.on('error', () => {});
  socket.end(Buffer.from('ff00fe0a'.repeat(2000), 'hex'));
  await new Promise((resolve) => socket.resume().on('close', resolve));
  await send('still@example.com');
  expect(await inbox('still@example.com')).toHaveLength(1);
});
