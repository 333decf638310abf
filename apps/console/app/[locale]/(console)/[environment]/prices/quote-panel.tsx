'use client';

import { type Quote, QuoteRequest, TrafficClass } from '@signalbox/contracts';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Panel } from '#components/parts/panel.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPCClient } from '#data/trpc.ts';
import styles from './prices.module.css';
import { QuoteAnswer } from './quote-answer.tsx';

/** Lines such as “MX 12000”, or numbers, one a line: countries with how many, or the recipients themselves. */
function readWhom(text: string): Pick<QuoteRequest, 'mix' | 'recipients'> {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const mix = lines.map((line) => /^([A-Za-z]{2})[\s,;:]+(\d[\d.,\s]*)$/.exec(line));
  if (lines.length > 0 && mix.every((found) => found !== null))
    return {
      mix: mix.map((found) => ({
        country: (found?.[1] ?? '').toUpperCase(),
        count: Number((found?.[2] ?? '').replace(/\D/g, '')),
      })),
    };
  return { recipients: lines };
}

/** What a send would cost before it is made: by country, with what is left out and where mail would do. */
export function QuotePanel() {
  const t = useTranslations();
  const client = useTRPCClient();
  const { environment } = usePlace();
  const id = useId();
  const [trafficClass, setClass] = useState<TrafficClass>('marketing');
  const [text, setText] = useState('');
  const [whom, setWhom] = useState('');
  const parsed = QuoteRequest.safeParse({ class: trafficClass, text, ...readWhom(whom) });
  const ask = useMutation({
    mutationFn: (quote: QuoteRequest): Promise<Quote> => client.routing.quote.query({ environment, quote }),
  });
  return (
    <Panel title={t('prices.quote.title')} hint={t('prices.quote.hint')}>
      <Form
        name="quote-panel"
        layout="vertical"
        className={styles.quote ?? ''}
        onFinish={() => parsed.success && ask.mutate(parsed.data)}
      >
        <Form.Item label={t('prices.quote.class')} htmlFor={`${id}-class`}>
          <Select<TrafficClass>
            id={`${id}-class`}
            value={trafficClass}
            onChange={setClass}
            options={TrafficClass.options.map((value) => ({ value, label: t(`class.${value}.name`) }))}
          />
        </Form.Item>
        <Form.Item label={t('prices.quote.text')} htmlFor={`${id}-text`}>
          <Input.TextArea
            id={`${id}-text`}
            rows={3}
            maxLength={5000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </Form.Item>
        <Form.Item label={t('prices.quote.whom')} htmlFor={`${id}-whom`} extra={t('prices.quote.whomHelp')}>
          <Input.TextArea
            id={`${id}-whom`}
            rows={3}
            placeholder={'MX 12000\nBR 3000'}
            value={whom}
            onChange={(event) => setWhom(event.target.value)}
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" disabled={!parsed.success} loading={ask.isPending}>
          {t('prices.quote.ask')}
        </Button>
      </Form>
      {ask.error !== null && <SectionError error={ask.error} />}
      {ask.data !== undefined && ask.data.priced === 0 && (
        <Alert type="warning" showIcon title={t('prices.quote.nobody')} />
      )}
      {ask.data !== undefined && <QuoteAnswer quote={ask.data} />}
    </Panel>
  );
}
