import { createHmac } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { AccountView, Role } from '@signalbox/contracts';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import { expect } from 'vitest';
import { createSystemMail, MAIL_TIMEOUTS } from '../system-mail.ts';
import { type Called, CONSOLE_ORIGIN, openTestApi, type Person, type Tenant, type TestApi } from '../testing.ts';

/** A mail that was taken: the recipient, and the mail as it came, its soft line breaks undone. */
interface TakenMail {
  to: string;
  raw: string;
}

/** An api with a workspace, a mail server that takes what the system sends, and what tests of the sign-in do over and over. */
export interface AuthRig {
  api: TestApi;
  shop: Tenant;
  /** What the mail server of the installation has taken, oldest first. */
  mails: TakenMail[];
  /** Somebody new of the shop, so that no test meets the sessions of another. */
  somebody(role?: Role): Promise<Person>;
  /** A call under /auth from an address of its own, so that the limits of sign-ins count each test for itself. */
  auth(path: string, body: unknown, cookie?: string, headers?: Record<string, string>): Promise<Called>;
  /** Signs in by the password alone and gives the cookies. */
  signIn(person: Person): Promise<string>;
  isSignedIn(cookie: string): Promise<boolean>;
  account(cookie: string): Promise<AccountView>;
  /** Somebody new with an authenticator, signed in. */
  enrol(role?: Role): Promise<Enrolled>;
  /** Sets an authenticator up for somebody who is signed in. */
  enrolAs(person: Person, cookie: string): Promise<Enrolled>;
  stop(): Promise<void>;
}

/** A person with an authenticator. */
export interface Enrolled {
  person: Person;
  cookie: string;
  totpUri: string;
  backupCodes: string[];
}

/** The cookies an answer sets, as the browser sends them from then on; those it takes away are left out. */
export const cookiesOf = (answered: Pick<Called, 'headers'>): string =>
  answered.headers
    .getSetCookie()
    .filter((cookie) => !/max-age=0/i.test(cookie))
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

/** The code an authenticator shows (RFC 6238: SHA-1, six digits, thirty seconds), from the address its QR code holds. */
export function codeOf(totpUri: string, atMs = Date.now()): string {
  const letters = new URL(totpUri).searchParams.get('secret') ?? '';
  const bits = [...letters].map((one) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(one).toString(2).padStart(5, '0'));
  const key = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((octet) => Number.parseInt(octet, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(atMs / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** Opens the rig; outgoing HTTP of the api may reach what is named and no other place inside. */
export async function openAuthRig(egressAllow: readonly string[] = []): Promise<AuthRig> {
  const mails: TakenMail[] = [];
  const mailServer = takeMails(mails);
  await new Promise<void>((resolve) => mailServer.listen(0, '127.0.0.1', resolve));
  const { port } = mailServer.server.address() as AddressInfo;
  const transport = createTransport({ url: `smtp://127.0.0.1:${port}`, ...MAIL_TIMEOUTS });
  const api = await openTestApi({}, createSystemMail(transport, 'Signalbox <signalbox@example.com>'), egressAllow);
  const shop = await api.addTenant('Shop');
  let calls = 0;
  const rig: AuthRig = {
    api,
    shop,
    mails,
    somebody(role = 'viewer') {
      calls += 1;
      return api.addPerson(shop, role, `person${calls}`);
    },
    auth(path, body, cookie = '', headers = {}) {
      calls += 1;
      return api.call('POST', `/auth/${path}`, {
        body,
        headers: { origin: CONSOLE_ORIGIN, cookie, 'x-forwarded-for': `198.51.100.${calls % 250}`, ...headers },
      });
    },
    async signIn({ email, password }) {
      const answered = await rig.auth('sign-in/email', { email, password });
      expect(answered.status).toBe(200);
      return cookiesOf(answered);
    },
    isSignedIn: async (cookie) => (await api.query('session.me', undefined, { cookie })).status === 200,
    account: async (cookie) => (await api.query('account.read', undefined, { cookie })).json.result.data,
    async enrol(role) {
      const person = await rig.somebody(role);
      return rig.enrolAs(person, await rig.signIn(person));
    },
    async enrolAs(person, before) {
      const begun = await rig.auth('two-factor/enable', { password: person.password }, before);
      const { totpURI: totpUri, backupCodes } = begun.json;
      const turned = await rig.auth('two-factor/verify-totp', { code: codeOf(totpUri) }, before);
      expect(turned.status).toBe(200);
      return { person, cookie: cookiesOf(turned), totpUri, backupCodes };
    },
    async stop() {
      await api.stop();
      await new Promise<void>((resolve) => mailServer.close(() => resolve()));
    },
  };
  return rig;
}

function takeMails(mails: TakenMail[]): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString().replaceAll('=\r\n', '');
        mails.push({ to: session.envelope.rcptTo[0]?.address ?? '', raw });
        done();
      });
    },
  });
}
