'use client';

import { ExperimentOutlined } from '@ant-design/icons';
import { type Environment, isFinal, type PlaygroundAnswer } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'use-intl';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { TimelineList } from '#components/message/timeline-list.tsx';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { JsonView } from '#components/parts/json-view.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { ScrollBox } from '#components/parts/scroll-box.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { jsonOf } from './call-form.tsx';
import styles from './playground.module.css';

const REFRESH_MS = 1000;
const MESSAGE_ID = /msg_[0-9a-hjkmnp-tv-z]{26}/;

/** An answer, and where its call was made. */
export interface Answered {
  environment: Environment;
  answer: PlaygroundAnswer;
}

/** What the api answered, and beside it what became of the message it names. */
export function AnswerPanel(props: { answered: Answered | undefined; error: unknown }) {
  const t = useTranslations();
  const format = useFormatter();
  const { hrefIn, may } = usePlace();
  const { answered, error } = props;
  const messageId = MESSAGE_ID.exec(answered?.answer.body ?? '')?.[0];
  return (
    <>
      <Panel title={t('playground.answer')} hint={t('playground.answerHint')}>
        {error !== null && <SectionError error={error} />}
        {answered === undefined ? (
          error === null && (
            <EmptyState
              icon={<ExperimentOutlined />}
              title={t('playground.emptyTitle')}
              text={t('playground.emptyText')}
            />
          )
        ) : (
          <div className={styles.stack}>
            <div className={styles.line} role="status">
              <ToneTag tone={answered.answer.status < 400 ? 'good' : answered.answer.status < 500 ? 'warn' : 'bad'}>
                <span className="num">{answered.answer.status}</span>
              </ToneTag>
              <span className={styles.help}>{t(`environment.${answered.environment}.name`)}</span>
              <span className={`num ${styles.help}`}>
                {t('unit.ms', { value: format.number(answered.answer.duration_ms, { maximumFractionDigits: 0 }) })}
              </span>
              {may('requests:read') ? (
                <Link href={hrefIn(answered.environment, `requests?open=${answered.answer.request_id}`)}>
                  {t('playground.toLog')}
                </Link>
              ) : (
                <code>{answered.answer.request_id}</code>
              )}
              {messageId !== undefined && (
                <Link href={hrefIn(answered.environment, `messages/${messageId}`)}>{t('playground.toMessage')}</Link>
              )}
            </div>
            <AnswerBody text={answered.answer.body} />
          </div>
        )}
      </Panel>
      {answered !== undefined && messageId !== undefined && may('messages:read') && (
        <MessageTimeline environment={answered.environment} id={messageId} />
      )}
    </>
  );
}

function AnswerBody(props: { text: string }) {
  const t = useTranslations();
  if (props.text === '') return <p className={styles.help}>{t('playground.noBody')}</p>;
  const value = jsonOf(props.text);
  if (value !== undefined) return <JsonView value={value} label={t('playground.answer')} />;
  return (
    <ScrollBox className={styles.snippet} label={t('playground.answer')}>
      <pre>{props.text}</pre>
    </ScrollBox>
  );
}

function MessageTimeline(props: { environment: Environment; id: string }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const { environment, id } = props;
  const message = useQuery({
    ...trpc.messages.read.queryOptions({ environment, id }),
    refetchInterval: ({ state: { data } }) => (data !== undefined && isFinal(data.message.state) ? false : REFRESH_MS),
  });
  return (
    <Panel title={t('message.timeline')} hint={<code>{id}</code>}>
      <Loaded query={message}>{({ timeline }) => <TimelineList entries={timeline.data} />}</Loaded>
    </Panel>
  );
}
