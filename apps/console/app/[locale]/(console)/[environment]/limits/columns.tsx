'use client';

import type { RateLimitView } from '@signalbox/contracts';
import type { TableColumnsType } from 'antd';
import { useFormatter, useTranslations } from 'use-intl';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import styles from './limits.module.css';
import { useSubject } from './subject.tsx';

/** What can be done with a limit. */
export interface LimitActions {
  onChange: (limit: RateLimitView) => void;
  onLift: (limit: RateLimitView) => void;
}

/** The buttons of a limit. */
export function LimitButtons({ limit, onChange, onLift }: LimitActions & { limit: RateLimitView }) {
  const t = useTranslations();
  const subject = useSubject()(limit);
  return (
    <span className={styles.rowButtons}>
      <PermittedButton
        permission="limits:write"
        size="small"
        onClick={() => onChange(limit)}
        aria-label={t('limits.changeName', { subject })}
      >
        {t('limits.change')}
      </PermittedButton>
      <PermittedButton
        permission="limits:write"
        size="small"
        onClick={() => onLift(limit)}
        aria-label={t('limits.liftName', { subject })}
      >
        {t('limits.lift')}
      </PermittedButton>
    </span>
  );
}

/** The columns of the limits. */
export function useLimitColumns(actions: LimitActions): TableColumnsType<RateLimitView> {
  const t = useTranslations();
  const format = useFormatter();
  const subjectOf = useSubject();
  return [
    {
      key: 'subject',
      title: t('limits.column.subject'),
      render: (_, limit) => <strong className={styles.name}>{subjectOf(limit)}</strong>,
    },
    {
      key: 'rate',
      title: t('limits.column.rate'),
      align: 'right',
      render: (_, limit) => format.number(limit.per_second, { maximumFractionDigits: 2 }),
    },
    {
      key: 'burst',
      title: t('limits.column.burst'),
      align: 'right',
      render: (_, limit) => format.number(limit.burst),
    },
    {
      key: 'actions',
      title: <span className="visually-hidden">{t('limits.column.actions')}</span>,
      align: 'right',
      render: (_, limit) => <LimitButtons limit={limit} {...actions} />,
    },
  ];
}
