'use client';

import { UploadOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Checkbox, Form, Upload } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { SectionError } from '#components/parts/section-error.tsx';
import { useTRPC } from '#data/trpc.ts';
import { FaultList } from './fault-list.tsx';
import styles from './prices.module.css';

/** A table of number ranges is read and compared first; nothing is stored before that. */
export function NetworkImport(props: { onDone: () => void }) {
  const t = useTranslations();
  const { networks } = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const [file, setFile] = useState<{ name: string; csv: string }>();
  const [whole, setWhole] = useState(false);
  const [skip, setSkip] = useState(false);
  const read = useMutation(networks.import.mutationOptions());
  const store = useMutation(
    networks.import.mutationOptions({
      onSuccess: async () => {
        message.success(t('prices.networks.stored'));
        props.onDone();
        await queryClient.invalidateQueries({ queryKey: networks.pathKey() });
      },
    }),
  );
  const inputOf = (of: { name: string; csv: string }, isWhole: boolean) => ({
    csv: of.csv,
    file_name: of.name.slice(0, 120),
    whole_table: isWhole,
  });
  const look = (of: { name: string; csv: string } | undefined, isWhole: boolean) => {
    setFile(of);
    setWhole(isWhole);
    setSkip(false);
    if (of !== undefined) read.mutate({ ...inputOf(of, isWhole), dry_run: true });
  };
  const seen = read.isPending ? undefined : read.data;
  const changes = seen === undefined ? 0 : seen.added + seen.changed + seen.removed;
  return (
    <Form name="network-import" layout="vertical">
      <Form.Item label={t('prices.import.file')} extra={t('prices.networks.fileHelp')}>
        <Upload
          accept=".csv,text/csv"
          maxCount={1}
          showUploadList={false}
          beforeUpload={async (given) => {
            look({ name: given.name, csv: await given.text() }, whole);
            return false;
          }}
        >
          <Button icon={<UploadOutlined />} loading={read.isPending}>
            {file?.name ?? t('prices.import.choose')}
          </Button>
        </Upload>
      </Form.Item>
      <Checkbox checked={whole} onChange={(event) => look(file, event.target.checked)}>
        {t('prices.networks.whole')}
      </Checkbox>
      {read.error !== null && <SectionError error={read.error} />}
      {store.error !== null && <SectionError error={store.error} />}
      {seen !== undefined && (
        <section className={styles.preview} aria-label={t('prices.import.preview')}>
          <Alert
            type={seen.fault_count === 0 ? 'success' : 'warning'}
            showIcon
            title={t('prices.import.right', { right: seen.right, rows: seen.rows })}
            description={t('prices.networks.changes', {
              added: seen.added,
              changed: seen.changed,
              unchanged: seen.unchanged,
              removed: seen.removed,
            })}
          />
          <FaultList faults={seen.faults} errorCsv={seen.error_csv} name={file?.name ?? 'networks.csv'} />
        </section>
      )}
      {seen !== undefined && seen.fault_count > 0 && seen.right > 0 && (
        <Checkbox checked={skip} onChange={(event) => setSkip(event.target.checked)}>
          {t('prices.import.skip', { count: seen.rows - seen.right })}
        </Checkbox>
      )}
      <div className={styles.foot}>
        <Button onClick={props.onDone}>{t('action.cancel')}</Button>
        <Button
          type="primary"
          disabled={seen === undefined || changes === 0 || (seen.fault_count > 0 && !skip)}
          loading={store.isPending}
          onClick={() =>
            file !== undefined && store.mutate({ ...inputOf(file, whole), dry_run: false, skip_faulty: skip })
          }
        >
          {t('prices.networks.store', { count: changes })}
        </Button>
      </div>
    </Form>
  );
}
