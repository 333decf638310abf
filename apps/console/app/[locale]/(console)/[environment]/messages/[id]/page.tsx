import type { Metadata } from 'next';
import { createTranslator } from 'use-intl/core';
import { pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { catalogueOf } from '#i18n/catalogue.ts';
import { isLocale } from '#i18n/locales.ts';
import { MessageView } from './view.tsx';

interface Props {
  params: Promise<{ locale: string; environment: string; id: string }>;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, id } = await props.params;
  const known = isLocale(locale) ? locale : 'en';
  const t = createTranslator({ locale: known, messages: catalogueOf(known) });
  return pageTitle(props, 'messages', t('message.pageTitle', { id }));
}

export default async function MessagePage(props: Props) {
  const { locale, id } = await props.params;
  await requireSession(locale);
  return <MessageView id={id} />;
}
