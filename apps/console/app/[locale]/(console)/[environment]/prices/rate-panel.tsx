'use client';

import { DeleteOutlined } from '@ant-design/icons';
import { type ExchangeRateList, SetExchangeRatesRequest } from '@signalbox/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { useAskedChange } from '#components/parts/use-asked-change.ts';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import styles from './prices.module.css';

/** What currencies are worth in that of the workspace, and which have no rate. */
export function RatePanel() {
  const t = useTranslations();
  const { prices } = useTRPC();
  const { may } = usePlace();
  const rates = useQuery(prices.rates.queryOptions());
  return (
    <Panel title={t('prices.rates.title')} hint={t('prices.rates.hint')}>
      <Loaded query={rates}>
        {(list) => (
          <>
            {list.missing.length > 0 && (
              <Alert
                type="warning"
                showIcon
                title={t('prices.rates.missing', { currencies: list.missing.join(', '), base: list.base })}
              />
            )}
            {list.data.length === 0 && list.missing.length === 0 && (
              <p className={styles.quiet}>{t('prices.rates.empty', { base: list.base })}</p>
            )}
            <ul className={styles.lines}>
              {list.data.map((rate) => (
                <Rate key={rate.id} rate={rate} base={list.base} />
              ))}
            </ul>
            {may('prices:write') && <RateForm base={list.base} suggested={list.missing[0] ?? ''} />}
          </>
        )}
      </Loaded>
    </Panel>
  );
}

function Rate({ rate, base }: { rate: ExchangeRateList['data'][number]; base: string }) {
  const t = useTranslations();
  const { prices } = useTRPC();
  const { may } = usePlace();
  const remove = useAskedChange({
    change: prices.removeRate.mutationOptions(),
    done: t('prices.rates.removed'),
    list: prices.pathKey(),
  });
  const name = t('prices.rates.removeOf', { currency: rate.currency, from: rate.from });
  return (
    <li className={styles.line}>
      <span className="num">{t('prices.rates.line', { currency: rate.currency, rate: rate.rate, base })}</span>
      <span className={styles.lineEnd}>
        <span className={styles.quiet}>{t('prices.rates.from', { from: rate.from })}</span>
        {rate.in_force && <ToneTag tone="good">{t('prices.state.in_force')}</ToneTag>}
        {may('prices:write') && (
          <Tooltip title={name}>
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={name}
              onClick={() =>
                remove(
                  { id: rate.id },
                  {
                    title: t('prices.rates.removeTitle'),
                    text: t('prices.rates.removeText'),
                    ok: t('prices.rates.remove'),
                    cancel: t('action.keep'),
                  },
                )
              }
            />
          </Tooltip>
        )}
      </span>
    </li>
  );
}

const today = (): string => new Date().toISOString().slice(0, 10);

function RateForm({ base, suggested }: { base: string; suggested: string }) {
  const t = useTranslations();
  const { prices } = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const [typed, setTyped] = useState<{ currency: string; rate: string; from: string }>();
  const given = typed ?? { currency: suggested, rate: '', from: today() };
  const rate = { ...given, currency: given.currency.trim().toUpperCase(), rate: given.rate.trim().replace(',', '.') };
  const parsed = SetExchangeRatesRequest.safeParse({ rates: [rate] });
  const wrong = new Set(parsed.error?.issues.map(({ path }) => String(path[2])) ?? []);
  const save = useMutation(
    prices.setRates.mutationOptions({
      onSuccess: () => {
        setTyped(undefined);
        message.success(t('prices.rates.saved'));
      },
      onSettled: () => queryClient.invalidateQueries({ queryKey: prices.pathKey() }),
    }),
  );
  const field = (name: 'currency' | 'rate' | 'from', more: { placeholder: string; type?: string }) => (
    <Form.Item
      label={t(`prices.rates.field.${name}`, { base })}
      htmlFor={`rate-${name}`}
      validateStatus={typed !== undefined && wrong.has(name) ? 'error' : ''}
      help={typed !== undefined && wrong.has(name) && given[name] !== '' ? t(`prices.rates.fault.${name}`) : undefined}
    >
      <Input
        id={`rate-${name}`}
        {...more}
        value={given[name]}
        onChange={(event) => setTyped({ ...given, [name]: event.target.value })}
      />
    </Form.Item>
  );
  return (
    <Form
      name="rate-panel"
      layout="vertical"
      className={styles.rateForm ?? ''}
      onFinish={() => parsed.success && save.mutate(parsed.data)}
    >
      {field('currency', { placeholder: 'EUR' })}
      {field('rate', { placeholder: '1.0862' })}
      {field('from', { placeholder: '2027-01-01', type: 'date' })}
      <Button htmlType="submit" disabled={!parsed.success} loading={save.isPending}>
        {t('prices.rates.save')}
      </Button>
      {save.error !== null && <SectionError error={save.error} />}
    </Form>
  );
}
