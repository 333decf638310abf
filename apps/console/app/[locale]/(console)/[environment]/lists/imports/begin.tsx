'use client';

import { UploadOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Form, Progress, Select, Upload } from 'antd';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import styles from '#components/consent/consent.module.css';
import { SectionError } from '#components/parts/section-error.tsx';
import { StepsDialog } from '#components/parts/steps-dialog.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { uploadFile } from './upload-file.ts';

/** Chooses a list, unless it is known, and a file, sends the file, and goes to the page of the import. */
export function BeginImport({ open, ...form }: { list?: string; open: boolean; onClose: () => void }) {
  const t = useTranslations();
  return (
    <StepsDialog open={open} title={t('imports.add')} onClose={form.onClose}>
      {open && <BeginForm {...form} />}
    </StepsDialog>
  );
}

function BeginForm({ list: known, onClose }: { list?: string; onClose: () => void }) {
  const t = useTranslations();
  const format = useFormatter();
  const trpc = useTRPC();
  const router = useRouter();
  const { environment, href } = usePlace();
  const [form] = Form.useForm<{ list: string }>();
  const [file, setFile] = useState<File>();
  const [share, setShare] = useState(0);
  const lists = useQuery(trpc.lists.list.queryOptions({ environment }));
  const create = useMutation(trpc.imports.create.mutationOptions());
  const add = useMutation(trpc.imports.addPart.mutationOptions());
  const bring = useMutation({
    mutationFn: async ({ list, chosen }: { list: string; chosen: File }) => {
      const { id } = await create.mutateAsync({
        environment,
        file: { list_id: list, file_name: chosen.name, size: chosen.size },
      });
      await uploadFile(chosen, (part) => add.mutateAsync({ environment, id, part }), setShare);
      return id;
    },
    onSuccess: (id) => router.push(href(`lists/imports/${id}`)),
  });
  return (
    <Form<{ list: string }>
      form={form}
      layout="vertical"
      initialValues={{ list: known }}
      onFinish={({ list }) => file !== undefined && bring.mutate({ list, chosen: file })}
    >
      <Form.Item
        name="list"
        label={t('imports.list')}
        extra={lists.data?.data.length === 0 ? t('imports.noList') : t('imports.listHelp')}
        rules={[{ required: true, message: t('imports.listNeeded') }]}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={(lists.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item label={t('imports.file')} extra={t('imports.fileHelp')}>
        <Upload
          accept=".csv,.txt,.tsv,text/csv"
          maxCount={1}
          showUploadList={false}
          disabled={bring.isPending}
          beforeUpload={(given) => {
            setFile(given);
            bring.reset();
            return false;
          }}
        >
          <Button icon={<UploadOutlined />}>{file?.name ?? t('imports.choose')}</Button>
        </Upload>
      </Form.Item>
      {bring.isPending && (
        <Progress
          percent={Math.floor(100 * share)}
          aria-label={t('imports.uploading', { share: format.number(share, { style: 'percent' }) })}
        />
      )}
      {bring.error !== null && <SectionError error={bring.error} />}
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" disabled={file === undefined} loading={bring.isPending}>
          {t('imports.upload')}
        </Button>
      </div>
    </Form>
  );
}
