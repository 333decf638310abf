'use client';

import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  EditOutlined,
  PauseCircleOutlined,
} from '@ant-design/icons';
import type { TemplateState } from '@signalbox/contracts';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import type { Tone } from '#theme/palette.ts';

const LOOKS: Record<TemplateState, { tone: Tone; icon: ReactNode }> = {
  draft: { tone: 'neutral', icon: <EditOutlined /> },
  submitted: { tone: 'info', icon: <ClockCircleOutlined /> },
  approved: { tone: 'good', icon: <CheckCircleOutlined /> },
  rejected: { tone: 'bad', icon: <CloseCircleOutlined /> },
  paused: { tone: 'warn', icon: <PauseCircleOutlined /> },
};

/** How a version of a template stands. */
export function TemplateStateTag({ state }: { state: TemplateState }) {
  const t = useTranslations();
  const { tone, icon } = LOOKS[state];
  return (
    <ToneTag tone={tone} icon={icon}>
      {t(`templates.state.${state}`)}
    </ToneTag>
  );
}
