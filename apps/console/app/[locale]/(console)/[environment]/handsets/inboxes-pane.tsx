'use client';

import { InboxOutlined, SendOutlined } from '@ant-design/icons';
import type { InboxSummary } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { LinkButton } from '#components/parts/link-button.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { MailPreview } from '#components/phone/mail-preview.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import styles from './handsets.module.css';
import { LIVE_MS } from './live.ts';

/** The mailboxes that got something, and the mails of one of them. */
export function InboxesPane(props: { address: string | null; onChoose: (address: string) => void }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const { href } = usePlace();
  const inboxes = useQuery({ ...trpc.simulator.inboxes.queryOptions(), refetchInterval: LIVE_MS });
  return (
    <Loaded query={inboxes}>
      {(list) => {
        const open = props.address ?? list[0]?.address;
        if (open === undefined)
          return (
            <div className={styles.emptyBox}>
              <EmptyState
                icon={<InboxOutlined />}
                title={t('handsets.emptyInboxTitle')}
                text={t('handsets.emptyInboxText')}
                action={
                  <LinkButton type="primary" icon={<SendOutlined />} href={href('send')} permission="messages:send">
                    {t('action.send')}
                  </LinkButton>
                }
              />
            </div>
          );
        return (
          <div className={styles.columns}>
            <div className={styles.listBox}>
              <ul className={styles.list} aria-label={t('handsets.inboxes')}>
                {list.map((inbox) => (
                  <InboxItem
                    key={inbox.address}
                    inbox={inbox}
                    isOpen={inbox.address === open}
                    onChoose={props.onChoose}
                  />
                ))}
              </ul>
            </div>
            <Inbox key={open} address={open} />
          </div>
        );
      }}
    </Loaded>
  );
}

function InboxItem(props: { inbox: InboxSummary; isOpen: boolean; onChoose: (address: string) => void }) {
  const t = useTranslations();
  const { address, last_at: lastAt, last_subject: subject, count } = props.inbox;
  return (
    <li>
      <button type="button" className={styles.item} aria-pressed={props.isOpen} onClick={() => props.onChoose(address)}>
        <span className={styles.itemTop}>
          <strong>{address}</strong>
          {lastAt !== '' && <TimeCell at={lastAt} />}
        </span>
        <span className={styles.itemText}>{subject}</span>
        <span className={styles.itemCount}>{t('handsets.mailCount', { count })}</span>
      </button>
    </li>
  );
}

function Inbox(props: { address: string }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const [chosen, setChosen] = useState<string>();
  const mails = useQuery({
    ...trpc.simulator.inbox.queryOptions({ address: props.address }),
    refetchInterval: LIVE_MS,
  });
  return (
    <section className={styles.inbox} aria-label={t('handsets.inboxOf', { address: props.address })}>
      <Loaded query={mails}>
        {(list) => {
          const newestFirst = [...list].sort((one, other) => other.at.localeCompare(one.at));
          const open = newestFirst.find(({ id }) => id === chosen) ?? newestFirst[0];
          if (open === undefined) return <p>{t('handsets.noMails')}</p>;
          return (
            <>
              <ul className={styles.mails} aria-label={t('handsets.mails')}>
                {newestFirst.map((mail) => (
                  <li key={mail.id}>
                    <button
                      type="button"
                      className={styles.mailItem}
                      aria-pressed={mail.id === open.id}
                      onClick={() => setChosen(mail.id)}
                    >
                      <span>{mail.subject === '' ? t('mail.noSubject') : mail.subject}</span>
                      <TimeCell at={mail.at} />
                    </button>
                  </li>
                ))}
              </ul>
              <MailPreview key={open.id} mail={open} />
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
