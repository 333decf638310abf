'use client';

import type { FormField } from '@signalbox/contracts';
import { Form, Input, InputNumber, Select, Switch } from 'antd';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import styles from './providers.module.css';

function control(field: FormField, secretStored: boolean, storedHint: string): ReactNode {
  const placeholder = field.placeholder ?? '';
  switch (field.kind) {
    case 'number':
      return (
        <InputNumber
          {...(field.min === undefined ? {} : { min: field.min })}
          {...(field.max === undefined ? {} : { max: field.max })}
          style={{ width: 180 }}
        />
      );
    case 'switch':
      return <Switch />;
    case 'select':
      return <Select options={[...(field.options ?? [])]} allowClear={!field.required} placeholder={placeholder} />;
    case 'list':
      return (
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', ' ']} placeholder={placeholder} />
      );
    case 'json':
      return (
        <Input.TextArea
          autoSize={{ minRows: 4, maxRows: 14 }}
          className={styles.code ?? ''}
          spellCheck={false}
          placeholder={placeholder}
        />
      );
    case 'secret':
      return <Input.Password autoComplete="new-password" placeholder={secretStored ? storedHint : placeholder} />;
    default:
      return placeholder.includes('\n') || field.name.endsWith('_ca') ? (
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} placeholder={placeholder} />
      ) : (
        <Input placeholder={placeholder} autoComplete="off" />
      );
  }
}

/** One field of a protocol, drawn from its manifest: the same for every protocol there will ever be. */
export function ManifestField(props: { field: FormField; secretStored: boolean }) {
  const t = useTranslations();
  const { field, secretStored } = props;
  const isNeeded = field.required && !secretStored;
  return (
    <Form.Item
      name={['settings', field.name]}
      label={field.label}
      extra={field.help}
      {...(field.kind === 'switch' ? { valuePropName: 'checked' } : {})}
      rules={isNeeded ? [{ required: true, message: t('providers.fieldNeeded', { field: field.label }) }] : []}
    >
      {control(field, secretStored, t('providers.secretStored'))}
    </Form.Item>
  );
}
