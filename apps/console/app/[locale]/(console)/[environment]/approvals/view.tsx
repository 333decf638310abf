'use client';

import { FileDoneOutlined } from '@ant-design/icons';
import type { ApprovalView, ErasureApproval } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { ListBox } from '#components/parts/list-box.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { PageHead } from '#components/parts/page-head.tsx';
import { useTRPC } from '#data/trpc.ts';
import { DecideDialog } from '../data-requests/decide-dialog.tsx';
import { ApprovalItem } from './approval-item.tsx';
import styles from './approvals.module.css';
import { EndedPanel } from './ended-panel.tsx';

const REFRESH_MS = 30_000;

/** What waits for the word of a person across the house, decided in place. */
export function ApprovalsView() {
  const t = useTranslations();
  const { approvals } = useTRPC();
  const [erasure, setErasure] = useState<ErasureApproval>();
  const list = useQuery({ ...approvals.list.queryOptions(), refetchInterval: REFRESH_MS });
  return (
    <>
      <PageHead title={t('nav.approvals')} purpose={t('approvals.purpose')} />
      <Loaded query={list} skeleton={<Skeleton active paragraph={{ rows: 4 }} />}>
        {(waiting) =>
          waiting.length === 0 ? (
            <ListBox empty>
              <EmptyState
                icon={<FileDoneOutlined />}
                title={t('approvals.emptyTitle')}
                text={t('approvals.emptyText')}
              />
            </ListBox>
          ) : (
            <ListBox>
              <ul className={styles.list}>
                {waiting.map((of: ApprovalView) => (
                  <ApprovalItem key={of.id} of={of} onErasure={setErasure} />
                ))}
              </ul>
            </ListBox>
          )
        }
      </Loaded>
      <EndedPanel />
      <DecideDialog row={erasure?.request} onClose={() => setErasure(undefined)} />
    </>
  );
}
