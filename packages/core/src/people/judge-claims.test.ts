import { describe, expect, it } from 'vitest';
import { judgeClaims, readClaim, type SignOnRules } from './index.ts';

const RULES: SignOnRules = {
  domains: ['shop.example', 'sub.shop.example'],
  provesSecondFactor: false,
  roleClaim: null,
  claimedRoles: null,
  joinsAs: 'viewer',
};
const CLAIMS = { sub: '1', email: 'Ana@Shop.Example', email_verified: true, name: 'Ana Luz' };

describe('whom the identity provider of an organisation vouches for', () => {
  it('is known by the verified address in lower case, and by the name', () => {
    expect(judgeClaims(RULES, CLAIMS)).toEqual({
      ok: true,
      email: 'ana@shop.example',
      name: 'Ana Luz',
      role: 'viewer',
      secondFactor: false,
    });
  });

  it.each<[string, Record<string, unknown>]>([
    ['as text', { email_verified: 'true' }],
    ['by the claim of Entra ID', { email_verified: undefined, xms_edov: true }],
    ['by the same as a number', { email_verified: undefined, xms_edov: '1' }],
  ])('is verified %s', (_how, change) => {
    expect(judgeClaims(RULES, { ...CLAIMS, ...change }).ok).toBe(true);
  });

  it.each<[unknown, unknown]>([
    [false, undefined],
    ['false', undefined],
    [undefined, undefined],
    [1, undefined],
    ['yes', undefined],
    [false, true],
    [undefined, 'false'],
  ])('is not verified when the claims say %j and %j', (email_verified, xms_edov) => {
    expect(judgeClaims(RULES, { ...CLAIMS, email_verified, xms_edov })).toEqual({ ok: false, why: 'not_verified' });
  });

  it.each([
    'ana@evil.example',
    'ana@xshop.example',
    'ana@shop.example.evil',
    'ana@other.shop.example',
    'ana@shop.example@evil.example',
    'ana@evil.example@shop.example',
    'shop.example',
    '@shop.example',
    'ana@shop.example\n@evil.example',
  ])('is not let in as %j', (email) => {
    expect(judgeClaims(RULES, { ...CLAIMS, email }).ok).toBe(false);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['the parts of the name', { name: undefined, given_name: 'Ana', family_name: 'Luz' }, 'Ana Luz'],
    ['the name to sign in with', { name: ' ', preferred_username: 'aluz' }, 'aluz'],
    ['the address', { name: undefined }, 'ana'],
    ['one line of it', { name: 'Ana\u202e\r\nLuz' }, 'Ana Luz'],
    ['a hundred signs of it', { name: '😀'.repeat(200) }, '😀'.repeat(100)],
  ])('is called by %s', (_what, change, name) => {
    expect(judgeClaims(RULES, { ...CLAIMS, ...change })).toMatchObject({ name });
  });

  it('has proved a second factor when the provider says so, or the owner', () => {
    expect(judgeClaims(RULES, { ...CLAIMS, amr: ['pwd', 'mfa'] })).toMatchObject({ secondFactor: true });
    expect(judgeClaims(RULES, { ...CLAIMS, amr: 'mfa' })).toMatchObject({ secondFactor: false });
    expect(judgeClaims({ ...RULES, provesSecondFactor: true }, CLAIMS)).toMatchObject({ secondFactor: true });
  });
});

describe('the claim that says as what', () => {
  const rules: SignOnRules = {
    ...RULES,
    joinsAs: null,
    roleClaim: 'groups',
    claimedRoles: [
      { value: 'admins', role: 'engineer' },
      { value: 'staff', role: 'support' },
    ],
  };

  it.each<[unknown, string | null]>([
    [['staff', 'admins'], 'engineer'],
    ['staff', 'support'],
    [['Staff'], null],
    [[], null],
    [undefined, null],
    [{ admins: true }, null],
  ])('%j is %s', (groups, role) => {
    const judged = judgeClaims(rules, { ...CLAIMS, groups });
    expect(judged).toMatchObject(role === null ? { ok: false, why: 'no_role' } : { role });
  });

  it('is read by its name first, then as a path, and never from what objects are made of', () => {
    const claims = {
      'https://app.example/roles': ['a'],
      realm_access: { roles: ['b'] },
      'a.b': ['c'],
      a: { b: ['d'] },
    };
    expect(readClaim(claims, 'https://app.example/roles')).toEqual(['a']);
    expect(readClaim(claims, 'realm_access.roles')).toEqual(['b']);
    expect(readClaim(claims, 'a.b')).toEqual(['c']);
    for (const name of ['constructor', '__proto__.toString', 'realm_access.constructor.name', 'a.b.c', '']) {
      expect(readClaim(claims, name)).toBeUndefined();
    }
  });
});
