'use client';

import type { PersonRequestView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { useTranslations } from 'use-intl';
import styles from '#components/consent/consent.module.css';
import { showFaults } from '#components/consent/show-faults.ts';
import { Facts } from '#components/parts/facts.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';

/** The second person decides on an erasure: approves it with the address typed again, or turns it down. */
export function DecideDialog({ row, onClose }: { row: PersonRequestView | undefined; onClose: () => void }) {
  const t = useTranslations();
  return (
    <Modal
      open={row !== undefined}
      title={t('rights.decideTitle')}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
      width={520}
    >
      {row !== undefined && <DecideForm row={row} onClose={onClose} />}
    </Modal>
  );
}

function DecideForm({ row, onClose }: { row: PersonRequestView; onClose: () => void }) {
  const t = useTranslations();
  const { approvals, people } = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const { environment } = row;
  const [form] = Form.useForm<{ address: string }>();
  const decide = useMutation(
    people.decide.mutationOptions({
      onSuccess: async ({ certificate }) => {
        message.success(t(certificate === null ? 'rights.rejected' : 'rights.erased'));
        onClose();
        await Promise.all(
          [people, approvals].map(({ pathKey }) => queryClient.invalidateQueries({ queryKey: pathKey() })),
        );
      },
      onError: (error) => showFaults(form, error, 'answer'),
    }),
  );
  return (
    <Form<{ address: string }>
      form={form}
      name="decide-erasure"
      layout="vertical"
      onFinish={({ address }) =>
        decide.mutate({ environment, answer: { id: row.id, decision: 'approve', address: address.trim() } })
      }
    >
      {decide.error !== null && problemOf(decide.error).fields.length === 0 && <SectionError error={decide.error} />}
      <Facts
        tight
        items={[
          { name: t('rights.person'), value: row.address },
          { name: t('rights.askedBy'), value: row.asked_by.name },
          { name: t('rights.reason'), value: row.reason },
        ]}
      />
      <Form.Item
        name="address"
        label={t('rights.again')}
        extra={t('rights.decideHelp')}
        rules={[{ required: true, whitespace: true, message: t('consents.addressNeeded') }]}
      >
        <Input autoComplete="off" maxLength={320} />
      </Form.Item>
      <div className={styles.buttons}>
        <Button
          disabled={decide.isPending}
          onClick={() => decide.mutate({ environment, answer: { id: row.id, decision: 'reject' } })}
        >
          {t('rights.reject')}
        </Button>
        <Button type="primary" danger htmlType="submit" loading={decide.isPending}>
          {t('rights.approve')}
        </Button>
      </div>
    </Form>
  );
}
