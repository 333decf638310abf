'use client';

import { UploadOutlined } from '@ant-design/icons';
import type { ImportPricesResult } from '@signalbox/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Form, Input, Select, Upload } from 'antd';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { SectionError } from '#components/parts/section-error.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { ImportPreview } from './import-preview.tsx';
import styles from './prices.module.css';

interface Asked {
  file?: { name: string; csv: string };
  route: string | null;
  currency: string;
  whole: boolean;
}

/** A price list is read and compared first; nothing is changed before somebody has seen what it does. */
export function ImportPanel(props: { onDone: () => void }) {
  const t = useTranslations();
  const { prices, routes } = useTRPC();
  const { environment } = usePlace();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const id = useId();
  const [asked, setAsked] = useState<Asked>({ route: null, currency: '', whole: false });
  const [skip, setSkip] = useState(false);
  const known = useQuery(routes.list.queryOptions({ environment }));
  const read = useMutation(prices.import.mutationOptions());
  const apply = useMutation(
    prices.import.mutationOptions({
      onSuccess: async ({ change_id }) => {
        message.success(t(change_id === null ? 'prices.import.nothing' : 'prices.import.applied'));
        props.onDone();
        await queryClient.invalidateQueries({ queryKey: prices.pathKey() });
      },
    }),
  );
  const inputOf = ({ file, route, currency, whole }: Asked) => ({
    environment,
    csv: file?.csv ?? '',
    file_name: (file?.name ?? '').slice(0, 120),
    route_id: route,
    currency: /^[A-Z]{3}$/.test(currency) ? currency : null,
    whole_list: whole,
  });
  const look = (next: Asked) => {
    setAsked(next);
    setSkip(false);
    if (next.file !== undefined) read.mutate({ ...inputOf(next), dry_run: true });
  };
  const seen = read.isPending ? undefined : read.data;
  return (
    <Form name="import-panel" layout="vertical">
      <p className={styles.quiet}>{t('prices.import.hint')}</p>
      <Form.Item label={t('prices.import.file')} extra={t('prices.import.fileHelp')}>
        <Upload
          accept=".csv,text/csv"
          maxCount={1}
          showUploadList={false}
          beforeUpload={async (given) => {
            look({ ...asked, file: { name: given.name, csv: await given.text() } });
            return false;
          }}
        >
          <Button icon={<UploadOutlined />} loading={read.isPending}>
            {asked.file?.name ?? t('prices.import.choose')}
          </Button>
        </Upload>
      </Form.Item>
      <div className={styles.fields}>
        <Form.Item label={t('prices.import.route')} htmlFor={`${id}-route`} extra={t('prices.import.routeHelp')}>
          <Select
            id={`${id}-route`}
            allowClear
            value={asked.route}
            options={(known.data ?? [])
              .filter(({ channel }) => channel === 'sms')
              .map((route) => ({ value: route.id, label: route.name }))}
            onChange={(route: string | undefined) => look({ ...asked, route: route ?? null })}
          />
        </Form.Item>
        <Form.Item
          label={t('prices.import.currency')}
          htmlFor={`${id}-currency`}
          extra={t('prices.import.currencyHelp')}
        >
          <Input
            id={`${id}-currency`}
            maxLength={3}
            placeholder="USD"
            value={asked.currency}
            onChange={(event) => {
              const currency = event.target.value.toUpperCase();
              if (currency.length === 3 || currency === '') look({ ...asked, currency });
              else setAsked({ ...asked, currency });
            }}
          />
        </Form.Item>
      </div>
      <Checkbox checked={asked.whole} onChange={(event) => look({ ...asked, whole: event.target.checked })}>
        {t('prices.import.whole')}
      </Checkbox>
      <p className={styles.quiet}>{t('prices.import.wholeHelp')}</p>
      {read.error !== null && <SectionError error={read.error} />}
      {apply.error !== null && <SectionError error={apply.error} />}
      {seen !== undefined && <ImportPreview seen={seen} name={asked.file?.name ?? 'prices.csv'} />}
      {seen !== undefined && seen.fault_count > 0 && seen.right > 0 && (
        <Checkbox checked={skip} onChange={(event) => setSkip(event.target.checked)}>
          {t('prices.import.skip', { count: seen.rows - seen.right })}
        </Checkbox>
      )}
      <div className={styles.foot}>
        <Button onClick={props.onDone}>{t('action.cancel')}</Button>
        <Button
          type="primary"
          disabled={seen === undefined || changesOf(seen) === 0 || (seen.fault_count > 0 && !skip)}
          loading={apply.isPending}
          onClick={() => apply.mutate({ ...inputOf(asked), dry_run: false, skip_faulty: skip })}
        >
          {t('prices.import.apply', { count: seen === undefined ? 0 : changesOf(seen) })}
        </Button>
      </div>
    </Form>
  );
}

const changesOf = ({ line_count, counts }: ImportPricesResult): number => line_count - counts.unchanged;
