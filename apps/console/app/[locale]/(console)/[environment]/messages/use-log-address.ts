'use client';

import { useRouter, useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import { usePlace } from '#components/place.tsx';
import { type LogState, parseLogState, writeLogState } from '#url-state/log-filters.ts';

/** The log's state as the address bar holds it, and the way to change it: every change is a step back can undo. */
export function useLogAddress(): {
  state: LogState;
  go: (next: LogState) => void;
  addressOf: (next: LogState) => string;
} {
  const params = useSearchParams();
  const router = useRouter();
  const { href } = usePlace();
  const state = useMemo(() => parseLogState(params), [params]);
  const addressOf = useCallback((next: LogState) => `${href('messages')}${writeLogState(next)}`, [href]);
  const go = useCallback((next: LogState) => router.push(addressOf(next), { scroll: false }), [router, addressOf]);
  return { state, go, addressOf };
}
