'use client';

import type { LookedUpNumber, LookUpNumbersResult } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useId, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Facts } from '#components/parts/facts.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { useCountryName } from '#components/parts/use-country-name.ts';
import { useTRPC } from '#data/trpc.ts';
import { formatMicros } from '#format/money.ts';
import styles from './prices.module.css';

/** Looks one number up: first what is known of it, then, with the price said, what the service says. */
export function LookupAsk() {
  const t = useTranslations();
  const locale = useLocale();
  const id = useId();
  const { networks } = useTRPC();
  const queryClient = useQueryClient();
  const [number, setNumber] = useState('');
  const look = useMutation(
    networks.lookUp.mutationOptions({
      onSuccess: ({ dry_run: isDry }) => {
        if (!isDry) void queryClient.invalidateQueries({ queryKey: networks.lookup.pathKey() });
      },
    }),
  );
  const typed = number.trim();
  const ask = (isDry: boolean) => look.mutate({ numbers: [typed], dry_run: isDry });
  const found = look.data;
  const [first] = found?.data ?? [];
  return (
    <Form layout="vertical" onFinish={() => ask(true)}>
      <Form.Item label={t('prices.lookup.ask.number')} htmlFor={id} extra={t('prices.lookup.ask.help')}>
        <Input
          id={id}
          value={number}
          inputMode="tel"
          autoComplete="off"
          placeholder="+4915112345678"
          onChange={(event) => {
            setNumber(event.target.value);
            look.reset();
          }}
        />
      </Form.Item>
      <Button htmlType="submit" disabled={typed.length < 4} loading={look.isPending}>
        {t('prices.lookup.ask.known')}
      </Button>
      {look.error !== null && <SectionError error={look.error} />}
      {found !== undefined && first !== undefined && (
        <div className={styles.preview}>
          <Finding of={first} />
          <Offer
            of={found}
            isPending={look.isPending}
            onAsk={() => ask(false)}
            money={(micros) => formatMicros(micros, found.currency, locale)}
          />
        </div>
      )}
    </Form>
  );
}

function Finding({ of }: { of: LookedUpNumber }) {
  const t = useTranslations();
  const countryName = useCountryName();
  const { network, reach, country, outcome } = of;
  const code = network === null ? '' : `${network.code.slice(0, 3)}-${network.code.slice(3)}`;
  return (
    <>
      <Facts
        items={[
          { name: t('prices.list.country'), value: country === null ? '–' : countryName(country) },
          {
            name: t('prices.networks.network'),
            value: network === null ? t('prices.lookup.ask.noNetwork') : `${code} ${network.name}`.trim(),
          },
          {
            name: t('prices.lookup.ask.source'),
            value: network === null ? '–' : t(`networkSource.${network.source}`),
          },
          {
            name: t('prices.lookup.ask.phone'),
            value: reach === null ? t('prices.lookup.ask.noReach') : t(`prices.lookup.reach.${reach}`),
          },
        ]}
      />
      {(outcome === 'no_answer' || outcome === 'over_limit') && (
        <p className={styles.quiet}>{t(`asked.${outcome === 'no_answer' ? 'noAnswer' : 'overLimit'}`)}</p>
      )}
    </>
  );
}

/** What asking costs, said before it is asked; or what it cost. */
function Offer(props: {
  of: LookUpNumbersResult;
  isPending: boolean;
  onAsk: () => void;
  money: (micros: number) => string;
}) {
  const t = useTranslations();
  const { asked, cost_micros: micros, dry_run: isDry } = props.of;
  const price = props.money(micros);
  if (asked === 0) return <p className={styles.quiet}>{t('asked.free')}</p>;
  if (!isDry) return <p className={styles.quiet}>{t('asked.paid', { price })}</p>;
  return (
    <div>
      <Button type="primary" loading={props.isPending} onClick={props.onAsk}>
        {t('asked.pay', { price })}
      </Button>
    </div>
  );
}
