import { encodeId, type Role } from '@signalbox/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Called, CONSOLE_ORIGIN, type Tenant } from '../testing.ts';
import { codeOf, cookiesOf } from './auth-rig.case.ts';
import { CLIENT, type IdentityProvider, openIdentityProvider } from './identity-provider.case.ts';
import { openSignOnRig, placeOf, type SignOnRig } from './sign-on-rig.case.ts';

let provider: IdentityProvider;
let rig: SignOnRig;
let shopId: string;
beforeAll(async () => {
  provider = await openIdentityProvider();
  rig = await openSignOnRig(provider);
  shopId = encodeId('workspace', rig.shop.id);
});
afterAll(async () => {
  await rig.stop();
  await provider.close();
});

const codeOfError = (answered: Called) => answered.json.error?.data.errors[0]?.code ?? answered.json.error?.data.code;
const mapping = {
  name: 'groups',
  roles: [
    { value: 'admins', role: 'engineer' },
    { value: 'staff', role: 'support' },
  ],
};
const remove = async (cookie = rig.owner): Promise<Called> => {
  const version = (await rig.rules(cookie)).single_sign_on?.version;
  return rig.api.mutate('signIn.removeSingleSignOn', { version }, { cookie });
};

/** A second workspace of the organisation of the shop, of the owner of the shop unless told. */
async function addWorkspace(name: string, cookie = rig.owner): Promise<string> {
  const made = await rig.api.mutate('organisation.addWorkspace', { name }, { cookie });
  await rig.api.mutate('session.switch', { id: shopId }, { cookie });
  return made.json.result.data.id;
}

describe('who joins through the single sign-on', () => {
  it('is nobody who was not invited, when the owner says so; an invitation of the address is taken by itself', async () => {
    expect((await rig.save({ joins: null })).status).toBe(200);
    const claims = rig.newcomer();
    const refused = await rig.signOn(claims);
    expect(placeOf(refused)).toBe(`${CONSOLE_ORIGIN}/en/sign-in?problem=not_invited`);
    const rows = await rig.api.services.database.sql`select from "user" where email = ${String(claims.email)}`;
    expect(rows).toHaveLength(0);

    const invite = { email: claims.email, role: 'compliance' };
    const made = await rig.api.mutate('invitations.create', invite, { cookie: rig.owner });
    const { token } = made.json.result.data;
    const open = (await rig.api.query('invitations.read', { token }, {})).json.result.data;
    expect(open.single_sign_on).toEqual({
      organisation_id: (await rig.rules()).organisation.id,
      name: 'Shop login',
    });
    expect(await rig.me(cookiesOf(await rig.signOn(claims)))).toMatchObject({ role: 'compliance' });
    expect((await rig.api.query('invitations.read', { token }, {})).status).toBe(404);
    expect((await rig.save()).status).toBe(200);
  });

  it.each<[string, object, Role | null]>([
    ['the first value that fits', { groups: ['staff', 'admins'] }, 'engineer'],
    ['one value', { groups: 'staff' }, 'support'],
    ['no value that fits, and no role for the rest', { groups: ['guests'] }, null],
    ['no claim', {}, null],
  ])('is as what the claim says: %s', async (_what, claims, role) => {
    expect((await rig.save({ joins: { workspace_id: shopId, role: null, claim: mapping } })).status).toBe(200);
    const answered = await rig.signOn(rig.newcomer(claims));
    if (role === null) expect(placeOf(answered)).toContain('problem=no_role');
    else expect((await rig.me(cookiesOf(answered)))?.role).toBe(role);
  });

  it('is found in claims that hold others, and the role follows them at each sign-in', async () => {
    const claim = { ...mapping, name: 'realm_access.roles' };
    expect((await rig.save({ joins: { workspace_id: shopId, role: 'viewer', claim } })).status).toBe(200);
    const claims = rig.newcomer({ realm_access: { roles: ['admins'] } });
    const first = cookiesOf(await rig.signOn(claims));
    expect((await rig.me(first))?.role).toBe('engineer');
    await rig.signOn({ ...claims, realm_access: { roles: [] } });
    expect((await rig.me(first))?.role).toBe('viewer');
    const entries = await rig.api.services.database.sql<{ action: string; before: object; after: object }[]>`
      select action, before, after from audit_entry where action like 'member.%'
        and object_id = (select id from "user" where email = ${String(claims.email)}) order by seq`;
    expect(entries).toMatchObject([
      { action: 'member.joined', before: null, after: { role: 'engineer', single_sign_on: 'Shop login' } },
      { action: 'member.role_changed', before: { role: 'engineer' }, after: { role: 'viewer' } },
    ]);
  });

  it('never takes the last owner away', async () => {
    const joins = { workspace_id: shopId, role: 'viewer', claim: mapping };
    expect((await rig.save({ joins, domains: ['shop.example', 'example.com'] })).status).toBe(200);
    const cookie = cookiesOf(await rig.signOn(rig.newcomer({ email: rig.shop.email })));
    expect((await rig.me(cookie))?.role).toBe('owner');
    expect((await rig.save()).status).toBe(200);
  });
});

describe('S-01: a session of the single sign-on', () => {
  it('reaches the workspaces of its organisation alone, and tells no other that it is there', async () => {
    const person = await rig.somebody();
    const elsewhere = await rig.api.addTenant('Elsewhere');
    const { sql } = rig.api.services.database;
    await sql`insert into membership (user_id, workspace, role)
      select id, ${elsewhere.number}, 'owner' from "user" where email = ${person.email}`;
    const password = await rig.signIn(person);
    expect((await rig.save({ domains: ['shop.example', 'example.com'] })).status).toBe(200);
    const cookie = cookiesOf(await rig.signOn(rig.newcomer({ email: person.email })));

    expect((await rig.me(cookie))?.workspaces.map(({ name }) => name)).not.toContain('Elsewhere');
    const target = { id: encodeId('workspace', elsewhere.id) };
    expect((await rig.api.mutate('session.switch', target, { cookie })).status).toBe(404);
    const shown = { 'signalbox-workspace': target.id };
    const again = await rig.signOn(rig.newcomer({ email: person.email, sub: 'subject-of-before' }), { headers: shown });
    expect(placeOf(again)).toContain('problem=other_person');
    await sql`update session set active_workspace = ${elsewhere.number} where method = 'single_sign_on'`;
    expect((await rig.me(cookie))?.workspace.name).not.toBe('Elsewhere');
    const written = await sql`select action from audit_entry where workspace = ${elsewhere.number}
      and after @> '{"by": "single_sign_on"}'`;
    expect(written).toHaveLength(0);

    // What is of the person is left alone: sessions of elsewhere, name, passkeys.
    const { sessions } = await rig.account(cookie);
    expect(sessions.every(({ method }) => method === 'single_sign_on')).toBe(true);
    const theirs = (await rig.account(password)).sessions.find((one) => one.is_current);
    expect((await rig.api.mutate('account.endSession', { session_id: theirs?.id }, { cookie })).status).toBe(404);
    await rig.api.mutate('account.endOtherSessions', {}, { cookie });
    expect(await rig.isSignedIn(password)).toBe(true);
    for (const [path, input] of [
      ['account.rename', { name: 'Mallory' }],
      ['account.renamePasskey', { passkey_id: encodeId('passkey', elsewhere.id), name: 'Mine' }],
    ] as const) {
      expect([path, (await rig.api.mutate(path, input, { cookie })).status]).toEqual([path, 403]);
    }
  });

  it('joins no workspace of another organisation', async () => {
    const claims = rig.newcomer();
    const cookie = cookiesOf(await rig.signOn(claims));
    const other = await rig.api.addTenant('Inviting');
    const invite = { email: claims.email, role: 'viewer' };
    const made = await rig.api.mutate('invitations.create', invite, { cookie: await rig.api.signIn(other) });
    const { token } = made.json.result.data;
    const refused = await rig.api.mutate('invitations.join', { token }, { cookie });
    expect([refused.status, refused.json.error.data.code]).toEqual([403, 'forbidden']);
    expect((await rig.api.query('invitations.read', { token }, {})).status).toBe(200);
  });

  it('has no second way in: nobody without a password gets a link to choose one', async () => {
    const claims = rig.newcomer();
    await rig.signOn(claims);
    expect((await rig.auth('password-reset', { email: claims.email, locale: 'en' })).status).toBe(200);
    await rig.api.services.auth.idle();
    expect(rig.mails.filter(({ to }) => to === claims.email)).toEqual([]);
  });

  it('changes nothing of the sign-in without the password of the account', async () => {
    const cookie = cookiesOf(await rig.signOn(rig.newcomer()));
    for (const path of ['two-factor/enable', 'passkey/registration-options']) {
      expect((await rig.auth(path, { password: 'any-password-at-all' }, cookie)).json.code).toBe('INVALID_PASSWORD');
    }
  });
});

describe('S-16: sessions of the single sign-on end', () => {
  it.each<[string, () => Promise<Called>, boolean]>([
    ['when it is switched off', () => rig.save({ enabled: false }), true],
    ['when its provider knows us as another client', () => rig.save({ client_id: 'another' }), true],
    ['when it lets fewer domains in', () => rig.save({ domains: ['other.example'] }), true],
    ['when it is removed', () => remove(), true],
    ['but not when only its name changes', () => rig.save({ name: 'Another name' }), false],
  ])('%s', async (_what, change, ends) => {
    const known = (await rig.rules()).single_sign_on !== null;
    expect((await rig.save(known ? {} : { client_secret: CLIENT.secret })).status).toBe(200);
    const cookie = cookiesOf(await rig.signOn(rig.newcomer()));
    const password = await rig.signIn(await rig.somebody());
    expect((await change()).status).toBe(200);
    expect([await rig.isSignedIn(cookie), await rig.isSignedIn(password)]).toEqual([!ends, true]);
  });
});

describe('the settings of the single sign-on', () => {
  it('keep the secret sealed and for themselves', async () => {
    expect((await rig.save({ client_secret: 'another-secret-of-the-client' })).status).toBe(200);
    const { sql } = rig.api.services.database;
    const [row] = await sql<{ line: string }[]>`select to_jsonb(s)::text as line from single_sign_on s`;
    const log = await sql`select before, after from audit_entry where action = 'single_sign_on.set'`;
    const told = JSON.stringify([row, log, await rig.rules(), rig.api.logged]);
    expect(told).not.toContain('another-secret-of-the-client');
    expect(told).not.toContain(CLIENT.secret);
    expect((await rig.save({ client_secret: CLIENT.secret })).status).toBe(200);
  });

  it('are changed on the version that was read', async () => {
    expect(codeOfError(await rig.save({ version: 1 }))).toBe('conflict');
    expect(codeOfError(await rig.save({ version: null }))).toBe('conflict');
  });

  it.each<[string, object, string]>([
    [
      'a workspace of another organisation',
      { joins: { workspace_id: 'ws_1', role: 'viewer', claim: null } },
      'unknown',
    ],
    ['nothing that says as what', { joins: { workspace_id: '', role: null, claim: null } }, 'needed'],
    ['a domain with an address', { domains: ['ana@shop.example'] }, 'format_invalid'],
    ['no domain', { domains: [] }, 'too_few'],
  ])('refuse %s as a field', async (_what, change, code) => {
    const joins = (change as { joins?: { workspace_id: string } }).joins;
    if (joins?.workspace_id === '') joins.workspace_id = shopId;
    const refused = await rig.save(change);
    expect([refused.status, codeOfError(refused)]).toEqual([400, code]);
  });

  it('are for whoever owns every workspace of the organisation, and are written into the log of each', async () => {
    const second = await addWorkspace('Second shop');
    const { sql } = rig.api.services.database;
    expect((await rig.save({ name: 'Both shops' })).status).toBe(200);
    const written = await sql<{ workspace: string }[]>`
      select w.id as workspace from audit_entry e join workspace w on w.number = e.workspace
      where e.action = 'single_sign_on.set' and e.object_name = 'Both shops'`;
    expect(written.map(({ workspace }) => encodeId('workspace', workspace)).sort()).toEqual([shopId, second].sort());

    const other = await rig.api.addPerson(rig.shop, 'owner', 'half');
    const cookie = await rig.api.signIn(other);
    expect((await rig.rules(cookie)).not_owned).toEqual(['Second shop']);
    for (const refused of [
      await rig.save({ name: 'Mine' }, { tenant: rig.shop, cookie }),
      await remove(cookie),
      await rig.api.mutate('signIn.requireSecondFactor', { required: true }, { cookie }),
    ]) {
      expect([refused.status, refused.json.error.data.detail]).toEqual([403, expect.stringContaining('Second shop')]);
    }
  });

  it('are not switched off by somebody who has no other way in', async () => {
    const claim = { name: 'groups', roles: [{ value: 'owners', role: 'owner' }] };
    const { workspaces } = await rig.rules();
    expect((await rig.save({ joins: { workspace_id: shopId, role: 'viewer', claim } })).status).toBe(200);
    const claims = rig.newcomer({ groups: ['owners'] });
    const cookie = cookiesOf(await rig.signOn(claims));
    const { sql } = rig.api.services.database;
    await sql`insert into membership (user_id, workspace, role)
      select u.id, w.number, 'owner' from "user" u, workspace w
      where u.email = ${String(claims.email)} and w.name = 'Second shop'`;
    expect([workspaces.length, (await rig.rules(cookie)).not_owned]).toEqual([2, []]);
    expect(codeOfError(await rig.save({ enabled: false }, { tenant: rig.shop, cookie }))).toBe('own_way_in');
    expect(codeOfError(await remove(cookie))).toBe('own_way_in');
    expect(await rig.isSignedIn(cookie)).toBe(true);
  });
});

describe('two organisations on one installation', () => {
  it('sign in through providers of their own, each into its own', async () => {
    const other: Tenant = await rig.api.addTenant('Other');
    const cookie = await rig.api.signIn(other);
    const second = await openIdentityProvider();
    try {
      // Not on the allow-list of outgoing HTTP: an owner cannot point the api inside.
      const refused = await rig.save({ issuer: second.issuer }, { tenant: other, cookie });
      expect([refused.status, refused.json.error.data.errors[0].path]).toEqual([400, 'issuer']);
      const { redirect_uri, organisation } = await rig.rules(cookie);
      provider.trust(redirect_uri);
      expect((await rig.save({ name: 'Other login' }, { tenant: other, cookie })).status).toBe(200);
      const ways = (await rig.api.query('signIn.ways', undefined, {})).json.result.data.single_sign_on;
      expect(ways.map(({ name }: { name: string }) => name)).toContain('Other login');
      const claims = rig.newcomer({ email: 'ana@shop.example' });
      const signed = await rig.signOn(claims, { organisation: organisation.id });
      expect((await rig.me(cookiesOf(signed)))?.workspaces.map(({ name }) => name)).toEqual(['Other']);
    } finally {
      await second.close();
    }
  });
});

describe('a second factor', () => {
  it('is of the account and not of the provider: a code is asked for with the password only', async () => {
    provider.trust((await rig.rules()).redirect_uri);
    const { person, totpUri } = await rig.enrol();
    expect((await rig.save({ domains: ['shop.example', 'example.com'] })).status).toBe(200);
    expect(await rig.isSignedIn(cookiesOf(await rig.signOn(rig.newcomer({ email: person.email }))))).toBe(true);
    const begun = await rig.auth('sign-in/email', { ...person });
    expect(begun.json.twoFactorRedirect).toBe(true);
    const code = codeOf(totpUri, Date.now() + 30_000);
    expect((await rig.auth('two-factor/verify-totp', { code }, cookiesOf(begun))).status).toBe(200);
  });
});
