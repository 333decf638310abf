'use client';

import { Channel, TrafficClass } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'use-intl';
import { useTRPC } from '#data/trpc.ts';
import { formatMicros } from '#format/money.ts';
import { objectOf } from './call-form.tsx';

/** What the first message of a body would cost in live, in a sentence; asked only while `isAsked`. */
export function usePriceText(body: string, isAsked: boolean): string {
  const t = useTranslations();
  const locale = useLocale();
  const trpc = useTRPC();
  const value = objectOf(body) ?? {};
  const [first] = Array.isArray(value.messages) ? value.messages : [value];
  const { to, channel, class: lane } = (first ?? {}) as Record<string, unknown>;
  const preview = useQuery({
    ...trpc.routing.preview.queryOptions({
      environment: 'live',
      to: typeof to === 'string' ? to : '',
      channel: Channel.safeParse(channel).data ?? (typeof to === 'string' && to.includes('@') ? 'email' : 'sms'),
      class: TrafficClass.safeParse(lane).data ?? 'otp',
    }),
    enabled: isAsked && typeof to === 'string' && to !== '',
    retry: false,
  });
  const likeliest = preview.data?.candidates
    .filter((candidate) => candidate.excluded === null)
    .sort((one, other) => other.probability - one.probability)[0];
  if (likeliest === undefined) return t('playground.noPrice');
  return t('playground.price', {
    price: formatMicros(likeliest.price_micros, likeliest.currency, locale),
    route: likeliest.route_name,
  });
}
