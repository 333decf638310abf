'use client';

import { SendOutlined } from '@ant-design/icons';
import type { OverviewView as Overview } from '@signalbox/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Segmented, Skeleton } from 'antd';
import { useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { VolumeChart } from '#components/charts/volume-chart.tsx';
import { LinkButton } from '#components/parts/link-button.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { PageHead } from '#components/parts/page-head.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { ChannelTable, ReasonList, StateList } from './breakdowns.tsx';
import { FigureCards } from './figure-cards.tsx';
import { FirstSteps } from './first-steps.tsx';
import { Onboarding } from './onboarding.tsx';
import styles from './overview.module.css';
import { Problems } from './problems.tsx';

const WINDOWS = [24, 168, 720] as const;
export type WindowHours = (typeof WINDOWS)[number];

const readWindow = (text: string | null): WindowHours => WINDOWS.find((hours) => String(hours) === text) ?? 24;

/** What needs me now, and how the last hours went. */
export function OverviewView() {
  const t = useTranslations();
  const trpc = useTRPC();
  const router = useRouter();
  const { environment, href } = usePlace();
  const hours = readWindow(useSearchParams().get('hours'));
  const overview = useQuery({
    ...trpc.overview.read.queryOptions({ environment, hours }),
    refetchInterval: 5000,
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHead
        title={t('nav.overview')}
        purpose={t('overview.purpose')}
        actions={
          <>
            <Segmented<WindowHours>
              value={hours}
              aria-label={t('overview.window')}
              options={WINDOWS.map((value) => ({ value, label: t(`overview.hours.${value}`) }))}
              onChange={(value) =>
                router.replace(`${href('overview')}${value === 24 ? '' : `?hours=${value}`}`, { scroll: false })
              }
            />
            <LinkButton type="primary" icon={<SendOutlined />} href={href('send')} permission="messages:send">
              {t('action.send')}
            </LinkButton>
          </>
        }
      />
      <Loaded query={overview} skeleton={<Skeleton active paragraph={{ rows: 10 }} />}>
        {(data) => <Content overview={data} hours={hours} />}
      </Loaded>
    </>
  );
}

function Content(props: { overview: Overview; hours: WindowHours }) {
  const t = useTranslations();
  const { overview, hours } = props;
  const total = overview.by_state.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className={styles.grid}>
      <Problems overview={overview} />
      <Onboarding />
      {total === 0 ? (
        <FirstSteps others={overview.other_environment_count} />
      ) : (
        <>
          <FigureCards overview={overview} hours={hours} />
          <Panel
            title={t('overview.volume')}
            hint={t('overview.volumeHint')}
            className={`${styles.wide} ${styles.fills}`}
          >
            <VolumeChart buckets={overview.over_time} byHour={hours === 24} />
          </Panel>
          <Panel title={t('overview.byState')} hint={t('overview.byStateHint')} className={styles.narrow}>
            <StateList overview={overview} hours={hours} />
          </Panel>
          <Panel
            title={t('overview.byChannel')}
            hint={t('overview.byChannelHint')}
            className={`${styles.wide} ${styles.short}`}
          >
            <ChannelTable overview={overview} hours={hours} />
          </Panel>
          <Panel title={t('overview.reasons')} hint={t('overview.reasonsHint')} className={styles.narrow}>
            <ReasonList overview={overview} hours={hours} />
          </Panel>
        </>
      )}
    </div>
  );
}
