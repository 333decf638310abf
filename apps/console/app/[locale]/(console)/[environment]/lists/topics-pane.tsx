'use client';

import { PlusOutlined, TagsOutlined } from '@ant-design/icons';
import type { TopicView } from '@signalbox/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import styles from '#components/consent/consent.module.css';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { useTRPC } from '#data/trpc.ts';
import { TopicForm } from './topic-form.tsx';

/** What marketing can be about: people choose among the topics on the preference page. */
export function TopicsPane() {
  const t = useTranslations();
  const trpc = useTRPC();
  const [editing, setEditing] = useState<TopicView | 'new'>();
  const topics = useQuery(trpc.topics.list.queryOptions());
  const add = (
    <PermittedButton permission="consents:write" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
      {t('topics.add')}
    </PermittedButton>
  );
  return (
    <Loaded query={topics} skeleton={<Skeleton active paragraph={{ rows: 4 }} />}>
      {({ data }) => (
        <Panel title={t('topics.title')} hint={t('topics.hint')} extra={add} flush>
          {data.length === 0 ? (
            <EmptyState icon={<TagsOutlined />} title={t('topics.emptyTitle')} text={t('topics.emptyText')} />
          ) : (
            <ul className={styles.timeline}>
              {data.map((topic) => (
                <Topic key={topic.key} topic={topic} onChange={() => setEditing(topic)} />
              ))}
            </ul>
          )}
          <TopicForm topic={editing} onClose={() => setEditing(undefined)} />
        </Panel>
      )}
    </Loaded>
  );
}

function Topic({ topic, onChange }: { topic: TopicView; onChange: () => void }) {
  const t = useTranslations();
  const locale = useLocale();
  const { topics } = useTRPC();
  const queryClient = useQueryClient();
  const { key, names } = topic;
  const name = names[locale] ?? names.en ?? Object.values(names)[0] ?? key;
  const others = Object.entries(names).filter(([, text]) => text !== name);
  const remove = useMutation(
    topics.remove.mutationOptions({ onSuccess: () => queryClient.invalidateQueries({ queryKey: topics.pathKey() }) }),
  );
  return (
    <li className={styles.entry}>
      <div className={styles.entryHead}>
        <strong>{name}</strong>
        <code>{key}</code>
        {others.map(([language, text]) => (
          <span key={language} className={styles.soft} lang={language}>
            {text}
          </span>
        ))}
        <div className={styles.entryActions}>
          <PermittedButton
            permission="consents:write"
            size="small"
            aria-label={t('topics.changeWhat', { name })}
            onClick={onChange}
          >
            {t('topics.change')}
          </PermittedButton>
          <PermittedButton
            permission="consents:write"
            size="small"
            loading={remove.isPending}
            aria-label={t('topics.removeWhat', { name })}
            onClick={() => remove.mutate({ key })}
          >
            {t('topics.remove')}
          </PermittedButton>
        </div>
      </div>
      {remove.error !== null && <SectionError error={remove.error} />}
    </li>
  );
}
