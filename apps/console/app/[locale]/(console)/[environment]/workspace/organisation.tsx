'use client';

import type { WorkspaceView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input } from 'antd';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import styles from './workspace.module.css';

/** The name of the organisation. */
export function OrganisationForm({ organisation }: { organisation: WorkspaceView['organisation'] }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { may } = usePlace();
  const { message } = App.useApp();
  const rename = useMutation(
    trpc.organisation.rename.mutationOptions({
      onSuccess: () => {
        message.success(t('workspace.renamed'));
        void queryClient.invalidateQueries({ queryKey: trpc.workspace.read.queryKey() });
        router.refresh();
      },
    }),
  );
  return (
    <Form<{ name: string }>
      name="organisation"
      layout="vertical"
      disabled={!may('organisation:write')}
      initialValues={{ name: organisation.name }}
      onFinish={(input) => rename.mutate(input)}
      validateTrigger="onBlur"
    >
      {rename.error !== null && <SectionError error={rename.error} />}
      <Form.Item
        name="name"
        label={t('workspace.organisationName')}
        rules={[{ required: true, whitespace: true, message: t('workspace.nameNeeded') }]}
      >
        <Input maxLength={60} autoComplete="organization" />
      </Form.Item>
      <div className={styles.right}>
        <PermittedButton permission="organisation:write" htmlType="submit" loading={rename.isPending}>
          {t('workspace.rename')}
        </PermittedButton>
      </div>
    </Form>
  );
}
