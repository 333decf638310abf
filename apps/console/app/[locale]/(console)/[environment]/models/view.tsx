'use client';

import { AimOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useTranslations } from 'use-intl';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { LinkButton } from '#components/parts/link-button.tsx';
import { ListBox } from '#components/parts/list-box.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { PageHead } from '#components/parts/page-head.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import styles from './models.module.css';
import { ScopePanel } from './scope-panel.tsx';
import { VersionTable } from './version-table.tsx';

/** The success model: how it foretells each kind of traffic beside the signals, where decisions go by it, and its versions. */
export function ModelsView() {
  const t = useTranslations();
  const trpc = useTRPC();
  const { environment, href } = usePlace();
  const models = useQuery({ ...trpc.models.list.queryOptions({ environment }), refetchInterval: 60_000 });
  return (
    <>
      <PageHead title={t('nav.models')} purpose={t('models.purpose')} />
      <Loaded query={models} skeleton={<Skeleton active paragraph={{ rows: 8 }} />}>
        {({ scopes, versions }) =>
          versions.length === 0 ? (
            <ListBox empty>
              <EmptyState
                icon={<AimOutlined />}
                title={t('models.emptyTitle')}
                text={t('models.emptyText')}
                action={<LinkButton href={href('health')}>{t('nav.health')}</LinkButton>}
              />
            </ListBox>
          ) : (
            <div className={styles.panels}>
              {scopes.length === 0 && <p className={styles.quiet}>{t('models.noScopes')}</p>}
              {scopes.map((scope) => (
                <ScopePanel key={`${scope.channel} ${scope.class} ${scope.country}`} of={scope} />
              ))}
              <VersionTable versions={versions} />
            </div>
          )
        }
      </Loaded>
    </>
  );
}
