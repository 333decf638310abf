'use client';

import type { CreatedKeyView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { SecretOnce } from '#components/parts/secret-once.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import styles from './keys.module.css';

/** Names a key, makes it, and shows its secret this one time; closing asks that it was stored. */
export function CreateKey(props: { open: boolean; onClose: () => void }) {
  const t = useTranslations();
  const [created, setCreated] = useState<CreatedKeyView>();
  const close = () => {
    setCreated(undefined);
    props.onClose();
  };
  return (
    <Modal
      open={props.open}
      title={created === undefined ? t('keys.add') : t('keys.createdTitle', { name: created.key.name })}
      footer={null}
      closable={created === undefined}
      keyboard={created === undefined}
      mask={{ closable: false }}
      onCancel={close}
      destroyOnHidden
      width={520}
    >
      {created === undefined ? (
        <NameStep onCreated={setCreated} onCancel={close} />
      ) : (
        <SecretOnce secret={created.secret} onDone={close} />
      )}
    </Modal>
  );
}

function NameStep(props: { onCreated: (created: CreatedKeyView) => void; onCancel: () => void }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { environment } = usePlace();
  const create = useMutation(
    trpc.keys.create.mutationOptions({
      onSuccess: (created) => {
        props.onCreated(created);
        void queryClient.invalidateQueries({ queryKey: trpc.keys.list.queryKey() });
      },
    }),
  );
  return (
    <Form<{ name: string }>
      layout="vertical"
      onFinish={({ name }) => create.mutate({ environment, name })}
      validateTrigger="onBlur"
    >
      {create.error !== null && <SectionError error={create.error} />}
      <p className={styles.lead}>{t(`keys.createHint.${environment}`)}</p>
      <Form.Item
        name="name"
        label={t('keys.name')}
        extra={t('keys.nameHelp')}
        rules={[{ required: true, whitespace: true, message: t('keys.nameNeeded') }]}
      >
        <Input maxLength={60} autoFocus autoComplete="off" placeholder={t('keys.nameExample')} />
      </Form.Item>
      <div className={styles.buttons}>
        <Button onClick={props.onCancel}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={create.isPending}>
          {t('keys.create')}
        </Button>
      </div>
    </Form>
  );
}
