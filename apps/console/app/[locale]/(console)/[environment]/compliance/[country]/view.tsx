'use client';

import type { LegalRuleView, PackView } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import Link from 'next/link';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { Facts } from '#components/parts/facts.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { PageHead } from '#components/parts/page-head.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { SideDrawer } from '#components/parts/side-drawer.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { countryName } from '#format/country.ts';
import styles from '../compliance.module.css';
import { ConfidenceTag } from '../confidence-tag.tsx';
import { MarketingNowText } from '../marketing-now.tsx';
import { AnswerForm } from './answer-form.tsx';
import { RuleCard } from './rule-card.tsx';

/** The rules of a country with their sources, and how the workspace reads those that are not settled. */
export function PackPage({ country }: { country: string }) {
  const t = useTranslations();
  const locale = useLocale();
  const trpc = useTRPC();
  const { href } = usePlace();
  const pack = useQuery(trpc.compliance.pack.queryOptions({ country }));
  const [answering, setAnswering] = useState<LegalRuleView>();
  const name = /^[A-Z]{2}$/.test(country) ? countryName(locale, country) : country;
  const close = () => setAnswering(undefined);
  return (
    <>
      <PageHead
        above={<Link href={href('compliance')}>← {t('nav.compliance')}</Link>}
        title={t('compliance.packOf', { country: name })}
        purpose={t('compliance.packPurpose')}
      />
      <Loaded query={pack} skeleton={<Skeleton active paragraph={{ rows: 10 }} />}>
        {(found) => (
          <>
            <Standing pack={found} />
            <ul className={styles.rules}>
              {found.rules.map((rule) => (
                <RuleCard key={rule.id} rule={rule} onAnswer={setAnswering} />
              ))}
            </ul>
            <Cases pack={found} />
          </>
        )}
      </Loaded>
      <SideDrawer
        open={answering !== undefined}
        onClose={close}
        title={t('compliance.answerTitle', { rule: answering?.id ?? '' })}
      >
        {answering !== undefined && <AnswerForm rule={answering} country={country} onDone={close} />}
      </SideDrawer>
    </>
  );
}

function Standing({ pack }: { pack: PackView }) {
  const t = useTranslations();
  return (
    <div className={styles.standing}>
      <Facts
        items={[
          { name: t('compliance.column.now'), value: <MarketingNowText now={pack.marketing_now} /> },
          {
            name: t('compliance.column.checked'),
            value: (
              <>
                <TimeCell at={`${pack.checked_at}T12:00:00Z`} look="day" /> ·{' '}
                {t('compliance.version', { version: pack.version })}
              </>
            ),
          },
        ]}
      />
      <p className={styles.quiet}>{t('compliance.notAdvice')}</p>
      <ul className={styles.legend}>
        {[...new Set(pack.rules.map(({ confidence }) => confidence))].map((confidence) => (
          <li key={confidence}>
            <ConfidenceTag confidence={confidence} /> {t(`compliance.confidenceHint.${confidence}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The instants of cases are written in packs as they are tested: to the minute, in UTC. */
const inUtc = (at: string): string => at.replace('T', ' ').replace(':00Z', ' UTC');

function Cases({ pack }: { pack: PackView }) {
  const t = useTranslations();
  return (
    <Panel title={t('compliance.cases')} hint={t('compliance.casesHint')}>
      <ul className={styles.cases} lang="en">
        {pack.cases.map((one) => (
          <li key={one.name}>
            <strong>{one.name}</strong>{' '}
            <span className={styles.quiet}>
              {inUtc(one.at)}, {t(`class.${one.class}.name`)}
            </span>
            {one.sender !== null && <span className={styles.quiet}> · {one.sender}</span>}
            {one.text !== null && <q>{one.text}</q>}
            <span className={styles.outcome} data-outcome={one.outcome}>
              {t(`compliance.outcome.${one.outcome}`)}
              {one.until !== null && ` ${t('compliance.until')} ${inUtc(one.until)}`}
              {one.rule !== null && (
                <>
                  {' '}
                  · <code>{one.rule}</code>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
