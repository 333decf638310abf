'use client';

import { useQuery } from '@tanstack/react-query';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';

/** The weights, by id, that an experiment tries others against now. */
export function useTriedSets(): ReadonlySet<string> {
  const trpc = useTRPC();
  const { environment } = usePlace();
  const { data } = useQuery({ ...trpc.experiments.list.queryOptions({ environment }), refetchInterval: 20_000 });
  return new Set(data?.flatMap((one) => (one.ended === null ? [one.weights_id] : [])));
}
