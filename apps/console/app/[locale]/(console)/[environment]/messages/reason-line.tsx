'use client';

import type { MessageView } from '@signalbox/contracts';
import { useTranslations } from 'use-intl';
import { useReasonText } from '#components/cells/reason-text.tsx';
import { TimeCell } from '#components/cells/time-cell.tsx';

/** Why a message is where it is, and of one that is held until when, first: the rest may be cut off. */
export function ReasonLine(props: { row: Pick<MessageView, 'reason' | 'hold'>; className: string | undefined }) {
  const t = useTranslations();
  const reasonText = useReasonText();
  const { reason, hold } = props.row;
  if (reason === null) return null;
  const text = reasonText(reason);
  return (
    <span className={props.className} title={`${text} (${reason.code})`}>
      {hold !== null && (
        <>
          {t('timeline.kind.hours')}, {t('log.heldUntil')} <TimeCell at={hold.eligible_again_at} look="minute" /> ·{' '}
        </>
      )}
      {text}
    </span>
  );
}
