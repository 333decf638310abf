'use client';

import type { CountryConcentration } from '@signalbox/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, InputNumber, Select, Table, type TableColumnsType } from 'antd';
import { useId, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { ScrollBox } from '#components/parts/scroll-box.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { useCountryName } from '#components/parts/use-country-name.ts';
import { COUNTRY_SEARCH, useCountryOptions } from '#components/parts/use-country-options.ts';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import styles from './prices.module.css';

const EVERY = '*';

/** How much of each country depends on one supplier, and the largest share one may have. */
export function ConcentrationPanel() {
  const t = useTranslations();
  const { routing } = useTRPC();
  const { environment, may } = usePlace();
  const shares = useQuery(routing.concentration.queryOptions({ environment }));
  const columns = useColumns();
  return (
    <Panel title={t('prices.shares.title')} hint={t('prices.shares.hint')}>
      <Loaded query={shares}>
        {({ countries, limits }) => (
          <>
            {countries.length === 0 ? (
              <p className={styles.quiet}>{t('prices.shares.empty')}</p>
            ) : (
              <ScrollBox label={t('prices.shares.title')} className={styles.scroll}>
                <Table<CountryConcentration>
                  size="small"
                  rowKey="country"
                  columns={columns}
                  dataSource={countries}
                  pagination={countries.length > 10 ? { pageSize: 10, size: 'small' } : false}
                />
              </ScrollBox>
            )}
            <Limits limits={limits} />
            {may('prices:write') && <LimitForm />}
          </>
        )}
      </Loaded>
    </Panel>
  );
}

function useColumns(): TableColumnsType<CountryConcentration> {
  const t = useTranslations();
  const format = useFormatter();
  const countryName = useCountryName();
  const percent = (value: number) => format.number(value, { style: 'percent', maximumFractionDigits: 1 });
  return [
    { key: 'country', title: t('prices.list.country'), render: (_, { country }) => countryName(country) },
    {
      key: 'messages',
      title: t('prices.quote.count'),
      align: 'right',
      render: (_, { messages }) => <span className="num">{format.number(messages)}</span>,
    },
    {
      key: 'suppliers',
      title: t('prices.shares.suppliers'),
      render: (_, { suppliers }) => (
        <span className={styles.lineEnd}>
          {suppliers.map(({ provider_id: id, provider_name: name, share, full }) => (
            <span key={id}>
              {name} <span className="num">{percent(share)}</span>{' '}
              {full && <ToneTag tone="warn">{t('prices.shares.full')}</ToneTag>}
            </span>
          ))}
        </span>
      ),
    },
    {
      key: 'index',
      title: t('prices.shares.index'),
      align: 'right',
      render: (_, { index }) => <span className="num">{format.number(index)}</span>,
    },
    {
      key: 'limit',
      title: t('prices.shares.limit'),
      align: 'right',
      render: (_, { limit }) => (limit === null ? '–' : <span className="num">{percent(limit)}</span>),
    },
  ];
}

function useSaveLimit(): {
  save: (country: string | null, limit: number | null) => void;
  error: unknown;
  isPending: boolean;
} {
  const t = useTranslations();
  const { routing } = useTRPC();
  const { environment } = usePlace();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const { mutate, error, isPending } = useMutation(
    routing.setConcentrationLimit.mutationOptions({
      onSuccess: () => message.success(t('prices.shares.saved')),
      onSettled: () => queryClient.invalidateQueries({ queryKey: routing.concentration.pathKey() }),
    }),
  );
  return { save: (country, limit) => mutate({ environment, country, limit }), error, isPending };
}

function Limits({ limits }: { limits: readonly { country: string | null; limit: number }[] }) {
  const t = useTranslations();
  const format = useFormatter();
  const countryName = useCountryName();
  const { may } = usePlace();
  const { save, error } = useSaveLimit();
  return (
    <>
      {error !== null && <SectionError error={error} />}
      <ul className={styles.lines}>
        {limits.map(({ country, limit }) => {
          const name = country === null ? t('prices.shares.every') : countryName(country);
          const share = format.number(limit, { style: 'percent', maximumFractionDigits: 1 });
          return (
            <li key={country ?? EVERY} className={styles.line}>
              <span>{t('prices.shares.line', { country: name, share })}</span>
              {may('prices:write') && (
                <Button
                  size="small"
                  aria-label={t('prices.shares.removeOf', { country: name })}
                  onClick={() => save(country, null)}
                >
                  {t('prices.rates.remove')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function LimitForm() {
  const t = useTranslations();
  const id = useId();
  const countries = useCountryOptions();
  const [country, setCountry] = useState(EVERY);
  const [percent, setPercent] = useState<number | null>(60);
  const { save, error, isPending } = useSaveLimit();
  return (
    <Form
      name="concentration-panel"
      layout="vertical"
      className={styles.rateForm ?? ''}
      onFinish={() => percent !== null && save(country === EVERY ? null : country, percent / 100)}
    >
      <Form.Item label={t('prices.list.country')} htmlFor={`${id}-country`}>
        <Select
          id={`${id}-country`}
          showSearch={COUNTRY_SEARCH}
          value={country}
          options={[{ value: EVERY, label: t('prices.shares.every') }, ...countries]}
          onChange={setCountry}
        />
      </Form.Item>
      <Form.Item label={t('prices.shares.limitField')} htmlFor={`${id}-limit`}>
        <InputNumber id={`${id}-limit`} min={1} max={100} value={percent} onChange={setPercent} suffix="%" />
      </Form.Item>
      <Button htmlType="submit" disabled={percent === null} loading={isPending}>
        {t('prices.shares.set')}
      </Button>
      {error !== null && <SectionError error={error} />}
    </Form>
  );
}
