'use client';

import { Button, Collapse, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import type { EndlessRows } from '#data/use-endless.ts';
import styles from './parts.module.css';
import { SectionError } from './section-error.tsx';

/** Rows that open to their detail, with a button for older ones; `empty` says why there are none. */
export function EndlessList<Row extends { id: string }>(props: {
  rows: EndlessRows<Row>;
  head: (row: Row) => ReactNode;
  detail: (row: Row) => ReactNode;
  empty: ReactNode;
  /** What the button for older rows says. */
  older: string;
}) {
  const { data, error, isPending, isSuccess, hasNextPage, isFetchingNextPage, refetch, fetchNextPage } = props.rows;
  const rows = data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <>
      {error !== null && <SectionError error={error} onRetry={() => void refetch()} />}
      {isPending && (
        <div className={styles.older} aria-busy="true">
          <Skeleton active title={false} />
        </div>
      )}
      {isSuccess && rows.length === 0 && props.empty}
      {rows.length > 0 && (
        <Collapse
          ghost
          items={rows.map((row) => ({ key: row.id, label: props.head(row), children: props.detail(row) }))}
        />
      )}
      {hasNextPage && (
        <div className={styles.older}>
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {props.older}
          </Button>
        </div>
      )}
    </>
  );
}
