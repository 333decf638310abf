'use client';

import type { RouteView } from '@signalbox/contracts';
import { useLocale, useTranslations } from 'use-intl';
import { countryName } from '#format/country.ts';

const SHOWN = 3;

/** What a route carries, in words: countries, prefixes and classes; nothing named means all. */
export function ScopeText(props: { route: Pick<RouteView, 'countries' | 'prefixes' | 'classes' | 'channel'> }) {
  const t = useTranslations();
  const locale = useLocale();
  const { countries, prefixes, classes, channel } = props.route;
  const list = (items: readonly string[]) => {
    const more = items.length - SHOWN;
    const shown = items.slice(0, SHOWN).join(', ');
    return more > 0 ? t('routes.scope.more', { shown, count: more }) : shown;
  };
  const parts = [
    countries.length === 0
      ? channel === 'sms'
        ? t('routes.scope.allCountries')
        : undefined
      : list(countries.map((code) => countryName(locale, code))),
    prefixes.length === 0 ? undefined : list(prefixes.map((prefix) => `+${prefix}`)),
    classes.length === 0 || classes.length === 3
      ? t('routes.scope.allClasses')
      : list(classes.map((name) => t(`class.${name}.name`))),
  ];
  return <>{parts.filter((part) => part !== undefined).join(' · ')}</>;
}
