'use client';

import type { PersonRequestView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { useTranslations } from 'use-intl';
import styles from '#components/consent/consent.module.css';
import { showFaults } from '#components/consent/show-faults.ts';
import { SectionError } from '#components/parts/section-error.tsx';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';

/** Asks why a restriction is lifted, which the register keeps. */
export function LiftDialog({ row, onClose }: { row: PersonRequestView | undefined; onClose: () => void }) {
  const t = useTranslations();
  return (
    <Modal
      open={row !== undefined}
      title={t('rights.ask.lift.title')}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
      width={520}
    >
      {row !== undefined && <LiftForm row={row} onClose={onClose} />}
    </Modal>
  );
}

function LiftForm({ row, onClose }: { row: PersonRequestView; onClose: () => void }) {
  const t = useTranslations();
  const { people } = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const { environment } = usePlace();
  const [form] = Form.useForm<{ reason: string }>();
  const lift = useMutation(
    people.lift.mutationOptions({
      onSuccess: async () => {
        message.success(t('rights.lifted'));
        onClose();
        await queryClient.invalidateQueries({ queryKey: people.pathKey() });
      },
      onError: (error) => showFaults(form, error, 'lift'),
    }),
  );
  return (
    <Form<{ reason: string }>
      name="lift-dialog"
      form={form}
      layout="vertical"
      validateTrigger="onBlur"
      onFinish={({ reason }) => lift.mutate({ environment, id: row.id, lift: { reason: reason.trim() } })}
    >
      {lift.error !== null && problemOf(lift.error).fields.length === 0 && <SectionError error={lift.error} />}
      <p className={styles.soft}>{t('rights.ask.lift.text')}</p>
      <Form.Item
        name="reason"
        label={t('rights.reason')}
        rules={[{ required: true, whitespace: true, message: t('suppressions.reasonNeeded') }]}
      >
        <Input autoComplete="off" maxLength={200} />
      </Form.Item>
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={lift.isPending}>
          {t('rights.ask.lift.do')}
        </Button>
      </div>
    </Form>
  );
}
