'use client';

import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useTranslations } from 'use-intl';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import styles from './parts.module.css';
import { SectionError } from './section-error.tsx';

/** Makes a workspace in the organisation and goes on in it. */
export function AddWorkspace(props: { open: boolean; onClose: () => void }) {
  const t = useTranslations();
  return (
    <Modal
      open={props.open}
      title={t('workspace.add')}
      footer={null}
      onCancel={props.onClose}
      destroyOnHidden
      width={480}
    >
      <WorkspaceForm onClose={props.onClose} />
    </Modal>
  );
}

function WorkspaceForm(props: { onClose: () => void }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const { href } = usePlace();
  const [form] = Form.useForm<{ name: string }>();
  const add = useMutation(
    trpc.organisation.addWorkspace.mutationOptions({
      // A full load: nothing of the workspace before stays in memory.
      onSuccess: () => location.assign(href('workspace')),
      onError: (error) => {
        const [fault] = problemOf(error).fields;
        if (fault === undefined) return;
        form.setFields([{ name: 'name', errors: [fault.code === 'taken' ? t('workspace.nameTaken') : fault.message] }]);
      },
    }),
  );
  return (
    <Form<{ name: string }>
      name="add-workspace"
      form={form}
      layout="vertical"
      onFinish={(input) => add.mutate(input)}
      validateTrigger="onBlur"
    >
      {add.error !== null && problemOf(add.error).fields.length === 0 && <SectionError error={add.error} />}
      <Form.Item
        name="name"
        label={t('workspace.name')}
        extra={t('workspace.addHelp')}
        rules={[{ required: true, whitespace: true, message: t('workspace.nameNeeded') }]}
      >
        <Input autoFocus maxLength={60} autoComplete="off" placeholder={t('workspace.nameExample')} />
      </Form.Item>
      <div className={styles.dialogButtons}>
        <Button onClick={props.onClose}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={add.isPending || add.isSuccess}>
          {t('workspace.addDo')}
        </Button>
      </div>
    </Form>
  );
}
