'use client';

import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslations } from 'use-intl';
import { useCurrencyOptions } from '#components/parts/use-intl-options.ts';
import { decimalToMicros } from '#format/money.ts';
import styles from './verifications.module.css';

interface FieldProps {
  /** Where the field stands in its list, or in the form. */
  name: (string | number)[];
  /** Where it stands in the form, when that is somewhere else. */
  place?: (string | number)[];
  label: string;
  /** Whether it may be left as in each country. */
  own?: boolean;
}

/** Whether it holds; of one country there is also `like`, which leaves it as in each country. */
function ModeField({
  name,
  label,
  kind,
  modes,
}: FieldProps & { kind: 'threshold' | 'money'; modes: readonly ('like' | 'on' | 'off')[] }) {
  const t = useTranslations();
  return (
    <Form.Item name={[...name, 'mode']} label={label}>
      <Select options={modes.map((value) => ({ value, label: t(`fraud.rules.field.${kind}.${value}`) }))} />
    </Form.Item>
  );
}

/** When a block of numbers is suspicious: more than so many codes, of which less than this share came back. */
export function ThresholdField(props: FieldProps) {
  const t = useTranslations();
  const { name, place = name } = props;
  const mode = Form.useWatch([...place, 'mode']) as string | undefined;
  return (
    <div className={styles.inline}>
      <ModeField {...props} kind="threshold" modes={props.own ? ['like', 'on', 'off'] : ['on', 'off']} />
      {mode === 'on' && (
        <>
          <Form.Item
            name={[...name, 'sent']}
            label={t('fraud.rules.field.sent')}
            rules={[{ required: true, type: 'integer', min: 1, max: 100_000, message: t('fraud.rules.field.number') }]}
          >
            <InputNumber min={1} max={100_000} precision={0} controls={false} className={styles.figureField ?? ''} />
          </Form.Item>
          <Form.Item
            name={[...name, 'percent']}
            label={t('fraud.rules.field.percent')}
            rules={[{ required: true, type: 'integer', min: 1, max: 100, message: t('fraud.rules.field.share') }]}
          >
            <InputNumber
              min={1}
              max={100}
              precision={0}
              controls={false}
              suffix="%"
              className={styles.figureField ?? ''}
            />
          </Form.Item>
        </>
      )}
    </div>
  );
}

/** The most that codes may cost, with its currency. */
export function MoneyField(props: FieldProps) {
  const t = useTranslations();
  const currencies = useCurrencyOptions();
  const { name, place = name } = props;
  const mode = Form.useWatch([...place, 'mode']) as string | undefined;
  return (
    <div className={styles.inline}>
      <ModeField {...props} kind="money" modes={props.own ? ['like', 'on'] : ['off', 'on']} />
      {mode === 'on' && (
        <>
          <Form.Item
            name={[...name, 'amount']}
            label={t('fraud.rules.field.amount')}
            rules={[
              {
                validator: async (_, value: string | undefined) => {
                  if ((decimalToMicros(value ?? '') ?? 0) <= 0) throw new Error(t('fraud.rules.field.amountNeeded'));
                },
              },
            ]}
          >
            <Input inputMode="decimal" autoComplete="off" />
          </Form.Item>
          <Form.Item
            name={[...name, 'currency']}
            label={t('routes.currency')}
            rules={[{ required: true, message: t('fraud.rules.field.currencyNeeded') }]}
          >
            <Select options={currencies} showSearch={{ optionFilterProp: 'label' }} />
          </Form.Item>
        </>
      )}
    </div>
  );
}
