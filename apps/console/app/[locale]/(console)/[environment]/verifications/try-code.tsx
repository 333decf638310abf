'use client';

import { type CheckVerificationAnswer, type StartVerificationAnswer, VerificationLocale } from '@signalbox/contracts';
import { segmentText } from '@signalbox/core/content';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Panel } from '#components/parts/panel.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { WhenReady } from '#components/parts/when-ready.tsx';
import { SmsPreview } from '#components/phone/sms-preview.tsx';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import styles from './verifications.module.css';

interface Asked {
  to: string;
  app_name: string;
  locale: VerificationLocale;
}

const languageName = (locale: string, language: string): string =>
  new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? language;

/** Sends a code to a virtual handset, shows it as the phone would, and checks what is typed. */
export function TryCode() {
  const t = useTranslations();
  const locale = useLocale();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { environment } = usePlace();
  const [started, setStarted] = useState<StartVerificationAnswer>();
  // One key for one wish to send: a second click can never send twice.
  const idempotencyKey = useRef(crypto.randomUUID());
  const refresh = () => void queryClient.invalidateQueries({ queryKey: trpc.verifications.pathKey() });
  const start = useMutation(
    trpc.verifications.start.mutationOptions({
      onSuccess: (answer) => {
        idempotencyKey.current = crypto.randomUUID();
        setStarted(answer);
        refresh();
      },
    }),
  );
  const faults = new Map(
    (start.error === null ? [] : problemOf(start.error).fields).map(({ path, message }) => [
      path.replace('verification.', ''),
      message,
    ]),
  );
  const faultOf = (name: string) => {
    const fault = faults.get(name);
    return fault === undefined ? {} : { validateStatus: 'error' as const, help: fault };
  };
  const ask = ({ to, app_name, locale }: Asked) =>
    start.mutate({ environment, verification: { to, app_name, locale }, idempotency_key: idempotencyKey.current });
  return (
    <Panel title={t('verifications.try.title')} hint={t('verifications.try.hint')}>
      {start.error !== null && <SectionError error={start.error} />}
      <WhenReady>
        <Form<Asked>
          name="try-code"
          layout="vertical"
          onFinish={ask}
          onValuesChange={() => {
            idempotencyKey.current = crypto.randomUUID();
          }}
          initialValues={{ to: '+52 55 1234 5678', app_name: 'Demo Store', locale: languageOf(locale) }}
        >
          <Form.Item
            name="to"
            label={t('verifications.try.to')}
            rules={[{ required: true, whitespace: true, message: t('verifications.try.toNeeded') }]}
            {...faultOf('to')}
          >
            <Input inputMode="tel" autoComplete="off" maxLength={32} />
          </Form.Item>
          <div className={styles.fields}>
            <Form.Item
              name="app_name"
              label={t('verifications.try.appName')}
              rules={[{ required: true, whitespace: true, message: t('verifications.try.appNameNeeded') }]}
              {...faultOf('app_name')}
            >
              <Input autoComplete="off" maxLength={30} />
            </Form.Item>
            <Form.Item name="locale" label={t('verifications.try.language')}>
              <Select
                options={VerificationLocale.options.map((value) => ({ value, label: languageName(locale, value) }))}
              />
            </Form.Item>
          </div>
          <Button type="primary" htmlType="submit" loading={start.isPending}>
            {t(started === undefined ? 'verifications.try.send' : 'verifications.try.again')}
          </Button>
        </Form>
      </WhenReady>
      {started !== undefined && <Phone key={started.message_id} started={started} onChecked={refresh} />}
    </Panel>
  );
}

/** The language of the console, when codes are written in it. */
const languageOf = (locale: string): VerificationLocale => VerificationLocale.safeParse(locale).data ?? 'en';

/** The phone the code came to, and the field it is typed into. */
function Phone(props: { started: StartVerificationAnswer; onChecked: () => void }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const { environment } = usePlace();
  const { id, message_id: messageId } = props.started;
  const [answer, setAnswer] = useState<CheckVerificationAnswer>();
  const read = useQuery(trpc.messages.read.queryOptions({ environment, id: messageId }));
  const check = useMutation(
    trpc.verifications.check.mutationOptions({
      onMutate: () => setAnswer(undefined),
      onSuccess: setAnswer,
      onSettled: props.onChecked,
    }),
  );
  const content = read.data?.message.content;
  const text = content !== undefined && !('subject' in content) ? content.text : '';
  return (
    <div className={styles.phone}>
      {read.error !== null && <SectionError error={read.error} onRetry={() => void read.refetch()} />}
      <SmsPreview from={null} text={text} segmented={segmentText(text)} />
      <Form<{ code: string }>
        name="try-code-2"
        layout="vertical"
        onFinish={({ code }) => check.mutate({ environment, id, code: code.trim() })}
        validateTrigger="onSubmit"
      >
        <Form.Item
          name="code"
          label={t('verifications.try.code')}
          rules={[{ required: true, pattern: /^\s*\d{4,10}\s*$/, message: t('verifications.try.codeNeeded') }]}
        >
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={10} />
        </Form.Item>
        <Button htmlType="submit" loading={check.isPending}>
          {t('verifications.try.check')}
        </Button>
      </Form>
      {check.error !== null && <SectionError error={check.error} />}
      <p role="status" className={styles.result} data-tone={answer?.valid === true ? 'good' : 'bad'}>
        {answer !== undefined && t(`verifications.try.result.${resultOf(answer)}`, { left: answer.tries_left })}
      </p>
    </div>
  );
}

const resultOf = ({ valid, tries_left: left }: CheckVerificationAnswer): 'right' | 'wrong' | 'barred' =>
  valid ? 'right' : left > 0 ? 'wrong' : 'barred';
