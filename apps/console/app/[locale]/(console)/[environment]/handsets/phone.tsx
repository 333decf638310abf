'use client';

import { SendOutlined } from '@ant-design/icons';
import type { HandsetMessage } from '@signalbox/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import Link from 'next/link';
import { useEffect, useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import phone from '#components/phone/phone.module.css';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { formatPhone } from '#format/phone.ts';
import { writeLogState } from '#url-state/log-filters.ts';
import styles from './handsets.module.css';
import { LIVE_MS } from './live.ts';

interface Reply {
  at: string;
  text: string;
}

/** One phone: the texts it got, oldest first, and a line to answer. */
export function Phone(props: { number: string }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const { href } = usePlace();
  const [replies, setReplies] = useState<readonly Reply[]>([]);
  const messages = useQuery({
    ...trpc.simulator.handset.queryOptions({ number: props.number }),
    refetchInterval: LIVE_MS,
  });
  return (
    <section className={styles.phone} aria-label={t('handsets.phoneOf', { number: formatPhone(props.number) })}>
      <div className={styles.phoneHead}>
        <strong className="num">{formatPhone(props.number)}</strong>
        <Link href={`${href('messages')}${writeLogState({ to: props.number })}`}>{t('handsets.seeLog')}</Link>
      </div>
      <Loaded query={messages}>{(list) => <Conversation messages={list} replies={replies} />}</Loaded>
      <ReplyLine number={props.number} onReplied={(reply) => setReplies((old) => [...old, reply])} />
    </section>
  );
}

function Conversation(props: { messages: readonly HandsetMessage[]; replies: readonly Reply[] }) {
  const t = useTranslations();
  const names = new Intl.DisplayNames([useLocale()], { type: 'language' });
  const end = useRef<HTMLLIElement>(null);
  const items = [
    ...props.messages.map((message) => ({ kind: 'in' as const, at: message.at, message })),
    ...props.replies.map((reply) => ({ kind: 'out' as const, at: reply.at, reply })),
  ].sort((one, other) => one.at.localeCompare(other.at));
  const encodingOf = (name: string) => (name === 'gsm7' || name === 'ucs2' ? t(`phone.encoding.${name}`) : name);
  const detailOf = ({ call, part_count: count, encoding }: HandsetMessage) =>
    call === null
      ? `${t('phone.parts', { count })} · ${encodingOf(encoding)}`
      : `${t(`handsets.call.${call.outcome}`)} · ${names.of(call.language) ?? call.language}`;
  const last = items.at(-1)?.at;
  // The newest text is brought into view when one arrives.
  useEffect(() => {
    if (last !== undefined) end.current?.scrollIntoView({ block: 'nearest' });
  }, [last]);
  if (items.length === 0) return <p className={phone.placeholder}>{t('handsets.noTexts')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <ol className={styles.texts} tabIndex={0} aria-label={t('handsets.texts')} aria-live="polite">
      {items.map((item) =>
        item.kind === 'in' ? (
          <li key={item.message.id} className={styles.text}>
            <div className={styles.from}>{formatPhone(item.message.from)}</div>
            {item.message.text !== '' && <div className={phone.bubble}>{item.message.text}</div>}
            <div className={phone.meta}>
              <TimeCell at={item.at} /> · {detailOf(item.message)} · {item.message.carrier}
            </div>
          </li>
        ) : (
          <li key={item.at} className={`${styles.text} ${styles.own}`}>
            <div className={`${phone.bubble} ${phone.own}`}>{item.reply.text}</div>
            <div className={phone.meta}>
              <TimeCell at={item.at} /> · {t('handsets.replySent')}
            </div>
          </li>
        ),
      )}
      <li ref={end} aria-hidden="true" />
    </ol>
  );
}

function ReplyLine(props: { number: string; onReplied: (reply: Reply) => void }) {
  const t = useTranslations();
  const { may } = usePlace();
  const trpc = useTRPC();
  const [text, setText] = useState('');
  const reply = useMutation(
    trpc.simulator.reply.mutationOptions({
      onSuccess: (_, sent) => {
        props.onReplied({ at: new Date().toISOString(), text: sent.text });
        setText('');
      },
    }),
  );
  const send = () => {
    if (text.trim() !== '' && may('simulator:write')) reply.mutate({ number: props.number, text });
  };
  return (
    <div className={styles.replyBox}>
      {reply.error !== null && <SectionError error={reply.error} />}
      <div className={styles.reply}>
        <Input
          value={text}
          onChange={(event) => setText(event.target.value)}
          onPressEnter={send}
          maxLength={1000}
          placeholder={t('handsets.replyHint')}
          aria-label={t('handsets.reply')}
        />
        <PermittedButton
          permission="simulator:write"
          type="primary"
          icon={<SendOutlined />}
          onClick={send}
          loading={reply.isPending}
          aria-label={t('handsets.sendReply')}
        />
      </div>
    </div>
  );
}
