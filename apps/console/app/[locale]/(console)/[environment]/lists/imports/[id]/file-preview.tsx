'use client';

import { ImportField, type ImportPreview } from '@signalbox/contracts';
import { Select, Table } from 'antd';
import { useTranslations } from 'use-intl';
import styles from '#components/consent/consent.module.css';
import { Panel } from '#components/parts/panel.tsx';
import { ScrollBox } from '#components/parts/scroll-box.tsx';

const DELIMITERS: Readonly<Record<string, 'comma' | 'semicolon' | 'tab' | 'bar'>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
};

/** The first rows of a file, with a choice above each column of what it holds. */
export function FilePreview(props: {
  seen: ImportPreview;
  fields: readonly (ImportField | null)[];
  onChange: (fields: readonly (ImportField | null)[]) => void;
}) {
  const t = useTranslations();
  const { fields, onChange, seen } = props;
  const options = [...ImportField.options, 'none' as const].map((value) => ({
    value,
    label: t(`imports.field.${value}`),
  }));
  const columns = seen.columns.map(({ column }, index) => ({
    key: index,
    title: (
      <div className={styles.stack}>
        <span>{column}</span>
        <Select
          size="small"
          popupMatchSelectWidth={false}
          aria-label={t('imports.holds', { column })}
          value={fields[index] ?? 'none'}
          options={options}
          onChange={(value: ImportField | 'none') =>
            onChange(
              seen.columns.map((_, at): ImportField | null => {
                const held = at === index ? (value === 'none' ? null : value) : (fields[at] ?? null);
                // What one column holds no other does.
                return at !== index && held === value ? null : held;
              }),
            )
          }
        />
      </div>
    ),
    render: (_: unknown, row: { cells: readonly string[] }) => row.cells[index] ?? '',
  }));
  const delimiter = DELIMITERS[seen.delimiter] ?? 'comma';
  return (
    <Panel
      flush
      title={t('imports.look')}
      hint={[
        t('imports.lookHint', {
          encoding: seen.encoding.toUpperCase(),
          delimiter: t(`imports.delimiter.${delimiter}`),
        }),
        ...(seen.remembered ? [t('imports.remembered')] : []),
      ].join(' ')}
    >
      <ScrollBox label={t('imports.look')} className={styles.look}>
        <Table
          size="small"
          columns={columns}
          dataSource={seen.rows.map((cells, key) => ({ key, cells }))}
          pagination={false}
        />
      </ScrollBox>
    </Panel>
  );
}
