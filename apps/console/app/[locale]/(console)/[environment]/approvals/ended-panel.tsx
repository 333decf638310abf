'use client';

import type { ApprovalRequestView, ApprovalState } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { isUsable } from '#components/approvals/use-asked.ts';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import type { Tone } from '#theme/palette.ts';
import styles from './approvals.module.css';
import { RequestPlace } from './request-item.tsx';
import { useRequestText } from './use-request-text.ts';

const TONES: Readonly<Record<ApprovalState, Tone>> = {
  waiting: 'waiting',
  approved: 'good',
  rejected: 'bad',
  withdrawn: 'neutral',
  expired: 'neutral',
};

/** What became of what was asked for in the last thirty days; nothing where nothing was. */
export function EndedPanel() {
  const t = useTranslations();
  const { approvals } = useTRPC();
  const { data = [] } = useQuery(approvals.ended.queryOptions());
  if (data.length === 0) return null;
  return (
    <Panel title={t('approvals.ended')} hint={t('approvals.endedHint')} flush className={styles.ended}>
      <ul className={styles.list}>
        {data.map((of) => (
          <EndedItem key={of.id} of={of} />
        ))}
      </ul>
    </Panel>
  );
}

function EndedItem({ of }: { of: ApprovalRequestView }) {
  const t = useTranslations();
  const { session } = usePlace();
  const { tag, title } = useRequestText()(of);
  return (
    <li className={styles.item}>
      <div className={styles.what}>
        <span>
          <ToneTag tone={TONES[of.state]}>{t(`approvals.state.${of.state}`)}</ToneTag> {tag} <strong>{title}</strong>
        </span>
        {of.comment !== null && <span>{of.comment}</span>}
        {isUsable(of, session.user.id) && (
          <span>
            {t('approvals.usable')} <TimeCell at={of.usable_until ?? ''} look="minute" /> · <RequestPlace of={of} />
          </span>
        )}
        <p className={styles.soft}>
          {t('approvals.askedBy', { name: of.asked_by.name })}
          {of.decided_by !== null && <> · {t('approvals.decidedBy', { name: of.decided_by.name })}</>} ·{' '}
          <TimeCell at={of.ended_at ?? of.expires_at} look="minute" />
        </p>
      </div>
    </li>
  );
}
