'use client';

import type { GlossaryTerm } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal, Radio, Select } from 'antd';
import { useTranslations } from 'use-intl';
import styles from '#components/consent/consent.module.css';
import { showFaults } from '#components/consent/show-faults.ts';
import { SectionError } from '#components/parts/section-error.tsx';
import { useLanguageOptions } from '#components/parts/use-intl-options.ts';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';

interface Draft {
  term: string;
  kind: 'called' | 'kept';
  locale?: string;
  translation?: string;
}

/** Adds an entry of the glossary, or says anew what a term is called: its term and language name it and stay. */
export function TermDialog(props: { open: boolean; term: GlossaryTerm | undefined; onClose: () => void }) {
  const t = useTranslations();
  return (
    <Modal
      open={props.open}
      title={t(props.term === undefined ? 'translations.add' : 'translations.changeTitle')}
      footer={null}
      onCancel={props.onClose}
      destroyOnHidden
      width={520}
    >
      {props.open && <TermForm term={props.term} onClose={props.onClose} />}
    </Modal>
  );
}

function TermForm({ term: given, onClose }: { term: GlossaryTerm | undefined; onClose: () => void }) {
  const t = useTranslations();
  const { glossary } = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const languages = useLanguageOptions();
  const [form] = Form.useForm<Draft>();
  const isNew = given === undefined;
  const kind = Form.useWatch('kind', form) ?? (given?.translation === null ? 'kept' : 'called');
  const save = useMutation(
    glossary.save.mutationOptions({
      onSuccess: (after) => {
        queryClient.setQueryData(glossary.list.queryKey(), after);
        message.success(t('translations.saved'));
        onClose();
      },
      onError: (error) => showFaults(form, error, ''),
    }),
  );
  const needed = { required: true, whitespace: true, message: t('templates.needed') };
  const submit = ({ term, kind: chosen, locale = '', translation = '' }: Draft) =>
    save.mutate({
      term: given?.term ?? term.trim(),
      locale: isNew ? (locale === '' ? null : locale) : given.locale,
      translation: chosen === 'kept' ? null : translation.trim(),
    });
  return (
    <Form<Draft>
      form={form}
      layout="vertical"
      validateTrigger="onBlur"
      initialValues={{
        term: given?.term ?? '',
        kind,
        locale: given?.locale ?? undefined,
        translation: given?.translation ?? '',
      }}
      onFinish={submit}
    >
      {save.error !== null && problemOf(save.error).fields.length === 0 && <SectionError error={save.error} />}
      <Form.Item name="term" label={t('translations.term')} extra={t('translations.termHelp')} rules={[needed]}>
        <Input autoComplete="off" maxLength={100} disabled={!isNew} />
      </Form.Item>
      <Form.Item name="kind" label={t('translations.rule')}>
        <Radio.Group
          optionType="button"
          options={(['called', 'kept'] as const).map((value) => ({ value, label: t(`translations.kind.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="locale"
        label={t('templates.locale')}
        extra={t('translations.localeHelp')}
        rules={kind === 'called' && isNew ? [{ required: true, message: t('templates.needed') }] : []}
      >
        <Select
          allowClear
          disabled={!isNew}
          placeholder={t('translations.everyLanguage')}
          options={languages}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Form.Item>
      {kind === 'called' && (
        <Form.Item name="translation" label={t('translations.translation')} rules={[needed]}>
          <Input autoComplete="off" maxLength={100} />
        </Form.Item>
      )}
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('translations.save')}
        </Button>
      </div>
    </Form>
  );
}
