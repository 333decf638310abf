'use client';

import type { AnswerRuleRequest, LegalRuleView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { AskApprovalDialog } from '#components/approvals/ask-approval-dialog.tsx';
import { useAsked } from '#components/approvals/use-asked.ts';
import { useSecondPerson } from '#components/approvals/use-second-person.ts';
import { SectionError } from '#components/parts/section-error.tsx';
import { useTRPC, useTRPCClient } from '#data/trpc.ts';
import styles from '../compliance.module.css';

interface Answer {
  reading: string;
  exceptions: string[];
  note: string;
}

/** How the workspace reads a rule, and why. */
export function AnswerForm(props: { rule: LegalRuleView; country: string; onDone: () => void }) {
  const t = useTranslations();
  const { message } = App.useApp();
  const { rule, country, onDone } = props;
  const { compliance } = useTRPC();
  const queries = useQueryClient();
  const done = async () => {
    await queries.invalidateQueries({ queryKey: compliance.pack.queryKey({ country }) });
    await queries.invalidateQueries({ queryKey: compliance.packs.queryKey() });
    message.success(t('compliance.saved'));
    onDone();
  };
  const client = useTRPCClient();
  const needsSecond = useSecondPerson('packs');
  const asked = useAsked();
  const [takingBack, setTakingBack] = useState(false);
  const follows = {
    onSuccess: async () => {
      if (!needsSecond) return done();
      onDone();
      return asked();
    },
  };
  const save = useMutation({
    mutationFn: async (said: AnswerRuleRequest) => {
      const given = { rule: rule.id, answer: said };
      const reason = said.note.slice(0, REASON_MAX);
      if (!needsSecond) await client.compliance.answer.mutate(given);
      else await client.approvals.askRule.mutate({ reason, wanted: { action: 'rule.answered', ...given } });
    },
    ...follows,
  });
  const remove = useMutation({
    mutationFn: () => client.compliance.removeAnswer.mutate({ rule: rule.id }),
    ...follows,
  });
  const { answer } = rule;
  const submit = (values: Answer) => {
    const version = answer === null ? {} : { version: answer.version };
    const said: AnswerRuleRequest = {
      reading: rule.answerable && values.reading !== PACK ? values.reading : null,
      exceptions: values.exceptions ?? [],
      note: values.note.trim(),
      ...version,
    };
    save.mutate(said);
  };
  const error = save.error ?? remove.error;
  return (
    <>
      <Form<Answer>
        name="answer-form"
        layout="vertical"
        requiredMark={false}
        initialValues={{
          reading: answer?.reading ?? PACK,
          exceptions: answer?.exceptions ?? [],
          note: answer?.note ?? '',
        }}
        onFinish={submit}
      >
        <p className={styles.quiet}>{t('compliance.answerHelp')}</p>
        {rule.answerable && (
          <Form.Item name="reading" label={t('compliance.reading')}>
            <Radio.Group className={styles.choices ?? ''}>
              <Radio value={PACK}>{t('compliance.byPack')}</Radio>
              {rule.readings.map(({ id, text }) => (
                <Radio key={id} value={id}>
                  <span lang="en">{text}</span>
                </Radio>
              ))}
              <Radio value="none">{t('compliance.holdsNotHere')}</Radio>
            </Radio.Group>
          </Form.Item>
        )}
        {rule.lists.length > 0 && (
          <Form.Item name="exceptions" label={t('compliance.exceptions')} extra={t('compliance.exceptionsHelp')}>
            <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',']} maxCount={100} />
          </Form.Item>
        )}
        <Form.Item
          name="note"
          label={t('compliance.note')}
          extra={t('compliance.noteHelp')}
          rules={[{ required: true, whitespace: true, message: t('compliance.noteNeeded') }]}
        >
          <Input maxLength={500} autoComplete="off" />
        </Form.Item>
        {error !== null && <SectionError error={error} />}
        <div className={styles.foot}>
          {answer !== null && (
            <Button
              danger
              loading={remove.isPending}
              onClick={() => (needsSecond ? setTakingBack(true) : remove.mutate())}
            >
              {t(needsSecond ? 'approvals.askTakeBack' : 'compliance.takeBack')}
            </Button>
          )}
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t(needsSecond ? 'approvals.ask' : 'action.save')}
          </Button>
        </div>
      </Form>
      <AskApprovalDialog
        open={takingBack}
        title={t('approvals.askTakeBack')}
        name="ask-take-back"
        text={rule.id}
        cancel={t('action.cancel')}
        ask={async (reason) => {
          await client.approvals.askRule.mutate({ reason, wanted: { action: 'rule.answer_removed', rule: rule.id } });
          onDone();
        }}
        onClose={() => setTakingBack(false)}
      />
    </>
  );
}

const PACK = 'pack';
/** As much of the note as a request says why. */
const REASON_MAX = 200;
