'use client';

import { type Permission, rolesThatMay } from '@signalbox/contracts';
import { useFormatter, useTranslations } from 'use-intl';

/** The sentence that tells which roles have a permission, from the permission table. */
export function useWhoMay(): (permission: Permission) => string {
  const t = useTranslations();
  const format = useFormatter();
  return (permission) =>
    t('role.needed', {
      roles: format.list(
        rolesThatMay(permission).map((role) => t(`role.${role}.name`)),
        { type: 'disjunction' },
      ),
    });
}
