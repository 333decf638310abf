'use client';

import type { WeightRow, WeightScope } from '@signalbox/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';

const REST_MS = 500;

/** What these weights would have brought yesterday, asked when they have been left alone for a moment. `isOf` tells whether the answer is to the weights as they are now. */
export function useTried(scope: WeightScope, rows: readonly WeightRow[]) {
  const trpc = useTRPC();
  const { environment } = usePlace();
  const weights = rows.map(({ route_id, permille }) => ({ route_id, permille }));
  const now = JSON.stringify({ scope, weights });
  const [asked, setAsked] = useState(now);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(now), REST_MS);
    return () => clearTimeout(timer);
  }, [now]);
  const query = useQuery({
    ...trpc.weights.try.queryOptions({
      environment,
      ...(JSON.parse(asked) as { scope: WeightScope; weights: typeof weights }),
    }),
    enabled: weights.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  return { query, isOf: asked === now && !query.isPlaceholderData && !query.isPending };
}
