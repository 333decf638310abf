'use client';

import { ApiOutlined, PlusOutlined } from '@ant-design/icons';
import type { ProviderView } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { PageHead } from '#components/parts/page-head.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { SideDrawer } from '#components/parts/side-drawer.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { ProviderForm } from './form.tsx';
import { ProviderCard } from './provider-card.tsx';
import styles from './providers.module.css';

/** The accounts at carriers and vendors, with the state of their connections as it is now. */
export function ProvidersView() {
  const t = useTranslations();
  const trpc = useTRPC();
  const { environment } = usePlace();
  const [editing, setEditing] = useState<ProviderView | 'new'>();
  const providers = useQuery({ ...trpc.providers.list.queryOptions({ environment }), refetchInterval: 2000 });
  const manifests = useQuery({ ...trpc.providers.manifests.queryOptions(), staleTime: Number.POSITIVE_INFINITY });
  const add = (
    <PermittedButton
      permission="providers:write"
      type="primary"
      icon={<PlusOutlined />}
      onClick={() => setEditing('new')}
    >
      {t('providers.add')}
    </PermittedButton>
  );
  return (
    <>
      <PageHead title={t('nav.providers')} purpose={t('providers.purpose')} actions={add} />
      <Loaded query={providers} skeleton={<Skeleton active paragraph={{ rows: 8 }} />}>
        {(list) =>
          list.length === 0 ? (
            <div className={styles.emptyBox}>
              <EmptyState
                icon={<ApiOutlined />}
                title={t('providers.emptyTitle', { environment: t(`environment.${environment}.name`) })}
                text={t('providers.emptyText')}
                action={add}
              />
            </div>
          ) : (
            <ul className={styles.cards}>
              {list.map((provider) => (
                <ProviderCard
                  key={provider.id}
                  provider={provider}
                  manifest={manifests.data?.find(({ protocol }) => protocol === provider.protocol)}
                  onEdit={() => setEditing(provider)}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      <SideDrawer
        open={editing !== undefined}
        onClose={() => setEditing(undefined)}
        title={editing === 'new' ? t('providers.add') : t('providers.edit', { name: editing?.name ?? '' })}
        mask={{ closable: false }}
      >
        {editing !== undefined && (
          <Loaded query={manifests}>
            {(all) => (
              <ProviderForm
                manifests={all}
                provider={editing === 'new' ? undefined : editing}
                onDone={() => setEditing(undefined)}
              />
            )}
          </Loaded>
        )}
      </SideDrawer>
    </>
  );
}
