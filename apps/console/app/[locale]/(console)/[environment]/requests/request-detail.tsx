'use client';

import type { RequestView } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'use-intl';
import { IdCell } from '#components/cells/id-cell.tsx';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { Facts } from '#components/parts/facts.tsx';
import { JsonView } from '#components/parts/json-view.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { CallerText, DurationText, OutcomeTag } from './request-list.tsx';
import styles from './requests.module.css';

/** One call: who, when, how it ended, both bodies as they were kept, and where it leads. */
export function RequestDetail(props: { id: string }) {
  const trpc = useTRPC();
  const { environment } = usePlace();
  const call = useQuery(trpc.requests.get.queryOptions({ environment, id: props.id }));
  return (
    <Loaded query={call} skeleton={<Skeleton active paragraph={{ rows: 8 }} />}>
      {/* What may be any JSON comes as optional over tRPC; the api always gives it. */}
      {(of) => <Call of={of as RequestView} />}
    </Loaded>
  );
}

function Call(props: { of: RequestView }) {
  const t = useTranslations();
  const { href, may } = usePlace();
  const { of } = props;
  return (
    <div className={styles.detail}>
      <div className={styles.line}>
        <OutcomeTag of={of} />
        <code>
          {of.method} {of.path}
        </code>
      </div>
      <Facts
        items={[
          { name: t('requests.column.id'), value: <IdCell id={of.id} /> },
          { name: t('requests.column.at'), value: <TimeCell at={of.at} look="full" /> },
          { name: t('requests.column.duration'), value: <DurationText ms={of.duration_ms} /> },
          ...(of.error === null ? [] : [{ name: t('requests.column.error'), value: <code>{of.error}</code> }]),
          {
            name: t('requests.column.key'),
            value:
              of.api_key !== null && may('keys:read') ? (
                <Link href={href('keys')}>
                  <CallerText of={of} />
                </Link>
              ) : (
                <CallerText of={of} />
              ),
          },
          { name: t('requests.column.address'), value: <code>{of.address}</code> },
          ...(of.message_ids.length === 0
            ? []
            : [
                {
                  name: t('requests.messages'),
                  value: (
                    <ul className={styles.links}>
                      {of.message_ids.map((id) => (
                        <li key={id}>
                          <Link href={href(`messages/${id}`)}>
                            <code>{id}</code>
                          </Link>
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]),
        ]}
      />
      {of.query !== null && (
        <section className={styles.part}>
          <h3>{t('requests.query')}</h3>
          <JsonView value={of.query} label={t('requests.query')} />
        </section>
      )}
      <Body title={t('requests.request')} kept={of.request} />
      <Body title={t('requests.answer')} kept={of.answer} />
      <p className={styles.quiet}>{t('requests.masked')}</p>
    </div>
  );
}

function Body(props: { title: string; kept: RequestView['request'] }) {
  const t = useTranslations();
  const format = useFormatter();
  const { title, kept } = props;
  return (
    <section className={styles.part}>
      <h3>
        {title} <span className={styles.quiet}>{t('requests.bytes', { count: format.number(kept.bytes) })}</span>
      </h3>
      {kept.body === null ? (
        <p className={styles.quiet}>{kept.bytes === 0 ? t('requests.noBody') : t('requests.bodyNotKept')}</p>
      ) : (
        <JsonView value={kept.body} label={title} />
      )}
    </section>
  );
}
