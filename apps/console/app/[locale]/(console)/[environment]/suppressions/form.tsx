'use client';

import { TrafficClass } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Form, Input, Modal } from 'antd';
import { useTranslations } from 'use-intl';
import styles from '#components/consent/consent.module.css';
import { ReasonField } from '#components/consent/reason-field.tsx';
import { showFaults } from '#components/consent/show-faults.ts';
import { SectionError } from '#components/parts/section-error.tsx';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';

interface Draft {
  address: string;
  classes: TrafficClass[];
  reason: string;
}

/** Suppresses an address for some classes. */
export function Suppress(props: { open: boolean; onClose: () => void }) {
  const t = useTranslations();
  return (
    <Modal
      open={props.open}
      title={t('suppressions.add')}
      footer={null}
      onCancel={props.onClose}
      destroyOnHidden
      width={520}
    >
      {props.open && <SuppressForm onClose={props.onClose} />}
    </Modal>
  );
}

function SuppressForm({ onClose }: { onClose: () => void }) {
  const t = useTranslations();
  const { suppressions } = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const { environment } = usePlace();
  const [form] = Form.useForm<Draft>();
  const add = useMutation(
    suppressions.add.mutationOptions({
      onSuccess: async () => {
        message.success(t('suppressions.added'));
        onClose();
        await queryClient.invalidateQueries({ queryKey: suppressions.pathKey() });
      },
      onError: (error) => showFaults(form, error, 'suppression'),
    }),
  );
  return (
    <Form<Draft>
      name="suppression"
      form={form}
      layout="vertical"
      validateTrigger="onBlur"
      initialValues={{ classes: ['marketing'] }}
      onFinish={({ address, classes, reason }) =>
        add.mutate({
          environment,
          suppression: {
            address: address.trim(),
            channel: address.includes('@') ? 'email' : 'sms',
            classes,
            reason: reason.trim(),
          },
        })
      }
    >
      {add.error !== null && problemOf(add.error).fields.length === 0 && <SectionError error={add.error} />}
      <Form.Item
        name="address"
        label={t('suppressions.address')}
        extra={t('suppressions.addressHelp')}
        rules={[{ required: true, whitespace: true, message: t('consents.addressNeeded') }]}
      >
        <Input autoComplete="off" maxLength={320} />
      </Form.Item>
      <Form.Item
        name="classes"
        label={t('suppressions.classes')}
        rules={[
          {
            // Not "required": the attribute this makes is none a group may have.
            validator: (_, chosen: unknown[]) =>
              chosen.length > 0 ? Promise.resolve() : Promise.reject(new Error(t('suppressions.classesNeeded'))),
          },
        ]}
      >
        <Checkbox.Group options={TrafficClass.options.map((value) => ({ value, label: t(`class.${value}.name`) }))} />
      </Form.Item>
      <ReasonField label={t('suppressions.reason')} />
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t('suppressions.add')}
        </Button>
      </div>
    </Form>
  );
}
