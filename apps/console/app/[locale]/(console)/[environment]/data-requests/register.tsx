'use client';

import { DownloadOutlined } from '@ant-design/icons';
import type { PersonRequestState, PersonRequestView } from '@signalbox/contracts';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Button, Skeleton, Table, type TableColumnsType } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import styles from '#components/consent/consent.module.css';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { Facts } from '#components/parts/facts.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { PageTurns, usePages } from '#components/parts/page-turns.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { useNarrow } from '#components/parts/use-narrow.ts';
import { usePlace } from '#components/place.tsx';
import { saveJson } from '#data/save-file.ts';
import { useTRPC, useTRPCClient } from '#data/trpc.ts';
import type { Tone } from '#theme/palette.ts';
import { DecideDialog } from './decide-dialog.tsx';
import { LiftDialog } from './lift-dialog.tsx';

const PAGE_SIZE = 20;
const TONES: Readonly<Record<PersonRequestState, Tone>> = {
  waiting: 'waiting',
  running: 'info',
  done: 'good',
  rejected: 'neutral',
};

/** What people asked, newest first: how it stands, until when it must be answered, and the certificate of what was erased. */
export function Register() {
  const t = useTranslations();
  const { people } = useTRPC();
  const { environment } = usePlace();
  const pages = usePages();
  const [deciding, setDeciding] = useState<PersonRequestView>();
  const [lifting, setLifting] = useState<PersonRequestView>();
  const list = useQuery({
    ...people.requests.queryOptions({
      environment,
      limit: PAGE_SIZE,
      ...(pages.cursor === undefined ? {} : { cursor: pages.cursor }),
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <Panel title={t('rights.register')} hint={t('rights.registerHint')} flush>
      <Loaded query={list} skeleton={<Skeleton active paragraph={{ rows: 3 }} />}>
        {({ data, next_cursor: next }) =>
          data.length === 0 ? (
            <EmptyState title={t('rights.noneTitle')} text={t('rights.noneText')} />
          ) : (
            <>
              <RequestTable rows={data} onDecide={setDeciding} onLift={setLifting} />
              <PageTurns pages={pages} next={next} />
            </>
          )
        }
      </Loaded>
      <DecideDialog row={deciding} onClose={() => setDeciding(undefined)} />
      <LiftDialog row={lifting} onClose={() => setLifting(undefined)} />
    </Panel>
  );
}

function RequestTable({
  rows,
  onDecide,
  onLift,
}: {
  rows: PersonRequestView[];
  onDecide: (row: PersonRequestView) => void;
  onLift: (row: PersonRequestView) => void;
}) {
  const t = useTranslations();
  const narrow = useNarrow();
  const client = useTRPCClient();
  const { environment } = usePlace();
  const save = useMutation({
    mutationFn: async (id: string) =>
      saveJson(`certificate-${id}`, await client.people.certificate.query({ environment, id })),
  });
  const stateOf = ({ kind, state }: PersonRequestView) => (
    <ToneTag tone={TONES[state]}>
      {t(kind === 'restriction' && state === 'running' ? 'rights.inForce' : `rights.state.${state}`)}
    </ToneTag>
  );
  // Once it is answered nobody is late any more; a restriction is the answer itself.
  const dueOf = ({ kind, ended_at: endedAt, due_at: due }: PersonRequestView): ReactNode =>
    endedAt === null && kind !== 'restriction' ? <TimeCell at={due} /> : '–';
  const changesOf = ({ changes }: PersonRequestView): ReactNode =>
    changes.map(({ what, before, after }) => (
      <div key={what} className={styles.soft}>
        {t('rights.change', { what: t(`rights.changed.${what}`), before: before ?? '–', after })}
      </div>
    ));
  const actionOf = (row: PersonRequestView): ReactNode => {
    if (row.state === 'waiting') {
      return (
        <PermittedButton permission="people:erase" size="small" onClick={() => onDecide(row)}>
          {t('rights.decide')}
        </PermittedButton>
      );
    }
    if (row.kind === 'restriction' && row.state === 'running') {
      return (
        <PermittedButton permission="suppressions:write" size="small" onClick={() => onLift(row)}>
          {t('rights.ask.lift.do')}
        </PermittedButton>
      );
    }
    if (row.kind !== 'erasure' || row.state !== 'done') return null;
    return (
      <Button
        size="small"
        icon={<DownloadOutlined />}
        aria-label={t('rights.certificateOf', { address: row.address })}
        onClick={() => save.mutate(row.id)}
      >
        {t('rights.certificate')}
      </Button>
    );
  };
  const fault = save.error === null ? null : <SectionError error={save.error} />;
  if (narrow) {
    return (
      <>
        {fault}
        <ul>
          {rows.map((row) => (
            <li key={row.id} className={styles.card}>
              <strong>{t('rights.asked', { kind: t(`rights.request.${row.kind}`), address: row.address })}</strong>
              {stateOf(row)}
              {changesOf(row)}
              <Facts
                tight
                items={[
                  { name: t('rights.reason'), value: row.reason },
                  { name: t('rights.askedBy'), value: row.asked_by.name },
                  { name: t('rights.when'), value: <TimeCell at={row.created_at} /> },
                  { name: t('rights.due'), value: dueOf(row) },
                ]}
              />
              {actionOf(row)}
            </li>
          ))}
        </ul>
      </>
    );
  }
  const columns: TableColumnsType<PersonRequestView> = [
    { key: 'kind', title: t('rights.requestColumn'), render: (_, row) => t(`rights.request.${row.kind}`) },
    {
      key: 'person',
      title: t('rights.person'),
      render: (_, row) => (
        <>
          {row.address}
          {changesOf(row)}
        </>
      ),
    },
    { key: 'state', title: t('rights.stateColumn'), render: (_, row) => stateOf(row) },
    { key: 'reason', title: t('rights.reason'), dataIndex: 'reason' },
    { key: 'by', title: t('rights.askedBy'), render: (_, row) => row.asked_by.name },
    { key: 'when', title: t('rights.when'), render: (_, row) => <TimeCell at={row.created_at} /> },
    { key: 'due', title: t('rights.due'), render: (_, row) => dueOf(row) },
    { key: 'action', title: '', align: 'right', render: (_, row) => actionOf(row) },
  ];
  return (
    <>
      {fault}
      <div className={styles.scroll}>
        <Table<PersonRequestView> size="small" rowKey="id" columns={columns} dataSource={rows} pagination={false} />
      </div>
    </>
  );
}
