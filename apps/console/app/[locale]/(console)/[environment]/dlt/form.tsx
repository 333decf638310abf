'use client';

import {
  DltCtaType,
  type DltEntryKind,
  type DltEntryView,
  DltKind,
  type DltSaveInput,
  DltStatus,
} from '@signalbox/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Select } from 'antd';
import { useTranslations } from 'use-intl';
import { SectionError } from '#components/parts/section-error.tsx';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import styles from './dlt.module.css';

type Draft = Record<string, unknown>;

/** Fields that name a registration: to change them is to register another one. */
const KEYS: Record<DltEntryKind, readonly string[]> = {
  entities: ['entity_id'],
  headers: ['header'],
  templates: ['template_id'],
  calls_to_action: ['entity_id', 'type', 'value'],
  consent_templates: ['template_id'],
  chains: ['entity_id', 'provider_id'],
};
const FIELDS: Record<DltEntryKind, readonly string[]> = {
  entities: ['entity_id', 'name'],
  headers: ['entity_id', 'header'],
  templates: ['entity_id', 'template_id', 'name', 'kind', 'headers', 'text', 'tags', 'consent_template_id'],
  calls_to_action: ['entity_id', 'type', 'value'],
  consent_templates: ['entity_id', 'template_id', 'name', 'text'],
  chains: ['entity_id', 'provider_id', 'telemarketer_ids'],
};
const SHARED = ['status', 'expires_on'];
const OPTIONAL: ReadonlySet<string> = new Set(['tags', 'consent_template_id', 'expires_on']);
const LISTS: ReadonlySet<string> = new Set(['headers', 'telemarketer_ids', 'tags']);

/** Puts a registration on file, or changes one. */
export function EntryForm(props: { kind: DltEntryKind; editing: DltEntryView | 'new'; onDone: () => void }) {
  const t = useTranslations();
  const { dlt } = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Draft>();
  const { kind, editing } = props;
  const isNew = editing === 'new';
  const fields = [...FIELDS[kind], ...SHARED];
  const save = useMutation(
    dlt.save.mutationOptions({
      onSuccess: async () => {
        message.success(t('dlt.saved'));
        props.onDone();
        await queryClient.invalidateQueries({ queryKey: dlt.pathKey() });
      },
      onError: (error) =>
        form.setFields(
          problemOf(error).fields.map(({ path, message: text }) => ({
            name: path.replace(/^(?:entry|entries\.0)\./, '') as never,
            errors: [text],
          })),
        ),
    }),
  );
  const submit = (draft: Draft) => {
    const entry = Object.fromEntries(
      Object.entries(draft).map(([field, value]) => [field, value === '' || isEmptyTags(field, value) ? null : value]),
    );
    // What the form does not show stays as it is.
    if (kind === 'entities' && !isNew) entry.matching = editing.matching;
    save.mutate({ kind, entry } as DltSaveInput);
  };
  return (
    <Form<Draft>
      name="dlt"
      form={form}
      layout="vertical"
      validateTrigger="onBlur"
      scrollToFirstError={{ focus: true }}
      initialValues={isNew ? { status: 'active' } : draftOf(editing, fields)}
      onFinish={submit}
    >
      {save.error !== null && <SectionError error={save.error} />}
      {fields.map((field) => (
        <Form.Item
          key={field}
          name={field}
          label={t(`dlt.field.${field as 'name'}`)}
          extra={t(`dlt.help.${field as 'name'}`)}
          rules={OPTIONAL.has(field) ? [] : [{ required: true, message: t('dlt.needed') }]}
        >
          <Field field={field} disabled={!isNew && KEYS[kind].includes(field)} />
        </Form.Item>
      ))}
      <div className={styles.foot}>
        <Button onClick={props.onDone}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('action.save')}
        </Button>
      </div>
    </Form>
  );
}

/** Without tags beside the text, those in the text count. */
const isEmptyTags = (field: string, value: unknown): boolean =>
  field === 'tags' && (!Array.isArray(value) || value.length === 0);

function draftOf(row: DltEntryView, fields: readonly string[]): Draft {
  // Tags that stand in the text are not shown a second time beside it.
  const areBeside = row.text?.includes('{#var#}') === true && row.tags?.some((tag) => tag !== 'var') === true;
  const known: Draft = { ...row, kind: row.template_kind, tags: areBeside ? row.tags : null };
  return Object.fromEntries(fields.map((field) => [field, known[field] ?? undefined]));
}

/** The control of one field; antd hands it value and change. */
function Field({ field, ...control }: { field: string; disabled: boolean }) {
  const t = useTranslations();
  if (field === 'entity_id' && !control.disabled) return <EntityField {...control} />;
  if (field === 'provider_id') return <ProviderField {...control} />;
  if (field === 'text') return <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} {...control} />;
  if (field === 'kind')
    return <Select options={DltKind.options.map((value) => ({ value, label: t(`dlt.kind.${value}`) }))} {...control} />;
  if (field === 'type')
    return (
      <Select options={DltCtaType.options.map((value) => ({ value, label: t(`dlt.cta.${value}`) }))} {...control} />
    );
  if (field === 'status')
    return (
      <Select options={DltStatus.options.map((value) => ({ value, label: t(`dlt.status.${value}`) }))} {...control} />
    );
  if (LISTS.has(field))
    return <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', ' ']} {...control} />;
  return (
    <Input
      maxLength={500}
      autoComplete="off"
      {...(field === 'expires_on' ? { placeholder: '2027-12-31' } : {})}
      {...control}
    />
  );
}

/** An entity that is on file, or the id of a new one. */
function EntityField(control: { disabled: boolean }) {
  const { dlt } = useTRPC();
  const entities = useQuery(dlt.list.queryOptions({ kind: 'entities', limit: 200 }));
  const options = (entities.data?.data ?? []).map(({ entity_id, name }) => ({
    value: entity_id,
    label: `${name} · ${entity_id}`,
  }));
  if (options.length === 0) return <Input maxLength={30} inputMode="numeric" autoComplete="off" {...control} />;
  return <Select options={options} showSearch={{ optionFilterProp: 'label' }} {...control} />;
}

function ProviderField(control: { disabled: boolean }) {
  const { providers } = useTRPC();
  const { environment } = usePlace();
  const found = useQuery(providers.list.queryOptions({ environment }));
  return <Select options={(found.data ?? []).map(({ id, name }) => ({ value: id, label: name }))} {...control} />;
}
