'use client';

import type { CreateTemplateRequest } from '@signalbox/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Radio, Select } from 'antd';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'use-intl';
import { SectionError } from '#components/parts/section-error.tsx';
import { useLanguageOptions } from '#components/parts/use-intl-options.ts';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import { namesIn } from './names-in.ts';
import styles from './templates.module.css';

type Draft = Pick<CreateTemplateRequest, 'key' | 'name' | 'class' | 'topic' | 'default_locale'> & { text: string };

const CLASSES = ['otp', 'transactional', 'marketing'] as const;
const PLACE_OF: Record<string, keyof Draft> = { 'bodies.0.text': 'text' };

/** Names a template, says what it is for and gives it its first text; the rest is written in the editor. */
export function NewTemplateForm({ onClose }: { onClose: () => void }) {
  const t = useTranslations();
  const { templates, topics } = useTRPC();
  const known = useQuery(topics.list.queryOptions()).data?.data ?? [];
  const router = useRouter();
  const locale = useLocale();
  const queryClient = useQueryClient();
  const { href } = usePlace();
  const [form] = Form.useForm<Draft>();
  const languages = useLanguageOptions();
  const isMarketing = Form.useWatch('class', form) === 'marketing';
  const create = useMutation(
    templates.create.mutationOptions({
      onSuccess: async ({ key }) => {
        await queryClient.invalidateQueries({ queryKey: templates.pathKey() });
        router.push(href(`templates/${key}`));
      },
      onError: (error) =>
        form.setFields(
          problemOf(error).fields.map(({ path, message }) => ({
            name: PLACE_OF[path] ?? (path as keyof Draft),
            errors: [message],
          })),
        ),
    }),
  );
  const submit = ({ text, ...named }: Draft) =>
    create.mutate({
      ...named,
      topic: named.topic ?? null,
      variables: namesIn(text).map((name) => ({ name, type: 'text' as const, sample: name, optional: false })),
      bodies: [{ channel: 'sms', locale: named.default_locale, text, dlt_template_id: null }],
    });
  const needed = { required: true, whitespace: true, message: t('templates.needed') };
  return (
    <Form<Draft>
      name="new-template"
      form={form}
      layout="vertical"
      validateTrigger="onBlur"
      scrollToFirstError={{ focus: true }}
      initialValues={{ class: 'transactional', default_locale: locale }}
      onFinish={submit}
    >
      {create.error !== null && problemOf(create.error).fields.length === 0 && <SectionError error={create.error} />}
      <Form.Item name="name" label={t('templates.field.name')} rules={[needed]}>
        <Input autoFocus maxLength={100} autoComplete="off" placeholder={t('templates.nameExample')} />
      </Form.Item>
      <Form.Item name="key" label={t('templates.field.key')} extra={t('templates.help.key')} rules={[needed]}>
        <Input maxLength={64} autoComplete="off" placeholder="order_shipped" />
      </Form.Item>
      <Form.Item name="class" label={t('templates.field.class')} extra={t('templates.help.class')}>
        <Radio.Group options={CLASSES.map((value) => ({ value, label: t(`class.${value}.name`) }))} />
      </Form.Item>
      {isMarketing && known.length > 0 && (
        <Form.Item name="topic" label={t('templates.field.topic')} extra={t('templates.help.topic')}>
          <Select allowClear options={known.map(({ key, names }) => ({ value: key, label: names[locale] ?? key }))} />
        </Form.Item>
      )}
      <Form.Item
        name="default_locale"
        label={t('templates.field.defaultLocale')}
        extra={t('templates.help.defaultLocale')}
      >
        <Select options={languages} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name="text" label={t('templates.field.text')} extra={t('templates.help.text')} rules={[needed]}>
        <Input.TextArea
          autoSize={{ minRows: 3, maxRows: 8 }}
          maxLength={4000}
          placeholder={t('templates.textExample')}
        />
      </Form.Item>
      <div className={styles.foot}>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={create.isPending || create.isSuccess}>
          {t('templates.create')}
        </Button>
      </div>
    </Form>
  );
}
