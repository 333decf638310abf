'use client';

import type { CountryView } from '@signalbox/contracts';
import { useTranslations } from 'use-intl';
import { Facts } from '#components/parts/facts.tsx';
import {
  ChannelsCell,
  type CountryActions,
  CountryButtons,
  CurrencyCell,
  LanguagesCell,
  NameCell,
  OpenCell,
  RulesCell,
  SenderCell,
} from './cells.tsx';
import styles from './countries.module.css';

/** The countries on a narrow screen. */
export function CountryCards({
  rows,
  rest,
  ...actions
}: CountryActions & { rows: readonly CountryView[]; rest: CountryView }) {
  const t = useTranslations();
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.country} className={styles.card}>
          <div className={styles.cardHead}>
            <NameCell row={row} />
            <OpenCell row={row} />
          </div>
          <Facts
            tight
            items={[
              { name: t('countries.column.channels'), value: <ChannelsCell row={row} rest={rest} /> },
              { name: t('countries.column.currency'), value: <CurrencyCell row={row} rest={rest} /> },
              { name: t('countries.column.languages'), value: <LanguagesCell row={row} rest={rest} /> },
              { name: t('countries.column.sender'), value: <SenderCell row={row} rest={rest} /> },
              { name: t('countries.column.rules'), value: <RulesCell row={row} rest={rest} /> },
            ]}
          />
          <CountryButtons row={row} {...actions} />
        </li>
      ))}
    </ul>
  );
}
