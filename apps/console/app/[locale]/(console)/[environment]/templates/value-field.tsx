'use client';

import type { TemplateValue, TemplateVariable } from '@signalbox/contracts';
import { Input, InputNumber, Select } from 'antd';
import { useTranslations } from 'use-intl';
import { useCurrencyOptions } from '#components/parts/use-intl-options.ts';
import styles from './templates.module.css';

const MICROS = 1_000_000;

interface Props {
  variable: Pick<TemplateVariable, 'name' | 'type' | 'sample'>;
  /** Undefined while nothing is given. */
  value: TemplateValue | undefined;
  label: string;
  disabled?: boolean;
  onValue: (value: TemplateValue | undefined) => void;
}

/** The field for a value of a variable, by its type; the sample stands in it while it is empty. */
export function ValueField(props: Props) {
  const t = useTranslations();
  const { variable, value, onValue } = props;
  const shared = { disabled: props.disabled === true, 'aria-label': props.label };
  if (variable.type === 'money') return <MoneyField {...props} />;
  if (variable.type === 'number')
    return (
      <InputNumber<number>
        {...shared}
        style={{ width: '100%' }}
        value={typeof value === 'number' ? value : null}
        placeholder={String(variable.sample)}
        onChange={(number) => onValue(number ?? undefined)}
      />
    );
  if (variable.type === 'flag')
    return (
      <Select<'yes' | 'no'>
        {...shared}
        style={{ width: '100%' }}
        {...(typeof value === 'boolean' ? { value: value ? ('yes' as const) : ('no' as const) } : {})}
        options={(['yes', 'no'] as const).map((flag) => ({ value: flag, label: t(`templates.flag.${flag}`) }))}
        onChange={(flag) => onValue(flag === 'yes')}
      />
    );
  return (
    <Input
      {...shared}
      maxLength={2000}
      autoComplete="off"
      value={typeof value === 'string' ? value : ''}
      placeholder={String(variable.sample)}
      onChange={(event) => onValue(event.target.value === '' ? undefined : event.target.value)}
    />
  );
}

function MoneyField({ variable, value, label, disabled = false, onValue }: Props) {
  const t = useTranslations();
  const currencies = useCurrencyOptions();
  const sample = typeof variable.sample === 'object' ? variable.sample : { amount_micros: 0, currency: 'USD' };
  const money = typeof value === 'object' ? value : undefined;
  const currency = money?.currency ?? sample.currency;
  return (
    <div className={styles.money}>
      <InputNumber<number>
        disabled={disabled}
        aria-label={label}
        style={{ width: '100%' }}
        min={0}
        value={money === undefined ? null : money.amount_micros / MICROS}
        placeholder={String(sample.amount_micros / MICROS)}
        onChange={(amount) =>
          onValue(amount === null ? undefined : { currency, amount_micros: Math.round(amount * MICROS) })
        }
      />
      <Select
        disabled={disabled}
        aria-label={t('templates.currencyOf', { name: variable.name })}
        value={currency}
        options={currencies}
        labelRender={({ value: code }) => code}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        onChange={(code) => onValue({ amount_micros: money?.amount_micros ?? sample.amount_micros, currency: code })}
      />
    </div>
  );
}
