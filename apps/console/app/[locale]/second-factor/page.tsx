import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { createTranslator } from 'use-intl/core';
import { readSession, safeNext } from '#data/session.ts';
import { catalogueOf } from '#i18n/catalogue.ts';
import { isLocale } from '#i18n/locales.ts';
import { SecondFactorView } from './view.tsx';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ next?: string | string[] }>;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await props.params;
  const known = isLocale(locale) ? locale : 'en';
  return { title: createTranslator({ locale: known, messages: catalogueOf(known) })('secondFactor.title') };
}

export default async function SecondFactorPage(props: Props) {
  const { locale } = await props.params;
  const next = safeNext((await props.searchParams).next, `/${locale}`);
  const session = await readSession();
  if (session === undefined) redirect(`/${locale}/sign-in?next=${encodeURIComponent(next)}`);
  if (session.second_factor_needed === null) redirect(next);
  return <SecondFactorView next={next} session={session} need={session.second_factor_needed} />;
}
