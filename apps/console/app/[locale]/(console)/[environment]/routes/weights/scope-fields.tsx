'use client';

import type { RouteView, WeightScope } from '@signalbox/contracts';
import { Form, Select } from 'antd';
import { useTranslations } from 'use-intl';
import { COUNTRY_SEARCH, useCountryOptions } from '#components/parts/use-country-options.ts';
import styles from './weights.module.css';

const CLASSES = ['otp', 'transactional', 'marketing'] as const;
const REST = '*';

/** Asks for which traffic: whose weights new ones are, or whose success is looked at. */
export function ScopeFields(props: {
  /** Tells apart the fields of two that stand on one page. */
  idPrefix: string;
  scope: WeightScope;
  routes: readonly RouteView[];
  onChange: (scope: WeightScope) => void;
}) {
  const t = useTranslations();
  const countries = useCountryOptions();
  const { scope, routes, idPrefix: id } = props;
  const change = (part: Partial<WeightScope>) => props.onChange({ ...scope, ...part });
  const channels = [...new Set(routes.map(({ channel }) => channel))];
  const tiers = [...new Set(routes.filter(({ channel }) => channel === scope.channel).map(({ tier }) => tier))].sort();
  return (
    <div className={styles.fields}>
      <Form.Item label={t('routes.channel')} htmlFor={`${id}-channel`}>
        <Select
          id={`${id}-channel`}
          value={scope.channel}
          options={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
          onChange={(channel) => {
            const tier = Math.min(...routes.filter((one) => one.channel === channel).map((one) => one.tier));
            change({ channel, tier, ...(channel === 'email' ? { country: null } : {}) });
          }}
        />
      </Form.Item>
      <Form.Item label={t('weights.class')} htmlFor={`${id}-class`}>
        <Select
          id={`${id}-class`}
          value={scope.class}
          options={CLASSES.map((value) => ({ value, label: t(`class.${value}.name`) }))}
          onChange={(value) => change({ class: value })}
        />
      </Form.Item>
      <Form.Item label={t('weights.country')} htmlFor={`${id}-country`}>
        <Select
          id={`${id}-country`}
          value={scope.country ?? REST}
          showSearch={COUNTRY_SEARCH}
          disabled={scope.channel === 'email'}
          options={[{ value: REST, label: t('weights.everywhereElse') }, ...countries]}
          onChange={(value) => change({ country: value === REST ? null : value })}
        />
      </Form.Item>
      <Form.Item label={t('routes.tierField')} htmlFor={`${id}-tier`}>
        <Select
          id={`${id}-tier`}
          value={scope.tier}
          options={tiers.map((value) => ({ value, label: String(value) }))}
          onChange={(tier) => change({ tier })}
        />
      </Form.Item>
    </div>
  );
}
