import type { MembersView } from '@signalbox/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Called, openTestApi, type Person, type Tenant, type TestApi } from '../testing.ts';

let api: TestApi;
let shop: Tenant;
let owner: string;
beforeAll(async () => {
  api = await openTestApi();
  shop = await api.addTenant('Shop');
  owner = await api.signIn(shop);
});
afterAll(() => api.stop());

const mutate = (path: string, input: unknown, cookie = owner): Promise<Called> => api.mutate(path, input, { cookie });
const list = async (cookie = owner): Promise<MembersView> =>
  (await api.query('members.list', undefined, { cookie })).json.result.data;
const idOf = async ({ email }: Pick<Person, 'email'>): Promise<string> =>
  (await list()).members.find((member) => member.email === email)?.user_id ?? '';
const statusOf = async (path: string, cookie: string): Promise<number> =>
  (await api.query(path, undefined, { cookie })).status;

describe('S-16: an open session', () => {
  it('follows a change of role at once, upwards and downwards', async () => {
    const person = await api.addPerson(shop, 'viewer');
    const cookie = await api.signIn(person);
    const user_id = await idOf(person);
    for (const [role, status] of [
      ['engineer', 200],
      ['finance', 403],
      ['owner', 200],
      ['viewer', 403],
    ] as const) {
      expect((await mutate('members.changeRole', { user_id, role })).status).toBe(200);
      expect([role, await statusOf('keys.list', cookie)]).toEqual([role, status]);
    }
  });

  it('ends when its person is removed, and the account with it; the address can be invited again', async () => {
    const person = await api.addPerson(shop, 'engineer');
    const cookie = await api.signIn(person);
    expect(await statusOf('session.me', cookie)).toBe(200);
    expect((await mutate('members.remove', { user_id: await idOf(person) })).status).toBe(200);
    expect(await statusOf('session.me', cookie)).toBe(401);
    await expect(api.signIn(person)).rejects.toThrow('401');
    const rows = await api.services.database.sql`select id from "user" where email = ${person.email}`;
    expect(rows).toHaveLength(0);
    expect((await mutate('invitations.create', { email: person.email, role: 'viewer' })).status).toBe(200);
  });
});

describe('the last owner', () => {
  it('is neither removed nor given another role', async () => {
    const user_id = await idOf(shop);
    for (const answered of [
      await mutate('members.changeRole', { user_id, role: 'engineer' }),
      await mutate('members.remove', { user_id }),
    ]) {
      expect([answered.status, answered.json.error.data.errors[0].code]).toEqual([400, 'last_owner']);
    }
    expect((await list()).members.find((member) => member.user_id === user_id)?.role).toBe('owner');
  });

  it('stays when two owners step down at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const other = await api.addPerson(shop, 'owner', `round${round}`);
      const ids = [await idOf(shop), await idOf(other)];
      const answers = await Promise.all(
        ids.map((user_id) => mutate('members.changeRole', { user_id, role: 'viewer' })),
      );
      const owners = await api.services.database.sql`
        select 1 from membership where workspace = ${shop.number} and role = 'owner'`;
      expect([owners.length, answers.some((answered) => answered.status === 200)]).toEqual([1, true]);
      await api.services.database.sql`
        update membership set role = case when user_id = ${ids[0] ?? ''} then 'owner' else 'viewer' end::member_role
        where workspace = ${shop.number} and user_id = any(${ids})`;
    }
  });
});

describe('an invitation', () => {
  const join = (token: string, more: object = {}): Promise<Called> =>
    api.mutate('invitations.accept', { token, name: 'Ana', password: 'a-long-password', ...more }, {});
  const invite = async (email: string, role = 'marketer'): Promise<string> =>
    (await mutate('invitations.create', { email, role })).json.result.data.token;

  it('tells what it is for, makes an account of the role once, and only its hash is stored', async () => {
    const token = await invite('Ana@Example.com');
    const stored = await api.services.database.sql`select * from invitation`;
    expect(JSON.stringify(stored)).not.toContain(token);
    const read = await api.query('invitations.read', { token }, {});
    expect(read.json.result.data).toEqual({
      workspace: 'Shop',
      email: 'ana@example.com',
      role: 'marketer',
      has_account: false,
      single_sign_on: null,
    });
    expect((await join(token, { password: 'short' })).json.error.data.errors[0].path).toBe('password');
    const answers = await Promise.all([join(token), join(token), join(token)]);
    expect(answers.map((answered) => answered.status).sort()).toEqual([200, 404, 404]);
    const cookie = await api.signIn({ email: 'ana@example.com', password: 'a-long-password' });
    const me = (await api.query('session.me', undefined, { cookie })).json.result.data;
    expect(me).toMatchObject({ user: { name: 'Ana' }, role: 'marketer', workspace: { name: 'Shop' } });
    expect(JSON.stringify(api.logged)).not.toContain(token);
  });

  it('is replaced by a newer one of the same address, withdrawn, and ends after seven days', async () => {
    const first = await invite('luz@example.com');
    const second = await invite('luz@example.com', 'finance');
    expect((await join(first)).status).toBe(404);
    const [open] = (await list()).invitations.filter((one) => one.email === 'luz@example.com');
    expect(open).toMatchObject({ role: 'finance', is_expired: false });
    expect((await mutate('invitations.withdraw', { id: open?.id })).status).toBe(200);
    expect((await join(second)).status).toBe(404);
    const old = await invite('old@example.com');
    await api.services.database
      .sql`update invitation set expires_at = now() - interval '1 second' where email = 'old@example.com'`;
    const late = await join(old);
    expect([late.status, late.json.error.data.detail]).toEqual([404, expect.stringContaining('Ask for a new one')]);
  });

  it('is refused for somebody who belongs here, and never takes over an account of elsewhere', async () => {
    const again = await mutate('invitations.create', { email: shop.email, role: 'viewer' });
    expect([again.status, again.json.error.data.errors[0].path]).toEqual([400, 'email']);
    const stranger = await api.addTenant('Stranger');
    const token = await invite(stranger.email);
    expect((await join(token)).json.error.data.code).toBe('conflict');
    expect(await api.signIn(stranger)).toContain('session_token');
    // What was refused is not used up.
    expect((await api.query('invitations.read', { token }, {})).status).toBe(200);
  });

  it('and the people of a workspace are not seen by another', async () => {
    const neighbour = await api.addTenant('Neighbour');
    await invite('seen@example.com');
    const seen = await list(await api.signIn(neighbour));
    expect([seen.members.map((member) => member.email), seen.invitations]).toEqual([[neighbour.email], []]);
  });
});
