'use client';

import type { RateLimitView } from '@signalbox/contracts';
import { useTranslations } from 'use-intl';
import { useAskedChange } from '#components/parts/use-asked-change.ts';
import { useTRPC } from '#data/trpc.ts';
import { useSubject } from './subject.tsx';

/** Asks, then lifts a limit. */
export function useLift(): (limit: RateLimitView) => void {
  const t = useTranslations();
  const { limits } = useTRPC();
  const subjectOf = useSubject();
  const lift = useAskedChange({
    change: limits.remove.mutationOptions(),
    done: t('limits.liftedDone'),
    list: limits.list.queryKey(),
  });
  return (limit) =>
    lift(
      { id: limit.id },
      {
        title: t('limits.liftTitle', { subject: subjectOf(limit) }),
        text: t('limits.liftText'),
        ok: t('limits.lift'),
        cancel: t('action.keep'),
      },
    );
}
