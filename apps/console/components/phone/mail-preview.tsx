'use client';

import { Radio, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Facts } from '#components/parts/facts.tsx';
import { ScrollBox } from '#components/parts/scroll-box.tsx';
import styles from './phone.module.css';

/** What a preview needs of a mail. */
export interface PreviewedMail {
  subject: string;
  from: string;
  to: string;
  text: string | null;
  html: string | null;
  headers?: Record<string, string>;
}

/** A mail as a reader shows it. HTML lives in a frame without scripts, forms or links out, and loads nothing from outside. */
export function MailPreview(props: { mail: PreviewedMail }) {
  const t = useTranslations();
  const { mail } = props;
  const items = [
    ...(mail.html === null
      ? []
      : [{ key: 'html', label: t('mail.html'), children: <HtmlFrame html={mail.html} title={mail.subject} /> }]),
    ...(mail.text === null ? [] : [{ key: 'text', label: t('mail.text'), children: <PlainText text={mail.text} /> }]),
    ...(mail.headers === undefined
      ? []
      : [{ key: 'headers', label: t('mail.headers'), children: <HeaderList headers={mail.headers} /> }]),
  ];
  return (
    <div className={styles.mail}>
      <div className={styles.mailHead}>
        <strong>{mail.subject === '' ? t('mail.noSubject') : mail.subject}</strong>
        <span>
          {mail.from === '' ? t('mail.to', { to: mail.to }) : t('mail.fromTo', { from: mail.from, to: mail.to })}
        </span>
      </div>
      {items.length === 0 ? (
        <p className={styles.placeholder}>{t('phone.nothingYet')}</p>
      ) : (
        <Tabs size="small" items={items} className={styles.mailTabs ?? ''} />
      )}
    </div>
  );
}

// The frame has no origin and no script; the policy inside it is a second lock that also stops images and styles from outside.
const FRAME_POLICY =
  '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:; style-src \'unsafe-inline\'">' +
  '<meta name="color-scheme" content="light"><style>body{margin:12px;font:14px/1.5 system-ui,sans-serif;color:#151a23;background:#fff}</style>';

/** Where a mail is looked at. */
const VIEWS = ['desktop', 'phone', 'dark'] as const;

// A mail with dark styles of its own shows them; the colours of any other are turned around, as Gmail and Outlook do, its pictures left.
const OWN_DARK = /\(\s*prefers-color-scheme\s*:\s*dark\s*\)/gi;
const TURNED =
  '<style>html{background:#fff;filter:invert(1) hue-rotate(180deg)}img{filter:invert(1) hue-rotate(180deg)}</style>';

function HtmlFrame(props: { html: string; title: string }) {
  const t = useTranslations();
  const [view, setView] = useState<(typeof VIEWS)[number]>('desktop');
  const isOwn = props.html.search(OWN_DARK) >= 0;
  const dark = isOwn ? props.html.replace(OWN_DARK, '(min-width: 0)') : TURNED + props.html;
  return (
    <>
      <Radio.Group
        className={styles.views ?? ''}
        aria-label={t('mail.view.name')}
        size="small"
        optionType="button"
        value={view}
        options={VIEWS.map((value) => ({ value, label: t(`mail.view.${value}`) }))}
        onChange={(event) => setView(event.target.value as (typeof VIEWS)[number])}
      />
      <iframe
        className={styles.frame}
        data-view={view}
        sandbox=""
        title={t('mail.frame', { subject: props.title })}
        srcDoc={FRAME_POLICY + (view === 'dark' ? dark : props.html)}
      />
      <p className={styles.note}>
        {view === 'dark' && `${t(isOwn ? 'mail.darkOwn' : 'mail.darkTurned')} `}
        {t('mail.noImages')}
      </p>
    </>
  );
}

function PlainText(props: { text: string }) {
  const t = useTranslations();
  return (
    <ScrollBox className={styles.plain} label={t('mail.text')}>
      {props.text}
    </ScrollBox>
  );
}

function HeaderList(props: { headers: Record<string, string> }) {
  return (
    <div className={styles.headers}>
      <Facts
        tight
        items={Object.entries(props.headers).map(([name, value]) => ({
          name: <code>{name}</code>,
          value: <code>{value}</code>,
        }))}
      />
    </div>
  );
}
