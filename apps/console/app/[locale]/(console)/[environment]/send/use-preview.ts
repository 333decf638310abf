'use client';

import type { Channel } from '@signalbox/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import type { Draft } from './draft.ts';
import { addressOf, channelsOf, isAddressed } from './request.ts';

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

/** The routing decision a channel of this draft would get now; asked only while its address can be right. */
export function usePreview(draft: Draft, channel: Channel) {
  const trpc = useTRPC();
  const { environment } = usePlace();
  const address = addressOf(draft, channel);
  const to = usePaused(address);
  const isUsed = channelsOf(draft).includes(channel);
  const isReady = isUsed && isAddressed(draft, channel) && to === address;
  return useQuery({
    ...trpc.routing.preview.queryOptions({ environment, to, channel, class: draft.class }),
    enabled: isReady,
    placeholderData: isReady ? keepPreviousData : undefined,
    refetchInterval: 15_000,
  });
}
