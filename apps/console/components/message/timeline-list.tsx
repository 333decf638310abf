'use client';

import type { TimelineEntry } from '@signalbox/contracts';
import { useTranslations } from 'use-intl';
import { useSpanText } from '#components/cells/span-text.tsx';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { CandidatesTable } from './candidates-table.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { RuleLink } from './rule-link.tsx';
import { useStepText } from './step-text.ts';
import styles from './timeline.module.css';

/** A pause between two steps that is drawn as one. */
const GAP_MS = 5000;
/** What stops or holds leads to its rule; a hold comes right after the line of that rule. */
const leadsToRule = ({ kind, result }: TimelineEntry): boolean =>
  kind !== 'hold' && (result === 'fail' || result === 'wait');

/** The life of a message, step by step: time, who did it, what happened, and the evidence. */
export function TimelineList(props: { entries: readonly TimelineEntry[] }) {
  const entries = [...props.entries].sort((one, other) => one.seq - other.seq);
  return (
    <ol className={styles.list}>
      {entries.map((entry, index) => (
        <Step key={entry.seq} entry={entry} previous={entries[index - 1]} />
      ))}
    </ol>
  );
}

function Step(props: { entry: TimelineEntry; previous: TimelineEntry | undefined }) {
  const t = useTranslations();
  const spanText = useSpanText();
  const stepText = useStepText();
  const { entry, previous } = props;
  const deltaMs = previous === undefined ? 0 : Math.max(0, Date.parse(entry.at) - Date.parse(previous.at));
  return (
    <li className={styles.step} data-result={entry.result} data-kind={entry.kind}>
      {deltaMs > GAP_MS && <div className={styles.gap}>{t('timeline.gap', { span: spanText(deltaMs) })}</div>}
      <div className={styles.when}>
        <TimeCell at={entry.at} look="exact" />
        <span className={styles.delta}>{deltaMs === 0 ? '' : `+${spanText(deltaMs)}`}</span>
      </div>
      <span className={styles.dot} aria-hidden="true" />
      <div className={styles.what}>
        <div className={styles.line}>
          <span className={styles.kind}>
            {t(`timeline.kind.${entry.kind.replace('.', '_')}` as 'timeline.kind.accept')}
          </span>
          <span className={styles.actor}>{t(`timeline.actor.${entry.actor}`)}</span>
          <span className={styles.result}>{t(`timeline.result.${entry.result}`)}</span>
          {entry.code !== null && <code>{entry.code}</code>}
        </div>
        <p>
          {stepText(entry)} {leadsToRule(entry) && <RuleLink source={entry.facts.source} />}
        </p>
        {entry.candidates !== undefined && entry.candidates.length > 0 && (
          <CandidatesTable candidates={entry.candidates} />
        )}
        <EvidenceList facts={entry.facts} />
      </div>
    </li>
  );
}
