'use client';

import { CheckOutlined } from '@ant-design/icons';
import { Permission, Role, roleMay } from '@signalbox/contracts';
import { useTranslations } from 'use-intl';
import { Panel } from '#components/parts/panel.tsx';
import { ScrollBox } from '#components/parts/scroll-box.tsx';
import styles from './people.module.css';

/** What each role may do, drawn from the permission table the api judges by. */
export function RoleTable() {
  const t = useTranslations();
  return (
    <Panel title={t('people.roles')} hint={t('people.rolesHint')} className={styles.matrixPanel} flush>
      <ScrollBox className={styles.matrix} label={t('people.roles')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('people.permission')}</th>
              {Role.options.map((role) => (
                <th key={role} scope="col" title={t(`role.${role}.hint`)}>
                  {t(`role.${role}.name`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Permission.options.map((permission) => (
              <tr key={permission}>
                <th scope="row">
                  <code>{permission}</code>
                </th>
                {Role.options.map((role) => (
                  <td key={role}>
                    {roleMay(role, permission) ? (
                      <CheckOutlined aria-label={t('people.yes')} role="img" />
                    ) : (
                      <span className="visually-hidden">{t('people.no')}</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Panel>
  );
}
