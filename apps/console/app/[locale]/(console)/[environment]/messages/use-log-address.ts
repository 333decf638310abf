'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import { usePlace } from '#components/place.tsx';
import { changeAddress } from '#url-state/change-address.ts';
import { type LogState, parseLogState, writeLogState } from '#url-state/log-filters.ts';

/** The log's state as the address bar holds it, and the way to change it: every change is a step back can undo. */
export function useLogAddress(): {
  state: LogState;
  go: (next: LogState) => void;
  addressOf: (next: LogState) => string;
} {
  const params = useSearchParams();
  const { href } = usePlace();
  const state = useMemo(() => parseLogState(params), [params]);
  const addressOf = useCallback((next: LogState) => `${href('messages')}${writeLogState(next)}`, [href]);
  const go = useCallback((next: LogState) => changeAddress(addressOf(next)), [addressOf]);
  return { state, go, addressOf };
}
