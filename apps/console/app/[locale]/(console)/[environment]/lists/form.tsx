'use client';

import { CreateListRequest } from '@signalbox/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { AutoComplete, Button, Form, Input, Modal, Radio } from 'antd';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import styles from '#components/consent/consent.module.css';
import { showFaults } from '#components/consent/show-faults.ts';
import { SectionError } from '#components/parts/section-error.tsx';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';

interface Draft {
  name: string;
  channel: CreateListRequest['channel'];
  opt_in: 'single' | 'double';
  topic?: string;
  locale: string;
  text: string;
}

/** Makes a list, with its wording in one language; others are added by the API. */
export function MakeList(props: { open: boolean; onClose: () => void }) {
  const t = useTranslations();
  return (
    <Modal open={props.open} title={t('lists.add')} footer={null} onCancel={props.onClose} destroyOnHidden width={560}>
      {props.open && <ListForm onClose={props.onClose} />}
    </Modal>
  );
}

function ListForm({ onClose }: { onClose: () => void }) {
  const t = useTranslations();
  const { lists, topics: known } = useTRPC();
  const topics = (useQuery(known.list.queryOptions()).data?.data ?? []).map(({ key }) => key);
  const router = useRouter();
  const queryClient = useQueryClient();
  const { environment, locale, href } = usePlace();
  const [form] = Form.useForm<Draft>();
  const make = useMutation(
    lists.create.mutationOptions({
      onSuccess: async (list) => {
        onClose();
        await queryClient.invalidateQueries({ queryKey: lists.pathKey() });
        router.push(href(`lists/${list.id}`));
      },
      onError: (error) => showFaults(form, error, 'list'),
    }),
  );
  const submit = ({ name, channel, opt_in, topic = '', locale: spoken, text }: Draft) =>
    make.mutate({
      environment,
      list: {
        name: name.trim(),
        channel,
        opt_in,
        ...(topic.trim() === '' ? {} : { topic: topic.trim() }),
        wordings: { [spoken.trim()]: { text, version: '1' } },
      },
    });
  const options = <Word extends string>(words: readonly Word[], label: (word: Word) => string) =>
    words.map((value) => ({ value, label: label(value) }));
  return (
    <Form<Draft>
      name="list"
      form={form}
      layout="vertical"
      validateTrigger="onBlur"
      initialValues={{ channel: 'email', opt_in: 'double', locale }}
      onFinish={submit}
    >
      {make.error !== null && problemOf(make.error).fields.length === 0 && <SectionError error={make.error} />}
      <Form.Item
        name="name"
        label={t('lists.name')}
        extra={t('lists.nameHelp')}
        rules={[{ required: true, whitespace: true, message: t('lists.nameNeeded') }]}
      >
        <Input autoComplete="off" maxLength={80} />
      </Form.Item>
      <Form.Item name="channel" label={t('lists.channel')}>
        <Radio.Group
          optionType="button"
          options={options(CreateListRequest.shape.channel.options, (value) => t(`channel.${value}`))}
        />
      </Form.Item>
      <Form.Item name="opt_in" label={t('lists.kind')} extra={t('lists.optInHelp')}>
        <Radio.Group
          optionType="button"
          options={options(['double', 'single'], (value) => t(`lists.optIn.${value}`))}
        />
      </Form.Item>
      <Form.Item
        name="topic"
        label={t('lists.topic')}
        extra={t('lists.topicHelp')}
        rules={[{ pattern: /^[a-z][a-z0-9_-]{0,39}$/, message: t('lists.topicWrong') }]}
      >
        <AutoComplete options={topics.map((value) => ({ value }))} maxLength={40} placeholder="news" />
      </Form.Item>
      <Form.Item
        name="text"
        label={t('lists.wording')}
        extra={t('lists.wordingHelp')}
        rules={[{ required: true, whitespace: true, message: t('lists.wordingNeeded') }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
      </Form.Item>
      <Form.Item
        name="locale"
        label={t('lists.language')}
        rules={[
          { required: true, pattern: /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, message: t('lists.languageWrong') },
        ]}
      >
        <Input autoComplete="off" maxLength={20} />
      </Form.Item>
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={make.isPending}>
          {t('lists.add')}
        </Button>
      </div>
    </Form>
  );
}
