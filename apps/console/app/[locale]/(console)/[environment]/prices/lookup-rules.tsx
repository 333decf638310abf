'use client';

import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { type LookupView, TrafficClass } from '@signalbox/contracts';
import { Button, Form, Select } from 'antd';
import { useTranslations } from 'use-intl';
import { Group } from '#components/asked/group.tsx';
import { COUNTRY_SEARCH, useCountryOptions } from '#components/parts/use-country-options.ts';
import { EVERY_COUNTRY, FRESH_RULE } from './lookup-values.ts';
import styles from './prices.module.css';

/** Which numbers are looked up before a text goes to them, by class and country. */
export function LookupRules({ waits }: { waits: LookupView['waits_ms'] }) {
  const t = useTranslations();
  const countries = useCountryOptions();
  const choices = (['send', 'stop'] as const).map((value) => ({ value, label: t(`prices.lookup.choice.${value}`) }));
  const yesNo = [
    { value: true, label: t('prices.lookup.lookedUp') },
    { value: false, label: t('prices.lookup.notLookedUp') },
  ];
  return (
    <Group
      title={t('prices.lookup.rules')}
      hint={t('prices.lookup.rulesHint', {
        otp: waits.otp / 1000,
        transactional: waits.transactional / 1000,
        marketing: waits.marketing / 1000,
      })}
    >
      <Form.List name="rules">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className={styles.rule}>
                <Form.Item name={[name, 'class']} label={t('weights.class')}>
                  <Select options={TrafficClass.options.map((value) => ({ value, label: t(`class.${value}.name`) }))} />
                </Form.Item>
                <Form.Item name={[name, 'country']} label={t('prices.list.country')}>
                  <Select
                    showSearch={COUNTRY_SEARCH}
                    options={[{ value: EVERY_COUNTRY, label: t('prices.lookup.every') }, ...countries]}
                  />
                </Form.Item>
                <Form.Item name={[name, 'look_up']} label={t('prices.lookup.field.lookUp')}>
                  <Select options={yesNo} />
                </Form.Item>
                <Form.Item name={[name, 'unknown']} label={t('prices.lookup.field.unknown')}>
                  <Select options={choices} />
                </Form.Item>
                <Form.Item name={[name, 'absent']} label={t('prices.lookup.field.absent')}>
                  <Select options={choices} />
                </Form.Item>
                <Button icon={<DeleteOutlined />} onClick={() => remove(name)}>
                  {t('prices.lookup.removeRule')}
                </Button>
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add(FRESH_RULE)}>
              {t('prices.lookup.addRule')}
            </Button>
          </>
        )}
      </Form.List>
    </Group>
  );
}
