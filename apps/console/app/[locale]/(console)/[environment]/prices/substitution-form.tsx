'use client';

import { Channel, type SubstitutionPreview, type SubstitutionRule, TrafficClass } from '@signalbox/contracts';
import { skipToken, useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Select, Switch } from 'antd';
import { useEffect, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Fields } from '#components/asked/group.tsx';
import { showFaults } from '#components/asked/show-faults.ts';
import { SectionError } from '#components/parts/section-error.tsx';
import { COUNTRY_SEARCH, useCountryOptions } from '#components/parts/use-country-options.ts';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import { decimalToMicros, formatMicros, microsToDecimal } from '#format/money.ts';
import styles from './prices.module.css';

/** A rule as the fields hold it: every choice is a text, and empty for "any". */
interface Values {
  key: string;
  enabled: boolean;
  from: Channel;
  to: Channel;
  country: string;
  class: TrafficClass | '';
  template: string;
  above: string;
}

interface Props {
  /** Undefined for a new one. */
  rule: SubstitutionRule | undefined;
  /** Where it stands among the rules. */
  place: number;
  currency: string;
  error: unknown;
  isSaving: boolean;
  onSave: (rule: SubstitutionRule) => void;
  onCancel: () => void;
}

/** One rule, and what it would have done to the sends of last week before anybody goes by it. */
export function SubstitutionForm({ rule, place, currency, error, isSaving, onSave, onCancel }: Props) {
  const t = useTranslations();
  const { environment } = usePlace();
  const { routing } = useTRPC();
  const [form] = Form.useForm<Values>();
  const toRule = (values: Values) => ruleOf(values, currency);
  const [asked, setAsked] = useState<SubstitutionRule | null>(null);
  const tried = useQuery(
    routing.previewSubstitution.queryOptions(asked === null ? skipToken : { environment, rule: asked }),
  );
  useEffect(() => {
    if (error !== null) showFaults(form, faultsOf(error, `rules.${place}.`));
  }, [form, error, place]);
  useEffect(() => {
    if (tried.error !== null) showFaults(form, faultsOf(tried.error, 'rule.'));
  }, [form, tried.error]);
  const check = async () => {
    const values = await form.validateFields().catch(() => undefined);
    if (values !== undefined) setAsked(toRule(values));
  };
  return (
    <Form<Values>
      name="substitution"
      form={form}
      layout="vertical"
      validateTrigger="onBlur"
      scrollToFirstError={{ focus: true }}
      initialValues={valuesOf(rule)}
      onFinish={(values) => onSave(toRule(values))}
    >
      {error !== null && <SectionError error={error} />}
      <RuleFields currency={currency} />
      <div className={styles.preview}>
        <Button onClick={check} loading={tried.isFetching}>
          {t('prices.substitution.try')}
        </Button>
        <div aria-live="polite">
          {tried.error !== null && <SectionError error={tried.error} />}
          {tried.data !== undefined && <Outcome preview={tried.data} />}
        </div>
      </div>
      <div className={styles.foot}>
        <Button onClick={onCancel}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={isSaving}>
          {t('action.save')}
        </Button>
      </div>
    </Form>
  );
}

function RuleFields({ currency }: { currency: string }) {
  const t = useTranslations();
  const { templates } = useTRPC();
  const countries = useCountryOptions();
  const found = useQuery(templates.list.queryOptions({ limit: 200 }));
  const channels = Channel.options.map((value) => ({ value, label: t(`channel.${value}`) }));
  const any = { value: '', label: t('prices.substitution.any') };
  return (
    <>
      <Form.Item
        name="key"
        label={t('prices.substitution.field.key')}
        extra={t('prices.substitution.field.keyHelp')}
        rules={[
          { required: true, pattern: /^[a-z0-9][a-z0-9-]{0,39}$/, message: t('prices.substitution.field.keyWrong') },
        ]}
      >
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="enabled" label={t('prices.substitution.field.enabled')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <Fields>
        <Form.Item name="from" label={t('prices.substitution.field.from')}>
          <Select options={channels} />
        </Form.Item>
        <Form.Item name="to" label={t('prices.substitution.field.to')}>
          <Select options={channels} />
        </Form.Item>
        <Form.Item name="country" label={t('prices.list.country')}>
          <Select showSearch={COUNTRY_SEARCH} options={[any, ...countries]} />
        </Form.Item>
        <Form.Item name="class" label={t('weights.class')}>
          <Select
            options={[any, ...TrafficClass.options.map((value) => ({ value, label: t(`class.${value}.name`) }))]}
          />
        </Form.Item>
        <Form.Item name="template" label={t('prices.substitution.field.template')}>
          <Select
            loading={found.isLoading}
            options={[
              any,
              ...(found.data?.data ?? []).map(({ key, name }) => ({ value: key, label: `${name} · ${key}` })),
            ]}
          />
        </Form.Item>
        <Form.Item
          name="above"
          label={t('prices.substitution.field.above')}
          extra={t('prices.substitution.field.aboveHelp')}
          rules={[
            {
              validator: async (_, value: string) => {
                if (value !== '' && decimalToMicros(value) === undefined)
                  throw new Error(t('prices.substitution.field.aboveWrong'));
              },
            },
          ]}
        >
          <Input inputMode="decimal" autoComplete="off" suffix={currency} />
        </Form.Item>
      </Fields>
    </>
  );
}

/** What the rule would have moved and saved, or why no saving is told. */
function Outcome({ preview }: { preview: SubstitutionPreview }) {
  const t = useTranslations();
  const locale = useLocale();
  const { sends, moved, unpriced, saving, refused, ended } = preview;
  const money = (micros: number) => formatMicros(micros, saving?.currency ?? 'USD', locale);
  return (
    <Alert
      type={refused === null ? 'success' : 'info'}
      showIcon
      title={t('prices.substitution.wouldMove', { moved, sends })}
      description={
        <>
          {saving !== null && (
            <p>
              {t('prices.substitution.wouldSave', {
                expected: money(saving.expected_micros),
                low: money(saving.low_micros),
                high: money(saving.high_micros),
                ended,
              })}
            </p>
          )}
          {refused !== null && <p>{t(`prices.substitution.refused.${refused}`, { ended })}</p>}
          {unpriced > 0 && <p>{t('prices.substitution.unpriced', { unpriced })}</p>}
        </>
      }
    />
  );
}

const faultsOf = (failure: unknown, within: string) =>
  problemOf(failure).fields.map(({ path, ...fault }) => {
    const field = path.startsWith(within) ? path.slice(within.length) : path;
    return { ...fault, path: field.startsWith('above') ? 'above' : field };
  });

const valuesOf = (rule: SubstitutionRule | undefined): Values => ({
  key: rule?.key ?? '',
  enabled: rule?.enabled ?? true,
  from: rule?.from ?? 'sms',
  to: rule?.to ?? 'email',
  country: rule?.country ?? '',
  class: rule?.class ?? '',
  template: rule?.template ?? '',
  above: rule?.above == null ? '' : microsToDecimal(rule.above.amount_micros),
});

function ruleOf(values: Values, currency: string): SubstitutionRule {
  const { key, enabled, from, to, country, class: trafficClass, template, above } = values;
  const micros = decimalToMicros(above);
  return {
    key,
    enabled,
    from,
    to,
    country: country === '' ? null : country,
    class: trafficClass === '' ? null : trafficClass,
    template: template === '' ? null : template,
    above: micros === undefined ? null : { amount_micros: micros, currency },
  };
}
