'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { useTranslations } from 'use-intl';
import styles from '#components/consent/consent.module.css';
import { SectionError } from '#components/parts/section-error.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import type { Suppression } from './suppression-table.tsx';

/** Lifts a suppression; why is asked and kept. */
export function Lift({ row, onClose }: { row: Suppression | undefined; onClose: () => void }) {
  const t = useTranslations();
  return (
    <Modal
      open={row !== undefined}
      title={t('suppressions.liftTitle', { address: row?.address ?? '' })}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
      width={520}
    >
      {row !== undefined && <LiftForm row={row} onClose={onClose} />}
    </Modal>
  );
}

function LiftForm({ row, onClose }: { row: Suppression; onClose: () => void }) {
  const t = useTranslations();
  const { suppressions } = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const { environment } = usePlace();
  const lift = useMutation(
    suppressions.remove.mutationOptions({
      onSuccess: async () => {
        message.success(t('suppressions.lifted'));
        onClose();
        await queryClient.invalidateQueries({ queryKey: suppressions.pathKey() });
      },
    }),
  );
  return (
    <Form<{ reason: string }>
      name="lift-suppression"
      layout="vertical"
      onFinish={({ reason }) => lift.mutate({ environment, id: row.id, reason: reason.trim() })}
    >
      {lift.error !== null && <SectionError error={lift.error} />}
      <p className={styles.soft}>{t('suppressions.liftText')}</p>
      <Form.Item
        name="reason"
        label={t('suppressions.liftReason')}
        rules={[{ required: true, whitespace: true, message: t('suppressions.reasonNeeded') }]}
      >
        <Input autoComplete="off" maxLength={200} />
      </Form.Item>
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t('action.keep')}</Button>
        <Button type="primary" danger htmlType="submit" loading={lift.isPending}>
          {t('suppressions.lift')}
        </Button>
      </div>
    </Form>
  );
}
