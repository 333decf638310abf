'use client';

import type { PrefixView } from '@signalbox/contracts';
import { useTranslations } from 'use-intl';
import { useAskedChange } from '#components/parts/use-asked-change.ts';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';

/** Asks, then lifts a listed prefix. */
export function useLiftPrefix(): (row: PrefixView) => void {
  const t = useTranslations();
  const { environment } = usePlace();
  const { fraud } = useTRPC();
  const lift = useAskedChange({
    change: fraud.liftPrefix.mutationOptions(),
    done: t('fraud.prefixes.liftedDone'),
    list: fraud.prefixes.queryKey(),
  });
  return ({ id, prefix, action }) =>
    lift(
      { environment, id },
      {
        title: t('fraud.prefixes.liftTitle', { prefix }),
        text: t(`fraud.prefixes.liftText.${action}`),
        ok: t('fraud.prefixes.lift'),
        cancel: t('action.keep'),
      },
    );
}
