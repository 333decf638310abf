'use client';

import { Channel, PreviewRequest, TrafficClass } from '@signalbox/contracts';
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
  const message = PreviewRequest.safeParse(first).data ?? guessOf(first);
  const preview = useQuery({
    ...trpc.routing.preview.queryOptions({ environment: 'live', message: message ?? NOBODY }),
    enabled: isAsked && message !== undefined,
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

/** What a body is about that names a person and is no message, such as the start of a verification. */
function guessOf(body: unknown): PreviewRequest | undefined {
  const { to, channel, class: lane } = (body ?? {}) as Record<string, unknown>;
  if (typeof to !== 'string' || to === '') return undefined;
  return {
    to,
    channel: Channel.safeParse(channel).data ?? (to.includes('@') ? 'email' : 'sms'),
    class: TrafficClass.safeParse(lane).data ?? 'otp',
  };
}

// Never asked: the query is off while the body is no message.
const NOBODY: PreviewRequest = { to: '-', channel: 'sms', class: 'otp' };
