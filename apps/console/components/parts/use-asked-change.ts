'use client';

import { type QueryKey, type UseMutationOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslations } from 'use-intl';
import { problemOf } from '#data/problem.ts';

/** What a person is asked before a change that ends something. */
export interface Question {
  title: string;
  text: string;
  /** The button that does it. */
  ok: string;
  /** The button that leaves things as they are. */
  cancel: string;
}

/** Asks, then makes a change that ends something; says that it is done or why it is not, and has the list fetched again. */
export function useAskedChange<Input>(options: {
  change: Pick<UseMutationOptions<unknown, unknown, Input>, 'mutationFn'>;
  done: string;
  list: QueryKey;
  /** What follows when it is done. */
  after?: () => void;
}): (input: Input, question: Question) => void {
  const t = useTranslations();
  const queryClient = useQueryClient();
  const { message, modal } = App.useApp();
  const { mutate } = useMutation({
    ...options.change,
    onSuccess: () => {
      message.success(options.done);
      options.after?.();
    },
    onError: (error) => message.error(t(`problem.${problemOf(error).code}.title`)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: options.list }),
  });
  return (input, { title, text, ok, cancel }) => {
    modal.confirm({
      title,
      content: text,
      okText: ok,
      okButtonProps: { danger: true },
      cancelText: cancel,
      onOk: () => mutate(input),
    });
  };
}
