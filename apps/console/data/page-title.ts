import type { Metadata } from 'next';
import { createTranslator } from 'use-intl/core';
import { catalogueOf } from '#i18n/catalogue.ts';
import { isLocale } from '#i18n/locales.ts';
import type { NavigationItem } from '#navigation';

/** Parameters of every page of the console. */
export interface PageProps {
  params: Promise<{ locale: string; environment: string }>;
}

/** The title of a page: what it shows, its area, and the environment, as "Message … · Log · live". */
export async function pageTitle(
  props: PageProps,
  area: NavigationItem['area'] | 'account',
  subject?: string,
): Promise<Metadata> {
  const { locale, environment } = await props.params;
  const known = isLocale(locale) ? locale : 'en';
  const t = createTranslator({ locale: known, messages: catalogueOf(known) });
  const place = t(environment === 'sandbox' ? 'environment.sandbox.name' : 'environment.live.name');
  return { title: [subject, t(`nav.${area}`), place].filter((part) => part !== undefined).join(' · ') };
}
