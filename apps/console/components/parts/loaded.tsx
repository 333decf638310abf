'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import styles from './parts.module.css';
import { SectionError } from './section-error.tsx';

/** Skeleton, error with another try, or the content; data already shown stays while newer is fetched or when that fails. */
export function Loaded<T>(props: {
  query: UseQueryResult<T, unknown>;
  skeleton?: ReactNode;
  children: (data: T) => ReactNode;
}) {
  const { data, error, refetch } = props.query as Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>;
  if (data === undefined && error === null)
    return (
      <div className={styles.skeleton} aria-busy="true">
        {props.skeleton ?? <Skeleton active paragraph={{ rows: 4 }} title={false} />}
      </div>
    );
  return (
    <>
      {error !== null && <SectionError error={error} onRetry={() => void refetch()} />}
      {data !== undefined && props.children(data)}
    </>
  );
}
