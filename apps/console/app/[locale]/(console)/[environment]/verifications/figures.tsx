'use client';

import type { VerificationFigures } from '@signalbox/contracts';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { ScrollBox } from '#components/parts/scroll-box.tsx';
import { countryName } from '#format/country.ts';
import styles from './verifications.module.css';

/** A share in whole and tenth percents; a dash when there is nothing to share. */
function useShareText(): (part: number, whole: number) => string {
  const format = useFormatter();
  return (part, whole) =>
    whole === 0 ? '–' : format.number(part / whole, { style: 'percent', maximumFractionDigits: 1 });
}

/** The figures a glance should tell. */
export function FigureRow(props: { figures: VerificationFigures }) {
  const t = useTranslations();
  const format = useFormatter();
  const shareText = useShareText();
  const { started, approved, blocked } = props.figures;
  const items = [
    { name: t('verifications.started'), value: format.number(started), note: t('verifications.startedNote') },
    { name: t('verifications.converted'), value: format.number(approved), note: t('verifications.convertedNote') },
    // What was stopped before anything left says nothing about what came back.
    { name: t('verifications.rate'), value: shareText(approved, started - blocked), note: t('verifications.rateNote') },
    { name: t('verifications.blocked'), value: format.number(blocked), note: t('verifications.blockedNote') },
  ];
  return (
    <dl className={styles.figures}>
      {items.map(({ name, value, note }) => (
        <div key={name} className={styles.figure}>
          <dt>{name}</dt>
          <dd>
            <span className={`${styles.value} num`}>{value}</span>
            <span className={styles.note}>{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** How many codes came back, by the route that brought them and the country they went to. */
export function ConversionTable(props: { rows: VerificationFigures['routes'] }) {
  const t = useTranslations();
  const locale = useLocale();
  const format = useFormatter();
  const shareText = useShareText();
  if (props.rows.length === 0) return <p className={styles.quiet}>{t('verifications.noRoutes')}</p>;
  return (
    <ScrollBox label={t('verifications.byRoute')} className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('verifications.column.route')}</th>
            <th scope="col">{t('verifications.column.country')}</th>
            <th scope="col">{t('verifications.sent')}</th>
            <th scope="col">{t('verifications.converted')}</th>
            <th scope="col">{t('verifications.rate')}</th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map(({ route, country, sent, converted }) => (
            <tr key={`${route?.id} ${country}`}>
              <th scope="row">
                {route === null ? t('verifications.noRoute') : `${route.name} · ${t(`channel.${route.channel}`)}`}
              </th>
              <td>{country === null ? '–' : countryName(locale, country)}</td>
              <td className="num">{format.number(sent)}</td>
              <td className="num">{format.number(converted)}</td>
              <td className="num">{shareText(converted, sent)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
