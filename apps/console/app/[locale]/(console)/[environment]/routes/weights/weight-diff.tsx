'use client';

import type { WeightChangeView } from '@signalbox/contracts';
import { useTranslations } from 'use-intl';

/** The weights a change moves, each before and after; locks and bounds alone are said in a word. */
export function WeightDiff(props: {
  change: Pick<WeightChangeView, 'before' | 'after'>;
  names: ReadonlyMap<string, string>;
}) {
  const t = useTranslations();
  const before = new Map(props.change.before.map((row) => [row.route_id, row.permille]));
  const after = new Map(props.change.after.map((row) => [row.route_id, row.permille]));
  const moved = [...new Set([...after.keys(), ...before.keys()])].filter((id) => before.get(id) !== after.get(id));
  if (moved.length === 0) return <>{t('weights.boundsOnly')}</>;
  return (
    <span className="num">
      {moved
        .map((id) => `${props.names.get(id) ?? t('weights.goneRoute')} ${before.get(id) ?? 0} → ${after.get(id) ?? 0}`)
        .join(' · ')}
    </span>
  );
}
