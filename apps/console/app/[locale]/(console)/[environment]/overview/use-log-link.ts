'use client';

import { useMemo } from 'react';
import { usePlace } from '#components/place.tsx';
import { type LogState, writeLogState } from '#url-state/log-filters.ts';

/** Makes the address of the rows behind a number: the same filter and an absolute time range, so that a shared link stays true. */
export function useLogLink(hours: number): (filters: Partial<LogState>) => string {
  const { href } = usePlace();
  return useMemo(() => {
    const after = new Date(Date.now() - hours * 3_600_000).toISOString();
    return (filters) => `${href('messages')}${writeLogState({ ...filters, accepted_after: after })}`;
  }, [href, hours]);
}
