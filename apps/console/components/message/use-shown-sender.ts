'use client';

import type { ShownSender, ShownSenderView, TrafficClass } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useTRPC } from '#data/trpc.ts';

/** Says in words how a phone will show a sender. */
export function useShownText(): (shown: ShownSender) => string {
  const t = useTranslations();
  return ({ look, text, by }) => {
    if (look === 'replaced') return t(`shownSender.by.${by ?? 'number'}`);
    if (text === null) return t('shownSender.ofProvider');
    if (look === 'labelled') return t('shownSender.labelled', { text });
    return text;
  };
}

/** How phones in a country show the sender of a text; undefined while that is not known, and for what is no sender yet. */
export function useShownSender(question: {
  country: string | null;
  class: TrafficClass;
  from: string;
}): ShownSenderView | undefined {
  const { senders } = useTRPC();
  const { country, class: trafficClass } = question;
  const from = question.from.trim();
  const { data } = useQuery({
    ...senders.shown.queryOptions({
      country: country ?? '',
      class: trafficClass,
      ...(from === '' ? {} : { from }),
    }),
    enabled: country !== null,
    retry: false,
  });
  return data;
}
