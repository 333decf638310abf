'use client';

import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  EditOutlined,
  PauseCircleOutlined,
  StopOutlined,
} from '@ant-design/icons';
import type { SenderStatus } from '@signalbox/contracts';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import type { Tone } from '#theme/palette.ts';

const LOOKS: Record<SenderStatus, { tone: Tone; icon: ReactNode }> = {
  draft: { tone: 'neutral', icon: <EditOutlined /> },
  submitted: { tone: 'waiting', icon: <ClockCircleOutlined /> },
  registered: { tone: 'good', icon: <CheckCircleOutlined /> },
  rejected: { tone: 'bad', icon: <CloseCircleOutlined /> },
  suspended: { tone: 'warn', icon: <PauseCircleOutlined /> },
  expired: { tone: 'bad', icon: <StopOutlined /> },
};

/** How a sender stands with the operator. */
export function StandingTag({ standing }: { standing: SenderStatus }) {
  const t = useTranslations();
  return <ToneTag {...LOOKS[standing]}>{t(`senders.standing.${standing}`)}</ToneTag>;
}
