'use client';

import { Form, Input } from 'antd';
import { useTranslations } from 'use-intl';

/** Why something is done or asked for: a field of a form, needed. */
export function ReasonField({ name = 'reason', label, help }: { name?: string; label: string; help?: string }) {
  const t = useTranslations();
  return (
    <Form.Item
      name={name}
      label={label}
      extra={help}
      rules={[{ required: true, whitespace: true, message: t('suppressions.reasonNeeded') }]}
    >
      <Input autoComplete="off" maxLength={200} />
    </Form.Item>
  );
}
