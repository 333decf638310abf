'use client';

import { useMutation } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Panel } from '#components/parts/panel.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { WhenReady } from '#components/parts/when-ready.tsx';
import { useTRPC } from '#data/trpc.ts';
import styles from './account.module.css';

/** The name colleagues see, and the address one signs in with. */
export function NamePanel(props: { name: string; email: string }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const router = useRouter();
  const { message } = App.useApp();
  const rename = useMutation(
    trpc.account.rename.mutationOptions({
      onSuccess: () => {
        void message.success(t('account.nameSaved'));
        // The name in the top bar comes with the page.
        router.refresh();
      },
    }),
  );
  return (
    <Panel title={t('account.who')} hint={t('account.whoHint', { email: props.email })}>
      <WhenReady className={styles.form}>
        <Form<{ name: string }>
          name="name-panel"
          layout="vertical"
          requiredMark={false}
          initialValues={{ name: props.name }}
          onFinish={(draft) => rename.mutate(draft)}
          validateTrigger="onBlur"
        >
          {rename.error !== null && <SectionError error={rename.error} />}
          <Form.Item
            name="name"
            label={t('join.name')}
            rules={[{ required: true, whitespace: true, message: t('join.nameNeeded') }]}
          >
            <Input autoComplete="name" maxLength={100} size="large" />
          </Form.Item>
          <Button htmlType="submit" loading={rename.isPending}>
            {t('action.save')}
          </Button>
        </Form>
      </WhenReady>
    </Panel>
  );
}
