import type { SubmitRequest } from '@signalbox/contracts';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { ForeignPeer, Mood } from '../conformance.case.ts';
import { listenOn } from '../foreign-socket.case.ts';

const SLOW_MS = 60;

/** A mail the server took, as its own parser gave it. */
export interface TakenMail {
  from: string;
  to: string[];
  content: string;
}

/** A mail server on the npm package smtp-server, with all it saw. */
export interface ForeignMailServer extends ForeignPeer {
  readonly mails: TakenMail[];
  /** Number of connections made so far. */
  connections(): number;
  /** Cuts every connection without a word. */
  cut(): void;
}

/** A mail to `n<number>@example.com`. */
export function makeMail(number: number, urgent = false): SubmitRequest {
  return {
    attemptRef: `0192aa00000070008000${String(number).padStart(12, '0')}-1`,
    validForSeconds: 300,
    urgent,
    environment: 'live',
    submission: {
      kind: 'email',
      to: `n${number}@example.com`,
      from: null,
      subject: `mail ${number}`,
      text: `This is mail ${number}.`,
      html: `<p>This is mail <b>${number}</b>.</p>`,
    },
  };
}

function refusal(code: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: code });
}

/** Opens the server on a free port. */
export async function openForeignMailServer(options: SMTPServerOptions = {}): Promise<ForeignMailServer> {
  let mood: Mood = 'accept';
  let connections = 0;
  const numbers: number[] = [];
  const mails: TakenMail[] = [];
  const server = new SMTPServer({
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 10,
    onAuth: (auth, _session, done) => {
      if (auth.username === 'shop' && auth.password === 'pw-5e1f') done(null, { user: 'shop' });
      else done(refusal(535, `5.7.8 Authentication failed for ${auth.password}`));
    },
    onConnect: (_session, done) => {
      connections += 1;
      done();
    },
    onRcptTo: ({ address }, _session, done) => {
      numbers.push(Number(/^n(\d+)@/.exec(address)?.[1] ?? -1));
      const acts: Record<Mood, () => unknown> = {
        accept: () => done(),
        slow: () => done(),
        silent: () => done(),
        die: () => done(),
        refuse: () => done(refusal(550, '5.1.1 No such user here')),
        throttle: () => done(refusal(450, '4.7.0 You are sending at too high a rate')),
        echo_secrets: () => done(refusal(550, '5.7.1 Go away, shop with pw-5e1f and cHctNWUxZg==')),
      };
      acts[mood]();
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map((entry) => entry.address),
          content: Buffer.concat(chunks).toString('utf8'),
        });
        if (mood === 'die') listener.cut();
        else if (mood === 'slow') setTimeout(done, SLOW_MS);
        else if (mood !== 'silent') done();
      });
    },
    ...options,
  });
  server.on('error', () => {});
  const listener = await listenOn(server.server);
  return {
    settings: {
      host: '127.0.0.1',
      port: listener.port,
      security: 'none',
      user: 'shop',
      password: 'pw-5e1f',
      default_from: 'The Shop <orders@shop.example>',
      ehlo_name: 'client.example',
      max_connections: 2,
      connect_timeout_ms: 1000,
      answer_timeout_ms: 500,
      throttle_pause_ms: 20,
    },
    allow: [],
    secrets: ['pw-5e1f', 'cHctNWUxZg=='],
    mails,
    connections: () => connections,
    cut: listener.cut,
    setMood: (next) => {
      mood = next;
    },
    makeRequest: makeMail,
    seen: () => numbers,
    // Under TLS the sockets belong to their wrappers: destroyed beneath them they take Node 24 down with a fault of its own.
    goDown: options.secure ? () => new Promise((resolve) => server.close(resolve)) : listener.goDown,
    comeBack: listener.comeBack,
  };
}
