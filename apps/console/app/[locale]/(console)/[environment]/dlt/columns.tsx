'use client';

import { DeleteOutlined, EditOutlined } from '@ant-design/icons';
import type { DltEntryKind, DltEntryView } from '@signalbox/contracts';
import type { TableColumnsType } from 'antd';
import { useTranslations } from 'use-intl';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import styles from './dlt.module.css';

/** What can be done to a row. */
export interface EntryActions {
  onChange: (row: DltEntryView) => void;
  onRemove: (row: DltEntryView) => void;
}

/** The columns of one kind of registration; on a narrow screen all that is said of one stands in one column. */
export function useEntryColumns(
  kind: DltEntryKind,
  narrow: boolean,
  { onChange, onRemove }: EntryActions,
): TableColumnsType<DltEntryView> {
  const t = useTranslations();
  const told: TableColumnsType<DltEntryView> = [
    { key: 'what', title: t(`dlt.one.${kind}`), render: (_, row) => <What row={row} /> },
    { key: 'more', title: t('dlt.column.more'), render: (_, row) => <More row={row} /> },
    { key: 'status', title: t('dlt.column.status'), render: (_, row) => <Status row={row} /> },
    { key: 'until', title: t('dlt.column.until'), render: (_, row) => row.expires_on ?? '–' },
  ];
  const together: TableColumnsType<DltEntryView> = [
    { key: 'what', title: t(`dlt.one.${kind}`), render: (_, row) => <Whole row={row} /> },
  ];
  return [
    ...(narrow ? together : told),
    {
      key: 'actions',
      title: <span className="visually-hidden">{t('countries.column.actions')}</span>,
      align: 'right',
      render: (_, row) => (
        <span className={styles.buttons}>
          <PermittedButton
            permission="dlt:write"
            size="small"
            icon={<EditOutlined />}
            aria-label={t('dlt.change', { name: row.name })}
            onClick={() => onChange(row)}
          />
          <PermittedButton
            permission="dlt:write"
            size="small"
            icon={<DeleteOutlined />}
            aria-label={t('dlt.removeTitle', { name: row.name })}
            onClick={() => onRemove(row)}
          />
        </span>
      ),
    },
  ];
}

function Status({ row }: { row: DltEntryView }) {
  const t = useTranslations();
  return (
    <ToneTag tone={row.usable ? 'good' : 'warn'}>
      {row.status === 'active' && !row.usable ? t('dlt.expired') : t(`dlt.status.${row.status}`)}
    </ToneTag>
  );
}

function Whole({ row }: { row: DltEntryView }) {
  const t = useTranslations();
  return (
    <span className={styles.what}>
      <What row={row} />
      <More row={row} />
      <span className={styles.state}>
        <Status row={row} />
        {row.expires_on !== null && (
          <span className={styles.soft}>
            {t('dlt.column.until')} {row.expires_on}
          </span>
        )}
      </span>
    </span>
  );
}

function What({ row }: { row: DltEntryView }) {
  return (
    <span className={styles.what}>
      <strong>{row.name}</strong>
      {row.template_id !== null && <span className={styles.soft}>{row.template_id}</span>}
      {row.text !== null && <span className={styles.templateText}>{row.text}</span>}
      {row.issues.map((issue) => (
        <span key={issue} className={styles.issue}>
          {issue}
        </span>
      ))}
    </span>
  );
}

/** What else there is to say, by the kind. */
function More({ row }: { row: DltEntryView }) {
  const t = useTranslations();
  const lines = [
    row.kind === 'entities' ? null : row.entity_id,
    row.kind === 'entities' ? row.entity_id : null,
    row.template_kind === null ? null : t(`dlt.kind.${row.template_kind}`),
    row.headers.length === 0 ? null : row.headers.join(', '),
    row.type === null ? null : t(`dlt.cta.${row.type}`),
    row.hash === null ? null : `SHA-256 ${row.hash.slice(0, 16)}…`,
  ].filter((line) => line !== null);
  return (
    <span className={styles.what} title={row.hash ?? undefined}>
      {lines.map((line) => (
        <span key={line} className={styles.soft}>
          {line}
        </span>
      ))}
    </span>
  );
}
