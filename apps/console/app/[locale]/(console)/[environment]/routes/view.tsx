'use client';

import { BranchesOutlined, PlusOutlined } from '@ant-design/icons';
import type { RouteView } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { LinkButton } from '#components/parts/link-button.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { PageHead } from '#components/parts/page-head.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { SideDrawer } from '#components/parts/side-drawer.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { ExplorerPanel } from './explorer/explorer-panel.tsx';
import { RouteForm } from './form.tsx';
import { type ChosenWeights, FrontierPanel } from './frontier/frontier-panel.tsx';
import styles from './routes.module.css';
import { SaveBar } from './save-bar.tsx';
import { tiersOf } from './shares.ts';
import { TierPanel } from './tier-panel.tsx';
import { useWeights } from './use-weights.ts';
import { firstScope } from './weights/draft.ts';
import { WeightsPanel } from './weights/weights-panel.tsx';

/** Which way messages go: tiers, weights, prices, and how each route did in the last day. */
export function RoutesView() {
  const t = useTranslations();
  const trpc = useTRPC();
  const { environment, href, may } = usePlace();
  const [editing, setEditing] = useState<RouteView | 'new'>();
  const [chosen, setChosen] = useState<ChosenWeights>();
  const routes = useQuery({ ...trpc.routes.list.queryOptions({ environment }), refetchInterval: 10_000 });
  const weights = useWeights(routes.data ?? []);
  const add = (
    <PermittedButton permission="routes:write" type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
      {t('routes.add')}
    </PermittedButton>
  );
  return (
    <>
      <PageHead title={t('nav.routes')} purpose={t('routes.purpose')} actions={add} />
      <Loaded query={routes} skeleton={<Skeleton active paragraph={{ rows: 8 }} />}>
        {(list) =>
          list.length === 0 ? (
            <div className={styles.emptyBox}>
              <EmptyState
                icon={<BranchesOutlined />}
                title={t('routes.emptyTitle', { environment: t(`environment.${environment}.name`) })}
                text={t('routes.emptyText')}
                action={
                  <>
                    {add}
                    <LinkButton href={href('providers')}>{t('nav.providers')}</LinkButton>
                  </>
                }
              />
            </div>
          ) : (
            <div className={styles.tiers}>
              {tiersOf(list).map((tier) => (
                <TierPanel key={`${tier.channel}${tier.tier}`} tier={tier} weights={weights} onEdit={setEditing} />
              ))}
              <WeightsPanel routes={list} chosen={chosen} onChosen={() => setChosen(undefined)} />
              {list.length > 1 && <FrontierPanel routes={list} first={firstScope(list)} onChoose={setChosen} />}
              {may('routing:read') && <ExplorerPanel routes={list} />}
            </div>
          )
        }
      </Loaded>
      <SaveBar weights={weights} />
      <SideDrawer
        open={editing !== undefined}
        onClose={() => setEditing(undefined)}
        size={560}
        title={editing === 'new' ? t('routes.add') : t('routes.edit', { name: editing?.name ?? '' })}
        mask={{ closable: false }}
      >
        {editing !== undefined && (
          <RouteForm route={editing === 'new' ? undefined : editing} onDone={() => setEditing(undefined)} />
        )}
      </SideDrawer>
    </>
  );
}
