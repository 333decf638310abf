'use client';

import { FilterOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { filtersOf, type LogState, withFilter } from '#url-state/log-filters.ts';
import { FilterChip } from './filter-chip.tsx';
import { FIELDS, type FilterField } from './filter-fields.ts';
import styles from './log.module.css';

const isSet = (state: LogState, field: FilterField): boolean =>
  field === 'time' ? (state.accepted_after ?? state.accepted_before) !== undefined : state[field] !== undefined;

/** The filters as chips: add one by its name, click a chip to change it, remove it by its button. */
export function FilterBar(props: { state: LogState; onChange: (next: LogState) => void }) {
  const t = useTranslations();
  const [adding, setAdding] = useState<FilterField>();
  const { state, onChange } = props;
  const set = FIELDS.filter((field) => isSet(state, field));
  const shown = adding !== undefined && !set.includes(adding) ? [...set, adding] : set;

  const apply = (field: FilterField, next: LogState) => {
    onChange(next);
    if (field === adding) setAdding(undefined);
  };
  const remove = (field: FilterField) => {
    setAdding(undefined);
    if (!isSet(state, field)) return;
    onChange(
      field === 'time'
        ? withFilter(withFilter(state, 'accepted_after', undefined), 'accepted_before', undefined)
        : withFilter(state, field, undefined),
    );
  };

  const items = FIELDS.filter((field) => !shown.includes(field)).map((key) => ({ key, label: t(`log.field.${key}`) }));
  return (
    <section className={styles.filters} aria-label={t('log.filters')}>
      {shown.map((field) => (
        <FilterChip
          key={field}
          field={field}
          state={state}
          startOpen={field === adding}
          onApply={(next) => apply(field, next)}
          onRemove={() => remove(field)}
        />
      ))}
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => setAdding(key as FilterField) }}>
        <Button
          icon={shown.length === 0 ? <FilterOutlined /> : <PlusOutlined />}
          type={shown.length === 0 ? 'default' : 'text'}
        >
          {t('log.addFilter')}
        </Button>
      </Dropdown>
      {set.length > 1 && (
        <Button type="text" onClick={() => onChange({})}>
          {t('log.clearAll')}
        </Button>
      )}
      {Object.keys(filtersOf(state)).length === 0 && shown.length === 0 && (
        <span className={styles.filterHint}>{t('log.filterHint')}</span>
      )}
    </section>
  );
}
