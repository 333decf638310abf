'use client';

import type { Channel } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal, Radio } from 'antd';
import { useTranslations } from 'use-intl';
import styles from '#components/consent/consent.module.css';
import { AddressField, SourceField } from '#components/consent/person-fields.tsx';
import { showFaults } from '#components/consent/show-faults.ts';
import { SectionError } from '#components/parts/section-error.tsx';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import { changeAddress } from '#url-state/change-address.ts';

interface Draft {
  address: string;
  state: 'granted' | 'withdrawn';
  source: string;
  reference?: string;
}

/** Records what a person said by phone, on paper or at a counter: a withdrawal as a rule. */
export function RecordConsent(props: { open: boolean; address: string; onClose: () => void }) {
  const t = useTranslations();
  return (
    <Modal
      open={props.open}
      title={t('consents.record')}
      footer={null}
      onCancel={props.onClose}
      destroyOnHidden
      width={520}
    >
      {props.open && <RecordForm address={props.address} onClose={props.onClose} />}
    </Modal>
  );
}

const channelOf = (address: string): Channel => (address.includes('@') ? 'email' : 'sms');

function RecordForm({ address, onClose }: { address: string; onClose: () => void }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const { environment, href } = usePlace();
  const [form] = Form.useForm<Draft>();
  const record = useMutation(
    trpc.consents.record.mutationOptions({
      onSuccess: async (entry) => {
        message.success(t(`consents.recorded.${entry.state}`));
        onClose();
        changeAddress(`${href('consents')}?${new URLSearchParams({ address: entry.address })}`);
        await queryClient.invalidateQueries({ queryKey: trpc.consents.pathKey() });
      },
      onError: (error) => showFaults(form, error, 'consent'),
    }),
  );
  const submit = ({ address: given, state, source, reference = '' }: Draft) => {
    const proof = reference.trim() === '' ? {} : { proof: { reference: reference.trim() } };
    record.mutate({
      environment,
      consent: { address: given.trim(), channel: channelOf(given), state, source: source.trim(), ...proof },
    });
  };
  return (
    <Form<Draft>
      name="record-form"
      form={form}
      layout="vertical"
      validateTrigger="onBlur"
      initialValues={{ address, state: 'withdrawn' }}
      onFinish={submit}
    >
      {record.error !== null && problemOf(record.error).fields.length === 0 && <SectionError error={record.error} />}
      <AddressField />
      <Form.Item name="state" label={t('consents.what')}>
        <Radio.Group
          options={(['withdrawn', 'granted'] as const).map((value) => ({ value, label: t(`consents.state.${value}`) }))}
        />
      </Form.Item>
      <SourceField />
      <Form.Item name="reference" label={t('consents.reference')} extra={t('consents.referenceHelp')}>
        <Input autoComplete="off" maxLength={400} />
      </Form.Item>
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={record.isPending}>
          {t('consents.record')}
        </Button>
      </div>
    </Form>
  );
}
