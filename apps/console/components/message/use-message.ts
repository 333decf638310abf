'use client';

import { isFinal } from '@signalbox/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';

/** A message that changed within this time is looked at every second, an older one every ten. */
const FRESH_MS = 60_000;

/** One message with its timeline, live until it is final. */
export function useMessage(id: string) {
  const trpc = useTRPC();
  const { environment } = usePlace();
  return useQuery({
    ...trpc.messages.read.queryOptions({ environment, id }),
    refetchInterval: ({ state: { data } }) => {
      if (data === undefined || isFinal(data.message.state)) return false;
      return Date.now() - Date.parse(data.message.updated_at) < FRESH_MS ? 1000 : 10_000;
    },
  });
}

/** Cancels a message that no attempt has claimed yet, and reads it again. */
export function useCancel(id: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { environment } = usePlace();
  const cancel = useMutation(
    trpc.messages.cancel.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.messages.read.queryKey({ environment, id }) }),
    }),
  );
  return { ...cancel, run: () => cancel.mutate({ environment, id }) };
}
