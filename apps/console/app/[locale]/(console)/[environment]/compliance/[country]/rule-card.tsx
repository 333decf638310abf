'use client';

import type { LegalRuleView, ReadingView, WordListView } from '@signalbox/contracts';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { usePlace } from '#components/place.tsx';
import styles from '../compliance.module.css';
import { ConfidenceTag } from '../confidence-tag.tsx';
import { Sources } from '../sources.tsx';

/** A rule: what it is about, for what and since when, its readings side by side, and which of them counts here. */
export function RuleCard(props: { rule: LegalRuleView; onAnswer: (rule: LegalRuleView) => void }) {
  const t = useTranslations();
  const { rule, onAnswer } = props;
  const { id, topic, channels, classes, answer, lists, answerable } = rule;
  const card = useRef<HTMLLIElement>(null);
  // Who was sent to this rule is shown it, once it is there.
  useEffect(() => {
    if (location.hash === `#${id}`) card.current?.scrollIntoView();
  }, [id]);
  return (
    <li className={styles.rule} id={id} ref={card}>
      <div className={styles.ruleHead}>
        <h2>{t(`compliance.topic.${topic}`)}</h2>
        <code>{id}</code>
        <ConfidenceTag confidence={rule.confidence} />
        <span className={styles.quiet}>
          {channels.map((channel) => t(`compliance.channel.${channel}`)).join(', ')} ·{' '}
          {classes.map((name) => t(`class.${name}.name`)).join(', ')}
        </span>
        {(answerable || lists.length > 0) && (
          <PermittedButton
            size="small"
            permission="compliance:write"
            className={styles.answerButton ?? ''}
            aria-label={t(answer === null ? 'compliance.answerName' : 'compliance.answerChangeName', { rule: id })}
            onClick={() => onAnswer(rule)}
          >
            {t(answer === null ? 'compliance.answerDo' : 'compliance.answerChange')}
          </PermittedButton>
        )}
      </div>
      <Dates rule={rule} />
      <ul className={styles.readings}>
        {rule.readings.map((reading) => (
          <Reading key={reading.id} reading={reading} inUse={reading.id === rule.in_use} />
        ))}
      </ul>
      {rule.in_use === 'none' && <p className={styles.none}>{t('compliance.holdsNot')}</p>}
      {answer !== null && (
        <p className={styles.answered}>
          {t('compliance.answered')} <TimeCell at={answer.updated_at} look="day" />: <q>{answer.note}</q>
          {answer.exceptions.length > 0 && (
            <>
              {' '}
              {t('compliance.exceptions')}: {answer.exceptions.join(', ')}
            </>
          )}
        </p>
      )}
      {lists.map((list) => (
        <Words key={list.id} list={list} />
      ))}
    </li>
  );
}

function Dates({ rule: { from, until } }: { rule: LegalRuleView }) {
  const t = useTranslations();
  if (from === null && until === null) return null;
  return (
    <p className={styles.quiet}>
      {from !== null && (
        <>
          {t('compliance.since')} <TimeCell at={`${from}T12:00:00Z`} look="day" />
        </>
      )}
      {until !== null && (
        <>
          {' '}
          {t('compliance.until')} <TimeCell at={`${until}T12:00:00Z`} look="day" />
        </>
      )}
    </p>
  );
}

function Reading({ reading, inUse }: { reading: ReadingView; inUse: boolean }) {
  const t = useTranslations();
  const { href } = usePlace();
  return (
    <li data-in-use={inUse}>
      <p lang="en">{reading.text}</p>
      <Sources sources={reading.sources} />
      <p className={styles.effect}>
        {inUse && <strong>{t('compliance.inUse')}</strong>} {t(reading.acts ? 'compliance.acts' : 'compliance.tells')}
      </p>
      {reading.holidays && (
        <p className={styles.effect}>
          {t('compliance.holidays')} <Link href={href('countries')}>{t('nav.countries')}</Link>
        </p>
      )}
    </li>
  );
}

function Words({ list }: { list: WordListView }) {
  const t = useTranslations();
  return (
    <details className={styles.words}>
      <summary>{t('compliance.wordList', { list: list.id, count: list.words.length })}</summary>
      <p lang={list.language}>{list.words.join(', ')}</p>
      {list.exceptions.length > 0 && (
        <ul>
          {list.exceptions.map(({ phrase, because, reviewed_at: at }) => (
            <li key={phrase}>
              {t('compliance.passes')} <q lang={list.language}>{phrase}</q>: <span lang="en">{because}</span>{' '}
              <span className={styles.quiet}>
                <TimeCell at={`${at}T12:00:00Z`} look="day" />
              </span>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
