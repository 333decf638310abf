'use client';

import { PlusOutlined } from '@ant-design/icons';
import type { KeywordReply, KeywordsView, OwnKeyword } from '@signalbox/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import styles from '#components/consent/consent.module.css';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { BuiltInWords } from './built-in-words.tsx';
import { AddKeyword } from './keyword-form.tsx';
import { ChangeReply } from './reply-form.tsx';

/** What people can write to a number of ours, and what they are answered. */
export function KeywordsPane() {
  const trpc = useTRPC();
  const { environment } = usePlace();
  const keywords = useQuery(trpc.keywords.read.queryOptions({ environment }));
  return (
    <Loaded query={keywords} skeleton={<Skeleton active paragraph={{ rows: 6 }} />}>
      {(view) => (
        <div className={styles.stack}>
          <OwnWords own={view.own} />
          <Replies replies={view.replies} />
          <BuiltInWords view={view} />
        </div>
      )}
    </Loaded>
  );
}

function OwnWords({ own }: { own: KeywordsView['own'] }) {
  const t = useTranslations();
  const [adding, setAdding] = useState(false);
  const add = (
    <PermittedButton permission="consents:write" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      {t('keywords.add')}
    </PermittedButton>
  );
  return (
    <Panel title={t('keywords.own')} hint={t('keywords.ownHint')} extra={add} flush>
      {own.length === 0 ? (
        <EmptyState title={t('keywords.noneTitle')} text={t('keywords.noneText')} />
      ) : (
        <ul className={styles.timeline}>
          {own.map((keyword) => (
            <OwnWord key={keyword.id} keyword={keyword} />
          ))}
        </ul>
      )}
      <AddKeyword open={adding} onClose={() => setAdding(false)} />
    </Panel>
  );
}

function OwnWord({ keyword }: { keyword: OwnKeyword }) {
  const t = useTranslations();
  const { keywords } = useTRPC();
  const queryClient = useQueryClient();
  const { environment, href } = usePlace();
  const { id, word, number, kind, list } = keyword;
  const remove = useMutation(
    keywords.remove.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: keywords.pathKey() }),
    }),
  );
  return (
    <li className={styles.entry}>
      <div className={styles.entryHead}>
        <strong>{word}</strong>
        <ToneTag tone="neutral">{t(`keywords.kind.${kind}`)}</ToneTag>
        {list !== null && (
          <Link href={href(`lists/${list.id}`)}>
            {list.name} · {t(`lists.optIn.${list.opt_in}`)}
          </Link>
        )}
        <span className={styles.soft}>{number ?? t('keywords.everyNumber')}</span>
        <PermittedButton
          permission="consents:write"
          size="small"
          loading={remove.isPending}
          aria-label={t('keywords.removeWhat', { word })}
          onClick={() => remove.mutate({ environment, id })}
        >
          {t('keywords.remove')}
        </PermittedButton>
      </div>
      {remove.error !== null && <SectionError error={remove.error} />}
    </li>
  );
}

function Replies({ replies }: { replies: KeywordsView['replies'] }) {
  const t = useTranslations();
  const [changing, setChanging] = useState<KeywordReply>();
  const empty: KeywordReply = { kind: 'stop', locale: '', text: '', is_own: false };
  const add = (
    <PermittedButton permission="consents:write" icon={<PlusOutlined />} onClick={() => setChanging(empty)}>
      {t('keywords.addLanguage')}
    </PermittedButton>
  );
  return (
    <Panel title={t('keywords.replies')} hint={t('keywords.repliesHint')} extra={add} flush>
      <ul className={styles.timeline}>
        {replies.map((reply) => (
          <li key={`${reply.kind} ${reply.locale}`} className={styles.entry}>
            <div className={styles.entryHead}>
              <strong>{t(`keywords.replyTo.${reply.kind}`)}</strong>
              <span className={styles.soft}>{reply.locale}</span>
              <ToneTag tone="neutral">{t(reply.is_own ? 'keywords.isOwn' : 'keywords.isHouse')}</ToneTag>
              <PermittedButton
                permission="consents:write"
                size="small"
                aria-label={t('keywords.changeWhat', {
                  kind: t(`keywords.replyTo.${reply.kind}`),
                  locale: reply.locale,
                })}
                onClick={() => setChanging(reply)}
              >
                {t('keywords.change')}
              </PermittedButton>
            </div>
            <blockquote className={styles.quote} lang={reply.locale}>
              {reply.text}
            </blockquote>
          </li>
        ))}
      </ul>
      <ChangeReply reply={changing} onClose={() => setChanging(undefined)} />
    </Panel>
  );
}
