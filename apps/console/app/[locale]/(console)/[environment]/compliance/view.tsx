'use client';

import type { PackSummary } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { Skeleton, Table, type TableColumnsType } from 'antd';
import Link from 'next/link';
import { useLocale, useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { Facts } from '#components/parts/facts.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { PageHead } from '#components/parts/page-head.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { useNarrow } from '#components/parts/use-narrow.ts';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { countryName } from '#format/country.ts';
import { CapsPanel } from './caps/caps-panel.tsx';
import { CheckPanel } from './check-panel.tsx';
import styles from './compliance.module.css';
import { MarketingNowText } from './marketing-now.tsx';
import { RegistriesPanel } from './registries/registries-panel.tsx';

/** Whether something may be sent, and the rules of every country that is known. */
export function ComplianceView() {
  const t = useTranslations();
  const trpc = useTRPC();
  const packs = useQuery(trpc.compliance.packs.queryOptions());
  return (
    <>
      <PageHead title={t('nav.compliance')} purpose={t('compliance.purpose')} />
      <div className={styles.stack}>
        <CheckPanel />
        <CapsPanel />
        <RegistriesPanel />
        <Panel title={t('compliance.packs')} hint={t('compliance.packsHint')} flush>
          <Loaded query={packs} skeleton={<Skeleton active paragraph={{ rows: 8 }} />}>
            {(found) => <PackList packs={found} />}
          </Loaded>
        </Panel>
      </div>
    </>
  );
}

function PackList({ packs }: { packs: readonly PackSummary[] }) {
  const t = useTranslations();
  const locale = useLocale();
  const narrow = useNarrow();
  const sorted = packs.toSorted((one, other) =>
    countryName(locale, one.country).localeCompare(countryName(locale, other.country), locale),
  );
  if (narrow) {
    return (
      <ul>
        {sorted.map((pack) => (
          <li key={pack.country} className={styles.card}>
            <PackName pack={pack} />
            <Facts
              tight
              items={[
                { name: t('compliance.column.now'), value: <MarketingNowText now={pack.marketing_now} /> },
                { name: t('compliance.column.rules'), value: <RuleCount pack={pack} /> },
              ]}
            />
          </li>
        ))}
      </ul>
    );
  }
  const columns: TableColumnsType<PackSummary> = [
    { key: 'country', title: t('compliance.column.country'), render: (_, pack) => <PackName pack={pack} /> },
    {
      key: 'now',
      title: t('compliance.column.now'),
      render: (_, pack) => <MarketingNowText now={pack.marketing_now} />,
    },
    { key: 'rules', title: t('compliance.column.rules'), render: (_, pack) => <RuleCount pack={pack} /> },
    {
      key: 'checked',
      title: t('compliance.column.checked'),
      render: (_, pack) => <TimeCell at={`${pack.checked_at}T12:00:00Z`} look="day" />,
    },
  ];
  return <Table size="small" rowKey="country" columns={columns} dataSource={sorted} pagination={false} />;
}

function PackName({ pack }: { pack: PackSummary }) {
  const locale = useLocale();
  const { href } = usePlace();
  return (
    <span>
      <Link href={href(`compliance/${pack.country}`)}>{countryName(locale, pack.country)}</Link>{' '}
      <span className={styles.quiet}>{pack.country}</span>
    </span>
  );
}

function RuleCount({ pack }: { pack: PackSummary }) {
  const t = useTranslations();
  const { rules, unsettled, answered } = pack;
  return (
    <span>
      {t('compliance.ruleCount', { count: rules })}
      {unsettled > 0 && <span className={styles.quiet}> · {t('compliance.unsettled', { unsettled, answered })}</span>}
    </span>
  );
}
