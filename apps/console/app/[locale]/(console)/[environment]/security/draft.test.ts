import type { SignInRulesView } from '@signalbox/contracts';
import { describe, expect, it } from 'vitest';
import { draftOf, fieldOf, inputOf } from './draft.ts';

const rules: SignInRulesView = {
  organisation: { id: 'org_1', name: 'Shops' },
  not_owned: [],
  second_factor: { required: false, people: 1, without: 1 },
  single_sign_on: {
    version: 3,
    name: 'Shop login',
    issuer: 'https://login.example.com',
    client_id: 'signalbox',
    domains: ['example.com'],
    enabled: true,
    proves_second_factor: true,
    joins: { workspace_id: 'ws_2', role: null, claim: { name: 'groups', roles: [{ value: 'a', role: 'support' }] } },
  },
  redirect_uri: 'https://console.example.com/auth/single-sign-on/org_1',
  workspaces: [
    { id: 'ws_1', name: 'One' },
    { id: 'ws_2', name: 'Two' },
  ],
};

describe('the form of the single sign-on', () => {
  it('saved as it was opened changes nothing, and leaves the secret', () => {
    const { version, ...known } = rules.single_sign_on ?? { version: 0 };
    expect(inputOf(draftOf(rules, 'ws_1'), version)).toEqual({ version, ...known });
  });

  it('begins in the workspace of the page, for invited people only', () => {
    const draft = draftOf({ ...rules, single_sign_on: null }, 'ws_2');
    expect(draft).toMatchObject({ workspace_id: 'ws_2', lets_join: false, enabled: true, client_secret: '' });
    expect(inputOf({ ...draft, client_secret: 'new' }, null)).toMatchObject({ client_secret: 'new', joins: null });
  });

  it('gives everybody a role when no claim is read', () => {
    const draft = { ...draftOf(rules, 'ws_1'), reads_claim: false };
    expect(inputOf(draft, 3).joins).toEqual({ workspace_id: 'ws_2', role: 'viewer', claim: null });
  });

  it('marks the field that a fault is about', () => {
    expect(['issuer', 'domains.0', 'joins.role', 'joins.claim.name', 'joins.claim.roles.0.value'].map(fieldOf)).toEqual(
      ['issuer', 'domains', 'role', 'claim', 'roles'],
    );
    expect(fieldOf('version')).toBeUndefined();
  });
});
