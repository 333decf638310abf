'use client';

import { CheckCircleFilled, MinusCircleOutlined } from '@ant-design/icons';
import type { CandidateView } from '@signalbox/contracts';
import { useFormatter, useTranslations } from 'use-intl';
import { MoneyCell } from '#components/cells/money-cell.tsx';
import { ScrollBox } from '#components/parts/scroll-box.tsx';
import styles from './timeline.module.css';

/** Chosen first, then the open ones by probability, then the excluded ones by tier. */
const rank = (candidate: CandidateView): number =>
  (candidate.chosen ? -2 : 0) + (candidate.excluded === null ? -1 : candidate.tier) - candidate.probability / 10;

/** Every route that was looked at, with its chance or the one rule that excluded it; what matters most comes first, where a narrow screen shows it. */
export function CandidatesTable(props: { candidates: readonly CandidateView[] }) {
  const t = useTranslations();
  const format = useFormatter();
  const isDrawn = props.candidates.some(({ chosen }) => chosen);
  const rows = [...props.candidates].sort((one, other) => rank(one) - rank(other));
  return (
    <ScrollBox className={styles.scroll} label={t('candidates.title')}>
      <table className={styles.candidates}>
        <caption className="visually-hidden">{t('candidates.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('candidates.route')}</th>
            <th scope="col">{t('candidates.verdict')}</th>
            <th scope="col" className={styles.right}>
              {t('candidates.chance')}
            </th>
            <th scope="col" className={styles.right}>
              {t('candidates.weight')}
            </th>
            <th scope="col" className={styles.right}>
              {t('candidates.tier')}
            </th>
            <th scope="col" className={styles.right}>
              {t('candidates.price')}
            </th>
            <th scope="col">{t('candidates.health')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.route_id}
              className={row.chosen ? styles.isChosen : row.excluded === null ? undefined : styles.isExcluded}
            >
              <th scope="row">
                {row.route_name}
                <span className={styles.provider}>{row.provider_name}</span>
              </th>
              <td className={styles.verdict}>
                <Verdict candidate={row} isDrawn={isDrawn} />
              </td>
              <td className={styles.right}>
                {row.excluded === null
                  ? format.number(row.probability, { style: 'percent', maximumFractionDigits: 1 })
                  : '–'}
              </td>
              <td className={styles.right}>{row.weight}</td>
              <td className={styles.right}>{row.tier}</td>
              <td className={styles.right}>
                <MoneyCell micros={row.price_micros} currency={row.currency} />
              </td>
              <td>
                <Health state={row.connection} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Health(props: { state: string }) {
  const t = useTranslations();
  const known =
    props.state === 'up' || props.state === 'down' ? t(`candidates.connection.${props.state}`) : props.state;
  return (
    <span className={styles.health} data-state={props.state}>
      {known}
    </span>
  );
}

function Verdict(props: { candidate: CandidateView; isDrawn: boolean }) {
  const t = useTranslations();
  const { chosen, excluded, excluded_text: text } = props.candidate;
  if (chosen)
    return (
      <span className={styles.chosen}>
        <CheckCircleFilled aria-hidden="true" /> {t('candidates.chosen')}
      </span>
    );
  if (excluded === null) return <span>{t(props.isDrawn ? 'candidates.open' : 'candidates.possible')}</span>;
  const key = `exclusion.${excluded}` as 'exclusion.disabled';
  return (
    <span className={styles.excluded} title={excluded}>
      <MinusCircleOutlined aria-hidden="true" /> {t.has(key) ? t(key) : (text ?? excluded)}
    </span>
  );
}
