'use client';

import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Role } from '@signalbox/contracts';
import { Button, Form, Input, Select } from 'antd';
import { useTranslations } from 'use-intl';
import styles from './security.module.css';

/** The claim of the provider that says as what somebody comes, and what its values are here. */
export function ClaimFields() {
  const t = useTranslations();
  const needed = { required: true, whitespace: true, message: t('security.needed') };
  const roles = Role.options.map((role) => ({ value: role, label: t(`role.${role}.name`) }));
  return (
    <>
      <Form.Item name="claim" label={t('security.claim')} extra={t('security.claimNameHelp')} rules={[needed]}>
        <Input autoComplete="off" maxLength={200} placeholder="groups" />
      </Form.Item>
      <Form.List name="roles">
        {(rows, { add, remove }) => (
          <fieldset className={styles.values} aria-label={t('security.claimValues')}>
            {rows.map(({ key, name }) => (
              <div key={key} className={styles.mapping}>
                <Form.Item name={[name, 'value']} rules={[needed]}>
                  <Input
                    autoComplete="off"
                    maxLength={200}
                    aria-label={t('security.claimValue', { number: name + 1 })}
                    placeholder={t('security.claimValueExample')}
                  />
                </Form.Item>
                <Form.Item name={[name, 'role']}>
                  <Select options={roles} aria-label={t('security.claimRole', { number: name + 1 })} />
                </Form.Item>
                <Button
                  icon={<DeleteOutlined />}
                  disabled={rows.length === 1}
                  aria-label={t('security.claimRemove', { number: name + 1 })}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Button
              icon={<PlusOutlined />}
              disabled={rows.length >= 50}
              onClick={() => add({ value: '', role: 'viewer' })}
            >
              {t('security.claimAdd')}
            </Button>
          </fieldset>
        )}
      </Form.List>
    </>
  );
}
