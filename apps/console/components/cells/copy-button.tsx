'use client';

import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';

/** Copies a text and says so for a moment. */
export function CopyButton(props: { text: string; what: string; children?: ReactNode; type?: 'text' | 'default' }) {
  const t = useTranslations();
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => setDone(false), 1600);
    return () => clearTimeout(timer);
  }, [done]);
  const copy = async () => {
    await navigator.clipboard.writeText(props.text);
    setDone(true);
  };
  const label = done ? t('action.copied') : t('action.copyWhat', { what: props.what });
  return (
    <Button
      size="small"
      type={props.type ?? 'text'}
      icon={done ? <CheckOutlined /> : <CopyOutlined />}
      onClick={copy}
      // A button with words is named by them; only the bare icon needs a name of its own (WCAG 2.5.3).
      {...(props.children === undefined ? { 'aria-label': label, title: label } : {})}
    >
      {props.children === undefined ? undefined : done ? t('action.copied') : props.children}
    </Button>
  );
}
