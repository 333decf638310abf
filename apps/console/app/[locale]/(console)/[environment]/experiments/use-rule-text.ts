'use client';

import type { ExperimentGuard, ExperimentMeasure } from '@signalbox/contracts';
import { useFormatter, useTranslations } from 'use-intl';
import { useShareText } from './use-share-text.ts';

const PPM = 1_000_000;

/** What an experiment ends by. */
export interface EndRule {
  measure: ExperimentMeasure;
  guard: ExperimentGuard;
  max_outcomes: number;
  /** When it ends at the latest. */
  until: string;
}

/** The rule an experiment ends by, in sentences: the decision, the guardrails, and the most it may take. */
export function useRuleText({ measure, guard, max_outcomes: outcomes, until }: EndRule): string[] {
  const t = useTranslations();
  const format = useFormatter();
  const share = useShareText();
  const points = (ppm: number) => format.number((ppm * 100) / PPM, { maximumFractionDigits: 1 });
  const rise = guard.max_cost_rise_permille;
  return [
    t(`experiments.rule.${measure}`),
    t('experiments.rule.routes', { floor: share(guard.min_success_ppm / PPM) }),
    t('experiments.rule.drop', { points: points(guard.max_drop_ppm) }),
    ...(rise === null ? [] : [t('experiments.rule.rise', { share: share(rise / 1000) })]),
    t('experiments.rule.most', {
      outcomes,
      day: format.dateTime(new Date(until), { day: 'numeric', month: 'short', year: 'numeric' }),
    }),
  ];
}
