'use client';

import type { TopicView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { useTranslations } from 'use-intl';
import styles from '#components/consent/consent.module.css';
import { showFaults } from '#components/consent/show-faults.ts';
import { SectionError } from '#components/parts/section-error.tsx';
import { useTRPC } from '#data/trpc.ts';
import { LOCALE_NAMES, LOCALES } from '#i18n/locales.ts';

interface Draft {
  key: string;
  names: Record<string, string | undefined>;
}

/** Makes a topic, or names it otherwise: a name in each language the preference page speaks. */
export function TopicForm({ topic, onClose }: { topic: TopicView | 'new' | undefined; onClose: () => void }) {
  const t = useTranslations();
  const title = topic === 'new' ? t('topics.add') : t('topics.change');
  return (
    <Modal open={topic !== undefined} title={title} footer={null} onCancel={onClose} destroyOnHidden width={520}>
      {topic !== undefined && <Names topic={topic === 'new' ? undefined : topic} onClose={onClose} />}
    </Modal>
  );
}

function Names({ topic, onClose }: { topic: TopicView | undefined; onClose: () => void }) {
  const t = useTranslations();
  const { topics } = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Draft>();
  const save = useMutation(
    topics.save.mutationOptions({
      onSuccess: async () => {
        message.success(t('topics.saved'));
        onClose();
        await queryClient.invalidateQueries({ queryKey: topics.pathKey() });
      },
      onError: (error) => showFaults(form, error, 'topic'),
    }),
  );
  const submit = ({ key, names }: Draft) => {
    // Names in other languages came by the API and stay.
    const all = Object.entries({ ...topic?.names, ...names }).map(([locale, name = '']) => [locale, name.trim()]);
    save.mutate({ key: key.trim(), names: Object.fromEntries(all.filter(([, name]) => name !== '')) });
  };
  return (
    <Form<Draft>
      name="topic"
      form={form}
      layout="vertical"
      validateTrigger="onBlur"
      initialValues={topic ?? {}}
      onFinish={submit}
    >
      {save.error !== null && <SectionError error={save.error} />}
      <Form.Item
        name="key"
        label={t('topics.key')}
        extra={t('topics.keyHelp')}
        rules={[{ required: true, pattern: /^[a-z][a-z0-9_-]{0,39}$/, message: t('lists.topicWrong') }]}
      >
        <Input autoComplete="off" maxLength={40} placeholder="offers" disabled={topic !== undefined} />
      </Form.Item>
      {LOCALES.map((locale, index) => (
        <Form.Item
          key={locale}
          name={['names', locale]}
          label={t('topics.nameIn', { language: LOCALE_NAMES[locale].name })}
          extra={index === 0 ? t('topics.nameHelp') : undefined}
          rules={index === 0 ? [{ required: true, whitespace: true, message: t('topics.nameNeeded') }] : []}
        >
          <Input autoComplete="off" maxLength={80} lang={locale} />
        </Form.Item>
      ))}
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('topics.save')}
        </Button>
      </div>
    </Form>
  );
}
