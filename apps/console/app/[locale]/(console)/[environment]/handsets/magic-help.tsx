'use client';

import { useTranslations } from 'use-intl';
import { Panel } from '#components/parts/panel.tsx';
import styles from './handsets.module.css';

/** The endings of numbers that the virtual carriers act on, as their documentation lists them. */
const NUMBER_CODES = [
  '01',
  '02',
  '03',
  '04',
  '05',
  '06',
  '07',
  '08',
  '09',
  '10',
  '14',
  '15',
  '16',
  '17',
  '21',
  '22',
  '24',
  '30',
  '31',
] as const;
const MAILBOXES = ['bounce-550', 'mailbox-full', 'defer-451', 'spam-554', 'cut-after-dot', 'slow'] as const;

/** Addresses that make something go wrong on purpose, so that every outcome can be seen without waiting for it. */
export function MagicHelp(props: { kind: 'phones' | 'inboxes' }) {
  const t = useTranslations();
  const isPhones = props.kind === 'phones';
  return (
    <Panel title={t(`handsets.magic.${props.kind}.title`)} hint={t(`handsets.magic.${props.kind}.hint`)}>
      <dl className={styles.magic}>
        {isPhones
          ? NUMBER_CODES.map((code) => (
              <div key={code}>
                <dt>
                  <code>…9900{code}</code>
                </dt>
                <dd>{t(`handsets.magic.number.${code}`)}</dd>
              </div>
            ))
          : MAILBOXES.map((name) => (
              <div key={name}>
                <dt>
                  <code>{name}@…</code>
                </dt>
                <dd>{t(`handsets.magic.mailbox.${name}`)}</dd>
              </div>
            ))}
      </dl>
    </Panel>
  );
}
