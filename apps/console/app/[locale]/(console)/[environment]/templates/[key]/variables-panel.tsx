'use client';

import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import {
  type TemplatePreview,
  type TemplateValue,
  type TemplateVariable,
  TemplateVariableType,
} from '@signalbox/contracts';
import { Button, Checkbox, Input, Select } from 'antd';
import { useTranslations } from 'use-intl';
import { Panel } from '#components/parts/panel.tsx';
import styles from '../templates.module.css';
import { ValueField } from '../value-field.tsx';
import { faultsAt } from './faults.ts';

/** A sample that fits a type, to begin with. */
const FIRST_SAMPLE: Record<TemplateVariableType, TemplateValue> = {
  text: 'Ana',
  number: 2,
  money: { amount_micros: 49_900_000, currency: 'USD' },
  date: '2026-12-24',
  url: 'https://example.com/t/84',
  code: '84-2201',
  flag: true,
};

/** A sample whose field was emptied; one that is not whole is told to be wrong. */
const EMPTY_SAMPLE: Record<TemplateVariableType, TemplateValue> = {
  text: '',
  number: 0,
  money: { amount_micros: 0, currency: 'USD' },
  date: '',
  url: '',
  code: '',
  flag: false,
};

interface Props {
  variables: readonly TemplateVariable[];
  errors: TemplatePreview['errors'];
  readOnly: boolean;
  onChange: (variables: TemplateVariable[]) => void;
}

/** What the template prints: each variable with its type and a sample. */
export function VariablesPanel({ variables, errors, readOnly, onChange }: Props) {
  const t = useTranslations();
  const put = (index: number, change: Partial<TemplateVariable>) =>
    onChange(variables.map((one, at) => (at === index ? { ...one, ...change } : one)));
  const add = () =>
    onChange([
      ...variables,
      { name: `value_${variables.length + 1}`, type: 'text', sample: FIRST_SAMPLE.text, optional: false },
    ]);
  return (
    <Panel
      title={t('templates.variables')}
      hint={t('templates.variablesHint')}
      extra={
        <Button size="small" icon={<PlusOutlined />} disabled={readOnly} onClick={add}>
          {t('templates.addVariable')}
        </Button>
      }
    >
      <div className={styles.variables}>
        {variables.length === 0 && <p className={styles.soft}>{t('templates.noVariables')}</p>}
        {variables.map((variable, index) => (
          <div key={index}>
            <div className={styles.variable}>
              <Input
                value={variable.name}
                maxLength={40}
                disabled={readOnly}
                aria-label={t('templates.variableName', { number: index + 1 })}
                onChange={(event) => put(index, { name: event.target.value })}
              />
              <Select<TemplateVariableType>
                value={variable.type}
                disabled={readOnly}
                aria-label={t('templates.variableType', { name: variable.name })}
                options={TemplateVariableType.options.map((value) => ({ value, label: t(`templates.type.${value}`) }))}
                onChange={(type) => put(index, { type, sample: FIRST_SAMPLE[type] })}
              />
              <ValueField
                variable={variable}
                value={variable.sample}
                label={t('templates.sampleOf', { name: variable.name })}
                disabled={readOnly}
                onValue={(sample) => put(index, { sample: sample ?? EMPTY_SAMPLE[variable.type] })}
              />
              <Checkbox
                className={styles.optional ?? ''}
                checked={variable.optional}
                disabled={readOnly}
                onChange={(event) => put(index, { optional: event.target.checked })}
              >
                {t('templates.optional')}
              </Checkbox>
              <Button
                size="small"
                icon={<DeleteOutlined />}
                disabled={readOnly}
                aria-label={t('templates.removeVariable', { name: variable.name })}
                onClick={() => onChange(variables.filter((_, at) => at !== index))}
              />
            </div>
            {faultsAt(errors, `variables.${index}`).map((fault) => (
              <p key={fault} className={styles.fault}>
                {fault}
              </p>
            ))}
          </div>
        ))}
      </div>
    </Panel>
  );
}
