'use client';

import { CheckCircleOutlined, EyeOutlined, HistoryOutlined, RobotOutlined } from '@ant-design/icons';
import type { TranslationState } from '@signalbox/contracts';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import type { Tone } from '#theme/palette.ts';

const LOOKS: Record<TranslationState, { tone: Tone; icon: ReactNode }> = {
  machine_draft: { tone: 'warn', icon: <RobotOutlined /> },
  in_review: { tone: 'info', icon: <EyeOutlined /> },
  reviewed: { tone: 'good', icon: <CheckCircleOutlined /> },
  stale: { tone: 'warn', icon: <HistoryOutlined /> },
};

/** How a text that a service drafted stands. */
export function TranslationStateTag({ state }: { state: TranslationState }) {
  const t = useTranslations();
  const { tone, icon } = LOOKS[state];
  return (
    <ToneTag tone={tone} icon={icon}>
      {t(`translations.state.${state}`)}
    </ToneTag>
  );
}
