import { type Permission, ROLE_PERMISSIONS, Role } from '@signalbox/contracts';
import { describe, expect, it } from 'vitest';
import { NAVIGATION, navigationFor } from '#navigation';

const items = NAVIGATION.flatMap((group) => group.items);

describe('S-04: the menu', () => {
  it.each(Role.options)('of the role %s has exactly the pages the permission table allows', (role) => {
    const permissions: Permission[] = [...ROLE_PERMISSIONS[role]];
    const shown = navigationFor({ has_simulator: true, permissions }).flatMap((group) => group.items);
    expect(shown).toEqual(items.filter(({ permission }) => permissions.includes(permission)));
    expect(shown.length).toBeGreaterThan(2);
  });

  it('has no group without a page, and no page twice', () => {
    const permissions: Permission[] = [...ROLE_PERMISSIONS.finance];
    for (const group of navigationFor({ has_simulator: false, permissions })) expect(group.items).not.toEqual([]);
    for (const name of ['area', 'key'] as const) {
      expect(new Set(items.map((item) => item[name])).size).toBe(items.length);
    }
  });
});
