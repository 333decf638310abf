import type { Metadata } from 'next';
import { createTranslator } from 'use-intl/core';
import { catalogueOf } from '#i18n/catalogue.ts';
import { isLocale } from '#i18n/locales.ts';
import { SignedInView } from './view.tsx';

export async function generateMetadata(props: { params: Promise<{ locale: string }> }): Promise<Metadata> {
  const { locale } = await props.params;
  const known = isLocale(locale) ? locale : 'en';
  return { title: createTranslator({ locale: known, messages: catalogueOf(known) })('signIn.doneTitle') };
}

/** Where a sign-in in another tab ends: the page it was begun on goes on by itself. */
export default function SignedInPage() {
  return <SignedInView />;
}
