'use client';

import type { FieldError, LookupView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Collapse, Form, Input, InputNumber, Select, Switch } from 'antd';
import { useTranslations } from 'use-intl';
import { SectionError } from '#components/parts/section-error.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import { decimalToMicros } from '#format/money.ts';
import { LookupRules } from './lookup-rules.tsx';
import { fieldOf, type LookupValues, toRequest, toValues } from './lookup-values.ts';
import styles from './prices.module.css';

/** Sets the service that is asked for the networks of numbers, and the rules; faults stand at the fields they name. */
export function LookupForm({ view, onDone }: { view: LookupView; onDone: () => void }) {
  const t = useTranslations();
  const { networks } = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<LookupValues>();
  const showFaults = (faults: readonly FieldError[]) => {
    const shown = faults.map(({ path, message: text }) => ({ name: fieldOf(path), errors: [text] }));
    form.setFields(shown as Parameters<typeof form.setFields>[0]);
    if (shown[0] !== undefined) form.scrollToField(shown[0].name as never, { focus: true });
  };
  const save = useMutation(
    networks.setLookup.mutationOptions({
      onSuccess: async () => {
        message.success(t('prices.lookup.saved'));
        onDone();
        await queryClient.invalidateQueries({ queryKey: networks.lookup.pathKey() });
      },
      onError: (error) => showFaults(problemOf(error).fields),
    }),
  );
  const submit = (values: LookupValues) => {
    const request = toRequest(values, view.version);
    if (request === undefined)
      return showFaults([{ path: 'service.body', code: 'json_invalid', message: t('providers.jsonUnreadable') }]);
    save.mutate(request);
  };
  return (
    <Form<LookupValues>
      form={form}
      layout="vertical"
      validateTrigger="onBlur"
      scrollToFirstError={{ focus: true }}
      initialValues={toValues(view)}
      onFinish={submit}
    >
      {save.error !== null && <SectionError error={save.error} />}
      <Form.Item
        name="enabled"
        label={t('prices.lookup.field.enabled')}
        extra={t('prices.lookup.field.enabledHelp')}
        valuePropName="checked"
      >
        <Switch />
      </Form.Item>
      <ServiceFields isSecretStored={view.secret_stored} />
      <CostFields />
      <Collapse
        ghost
        items={[{ key: 'reading', label: t('prices.lookup.reading'), children: <ReadingFields />, forceRender: true }]}
      />
      <LookupRules waits={view.waits_ms} />
      <div className={styles.foot}>
        <Button onClick={onDone}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('action.save')}
        </Button>
      </div>
    </Form>
  );
}

const AUTH = ['bearer', 'basic', 'header', 'none'] as const;

function ServiceFields({ isSecretStored }: { isSecretStored: boolean }) {
  const t = useTranslations();
  const auth = Form.useWatch(['service', 'auth']) as (typeof AUTH)[number] | undefined;
  return (
    <fieldset className={styles.group}>
      <legend>{t('prices.lookup.address')}</legend>
      <Form.Item
        name={['service', 'url']}
        label={t('prices.lookup.field.url')}
        extra={t('prices.lookup.field.urlHelp', { number: '{{number}}' })}
        rules={[{ required: true, message: t('prices.lookup.field.urlNeeded') }]}
      >
        <Input autoComplete="off" placeholder="https://lookup.example.com/v1/numbers" />
      </Form.Item>
      <Form.Item
        name={['service', 'body']}
        label={t('prices.lookup.field.body')}
        extra={t('prices.lookup.field.bodyHelp', { numbers: '{{numbers}}', digits: '{{all_digits}}' })}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} className="num" spellCheck={false} />
      </Form.Item>
      <div className={styles.fields}>
        <Form.Item name={['service', 'max_numbers']} label={t('prices.lookup.field.max')}>
          <InputNumber min={1} max={500} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name={['service', 'timeout_ms']} label={t('prices.lookup.field.timeout')}>
          <InputNumber min={200} max={15_000} precision={0} suffix="ms" style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name={['service', 'auth']} label={t('prices.lookup.field.auth')}>
          <Select options={AUTH.map((value) => ({ value, label: t(`prices.lookup.auth.${value}`) }))} />
        </Form.Item>
        <Form.Item name={['service', 'auth_user']} label={t('prices.lookup.field.user')} hidden={auth !== 'basic'}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name={['service', 'auth_header']} label={t('prices.lookup.field.header')} hidden={auth !== 'header'}>
          <Input autoComplete="off" placeholder="x-api-key" />
        </Form.Item>
        <Form.Item name="secret" label={t('prices.lookup.field.secret')} hidden={auth === 'none'}>
          <Input.Password autoComplete="new-password" placeholder={isSecretStored ? t('providers.secretStored') : ''} />
        </Form.Item>
      </div>
    </fieldset>
  );
}

function CostFields() {
  const t = useTranslations();
  const money = (isNeeded: boolean) => ({
    validator: (_: unknown, text: string) =>
      (text ?? '').trim() === '' && !isNeeded
        ? Promise.resolve()
        : decimalToMicros(text ?? '') === undefined
          ? Promise.reject(new Error(t('prices.lookup.field.moneyFault')))
          : Promise.resolve(),
  });
  return (
    <fieldset className={styles.group}>
      <legend>{t('prices.lookup.cost')}</legend>
      <p className={styles.quiet}>{t('prices.lookup.costHint')}</p>
      <div className={styles.fields}>
        <Form.Item name="price" label={t('prices.lookup.field.price')} rules={[money(true)]}>
          <Input inputMode="decimal" autoComplete="off" placeholder="0.004" />
        </Form.Item>
        <Form.Item
          name={['service', 'currency']}
          label={t('prices.rates.field.currency')}
          rules={[{ required: true, pattern: /^[A-Z]{3}$/, message: t('prices.rates.fault.currency') }]}
        >
          <Input maxLength={3} autoComplete="off" />
        </Form.Item>
        <Form.Item name={['service', 'daily_numbers']} label={t('prices.lookup.field.dailyNumbers')}>
          <InputNumber min={1} max={10_000_000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="daily" label={t('prices.lookup.field.dailyMoney')} rules={[money(false)]}>
          <Input inputMode="decimal" autoComplete="off" placeholder={t('prices.lookup.field.noLimit')} />
        </Form.Item>
        <Form.Item name={['service', 'network_days']} label={t('prices.lookup.field.networkDays')}>
          <InputNumber min={1} max={90} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name={['service', 'reach_minutes']} label={t('prices.lookup.field.reachMinutes')}>
          <InputNumber min={1} max={10_080} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </div>
    </fieldset>
  );
}

const POINTERS = ['results_pointer', 'number_pointer', 'network_pointer', 'mnc_pointer', 'state_pointer'] as const;
const WORDS = ['reachable_words', 'absent_words', 'unknown_words'] as const;

/** Where in an answer things stand, and what its words mean. */
function ReadingFields() {
  const t = useTranslations();
  return (
    <>
      <p className={styles.quiet}>{t('prices.lookup.readingHint')}</p>
      <div className={styles.fields}>
        {POINTERS.map((name) => (
          <Form.Item key={name} name={['service', name]} label={t(`prices.lookup.pointer.${name}`)}>
            <Input autoComplete="off" className="num" />
          </Form.Item>
        ))}
      </div>
      {WORDS.map((name) => (
        <Form.Item key={name} name={['service', name]} label={t(`prices.lookup.words.${name}`)}>
          <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', ' ']} />
        </Form.Item>
      ))}
    </>
  );
}
