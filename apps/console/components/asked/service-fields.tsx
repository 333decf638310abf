'use client';

import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslations } from 'use-intl';
import { Fields, Group } from './group.tsx';

const AUTH = ['bearer', 'basic', 'header', 'none'] as const;

/** Where a service of others is reached, what it is told, and how it is signed in to. */
export function ServiceFields({ isSecretStored }: { isSecretStored: boolean }) {
  const t = useTranslations();
  const auth = Form.useWatch(['service', 'auth']) as (typeof AUTH)[number] | undefined;
  return (
    <Group title={t('asked.address')}>
      <Form.Item
        name={['service', 'url']}
        label={t('asked.url')}
        extra={t('asked.urlHelp', { number: '{{number}}' })}
        rules={[{ required: true, message: t('asked.urlNeeded') }]}
      >
        <Input autoComplete="off" placeholder="https://lookup.example.com/v1/numbers" />
      </Form.Item>
      <Form.Item
        name={['service', 'body']}
        label={t('asked.body')}
        extra={t('asked.bodyHelp', { numbers: '{{numbers}}', digits: '{{all_digits}}' })}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} className="num" spellCheck={false} />
      </Form.Item>
      <Fields>
        <Form.Item name={['service', 'max_numbers']} label={t('asked.max')}>
          <InputNumber min={1} max={500} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name={['service', 'timeout_ms']} label={t('asked.timeout')}>
          <InputNumber min={200} max={15_000} precision={0} suffix="ms" style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name={['service', 'auth']} label={t('asked.auth')}>
          <Select options={AUTH.map((value) => ({ value, label: t(`asked.by.${value}`) }))} />
        </Form.Item>
        <Form.Item name={['service', 'auth_user']} label={t('asked.user')} hidden={auth !== 'basic'}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name={['service', 'auth_header']} label={t('asked.header')} hidden={auth !== 'header'}>
          <Input autoComplete="off" placeholder="x-api-key" />
        </Form.Item>
        <Form.Item name="secret" label={t('asked.secret')} hidden={auth === 'none'}>
          <Input.Password autoComplete="new-password" placeholder={isSecretStored ? t('providers.secretStored') : ''} />
        </Form.Item>
      </Fields>
    </Group>
  );
}
