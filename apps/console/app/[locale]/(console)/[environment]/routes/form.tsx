'use client';

import { Channel, type RouteView, type TrafficClass } from '@signalbox/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Form, Input, InputNumber, Select, Switch } from 'antd';
import { useTranslations } from 'use-intl';
import { SectionError } from '#components/parts/section-error.tsx';
import { COUNTRY_SEARCH, useCountryOptions } from '#components/parts/use-country-options.ts';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import { decimalToMicros, microsToDecimal } from '#format/money.ts';
import styles from './routes.module.css';

interface Values {
  name: string;
  provider_id: string;
  channel: RouteView['channel'];
  countries: string[];
  prefixes: string[];
  classes: TrafficClass[];
  tier: number;
  weight: number;
  price: string;
  currency: string;
  enabled: boolean;
}

const CLASSES: readonly TrafficClass[] = ['otp', 'transactional', 'marketing'];

const initialValues = (route: RouteView | undefined, currency: string): Partial<Values> =>
  route === undefined
    ? {
        channel: 'sms',
        countries: [],
        prefixes: [],
        classes: [],
        tier: 1,
        weight: 100,
        price: '0.005',
        currency,
        enabled: true,
      }
    : { ...route, provider_id: route.provider.id, price: microsToDecimal(route.price_micros) };

/** Makes or changes a route. */
export function RouteForm(props: { route: RouteView | undefined; onDone: () => void }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const { environment, session } = usePlace();
  const [form] = Form.useForm<Values>();
  const countries = useCountryOptions();
  const providers = useQuery(trpc.providers.list.queryOptions({ environment }));
  const { route } = props;

  const save = useMutation(
    trpc.routes.save.mutationOptions({
      onSuccess: async () => {
        message.success(t('routes.saved'));
        props.onDone();
        await queryClient.invalidateQueries({ queryKey: trpc.routes.pathKey() });
      },
      onError: (error) => {
        const fields = problemOf(error).fields.map(({ path, message: text }) => {
          const [name = ''] = path.split('.');
          return { name: (name === 'price_micros' ? 'price' : name) as keyof Values, errors: [text] };
        });
        form.setFields(fields);
      },
    }),
  );
  const submit = ({ price, ...values }: Values) =>
    save.mutate({
      environment,
      ...(route === undefined ? {} : { id: route.id, version: route.version }),
      ...values,
      prefixes: values.prefixes.map((prefix) => prefix.replace(/^\+/, '')),
      price_micros: decimalToMicros(price) ?? 0,
    });

  return (
    <Form<Values>
      name="route"
      form={form}
      layout="vertical"
      validateTrigger="onBlur"
      scrollToFirstError={{ focus: true }}
      initialValues={initialValues(route, session.workspace.default_currency)}
      onFinish={submit}
    >
      {save.error !== null && <SectionError error={save.error} />}
      <Form.Item
        name="name"
        label={t('routes.name')}
        rules={[{ required: true, whitespace: true, message: t('routes.nameNeeded') }]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="channel" label={t('routes.channel')}>
          <Select options={Channel.options.map((value) => ({ value, label: t(`channel.${value}`) }))} />
        </Form.Item>
        <Form.Item
          name="provider_id"
          label={t('routes.provider')}
          rules={[{ required: true, message: t('routes.providerNeeded') }]}
        >
          <Select
            loading={providers.isPending}
            options={(providers.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            notFoundContent={t('routes.noProviders')}
          />
        </Form.Item>
      </div>
      <Form.Item name="countries" label={t('routes.countries')} extra={t('routes.countriesHelp')}>
        <Select
          mode="multiple"
          options={countries}
          showSearch={COUNTRY_SEARCH}
          placeholder={t('routes.scope.allCountries')}
        />
      </Form.Item>
      <Form.Item
        name="prefixes"
        label={t('routes.prefixes')}
        extra={t('routes.prefixesHelp')}
        rules={[
          {
            validator: async (_, value: string[]) => {
              if (value.some((prefix) => !/^\+?[1-9]\d{0,14}$/.test(prefix))) throw new Error(t('routes.prefixFault'));
            },
          },
        ]}
      >
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', ' ']} placeholder="+5255" />
      </Form.Item>
      <Form.Item name="classes" label={t('routes.classes')} extra={t('routes.classesHelp')}>
        <Checkbox.Group options={CLASSES.map((value) => ({ value, label: t(`class.${value}.name`) }))} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="tier" label={t('routes.tierField')} extra={t('routes.tierHelp')}>
          <InputNumber min={1} max={9} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="weight" label={t('routes.weight')} extra={t('routes.weightHelp')}>
          <InputNumber min={0} max={1000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <div className={styles.pair}>
        <Form.Item
          name="price"
          label={t('routes.priceField')}
          extra={t('routes.priceHelp')}
          rules={[
            {
              validator: async (_, value: string) => {
                if (decimalToMicros(value ?? '') === undefined) throw new Error(t('routes.priceFault'));
              },
            },
          ]}
        >
          <Input inputMode="decimal" autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="currency"
          label={t('routes.currency')}
          normalize={(value: string) => value.toUpperCase()}
          rules={[{ pattern: /^[A-Z]{3}$/, required: true, message: t('routes.currencyFault') }]}
        >
          <Input maxLength={3} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="enabled" label={t('routes.enabled')} extra={t('routes.enabledHelp')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <div className={styles.formFoot}>
        <Button onClick={props.onDone}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t(route === undefined ? 'routes.create' : 'action.save')}
        </Button>
      </div>
    </Form>
  );
}
