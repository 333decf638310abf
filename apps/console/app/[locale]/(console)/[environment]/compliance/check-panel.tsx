'use client';

import type { TrafficClass } from '@signalbox/contracts';
import { skipToken, useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Panel } from '#components/parts/panel.tsx';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import { CheckAnswer } from './check-answer.tsx';
import styles from './compliance.module.css';

interface Question {
  to: string;
  class: TrafficClass;
  from?: string;
  text?: string;
}

const CLASSES = ['otp', 'transactional', 'marketing'] as const;

/** What the question is as a call; what is left blank is not asked. */
const messageOf = ({ to, class: trafficClass, from = '', text = '' }: Question) => ({
  to: to.replaceAll(/[\s()-]/g, ''),
  class: trafficClass,
  ...(from.trim() === '' ? {} : { from: from.trim() }),
  ...(text.trim() === '' ? {} : { content: { text } }),
});

/** "May I send this, to this number, now?" with the rule that decides. */
export function CheckPanel() {
  const t = useTranslations();
  const trpc = useTRPC();
  const { environment } = usePlace();
  const [form] = Form.useForm<Question>();
  const [question, setQuestion] = useState<Question>();
  const asked = useQuery(
    trpc.compliance.check.queryOptions(
      question === undefined ? skipToken : { environment, message: messageOf(question) },
      { retry: false, gcTime: 0 },
    ),
  );
  const { fields } = asked.error === null ? { fields: [] } : problemOf(asked.error);
  const errorOf = (path: string) => fields.find((field) => field.path === path)?.message;
  const faultAt = (path: string) => {
    const message = errorOf(path);
    return message === undefined ? {} : { validateStatus: 'error' as const, help: message };
  };
  const isAnswered = question !== undefined && asked.data !== undefined && asked.error === null;
  return (
    <div className={styles.check}>
      <Panel title={t('compliance.ask')} hint={t('compliance.askHint')}>
        <Form
          name="check-panel"
          form={form}
          layout="vertical"
          initialValues={{ class: 'marketing' }}
          requiredMark={false}
          onFinish={(values) => {
            setQuestion({ ...values });
            // The same question again is about another moment.
            if (question !== undefined) void asked.refetch();
          }}
        >
          <Form.Item
            name="to"
            label={t('compliance.to')}
            rules={[{ required: true, whitespace: true, message: t('compliance.toNeeded') }]}
            {...faultAt('to')}
          >
            <Input inputMode="tel" autoComplete="off" maxLength={320} placeholder="+84 91 234 56 78" />
          </Form.Item>
          <Form.Item name="class" label={t('compliance.class')}>
            <Segmented
              aria-label={t('compliance.class')}
              options={CLASSES.map((value) => ({ value, label: t(`class.${value}.name`) }))}
            />
          </Form.Item>
          <Form.Item name="from" label={t('compliance.from')} {...faultAt('from')}>
            <Input autoComplete="off" maxLength={320} placeholder={t('compliance.fromBlank')} />
          </Form.Item>
          <Form.Item name="text" label={t('compliance.text')} {...faultAt('content.text')}>
            <Input.TextArea
              autoSize={{ minRows: 2, maxRows: 8 }}
              maxLength={20_000}
              placeholder={t('compliance.textBlank')}
            />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={asked.isFetching}>
            {t('compliance.askDo')}
          </Button>
        </Form>
      </Panel>
      <Panel title={t('compliance.answer')} hint={t('compliance.answerHint')}>
        <div aria-live="polite">
          {isAnswered ? (
            <CheckAnswer answer={asked.data} />
          ) : (
            <p className={styles.quiet}>
              {asked.error === null
                ? t('compliance.nothingAsked')
                : (fields[0]?.message ?? t('compliance.notAnswered'))}
            </p>
          )}
        </div>
      </Panel>
    </div>
  );
}
