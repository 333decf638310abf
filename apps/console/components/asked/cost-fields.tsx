'use client';

import { Form, Input, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { decimalToMicros } from '#format/money.ts';
import { Fields, Group } from './group.tsx';

/** What a question costs and how much of it a day may take; `children` are how long answers are believed. */
export function CostFields(props: { children: ReactNode }) {
  const t = useTranslations();
  const money = (isNeeded: boolean) => ({
    validator: (_: unknown, text: string) =>
      (text ?? '').trim() === '' && !isNeeded
        ? Promise.resolve()
        : decimalToMicros(text ?? '') === undefined
          ? Promise.reject(new Error(t('asked.moneyFault')))
          : Promise.resolve(),
  });
  return (
    <Group title={t('asked.cost')} hint={t('asked.costHint')}>
      <Fields>
        <Form.Item name="price" label={t('asked.price')} rules={[money(true)]}>
          <Input inputMode="decimal" autoComplete="off" placeholder="0.004" />
        </Form.Item>
        <Form.Item
          name={['service', 'currency']}
          label={t('prices.rates.field.currency')}
          rules={[{ required: true, pattern: /^[A-Z]{3}$/, message: t('prices.rates.fault.currency') }]}
        >
          <Input maxLength={3} autoComplete="off" />
        </Form.Item>
        <Form.Item name={['service', 'daily_numbers']} label={t('asked.dailyNumbers')}>
          <InputNumber min={1} max={10_000_000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="daily" label={t('asked.dailyMoney')} rules={[money(false)]}>
          <Input inputMode="decimal" autoComplete="off" placeholder={t('asked.noLimit')} />
        </Form.Item>
        {props.children}
      </Fields>
    </Group>
  );
}
