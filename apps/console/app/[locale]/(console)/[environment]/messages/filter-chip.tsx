'use client';

import { CloseOutlined } from '@ant-design/icons';
import { Popover } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { LogState } from '#url-state/log-filters.ts';
import { FilterEditor } from './filter-editor.tsx';
import type { FilterField } from './filter-fields.ts';
import styles from './log.module.css';
import { useFilterText } from './use-filter-text.ts';

/** One filter: its name and value, opening an editor; a button takes it away. */
export function FilterChip(props: {
  field: FilterField;
  state: LogState;
  startOpen: boolean;
  onApply: (next: LogState) => void;
  onRemove: () => void;
}) {
  const t = useTranslations();
  const [open, setOpen] = useState(props.startOpen);
  const name = t(`log.field.${props.field}`);
  const value = useFilterText(props.field, props.state);
  return (
    <span className={styles.chip}>
      <Popover
        open={open}
        onOpenChange={setOpen}
        trigger="click"
        placement="bottomLeft"
        arrow={false}
        destroyOnHidden
        content={
          <FilterEditor
            field={props.field}
            state={props.state}
            onApply={(next) => {
              setOpen(false);
              props.onApply(next);
            }}
          />
        }
      >
        <button type="button" className={styles.chipText} aria-expanded={open} aria-haspopup="dialog">
          <span className={styles.chipName}>{name}</span> {value ?? '…'}
        </button>
      </Popover>
      <button
        type="button"
        className={styles.chipRemove}
        aria-label={t('log.removeFilter', { name })}
        title={t('log.removeFilter', { name })}
        onClick={props.onRemove}
      >
        <CloseOutlined />
      </button>
    </span>
  );
}
