import { z } from 'zod';

const OWNER_ONLY = ['members:read', 'members:write', 'organisation:write', 'sign_in:read', 'sign_in:write'] as const;
const FOR_MACHINES = [
  'messages:send',
  'messages:read',
  'messages:cancel',
  'verifications:read',
  'verifications:write',
  'routing:read',
  'suppressions:read',
  'suppressions:write',
  'consents:read',
  'consents:write',
  'webhooks:read',
  'webhooks:write',
  'audit:read',
  'countries:read',
  'countries:write',
  'dlt:read',
  'dlt:write',
  'compliance:read',
  'compliance:write',
  'templates:read',
  'templates:write',
  'templates:approve',
  'requests:read',
  'workspace:read',
  'workspace:write',
  'fraud:read',
  'fraud:write',
  'prices:read',
  'prices:write',
  'people:read',
  'people:export',
  'people:erase',
] as const;
const FOR_PEOPLE = [
  'session:read',
  'session:write',
  'overview:read',
  'providers:read',
  'providers:write',
  'routes:read',
  'routes:write',
  'keys:read',
  'keys:write',
  'limits:read',
  'limits:write',
  'simulator:read',
  'simulator:write',
  'playground:use',
  'people:reveal',
  ...OWNER_ONLY,
] as const;

/** A permission an API key can carry: its scope. */
export const Scope = z.enum(FOR_MACHINES);
export type Scope = z.infer<typeof Scope>;

/** A permission, as `noun:verb`. Every door of the public API and every procedure of the console names exactly one. */
export const Permission = z.enum([...FOR_MACHINES, ...FOR_PEOPLE]);
export type Permission = z.infer<typeof Permission>;

/**
 * What gives out or destroys all that is held of people: a key has it only when it names it, and only who may do it makes such a key.
 */
export const NAMED_SCOPES = ['people:export', 'people:erase'] as const satisfies readonly Scope[];

/** What a key may do by its scopes; null is all but what must be named, today and after an update. */
export function scopesOf(named: readonly Scope[] | null): readonly Scope[] {
  return named ?? Scope.options.filter((scope) => !(NAMED_SCOPES as readonly Scope[]).includes(scope));
}

/** What a person is in a workspace. */
export const Role = z.enum([
  'owner',
  'engineer',
  'marketer',
  'compliance',
  'operations',
  'finance',
  'support',
  'viewer',
]);
export type Role = z.infer<typeof Role>;

/** What everybody of a workspace may see, and do with the own account. */
const SEES = [
  'session:read',
  'workspace:read',
  'countries:read',
  'dlt:read',
  'compliance:read',
  'templates:read',
  'session:write',
  'overview:read',
  'messages:read',
  'verifications:read',
  'fraud:read',
  'routing:read',
  'providers:read',
  'routes:read',
  'prices:read',
] as const satisfies readonly Permission[];

/**
 * The one permission table: what each role may do; what is not named is refused. The doors of the API, the procedures of the console and
 * its menus and buttons are judged by it. Whoever makes API keys holds all that a key has without naming it; what must be named is asked of
 * the maker besides, so that a key never carries more than its maker.
 */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  owner: Permission.options,
  engineer: Permission.options.filter(
    (permission) => !([...OWNER_ONLY, ...NAMED_SCOPES] as readonly Permission[]).includes(permission),
  ),
  marketer: [
    ...SEES,
    'templates:write',
    'messages:send',
    'messages:cancel',
    'suppressions:read',
    'consents:read',
    'simulator:read',
  ],
  compliance: [
    ...SEES,
    'messages:cancel',
    'suppressions:read',
    'suppressions:write',
    'consents:read',
    'consents:write',
    'keys:read',
    'limits:read',
    'audit:read',
    'countries:write',
    'fraud:write',
    'dlt:write',
    'compliance:write',
    'templates:write',
    'templates:approve',
    'people:read',
    'people:export',
    'people:erase',
    'people:reveal',
  ],
  operations: [
    ...SEES,
    'messages:send',
    'messages:cancel',
    'verifications:write',
    'suppressions:read',
    'consents:read',
    'providers:write',
    'routes:write',
    'limits:read',
    'limits:write',
    'simulator:read',
    'simulator:write',
    'webhooks:read',
    'webhooks:write',
    'countries:write',
    'fraud:write',
    'dlt:write',
    'templates:write',
    'requests:read',
    'playground:use',
    'prices:write',
    'people:reveal',
  ],
  finance: [...SEES, 'prices:write'],
  support: [
    ...SEES,
    'messages:cancel',
    'suppressions:read',
    'suppressions:write',
    'consents:read',
    'consents:write',
    'simulator:read',
    'requests:read',
    'people:reveal',
  ],
  viewer: SEES,
};

/** True when the role may do it. */
export function roleMay(role: Role, permission: Permission): boolean {
  return ROLE_PERMISSIONS[role].includes(permission);
}

/** The roles that may do it, in the order of the table. */
export function rolesThatMay(permission: Permission): readonly Role[] {
  return Role.options.filter((role) => roleMay(role, permission));
}

/** Ready-made sets of scopes; `null` is read by `scopesOf`. */
export const SCOPE_PRESETS: Readonly<Record<'send_only' | 'read_only' | 'usual', readonly Scope[] | null>> = {
  send_only: ['messages:send', 'verifications:write'],
  read_only: Scope.options.filter((scope) => scope.endsWith(':read')),
  usual: null,
};

/** The name of a ready-made set of scopes. */
export type ScopePreset = keyof typeof SCOPE_PRESETS;
