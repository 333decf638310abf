'use client';

import type { RequestOutcome, RequestView } from '@signalbox/contracts';
import { Table, type TableColumnsType } from 'antd';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { Facts } from '#components/parts/facts.tsx';
import { useNarrow } from '#components/parts/use-narrow.ts';
import type { Tone } from '#theme/palette.ts';
import styles from './requests.module.css';

const TONE: Record<RequestOutcome, Tone> = { done: 'good', refused: 'warn', failed: 'bad' };

interface ListProps {
  rows: readonly RequestView[];
  addressOf: (id: string) => string;
  onOpen: (id: string) => void;
}

/** Calls, newest first: a table, or cards on a narrow screen. Each opens beside the list. */
export function RequestList(props: ListProps) {
  const narrow = useNarrow();
  return narrow ? <Cards {...props} /> : <Rows {...props} />;
}

/** Status and outcome of a call, in a word and a colour. */
export function OutcomeTag(props: { of: RequestView }) {
  const t = useTranslations();
  const { outcome, status, replayed } = props.of;
  return (
    <span className={styles.outcome}>
      <ToneTag tone={TONE[outcome]}>
        <span className="num">{status}</span> {t(`requests.outcome.${outcome}`)}
      </ToneTag>
      {replayed && <ToneTag tone="info">{t('requests.replayed')}</ToneTag>}
    </span>
  );
}

/** How long a call took. */
export function DurationText(props: { ms: number }) {
  const t = useTranslations();
  const format = useFormatter();
  return <span className="num">{t('unit.ms', { value: format.number(props.ms, { maximumFractionDigits: 1 }) })}</span>;
}

/** Which key called, or that it was a person at the playground. */
export function CallerText(props: { of: RequestView }) {
  const t = useTranslations();
  return props.of.api_key === null ? t('requests.playground') : props.of.api_key.name;
}

function OperationLink(props: { of: RequestView; addressOf: ListProps['addressOf']; onOpen: ListProps['onOpen'] }) {
  const { id, method, path } = props.of;
  return (
    <Link
      href={props.addressOf(id)}
      data-row={id}
      className={styles.operation}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        props.onOpen(id);
      }}
    >
      <code>
        {method} {path}
      </code>
    </Link>
  );
}

function Rows(props: ListProps) {
  const t = useTranslations();
  const columns: TableColumnsType<RequestView> = [
    { key: 'at', title: t('requests.column.at'), width: 150, render: (_, of) => <TimeCell at={of.at} /> },
    { key: 'outcome', title: t('requests.column.outcome'), render: (_, of) => <OutcomeTag of={of} /> },
    {
      key: 'operation',
      title: t('requests.column.operation'),
      render: (_, of) => (
        <>
          <OperationLink of={of} addressOf={props.addressOf} onOpen={props.onOpen} />
          <NotKept of={of} />
        </>
      ),
    },
    {
      key: 'error',
      title: t('requests.column.error'),
      render: (_, of) => of.error !== null && <code>{of.error}</code>,
    },
    { key: 'key', title: t('requests.column.key'), render: (_, of) => <CallerText of={of} /> },
    {
      key: 'duration',
      title: t('requests.column.duration'),
      align: 'right',
      render: (_, of) => <DurationText ms={of.duration_ms} />,
    },
  ];
  return (
    <Table<RequestView>
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={props.rows}
      pagination={false}
      scroll={{ x: 'max-content' }}
    />
  );
}

function Cards(props: ListProps) {
  const t = useTranslations();
  return (
    <ul>
      {props.rows.map((of) => (
        <li key={of.id} className={styles.card}>
          <div className={styles.cardHead}>
            <OutcomeTag of={of} />
            <TimeCell at={of.at} />
          </div>
          <OperationLink of={of} addressOf={props.addressOf} onOpen={props.onOpen} />
          <Facts
            tight
            items={[
              ...(of.error === null ? [] : [{ name: t('requests.column.error'), value: <code>{of.error}</code> }]),
              { name: t('requests.column.key'), value: <CallerText of={of} /> },
              { name: t('requests.column.duration'), value: <DurationText ms={of.duration_ms} /> },
            ]}
          />
          <NotKept of={of} />
        </li>
      ))}
    </ul>
  );
}

function NotKept(props: { of: RequestView }) {
  const t = useTranslations();
  const { not_kept_before: count } = props.of;
  if (count === 0) return null;
  return <div className={styles.quiet}>{t('requests.notKept', { count })}</div>;
}
