'use client';

import type { MessageState } from '@signalbox/contracts';
import { useTranslations } from 'use-intl';
import { STATE_LOOK } from './state-look.tsx';
import { ToneTag } from './tone-tag.tsx';

/** The state of a message. */
export function StateTag(props: { state: MessageState }) {
  const t = useTranslations();
  const { tone, icon } = STATE_LOOK[props.state];
  return (
    <ToneTag tone={tone} icon={icon} title={t(`state.${props.state}.hint`)}>
      {t(`state.${props.state}.name`)}
    </ToneTag>
  );
}
