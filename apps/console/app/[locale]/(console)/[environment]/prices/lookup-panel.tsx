'use client';

import { SearchOutlined, SettingOutlined } from '@ant-design/icons';
import type { LookupRule, LookupView } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { SideDrawer } from '#components/parts/side-drawer.tsx';
import { useCountryName } from '#components/parts/use-country-name.ts';
import { useTRPC } from '#data/trpc.ts';
import { formatMicros } from '#format/money.ts';
import { LookupAsk } from './lookup-ask.tsx';
import { LookupForm } from './lookup-form.tsx';
import styles from './prices.module.css';

/** The service that knows the networks of numbers, which numbers are looked up by themselves, and what that came to. */
export function LookupPanel() {
  const t = useTranslations();
  const { networks } = useTRPC();
  const [open, setOpen] = useState<'settings' | 'ask' | null>(null);
  const lookup = useQuery(networks.lookup.queryOptions());
  const close = () => setOpen(null);
  const view = lookup.data;
  return (
    <Panel
      title={t('prices.lookup.title')}
      hint={t('prices.lookup.hint')}
      extra={
        <>
          {view?.enabled === true && (
            <PermittedButton permission="prices:write" icon={<SearchOutlined />} onClick={() => setOpen('ask')}>
              {t('prices.lookup.ask.open')}
            </PermittedButton>
          )}{' '}
          <PermittedButton permission="prices:write" icon={<SettingOutlined />} onClick={() => setOpen('settings')}>
            {t('prices.lookup.settings')}
          </PermittedButton>
        </>
      }
    >
      <Loaded query={lookup}>
        {(loaded) =>
          loaded.service === null ? (
            <p className={styles.quiet}>{t('prices.lookup.empty')}</p>
          ) : (
            <>
              <Service view={loaded} service={loaded.service} />
              <Rules rules={loaded.rules} />
            </>
          )
        }
      </Loaded>
      <SideDrawer open={open === 'ask'} onClose={close} title={t('prices.lookup.ask.title')}>
        {open === 'ask' && <LookupAsk />}
      </SideDrawer>
      <SideDrawer open={open === 'settings'} onClose={close} title={t('prices.lookup.settingsTitle')}>
        {open === 'settings' && view !== undefined && <LookupForm view={view} onDone={close} />}
      </SideDrawer>
    </Panel>
  );
}

/** Whether the service is on, what it costs, and what was asked for. */
function Service({ view, service }: { view: LookupView; service: NonNullable<LookupView['service']> }) {
  const t = useTranslations();
  const locale = useLocale();
  const money = (micros: number, currency: string) => formatMicros(micros, currency, locale);
  const day = new Date().toISOString().slice(0, 10);
  const sums = sumDays(view.days);
  return (
    <ul className={styles.lines}>
      <li className={styles.line}>
        <span>
          {t('prices.lookup.service', {
            host: URL.parse(service.url)?.host ?? service.url,
            price: money(service.price_micros, service.currency),
          })}
        </span>
        <span className={styles.lineEnd}>
          <span className={styles.quiet}>
            {service.daily_micros === null
              ? t('asked.limit', { numbers: service.daily_numbers })
              : t('asked.limits', {
                  numbers: service.daily_numbers,
                  money: money(service.daily_micros, service.currency),
                })}
          </span>
          <ToneTag tone={view.enabled ? 'good' : 'neutral'}>{t(`asked.${view.enabled ? 'on' : 'off'}`)}</ToneTag>
        </span>
      </li>
      {view.days
        .filter((one) => one.day === day)
        .map((one) => (
          <li key={one.currency} className={styles.line}>
            <span>{t('prices.lookup.today', { asked: one.asked, answered: one.answered })}</span>
            <span className="num">{money(one.spent_micros, one.currency)}</span>
          </li>
        ))}
      {sums.map((one) => (
        <li key={one.currency} className={styles.line}>
          <span>{t('prices.lookup.month', { asked: one.asked, answered: one.answered })}</span>
          <span className="num">{money(one.spent_micros, one.currency)}</span>
        </li>
      ))}
    </ul>
  );
}

type Sum = Omit<LookupView['days'][number], 'day'>;

/** What the days come to, by currency. */
function sumDays(days: LookupView['days']): Sum[] {
  const sums = new Map<string, Sum>();
  for (const { currency, asked, answered, spent_micros: spent } of days) {
    const sum = sums.get(currency) ?? { currency, asked: 0, answered: 0, spent_micros: 0 };
    sums.set(currency, {
      currency,
      asked: sum.asked + asked,
      answered: sum.answered + answered,
      spent_micros: sum.spent_micros + spent,
    });
  }
  return [...sums.values()];
}

/** Which numbers are looked up before a text goes to them, and what is done with what is heard of the phone. */
function Rules({ rules }: { rules: readonly LookupRule[] }) {
  const t = useTranslations();
  const format = useFormatter();
  const countryName = useCountryName();
  if (rules.length === 0) return <p className={styles.quiet}>{t('prices.lookup.noRules')}</p>;
  return (
    <ul className={styles.lines}>
      {rules.map((rule) => {
        const stops = (['unknown', 'absent'] as const).filter((reach) => rule[reach] === 'stop');
        return (
          <li key={`${rule.class} ${rule.country}`} className={styles.line}>
            <span>
              <strong>{t(`class.${rule.class}.name`)}</strong>
              {rule.country === null ? t('prices.lookup.every') : countryName(rule.country)}
            </span>
            <span className={styles.lineEnd}>
              {rule.look_up && stops.length > 0 && (
                <span className={styles.quiet}>
                  {t('prices.lookup.stopped', {
                    which: format.list(stops.map((reach) => t(`prices.lookup.reach.${reach}`))),
                  })}
                </span>
              )}
              <ToneTag tone={rule.look_up ? 'info' : 'neutral'}>
                {t(`prices.lookup.${rule.look_up ? 'lookedUp' : 'notLookedUp'}`)}
              </ToneTag>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
