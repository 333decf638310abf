'use client';

import type { DltCandidate, DltCheckResult, TrafficClass } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Collapse, Form, Input, Select } from 'antd';
import { useTranslations } from 'use-intl';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { useTRPC } from '#data/trpc.ts';
import { AlignedText } from './aligned-text.tsx';
import styles from './dlt.module.css';
import { MarkList } from './mark-list.tsx';

interface Draft {
  text: string;
  from?: string;
  class: TrafficClass;
}

const CLASSES: readonly TrafficClass[] = ['otp', 'transactional', 'marketing'];

/** A text is typed or pasted; the page says what an operator in India would say of it, and where it differs from its template. */
export function Checker() {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const check = useMutation({
    mutationFn: ({ text, from, class: trafficClass }: Draft) =>
      queryClient.fetchQuery({
        ...trpc.dlt.check.queryOptions({ text, from: from?.trim() || null, class: trafficClass }),
        staleTime: 0,
      }),
  });
  return (
    <Panel title={t('dlt.check.title')} hint={t('dlt.check.hint')}>
      <Form<Draft>
        name="checker"
        layout="vertical"
        initialValues={{ class: 'transactional' }}
        onFinish={(draft) => check.mutate(draft)}
      >
        <Form.Item
          name="text"
          label={t('dlt.check.text')}
          rules={[{ required: true, message: t('dlt.check.textNeeded') }]}
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} spellCheck={false} />
        </Form.Item>
        <div className={styles.checkRow}>
          <Form.Item name="from" label={t('dlt.check.header')} extra={t('dlt.check.headerHelp')}>
            <Input maxLength={15} autoComplete="off" placeholder="ACMEIN" />
          </Form.Item>
          <Form.Item name="class" label={t('dlt.check.class')}>
            <Select options={CLASSES.map((value) => ({ value, label: t(`class.${value}.name`) }))} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={check.isPending}>
            {t('dlt.check.do')}
          </Button>
        </div>
      </Form>
      {check.error !== null && <SectionError error={check.error} />}
      {check.data !== undefined && <Verdict result={check.data} />}
    </Panel>
  );
}

function Verdict({ result }: { result: DltCheckResult }) {
  const t = useTranslations();
  const [best, ...others] = result.candidates;
  const { problem } = result;
  return (
    <div className={styles.verdict} aria-live="polite">
      {problem === null ? (
        <Alert
          type="success"
          showIcon
          title={t('dlt.check.passes', { template: best?.name ?? '' })}
          description={t('dlt.check.shownAs', { shown: result.shown_as ?? '' })}
        />
      ) : (
        <Alert
          type="error"
          showIcon
          title={t(`dlt.problem.${problem.code as 'text_mismatch'}`, {
            header: result.header ?? '',
            template: best?.name ?? '',
          })}
          description={t('dlt.check.code', { code: problem.operator_code })}
        />
      )}
      {best !== undefined && <Candidate candidate={best} />}
      {others.length > 0 && (
        <Collapse
          ghost
          items={[
            {
              key: 'others',
              label: t('dlt.check.others', { count: others.length }),
              children: others.map((candidate) => <Candidate key={candidate.template_id} candidate={candidate} />),
            },
          ]}
        />
      )}
    </div>
  );
}

function Candidate({ candidate }: { candidate: DltCandidate }) {
  const t = useTranslations();
  return (
    <article className={styles.candidate}>
      <header className={styles.candidateHead}>
        <h3>{candidate.name}</h3>
        <ToneTag tone={candidate.matches ? 'good' : 'warn'}>
          {candidate.matches ? t('dlt.check.matches') : t('dlt.check.share', { share: candidate.score })}
        </ToneTag>
        <span className={styles.soft}>
          {t(`dlt.kind.${candidate.template_kind}`)} · {candidate.headers.join(', ')} · {candidate.template_id}
        </span>
      </header>
      <AlignedText parts={candidate.parts} marks={candidate.marks} />
      <MarkList marks={candidate.marks} />
      {candidate.long_values.length > 0 && (
        <p className={styles.soft}>{t('dlt.check.long', { numbers: candidate.long_values.join(', ') })}</p>
      )}
    </article>
  );
}
