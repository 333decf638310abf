'use client';

import type { MessageView } from '@signalbox/contracts';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { usePlace } from '#components/place.tsx';
import { countryName } from '#format/country.ts';
import { writeLogState } from '#url-state/log-filters.ts';
import { RecipientFact } from './recipient-fact.tsx';

/** The plain facts of a message; those that other messages share lead to them. */
export function useMessageFacts(): (
  message: MessageView,
  isMasked: boolean,
) => { name: ReactNode; value: ReactNode }[] {
  const t = useTranslations();
  const locale = useLocale();
  const { href } = usePlace();
  return (message, isMasked) => {
    const log = (state: Parameters<typeof writeLogState>[0], text: ReactNode) => (
      <Link href={`${href('messages')}${writeLogState(state)}`}>{text}</Link>
    );
    const rows: [ReactNode, ReactNode | null][] = [
      [t('message.fact.to'), <RecipientFact key="to" message={message} isMasked={isMasked} />],
      [t('message.fact.from'), message.from],
      [t('message.fact.class'), t(`class.${message.class}.name`)],
      [
        t('message.fact.country'),
        message.country === null ? null : log({ country: message.country }, countryName(locale, message.country)),
      ],
      [
        t('message.fact.route'),
        message.route === null ? null : log({ route_id: message.route.id }, message.route.name),
      ],
      [t('message.fact.provider'), message.provider?.name ?? null],
      [
        t('message.fact.template'),
        message.template === null ? null : (
          <>
            <Link href={href(`templates/${message.template.key}`)}>{message.template.key}</Link>{' '}
            {t('message.fact.templateVersion', {
              version: message.template.version,
              locale: message.template.locale,
              asked: message.template.asked_locale ?? 'none',
            })}
          </>
        ),
      ],
      [t('message.fact.attempts'), String(message.attempts)],
      [t('message.fact.clientRef'), message.client_ref],
      [t('message.fact.accepted'), <TimeCell key="at" at={message.accepted_at} look="full" />],
      [
        t('message.fact.sendAt'),
        message.send_at === null ? null : <TimeCell key="at" at={message.send_at} look="full" />,
      ],
      [t('message.fact.expires'), <TimeCell key="at" at={message.expires_at} look="full" />],
    ];
    return rows.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]));
  };
}
