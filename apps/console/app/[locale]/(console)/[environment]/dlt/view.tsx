'use client';

import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import type { DltEntryKind, DltEntryView } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { PageHead } from '#components/parts/page-head.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { SideDrawer } from '#components/parts/side-drawer.tsx';
import { useTRPC } from '#data/trpc.ts';
import { Checker } from './checker.tsx';
import styles from './dlt.module.css';
import { EntryForm } from './form.tsx';
import { ImportPanel } from './import.tsx';
import { Registry } from './registry.tsx';

const SOON_DAYS = 30;

/** India's ledgers as the workspace has them on file, with the checker that says whether a text would pass. */
export function DltView() {
  const t = useTranslations();
  const [kind, setKind] = useState<DltEntryKind>('templates');
  const [editing, setEditing] = useState<DltEntryView | 'new'>();
  const [importing, setImporting] = useState(false);
  const close = () => setEditing(undefined);
  return (
    <>
      <PageHead
        title={t('nav.dlt')}
        purpose={t('dlt.purpose')}
        actions={
          <>
            <PermittedButton permission="dlt:write" icon={<ImportOutlined />} onClick={() => setImporting(true)}>
              {t('dlt.import.open')}
            </PermittedButton>
            <PermittedButton
              permission="dlt:write"
              type="primary"
              icon={<PlusOutlined />}
              onClick={() => setEditing('new')}
            >
              {t(`dlt.add.${kind}`)}
            </PermittedButton>
          </>
        }
      />
      <Expiring />
      <Checker />
      <Registry kind={kind} onKind={setKind} onChange={setEditing} />
      <SideDrawer
        open={editing !== undefined}
        onClose={close}
        title={
          editing === undefined || editing === 'new' ? t(`dlt.add.${kind}`) : t('dlt.change', { name: editing.name })
        }
      >
        {editing !== undefined && <EntryForm kind={kind} editing={editing} onDone={close} />}
      </SideDrawer>
      <SideDrawer open={importing} onClose={() => setImporting(false)} title={t('dlt.import.title')}>
        {importing && <ImportPanel kind={kind} onDone={() => setImporting(false)} />}
      </SideDrawer>
    </>
  );
}

/** What soon counts no more: nothing is shown while there is none. */
function Expiring() {
  const t = useTranslations();
  const trpc = useTRPC();
  const expiring = useQuery(trpc.dlt.expiring.queryOptions({ within_days: SOON_DAYS }));
  const rows = expiring.data?.data ?? [];
  if (rows.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className={styles.banner ?? ''}
      title={t('dlt.expiring.title', { count: rows.length })}
      description={
        <ul>
          {rows.slice(0, 5).map((row) => (
            <li key={row.id}>
              {t('dlt.expiring.line', {
                kind: t(`dlt.one.${row.kind}`),
                name: row.name,
                date: row.expires_on,
                days: row.days_left,
              })}
            </li>
          ))}
        </ul>
      }
    />
  );
}
