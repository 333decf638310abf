import type { Metadata } from 'next';
import { createTranslator } from 'use-intl/core';
import { catalogueOf } from '#i18n/catalogue.ts';
import { isLocale } from '#i18n/locales.ts';
import { ForgotView } from './view.tsx';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await props.params;
  const known = isLocale(locale) ? locale : 'en';
  return { title: createTranslator({ locale: known, messages: catalogueOf(known) })('reset.forgotTitle') };
}

export default async function ForgotPage(props: Props) {
  return <ForgotView locale={(await props.params).locale} />;
}
