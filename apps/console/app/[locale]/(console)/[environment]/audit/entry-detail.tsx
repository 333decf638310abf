'use client';

import type { AuditEntryView } from '@signalbox/contracts';
import { Button } from 'antd';
import { useTranslations } from 'use-intl';
import { IdCell } from '#components/cells/id-cell.tsx';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { ChangeTable } from '#components/parts/change-table.tsx';
import { Facts } from '#components/parts/facts.tsx';
import styles from './audit.module.css';

/** One change: which fields were what before and after, by whom, from where, and its place in the chain. */
export function EntryDetail(props: { of: AuditEntryView; onActor: () => void; onObject: () => void }) {
  const t = useTranslations();
  const { of, onActor, onObject } = props;
  return (
    <div className={styles.detail}>
      <ChangeTable before={of.before} after={of.after} />
      <Facts
        tight
        items={[
          { name: t('audit.when'), value: <TimeCell at={of.at} look="full" /> },
          {
            name: t('audit.who'),
            value: (
              <span className={styles.linked}>
                <IdCell id={of.actor.id} />
                <Button size="small" type="link" onClick={onActor}>
                  {t('audit.onlyActor')}
                </Button>
              </span>
            ),
          },
          {
            name: t('audit.thing'),
            value: (
              <span className={styles.linked}>
                <IdCell id={of.object.id} />
                <Button size="small" type="link" onClick={onObject}>
                  {t('audit.onlyObject')}
                </Button>
              </span>
            ),
          },
          { name: t('audit.address'), value: of.address === null ? '—' : <code>{of.address}</code> },
          { name: t('audit.request'), value: <IdCell id={of.request_id} /> },
          { name: t('audit.place'), value: <span className="num">{of.seq}</span> },
          { name: t('audit.hash'), value: <code className={styles.hash}>{of.hash}</code> },
        ]}
      />
    </div>
  );
}
