'use client';

import { Form, Input } from 'antd';
import { useTranslations } from 'use-intl';

/** Whose word it is: a number or a mail address. */
export function AddressField() {
  const t = useTranslations();
  return (
    <Form.Item
      name="address"
      label={t('consents.address')}
      rules={[{ required: true, whitespace: true, message: t('consents.addressNeeded') }]}
    >
      <Input autoComplete="off" maxLength={320} />
    </Form.Item>
  );
}

/** Where the word of a person comes from. */
export function SourceField() {
  const t = useTranslations();
  return (
    <Form.Item
      name="source"
      label={t('consents.source')}
      extra={t('consents.sourceHelp')}
      rules={[{ required: true, whitespace: true, message: t('consents.sourceNeeded') }]}
    >
      <Input autoComplete="off" maxLength={200} />
    </Form.Item>
  );
}
