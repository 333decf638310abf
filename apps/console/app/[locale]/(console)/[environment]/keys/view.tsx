'use client';

import { KeyOutlined, PlusOutlined } from '@ant-design/icons';
import type { ApiKeyView } from '@signalbox/contracts';
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
import { FirstCall, TokenCall } from './call-example.tsx';
import { useKeyColumns } from './columns.tsx';
import { CreateKey } from './form.tsx';
import { KeyCards } from './key-cards.tsx';
import { RotateKey } from './rotate.tsx';
import { useRevoke } from './use-revoke.tsx';

/** The keys by which systems send: made here, shown once, revoked at once. */
export function KeysView() {
  const t = useTranslations();
  const trpc = useTRPC();
  const narrow = useNarrow();
  const { environment } = usePlace();
  const [creating, setCreating] = useState(false);
  const keys = useQuery(trpc.keys.list.queryOptions());
  const revoke = useRevoke();
  const [rotating, setRotating] = useState<ApiKeyView>();
  const acts = { rotate: setRotating, revoke };
  const columns = useKeyColumns(acts);
  const add = (
    <PermittedButton permission="keys:write" type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
      {t('keys.add')}
    </PermittedButton>
  );
  return (
    <>
      <PageHead title={t('nav.keys')} purpose={t('keys.purpose')} actions={add} />
      <Loaded query={keys} skeleton={<Skeleton active paragraph={{ rows: 5 }} />}>
        {(all) => {
          const here = all.filter((key) => key.environment === environment);
          if (here.length === 0)
            return (
              <ListBox empty>
                <EmptyState
                  icon={<KeyOutlined />}
                  title={t('keys.emptyTitle', { environment: t(`environment.${environment}.name`) })}
                  text={all.length > 0 ? t('keys.emptyElsewhere', { count: all.length }) : t('keys.emptyText')}
                  action={add}
                />
              </ListBox>
            );
          return (
            <ListBox>
              {narrow ? (
                <KeyCards keys={here} acts={acts} />
              ) : (
                <Table<ApiKeyView> size="small" rowKey="id" columns={columns} dataSource={here} pagination={false} />
              )}
            </ListBox>
          );
        }}
      </Loaded>
      <FirstCall />
      <TokenCall />
      <RotateKey of={rotating} onClose={() => setRotating(undefined)} />
      <CreateKey open={creating} onClose={() => setCreating(false)} />
    </>
  );
}
