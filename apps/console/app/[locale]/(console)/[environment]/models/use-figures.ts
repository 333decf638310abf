'use client';

import { useMemo } from 'react';
import { useFormatter } from 'use-intl';

/** Writes the figures of the model: losses, shares and counts. */
export function useFigures() {
  const format = useFormatter();
  return useMemo(
    () => ({
      loss: (value: number | null) =>
        value === null ? '–' : format.number(value, { minimumFractionDigits: 4, maximumFractionDigits: 4 }),
      share: (value: number) => format.number(value, { style: 'percent', maximumFractionDigits: 1 }),
      count: (value: number) => format.number(value),
    }),
    [format],
  );
}
