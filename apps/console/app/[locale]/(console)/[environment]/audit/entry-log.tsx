'use client';

import { AuditOutlined } from '@ant-design/icons';
import { AuditAction, type AuditEntryView } from '@signalbox/contracts';
import { Button, Select, Tag } from 'antd';
import { useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { EndlessList } from '#components/parts/endless-list.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { useTRPC, useTRPCClient } from '#data/trpc.ts';
import { useEndless } from '#data/use-endless.ts';
import styles from './audit.module.css';
import { EntryDetail } from './entry-detail.tsx';
import { useAuditAddress } from './use-audit-address.ts';
import { useAuditWords } from './use-audit-words.ts';

const PAGE_SIZE = 50;
const REFRESH_MS = 10_000;

/** The entries, newest first; each opens to what was before and after. */
export function EntryLog() {
  const t = useTranslations();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { actionText } = useAuditWords();
  const { filter, narrow, clear } = useAuditAddress();
  const entries = useEndless({
    queryKey: [...trpc.audit.list.pathKey(), filter],
    refreshMs: REFRESH_MS,
    fetchPage: (cursor, signal) =>
      client.audit.list.query({ ...filter, limit: PAGE_SIZE, ...(cursor === null ? {} : { cursor }) }, { signal }),
  });
  const isNarrowed = Object.keys(filter).length > 0;
  const actions = (
    <Select<AuditAction | 'any'>
      className={styles.filter}
      aria-label={t('audit.action')}
      showSearch={{ optionFilterProp: 'label' }}
      value={filter.action ?? 'any'}
      onChange={(value) => narrow({ action: value === 'any' ? undefined : value } as { action?: AuditAction })}
      options={[
        { value: 'any' as const, label: t('audit.any') },
        ...AuditAction.options.map((value) => ({ value, label: actionText(value) })),
      ]}
    />
  );
  return (
    <Panel title={t('audit.log')} hint={t('audit.logHint')} flush>
      <div className={styles.chips}>
        {actions}
        {filter.actor_id !== undefined && (
          <Tag closable onClose={() => narrow({ actor_id: '' })}>
            {t('audit.by')} <code>{filter.actor_id}</code>
          </Tag>
        )}
        {filter.object_id !== undefined && (
          <Tag closable onClose={() => narrow({ object_id: '' })}>
            {t('audit.of')} <code>{filter.object_id}</code>
          </Tag>
        )}
      </div>
      <EndlessList
        rows={entries}
        head={(entry) => <EntryHead of={entry} />}
        detail={(entry) => (
          <EntryDetail
            of={entry}
            onActor={() => narrow({ actor_id: entry.actor.id })}
            onObject={() => narrow({ object_id: entry.object.id })}
          />
        )}
        empty={
          <EmptyState
            icon={<AuditOutlined />}
            title={isNarrowed ? t('audit.emptyFiltered') : t('audit.emptyTitle')}
            text={isNarrowed ? null : t('audit.emptyText')}
            action={isNarrowed ? <Button onClick={clear}>{t('audit.clear')}</Button> : undefined}
          />
        }
        older={t('audit.more')}
      />
    </Panel>
  );
}

function EntryHead(props: { of: AuditEntryView }) {
  const t = useTranslations();
  const { actionText, objectText } = useAuditWords();
  const { of } = props;
  return (
    <span className={styles.row}>
      <span className={styles.time}>
        <TimeCell at={of.at} />
      </span>
      <span className={styles.what}>
        <strong>{actionText(of.action)}</strong>
        <span className={styles.thing}>{of.object.name === '' ? objectText(of.object.kind) : of.object.name}</span>
      </span>
      <span className={styles.who}>
        {of.actor.kind === 'key' ? t('audit.key', { name: of.actor.name }) : of.actor.name}
        {of.environment !== null && <span className={styles.quiet}>{t(`environment.${of.environment}.name`)}</span>}
      </span>
    </span>
  );
}
