'use client';

import { useCallback } from 'react';
import { useFormatter } from 'use-intl';

/** Writes a share of one as a percentage. */
export function useShareText(): (share: number, digits?: number) => string {
  const format = useFormatter();
  return useCallback(
    (share, maximumFractionDigits = 2) => format.number(share, { style: 'percent', maximumFractionDigits }),
    [format],
  );
}
