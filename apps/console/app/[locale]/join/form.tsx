'use client';

import type { OpenInvitationView } from '@signalbox/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useTranslations } from 'use-intl';
import { SectionError } from '#components/parts/section-error.tsx';
import { signIn } from '#data/sign-in.ts';
import { useTRPC } from '#data/trpc.ts';
import { JoinThrough } from './through.tsx';

interface Draft {
  name: string;
  password: string;
}

/** Name and password of an invited person. The address is shown, so that password managers store both. */
export function JoinForm(props: { invited: OpenInvitationView; token: string; locale: string }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const { invited, token, locale } = props;
  const accept = useMutation(
    trpc.invitations.accept.mutationOptions({
      onSuccess: async ({ email }, { password }) => {
        const outcome = await signIn({ email, password });
        // A full load, so that the server decides with the new cookie.
        location.assign(outcome === 'done' ? `/${locale}` : `/${locale}/sign-in`);
      },
    }),
  );
  return (
    <Form<Draft>
      name="join"
      layout="vertical"
      requiredMark={false}
      onFinish={(draft) => accept.mutate({ token, ...draft })}
      validateTrigger="onBlur"
    >
      {accept.error !== null && <SectionError error={accept.error} />}
      <p style={{ marginBottom: 16 }}>
        {t('join.invited', { workspace: invited.workspace, role: t(`role.${invited.role}.name`) })}
      </p>
      <Form.Item label={t('signIn.email')} htmlFor="join-email">
        <Input id="join-email" type="email" value={invited.email} readOnly autoComplete="username" size="large" />
      </Form.Item>
      <Form.Item
        name="name"
        label={t('join.name')}
        rules={[{ required: true, whitespace: true, message: t('join.nameNeeded') }]}
      >
        <Input autoComplete="name" maxLength={100} size="large" />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('signIn.password')}
        extra={t('join.passwordHelp')}
        rules={[{ required: true, min: 10, message: t('join.passwordHelp') }]}
      >
        <Input.Password autoComplete="new-password" maxLength={128} size="large" />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={accept.isPending}>
        {t('join.submit')}
      </Button>
      {invited.single_sign_on !== null && <JoinThrough signOn={invited.single_sign_on} />}
    </Form>
  );
}
