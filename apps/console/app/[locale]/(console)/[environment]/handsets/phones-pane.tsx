'use client';

import { MobileOutlined, SendOutlined } from '@ant-design/icons';
import type { HandsetSummary } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { LinkButton } from '#components/parts/link-button.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { formatPhone, isE164, tidyPhone } from '#format/phone.ts';
import styles from './handsets.module.css';
import { LIVE_MS } from './live.ts';
import { Phone } from './phone.tsx';

/** The phones that got something, and one of them open. */
export function PhonesPane(props: { number: string | null; onChoose: (number: string) => void }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const { href } = usePlace();
  const handsets = useQuery({ ...trpc.simulator.handsets.queryOptions(), refetchInterval: LIVE_MS });
  return (
    <Loaded query={handsets}>
      {(list) => {
        const open = props.number ?? list[0]?.number;
        return (
          <div className={styles.columns}>
            <div className={styles.listBox}>
              <Finder onChoose={props.onChoose} />
              <ul className={styles.list} aria-label={t('handsets.phones')}>
                {list.map((handset) => (
                  <HandsetItem
                    key={handset.number}
                    handset={handset}
                    isOpen={handset.number === open}
                    onChoose={props.onChoose}
                  />
                ))}
              </ul>
            </div>
            {open === undefined ? (
              <div className={styles.emptyBox}>
                <EmptyState
                  icon={<MobileOutlined />}
                  title={t('handsets.emptyTitle')}
                  text={t('handsets.emptyText')}
                  action={
                    <LinkButton type="primary" icon={<SendOutlined />} href={href('send')} permission="messages:send">
                      {t('action.send')}
                    </LinkButton>
                  }
                />
              </div>
            ) : (
              <Phone key={open} number={open} />
            )}
          </div>
        );
      }}
    </Loaded>
  );
}

function HandsetItem(props: { handset: HandsetSummary; isOpen: boolean; onChoose: (number: string) => void }) {
  const t = useTranslations();
  const { number, last_at: lastAt, last_text: lastText, count } = props.handset;
  return (
    <li>
      <button type="button" className={styles.item} aria-pressed={props.isOpen} onClick={() => props.onChoose(number)}>
        <span className={styles.itemTop}>
          <strong className="num">{formatPhone(number)}</strong>
          {lastAt !== '' && <TimeCell at={lastAt} />}
        </span>
        <span className={styles.itemText}>{lastText}</span>
        <span className={styles.itemCount}>{t('handsets.count', { count })}</span>
      </button>
    </li>
  );
}

function Finder(props: { onChoose: (number: string) => void }) {
  const t = useTranslations();
  const [text, setText] = useState('');
  const [isFaulty, setFaulty] = useState(false);
  const go = () => {
    const number = tidyPhone(text);
    setFaulty(!isE164(number));
    if (!isE164(number)) return;
    props.onChoose(number);
    setText('');
  };
  return (
    <div className={styles.finder}>
      <Input
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={go}
        placeholder="+52 55 1234 5678"
        aria-label={t('handsets.openNumber')}
        {...(isFaulty ? { status: 'error' as const, 'aria-invalid': true } : {})}
      />
      <Button onClick={go}>{t('handsets.open')}</Button>
      {isFaulty && (
        <p role="alert" className={styles.fault}>
          {t('send.fault.to')}
        </p>
      )}
    </div>
  );
}
