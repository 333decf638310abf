'use client';

import { Form, Input } from 'antd';
import { useTranslations } from 'use-intl';

/** Why a change is asked for, in a form whose change a second person approves. */
export function ReasonField() {
  const t = useTranslations();
  return (
    <Form.Item
      name="ask_reason"
      label={t('approvals.reason')}
      extra={t('approvals.reasonHelp')}
      rules={[{ required: true, whitespace: true, message: t('suppressions.reasonNeeded') }]}
    >
      <Input autoComplete="off" maxLength={200} />
    </Form.Item>
  );
}
