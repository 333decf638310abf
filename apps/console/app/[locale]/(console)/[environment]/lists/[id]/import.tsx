'use client';

import { UploadOutlined } from '@ant-design/icons';
import type { ImportMembersResult, ListView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Checkbox, Form, Input, Modal, Upload } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import styles from '#components/consent/consent.module.css';
import { SectionError } from '#components/parts/section-error.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';

interface Draft {
  source: string;
  reference: string;
  given_at?: string;
}

interface Chosen {
  name: string;
  csv: string;
}

/** The text of a file. Spreadsheets write UTF-16 when they are asked for Unicode, and say so by its first two bytes. */
async function textOf(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}

/** Brings people whose consent was given elsewhere: the file is read first and shown; nothing is stored before that. */
export function ImportMembers(props: { list: ListView; open: boolean; onClose: () => void }) {
  const t = useTranslations();
  return (
    <Modal
      open={props.open}
      title={t('lists.import.title')}
      footer={null}
      onCancel={props.onClose}
      destroyOnHidden
      width={640}
    >
      {props.open && <ImportForm list={props.list} onClose={props.onClose} />}
    </Modal>
  );
}

function ImportForm({ list, onClose }: { list: ListView; onClose: () => void }) {
  const t = useTranslations();
  const { lists, consents } = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const { environment } = usePlace();
  const [form] = Form.useForm<Draft>();
  const [file, setFile] = useState<Chosen>();
  const [skip, setSkip] = useState(false);
  const read = useMutation(lists.import.mutationOptions());
  const store = useMutation(
    lists.import.mutationOptions({
      onSuccess: async ({ stored }) => {
        const { added = 0, known = 0, withdrawn_since: out = 0 } = stored ?? {};
        message.success(t('lists.import.stored', { added, known, out }));
        onClose();
        await queryClient.invalidateQueries({ queryKey: lists.pathKey() });
        await queryClient.invalidateQueries({ queryKey: consents.pathKey() });
      },
    }),
  );
  const fileOf = ({ source, reference, given_at: day = '' }: Draft, csv: string, dry: boolean) => ({
    ...{ csv, source: source.trim(), reference: reference.trim(), dry_run: dry, skip_faulty: skip },
    ...(day === '' ? {} : { given_at: `${day}T00:00:00Z` }),
  });
  const look = async () => {
    const draft = await form.validateFields();
    if (file !== undefined) read.mutate({ environment, id: list.id, file: fileOf(draft, file.csv, true) });
  };
  const seen = read.data;
  const mayStore = seen !== undefined && seen.right > 0 && (seen.fault_count === 0 || skip);
  return (
    <Form<Draft>
      name="import-members"
      form={form}
      layout="vertical"
      validateTrigger="onBlur"
      onValuesChange={() => read.reset()}
      onFinish={(draft) => {
        if (file !== undefined) store.mutate({ environment, id: list.id, file: fileOf(draft, file.csv, false) });
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
      <Form.Item label={t('lists.import.file')} extra={t('lists.import.fileHelp')}>
        <Upload
          accept=".csv,text/csv"
          maxCount={1}
          showUploadList={false}
          beforeUpload={async (given) => {
            setFile({ name: given.name, csv: await textOf(given) });
            read.reset();
            return false;
          }}
        >
          <Button icon={<UploadOutlined />}>{file?.name ?? t('lists.import.choose')}</Button>
        </Upload>
      </Form.Item>
      {read.error !== null && <SectionError error={read.error} />}
      {store.error !== null && <SectionError error={store.error} />}
      {seen !== undefined && <Preview seen={seen} name={file?.name ?? 'file.csv'} />}
      {seen !== undefined && seen.fault_count > 0 && seen.right > 0 && (
        <Checkbox checked={skip} onChange={(event) => setSkip(event.target.checked)}>
          {t('lists.import.skip', { count: seen.rows - seen.right - seen.repeated })}
        </Checkbox>
      )}
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button disabled={file === undefined} loading={read.isPending} onClick={() => void look()}>
          {t('lists.import.look')}
        </Button>
        <Button type="primary" htmlType="submit" disabled={!mayStore} loading={store.isPending}>
          {t('lists.import.do', { count: seen?.right ?? 0 })}
        </Button>
      </div>
    </Form>
  );
}

function Preview({ seen, name }: { seen: ImportMembersResult; name: string }) {
  const t = useTranslations();
  const known = seen.columns.flatMap(({ column, field }) => (field === null ? [] : [`${column} → ${field}`]));
  const sample = seen.sample.map(({ address }) => String(address)).join(', ');
  return (
    <div className={styles.stack}>
      <Alert
        type={seen.fault_count === 0 ? 'success' : 'warning'}
        showIcon
        title={t('lists.import.right', { right: seen.right, rows: seen.rows, repeated: seen.repeated })}
        description={
          <>
            <div>{known.join(' · ')}</div>
            {sample !== '' && <div>{t('lists.import.sample', { sample })}</div>}
          </>
        }
      />
      {seen.faults.length > 0 && (
        <ol className={styles.faults}>
          {seen.faults.slice(0, 20).map(({ line, column, message }) => (
            <li key={`${line} ${column} ${message}`}>
              {t('lists.import.line', { line: String(line), column })} {message}
            </li>
          ))}
        </ol>
      )}
      {seen.error_csv !== null && (
        <div>
          <Button
            href={`data:text/csv;charset=utf-8,${encodeURIComponent(seen.error_csv)}`}
            download={`faulty-${name}`}
          >
            {t('lists.import.errorFile')}
          </Button>
        </div>
      )}
    </div>
  );
}
