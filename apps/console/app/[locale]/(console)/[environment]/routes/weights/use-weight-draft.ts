'use client';

import type { RouteView, WeightMode, WeightRow, WeightScope, WeightSetView } from '@signalbox/contracts';
import { useState } from 'react';
import { firstRows, move, rebind, withChosen } from './draft.ts';

/** Weights that are being changed and not saved yet. */
export function useWeightDraft(
  routes: readonly RouteView[],
  set: WeightSetView | undefined,
  scope: WeightScope,
  chosen?: readonly Pick<WeightRow, 'route_id' | 'permille'>[],
) {
  const [rows, setRows] = useState<readonly WeightRow[]>(() => {
    const first = firstRows(routes, scope, set?.weights);
    return chosen === undefined ? first : withChosen(first, chosen);
  });
  const [mode, setMode] = useState<WeightMode>(set?.mode ?? 'approval');
  const [explorePpm, setExplorePpm] = useState(set?.explore_ppm ?? 20_000);
  // The last change that was refused because no weights would sum to 1000 any more.
  const [refused, setRefused] = useState(false);
  return {
    rows,
    mode,
    setMode,
    explorePpm,
    setExplorePpm,
    refused,
    /** Begins again for another scope. */
    begin(other: WeightScope) {
      setRows(firstRows(routes, other, undefined));
      setRefused(false);
    },
    move(routeId: string, permille: number) {
      setRefused(false);
      setRows((old) => move(old, routeId, permille));
    },
    rebind(routeId: string, change: Parameters<typeof rebind>[2]) {
      const next = rebind(rows, routeId, change);
      setRefused(next === null);
      if (next !== null) setRows(next);
    },
  };
}
export type WeightDraft = ReturnType<typeof useWeightDraft>;
