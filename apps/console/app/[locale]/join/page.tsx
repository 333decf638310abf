import type { Metadata } from 'next';
import { createTranslator } from 'use-intl/core';
import { catalogueOf } from '#i18n/catalogue.ts';
import { isLocale } from '#i18n/locales.ts';
import { JoinView } from './view.tsx';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await props.params;
  const known = isLocale(locale) ? locale : 'en';
  return {
    title: createTranslator({ locale: known, messages: catalogueOf(known) })('join.title'),
    referrer: 'no-referrer',
  };
}

export default async function JoinPage(props: Props) {
  return <JoinView locale={(await props.params).locale} />;
}
