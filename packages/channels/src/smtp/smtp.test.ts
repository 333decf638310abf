import { createServer, type Socket } from 'node:net';
import type { EmailSubmission, SubmitAnswer } from '@signalbox/contracts';
import { afterEach, describe, expect, it } from 'vitest';
import { RecordingHost, runConformance } from '../conformance.case.ts';
import { listenOn } from '../foreign-socket.case.ts';
import { manifestOf, parseSettings } from '../manifests.ts';
import { openChannel } from '../registry.ts';
import { TLS_FIXTURE } from '../tls-fixture.case.ts';
import { makeMail, openForeignMailServer } from './foreign-mail-server.case.ts';
import { readMailbox } from './mailbox.ts';
import { readReply, toMail } from './translate.ts';

runConformance({
  protocol: 'smtp',
  openPeer: () => openForeignMailServer(),
  refusal: 'recipient.unknown',
  decode: (octets) => {
    const text = Buffer.from(octets).toString('latin1');
    return [readReply(400 + ((octets[0] ?? 0) % 200), text), readMailbox(text) ?? null];
  },
  notGiven: {
    receipts: {
      why: 'acceptance by the server is the last thing known',
      holds: () => !manifestOf('smtp').capabilities.receipts,
    },
  },
});

describe('smtp: what a refusing reply means', () => {
  it.each([
    [550, '5.1.1 No such user here', 'recipient.unknown'],
    [550, '5.1.2 Bad destination system', 'recipient.invalid_address'],
    [556, '5.1.10 Recipient address has null MX', 'recipient.invalid_address'],
    [550, '5.2.1 The account is disabled', 'recipient.barred'],
    [552, '5.2.2 Mailbox full', 'recipient.mailbox_full'],
    [452, '4.2.2 The email account is over quota', 'recipient.mailbox_full'],
    [552, '5.3.4 Message size exceeds fixed limit', 'content.invalid'],
    [550, '5.4.4 Unable to route', 'network.unroutable'],
    [554, '5.7.1 Message looks like spam', 'content.rejected_spam'],
    [550, '5.7.1 Service unavailable; client host blocked using Spamhaus', 'sender.reputation'],
    [550, '5.7.26 Unauthenticated email is not accepted: DMARC policy', 'sender.auth_failed'],
    [550, '5.1.1 Relaying denied', 'account.not_enabled'],
    [550, 'User unknown in virtual mailbox table', 'recipient.unknown'],
    [550, 'terrible weather', 'recipient.unknown'],
    [554, 'Transaction failed', 'content.rejected_spam'],
    [535, '5.7.8 Authentication credentials invalid', 'account.auth'],
    [599, 'what', 'unknown.unspecified'],
    [451, '4.3.0 Temporary system problem', 'provider.queue_full'],
    [450, '4.1.1 Try again', 'recipient.absent'],
    [421, '4.7.0 Too many connections', 'wait'],
    [451, '4.7.1 Greylisted, please come back', 'wait'],
    [450, 'Mailbox busy', 'wait'],
    [550, '5.4.5 Daily sending limit exceeded', 'wait'],
  ] as const)('%i %s is %s', (code, text, expected) => {
    const outcome = readReply(code, text);
    expect('reason' in outcome ? outcome.reason : 'wait').toBe(expected);
  });

  it('never takes a reply about the sender for a dead address, whatever its number', () => {
    for (const text of ['5.1.1 rejected: listed by an RBL', '5.1.1 SPF check failed', '5.1.1 blocked using Spamhaus']) {
      const outcome = readReply(550, text);
      expect('reason' in outcome && outcome.reason).toMatch(/^sender\./);
    }
  });
});

describe('smtp: nothing slips into a header or a command (S-08)', () => {
  const base = makeMail(1).submission as EmailSubmission;
  const controls = ['\r\n', '\n', '\r', '\0', '\u2028', '\u000b'];
  const cases = controls.flatMap((control) =>
    (['to', 'from', 'subject', 'unsubscribeUrl'] as const).map(
      (field) =>
        [field, JSON.stringify(control), { ...base, [field]: `a@b.example${control}Bcc: v@x.example` }] as const,
    ),
  );

  it.each(cases)('refuses %s with %s', (field, _control, submission) => {
    const answer = toMail({ ...makeMail(1), submission }, 'x@y.example');
    expect(answer).toMatchObject({ kind: 'rejected', reason: 'content.invalid' });
    expect('raw' in answer && answer.raw).toMatch(new RegExp(`^${field}:`));
  });

  it.each([
    'a@b.example, c@d.example',
    'a@b.example;c@d.example',
    '<a@b.example>',
    'Name <a@b.example>',
    'a b@c.example',
    'a@b@c.example',
    '@b.example',
    'a@',
    '"a b"@c.example',
    'a@b.example>\u0020SIZE=1',
    '',
  ])('refuses the recipient %j: one plain address or nothing', (to) =>
    expect(toMail({ ...makeMail(1), submission: { ...base, to } }, 'x@y.example')).toMatchObject({
      reason: 'recipient.invalid_address',
    }),
  );

  it('takes mailboxes with names, quoted or not, and addresses beyond ASCII', () => {
    expect(readMailbox('Shop <orders@example.com>')).toEqual({ name: 'Shop', address: 'orders@example.com' });
    expect(readMailbox('"Shop, Ltd." <orders@example.com>')).toEqual({
      name: 'Shop, Ltd.',
      address: 'orders@example.com',
    });
    expect(readMailbox('jörg@bücher.example')).toEqual({ name: '', address: 'jörg@bücher.example' });
    expect(() => parseSettings('smtp', { host: 'h', default_from: 'a@b.c, d@e.f' })).toThrow('"default_from"');
  });
});

describe('smtp: on the wire', () => {
  const close: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const each of close.splice(0).reverse()) await each();
  });

  async function open(settings: Record<string, unknown>) {
    const host = new RecordingHost();
    const adapter = openChannel({ protocol: 'smtp', settings, providerId: 'prv', host, egressAllow: [] });
    close.push(() => adapter.stop(20));
    const send = (request = makeMail(1)): Promise<SubmitAnswer> =>
      new Promise((resolve) => adapter.submit([request], (_index, answer) => resolve(answer)));
    return { host, adapter, send };
  }

  async function openWithServer(change: Record<string, unknown> = {}, options = {}) {
    const server = await openForeignMailServer(options);
    close.push(() => server.goDown());
    const world = await open({ ...server.settings, ...change });
    world.adapter.start();
    return { server, ...world };
  }

  /** A server that says its lines in order whatever it hears, and cuts the line where it is told to. */
  async function openScripted(lines: readonly (string | null)[]) {
    const heard: string[] = [];
    const server = createServer((socket: Socket) => {
      let step = 0;
      const say = (): void => {
        const line = lines[step];
        step += 1;
        if (line === undefined) return;
        if (line === null) socket.destroy();
        else socket.write(`${line}\r\n`);
      };
      say();
      let inData = false;
      let rest = '';
      socket.on('data', (chunk) => {
        rest += chunk.toString('latin1');
        for (let at = rest.indexOf('\r\n'); at >= 0; at = rest.indexOf('\r\n')) {
          const line = rest.slice(0, at);
          rest = rest.slice(at + 2);
          if (inData && line !== '.') continue;
          heard.push(line);
          inData = line === 'DATA';
          say();
        }
      });
    });
    const listener = await listenOn(server);
    close.push(() => listener.goDown());
    return { port: listener.port, heard };
  }
  const plain = {
    host: '127.0.0.1',
    security: 'none',
    default_from: 'a@shop.example',
    connect_timeout_ms: 500,
    answer_timeout_ms: 500,
  };

  it('sends one whole mail: envelope, both bodies, and our reference in the Message-ID', async () => {
    const { server, send } = await openWithServer();
    const answer = await send();
    const [mail] = server.mails;
    expect(answer).toEqual({ kind: 'accepted', refs: [`${makeMail(1).attemptRef}@shop.example`] });
    expect(mail).toMatchObject({ from: 'orders@shop.example', to: ['n1@example.com'] });
    expect(mail?.content).toContain(`Message-ID: <${makeMail(1).attemptRef}@shop.example>`);
    expect(mail?.content).toContain('From: The Shop <orders@shop.example>');
    expect(mail?.content).toContain('This is mail 1.');
    expect(mail?.content).toContain('multipart/alternative');
  });

  it.each([
    ['at the greeting', [null]],
    ['after EHLO', ['220 hi', null]],
    ['after MAIL', ['220 hi', '250 ok', null]],
    ['after RCPT', ['220 hi', '250 ok', '250 ok', null]],
    ['after DATA', ['220 hi', '250 ok', '250 ok', '250 ok', null]],
  ])('a line cut %s proves that no content left: unsent', async (_where, lines) => {
    const { port } = await openScripted(lines);
    const { send, adapter } = await open({ ...plain, port });
    adapter.start();
    expect((await send()).kind).toBe('unsent');
  });

  it('a line cut after the final dot leaves it open: indeterminate, and never sent again (F-14)', async () => {
    const { port, heard } = await openScripted(['220 hi', '250 ok', '250 ok', '250 ok', '354 go', null]);
    const { send, adapter } = await open({ ...plain, port });
    adapter.start();
    expect(await send()).toMatchObject({ kind: 'indeterminate', reason: 'provider.indeterminate' });
    expect(heard.filter((line) => line === '.').length).toBe(1);
  });

  it('a refusal after the final dot is a refusal', async () => {
    const { port } = await openScripted([
      '220 hi',
      '250 ok',
      '250 ok',
      '250 ok',
      '354 go',
      '554 5.7.1 Message looks like spam',
    ]);
    const { send, adapter } = await open({ ...plain, port });
    adapter.start();
    expect(await send()).toMatchObject({ kind: 'rejected', reason: 'content.rejected_spam' });
  });

  it('resets the session after a refused recipient, so that the next mail does not join it (F-14)', async () => {
    const { port, heard } = await openScripted([
      '220 hi',
      '250 ok',
      '250 ok',
      '550 5.1.1 No such user',
      '250 reset',
      '250 ok',
      '250 ok',
      '354 go',
      '250 taken',
    ]);
    const { send, adapter } = await open({ ...plain, port, max_connections: 1 });
    adapter.start();
    expect((await send(makeMail(1))).kind).toBe('rejected');
    expect((await send(makeMail(2))).kind).toBe('accepted');
    expect(heard.map((line) => line.split(' ')[0])).toEqual([
      'EHLO',
      'MAIL',
      'RCPT',
      'RSET',
      'MAIL',
      'RCPT',
      'DATA',
      '.',
    ]);
  });

  it('tells mailbox providers where one click stops mails like this one, and only where there is one (RFC 8058)', async () => {
    const { server, send } = await openWithServer({ max_connections: 1 });
    const mail = makeMail(1);
    const url = `https://api.example.com/u/${'a-long_token.'.repeat(30)}end`;
    await send({ ...mail, submission: { ...mail.submission, unsubscribeUrl: url } as EmailSubmission });
    await send(makeMail(2));
    const [marketing, other] = server.mails.map(({ content }) => content);
    expect(marketing?.replaceAll(/\r\n[ \t]+/g, ' ')).toMatch(
      /^List-Unsubscribe: +<https:\/\/api\.example\.com\/u\/[^>\s]+end>\r$/m,
    );
    expect(marketing).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    expect(other).not.toContain('List-Unsubscribe');
  });

  it('a connection the server dropped while it was idle costs no mail', async () => {
    const { server, send } = await openWithServer({ max_connections: 1 });
    expect((await send(makeMail(1))).kind).toBe('accepted');
    server.cut();
    expect((await send(makeMail(2))).kind).toBe('accepted');
    expect(server.mails.length).toBe(2);
  });

  it('a connection that dies under the first command of its next mail costs that mail nothing either', async () => {
    const { port, heard } = await openScripted(['220 hi', '250 ok', '250 ok', '250 ok', '354 go', '250 taken', null]);
    const { send, adapter } = await open({ ...plain, port, max_connections: 1 });
    adapter.start();
    expect((await send(makeMail(1))).kind).toBe('accepted');
    expect((await send(makeMail(2))).kind).toBe('accepted');
    expect(heard.filter((line) => line === '.').length).toBe(2);
  });

  it('opens a connection anew after so many mails', async () => {
    const { server, send } = await openWithServer({ max_connections: 1, messages_per_connection: 2 });
    for (const number of [1, 2, 3, 4, 5]) expect((await send(makeMail(number))).kind).toBe('accepted');
    expect(server.connections()).toBe(3);
  });

  it('keeps within its connections and its pace', async () => {
    const { server, adapter, host } = await openWithServer({ max_connections: 2, messages_per_second: 50 });
    await host.until(() => adapter.isUp());
    const startedMs = performance.now();
    await new Promise<void>((resolve) => {
      let left = 15;
      adapter.submit(
        Array.from({ length: 15 }, (_, index) => makeMail(index)),
        () => {
          left -= 1;
          if (left === 0) resolve();
        },
      );
    });
    // A burst of a tenth of a second may go at once, the rest at the pace.
    expect(performance.now() - startedMs).toBeGreaterThan(150);
    expect(server.connections()).toBeLessThanOrEqual(2);
  });

  it('names refused credentials as the reason and shows no password', async () => {
    const { send, host, adapter } = await openWithServer({ password: 'wrong-pw' });
    expect(await send()).toMatchObject({ kind: 'unsent', reason: 'account.auth' });
    expect(JSON.stringify([host.said, adapter.connections()])).not.toContain('wrong-pw');
    expect(adapter.connections()[0]).toMatchObject({ state: 'backoff' });
  });

  it('speaks TLS to a certificate it can check', async () => {
    const tls = { secure: true, key: TLS_FIXTURE.key, cert: TLS_FIXTURE.cert };
    const { send } = await openWithServer({ security: 'tls', host: 'localhost', tls_ca: TLS_FIXTURE.cert }, tls);
    expect((await send()).kind).toBe('accepted');
  });

  it.each([
    ['an unknown authority', { security: 'tls', host: 'localhost' }],
    ['a wrong host', { security: 'tls', host: '127.0.0.1', tls_ca: TLS_FIXTURE.cert }],
  ])('tells %s no secret (F-21)', async (_what, change) => {
    let asked = 0;
    const tls = {
      secure: true,
      key: TLS_FIXTURE.key,
      cert: TLS_FIXTURE.cert,
      onAuth: () => {
        asked += 1;
      },
    };
    const { send, server } = await openWithServer(change, tls);
    expect((await send()).kind).toBe('unsent');
    expect([asked, server.mails.length]).toEqual([0, 0]);
  });

  it('does not fall back to plain text where STARTTLS is demanded', async () => {
    const { send, server } = await openWithServer({ security: 'starttls' });
    expect((await send()).kind).toBe('unsent');
    expect(server.mails.length).toBe(0);
  });

  it('a server that accepts the connection and hangs is down within the time to connect (F-06)', async () => {
    const { port } = await openScripted([]);
    const { send, adapter } = await open({ ...plain, port });
    adapter.start();
    expect((await send()).kind).toBe('unsent');
    expect(adapter.isUp()).toBe(false);
  });

  it('a name that does not resolve is unsent (F-20)', async () => {
    const { send, adapter } = await open({ ...plain, host: 'no-such-host.invalid', port: 25 });
    adapter.start();
    expect((await send()).kind).toBe('unsent');
  });
});
