'use client';

import type { ApiKeyView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslations } from 'use-intl';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';

/** Asks, then revokes a key: systems that still use it are refused from that moment. */
export function useRevoke(): (key: ApiKeyView) => void {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { message, modal } = App.useApp();
  const revoke = useMutation(
    trpc.keys.revoke.mutationOptions({
      onSuccess: () => message.success(t('keys.revokedDone')),
      onError: (error) => message.error(t(`problem.${problemOf(error).code}.title`)),
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.keys.list.queryKey() }),
    }),
  );
  return (key) => {
    modal.confirm({
      title: t('keys.revokeTitle', { name: key.name }),
      content: t('keys.revokeText'),
      okText: t('keys.revoke'),
      okButtonProps: { danger: true },
      cancelText: t('action.keep'),
      onOk: () => revoke.mutate({ id: key.id }),
    });
  };
}
