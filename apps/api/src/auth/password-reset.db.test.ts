import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Called, CONSOLE_ORIGIN, openTestApi, type Person } from '../testing.ts';
import { areAlike, timeInTurns } from './alike.case.ts';
import { type AuthRig, codeOf, cookiesOf, openAuthRig } from './auth-rig.case.ts';

let rig: AuthRig;
beforeAll(async () => {
  rig = await openAuthRig();
});
afterAll(() => rig.stop());

describe('A-11: a sign-in tells nobody who has an account', () => {
  it('by its words or its time', async () => {
    const person = await rig.somebody();
    const said = new Set<string>();
    const tryWith = async (email: string): Promise<void> => {
      const answered = await rig.auth('sign-in/email', { email, password: 'wrong-password' });
      said.add(`${answered.status} ${answered.text}`);
    };
    const took = await timeInTurns(
      () => tryWith(person.email),
      (round) => tryWith(`nobody${round}@example.com`),
    );
    expect([...said]).toHaveLength(1);
    expect(areAlike(took, 10), JSON.stringify(took)).toBe(true);
  });
});

describe('a forgotten password', () => {
  const ask = (email: string, locale = 'en'): Promise<Called> => rig.auth('password-reset', { email, locale });

  /** Asks for a link and reads it from the mail. */
  async function linkOf(person: Person): Promise<{ token: string; raw: string }> {
    expect((await ask(person.email)).status).toBe(200);
    await rig.api.services.auth.idle();
    const raw = rig.mails.findLast(({ to }) => to === person.email)?.raw ?? '';
    return { raw, token: /\/en\/reset#([\w-]{43})/.exec(raw)?.[1] ?? '' };
  }
  const choose = (token: string, newPassword = 'a-newer-password'): Promise<Called> =>
    rig.auth('reset-password', { token, newPassword });

  it('is chosen anew by the link of a mail, which ends every session and works once', async () => {
    const person = await rig.somebody();
    const [here, there] = [await rig.signIn(person), await rig.signIn(person)];
    const { token, raw } = await linkOf(person);
    expect(raw).toMatch(/^From: Signalbox <signalbox@example\.com>/m);
    expect(raw).toMatch(/^Auto-Submitted: auto-generated/m);
    expect(raw).toContain(`${CONSOLE_ORIGIN}/en/reset#`);
    const older = await linkOf(person);
    expect((await choose(token, 'short')).status).toBe(400);
    const together = await Promise.all([choose(token), choose(token), choose(token)]);
    expect(together.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
    expect(together.flatMap(({ headers }) => headers.getSetCookie())).toEqual([]);
    expect([await rig.isSignedIn(here), await rig.isSignedIn(there)]).toEqual([false, false]);
    expect((await rig.auth('sign-in/email', { ...person })).status).toBe(401);
    expect((await rig.auth('sign-in/email', { ...person, password: 'a-newer-password' })).status).toBe(200);
    // Links that were made before the change lead nowhere after it.
    expect((await choose(older.token, 'a-third-password')).json.code).toBe('INVALID_TOKEN');
  });

  it('S-16: leaves the second factor where it is', async () => {
    const { person, totpUri } = await rig.enrol();
    const { token } = await linkOf(person);
    expect((await choose(token)).status).toBe(200);
    const begun = await rig.auth('sign-in/email', { ...person, password: 'a-newer-password' });
    expect([begun.json.twoFactorRedirect, await rig.isSignedIn(cookiesOf(begun))]).toEqual([true, false]);
    const passed = await rig.auth('two-factor/verify-totp', { code: codeOf(totpUri) }, cookiesOf(begun));
    expect(await rig.isSignedIn(cookiesOf(passed))).toBe(true);
  });

  it('has a link for an hour, of which the database holds a hash', async () => {
    const person = await rig.somebody();
    const { token } = await linkOf(person);
    const { sql } = rig.api.services.database;
    const [row] = await sql<{ line: string; minutes: number }[]>`
      select to_jsonb(v)::text as line, extract(epoch from v.expires_at - now())::int / 60 as minutes
      from verification v join "user" u on u.id = v.value where u.email = ${person.email}`;
    expect(row?.line).not.toContain(token);
    expect(row?.minutes).toBeGreaterThanOrEqual(58);
    expect(row?.minutes).toBeLessThanOrEqual(60);
    await sql`update verification set expires_at = now() - interval '1 second'
      where value = (select id from "user" where email = ${person.email})`;
    expect((await choose(token)).status).toBe(400);
    expect((await rig.auth('sign-in/email', { ...person })).status).toBe(200);
  });

  it('A-11: is answered alike, in words and time, whether somebody has the address or not, and is mailed to nobody else', async () => {
    const person = await rig.somebody();
    const said = new Set<string>();
    const askFor = async (email: string): Promise<void> => {
      const answered = await ask(email);
      said.add(`${answered.status} ${answered.text}`);
    };
    const took = await timeInTurns(
      () => askFor(person.email),
      (round) => askFor(`nobody${round}@example.com`),
    );
    await rig.api.services.auth.idle();
    expect([...said]).toEqual(['200 {"status":true}']);
    expect(areAlike(took, 10), JSON.stringify(took)).toBe(true);
    expect(rig.mails.filter(({ to }) => to.startsWith('nobody'))).toEqual([]);
    // So many requests fill no inbox: five links are open at a time.
    expect(rig.mails.filter(({ to }) => to === person.email)).toHaveLength(5);
  });

  it('is answered however many ask at once: they hold up neither each other nor anything else', async () => {
    const people = await Promise.all(Array.from({ length: 4 }, () => rig.somebody()));
    const asked = await Promise.all(people.flatMap(({ email }) => Array.from({ length: 15 }, () => ask(email))));
    expect(new Set(asked.map(({ status }) => status))).toEqual(new Set([200]));
    await rig.api.services.auth.idle();
    const mailed = people.map(({ email }) => rig.mails.filter(({ to }) => to === email).length);
    expect(mailed).toEqual([5, 5, 5, 5]);
  });

  it('is asked for in the language of the page, by an address and nothing else', async () => {
    const person = await rig.somebody();
    await ask(person.email, 'es');
    await rig.api.services.auth.idle();
    expect(rig.mails.findLast(({ to }) => to === person.email)?.raw).toContain('/es/reset#');
    for (const body of [
      { email: 'no-address', locale: 'en' },
      { email: person.email, locale: 'xx' },
      { email: person.email, locale: 'en', user_id: 'usr_1' },
      { email: person.email, locale: 'en', callbackURL: 'https://evil.example' },
    ]) {
      expect([400, 403]).toContain((await rig.auth('password-reset', body)).status);
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
    const made = await rig.api.mutate('invitations.create', invite, { cookie: await rig.api.signIn(rig.shop) });
    expect(made.json.result.data.mailed).toBe(true);
    const raw = rig.mails.findLast(({ to }) => to === invite.email)?.raw ?? '';
    expect(raw).toContain(`/pt-BR/join#${made.json.result.data.token}`);
  });
});
