'use client';

import type { KeywordKind } from '@signalbox/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal, Radio, Select } from 'antd';
import { useTranslations } from 'use-intl';
import styles from '#components/consent/consent.module.css';
import { showFaults } from '#components/consent/show-faults.ts';
import { SectionError } from '#components/parts/section-error.tsx';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';

/** What most keywords are for comes first. */
const KINDS: readonly KeywordKind[] = ['join', 'stop', 'start', 'help'];

interface Draft {
  word: string;
  kind: KeywordKind;
  list_id?: string;
  number?: string;
}

/** Adds a keyword of the workspace. */
export function AddKeyword(props: { open: boolean; onClose: () => void }) {
  const t = useTranslations();
  return (
    <Modal
      open={props.open}
      title={t('keywords.add')}
      footer={null}
      onCancel={props.onClose}
      destroyOnHidden
      width={520}
    >
      {props.open && <KeywordForm onClose={props.onClose} />}
    </Modal>
  );
}

function KeywordForm({ onClose }: { onClose: () => void }) {
  const t = useTranslations();
  const { keywords, lists } = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const { environment } = usePlace();
  const [form] = Form.useForm<Draft>();
  const kind = Form.useWatch('kind', form) ?? 'join';
  const known = useQuery(lists.list.queryOptions({ environment }));
  const options = (known.data?.data ?? [])
    .filter(({ channel }) => channel === 'sms')
    .map(({ id, name }) => ({ value: id, label: name }));
  const add = useMutation(
    keywords.add.mutationOptions({
      onSuccess: async () => {
        message.success(t('keywords.added'));
        onClose();
        await queryClient.invalidateQueries({ queryKey: keywords.pathKey() });
      },
      onError: (error) => showFaults(form, error, 'keyword'),
    }),
  );
  const submit = ({ word, kind: chosen, list_id: list, number = '' }: Draft) =>
    add.mutate({
      environment,
      keyword: {
        word: word.trim(),
        kind: chosen,
        list_id: chosen === 'join' ? (list ?? null) : null,
        number: number.trim() === '' ? null : number.trim(),
      },
    });
  return (
    <Form<Draft>
      name="keyword-form"
      form={form}
      layout="vertical"
      validateTrigger="onBlur"
      initialValues={{ kind: 'join' }}
      onFinish={submit}
    >
      {add.error !== null && problemOf(add.error).fields.length === 0 && <SectionError error={add.error} />}
      <Form.Item
        name="word"
        label={t('keywords.word')}
        extra={t('keywords.wordHelp')}
        rules={[{ required: true, whitespace: true, message: t('keywords.wordNeeded') }]}
      >
        <Input autoComplete="off" maxLength={40} placeholder="DEALS" />
      </Form.Item>
      <Form.Item name="kind" label={t('keywords.means')}>
        <Radio.Group
          optionType="button"
          options={KINDS.map((value) => ({ value, label: t(`keywords.kind.${value}`) }))}
        />
      </Form.Item>
      {kind === 'join' && (
        <Form.Item
          name="list_id"
          label={t('keywords.list')}
          extra={t(options.length === 0 && known.isSuccess ? 'keywords.noList' : 'keywords.listHelp')}
          rules={[{ required: true, message: t('keywords.listNeeded') }]}
        >
          <Select options={options} loading={known.isPending} />
        </Form.Item>
      )}
      <Form.Item
        name="number"
        label={t('keywords.number')}
        extra={t('keywords.numberHelp')}
        rules={[{ pattern: /^\s*(\+?\d{3,15})?\s*$/, message: t('keywords.numberWrong') }]}
      >
        <Input autoComplete="off" maxLength={16} placeholder="12345" />
      </Form.Item>
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t('keywords.add')}
        </Button>
      </div>
    </Form>
  );
}
