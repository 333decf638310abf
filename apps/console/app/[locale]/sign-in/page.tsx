import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { createTranslator } from 'use-intl/core';
import { readSession } from '#data/session.ts';
import { readEnv } from '#env';
import { catalogueOf } from '#i18n/catalogue.ts';
import { isLocale } from '#i18n/locales.ts';
import { SignInView } from './view.tsx';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ next?: string | string[] }>;
}

/** Only an address of this console may follow a sign-in. */
const safeNext = (next: string | string[] | undefined, fallback: string): string =>
  typeof next === 'string' && isLocale(/^\/([\w-]+)(?:\/|$)/.exec(next)?.[1] ?? '') && !next.includes('\\')
    ? next
    : fallback;

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await props.params;
  const known = isLocale(locale) ? locale : 'en';
  return { title: createTranslator({ locale: known, messages: catalogueOf(known) })('signIn.title') };
}

export default async function SignInPage(props: Props) {
  const { locale } = await props.params;
  const next = safeNext((await props.searchParams).next, `/${locale}`);
  const session = await readSession().catch(() => undefined);
  if (session !== undefined) redirect(next);
  return <SignInView next={next} demo={readEnv().demo} />;
}
