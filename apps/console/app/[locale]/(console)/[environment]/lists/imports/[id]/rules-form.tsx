'use client';

import type { ImportField, ImportPreview, ImportView } from '@signalbox/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import styles from '#components/consent/consent.module.css';
import { Loaded } from '#components/parts/loaded.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { COUNTRY_SEARCH, useCountryOptions } from '#components/parts/use-country-options.ts';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { FilePreview } from './file-preview.tsx';

interface Draft {
  source: string;
  reference: string;
  given_at?: string;
  country?: string;
  duplicates: 'keep' | 'renew';
}

/** How the file is read, and where its consents come from: checked as often as one likes, then imported. */
export function ImportRulesForm({ of }: { of: ImportView }) {
  const trpc = useTRPC();
  const { environment } = usePlace();
  const preview = useQuery(trpc.imports.preview.queryOptions({ environment, id: of.id }, { retry: false }));
  return <Loaded query={preview}>{(seen) => <RulesForm of={of} seen={seen} />}</Loaded>;
}

function RulesForm({ of, seen }: { of: ImportView; seen: ImportPreview }) {
  const t = useTranslations();
  const { imports } = useTRPC();
  const queryClient = useQueryClient();
  const { modal } = App.useApp();
  const { environment } = usePlace();
  const countries = useCountryOptions();
  const [form] = Form.useForm<Draft>();
  const [fields, setFields] = useState<readonly (ImportField | null)[]>(
    of.rules?.columns ?? seen.columns.map(({ field }) => field),
  );
  const start = useMutation(
    imports.start.mutationOptions({
      onSuccess: (now) => queryClient.setQueryData(imports.get.queryKey({ environment, id: of.id }), now),
    }),
  );
  const begin = (isCheck: boolean) => async () => {
    const { given_at: day = '', country, source, reference, duplicates } = await form.validateFields();
    start.mutate({
      environment,
      id: of.id,
      start: {
        ...{ source: source.trim(), reference: reference.trim(), duplicates, columns: [...fields], dry_run: isCheck },
        ...(country === undefined ? {} : { country }),
        ...(day === '' ? {} : { given_at: `${day}T00:00:00Z` }),
      },
    });
  };
  const ask = async () => {
    await form.validateFields();
    modal.confirm({
      title: t('imports.startSure'),
      content: t('imports.startSureText'),
      okText: t('imports.start'),
      cancelText: t('action.cancel'),
      onOk: begin(false),
    });
  };
  const { rules } = of;
  return (
    <>
      <FilePreview seen={seen} fields={fields} onChange={setFields} />
      <Panel title={t('imports.rules')} hint={t('imports.rulesHint')}>
        <Form<Draft>
          form={form}
          layout="vertical"
          validateTrigger="onBlur"
          initialValues={{
            duplicates: 'keep',
            ...rules,
            ...(rules?.given_at === undefined ? {} : { given_at: rules.given_at.slice(0, 10) }),
          }}
        >
          <Form.Item
            name="source"
            label={t('consents.source')}
            extra={t('lists.import.sourceHelp')}
            rules={[{ required: true, whitespace: true, message: t('consents.sourceNeeded') }]}
          >
            <Input autoComplete="off" maxLength={200} />
          </Form.Item>
          <Form.Item
            name="reference"
            label={t('consents.reference')}
            extra={t('lists.import.referenceHelp')}
            rules={[{ required: true, whitespace: true, message: t('lists.import.referenceNeeded') }]}
          >
            <Input autoComplete="off" maxLength={400} />
          </Form.Item>
          <Form.Item name="given_at" label={t('lists.import.givenAt')} extra={t('lists.import.givenAtHelp')}>
            <Input type="date" />
          </Form.Item>
          {of.channel === 'sms' && (
            <Form.Item name="country" label={t('imports.country')} extra={t('imports.countryHelp')}>
              <Select
                allowClear
                placeholder={t('imports.countryNone')}
                showSearch={COUNTRY_SEARCH}
                options={countries}
              />
            </Form.Item>
          )}
          <Form.Item name="duplicates" label={t('imports.duplicates')}>
            <Select
              options={(['keep', 'renew'] as const).map((value) => ({
                value,
                label: t(`imports.duplicatesOf.${value}`),
              }))}
            />
          </Form.Item>
        </Form>
        {start.error !== null && <SectionError error={start.error} />}
        {!fields.includes('address') && <Alert type="warning" showIcon title={t('imports.addressNeeded')} />}
        <div className={styles.buttons}>
          <Button title={t('imports.checkHint')} loading={start.isPending} onClick={() => void begin(true)()}>
            {t('imports.check')}
          </Button>
          <PermittedButton
            permission="consents:write"
            type="primary"
            loading={start.isPending}
            onClick={() => void ask()}
          >
            {t('imports.start')}
          </PermittedButton>
        </div>
      </Panel>
    </>
  );
}
