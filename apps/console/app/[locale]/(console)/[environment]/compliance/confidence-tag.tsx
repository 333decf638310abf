'use client';

import { CheckCircleOutlined, QuestionCircleOutlined, SwapOutlined, TeamOutlined } from '@ant-design/icons';
import type { PackConfidence } from '@signalbox/contracts';
import { useTranslations } from 'use-intl';
import { ToneTag } from '#components/cells/tone-tag.tsx';

const LOOKS = {
  confirmed: { tone: 'good', icon: <CheckCircleOutlined /> },
  reported: { tone: 'info', icon: <TeamOutlined /> },
  disputed: { tone: 'warn', icon: <SwapOutlined /> },
  unverified: { tone: 'warn', icon: <QuestionCircleOutlined /> },
} as const;

/** How sure a rule is, in a word. */
export function ConfidenceTag({ confidence }: { confidence: PackConfidence }) {
  const t = useTranslations();
  const { tone, icon } = LOOKS[confidence];
  return (
    <ToneTag tone={tone} icon={icon} title={t(`compliance.confidenceHint.${confidence}`)}>
      {t(`compliance.confidence.${confidence}`)}
    </ToneTag>
  );
}
