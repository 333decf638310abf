'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import type { Draft } from './draft.ts';
import { addressOf, faultsOf } from './request.ts';

/** The pause in typing after which the router is asked. */
const PAUSE_MS = 350;

function usePaused<T>(value: T): T {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}

/** The routing decision this draft would get now; asked only while the address can be right. */
export function usePreview(draft: Draft) {
  const trpc = useTRPC();
  const { environment } = usePlace();
  const to = usePaused(addressOf(draft));
  const isReady = faultsOf(draft).to === undefined && to === addressOf(draft);
  return useQuery({
    ...trpc.routing.preview.queryOptions({ environment, to, channel: draft.channel, class: draft.class }),
    enabled: isReady,
    placeholderData: isReady ? keepPreviousData : undefined,
    refetchInterval: 15_000,
  });
}
