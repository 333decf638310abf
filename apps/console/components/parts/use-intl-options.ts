'use client';

import { useMemo } from 'react';
import { useLocale } from 'use-intl';
import { zoneOffset } from '#format/zone-offset.ts';

type Option = { value: string; label: string };

const named = (locale: string, type: 'currency' | 'language', codes: Iterable<string>): Option[] => {
  const names = new Intl.DisplayNames([locale], { type });
  return [...new Set(codes)]
    .map((value) => ({ value, label: `${value} · ${names.of(value) ?? value}` }))
    .sort((one, other) => one.value.localeCompare(other.value));
};

/** Every currency of ISO 4217 the browser knows, with its name in the person's language, by code. */
export function useCurrencyOptions(): Option[] {
  const locale = useLocale();
  return useMemo(() => named(locale, 'currency', Intl.supportedValuesOf('currency')), [locale]);
}

// The languages most people write in, and the regional ones that are written differently.
const LANGUAGES =
  'af am ar az be bg bn bs ca cs cy da de de-AT de-CH el en en-GB en-IN en-US es es-AR es-ES es-MX et eu fa fi fil fr fr-CA gl gu ha he hi hr hu hy id ig is it ja ka kk km kn ko ky lo lt lv mk ml mn mr ms my nb ne nl pa pl ps pt pt-BR pt-PT ro ru si sk sl so sq sr sv sw ta te th ti tr uk ur uz vi xh yo zh zh-Hans zh-Hant zu'.split(
    ' ',
  );

/** Languages as BCP 47 writes them, with their names in the person's language; `inUse` are there whatever they are. */
export function useLanguageOptions(...inUse: string[]): Option[] {
  const locale = useLocale();
  const key = inUse.join(' ');
  return useMemo(
    () => named(locale, 'language', [...LANGUAGES, ...key.split(' ').filter((tag) => tag !== '')]),
    [locale, key],
  );
}

/** Every zone with its offset of today, as "America/Mexico_City (GMT-6)"; `inUse` may be spelled in a way the browser does not list. */
export function useZoneOptions(inUse = 'UTC'): Option[] {
  const locale = useLocale();
  return useMemo(() => {
    const now = new Date();
    return [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), inUse])].map((value) => {
      return { value, label: `${value} (${zoneOffset(locale, value, now)})` };
    });
  }, [locale, inUse]);
}
