'use client';

import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { FraudRulesView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, InputNumber, Select } from 'antd';
import { useTranslations } from 'use-intl';
import { SectionError } from '#components/parts/section-error.tsx';
import { COUNTRY_SEARCH, useCountryOptions } from '#components/parts/use-country-options.ts';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import { draftOf, fieldOf, freshCountry, type RulesDraft, rulesOf } from './rules-draft.ts';
import { MoneyField, ThresholdField } from './rules-fields.tsx';
import styles from './verifications.module.css';

/** Changes the rules against fraud as a whole. */
export function RulesForm({ rules, onDone }: { rules: FraudRulesView; onDone: () => void }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<RulesDraft>();
  const home = usePlace().session.workspace.default_currency;
  const set = useMutation(
    trpc.fraud.setRules.mutationOptions({
      onSuccess: async () => {
        message.success(t('fraud.rules.saved'));
        onDone();
        await queryClient.invalidateQueries({ queryKey: trpc.fraud.pathKey() });
      },
      onError: (error) => {
        form.setFields(
          problemOf(error).fields.map(({ path, message: text }) => ({ name: fieldOf(path) as never, errors: [text] })),
        );
        if (problemOf(error).code === 'conflict') {
          void queryClient.invalidateQueries({ queryKey: trpc.fraud.rules.queryKey() });
        }
      },
    }),
  );
  return (
    <Form<RulesDraft>
      name="rules-form"
      form={form}
      layout="vertical"
      validateTrigger="onBlur"
      scrollToFirstError={{ focus: true }}
      initialValues={draftOf(rules, home)}
      onFinish={(draft) => set.mutate({ rules: rulesOf(draft, rules.version) })}
    >
      {set.error !== null && <SectionError error={set.error} />}
      <fieldset className={styles.group}>
        <legend>{t('fraud.rules.all')}</legend>
        <p>{t('fraud.rules.allHint')}</p>
        <Form.Item
          name="codes_per_minute"
          label={t('fraud.rules.field.perMinute')}
          rules={[{ required: true, type: 'integer', min: 1, max: 1_000_000, message: t('fraud.rules.field.number') }]}
        >
          <InputNumber min={1} max={1_000_000} precision={0} controls={false} className={styles.figureField ?? ''} />
        </Form.Item>
        <MoneyField name={['per_hour']} label={t('fraud.rules.field.perHour')} />
        <MoneyField name={['per_day']} label={t('fraud.rules.field.perDay')} />
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{t('fraud.rules.each')}</legend>
        <p>{t('fraud.rules.eachHint')}</p>
        <CountryFields name={['each_country']} />
      </fieldset>
      <OwnCountries home={home} />
      <div className={styles.buttons}>
        <Button onClick={onDone}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={set.isPending}>
          {t('action.save')}
        </Button>
      </div>
    </Form>
  );
}

/** The rules of a country; `own` of one that may leave things as in each country. `name` is where they stand in their list, or in the form. */
function CountryFields({ name, own = false }: { name: (string | number)[]; own?: boolean }) {
  const t = useTranslations();
  const place = own ? ['countries', ...name] : name;
  return (
    <>
      <ThresholdField
        name={[...name, 'near']}
        place={[...place, 'near']}
        label={t('fraud.rules.field.near')}
        own={own}
      />
      <ThresholdField
        name={[...name, 'wide']}
        place={[...place, 'wide']}
        label={t('fraud.rules.field.wide')}
        own={own}
      />
      <Form.Item
        name={[...name, 'block_hours']}
        label={t('fraud.rules.field.hours')}
        rules={[{ required: !own, type: 'integer', min: 1, max: 720, message: t('fraud.rules.field.hoursNeeded') }]}
      >
        <InputNumber
          min={1}
          max={720}
          precision={0}
          controls={false}
          className={styles.figureField ?? ''}
          placeholder={t('fraud.rules.field.like')}
        />
      </Form.Item>
      <MoneyField
        name={[...name, 'per_hour']}
        place={[...place, 'per_hour']}
        label={t('fraud.rules.field.perHour')}
        own={own}
      />
      <MoneyField
        name={[...name, 'per_day']}
        place={[...place, 'per_day']}
        label={t('fraud.rules.field.perDay')}
        own={own}
      />
    </>
  );
}

/** The countries with rules of their own. */
function OwnCountries({ home }: { home: string }) {
  const t = useTranslations();
  const countries = useCountryOptions();
  return (
    <Form.List name="countries">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <fieldset key={key} className={styles.group}>
              <legend>{t('fraud.rules.field.own')}</legend>
              <div className={styles.ownHead}>
                <Form.Item
                  name={[name, 'country']}
                  label={t('verifications.column.country')}
                  rules={[{ required: true, message: t('fraud.rules.field.countryNeeded') }]}
                >
                  <Select options={countries} showSearch={COUNTRY_SEARCH} />
                </Form.Item>
                <Form.Item>
                  <Button icon={<DeleteOutlined />} onClick={() => remove(name)}>
                    {t('fraud.rules.field.remove')}
                  </Button>
                </Form.Item>
              </div>
              <CountryFields name={[name]} own />
            </fieldset>
          ))}
          <Form.Item>
            <Button icon={<PlusOutlined />} onClick={() => add(freshCountry(home))}>
              {t('fraud.rules.field.add')}
            </Button>
          </Form.Item>
        </>
      )}
    </Form.List>
  );
}
