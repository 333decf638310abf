'use client';

import { PlusOutlined, ThunderboltOutlined } from '@ant-design/icons';
import type { RateLimitView } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { Skeleton, Table } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { ListBox } from '#components/parts/list-box.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { PageHead } from '#components/parts/page-head.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { useNarrow } from '#components/parts/use-narrow.ts';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { useLimitColumns } from './columns.tsx';
import { SetLimit } from './form.tsx';
import { LimitCards } from './limit-cards.tsx';
import styles from './limits.module.css';
import { useLift } from './use-lift.tsx';

/** How much may come in a second: of a key, of the workspace, for a country. */
export function LimitsView() {
  const t = useTranslations();
  const trpc = useTRPC();
  const narrow = useNarrow();
  const { environment } = usePlace();
  const [editing, setEditing] = useState<RateLimitView | 'new'>();
  const limits = useQuery(trpc.limits.list.queryOptions({ environment }));
  const lift = useLift();
  const columns = useLimitColumns({ onChange: setEditing, onLift: lift });
  const add = (
    <PermittedButton permission="limits:write" type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
      {t('limits.add')}
    </PermittedButton>
  );
  return (
    <>
      <PageHead title={t('nav.limits')} purpose={t('limits.purpose')} actions={add} />
      <Loaded query={limits} skeleton={<Skeleton active paragraph={{ rows: 4 }} />}>
        {(all) =>
          all.length === 0 ? (
            <ListBox empty>
              <EmptyState
                icon={<ThunderboltOutlined />}
                title={t('limits.emptyTitle', { environment: t(`environment.${environment}.name`) })}
                text={t('limits.emptyText')}
                action={add}
              />
            </ListBox>
          ) : (
            <ListBox>
              {narrow ? (
                <LimitCards limits={all} onChange={setEditing} onLift={lift} />
              ) : (
                <Table<RateLimitView> size="small" rowKey="id" columns={columns} dataSource={all} pagination={false} />
              )}
            </ListBox>
          )
        }
      </Loaded>
      <p className={styles.note}>{t('limits.answer')}</p>
      <SetLimit editing={editing} onClose={() => setEditing(undefined)} />
    </>
  );
}
