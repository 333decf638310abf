'use client';

import { HeartOutlined } from '@ant-design/icons';
import type { RouteHealthView } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { LinkButton } from '#components/parts/link-button.tsx';
import { ListBox } from '#components/parts/list-box.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { PageHead } from '#components/parts/page-head.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { AlertList } from './alert-list.tsx';
import styles from './health.module.css';
import { PauseDialog } from './pause-dialog.tsx';
import { RoutePanel } from './route-panel.tsx';
import { WorldMap } from './world-map.tsx';

/** How the routes are: what is learned of each, which breakers are open, whose receipts are not believed, who is taken out. */
export function HealthView() {
  const t = useTranslations();
  const trpc = useTRPC();
  const { environment, href } = usePlace();
  const [pausing, setPausing] = useState<RouteHealthView>();
  const [look, setLook] = useState<'routes' | 'map'>('routes');
  const health = useQuery({ ...trpc.routing.health.queryOptions({ environment }), refetchInterval: 5_000 });
  return (
    <>
      <PageHead title={t('nav.health')} purpose={t('health.purpose')} />
      <Loaded query={health} skeleton={<Skeleton active paragraph={{ rows: 8 }} />}>
        {({ routes, alerts }) =>
          routes.length === 0 ? (
            <ListBox empty>
              <EmptyState
                icon={<HeartOutlined />}
                title={t('health.emptyTitle', { environment: t(`environment.${environment}.name`) })}
                text={t('health.emptyText')}
                action={<LinkButton href={href('routes')}>{t('nav.routes')}</LinkButton>}
              />
            </ListBox>
          ) : (
            <div className={styles.panels}>
              <AlertList alerts={alerts} />
              <Segmented
                className={styles.look ?? ''}
                aria-label={t('health.look.name')}
                value={look}
                onChange={setLook}
                options={[
                  { value: 'routes', label: t('health.look.routes') },
                  { value: 'map', label: t('health.look.map') },
                ]}
              />
              {look === 'map' ? (
                <WorldMap routes={routes} />
              ) : (
                routes.map((route) => <RoutePanel key={route.id} route={route} onPause={() => setPausing(route)} />)
              )}
            </div>
          )
        }
      </Loaded>
      <PauseDialog route={pausing} onClose={() => setPausing(undefined)} />
    </>
  );
}
