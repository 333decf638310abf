'use client';

import { type KeywordReply, KeywordReplyKind } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal, Select } from 'antd';
import { useTranslations } from 'use-intl';
import styles from '#components/consent/consent.module.css';
import { showFaults } from '#components/consent/show-faults.ts';
import { SectionError } from '#components/parts/section-error.tsx';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';

type Draft = Pick<KeywordReply, 'kind' | 'locale' | 'text'>;

/** Changes what answers a keyword, or adds an answer in a language the house does not speak. */
export function ChangeReply({ reply, onClose }: { reply: KeywordReply | undefined; onClose: () => void }) {
  const t = useTranslations();
  return (
    <Modal
      open={reply !== undefined}
      title={t('keywords.replies')}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
      width={560}
    >
      {reply !== undefined && <ReplyForm reply={reply} onClose={onClose} />}
    </Modal>
  );
}

function ReplyForm({ reply, onClose }: { reply: KeywordReply; onClose: () => void }) {
  const t = useTranslations();
  const { keywords } = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const { environment } = usePlace();
  const [form] = Form.useForm<Draft>();
  const isKnown = reply.locale !== '';
  const save = useMutation(
    keywords.setReply.mutationOptions({
      onSuccess: async () => {
        message.success(t('keywords.saved'));
        onClose();
        await queryClient.invalidateQueries({ queryKey: keywords.pathKey() });
      },
      onError: (error) => showFaults(form, error, 'reply'),
    }),
  );
  const set = ({ kind, locale, text }: Draft) =>
    save.mutate({ environment, reply: { kind, locale: locale.trim(), text: text.trim() } });
  return (
    <Form<Draft>
      name="reply-form"
      form={form}
      layout="vertical"
      validateTrigger="onBlur"
      initialValues={reply}
      onFinish={set}
    >
      {save.error !== null && problemOf(save.error).fields.length === 0 && <SectionError error={save.error} />}
      <Form.Item name="kind" label={t('keywords.answers')}>
        <Select
          disabled={isKnown}
          options={KeywordReplyKind.options.map((value) => ({ value, label: t(`keywords.replyTo.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="locale"
        label={t('keywords.language')}
        rules={[
          { required: true, pattern: /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, message: t('lists.languageWrong') },
        ]}
      >
        <Input autoComplete="off" maxLength={20} disabled={isKnown} placeholder="fr" />
      </Form.Item>
      <Form.Item
        name="text"
        label={t('keywords.text')}
        extra={t('keywords.textHelp')}
        rules={[{ required: true, whitespace: true, message: t('keywords.textNeeded') }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={459} showCount />
      </Form.Item>
      <div className={styles.buttons}>
        {reply.is_own && (
          <Button onClick={() => set({ ...reply, text: '' })} loading={save.isPending}>
            {t('keywords.backToHouse')}
          </Button>
        )}
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('action.save')}
        </Button>
      </div>
    </Form>
  );
}
