'use client';

import type { ApiKeyView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { SecretOnce } from '#components/parts/secret-once.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { StepsDialog } from '#components/parts/steps-dialog.tsx';
import { useTRPC } from '#data/trpc.ts';
import styles from './keys.module.css';

const OVERLAP_HOURS = [0, 1, 24, 72, 168] as const;

/** Gives a key a new secret: asks how long the old one works on, then shows the new one this one time. */
export function RotateKey(props: { of: ApiKeyView | undefined; onClose: () => void }) {
  const t = useTranslations();
  const [secret, setSecret] = useState<string>();
  const close = () => {
    setSecret(undefined);
    props.onClose();
  };
  return (
    <StepsDialog
      open={props.of !== undefined}
      title={t('keys.rotateTitle', { name: props.of?.name ?? '' })}
      onClose={close}
      width={560}
      pinned={secret !== undefined}
    >
      {props.of !== undefined && secret === undefined && (
        <OverlapStep id={props.of.id} onRotated={setSecret} onCancel={close} />
      )}
      {secret !== undefined && <SecretOnce secret={secret} onDone={close} />}
    </StepsDialog>
  );
}

function OverlapStep(props: { id: string; onRotated: (secret: string) => void; onCancel: () => void }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const rotate = useMutation(
    trpc.keys.rotate.mutationOptions({
      onSuccess: ({ secret }) => props.onRotated(secret),
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.keys.list.queryKey() }),
    }),
  );
  return (
    <Form<{ hours: number }>
      name="rotate-key"
      layout="vertical"
      initialValues={{ hours: 24 }}
      onFinish={({ hours }) => rotate.mutate({ id: props.id, overlap_hours: hours })}
    >
      {rotate.error !== null && <SectionError error={rotate.error} />}
      <p className={styles.lead}>{t('keys.rotateHint')}</p>
      <Form.Item name="hours" label={t('keys.overlap')} extra={t('keys.overlapHelp')}>
        <Select options={OVERLAP_HOURS.map((hours) => ({ value: hours, label: t(`keys.overlapFor.h${hours}`) }))} />
      </Form.Item>
      <div className={styles.buttons}>
        <Button onClick={props.onCancel}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={rotate.isPending}>
          {t('keys.rotateNow')}
        </Button>
      </div>
    </Form>
  );
}
