'use client';

import { MoreOutlined, SendOutlined } from '@ant-design/icons';
import type { WebhookView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';

/** What can be done with an endpoint; what cannot be taken back asks first. */
export function WebhookActions(props: {
  webhook: WebhookView;
  onEdit: () => void;
  onReplay: () => void;
  onSecret: (secret: string) => void;
}) {
  const t = useTranslations();
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { message, modal } = App.useApp();
  const { environment, href } = usePlace();
  const { id, enabled } = props.webhook;
  const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.webhooks.pathKey() });
  const tell = (text: string) => () => {
    void refresh();
    message.success(text);
  };
  const onError = (error: unknown) => {
    const { code, fields } = problemOf(error);
    message.error(fields[0]?.message ?? t(`problem.${code}.title`));
  };
  const test = useMutation(trpc.webhooks.test.mutationOptions({ onError, onSuccess: tell(t('webhooks.tested')) }));
  const change = useMutation(trpc.webhooks.change.mutationOptions({ onError, onSuccess: tell(t('webhooks.changed')) }));
  const rotate = useMutation(
    trpc.webhooks.rotate.mutationOptions({
      onError,
      onSuccess: ({ secret }) => {
        void refresh();
        props.onSecret(secret);
      },
    }),
  );
  const remove = useMutation(
    trpc.webhooks.remove.mutationOptions({
      onError,
      onSuccess: () => {
        message.success(t('webhooks.removed'));
        router.push(href('webhooks'));
        void queryClient.invalidateQueries({ queryKey: trpc.webhooks.list.queryKey() });
      },
    }),
  );
  const ask = (title: string, content: string, okText: string, danger: boolean, onOk: () => void) =>
    modal.confirm({ title, content, okText, okButtonProps: { danger }, cancelText: t('action.cancel'), onOk });
  const switchTo = (on: boolean) => change.mutate({ environment, id, change: { enabled: on } });
  const items = [
    { key: 'edit', label: t('webhooks.edit'), onClick: props.onEdit },
    { key: 'replay', label: t('webhooks.missed'), disabled: !enabled, onClick: props.onReplay },
    {
      key: 'rotate',
      label: t('webhooks.rotate'),
      onClick: () =>
        ask(t('webhooks.rotateTitle'), t('webhooks.rotateText'), t('webhooks.rotate'), false, () =>
          rotate.mutate({ environment, id }),
        ),
    },
    ...(enabled
      ? [
          {
            key: 'off',
            label: t('webhooks.switchOff'),
            onClick: () =>
              ask(t('webhooks.switchOffTitle'), t('webhooks.switchOffText'), t('webhooks.switchOff'), true, () =>
                switchTo(false),
              ),
          },
        ]
      : []),
    {
      key: 'remove',
      label: t('webhooks.remove'),
      danger: true,
      onClick: () =>
        ask(t('webhooks.removeTitle'), t('webhooks.removeText'), t('webhooks.remove'), true, () =>
          remove.mutate({ environment, id }),
        ),
    },
  ];
  return (
    <>
      {enabled ? (
        <Button
          type="primary"
          icon={<SendOutlined />}
          loading={test.isPending}
          onClick={() => test.mutate({ environment, id })}
        >
          {t('webhooks.test')}
        </Button>
      ) : (
        <Button type="primary" loading={change.isPending} onClick={() => switchTo(true)}>
          {t('webhooks.switchOn')}
        </Button>
      )}
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button icon={<MoreOutlined />} aria-label={t('webhooks.more')} title={t('webhooks.more')} />
      </Dropdown>
    </>
  );
}
