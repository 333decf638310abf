'use client';

import { UploadOutlined } from '@ant-design/icons';
import { DltEntryKind, type DltImportResult } from '@signalbox/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Checkbox, Form, Select, Upload } from 'antd';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { SectionError } from '#components/parts/section-error.tsx';
import { useTRPC } from '#data/trpc.ts';
import styles from './dlt.module.css';

interface Chosen {
  name: string;
  csv: string;
}

/** A file of an operator is read first and shown; nothing is stored before that. */
export function ImportPanel(props: { kind: DltEntryKind; onDone: () => void }) {
  const t = useTranslations();
  const { dlt } = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const id = useId();
  const [kind, setKind] = useState<DltEntryKind>(props.kind === 'chains' ? 'templates' : props.kind);
  const [entity, setEntity] = useState<string>();
  const [file, setFile] = useState<Chosen>();
  const [skip, setSkip] = useState(false);
  const entities = useQuery(dlt.list.queryOptions({ kind: 'entities', limit: 200 }));
  const options = (entities.data?.data ?? []).map(({ entity_id, name }) => ({
    value: entity_id,
    label: `${name} · ${entity_id}`,
  }));
  const entityId = entity ?? options[0]?.value;
  const read = useMutation(dlt.import.mutationOptions());
  const store = useMutation(
    dlt.import.mutationOptions({
      onSuccess: async ({ stored }) => {
        message.success(
          t('dlt.import.stored', {
            added: stored?.added ?? 0,
            changed: stored?.changed ?? 0,
            unchanged: stored?.unchanged ?? 0,
          }),
        );
        props.onDone();
        await queryClient.invalidateQueries({ queryKey: dlt.pathKey() });
      },
    }),
  );
  const look = (of: DltEntryKind, owner: string | undefined, chosen: Chosen | undefined) => {
    if (chosen === undefined || owner === undefined) return;
    read.mutate({ kind: of, entity_id: owner, csv: chosen.csv, dry_run: true });
  };
  if (entities.isSuccess && options.length === 0)
    return <Alert type="info" showIcon title={t('dlt.import.entityFirst')} />;
  const seen = read.data;
  return (
    <Form name="import-dlt" layout="vertical">
      <Form.Item label={t('dlt.import.kind')} htmlFor={`${id}-kind`}>
        <Select
          id={`${id}-kind`}
          value={kind}
          options={DltEntryKind.options
            .filter((one) => one !== 'chains')
            .map((value) => ({ value, label: t(`dlt.many.${value}`) }))}
          onChange={(value) => {
            setKind(value);
            look(value, entityId, file);
          }}
        />
      </Form.Item>
      <Form.Item label={t('dlt.field.entity_id')} htmlFor={`${id}-entity`}>
        <Select
          id={`${id}-entity`}
          value={entityId ?? null}
          options={options}
          onChange={(value) => {
            setEntity(value);
            look(kind, value, file);
          }}
        />
      </Form.Item>
      <Form.Item label={t('dlt.import.file')} extra={t('dlt.import.fileHelp')}>
        <Upload
          accept=".csv,text/csv"
          maxCount={1}
          showUploadList={false}
          beforeUpload={async (given) => {
            const chosen = { name: given.name, csv: await given.text() };
            setFile(chosen);
            look(kind, entityId, chosen);
            return false;
          }}
        >
          <Button icon={<UploadOutlined />} loading={read.isPending}>
            {file?.name ?? t('dlt.import.choose')}
          </Button>
        </Upload>
      </Form.Item>
      {read.error !== null && <SectionError error={read.error} />}
      {store.error !== null && <SectionError error={store.error} />}
      {seen !== undefined && <Preview seen={seen} name={file?.name ?? 'file.csv'} />}
      {seen !== undefined && seen.fault_count > 0 && seen.right > 0 && (
        <Checkbox checked={skip} onChange={(event) => setSkip(event.target.checked)}>
          {t('dlt.import.skip', { count: seen.rows - seen.right })}
        </Checkbox>
      )}
      <div className={styles.foot}>
        <Button onClick={props.onDone}>{t('action.cancel')}</Button>
        <Button
          type="primary"
          disabled={seen === undefined || seen.right === 0 || (seen.fault_count > 0 && !skip)}
          loading={store.isPending}
          onClick={() => {
            if (file !== undefined && entityId !== undefined) {
              store.mutate({ kind, entity_id: entityId, csv: file.csv, dry_run: false, skip_faulty: skip });
            }
          }}
        >
          {t('dlt.import.do', { count: seen?.right ?? 0 })}
        </Button>
      </div>
    </Form>
  );
}

function Preview({ seen, name }: { seen: DltImportResult; name: string }) {
  const t = useTranslations();
  const known = seen.columns.filter(({ field }) => field !== null);
  const unknown = seen.columns.filter(({ field }) => field === null);
  return (
    <div className={styles.preview}>
      <Alert
        type={seen.fault_count === 0 ? 'success' : 'warning'}
        showIcon
        title={t('dlt.import.right', { right: seen.right, rows: seen.rows })}
        description={
          <>
            {known.map(({ column, field }) => `${column} → ${field}`).join(' · ')}
            {unknown.length > 0 && (
              <p>{t('dlt.import.unknown', { columns: unknown.map(({ column }) => column).join(', ') })}</p>
            )}
          </>
        }
      />
      {seen.faults.length > 0 && (
        <ol className={styles.marks}>
          {seen.faults.slice(0, 20).map(({ line, column, message }) => (
            <li key={`${line} ${column} ${message}`}>
              <span className={styles.soft}>{t('dlt.import.line', { line })}</span> {column === '' ? '' : `${column}: `}
              {message}
            </li>
          ))}
        </ol>
      )}
      {seen.error_csv !== null && (
        <Button href={`data:text/csv;charset=utf-8,${encodeURIComponent(seen.error_csv)}`} download={`faulty-${name}`}>
          {t('dlt.import.errorFile')}
        </Button>
      )}
    </div>
  );
}
