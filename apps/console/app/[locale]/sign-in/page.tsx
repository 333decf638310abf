import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { createTranslator } from 'use-intl/core';
import { SIGN_ON_PROBLEMS } from '#data/auth-call.ts';
import { readSession, safeNext } from '#data/session.ts';
import { readEnv } from '#env';
import { catalogueOf } from '#i18n/catalogue.ts';
import { isLocale } from '#i18n/locales.ts';
import { SignInView } from './view.tsx';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ next?: string | string[]; problem?: string | string[] }>;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await props.params;
  const known = isLocale(locale) ? locale : 'en';
  return { title: createTranslator({ locale: known, messages: catalogueOf(known) })('signIn.title') };
}

export default async function SignInPage(props: Props) {
  const { locale } = await props.params;
  const search = await props.searchParams;
  const next = safeNext(search.next, `/${locale}`);
  const session = await readSession().catch(() => undefined);
  if (session !== undefined) redirect(next);
  const problem = SIGN_ON_PROBLEMS.find((one) => one === search.problem);
  return <SignInView next={next} demo={readEnv().demo} problem={problem} />;
}
