'use client';

import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { WhenReady } from '#components/parts/when-ready.tsx';
import { usePlace } from '#components/place.tsx';
import { type SearchTarget, searchTarget } from '#data/search-target.ts';
import { writeLogState } from '#url-state/log-filters.ts';
import styles from './shell.module.css';

function pathOf(target: SearchTarget): string {
  if (target.kind === 'message') return `messages/${target.id}`;
  if (target.kind === 'request') return `requests?open=${target.id}`;
  return `messages${writeLogState({ [target.name]: target.value })}`;
}

/** Finds a message or a call by id, or all messages to a number, an address or with a reference. */
export function SearchBox() {
  const t = useTranslations();
  const router = useRouter();
  const { href } = usePlace();
  const [text, setText] = useState('');
  const input = useRef<InputRef>(null);

  useEffect(() => {
    const focus = () => input.current?.focus({ cursor: 'all' });
    addEventListener('sb:search', focus);
    return () => removeEventListener('sb:search', focus);
  }, []);

  const go = () => {
    const target = searchTarget(text);
    if (target === undefined) return;
    router.push(href(pathOf(target)));
    setText('');
  };

  return (
    <search className={styles.search}>
      <WhenReady>
        <Input
          ref={input}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onPressEnter={go}
          prefix={<SearchOutlined />}
          suffix={<kbd className={styles.kbd}>/</kbd>}
          placeholder={t('shell.searchHint')}
          aria-label={t('shell.search')}
          aria-keyshortcuts="/"
          maxLength={320}
        />
      </WhenReady>
    </search>
  );
}
