'use client';

import type { ExplainedRouting, ExplainRoutingInput, RouteView } from '@signalbox/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { Loaded } from '#components/parts/loaded.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { COUNTRY_SEARCH, useCountryOptions } from '#components/parts/use-country-options.ts';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { formatMicros } from '#format/money.ts';
import { DecisionTable } from './decision-table.tsx';
import styles from './explorer.module.css';

type Question = Omit<ExplainRoutingInput, 'environment'>;
const CLASSES = ['otp', 'transactional', 'marketing'] as const;
const NUMBER = /^\+?[1-9]\d{0,14}$/;

/** Asks for the decision a message of some kind would meet now: every route with its chance or its reason, and what is known of it. Nothing is sent. */
export function ExplorerPanel(props: { routes: readonly RouteView[] }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const { environment } = usePlace();
  const countries = useCountryOptions();
  const channels = [...new Set(props.routes.map(({ channel }) => channel))];
  const [question, setQuestion] = useState<Question>({
    channel: channels.includes('sms') ? 'sms' : 'email',
    class: 'otp',
    country: props.routes.flatMap((route) => route.countries)[0] ?? null,
  });
  const [number, setNumber] = useState('');
  const change = (part: Partial<Question>) => setQuestion((old) => ({ ...old, ...part }));
  const typed = number.replace(/[\s()-]/g, '');
  const isFaulty = typed !== '' && !NUMBER.test(typed);
  const isSms = question.channel === 'sms';
  const decision = useQuery({
    ...trpc.routing.explain.queryOptions({
      environment,
      ...question,
      country: isSms ? question.country : null,
      ...(isSms && typed !== '' && !isFaulty ? { number: typed } : {}),
    }),
    refetchInterval: 10_000,
    placeholderData: keepPreviousData,
  });
  return (
    <Panel title={t('explorer.title')} hint={t('explorer.hint')}>
      <Form name="explorer-panel" layout="vertical" component="div" className={styles.fields}>
        <Form.Item label={t('routes.channel')} htmlFor="explorer-channel">
          <Select
            id="explorer-channel"
            value={question.channel}
            options={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
            onChange={(channel) => change({ channel })}
          />
        </Form.Item>
        <Form.Item label={t('weights.class')} htmlFor="explorer-class">
          <Select
            id="explorer-class"
            value={question.class}
            options={CLASSES.map((value) => ({ value, label: t(`class.${value}.name`) }))}
            onChange={(value) => change({ class: value })}
          />
        </Form.Item>
        {isSms && (
          <>
            <Form.Item label={t('weights.country')} htmlFor="explorer-country">
              <Select
                id="explorer-country"
                value={question.country}
                allowClear
                placeholder={t('explorer.anyCountry')}
                showSearch={COUNTRY_SEARCH}
                options={countries}
                onChange={(country: string | undefined) => change({ country: country ?? null })}
              />
            </Form.Item>
            <Form.Item
              label={t('explorer.number')}
              htmlFor="explorer-number"
              extra={t('explorer.numberHelp')}
              {...(isFaulty ? { validateStatus: 'error' as const, help: t('routes.prefixFault') } : {})}
            >
              <Input
                id="explorer-number"
                value={number}
                inputMode="tel"
                autoComplete="off"
                placeholder="+5255"
                onChange={(event) => setNumber(event.target.value)}
              />
            </Form.Item>
          </>
        )}
      </Form>
      <Loaded query={decision}>
        {(found) => (
          <>
            {found.blocked !== null && <Alert type="warning" showIcon title={t(`explorer.blocked.${found.blocked}`)} />}
            <Objective of={found} />
            {found.model !== null && (
              <p className={styles.objective}>
                {t(`explorer.model.${found.model.state}`, { version: found.model.version })}
              </p>
            )}
            {found.network !== null && <NetworkLine network={found.network} />}
            <DecisionTable routes={found.routes} />
          </>
        )}
      </Loaded>
    </Panel>
  );
}

/** The network the prices go by, and how it is known. */
function NetworkLine({ network: { code, name, source } }: { network: NonNullable<ExplainedRouting['network']> }) {
  const t = useTranslations();
  const network = `${code.slice(0, 3)}-${code.slice(3)} ${name}`.trim();
  return <p className={styles.objective}>{t('explorer.network', { network, source: t(`networkSource.${source}`) })}</p>;
}

/** What the class wants, and whose weights decide. */
function Objective(props: { of: ExplainedRouting }) {
  const t = useTranslations();
  const format = useFormatter();
  const locale = useLocale();
  const { objective, weights_version: version } = props.of;
  // Where routes are paid in several currencies, cost counts nothing and the objective is told in the first.
  const money = (micros: number) => formatMicros(micros, props.of.routes[0]?.currency ?? 'USD', locale);
  const weights = version === null ? t('explorer.ownWeights') : t('explorer.setWeights', { version });
  if (objective === null) return <p className={styles.objective}>{`${t('explorer.noObjective')} ${weights}`}</p>;
  const parts = [
    objective.success_micros === null
      ? t('explorer.cheapestSuccess')
      : t('explorer.successWorth', { worth: money(objective.success_micros) }),
    objective.deadline_ms === null ? undefined : t('explorer.within', { seconds: objective.deadline_ms / 1000 }),
    objective.latency_micros_per_second === 0
      ? undefined
      : t('explorer.secondCosts', { cost: money(objective.latency_micros_per_second) }),
    t('explorer.floor', { share: format.number(objective.min_success, { style: 'percent' }) }),
    weights,
  ];
  return <p className={styles.objective}>{parts.filter((part) => part !== undefined).join(' ')}</p>;
}
