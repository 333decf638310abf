'use client';

import type { ComplianceAnswer } from '@signalbox/contracts';
import { Alert } from 'antd';
import Link from 'next/link';
import { useLocale, useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { RuleList } from '#components/message/rule-list.tsx';
import { useStepText } from '#components/message/step-text.ts';
import { usePlace } from '#components/place.tsx';
import { countryName } from '#format/country.ts';
import styles from './compliance.module.css';
import { ConfidenceTag } from './confidence-tag.tsx';
import { Sources } from './sources.tsx';

/** Yes, later or no; the rule that decides with its sources; what every rule says; and the law there. */
export function CheckAnswer({ answer }: { answer: ComplianceAnswer }) {
  const t = useTranslations();
  const locale = useLocale();
  const stepText = useStepText();
  const { href } = usePlace();
  const { country, allowed, state, decided_by: decider, eligible_again_at: until, law } = answer;
  const verdict = allowed ? 'yes' : state === 'held' ? 'later' : 'no';
  const where = country === null ? t('compliance.noCountry') : countryName(locale, country);
  const decidingId = /^law\/(?<rule>.+)$/.exec(String(decider?.facts.source ?? ''))?.groups?.rule;
  const deciding = law.find(({ id }) => id === decidingId);
  return (
    <>
      <Alert
        type={{ yes: 'success' as const, later: 'info' as const, no: 'warning' as const }[verdict]}
        showIcon
        title={
          <strong>
            {t(`compliance.verdict.${verdict}`, { country: where })}
            {until !== null && (
              <>
                {' '}
                <TimeCell at={until} look="minute" />
              </>
            )}
          </strong>
        }
        description={decider === null ? t('compliance.nothingAgainst') : stepText(decider)}
      />
      {deciding !== undefined && (
        <div className={styles.decider}>
          <h3>
            {t('compliance.decidedBy')} <code>{deciding.id}</code> <ConfidenceTag confidence={deciding.confidence} />
          </h3>
          {deciding.readings
            .filter(({ id }) => id === deciding.in_use)
            .map(({ id, text, sources }) => (
              <div key={id}>
                <p lang="en">{text}</p>
                <Sources sources={sources} />
              </div>
            ))}
        </div>
      )}
      <h3 className={styles.part}>{t('compliance.everyRule')}</h3>
      <RuleList rules={answer.rules} />
      {country !== null && (
        <p className={styles.more}>
          {law.length === 0 ? (
            <span className={styles.quiet}>{t('compliance.noPack', { country: where })}</span>
          ) : (
            <Link href={href(`compliance/${country}`)}>
              {t('compliance.readPack', { country: where, count: law.length })}
            </Link>
          )}
        </p>
      )}
    </>
  );
}
