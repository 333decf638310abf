'use client';

import type { AuditEntryView } from '@signalbox/contracts';
import { Button } from 'antd';
import { useTranslations } from 'use-intl';
import { IdCell } from '#components/cells/id-cell.tsx';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { Facts } from '#components/parts/facts.tsx';
import { ScrollBox } from '#components/parts/scroll-box.tsx';
import styles from './audit.module.css';

type Fields = Record<string, unknown>;

/** One change: which fields were what before and after, by whom, from where, and its place in the chain. */
export function EntryDetail(props: { of: AuditEntryView; onActor: () => void; onObject: () => void }) {
  const t = useTranslations();
  const { of, onActor, onObject } = props;
  const names = changedFields(of.before, of.after);
  return (
    <div className={styles.detail}>
      {names.length > 0 && (
        <ScrollBox label={t('audit.changes')}>
          <table className={styles.changes}>
            <thead>
              <tr>
                <th scope="col">{t('audit.field')}</th>
                {of.before !== null && <th scope="col">{t('audit.before')}</th>}
                {of.after !== null && <th scope="col">{t('audit.after')}</th>}
              </tr>
            </thead>
            <tbody>
              {names.map((name) => (
                <tr key={name}>
                  <th scope="row">
                    <code>{name}</code>
                  </th>
                  {of.before !== null && <td>{spell(of.before[name])}</td>}
                  {of.after !== null && <td>{spell(of.after[name])}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
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

/** The fields to show: all of what was made or removed, else those that differ. */
function changedFields(before: Fields | null, after: Fields | null): string[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  if (before === null || after === null) return names;
  return names.filter((name) => spell(before[name]) !== spell(after[name]));
}

function spell(value: unknown): string {
  if (value === undefined || value === null) return '—';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
