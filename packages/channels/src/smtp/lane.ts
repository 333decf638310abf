import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SmtpSettings } from './manifest.ts';
import type { SmtpFailure } from './translate.ts';

/** A composed mail with its envelope. */
export interface ComposedMail {
  from: string;
  to: string;
  bytes: Buffer;
}

/** How a mail ended; `stale` marks a connection the server had dropped before it took anything, so that the mail may simply go again. */
export type LaneResult = { ok: true } | { ok: false; failure: SmtpFailure; stale: boolean };

/** What a lane tells its owner. */
export interface LaneHooks {
  onReady: (lane: Lane) => void;
  /** The connection is gone; `failure` is null when the server ended an idle one. `wasReady` is false when it never came up. */
  onDown: (lane: Lane, failure: SmtpFailure | null, wasReady: boolean) => void;
}

interface Delivery {
  contentLeft: boolean;
  timer: NodeJS.Timeout;
  done: (result: LaneResult) => void;
}

/** What nodemailer puts on its errors. */
type ReplyError = Error & { code?: string; responseCode?: number; response?: string };

/**
 * One connection to the mail server. nodemailer's own pool sends a mail again when a connection closes under it, whatever the
 * server had taken by then; here every mail is written once and the point where its content left is known.
 */
export class Lane {
  readonly name: string;
  state: 'closed' | 'connecting' | 'ready' | 'busy' = 'closed';
  sinceMs = 0;
  submittedTotal = 0;
  readonly #settings: SmtpSettings;
  readonly #hooks: LaneHooks;
  #connection: SMTPConnection | undefined;
  #delivery: Delivery | undefined;
  #setupTimer: NodeJS.Timeout | undefined;
  #used = 0;

  constructor(name: string, settings: SmtpSettings, hooks: LaneHooks) {
    this.name = name;
    this.#settings = settings;
    this.#hooks = hooks;
  }

  /** Connects, upgrades and signs in; onReady or onDown follows. */
  open(): void {
    if (this.state !== 'closed') return;
    this.state = 'connecting';
    this.#used = 0;
    const connection = new SMTPConnection(toOptions(this.#settings));
    this.#connection = connection;
    const fail = (error: ReplyError | undefined): void => this.#drop(connection, error);
    connection.on('error', fail);
    connection.once('end', () => fail(undefined));
    // One limit for the whole way to a usable session: a server that accepts and then hangs is down as well.
    const limitMs = this.#settings.connect_timeout_ms;
    this.#setupTimer = setTimeout(() => fail(new Error(`not connected and signed in within ${limitMs} ms`)), limitMs);
    connection.connect((error) => {
      if (error) fail(error);
      else this.#signIn(connection, fail);
    });
  }

  /** Hands over one mail on a ready lane; `done` is called once. */
  send(mail: ComposedMail, done: (result: LaneResult) => void): void {
    const connection = this.#connection;
    if (this.state !== 'ready' || connection === undefined) {
      done({
        ok: false,
        failure: { text: 'the connection is not ready', code: undefined, contentLeft: false },
        stale: true,
      });
      return;
    }
    this.state = 'busy';
    const limitMs = this.#settings.answer_timeout_ms;
    const timer = setTimeout(() => this.#drop(connection, new Error(`no answer within ${limitMs} ms`)), limitMs);
    const delivery: Delivery = { contentLeft: false, timer, done };
    this.#delivery = delivery;
    // Read only once the server said 354: asking for the content is the moment it leaves.
    const content = new Readable({
      read() {
        delivery.contentLeft = true;
        this.push(mail.bytes);
        this.push(null);
      },
    });
    connection.send({ from: mail.from, to: [mail.to], size: mail.bytes.length }, content, (error) => {
      if (this.#delivery === delivery) this.#finish(connection, error);
    });
  }

  /** Hangs up; a mail under way ends as a failure. */
  close(): void {
    if (this.#connection) this.#drop(this.#connection, new Error('the provider was closed'));
  }

  #signIn(connection: SMTPConnection, fail: (error: ReplyError | undefined) => void): void {
    if (this.#connection !== connection) return;
    const { user, password } = this.#settings;
    if (user === '') {
      this.#ready();
      return;
    }
    connection.login({ user, credentials: { user, pass: password } }, (error) => {
      if (error) fail(error);
      else if (this.#connection === connection) this.#ready();
    });
  }

  #ready(): void {
    clearTimeout(this.#setupTimer);
    this.state = 'ready';
    this.#hooks.onReady(this);
  }

  #finish(connection: SMTPConnection, error: ReplyError | null): void {
    this.#used += 1;
    const isIntact = error === null || isAboutMailOnly(error);
    if (!isIntact) {
      this.#drop(connection, error);
      return;
    }
    const delivery = this.#take();
    if (error === null) {
      this.submittedTotal += 1;
      this.#next(connection);
    } else {
      // The refused mail may have left a transaction open: the next one must not join it (reliability F-14).
      connection.reset((resetError) => {
        if (resetError) this.#drop(connection, undefined);
        else this.#next(connection);
      });
    }
    delivery?.done(
      error === null ? { ok: true } : { ok: false, failure: toFailure(error, delivery.contentLeft), stale: false },
    );
  }

  #next(connection: SMTPConnection): void {
    if (this.#connection !== connection) return;
    if (this.#used < this.#settings.messages_per_connection) {
      this.state = 'ready';
      // Not from inside the answer of the mail before: its owner settles that first.
      setImmediate(() => {
        if (this.#connection === connection && this.state === 'ready') this.#hooks.onReady(this);
      });
      return;
    }
    connection.quit();
    this.#drop(connection, undefined);
  }

  #drop(connection: SMTPConnection, error: ReplyError | undefined): void {
    if (this.#connection !== connection) return;
    clearTimeout(this.#setupTimer);
    const wasReady = this.state === 'ready' || this.state === 'busy';
    const wasUsed = this.#used > 0;
    this.#connection = undefined;
    this.state = 'closed';
    const delivery = this.#take();
    connection.close();
    if (delivery) {
      const failure = toFailure(error ?? new Error('the server closed the connection'), delivery.contentLeft);
      const stale = wasUsed && !delivery.contentLeft && failure.code === undefined;
      delivery.done({ ok: false, failure, stale });
    }
    this.#hooks.onDown(this, error ? toFailure(error, false) : null, wasReady);
  }

  #take(): Delivery | undefined {
    const delivery = this.#delivery;
    this.#delivery = undefined;
    clearTimeout(delivery?.timer);
    return delivery;
  }
}

function isAboutMailOnly(error: ReplyError): boolean {
  return (error.code === 'EENVELOPE' || error.code === 'EMESSAGE') && error.responseCode !== 421;
}

function toFailure(error: ReplyError, contentLeft: boolean): SmtpFailure {
  return { text: error.response ?? error.message, code: error.responseCode, contentLeft };
}

function toOptions(settings: SmtpSettings): ConstructorParameters<typeof SMTPConnection>[0] {
  const { security, tls_ca: ca } = settings;
  return {
    host: settings.host,
    port: settings.port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    name: settings.ehlo_name === '' ? undefined : settings.ehlo_name,
    connectionTimeout: settings.connect_timeout_ms,
    greetingTimeout: settings.connect_timeout_ms,
    socketTimeout: Math.max(settings.answer_timeout_ms, 120_000),
    socketCloseTimeout: 1000,
    tls: { minVersion: 'TLSv1.2', ...(ca === '' ? {} : { ca: [ca] }) },
    logger: false,
  };
}
