'use client';

import { isReasonCode } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'use-intl';
import { useReasonText } from '#components/cells/reason-text.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { formatPhone } from '#format/phone.ts';
import type { LogState } from '#url-state/log-filters.ts';
import type { FilterField } from './filter-fields.ts';

/** The value of a filter in words, or undefined while it has none. */
export function useFilterText(field: FilterField, state: LogState): string | undefined {
  const t = useTranslations();
  const format = useFormatter();
  const reasonText = useReasonText();
  const trpc = useTRPC();
  const { environment } = usePlace();
  const routes = useQuery({
    ...trpc.routes.list.queryOptions({ environment }),
    enabled: field === 'route_id',
    staleTime: 60_000,
  });

  const instant = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' });
  const timeRange = () => {
    const { accepted_after: after, accepted_before: before } = state;
    if (after !== undefined && before !== undefined)
      return t('log.time.between', { after: instant(after), before: instant(before) });
    if (after !== undefined) return t('log.time.since', { after: instant(after) });
    return before === undefined ? undefined : t('log.time.until', { before: instant(before) });
  };

  switch (field) {
    case 'time':
      return timeRange();
    case 'state':
      return state.state && t(`state.${state.state}.name`);
    case 'channel':
      return state.channel && t(`channel.${state.channel}`);
    case 'class':
      return state.class && t(`class.${state.class}.name`);
    case 'to':
      return state.to && formatPhone(state.to);
    case 'reason':
      return state.reason && (isReasonCode(state.reason) ? reasonText({ code: state.reason, text: '' }) : state.reason);
    case 'route_id':
      return routes.data?.find(({ id }) => id === state.route_id)?.name ?? state.route_id;
    default:
      return state[field];
  }
}
