'use client';

import type { RateLimitView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslations } from 'use-intl';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import { useSubject } from './subject.tsx';

/** Asks, then lifts a limit. */
export function useLift(): (limit: RateLimitView) => void {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const subjectOf = useSubject();
  const { message, modal } = App.useApp();
  const lift = useMutation(
    trpc.limits.remove.mutationOptions({
      onSuccess: () => message.success(t('limits.liftedDone')),
      onError: (error) => message.error(t(`problem.${problemOf(error).code}.title`)),
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.limits.list.queryKey() }),
    }),
  );
  return (limit) => {
    modal.confirm({
      title: t('limits.liftTitle', { subject: subjectOf(limit) }),
      content: t('limits.liftText'),
      okText: t('limits.lift'),
      okButtonProps: { danger: true },
      cancelText: t('action.keep'),
      onOk: () => lift.mutate({ id: limit.id }),
    });
  };
}
