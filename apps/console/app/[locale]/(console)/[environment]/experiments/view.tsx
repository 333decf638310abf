'use client';

import { ForkOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { LinkButton } from '#components/parts/link-button.tsx';
import { ListBox } from '#components/parts/list-box.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { PageHead } from '#components/parts/page-head.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { SideDrawer } from '#components/parts/side-drawer.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { ExperimentForm } from './experiment-form.tsx';
import { ExperimentPanel } from './experiment-panel.tsx';
import styles from './experiments.module.css';

/** Weights tried against those in force for a share of the recipients: what runs, what came of it, and what ended before. */
export function ExperimentsView() {
  const t = useTranslations();
  const trpc = useTRPC();
  const { environment, href } = usePlace();
  const [starting, setStarting] = useState(false);
  const close = () => setStarting(false);
  const experiments = useQuery({ ...trpc.experiments.list.queryOptions({ environment }), refetchInterval: 20_000 });
  const sets = useQuery(trpc.weights.list.queryOptions({ environment }));
  const routes = useQuery(trpc.routes.list.queryOptions({ environment }));
  const names = new Map(routes.data?.map(({ id, name }) => [id, name]));
  const busy = new Set(experiments.data?.flatMap((one) => (one.ended === null ? [one.weights_id] : [])));
  const free = (sets.data ?? []).filter(({ id, weights }) => !busy.has(id) && weights.length > 1);
  const add = (
    <PermittedButton
      permission="routes:write"
      type="primary"
      icon={<PlusOutlined />}
      disabled={free.length === 0}
      onClick={() => setStarting(true)}
    >
      {t('experiments.add')}
    </PermittedButton>
  );
  const needsWeights = sets.data?.length === 0;
  const isFull = sets.data !== undefined && !needsWeights && free.length === 0;
  return (
    <>
      <PageHead title={t('nav.experiments')} purpose={t('experiments.purpose')} actions={add} />
      <Loaded query={experiments} skeleton={<Skeleton active paragraph={{ rows: 8 }} />}>
        {(list) =>
          list.length === 0 ? (
            <ListBox empty>
              <EmptyState
                icon={<ForkOutlined />}
                title={t('experiments.emptyTitle')}
                text={t(
                  needsWeights
                    ? 'experiments.emptyNoWeights'
                    : isFull
                      ? 'experiments.emptyOneRoute'
                      : 'experiments.emptyText',
                )}
                action={needsWeights || isFull ? <LinkButton href={href('routes')}>{t('nav.routes')}</LinkButton> : add}
              />
            </ListBox>
          ) : (
            <div className={styles.panels}>
              {isFull && <p className={styles.quiet}>{t('experiments.allBusy')}</p>}
              {list.map((one) => (
                <ExperimentPanel key={one.id} of={one} names={names} />
              ))}
            </div>
          )
        }
      </Loaded>
      <SideDrawer open={starting} onClose={close} size={720} title={t('experiments.add')} mask={{ closable: false }}>
        {starting && free[0] !== undefined && (
          <ExperimentForm sets={free} first={free[0]} names={names} onDone={close} />
        )}
      </SideDrawer>
    </>
  );
}
