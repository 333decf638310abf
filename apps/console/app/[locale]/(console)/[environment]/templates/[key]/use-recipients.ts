'use client';

import type { Channel, FoundRecipients } from '@signalbox/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { usePlace } from '#components/place.tsx';
import { useTRPC, useTRPCClient } from '#data/trpc.ts';

/** The pause in typing after which people are searched for. */
const PAUSE_MS = 300;

/** The people of the lists of a channel that a template can be looked at for, a moment after the last letter. */
export function useRecipients(channel: Channel): {
  found: FoundRecipients | undefined;
  isSearching: boolean;
  search: (text: string) => void;
} {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { environment } = usePlace();
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useQuery({
    queryKey: [...trpc.templates.recipients.mutationKey(), environment, channel, search],
    // By POST, though it changes nothing: an address of somebody has no place in a URL.
    queryFn: () => client.templates.recipients.mutate({ environment, channel, search }),
    placeholderData: keepPreviousData,
    // The words for people are good for a day, and nobody's address stays in memory for longer than it is looked at.
    gcTime: 0,
  });
  return { found: found.data, isSearching: found.isFetching, search: setTyped };
}
