'use client';

import type { BuiltInKeyword, KeywordsView } from '@signalbox/contracts';
import { Table, type TableColumnsType } from 'antd';
import { useTranslations } from 'use-intl';
import styles from '#components/consent/consent.module.css';
import { Facts } from '#components/parts/facts.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { useCountryName } from '#components/parts/use-country-name.ts';
import { useNarrow } from '#components/parts/use-narrow.ts';

/** Words that mean the same, as one row. */
interface Group extends Omit<BuiltInKeyword, 'word'> {
  key: string;
  words: string[];
}

/** The words that count for everybody, with who says so. */
export function BuiltInWords({ view }: { view: KeywordsView }) {
  const t = useTranslations();
  const narrow = useNarrow();
  const countryName = useCountryName();
  const rows = groupsOf(view.built_in);
  const kindOf = ({ kind, scope }: Group) => t(scope === 'all' ? 'keywords.kind.stopAll' : `keywords.kind.${kind}`);
  const whereOf = ({ countries }: Group) => countries?.map(countryName).join(', ') ?? t('keywords.everywhere');
  const sourceOf = ({ source, since }: Group) => (since === null ? source : t('keywords.sinceWhen', { source, since }));
  const columns: TableColumnsType<Group> = [
    { key: 'words', title: t('keywords.words'), render: (_, row) => <strong>{row.words.join(', ')}</strong> },
    { key: 'kind', title: t('keywords.means'), render: (_, row) => kindOf(row) },
    { key: 'language', title: t('keywords.language'), dataIndex: 'language' },
    { key: 'where', title: t('keywords.where'), render: (_, row) => whereOf(row) },
    { key: 'source', title: t('keywords.source'), render: (_, row) => sourceOf(row) },
  ];
  return (
    <Panel title={t('keywords.builtIn')} hint={t('keywords.builtInHint', { day: view.as_of })} flush>
      {narrow ? (
        <ul className={styles.timeline}>
          {rows.map((row) => (
            <li key={row.key} className={styles.card}>
              <strong>{row.words.join(', ')}</strong>
              <Facts
                tight
                items={[
                  { name: t('keywords.means'), value: kindOf(row) },
                  { name: t('keywords.where'), value: whereOf(row) },
                  { name: t('keywords.source'), value: sourceOf(row) },
                ]}
              />
            </li>
          ))}
        </ul>
      ) : (
        <Table<Group> size="small" rowKey="key" columns={columns} dataSource={rows} pagination={false} />
      )}
    </Panel>
  );
}

function groupsOf(all: readonly BuiltInKeyword[]): Group[] {
  const groups = Map.groupBy(all, ({ word: _, ...same }) => JSON.stringify(same));
  return [...groups].flatMap(([key, alike]) => {
    const [first] = alike;
    return first === undefined ? [] : [{ ...first, key, words: alike.map(({ word }) => word) }];
  });
}
