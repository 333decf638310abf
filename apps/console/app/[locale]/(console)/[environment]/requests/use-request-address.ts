'use client';

import { ERRORS, type ErrorCode, RequestOutcome } from '@signalbox/contracts';
import { useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import { usePlace } from '#components/place.tsx';
import { changeAddress } from '#url-state/change-address.ts';

/** What the address bar of the request log holds: the filters, the page and the open call. Absent means "all". */
export interface RequestLogState {
  outcome?: RequestOutcome;
  error?: ErrorCode;
  operation?: string;
  cursor?: string;
  open?: string;
}

// A hand-edited address must never break the page: what does not fit is dropped, the rest still applies.
const ACCEPTS: Record<keyof RequestLogState, (text: string) => boolean> = {
  outcome: (text) => RequestOutcome.safeParse(text).success,
  error: (text) => Object.hasOwn(ERRORS, text),
  operation: (text) => /^[A-Za-z]{1,60}$/.test(text),
  cursor: (text) => /^[\w-]{1,200}$/.test(text),
  open: (text) => /^req_[0-9a-z]{26}$/.test(text),
};
const NAMES = Object.keys(ACCEPTS) as (keyof RequestLogState)[];

/** The state of the request log as the address bar holds it, and the way to change it: every change is a step Back can undo. */
export function useRequestAddress(): {
  state: RequestLogState;
  go: (next: RequestLogState) => void;
  addressOf: (next: RequestLogState) => string;
} {
  const params = useSearchParams();
  const { href } = usePlace();
  const state = useMemo(() => {
    const found = NAMES.flatMap((name) => {
      const value = params.get(name);
      return value !== null && ACCEPTS[name](value) ? [[name, value]] : [];
    });
    return Object.fromEntries(found) as RequestLogState;
  }, [params]);
  const addressOf = useCallback(
    (next: RequestLogState) => {
      const held = NAMES.flatMap((name) => (next[name] === undefined ? [] : [[name, next[name]]]));
      const text = new URLSearchParams(held).toString();
      return `${href('requests')}${text === '' ? '' : `?${text}`}`;
    },
    [href],
  );
  const go = useCallback((next: RequestLogState) => changeAddress(addressOf(next)), [addressOf]);
  return { state, go, addressOf };
}
