'use client';

import type { RouteHealthView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, InputNumber, Modal, Radio } from 'antd';
import { useTranslations } from 'use-intl';
import { SectionError } from '#components/parts/section-error.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import styles from './health.module.css';

interface Values {
  reason: string;
  how: 'lifted' | 'hours';
  hours: number;
}

/** Asks why and for how long, then takes a route out. */
export function PauseDialog(props: { route: RouteHealthView | undefined; onClose: () => void }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const { environment } = usePlace();
  const [form] = Form.useForm<Values>();
  const how = Form.useWatch('how', form);
  const { route, onClose } = props;
  const pause = useMutation(
    trpc.routes.pause.mutationOptions({
      onSuccess: async () => {
        onClose();
        message.success(t('health.pausedDone'));
        await queryClient.invalidateQueries({ queryKey: trpc.routing.health.queryKey() });
      },
    }),
  );
  const submit = ({ reason, how: until, hours }: Values) => {
    if (route === undefined) return;
    const end = until === 'hours' ? { until: new Date(Date.now() + hours * 3_600_000).toISOString() } : {};
    pause.mutate({ environment, id: route.id, reason, ...end });
  };
  return (
    <Modal
      open={route !== undefined}
      title={t('health.pauseRoute', { name: route?.name ?? '' })}
      okText={t('health.pause')}
      cancelText={t('action.cancel')}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={pause.isPending}
      destroyOnHidden
      afterClose={() => pause.reset()}
    >
      <p className={styles.dialogText}>{t('health.pauseText')}</p>
      {pause.error !== null && <SectionError error={pause.error} />}
      <Form<Values>
        name="pause-dialog"
        form={form}
        layout="vertical"
        initialValues={{ how: 'lifted', hours: 2 }}
        onFinish={submit}
        preserve={false}
      >
        <Form.Item
          name="reason"
          label={t('health.why')}
          rules={[{ required: true, whitespace: true, message: t('health.whyNeeded') }]}
        >
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="how" label={t('health.howLong')}>
          <Radio.Group
            options={[
              { value: 'lifted', label: t('health.untilLifted') },
              { value: 'hours', label: t('health.forHours') },
            ]}
          />
        </Form.Item>
        {how === 'hours' && (
          <Form.Item
            name="hours"
            label={t('health.hours')}
            rules={[{ required: true, message: t('health.hoursNeeded') }]}
          >
            <InputNumber min={1} max={720} precision={0} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
