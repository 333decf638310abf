import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerAddress, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { MailAccount } from './accounts.ts';
import type { MailVerb } from './behaviour.ts';
import type { Inboxes } from './inboxes.ts';
import { findMagicMailbox } from './magic-numbers.ts';
import type { Random } from './random.ts';
import type { Decision, SubmitLog } from './submit-log.ts';

const SLOW_MS = 10_000;
const GREYLIST_MS = 3000;

type Done = (error?: Error | null) => void;

export interface MailServer {
  readonly port: number;
  open(port: number, host: string): Promise<void>;
  close(): Promise<void>;
  sessions(): { id: string; remote: string }[];
  applied(): void;
}

interface MailWorld {
  log: SubmitLog;
  inboxes: Inboxes;
  random: Random;
  later: (ms: number, run: () => void) => void;
}

/** The mail server: takes mail for every address and puts it into the inbox of that address. */
export function createMailServer(account: MailAccount, world: MailWorld): MailServer {
  let server: SMTPServer | undefined;
  let serial = 0;
  const greylisted = new Map<string, number>();

  const cut = (session: SMTPServerSession) => {
    for (const connection of server?.connections ?? []) if (connection.id === session.id) connection._socket.destroy();
  };
  const record = (
    session: SMTPServerSession,
    to: string,
    seen: { decision: Decision; status: number | null; id?: string; text?: string },
  ) => {
    account.counters.submits += 1;
    account.counters[seen.decision] += 1;
    world.log.record({
      carrier: account.card.name,
      session: `smtp-${session.id}`,
      sequence: session.transaction,
      destination: to,
      from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
      part: null,
      decision: seen.decision,
      id: seen.id ?? null,
      status: seen.status,
      text: seen.text ?? '',
      reference: null,
    });
  };
  /** The fault drawn for a verb: an error to answer, 'cut' when the connection is gone, or null. */
  const faultAt = (verb: MailVerb, session: SMTPServerSession): Error | 'cut' | null => {
    if (world.random.chance(account.behaviour.cut[verb])) {
      if (verb !== 'dot') cut(session);
      return 'cut';
    }
    const fault = world.random.pick(account.behaviour.errors[verb]);
    return fault ? reply(fault.code, fault.text) : null;
  };

  const onConnect = (session: SMTPServerSession, done: Done) => {
    if (account.behaviour.down) return cut(session);
    const fault = faultAt('connect', session);
    if (fault === 'cut') return;
    answerDataVerb(session);
    world.later(account.behaviour.banner_delay_ms, () => done(fault));
  };
  /** The library has no hook at DATA itself, so the handler of this one connection is wrapped. */
  const answerDataVerb = (session: SMTPServerSession) => {
    for (const connection of server?.connections ?? []) {
      if (connection.id !== session.id) continue;
      const proceed = connection.handler_DATA.bind(connection);
      connection.handler_DATA = (command, callback) => {
        const fault = faultAt('data', session);
        if (fault === 'cut') return callback();
        if (fault === null) return proceed(command, callback);
        connection.send(codeOf(fault), fault.message);
        return callback();
      };
    }
  };
  const onMailFrom = (_address: SMTPServerAddress, session: SMTPServerSession, done: Done) => {
    if (account.behaviour.require_auth && !session.user) return done(reply(530, '5.7.0 Authentication required'));
    const fault = faultAt('mail', session);
    if (fault !== 'cut') done(fault);
  };
  const onRcptTo = ({ address }: SMTPServerAddress, session: SMTPServerSession, done: Done) => {
    const refuse = (code: number, text: string) => {
      record(session, address, { decision: 'refused', status: code });
      done(reply(code, text));
    };
    const fault = faultAt('rcpt', session);
    if (fault === 'cut') return record(session, address, { decision: 'cut', status: null });
    if (fault) return refuse(codeOf(fault), fault.message);
    const { throttle, greylist } = account.behaviour;
    if (account.overRate(throttle.per_second)) return refuse(throttle.code, '4.7.0 Too many messages, slow down');
    const magic = findMagicMailbox(address);
    if (magic?.verb === 'rcpt') return refuse(magic.code, magic.text);
    if (greylist && isFirstTry(greylisted, `${senderOf(session)}|${address}`)) {
      return refuse(451, '4.7.1 Greylisted, try again in a moment');
    }
    done();
  };
  const onData = (
    stream: SMTPServerDataStream,
    session: SMTPServerSession,
    done: (error?: Error | null, message?: string) => void,
  ) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('error', () => {});
    stream.on('end', () => {
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      const answer = (status: number, decision: Decision, text: string, id?: string) => {
        for (const to of recipients)
          record(session, to, { decision, status: status || null, text, ...(id ? { id } : {}) });
      };
      const raw = Buffer.concat(chunks);
      const subject = subjectOf(raw);
      if (stream.sizeExceeded) {
        answer(552, 'refused', subject);
        return done(reply(552, '5.3.4 Message too big'));
      }
      const magic = recipients.map(findMagicMailbox).find((entry) => entry?.verb === 'dot');
      const fault = faultAt('dot', session);
      if (fault !== null && fault !== 'cut') {
        answer(codeOf(fault), 'refused', subject);
        return done(fault);
      }
      if (magic !== undefined && magic.code >= 400) {
        answer(magic.code, 'refused', subject);
        return done(reply(magic.code, magic.text));
      }
      serial += 1;
      const id = `mail-${Date.now().toString(36)}-${serial}`;
      const lost = fault === 'cut' || magic?.local_part === 'cut-after-dot';
      answer(lost ? 0 : 250, lost ? 'cut' : 'accepted', subject, id);
      const stored = recipients.map((to) =>
        world.inboxes.arrive({ id: `${id}-${to}`, from: senderOf(session), to, raw }),
      );
      const delayMs = magic?.local_part === 'slow' ? SLOW_MS : world.random.between(account.behaviour.latency_ms);
      void Promise.all(stored).then(() => {
        if (lost) cut(session);
        else world.later(delayMs, () => done(null, `2.0.0 queued as ${id}`));
      });
    });
  };

  return {
    get port() {
      return (server?.server.address() as AddressInfo | null)?.port ?? 0;
    },
    open(port, host) {
      server = new SMTPServer({
        name: 'postbox.simulator',
        banner: 'ready',
        authOptional: true,
        allowInsecureAuth: true,
        hideSTARTTLS: true,
        disableReverseLookup: true,
        maxAllowedUnauthenticatedCommands: 1_000_000,
        closeTimeout: 100,
        size: account.behaviour.max_size_bytes,
        logger: false,
        onConnect,
        onMailFrom,
        onRcptTo,
        onData,
        onAuth: ({ username, password }, _session, done) => {
          const known = username === account.card.user && password === account.card.password;
          if (known) done(null, { user: username });
          else done(reply(535, '5.7.8 Wrong user or password'));
        },
      });
      // Sessions that break off are what this server is for; they must not end it.
      server.on('error', () => {});
      return new Promise((resolve, reject) => {
        server?.server.once('error', reject);
        server?.listen(port, host, () => resolve());
      });
    },
    close() {
      for (const connection of server?.connections ?? []) connection._socket.destroy();
      return new Promise((resolve) => {
        if (server?.server.listening) server.close(() => resolve());
        else resolve();
      });
    },
    sessions: () =>
      [...(server?.connections ?? [])].map(({ id, remoteAddress, remotePort }) => ({
        id,
        remote: `${remoteAddress}:${remotePort}`,
      })),
    applied() {
      if (server) server.options.size = account.behaviour.max_size_bytes;
      if (account.behaviour.down) for (const connection of server?.connections ?? []) connection._socket.destroy();
    },
  };
}

function reply(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}

function codeOf(error: Error): number {
  return 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : 451;
}

function senderOf(session: SMTPServerSession): string {
  return session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
}

/** A first try is one without an earlier one at least three seconds ago. */
function isFirstTry(known: Map<string, number>, key: string): boolean {
  const first = known.get(key);
  if (first === undefined) {
    if (known.size >= 50_000) known.clear();
    known.set(key, Date.now());
    return true;
  }
  return Date.now() - first < GREYLIST_MS;
}

/** The subject line as it stands in the source: the log needs something to tell mails apart, not its meaning. */
function subjectOf(raw: Buffer): string {
  const head = raw.subarray(0, 16_384).toString('latin1').split('\r\n\r\n', 1)[0] ?? '';
  const found = /^subject:[ \t]*([^\r\n]*(?:\r\n[ \t][^\r\n]*)*)/im.exec(head);
  return (found?.[1] ?? '').replace(/\r\n[ \t]+/g, ' ').slice(0, 200);
}
