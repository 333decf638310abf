'use client';

import { EditOutlined } from '@ant-design/icons';
import {
  type CountryFraudRules,
  countryRules,
  type FraudRulesView,
  type FraudSpentView,
  type SpendLimit,
} from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { Alert, Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { useSpanText } from '#components/cells/span-text.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { SideDrawer } from '#components/parts/side-drawer.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { countryName } from '#format/country.ts';
import { formatMicros } from '#format/money.ts';
import { RulesForm } from './rules-form.tsx';
import styles from './verifications.module.css';

const REFRESH_MS = 15_000;
const HOUR_MS = 3_600_000;
const HOUR_SECONDS = 3600;
const DAY_SECONDS = 86_400;

/** The rules against fraud with codes in words, what is spent of each limit now, and the way to change them. */
export function RulesPane() {
  const t = useTranslations();
  const trpc = useTRPC();
  const { environment } = usePlace();
  const [editing, setEditing] = useState<FraudRulesView>();
  const rules = useQuery(trpc.fraud.rules.queryOptions());
  const spent = useQuery({ ...trpc.fraud.spent.queryOptions({ environment }), refetchInterval: REFRESH_MS });
  return (
    <div className={styles.stack}>
      <Loaded query={rules} skeleton={<Skeleton active paragraph={{ rows: 8 }} />}>
        {(found) => (
          <>
            <div className={styles.bar}>
              <p className={styles.lead}>{t('fraud.rules.lead')}</p>
              <PermittedButton
                permission="fraud:write"
                type="primary"
                icon={<EditOutlined />}
                onClick={() => setEditing(found)}
              >
                {t('fraud.rules.change')}
              </PermittedButton>
            </div>
            {environment === 'sandbox' && <Alert type="info" showIcon title={t('fraud.rules.sandbox')} />}
            {!hasMoneyLimit(found) && <Alert type="warning" showIcon title={t('fraud.rules.noMoney')} />}
            <RulesInWords rules={found} spent={spent.data ?? []} />
          </>
        )}
      </Loaded>
      <SideDrawer
        size={720}
        open={editing !== undefined}
        title={t('fraud.rules.title')}
        onClose={() => setEditing(undefined)}
      >
        {editing !== undefined && <RulesForm rules={editing} onDone={() => setEditing(undefined)} />}
      </SideDrawer>
    </div>
  );
}

const hasMoneyLimit = ({ all_codes: all, each_country: each }: FraudRulesView): boolean =>
  [all.spend_per_hour, all.spend_per_day, each.spend_per_hour, each.spend_per_day].some((limit) => limit !== null);

function RulesInWords({ rules, spent }: { rules: FraudRulesView; spent: readonly FraudSpentView[] }) {
  const t = useTranslations();
  const locale = useLocale();
  const { all_codes: all, each_country: each, countries } = rules;
  const own = (country: string | null) => spent.filter((one) => one.country === country);
  return (
    <>
      <Panel title={t('fraud.rules.all')} hint={t('fraud.rules.allHint')}>
        <ul className={styles.rules}>
          <li>{t('fraud.rules.perMinute', { count: all.codes_per_minute })}</li>
          <MoneyLines per_hour={all.spend_per_hour} per_day={all.spend_per_day} spent={own(null)} />
        </ul>
      </Panel>
      <Panel title={t('fraud.rules.each')} hint={t('fraud.rules.eachHint')}>
        <CountryLines rules={each} />
        <SpentByCountry spent={spent} without={countries.map(({ country }) => country)} />
      </Panel>
      {countries.map(({ country }) => (
        <Panel key={country} title={countryName(locale, country)} hint={t('fraud.rules.ownHint')}>
          <CountryLines rules={countryRules(rules, country)} spent={own(country)} />
        </Panel>
      ))}
      <Panel title={t('fraud.rules.always')} hint={t('fraud.rules.alwaysHint')}>
        <ul className={styles.rules}>
          {(['ranges', 'perNumber', 'perNetwork', 'perPerson', 'known'] as const).map((rule) => (
            <li key={rule}>{t(`fraud.rules.fixed.${rule}`)}</li>
          ))}
        </ul>
      </Panel>
    </>
  );
}

function CountryLines({ rules, spent = [] }: { rules: CountryFraudRules; spent?: readonly FraudSpentView[] }) {
  const t = useTranslations();
  const format = useFormatter();
  const spanText = useSpanText();
  const line = (rule: 'near' | 'wide'): ReactNode => {
    const threshold = rules[rule];
    if (threshold.percent === 0) return t(`fraud.rules.off.${rule}`);
    return t(`fraud.rules.on.${rule}`, {
      sent: threshold.sent,
      percent: format.number(threshold.percent / 100, { style: 'percent' }),
      span: spanText(rules.block_hours * HOUR_MS),
    });
  };
  return (
    <ul className={styles.rules}>
      <li>{line('near')}</li>
      <li>{line('wide')}</li>
      <MoneyLines per_hour={rules.spend_per_hour} per_day={rules.spend_per_day} spent={spent} />
    </ul>
  );
}

/** The limits of money, with what is spent of each now. */
function MoneyLines(props: {
  per_hour: SpendLimit | null;
  per_day: SpendLimit | null;
  spent: readonly FraudSpentView[];
}) {
  const t = useTranslations();
  const locale = useLocale();
  const { per_hour: hour, per_day: day, spent } = props;
  const limits = [
    { key: 'hour' as const, limit: hour, seconds: HOUR_SECONDS },
    { key: 'day' as const, limit: day, seconds: DAY_SECONDS },
  ];
  if (hour === null && day === null) return <li>{t('fraud.rules.noLimit')}</li>;
  return limits.map(({ key, limit, seconds }) => {
    if (limit === null) return null;
    const now = spent.find((one) => one.window_seconds === seconds && one.currency === limit.currency);
    return (
      <li key={key}>
        {t(`fraud.rules.money.${key}`, { limit: formatMicros(limit.amount_micros, limit.currency, locale) })}
        {now !== undefined && (
          <span className={styles.spent}>
            {t(`fraud.rules.spent.${key}`, { used: formatMicros(now.used_micros, now.currency, locale) })}
          </span>
        )}
      </li>
    );
  });
}

/** What codes to each country have cost, as far as it is counted by the rules of each country. */
function SpentByCountry({ spent, without }: { spent: readonly FraudSpentView[]; without: readonly string[] }) {
  const t = useTranslations();
  const locale = useLocale();
  const rows = spent.filter(({ country }) => country !== null && !without.includes(country));
  if (rows.length === 0) return null;
  return (
    <p className={styles.spent}>
      {rows
        .slice(0, 12)
        .map(({ country, used_micros: used, currency, window_seconds: seconds }) =>
          t(`fraud.rules.spentIn.${seconds === HOUR_SECONDS ? 'hour' : 'day'}`, {
            country: countryName(locale, country ?? ''),
            used: formatMicros(used, currency, locale),
          }),
        )
        .join(' · ')}
    </p>
  );
}
