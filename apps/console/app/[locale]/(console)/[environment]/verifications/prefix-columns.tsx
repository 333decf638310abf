'use client';

import { CheckCircleOutlined, HistoryOutlined, StopOutlined } from '@ant-design/icons';
import type { PrefixView } from '@signalbox/contracts';
import type { TableColumnsType } from 'antd';
import { useLocale, useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { Facts } from '#components/parts/facts.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { countryName } from '#format/country.ts';
import { formatPhone } from '#format/phone.ts';
import { useEvidenceText } from './block-text.tsx';
import styles from './verifications.module.css';

/** What can be done with a listed prefix. */
export interface PrefixActions {
  onLift: (row: PrefixView) => void;
}

/** The digits, and the country they are known to be of. */
function PrefixCell({ row }: { row: PrefixView }) {
  const locale = useLocale();
  // What somebody listed has a country only when it is a whole number.
  const isWhole = row.origin === 'person' && row.country !== null;
  return (
    <span className={styles.two}>
      <strong className="num">{isWhole ? formatPhone(row.prefix) : `${row.prefix}…`}</strong>
      {row.country !== null && <span className={styles.quiet}>{countryName(locale, row.country)}</span>}
    </span>
  );
}

/** Closed or open; dim when that is over. */
function ActionTag({ row }: { row: PrefixView }) {
  const t = useTranslations();
  if (row.state !== 'active') {
    return (
      <ToneTag tone="waiting" icon={<HistoryOutlined />}>
        {t(`fraud.prefixes.state.${row.state}`)}
      </ToneTag>
    );
  }
  const isClosed = row.action === 'block';
  return (
    <ToneTag tone={isClosed ? 'bad' : 'good'} icon={isClosed ? <StopOutlined /> : <CheckCircleOutlined />}>
      {t(`fraud.prefixes.action.${row.action}`)}
    </ToneTag>
  );
}

/** What a rule had counted, or what somebody wrote. */
function WhyCell({ row }: { row: PrefixView }) {
  const t = useTranslations();
  const evidenceText = useEvidenceText();
  return (
    <span className={styles.why}>
      <span>{t(`fraud.prefixes.by.${row.evidence?.rule ?? 'person'}`)}</span>
      <span className={styles.quiet}>{row.evidence === null ? row.reason : evidenceText(row.evidence)}</span>
    </span>
  );
}

/** When it ends, or ended. */
function EndCell({ row }: { row: PrefixView }) {
  const t = useTranslations();
  const at = row.lifted_at ?? row.expires_at;
  return at === null ? t('fraud.prefixes.never') : <TimeCell at={at} look="minute" />;
}

function LiftButton({ row, onLift }: PrefixActions & { row: PrefixView }) {
  const t = useTranslations();
  if (row.state !== 'active') return null;
  return (
    <PermittedButton
      permission="fraud:write"
      size="small"
      onClick={() => onLift(row)}
      aria-label={t('fraud.prefixes.liftName', { prefix: row.prefix })}
    >
      {t('fraud.prefixes.lift')}
    </PermittedButton>
  );
}

/** The columns of the listed prefixes. */
export function usePrefixColumns(actions: PrefixActions): TableColumnsType<PrefixView> {
  const t = useTranslations();
  return [
    { key: 'prefix', title: t('fraud.column.prefix'), render: (_, row) => <PrefixCell row={row} /> },
    { key: 'action', title: t('fraud.column.action'), render: (_, row) => <ActionTag row={row} /> },
    { key: 'why', title: t('fraud.column.why'), render: (_, row) => <WhyCell row={row} /> },
    {
      key: 'since',
      title: t('fraud.column.since'),
      render: (_, row) => <TimeCell at={row.created_at} look="minute" />,
    },
    { key: 'until', title: t('fraud.column.until'), render: (_, row) => <EndCell row={row} /> },
    {
      key: 'actions',
      title: <span className="visually-hidden">{t('fraud.column.actions')}</span>,
      align: 'right',
      render: (_, row) => <LiftButton row={row} {...actions} />,
    },
  ];
}

/** The listed prefixes on a narrow screen. */
export function PrefixCards({ rows, ...actions }: PrefixActions & { rows: readonly PrefixView[] }) {
  const t = useTranslations();
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id} className={styles.card}>
          <div className={styles.cardHead}>
            <PrefixCell row={row} />
            <ActionTag row={row} />
          </div>
          <WhyCell row={row} />
          <Facts
            tight
            items={[
              { name: t('fraud.column.since'), value: <TimeCell at={row.created_at} look="minute" /> },
              { name: t('fraud.column.until'), value: <EndCell row={row} /> },
            ]}
          />
          <LiftButton row={row} {...actions} />
        </li>
      ))}
    </ul>
  );
}
