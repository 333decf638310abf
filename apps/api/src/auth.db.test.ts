import { createHmac } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { type AccountView, encodeId } from '@signalbox/contracts';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSystemMail, MAIL_TIMEOUTS } from './system-mail.ts';
import { type Called, CONSOLE_ORIGIN, openTestApi, type Person, type Tenant, type TestApi } from './testing.ts';

let api: TestApi;
let shop: Tenant;
let cookie: string;
let calls = 0;
/** What the mail server of the installation has taken: the recipient, and the mail as it came. */
const mails: { to: string; raw: string }[] = [];
const mailServer = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData(stream, session, done) {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      mails.push({ to: session.envelope.rcptTo[0]?.address ?? '', raw: Buffer.concat(parts).toString() });
      done();
    });
  },
});
beforeAll(async () => {
  await new Promise<void>((resolve) => mailServer.listen(0, '127.0.0.1', resolve));
  const { port } = mailServer.server.address() as AddressInfo;
  const transport = createTransport({ url: `smtp://127.0.0.1:${port}`, ...MAIL_TIMEOUTS });
  api = await openTestApi({}, createSystemMail(transport, 'Signalbox <signalbox@example.com>'));
  shop = await api.addTenant('Shop');
  cookie = await api.signIn(shop);
});
afterAll(async () => {
  await api.stop();
  await new Promise<void>((resolve) => mailServer.close(() => resolve()));
});

/** Somebody new, so that no test meets the sessions of another. */
function somebody(): Promise<Person> {
  calls += 1;
  return api.addPerson(shop, 'viewer', `person${calls}`);
}

/** A call under /auth from an address of its own, so that the limits of sign-ins count each test for itself. */
function auth(path: string, body: unknown, cookie = ''): Promise<Called> {
  calls += 1;
  return api.call('POST', `/auth/${path}`, {
    body,
    headers: { origin: CONSOLE_ORIGIN, cookie, 'x-forwarded-for': `198.51.100.${calls % 250}` },
  });
}

/** The cookies an answer sets, as the browser sends them from then on; those it takes away are left out. */
const cookiesOf = (answered: Called): string =>
  answered.headers
    .getSetCookie()
    .filter((cookie) => !/max-age=0/i.test(cookie))
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

async function signIn({ email, password }: Person): Promise<string> {
  const answered = await auth('sign-in/email', { email, password });
  expect(answered.status).toBe(200);
  return cookiesOf(answered);
}

const isSignedIn = async (cookie: string): Promise<boolean> =>
  (await api.query('session.me', undefined, { cookie })).status === 200;

const account = async (cookie: string): Promise<AccountView> =>
  (await api.query('account.read', undefined, { cookie })).json.result.data;

/** The code an authenticator shows (RFC 6238: SHA-1, six digits, thirty seconds), from the address its QR code holds. */
function codeOf(totpUri: string, atMs = Date.now()): string {
  const letters = new URL(totpUri).searchParams.get('secret') ?? '';
  const bits = [...letters].map((one) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(one).toString(2).padStart(5, '0'));
  const key = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((octet) => Number.parseInt(octet, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(atMs / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** A person with a second factor, signed in. */
async function enrol(): Promise<{ person: Person; cookie: string; totpUri: string; backupCodes: string[] }> {
  const person = await somebody();
  const before = await signIn(person);
  const { totpURI: totpUri, backupCodes } = (await auth('two-factor/enable', { password: person.password }, before))
    .json;
  const turned = await auth('two-factor/verify-totp', { code: codeOf(totpUri) }, before);
  expect(turned.status).toBe(200);
  return { person, cookie: cookiesOf(turned), totpUri, backupCodes };
}

describe('what better-auth could do besides', () => {
  it.each([
    'sign-up/email',
    'get-session',
    'list-sessions',
    'revoke-session',
    'revoke-sessions',
    'update-user',
    'update-session',
    'change-email',
    'delete-user',
    'verify-password',
    'list-accounts',
    'link-social',
    'sign-in/social',
    'callback/google',
    'reset-password/token',
    'send-verification-email',
    'two-factor/get-totp-uri',
    'two-factor/send-otp',
    'two-factor/verify-otp',
    'two-factor/view-backup-codes',
    'ok',
    'error',
    '/sign-in/email',
    'sign-in/email/',
    'sign-in%2Femail',
    'Sign-In/Email',
  ])('is not there: /auth/%s', async (path) => {
    for (const method of ['GET', 'POST']) {
      const answered = await api.call(method, `/auth/${path}`, {
        headers: { origin: CONSOLE_ORIGIN, cookie },
        ...(method === 'POST' ? { body: {} } : {}),
      });
      expect([method, answered.status, answered.json?.code]).toEqual([method, 404, 'not_found']);
    }
  });
});

describe('S-16: sessions', () => {
  it('are made anew by each sign-in, whatever cookie came along, and live beside each other', async () => {
    const person = await somebody();
    const first = await signIn(person);
    const again = await auth('sign-in/email', { ...person }, first);
    const second = cookiesOf(again);
    expect(second).not.toBe(first);
    expect([await isSignedIn(first), await isSignedIn(second)]).toEqual([true, true]);
    const planted = 'signalbox.session_token=chosen-by-somebody-else';
    const signed = await auth('sign-in/email', { ...person }, planted);
    expect(cookiesOf(signed)).not.toContain('chosen-by-somebody-else');
  });

  it('are listed to their person without their tokens, and end one by one or all but one, at once', async () => {
    const person = await somebody();
    const cookies = [await signIn(person), await signIn(person), await signIn(person)];
    const [kept = '', other = ''] = cookies;
    const { sessions } = await account(kept);
    expect(sessions).toHaveLength(3);
    expect(sessions.filter((one) => one.is_current)).toHaveLength(1);
    const tokens = cookies.map((cookie) => decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0] ?? '');
    for (const token of tokens) expect(JSON.stringify(sessions)).not.toContain(token);

    const current = (await account(other)).sessions.find((one) => one.is_current);
    expect((await api.mutate('account.endSession', { session_id: current?.id }, { cookie: kept })).status).toBe(200);
    expect(await Promise.all(cookies.map(isSignedIn))).toEqual([true, false, true]);
    const rest = await api.mutate('account.endOtherSessions', {}, { cookie: kept });
    expect(rest.json.result.data).toEqual({ ended: 1 });
    expect(await Promise.all(cookies.map(isSignedIn))).toEqual([true, false, false]);
  });

  it('of a person cannot be ended by a colleague', async () => {
    const mine = await signIn(await somebody());
    const theirs = await signIn(await somebody());
    const [session] = (await account(theirs)).sessions;
    const answered = await api.mutate('account.endSession', { session_id: session?.id }, { cookie: mine });
    expect([answered.status, await isSignedIn(theirs)]).toEqual([404, true]);
  });

  it('all end with a new password but the one that is made with it, whatever the caller asks for', async () => {
    const person = await somebody();
    const [here, there] = [await signIn(person), await signIn(person)];
    const change = { currentPassword: person.password, newPassword: 'another-password' };
    const changed = await auth('change-password', { ...change, revokeOtherSessions: false }, here);
    expect(changed.status).toBe(200);
    expect([await isSignedIn(here), await isSignedIn(there), await isSignedIn(cookiesOf(changed))]).toEqual([
      false,
      false,
      true,
    ]);
    expect((await auth('sign-in/email', { ...person })).status).toBe(401);
    expect((await auth('sign-in/email', { ...person, password: 'another-password' })).status).toBe(200);
  });

  it('that take the place of another go on in its workspace', async () => {
    const person = await somebody();
    const second = await api.addTenant('Second');
    const { sql } = api.services.database;
    await sql`insert into membership (user_id, workspace, role)
      select id, ${second.number}, 'viewer' from "user" where email = ${person.email}`;
    const workspaceOf = async (of: string): Promise<string> =>
      (await api.query('session.me', undefined, { cookie: of })).json.result.data.workspace.name;
    const first = await signIn(person);
    expect(await workspaceOf(first)).toBe('Shop');
    await api.mutate('session.switch', { id: encodeId('workspace', second.id) }, { cookie: first });
    const change = { currentPassword: person.password, newPassword: 'another-password' };
    const changed = cookiesOf(await auth('change-password', change, first));
    expect(await workspaceOf(changed)).toBe('Second');
    const { totpURI } = (await auth('two-factor/enable', { password: 'another-password' }, changed)).json;
    const on = cookiesOf(await auth('two-factor/verify-totp', { code: codeOf(totpURI) }, changed));
    expect(await workspaceOf(on)).toBe('Second');
    const off = cookiesOf(await auth('two-factor/disable', { password: 'another-password' }, on));
    expect(await workspaceOf(off)).toBe('Second');
  });

  it('and the password stay as they are when the old one is wrong or the new one too short', async () => {
    const person = await somebody();
    const cookie = await signIn(person);
    for (const change of [
      { currentPassword: 'not-the-password', newPassword: 'another-password' },
      { currentPassword: person.password, newPassword: 'short' },
    ]) {
      expect((await auth('change-password', change, cookie)).status).toBe(400);
    }
    expect(await isSignedIn(cookie)).toBe(true);
    expect((await auth('sign-in/email', { ...person })).status).toBe(200);
  });

  it('all end in the transaction that stores a new password, whoever stores it', async () => {
    const person = await somebody();
    const cookie = await signIn(person);
    await api.services.auth.ensureUser({ email: person.email, name: 'Same', password: person.password });
    expect(await isSignedIn(cookie)).toBe(true);
    await api.services.auth.ensureUser({ email: person.email, name: 'Same', password: 'set-by-the-operator' });
    expect(await isSignedIn(cookie)).toBe(false);
  });
});

describe('S-16: the second factor', () => {
  it('is on from its first code, which ends every session but the one that is made with it', async () => {
    const person = await somebody();
    const [here, there] = [await signIn(person), await signIn(person)];
    expect((await auth('two-factor/enable', { password: 'not-the-password' }, here)).status).toBe(400);
    const { totpURI, backupCodes } = (await auth('two-factor/enable', { password: person.password }, here)).json;
    expect(backupCodes).toHaveLength(10);
    expect((await auth('two-factor/verify-totp', { code: '000000' }, here)).status).toBe(401);
    expect((await account(here)).has_second_factor).toBe(false);
    expect(cookiesOf(await auth('sign-in/email', { ...person }))).toContain('session_token=');

    const turned = await auth('two-factor/verify-totp', { code: codeOf(totpURI) }, here);
    const fresh = cookiesOf(turned);
    expect([await isSignedIn(here), await isSignedIn(there), await isSignedIn(fresh)]).toEqual([false, false, true]);
    expect((await account(fresh)).has_second_factor).toBe(true);
    const [stored] = await api.services.database.sql<{ line: string }[]>`
      select to_jsonb(t)::text as line from two_factor t join "user" u on u.id = t.user_id where u.email = ${person.email}`;
    expect(stored?.line).not.toContain(new URL(totpURI).searchParams.get('secret'));
    for (const code of backupCodes) expect(stored?.line).not.toContain(code);
  });

  it('stands between the password and the session: nothing opens before it, and a browser is not trusted to skip it', async () => {
    const { person, totpUri } = await enrol();
    const begun = await auth('sign-in/email', { ...person });
    expect(begun.json).toEqual({ twoFactorRedirect: true, twoFactorMethods: ['totp'] });
    const waiting = cookiesOf(begun);
    expect(waiting).not.toContain('session_token=');
    expect(await isSignedIn(waiting)).toBe(false);
    for (const path of [
      'change-password',
      'two-factor/enable',
      'two-factor/disable',
      'two-factor/generate-backup-codes',
    ]) {
      const body = { password: person.password, currentPassword: person.password, newPassword: 'another-password' };
      expect([path, (await auth(path, body, waiting)).status]).toEqual([path, 401]);
    }
    const passed = await auth('two-factor/verify-totp', { code: codeOf(totpUri), trustDevice: true }, waiting);
    expect(await isSignedIn(cookiesOf(passed))).toBe(true);
    expect(cookiesOf(passed)).not.toContain('trust');
    expect((await auth('sign-in/email', { ...person }, cookiesOf(passed))).json.twoFactorRedirect).toBe(true);
    // The proof that the password was right is used up.
    expect((await auth('two-factor/verify-totp', { code: codeOf(totpUri) }, waiting)).status).toBe(401);
  });

  it('takes five wrong codes, at once or one after the other, then the sign-in begins again', async () => {
    const { person, totpUri } = await enrol();
    const waiting = cookiesOf(await auth('sign-in/email', { ...person }));
    const wrong = codeOf(totpUri, Date.now() + 3_600_000);
    const together = await Promise.all(
      Array.from({ length: 8 }, () => auth('two-factor/verify-totp', { code: wrong }, waiting)),
    );
    expect(together.every(({ status }) => status >= 400)).toBe(true);
    let tested = together.filter(({ json }) => json.code === 'INVALID_CODE').length;
    for (let tries = 0; tries < 6; tries += 1) {
      const answered = await auth('two-factor/verify-totp', { code: wrong }, waiting);
      if (answered.json.code === 'INVALID_CODE') tested += 1;
    }
    expect(tested).toBeLessThanOrEqual(5);
    expect((await auth('two-factor/verify-totp', { code: codeOf(totpUri) }, waiting)).status).toBeGreaterThanOrEqual(
      400,
    );
  });

  it('R-03: takes each code of the authenticator for one sign-in, of several at once too', async () => {
    const { person, totpUri } = await enrol();
    const waiting = [];
    for (let one = 0; one < 4; one += 1) waiting.push(cookiesOf(await auth('sign-in/email', { ...person })));
    const code = codeOf(totpUri);
    const together = await Promise.all(waiting.map((of) => auth('two-factor/verify-totp', { code }, of)));
    expect(together.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401]);
    expect(together.filter(({ headers }) => headers.getSetCookie().join().includes('session_token=')).length).toBe(1);
    const next = codeOf(totpUri, Date.now() + 30_000);
    const late = cookiesOf(await auth('sign-in/email', { ...person }));
    expect((await auth('two-factor/verify-totp', { code }, late)).status).toBe(401);
    expect((await auth('two-factor/verify-totp', { code: next }, late)).status).toBe(200);
  });

  it('takes each backup code once, and none of those that were replaced', async () => {
    const { person, backupCodes, cookie } = await enrol();
    const [code = '', other = ''] = backupCodes;
    const enter = async (using: string): Promise<number> => {
      const waiting = cookiesOf(await auth('sign-in/email', { ...person }));
      return (await auth('two-factor/verify-backup-code', { code: using, disableSession: true }, waiting)).status;
    };
    expect(await enter(code)).toBe(200);
    expect(await enter(code)).toBe(401);
    const made = await auth('two-factor/generate-backup-codes', { password: person.password }, cookie);
    expect(made.json.backupCodes).toHaveLength(10);
    expect([await enter(other), await enter(made.json.backupCodes[0])]).toEqual([401, 200]);
  });

  it('is switched off with the password alone, which ends every session but the one that is made with it', async () => {
    const { person, cookie, totpUri } = await enrol();
    const waiting = cookiesOf(await auth('sign-in/email', { ...person }));
    const elsewhere = cookiesOf(await auth('two-factor/verify-totp', { code: codeOf(totpUri) }, waiting));
    expect((await auth('two-factor/disable', { password: 'not-the-password' }, cookie)).status).toBe(400);
    const off = await auth('two-factor/disable', { password: person.password }, cookie);
    expect([await isSignedIn(cookie), await isSignedIn(elsewhere), await isSignedIn(cookiesOf(off))]).toEqual([
      false,
      false,
      true,
    ]);
    expect(await isSignedIn(await signIn(person))).toBe(true);
  });

  it('is not waited for any longer once the password has changed', async () => {
    const { person, cookie, totpUri } = await enrol();
    const waiting = cookiesOf(await auth('sign-in/email', { ...person }));
    const change = { currentPassword: person.password, newPassword: 'another-password' };
    expect((await auth('change-password', change, cookie)).status).toBe(200);
    expect((await auth('two-factor/verify-totp', { code: codeOf(totpUri) }, waiting)).status).toBe(401);
  });
});

describe('A-11: a sign-in tells nobody who has an account', () => {
  it('by its words or its time', async () => {
    const person = await somebody();
    const took: Record<string, number[]> = { known: [], unknown: [] };
    const said = new Set<string>();
    for (let round = 0; round < 15; round += 1) {
      for (const [kind, email] of [
        ['known', person.email],
        ['unknown', `nobody${round}@example.com`],
      ] as const) {
        const startedMs = performance.now();
        const answered = await auth('sign-in/email', { email, password: 'wrong-password' });
        took[kind]?.push(performance.now() - startedMs);
        said.add(`${answered.status} ${answered.text}`);
      }
    }
    expect([...said]).toHaveLength(1);
    // The quickest of each: what a busy machine adds is not of the work.
    const ratio = Math.min(...(took.known ?? [])) / Math.min(...(took.unknown ?? []));
    expect(ratio).toBeGreaterThan(0.67);
    expect(ratio).toBeLessThan(1.5);
  });
});

describe('a forgotten password', () => {
  const ask = (email: string, locale = 'en'): Promise<Called> => auth('password-reset', { email, locale });

  /** Asks for a link and reads it from the mail. */
  async function linkOf(person: Person): Promise<{ token: string; raw: string }> {
    expect((await ask(person.email)).status).toBe(200);
    await api.services.auth.idle();
    const raw = (mails.findLast(({ to }) => to === person.email)?.raw ?? '').replaceAll('=\r\n', '');
    return { raw, token: /\/en\/reset#([\w-]{43})/.exec(raw)?.[1] ?? '' };
  }
  const choose = (token: string, newPassword = 'a-newer-password'): Promise<Called> =>
    auth('reset-password', { token, newPassword });

  it('is chosen anew by the link of a mail, which ends every session and works once', async () => {
    const person = await somebody();
    const [here, there] = [await signIn(person), await signIn(person)];
    const { token, raw } = await linkOf(person);
    expect(raw).toMatch(/^From: Signalbox <signalbox@example\.com>/m);
    expect(raw).toMatch(/^Auto-Submitted: auto-generated/m);
    expect(raw).toContain(`${CONSOLE_ORIGIN}/en/reset#`);
    const older = await linkOf(person);
    expect((await choose(token, 'short')).status).toBe(400);
    const together = await Promise.all([choose(token), choose(token), choose(token)]);
    expect(together.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
    expect(together.flatMap(({ headers }) => headers.getSetCookie())).toEqual([]);
    expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([false, false]);
    expect((await auth('sign-in/email', { ...person })).status).toBe(401);
    expect((await auth('sign-in/email', { ...person, password: 'a-newer-password' })).status).toBe(200);
    // Links that were made before the change lead nowhere after it.
    expect((await choose(older.token, 'a-third-password')).json.code).toBe('INVALID_TOKEN');
  });

  it('S-16: leaves the second factor where it is', async () => {
    const { person, totpUri } = await enrol();
    const { token } = await linkOf(person);
    expect((await choose(token)).status).toBe(200);
    const begun = await auth('sign-in/email', { ...person, password: 'a-newer-password' });
    expect([begun.json.twoFactorRedirect, await isSignedIn(cookiesOf(begun))]).toEqual([true, false]);
    const passed = await auth('two-factor/verify-totp', { code: codeOf(totpUri) }, cookiesOf(begun));
    expect(await isSignedIn(cookiesOf(passed))).toBe(true);
  });

  it('has a link for an hour, of which the database holds a hash', async () => {
    const person = await somebody();
    const { token } = await linkOf(person);
    const { sql } = api.services.database;
    const [row] = await sql<{ line: string; minutes: number }[]>`
      select to_jsonb(v)::text as line, extract(epoch from v.expires_at - now())::int / 60 as minutes
      from verification v join "user" u on u.id = v.value where u.email = ${person.email}`;
    expect(row?.line).not.toContain(token);
    expect(row?.minutes).toBeGreaterThanOrEqual(58);
    expect(row?.minutes).toBeLessThanOrEqual(60);
    await sql`update verification set expires_at = now() - interval '1 second'
      where value = (select id from "user" where email = ${person.email})`;
    expect((await choose(token)).status).toBe(400);
    expect((await auth('sign-in/email', { ...person })).status).toBe(200);
  });

  it('A-11: is answered alike, in words and time, whether somebody has the address or not, and is mailed to nobody else', async () => {
    const person = await somebody();
    const took: Record<string, number[]> = { known: [], unknown: [] };
    const said = new Set<string>();
    for (let round = 0; round < 15; round += 1) {
      for (const [kind, email] of [
        ['known', person.email],
        ['unknown', `nobody${round}@example.com`],
      ] as const) {
        const startedMs = performance.now();
        const answered = await ask(email);
        took[kind]?.push(performance.now() - startedMs);
        said.add(`${answered.status} ${answered.text}`);
        await api.services.auth.idle();
      }
    }
    expect([...said]).toEqual(['200 {"status":true}']);
    const difference = Math.min(...(took.known ?? [])) - Math.min(...(took.unknown ?? []));
    expect(Math.abs(difference)).toBeLessThan(10);
    expect(mails.filter(({ to }) => to.startsWith('nobody'))).toEqual([]);
    // Fifteen requests fill no inbox: five links are open at a time.
    expect(mails.filter(({ to }) => to === person.email)).toHaveLength(5);
  });

  it('is asked for in the language of the page, by an address and nothing else', async () => {
    const person = await somebody();
    await ask(person.email, 'es');
    await api.services.auth.idle();
    expect(mails.findLast(({ to }) => to === person.email)?.raw).toContain('/es/reset#');
    for (const body of [
      { email: 'no-address', locale: 'en' },
      { email: person.email, locale: 'xx' },
      { email: person.email, locale: 'en', user_id: 'usr_1' },
      { email: person.email, locale: 'en', callbackURL: 'https://evil.example' },
    ]) {
      expect((await auth('password-reset', body)).status).toBe(400);
    }
  });

  it('whose mail the server does not take is answered the same, and logged', async () => {
    const other = await openTestApi({}, () => Promise.reject(new Error('550 no such mailbox')));
    try {
      const tenant = await other.addTenant('Other');
      const body = { email: tenant.email, locale: 'en' };
      const answered = await other.call('POST', '/auth/password-reset', { body, headers: { origin: CONSOLE_ORIGIN } });
      expect([answered.status, answered.text]).toEqual([200, '{"status":true}']);
      await other.services.auth.idle();
      expect(other.logged.map(({ message }) => message)).toContain(
        'The mail with a link for a new password was not sent.',
      );
    } finally {
      await other.stop();
    }
  });

  it('is refused in words where the installation sends no mail', async () => {
    const quiet = await openTestApi();
    try {
      const answered = await quiet.call('POST', '/auth/password-reset', {
        body: { email: 'nobody@example.com', locale: 'en' },
        headers: { origin: CONSOLE_ORIGIN },
      });
      expect([answered.status, answered.json.code]).toEqual([400, 'MAIL_NOT_SET_UP']);
    } finally {
      await quiet.stop();
    }
  });
});

describe('an invitation', () => {
  it('is mailed in the language of who invites, and its link joins', async () => {
    const invite = { email: 'guest@example.com', role: 'viewer', locale: 'pt-BR' };
    const made = await api.mutate('invitations.create', invite, { cookie });
    expect(made.json.result.data.mailed).toBe(true);
    const raw = (mails.findLast(({ to }) => to === invite.email)?.raw ?? '').replaceAll('=\r\n', '');
    expect(raw).toContain(`/pt-BR/join#${made.json.result.data.token}`);
  });
});

describe('the audit log', () => {
  it('has what a person does with the own account: sign-in behind the second factor, password, factor, sessions, name', async () => {
    const { person, totpUri, cookie: enrolled } = await enrol();
    const waiting = cookiesOf(await auth('sign-in/email', { ...person }));
    await auth('two-factor/verify-totp', { code: codeOf(totpUri) }, waiting);
    await api.mutate('account.endOtherSessions', {}, { cookie: enrolled });
    await api.mutate('account.rename', { name: 'Nora New' }, { cookie: enrolled });
    const off = cookiesOf(await auth('two-factor/disable', { password: person.password }, enrolled));
    const change = { currentPassword: person.password, newPassword: 'another-password' };
    await auth('change-password', change, off);
    await auth('password-reset', { email: person.email, locale: 'en' });
    await api.services.auth.idle();
    const raw = (mails.findLast(({ to }) => to === person.email)?.raw ?? '').replaceAll('=\r\n', '');
    const token = /\/en\/reset#([\w-]{43})/.exec(raw)?.[1] ?? '';
    expect((await auth('reset-password', { token, newPassword: 'a-third-password' })).status).toBe(200);
    const entries = await api.services.database.sql<{ action: string; after: unknown }[]>`
      select action, after from audit_entry
      where object_id = (select id from "user" where email = ${person.email}) order by seq`;
    expect(entries).toEqual([
      { action: 'session.signed_in', after: null },
      { action: 'account.changed', after: { operation: 'two-factor/verify-totp' } },
      { action: 'session.signed_in', after: null },
      { action: 'session.revoked', after: { sessions: 1 } },
      { action: 'account.changed', after: { name: 'Nora New' } },
      { action: 'account.changed', after: { operation: 'two-factor/disable' } },
      { action: 'account.password_changed', after: null },
      { action: 'account.password_changed', after: { operation: 'reset-password' } },
    ]);
  });
});
