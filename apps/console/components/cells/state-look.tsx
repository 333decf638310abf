import {
  ArrowUpOutlined,
  CalendarOutlined,
  CheckCircleFilled,
  ClockCircleOutlined,
  CloseCircleFilled,
  ExclamationCircleFilled,
  HourglassOutlined,
  InboxOutlined,
  MinusCircleOutlined,
  PauseCircleOutlined,
  QuestionCircleFilled,
  StopOutlined,
  SyncOutlined,
} from '@ant-design/icons';
import type { MessageState } from '@signalbox/contracts';
import type { ReactNode } from 'react';
import type { Tone } from '#theme/palette.ts';

/** How each state looks wherever it is shown: a tone and an icon, always beside its word. */
export const STATE_LOOK: Record<MessageState, { tone: Tone; icon: ReactNode }> = {
  accepted: { tone: 'neutral', icon: <InboxOutlined /> },
  scheduled: { tone: 'waiting', icon: <CalendarOutlined /> },
  held: { tone: 'warn', icon: <PauseCircleOutlined /> },
  queued: { tone: 'waiting', icon: <ClockCircleOutlined /> },
  sending: { tone: 'info', icon: <SyncOutlined /> },
  sent: { tone: 'info', icon: <ArrowUpOutlined /> },
  delivered: { tone: 'good', icon: <CheckCircleFilled /> },
  undelivered: { tone: 'bad', icon: <CloseCircleFilled /> },
  failed: { tone: 'bad', icon: <ExclamationCircleFilled /> },
  expired: { tone: 'warn', icon: <HourglassOutlined /> },
  unknown: { tone: 'doubt', icon: <QuestionCircleFilled /> },
  suppressed: { tone: 'blocked', icon: <StopOutlined /> },
  canceled: { tone: 'neutral', icon: <MinusCircleOutlined /> },
};
