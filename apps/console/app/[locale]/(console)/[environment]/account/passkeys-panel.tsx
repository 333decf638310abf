'use client';

import { KeyOutlined, PlusOutlined } from '@ant-design/icons';
import type { AccountView, PasskeyView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { AddPasskey } from '#components/factor/add-passkey.tsx';
import { PasswordStep } from '#components/factor/password-step.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { StepsDialog } from '#components/parts/steps-dialog.tsx';
import { useIsAlive } from '#components/parts/when-ready.tsx';
import { callAuth } from '#data/auth-call.ts';
import { passkeysHere } from '#data/passkey.ts';
import { useTRPC } from '#data/trpc.ts';
import styles from './account.module.css';

type Open = { kind: 'add' } | { kind: 'rename' | 'remove'; passkey: PasskeyView };

/** The passkeys of the person: added and removed behind the password, renamed at once. */
export function PasskeysPanel({ account }: { account: AccountView }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const [open, setOpen] = useState<Open>();
  const isAlive = useIsAlive();
  const { passkeys, passkeys_at: at } = account;
  // Known by the browser alone.
  const here = isAlive ? passkeysHere(at) : 'here';
  const close = (done?: string) => {
    setOpen(undefined);
    if (done !== undefined) void message.success(done);
    void queryClient.invalidateQueries({ queryKey: trpc.account.read.queryKey() });
  };
  return (
    <Panel
      title={t('passkey.title')}
      hint={t('passkey.hint')}
      extra={
        here === 'here' && (
          <Button size="small" icon={<PlusOutlined />} onClick={() => setOpen({ kind: 'add' })}>
            {t('passkey.add')}
          </Button>
        )
      }
      flush
    >
      {here !== 'here' && (
        <p className={styles.note}>{here === 'never' ? t('passkey.never') : <Elsewhere address={at ?? ''} />}</p>
      )}
      {passkeys.length === 0 && here === 'here' && <p className={styles.note}>{t('passkey.none')}</p>}
      <ul>
        {passkeys.map((passkey) => (
          <PasskeyRow key={passkey.id} passkey={passkey} onOpen={(kind) => setOpen({ kind, passkey })} />
        ))}
      </ul>
      <StepsDialog open={open?.kind === 'add'} title={t('passkey.addTitle')} onClose={close}>
        <AddPasskey onDone={() => close(t('passkey.added'))} onCancel={close} />
      </StepsDialog>
      <StepsDialog open={open?.kind === 'rename'} title={t('passkey.rename')} onClose={close}>
        {open?.kind === 'rename' && <Rename passkey={open.passkey} onDone={close} />}
      </StepsDialog>
      <StepsDialog open={open?.kind === 'remove'} title={t('passkey.removeTitle')} onClose={close}>
        {open?.kind === 'remove' && (
          <PasswordStep
            text={t('passkey.removeText', { name: open.passkey.name })}
            submit={t('passkey.remove')}
            danger
            onCancel={close}
            run={async (password) => {
              const outcome = await callAuth('passkey/remove', { passkey_id: open.passkey.id, password });
              if (!outcome.done) return outcome.failure;
              close(t('passkey.removed'));
              return undefined;
            }}
          />
        )}
      </StepsDialog>
    </Panel>
  );
}

/** Where passkeys work: the same console, under its name. */
function Elsewhere({ address }: { address: string }) {
  const t = useTranslations();
  return t.rich('passkey.elsewhereLink', {
    link: () => (
      <a href={address} className={styles.link ?? ''}>
        {address}
      </a>
    ),
  });
}

function PasskeyRow(props: { passkey: PasskeyView; onOpen: (kind: 'rename' | 'remove') => void }) {
  const t = useTranslations();
  const { name, created_at, last_used_at, is_backed_up } = props.passkey;
  return (
    <li className={styles.row}>
      <div className={styles.device}>
        <strong>
          <KeyOutlined aria-hidden="true" /> {name}
        </strong>
        <span className={styles.quiet}>
          {t('passkey.since')} <TimeCell at={created_at} look="day" />
        </span>
      </div>
      <span className={styles.quiet}>
        {last_used_at === null ? (
          t('passkey.neverUsed')
        ) : (
          <>
            {t('passkey.lastUsed')} <TimeCell at={last_used_at} look="full" />
          </>
        )}
      </span>
      {is_backed_up && (
        <ToneTag tone="neutral" title={t('passkey.backedUpHint')}>
          {t('passkey.backedUp')}
        </ToneTag>
      )}
      <span className={styles.acts}>
        <Button size="small" onClick={() => props.onOpen('rename')} aria-label={t('passkey.renameNamed', { name })}>
          {t('passkey.rename')}
        </Button>
        <Button size="small" onClick={() => props.onOpen('remove')} aria-label={t('passkey.removeNamed', { name })}>
          {t('passkey.remove')}
        </Button>
      </span>
    </li>
  );
}

function Rename(props: { passkey: PasskeyView; onDone: (done?: string) => void }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const rename = useMutation(
    trpc.account.renamePasskey.mutationOptions({ onSuccess: () => props.onDone(t('passkey.renamed')) }),
  );
  const { id, name } = props.passkey;
  return (
    <Form<{ name: string }>
      // The page has another field of this name.
      name="rename-passkey"
      layout="vertical"
      requiredMark={false}
      initialValues={{ name }}
      onFinish={(draft) => rename.mutate({ passkey_id: id, ...draft })}
      validateTrigger="onBlur"
    >
      {rename.error !== null && <SectionError error={rename.error} />}
      <Form.Item
        name="name"
        label={t('passkey.name')}
        extra={t('passkey.nameHelp')}
        rules={[{ required: true, whitespace: true, message: t('passkey.nameNeeded') }]}
      >
        <Input autoFocus maxLength={60} autoComplete="off" size="large" />
      </Form.Item>
      <div className={styles.right}>
        <Button onClick={() => props.onDone()}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={rename.isPending}>
          {t('action.save')}
        </Button>
      </div>
    </Form>
  );
}
