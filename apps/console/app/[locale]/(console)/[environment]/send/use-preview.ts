'use client';

import type { PreviewRequest } from '@signalbox/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import type { Draft } from './draft.ts';
import { addressOf, channelsOf, isAddressed } from './request.ts';

/** The pause in typing after which the router is asked. */
const PAUSE_MS = 350;

/** A value once it has stood still for a moment. */
export function usePaused<T>(value: T): T {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}

/** What of a draft decides where it goes: its addresses, its class and its channels. While the second address is typed the first is looked at alone. */
function questionOf(draft: Draft): PreviewRequest | undefined {
  const channels = channelsOf(draft).filter((channel) => isAddressed(draft, channel));
  if (!channels.includes(draft.channel)) return undefined;
  if (draft.second === 'none' || channels.length < 2)
    return { to: addressOf(draft), channel: draft.channel, class: draft.class };
  const to = { sms: addressOf(draft, 'sms'), email: addressOf(draft, 'email') };
  return { channels, mode: draft.second, to, class: draft.class };
}

/** The decision this draft would get now; asked only while its address can be right. */
export function usePreview(draft: Draft) {
  const trpc = useTRPC();
  const { environment } = usePlace();
  const asked = JSON.stringify(questionOf(draft) ?? null);
  const paused = usePaused(asked);
  const message = useMemo(() => JSON.parse(paused) as PreviewRequest | null, [paused]);
  const isReady = message !== null && paused === asked;
  return useQuery({
    ...trpc.routing.preview.queryOptions({ environment, message: message ?? NOBODY }),
    enabled: isReady,
    placeholderData: isReady ? keepPreviousData : undefined,
    refetchInterval: 15_000,
  });
}

// Never asked: the query is off while there is no address.
const NOBODY: PreviewRequest = { to: '-', channel: 'sms', class: 'otp' };
