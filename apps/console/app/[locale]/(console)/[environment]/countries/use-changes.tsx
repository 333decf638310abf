'use client';

import type { CountryView } from '@signalbox/contracts';
import { useTranslations } from 'use-intl';
import { useAskedChange } from '#components/parts/use-asked-change.ts';
import { useCountryName } from '#components/parts/use-country-name.ts';
import { useTRPC } from '#data/trpc.ts';
import { REST } from './rows.ts';

/** Asks, then removes a row. */
export function useRemoveCountry(): (row: CountryView) => void {
  const t = useTranslations();
  const { countries } = useTRPC();
  const nameOf = useCountryName();
  const remove = useAskedChange({
    change: countries.remove.mutationOptions(),
    done: t('countries.removed'),
    list: countries.list.queryKey(),
  });
  return ({ country }) =>
    remove(
      { country },
      {
        title: t('countries.removeTitle', { country: nameOf(country) }),
        text: t(country === REST ? 'countries.removeRestText' : 'countries.removeText'),
        ok: t('countries.remove'),
        cancel: t('action.keep'),
      },
    );
}

/** Asks, then closes every country that has no row of its own. */
export function useCloseRest(): () => void {
  const t = useTranslations();
  const { countries } = useTRPC();
  const set = useAskedChange({
    change: countries.set.mutationOptions(),
    done: t('countries.saved'),
    list: countries.list.queryKey(),
  });
  return () =>
    set(
      { country: REST, settings: { enabled: false } },
      {
        title: t('countries.closeRestTitle'),
        text: t('countries.closeRestText'),
        ok: t('countries.closeRestDo'),
        cancel: t('action.cancel'),
      },
    );
}
