'use client';

import { ERRORS, type ErrorCode, RequestOutcome } from '@signalbox/contracts';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import styles from './requests.module.css';
import type { RequestLogState } from './use-request-address.ts';

const ERROR_CODES = Object.keys(ERRORS) as ErrorCode[];

/** Narrows the log, or opens one call by its id. A change of a filter goes back to the newest calls. */
export function RequestFilters(props: { state: RequestLogState; onChange: (next: RequestLogState) => void }) {
  const t = useTranslations();
  const [fault, setFault] = useState(false);
  const { outcome, error, operation } = props.state;
  const filters = {
    ...(outcome === undefined ? {} : { outcome }),
    ...(error === undefined ? {} : { error }),
    ...(operation === undefined ? {} : { operation }),
  };
  const find = (typed: string) => {
    const id = typed.trim().toLowerCase();
    const isId = /^req_[0-9a-z]{26}$/.test(id);
    setFault(!isId && id !== '');
    if (isId) props.onChange({ ...props.state, open: id });
  };
  return (
    <div className={styles.filters}>
      <div className={styles.find}>
        <Input.Search
          allowClear
          maxLength={60}
          aria-label={t('requests.find')}
          placeholder={t('requests.findHint')}
          status={fault ? 'error' : ''}
          onSearch={find}
        />
        {fault && (
          <div role="alert" className={styles.fault}>
            {t('requests.findFault')}
          </div>
        )}
      </div>
      <Select<RequestOutcome>
        allowClear
        className={styles.filter}
        aria-label={t('requests.column.outcome')}
        placeholder={t('requests.anyOutcome')}
        value={outcome ?? null}
        options={RequestOutcome.options.map((value) => ({ value, label: t(`requests.outcome.${value}`) }))}
        onChange={(value) => {
          const { outcome: _outcome, ...rest } = filters;
          props.onChange(value === undefined ? rest : { ...rest, outcome: value });
        }}
      />
      <Select<ErrorCode>
        allowClear
        showSearch
        className={styles.filter}
        aria-label={t('requests.column.error')}
        placeholder={t('requests.anyError')}
        value={error ?? null}
        options={ERROR_CODES.map((value) => ({ value, label: value }))}
        onChange={(value) => {
          const { error: _error, ...rest } = filters;
          props.onChange(value === undefined ? rest : { ...rest, error: value });
        }}
      />
    </div>
  );
}
