'use client';

import type { RouteView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';

/** Changed weights that are not saved yet, and saving them together; versions guard against a second editor. */
export function useWeights(routes: readonly RouteView[]) {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const { environment } = usePlace();
  const [drafts, setDrafts] = useState<ReadonlyMap<string, number>>(new Map());

  const changed = useMemo(
    () => routes.filter(({ id, weight }) => drafts.has(id) && drafts.get(id) !== weight),
    [routes, drafts],
  );
  const save = useMutation(
    trpc.routes.saveWeights.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: trpc.routes.list.queryKey({ environment }) });
        setDrafts(new Map());
        message.success(t('routes.weightsSaved'));
      },
      // After a conflict the drafts stay on top of what the other person saved.
      onError: () => queryClient.invalidateQueries({ queryKey: trpc.routes.list.queryKey({ environment }) }),
    }),
  );
  return {
    drafts,
    changed,
    error: save.error,
    isSaving: save.isPending,
    change: (id: string, weight: number) => setDrafts((old) => new Map(old).set(id, weight)),
    discard: () => {
      setDrafts(new Map());
      save.reset();
    },
    save: () =>
      save.mutate({
        environment,
        weights: changed.map(({ id, version, weight }) => ({ id, version, weight: drafts.get(id) ?? weight })),
      }),
  };
}
export type Weights = ReturnType<typeof useWeights>;
