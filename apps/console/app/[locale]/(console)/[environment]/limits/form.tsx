'use client';

import type { RateLimitView, SetRateLimitInput } from '@signalbox/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, InputNumber, Modal, Radio, Select } from 'antd';
import { useTranslations } from 'use-intl';
import { SectionError } from '#components/parts/section-error.tsx';
import { COUNTRY_SEARCH, useCountryOptions } from '#components/parts/use-country-options.ts';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import styles from './limits.module.css';
import { useSubject } from './subject.tsx';

interface Draft {
  kind: RateLimitView['kind'];
  api_key?: string;
  country?: string;
  per_second: number;
  burst: number;
}

/** Sets a limit: a new one, or other figures for one that is there. */
export function SetLimit(props: { editing: RateLimitView | 'new' | undefined; onClose: () => void }) {
  const t = useTranslations();
  const subjectOf = useSubject();
  const { editing } = props;
  const title =
    editing === undefined || editing === 'new'
      ? t('limits.add')
      : t('limits.changeTitle', { subject: subjectOf(editing) });
  return (
    <Modal
      open={editing !== undefined}
      title={title}
      footer={null}
      onCancel={props.onClose}
      destroyOnHidden
      width={520}
    >
      {editing !== undefined && <LimitForm editing={editing} onClose={props.onClose} />}
    </Modal>
  );
}

const START: Draft = { kind: 'workspace', per_second: 100, burst: 200 };

function draftOf(limit: RateLimitView): Draft {
  const { kind, per_second, burst } = limit;
  return {
    kind,
    per_second,
    burst,
    ...(limit.api_key === null ? {} : { api_key: limit.api_key.id }),
    ...(limit.country === null ? {} : { country: limit.country }),
  };
}

function limitOf({ kind, api_key, country, per_second, burst }: Draft): SetRateLimitInput['limit'] {
  if (kind === 'key') return { kind, api_key: api_key ?? '', per_second, burst };
  if (kind === 'country') return { kind, country: country ?? '', per_second, burst };
  return { kind, per_second, burst };
}

function LimitForm({ editing, onClose }: { editing: RateLimitView | 'new'; onClose: () => void }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { environment } = usePlace();
  const [form] = Form.useForm<Draft>();
  const isNew = editing === 'new';
  const kind = Form.useWatch('kind', { form, preserve: true }) ?? (isNew ? START.kind : editing.kind);
  const set = useMutation(
    trpc.limits.set.mutationOptions({
      onSuccess: () => {
        void queryClient.invalidateQueries({ queryKey: trpc.limits.list.queryKey() });
        onClose();
      },
    }),
  );
  return (
    <Form<Draft>
      name="limit"
      form={form}
      layout="vertical"
      initialValues={isNew ? START : draftOf(editing)}
      onFinish={(draft) => set.mutate({ environment, limit: limitOf({ ...draft, kind }) })}
      validateTrigger="onBlur"
    >
      {set.error !== null && <SectionError error={set.error} />}
      {isNew && (
        <>
          <Form.Item name="kind" label={t('limits.of')}>
            <Radio.Group
              optionType="button"
              options={(['workspace', 'key', 'country'] as const).map((value) => ({
                value,
                label: t(`limits.kind.${value}`),
              }))}
            />
          </Form.Item>
          {kind === 'key' && <KeyField />}
          {kind === 'country' && <CountryField />}
        </>
      )}
      {!isNew && <HiddenSubject />}
      <div className={styles.figures}>
        <Form.Item
          name="per_second"
          label={t('limits.perSecond')}
          extra={t('limits.perSecondHelp')}
          rules={[{ required: true, type: 'number', min: 0.01, max: 100_000, message: t('limits.perSecondNeeded') }]}
        >
          <InputNumber min={0.01} max={100_000} controls={false} className={styles.figure} />
        </Form.Item>
        <Form.Item
          name="burst"
          label={t('limits.burst')}
          extra={t('limits.burstHelp')}
          rules={[{ required: true, type: 'integer', min: 1, max: 1_000_000, message: t('limits.burstNeeded') }]}
        >
          <InputNumber min={1} max={1_000_000} precision={0} controls={false} className={styles.figure} />
        </Form.Item>
      </div>
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={set.isPending}>
          {t('limits.set')}
        </Button>
      </div>
    </Form>
  );
}

/** What an existing limit is of does not change, but travels along. */
function HiddenSubject() {
  return (
    <>
      <Form.Item name="api_key" hidden>
        <input type="hidden" />
      </Form.Item>
      <Form.Item name="country" hidden>
        <input type="hidden" />
      </Form.Item>
    </>
  );
}

function KeyField() {
  const t = useTranslations();
  const trpc = useTRPC();
  const { environment } = usePlace();
  const keys = useQuery(trpc.keys.list.queryOptions());
  const options = (keys.data ?? [])
    .filter((key) => key.environment === environment && key.revoked_at === null)
    .map((key) => ({ value: key.id, label: `${key.name} (${key.prefix}…)` }));
  return (
    <Form.Item name="api_key" label={t('limits.kind.key')} rules={[{ required: true, message: t('limits.keyNeeded') }]}>
      <Select
        options={options}
        loading={keys.isPending}
        placeholder={t('limits.keyExample')}
        showSearch={{ optionFilterProp: 'label' }}
        notFoundContent={t('limits.noKeys')}
      />
    </Form.Item>
  );
}

function CountryField() {
  const t = useTranslations();
  return (
    <Form.Item
      name="country"
      label={t('limits.kind.country')}
      extra={t('limits.countryHelp')}
      rules={[{ required: true, message: t('limits.countryNeeded') }]}
    >
      <Select options={useCountryOptions()} placeholder={t('limits.countryExample')} showSearch={COUNTRY_SEARCH} />
    </Form.Item>
  );
}
