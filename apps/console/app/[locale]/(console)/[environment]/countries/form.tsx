'use client';

import { Channel, type CountryView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Form, Input, InputNumber, Select, Switch } from 'antd';
import { useTranslations } from 'use-intl';
import { SectionError } from '#components/parts/section-error.tsx';
import { COUNTRY_SEARCH, useCountryOptions } from '#components/parts/use-country-options.ts';
import { useCurrencyOptions, useLanguageOptions } from '#components/parts/use-intl-options.ts';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import { decimalToMicros } from '#format/money.ts';
import styles from './countries.module.css';
import { type CountryDraft, draftOf, fieldOf, settingsOf } from './draft.ts';
import { HoursField } from './hours-field.tsx';
import { REST, restOf } from './rows.ts';

const SEARCH = { optionFilterProp: 'label' };

/** Says what holds in a country, or in all others. What is left empty is inherited, and the field says what that is. */
export function CountryForm(props: {
  editing: CountryView | 'new';
  rest: CountryView;
  /** Countries that have a row already. */
  taken: readonly string[];
  onDone: () => void;
}) {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const { session } = usePlace();
  const [form] = Form.useForm<CountryDraft>();
  const { editing, rest, taken } = props;
  const isNew = editing === 'new';
  const row = isNew ? { ...restOf([]), country: '' } : editing;
  const isRest = row.country === REST;
  const country = Form.useWatch('country', form) ?? row.country;
  // For a limit that is typed here first.
  const currency = rest.max_price?.currency ?? session.workspace.default_currency;
  const countries = useCountryOptions().filter(({ value }) => !taken.includes(value));
  const currencies = useCurrencyOptions();
  const languages = useLanguageOptions(...(row.languages ?? []));
  const save = useMutation(
    trpc.countries.set.mutationOptions({
      onSuccess: async () => {
        message.success(t('countries.saved'));
        props.onDone();
        await queryClient.invalidateQueries({ queryKey: trpc.countries.list.queryKey() });
      },
      onError: (error) => {
        const faults = problemOf(error).fields.map(({ path, message: text }) => ({
          // What the verb finds is named from the body on, what the parser finds from the call on.
          name: fieldOf(path === 'country' || path.startsWith('settings.') ? path : `settings.${path}`) as never,
          errors: [text],
        }));
        form.setFields(faults);
        if (problemOf(error).code === 'conflict') {
          void queryClient.invalidateQueries({ queryKey: trpc.countries.list.queryKey() });
        }
      },
    }),
  );
  /** What an empty field comes to. */
  const like = (value: string | number | null | undefined): string =>
    isRest || value == null ? t('countries.unset') : t('countries.like', { value: String(value) });
  const submit = (draft: CountryDraft) =>
    save.mutate({ country: draft.country ?? row.country, settings: settingsOf(draft, row.version) });

  return (
    <Form<CountryDraft>
      name="country"
      form={form}
      layout="vertical"
      validateTrigger="onBlur"
      scrollToFirstError={{ focus: true }}
      initialValues={{ price_currency: currency, ...draftOf(row), ...(isNew ? { country: undefined } : {}) }}
      onFinish={submit}
    >
      {save.error !== null && <SectionError error={save.error} />}
      {isNew ? (
        <Form.Item
          name="country"
          label={t('countries.country')}
          rules={[{ required: true, message: t('countries.countryNeeded') }]}
        >
          <Select options={countries} showSearch={COUNTRY_SEARCH} placeholder={t('countries.countryNeeded')} />
        </Form.Item>
      ) : (
        <Form.Item name="country" hidden>
          <Input />
        </Form.Item>
      )}
      <Form.Item
        name="enabled"
        label={t('countries.enabled')}
        extra={t(isRest ? 'countries.enabledHelpRest' : 'countries.enabledHelp')}
        valuePropName="checked"
      >
        <Switch />
      </Form.Item>
      <Form.Item
        name="channels"
        label={t('countries.channels')}
        extra={t(isRest ? 'countries.channelsHelpRest' : 'countries.channelsHelp')}
      >
        <Checkbox.Group options={Channel.options.map((value) => ({ value, label: t(`channel.${value}`) }))} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="currency" label={t('countries.currency')} extra={t('countries.currencyHelp')}>
          <Select options={currencies} showSearch={SEARCH} allowClear placeholder={like(rest.currency)} />
        </Form.Item>
        <Form.Item name="languages" label={t('countries.languages')} extra={t('countries.languagesHelp')}>
          <Select
            mode="multiple"
            options={languages}
            showSearch={SEARCH}
            placeholder={like(rest.languages?.join(', '))}
          />
        </Form.Item>
      </div>

      <fieldset className={styles.part}>
        <legend>{t('countries.senders')}</legend>
        {!isRest && <p>{t('countries.sendersHelp')}</p>}
        {(isRest ? Channel.options : Channel.options.filter((channel) => channel !== 'email')).map((channel) => (
          <div key={channel} className={styles.pair}>
            <Form.Item
              name={['senders', channel, 'default']}
              label={t(`countries.senderOf.${channel}`)}
              extra={t('countries.senderHelp')}
            >
              <Input maxLength={320} autoComplete="off" placeholder={like(rest.senders[channel]?.default)} />
            </Form.Item>
            <Form.Item
              name={['senders', channel, 'registered_only']}
              label={t(`countries.registeredOf.${channel}`)}
              extra={t('countries.registeredHelp')}
              valuePropName="checked"
            >
              <Switch />
            </Form.Item>
          </div>
        ))}
      </fieldset>

      <fieldset className={styles.part}>
        <legend>{t('countries.rulesTitle')}</legend>
        <div className={styles.pair}>
          <Form.Item
            name="price"
            label={t('countries.maxPrice')}
            extra={t('countries.maxPriceHelp')}
            rules={[
              {
                validator: async (_, value: string | undefined) => {
                  const text = value?.trim() ?? '';
                  if (text !== '' && (decimalToMicros(text) ?? 0) <= 0) throw new Error(t('countries.priceFault'));
                },
              },
            ]}
          >
            <Input
              inputMode="decimal"
              autoComplete="off"
              placeholder={like(rest.max_price === null ? null : draftOf(rest).price)}
            />
          </Form.Item>
          <Form.Item
            name="price_currency"
            label={t('routes.currency')}
            dependencies={['price']}
            rules={[
              ({ getFieldValue }) => ({
                validator: async (_, value: string | undefined) => {
                  const price = (getFieldValue('price') as string | undefined)?.trim() ?? '';
                  if (price !== '' && value === undefined) throw new Error(t('countries.priceFault'));
                },
              }),
            ]}
          >
            <Select options={currencies} showSearch={SEARCH} allowClear />
          </Form.Item>
          <Form.Item name="valid_for_minutes" label={t('countries.validityField')} extra={t('countries.validityHelp')}>
            <InputNumber
              min={1}
              max={4320}
              controls={false}
              className={styles.figure ?? ''}
              placeholder={like(rest.valid_for_seconds === null ? null : rest.valid_for_seconds / 60)}
            />
          </Form.Item>
          <Form.Item name="marketing_per_day" label={t('countries.capField')} extra={t('countries.capHelp')}>
            <InputNumber
              min={0}
              max={100}
              precision={0}
              controls={false}
              className={styles.figure ?? ''}
              placeholder={like(rest.marketing_per_day)}
            />
          </Form.Item>
        </div>
      </fieldset>

      <HoursField country={country} like={like(rest.closed_dates?.join(', '))} />
      <div className={styles.foot}>
        <Button onClick={props.onDone}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t(isNew ? 'countries.add' : 'action.save')}
        </Button>
      </div>
    </Form>
  );
}
