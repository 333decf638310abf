'use client';

import { CheckCircleFilled, CloseCircleFilled, MinusCircleOutlined, PauseCircleFilled } from '@ant-design/icons';
import type { RuleResult } from '@signalbox/contracts';
import { useTranslations } from 'use-intl';
import styles from './rule-list.module.css';
import { useStepText } from './step-text.ts';

const MARKS = {
  pass: <CheckCircleFilled aria-hidden="true" />,
  fail: <CloseCircleFilled aria-hidden="true" />,
  wait: <PauseCircleFilled aria-hidden="true" />,
  info: <MinusCircleOutlined aria-hidden="true" />,
} satisfies Record<RuleResult['result'], React.ReactNode>;

/** What each rule of policy says, in their order, with its result as a word and a mark. */
export function RuleList({ rules }: { rules: readonly RuleResult[] }) {
  const t = useTranslations();
  const stepText = useStepText();
  return (
    <ul className={styles.rules}>
      {rules.map((rule) => (
        <li key={rule.kind} data-result={rule.result}>
          {MARKS[rule.result]}
          <span>
            <strong>{t(`timeline.kind.${rule.kind.replace('.', '_')}` as 'timeline.kind.accept')}</strong>{' '}
            <span className="visually-hidden">({t(`timeline.result.${rule.result}`)})</span> {stepText(rule)}
          </span>
        </li>
      ))}
    </ul>
  );
}
