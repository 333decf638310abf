'use client';

import { Role } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { CodeToCopy } from '#components/parts/code-to-copy.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { StepsDialog } from '#components/parts/steps-dialog.tsx';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import styles from './people.module.css';

/** An invitation that was just made: who it is for and the token of its link. */
interface Made {
  email: string;
  token: string;
  mailed: boolean;
}

/** Invites an address to a role and shows the link to hand over, this one time. */
export function InvitePerson(props: { open: boolean; onClose: () => void }) {
  const t = useTranslations();
  const [made, setMade] = useState<Made>();
  const close = () => {
    setMade(undefined);
    props.onClose();
  };
  return (
    <StepsDialog open={props.open} title={t('people.invite')} onClose={close} width={520}>
      {made === undefined ? <AddressStep onMade={setMade} onCancel={close} /> : <LinkStep made={made} onDone={close} />}
    </StepsDialog>
  );
}

function AddressStep(props: { onMade: (made: Made) => void; onCancel: () => void }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { locale } = usePlace();
  const [form] = Form.useForm<{ email: string; role: Role }>();
  const role = Form.useWatch('role', form);
  const invite = useMutation(
    trpc.invitations.create.mutationOptions({
      onSuccess: ({ invitation, token, mailed }) => {
        props.onMade({ email: invitation.email, token, mailed });
        void queryClient.invalidateQueries({ queryKey: trpc.members.list.queryKey() });
      },
      onError: (error) => {
        const isTaken = problemOf(error).fields.some(({ code }) => code === 'taken');
        form.setFields([{ name: 'email', errors: [t(isTaken ? 'people.emailTaken' : 'signIn.emailNeeded')] }]);
      },
    }),
  );
  return (
    <Form<{ email: string; role: Role }>
      name="invite"
      form={form}
      layout="vertical"
      initialValues={{ role: 'viewer' }}
      onFinish={(input) => invite.mutate({ ...input, locale })}
      validateTrigger="onBlur"
    >
      {invite.error !== null && problemOf(invite.error).fields.length === 0 && <SectionError error={invite.error} />}
      <Form.Item
        name="email"
        label={t('signIn.email')}
        rules={[{ required: true, type: 'email', message: t('signIn.emailNeeded') }]}
      >
        <Input type="email" inputMode="email" autoFocus autoComplete="off" maxLength={320} />
      </Form.Item>
      <Form.Item
        name="role"
        label={t('people.role')}
        {...(role === undefined ? {} : { extra: t(`role.${role}.hint`) })}
      >
        <Select options={Role.options.map((one) => ({ value: one, label: t(`role.${one}.name`) }))} />
      </Form.Item>
      <div className={styles.buttons}>
        <Button onClick={props.onCancel}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={invite.isPending}>
          {t('people.makeLink')}
        </Button>
      </div>
    </Form>
  );
}

function LinkStep(props: { made: Made; onDone: () => void }) {
  const t = useTranslations();
  const { locale } = usePlace();
  // Behind the hash, so that the token reaches no log of a server or proxy.
  const link = `${location.origin}/${locale}/join#${props.made.token}`;
  return (
    <>
      <p className={styles.lead}>
        {t(props.made.mailed ? 'people.linkMailed' : 'people.linkHint', { email: props.made.email })}
      </p>
      <CodeToCopy text={link} what={t('people.link')} />
      <div className={styles.buttons}>
        <Button type="primary" onClick={props.onDone}>
          {t('keys.done')}
        </Button>
      </div>
    </>
  );
}
