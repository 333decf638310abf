'use client';

import type { LookupView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, InputNumber, Switch } from 'antd';
import { useTranslations } from 'use-intl';
import { ASKED_POINTERS } from '#components/asked/asked-values.ts';
import { CostFields } from '#components/asked/cost-fields.tsx';
import { ReadingFields } from '#components/asked/reading-fields.tsx';
import { ServiceFields } from '#components/asked/service-fields.tsx';
import { showFaults } from '#components/asked/show-faults.ts';
import { SectionError } from '#components/parts/section-error.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import { LookupRules } from './lookup-rules.tsx';
import { type LookupValues, toRequest, toValues } from './lookup-values.ts';
import styles from './prices.module.css';

const POINTERS = ['network_pointer', 'mnc_pointer', 'state_pointer'] as const;
const WORDS = ['reachable_words', 'absent_words', 'unknown_words'] as const;

/** Sets the service that is asked for the networks of numbers, and the rules; faults stand at the fields they name. */
export function LookupForm({ view, onDone }: { view: LookupView; onDone: () => void }) {
  const t = useTranslations();
  const { networks } = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<LookupValues>();
  const save = useMutation(
    networks.setLookup.mutationOptions({
      onSuccess: async () => {
        message.success(t('prices.lookup.saved'));
        onDone();
        await queryClient.invalidateQueries({ queryKey: networks.lookup.pathKey() });
      },
      onError: (error) => showFaults(form, problemOf(error).fields),
    }),
  );
  const submit = (values: LookupValues) => {
    const request = toRequest(values, view.version);
    if (request === undefined)
      return showFaults(form, [{ path: 'service.body', code: 'json_invalid', message: t('providers.jsonUnreadable') }]);
    save.mutate(request);
  };
  return (
    <Form<LookupValues>
      name="lookup"
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
      <CostFields>
        <Form.Item name={['service', 'network_days']} label={t('prices.lookup.field.networkDays')}>
          <InputNumber min={1} max={90} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name={['service', 'reach_minutes']} label={t('prices.lookup.field.reachMinutes')}>
          <InputNumber min={1} max={10_080} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </CostFields>
      <ReadingFields
        pointers={[
          ...ASKED_POINTERS.map((name) => ({ name, label: t(`asked.${name}`) })),
          ...POINTERS.map((name) => ({ name, label: t(`prices.lookup.pointer.${name}`) })),
        ]}
        words={WORDS.map((name) => ({ name, label: t(`prices.lookup.words.${name}`) }))}
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
