'use client';

import type { CountryView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslations } from 'use-intl';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import { REST } from './rows.ts';
import { useCountryName } from './use-country-name.ts';

/** Asks, then removes a row. */
export function useRemoveCountry(): (row: CountryView) => void {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const nameOf = useCountryName();
  const { message, modal } = App.useApp();
  const remove = useMutation(
    trpc.countries.remove.mutationOptions({
      onSuccess: () => message.success(t('countries.removed')),
      onError: (error) => message.error(t(`problem.${problemOf(error).code}.title`)),
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.countries.list.queryKey() }),
    }),
  );
  return ({ country }) => {
    modal.confirm({
      title: t('countries.removeTitle', { country: nameOf(country) }),
      content: t(country === REST ? 'countries.removeRestText' : 'countries.removeText'),
      okText: t('countries.remove'),
      okButtonProps: { danger: true },
      cancelText: t('action.keep'),
      onOk: () => remove.mutate({ country }),
    });
  };
}

/** Asks, then closes every country that has no row of its own. */
export function useCloseRest(): () => void {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { message, modal } = App.useApp();
  const set = useMutation(
    trpc.countries.set.mutationOptions({
      onSuccess: () => message.success(t('countries.saved')),
      onError: (error) => message.error(t(`problem.${problemOf(error).code}.title`)),
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.countries.list.queryKey() }),
    }),
  );
  return () => {
    modal.confirm({
      title: t('countries.closeRestTitle'),
      content: t('countries.closeRestText'),
      okText: t('countries.closeRestDo'),
      okButtonProps: { danger: true },
      cancelText: t('action.cancel'),
      onOk: () => set.mutate({ country: REST, settings: { enabled: false } }),
    });
  };
}
