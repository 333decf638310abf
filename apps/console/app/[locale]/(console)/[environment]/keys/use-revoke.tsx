'use client';

import type { ApiKeyView } from '@signalbox/contracts';
import { useTranslations } from 'use-intl';
import { useAskedChange } from '#components/parts/use-asked-change.ts';
import { useTRPC } from '#data/trpc.ts';

/** Asks, then revokes a key: systems that still use it are refused from that moment. */
export function useRevoke(): (key: ApiKeyView) => void {
  const t = useTranslations();
  const { keys } = useTRPC();
  const revoke = useAskedChange({
    change: keys.revoke.mutationOptions(),
    done: t('keys.revokedDone'),
    list: keys.list.queryKey(),
  });
  return ({ id, name }) =>
    revoke(
      { id },
      {
        title: t('keys.revokeTitle', { name }),
        text: t('keys.revokeText'),
        ok: t('keys.revoke'),
        cancel: t('action.keep'),
      },
    );
}
