'use client';

import { useTranslations } from 'use-intl';
import styles from './parts.module.css';
import { ScrollBox } from './scroll-box.tsx';

type Fields = Record<string, unknown>;

/** Which fields were what before and after; nothing where none differs. */
export function ChangeTable({ before, after }: { before: Fields | null; after: Fields | null }) {
  const t = useTranslations();
  const names = changedFields(before, after);
  if (names.length === 0) return null;
  return (
    <ScrollBox label={t('audit.changes')}>
      <table className={styles.changes}>
        <thead>
          <tr>
            <th scope="col">{t('audit.field')}</th>
            {before !== null && <th scope="col">{t('audit.before')}</th>}
            {after !== null && <th scope="col">{t('audit.after')}</th>}
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              {before !== null && <td>{spell(before[name])}</td>}
              {after !== null && <td>{spell(after[name])}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
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
