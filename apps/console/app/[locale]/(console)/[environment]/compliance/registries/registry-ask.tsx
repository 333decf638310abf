'use client';

import type { AskRegistryResult } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useId, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { Facts } from '#components/parts/facts.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { useTRPC } from '#data/trpc.ts';
import { formatMicros } from '#format/money.ts';
import styles from '../compliance.module.css';

/** Asks a registry for one person: first what is known, then, with the price said, what it answers. */
export function RegistryAsk({ registry }: { registry: string }) {
  const t = useTranslations();
  const id = useId();
  const { compliance } = useTRPC();
  const queryClient = useQueryClient();
  const [address, setAddress] = useState('');
  const look = useMutation(
    compliance.askRegistry.mutationOptions({
      onSuccess: ({ dry_run: isDry }) => {
        if (!isDry) void queryClient.invalidateQueries({ queryKey: compliance.registries.pathKey() });
      },
    }),
  );
  const typed = address.trim();
  const ask = (isDry: boolean) => look.mutate({ key: registry, question: { address: typed, dry_run: isDry } });
  return (
    <Form layout="vertical" onFinish={() => ask(true)}>
      <Form.Item label={t('registries.ask.address')} htmlFor={id} extra={t('registries.ask.help')}>
        <Input
          id={id}
          value={address}
          autoComplete="off"
          maxLength={320}
          placeholder="+905321234567"
          onChange={(event) => {
            setAddress(event.target.value);
            look.reset();
          }}
        />
      </Form.Item>
      <Button htmlType="submit" disabled={typed.length < 4} loading={look.isPending}>
        {t('registries.ask.known')}
      </Button>
      {look.error !== null && <SectionError error={look.error} />}
      {look.data !== undefined && (
        <div className={styles.found}>
          <Answer of={look.data} />
          <Price of={look.data} isPending={look.isPending} onAsk={() => ask(false)} />
        </div>
      )}
    </Form>
  );
}

function Answer({ of }: { of: AskRegistryResult }) {
  const t = useTranslations();
  const { allows, listed, outcome } = of;
  return (
    <>
      <Facts
        items={[
          {
            name: t('registries.ask.answer'),
            value: listed === null ? t('registries.ask.none') : t(`registries.ask.${listed ? 'listed' : 'unlisted'}`),
          },
          {
            name: t('registries.ask.means'),
            value: allows === null ? '–' : t(`registries.ask.${allows ? 'allowed' : 'blocked'}`),
          },
          { name: t('registries.ask.askedAt'), value: of.asked_at === null ? '–' : <TimeCell at={of.asked_at} /> },
          {
            name: t('registries.ask.validUntil'),
            value: of.valid_until === null ? '–' : <TimeCell at={of.valid_until} />,
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
function Price({ of, isPending, onAsk }: { of: AskRegistryResult; isPending: boolean; onAsk: () => void }) {
  const t = useTranslations();
  const locale = useLocale();
  const price = formatMicros(of.cost_micros, of.currency, locale);
  if (of.outcome === 'known' || of.outcome === 'over_limit') return <p className={styles.quiet}>{t('asked.free')}</p>;
  if (!of.dry_run) return <p className={styles.quiet}>{t('asked.paid', { price })}</p>;
  return (
    <div>
      <Button type="primary" loading={isPending} onClick={onAsk}>
        {t('asked.pay', { price })}
      </Button>
    </div>
  );
}
