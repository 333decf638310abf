'use client';

import type { ExperimentMeasure, WeightScope } from '@signalbox/contracts';
import { sampleFor } from '@signalbox/core/weights';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import styles from './experiments.module.css';
import { useShareText } from './use-share-text.ts';

/** Taken where nothing is known of the routes yet. */
const USUAL_SUCCESS = 0.9;

/** The outcomes that an experiment needs, and the success it was figured with. */
export interface Sample {
  outcomes: number;
  success: number;
  isKnown: boolean;
}

/** How many outcomes find such a difference, by the success the traffic has now. */
export function useSample(
  scope: WeightScope,
  ask: { measure: ExperimentMeasure; difference: number; share: number },
): Sample {
  const trpc = useTRPC();
  const { environment } = usePlace();
  const { data } = useQuery(trpc.weights.frontier.queryOptions({ environment, scope }));
  const isKnown = data?.kind === 'points';
  const success = isKnown ? data.now.success : USUAL_SUCCESS;
  return { outcomes: sampleFor({ ...ask, success }), success, isKnown };
}

/** Says what an experiment needs before it is started. */
export function SampleSize(props: { sample: Sample }) {
  const t = useTranslations();
  const share = useShareText();
  const { outcomes, success, isKnown } = props.sample;
  return (
    <div className={styles.sample} aria-live="polite">
      <p>
        <strong>{t('experiments.sample', { outcomes })}</strong>
      </p>
      <p className={styles.quiet}>
        {t(isKnown ? 'experiments.sampleKnown' : 'experiments.sampleUnknown', { success: share(success, 1) })}
      </p>
    </div>
  );
}
