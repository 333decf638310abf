'use client';

import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { SenderDocumentKind } from '@signalbox/contracts';
import { Button, Form, Input, Select } from 'antd';
import { useTranslations } from 'use-intl';
import styles from './senders.module.css';

/** The papers behind a registration: what each is called and where it lies. */
export function DocumentFields() {
  const t = useTranslations();
  const kinds = SenderDocumentKind.options.map((value) => ({ value, label: t(`senders.document.${value}`) }));
  return (
    <Form.Item label={t('senders.documents')} extra={t('senders.documentsHelp')}>
      <Form.List name="documents">
        {(fields, { add, remove }) => (
          <div className={styles.documents}>
            {fields.map(({ key, name }) => (
              <div key={key} className={styles.document}>
                <Form.Item
                  name={[name, 'name']}
                  rules={[{ required: true, whitespace: true, message: t('senders.documentNeeded') }]}
                >
                  <Input maxLength={120} aria-label={t('senders.documentName')} placeholder="letter.pdf" />
                </Form.Item>
                <Form.Item name={[name, 'kind']}>
                  <Select options={kinds} aria-label={t('senders.documentKind')} />
                </Form.Item>
                <Form.Item name={[name, 'reference']}>
                  <Input
                    maxLength={300}
                    aria-label={t('senders.documentReference')}
                    placeholder={t('senders.documentReference')}
                  />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('senders.documentRemove', { number: name + 1 })}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({ name: '', kind: 'authorisation' })}>
              {t('senders.documentAdd')}
            </Button>
          </div>
        )}
      </Form.List>
    </Form.Item>
  );
}
