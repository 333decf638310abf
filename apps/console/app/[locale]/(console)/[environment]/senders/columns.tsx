'use client';

import type { SenderView } from '@signalbox/contracts';
import type { TableColumnsType } from 'antd';
import { useTranslations } from 'use-intl';
import { LinkButton } from '#components/parts/link-button.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { useCountryName } from '#components/parts/use-country-name.ts';
import { usePlace } from '#components/place.tsx';
import styles from './senders.module.css';
import { ShownAs } from './shown-as.tsx';
import { StandingTag } from './standing-tag.tsx';

/** What can be done with a row. */
export interface SenderActions {
  onChange: (row: SenderView) => void;
  onRemove: (row: SenderView) => void;
}

/** The columns of the list. */
export function useSenderColumns(actions: SenderActions): TableColumnsType<SenderView> {
  const t = useTranslations();
  return [
    { key: 'sender', title: t('senders.sender'), render: (_, row) => <NameCell row={row} /> },
    { key: 'place', title: t('senders.place'), render: (_, row) => <PlaceCell row={row} /> },
    { key: 'status', title: t('senders.status'), render: (_, { status }) => <StandingTag standing={status} /> },
    { key: 'days', title: t('senders.days'), render: (_, row) => <DaysCell row={row} /> },
    { key: 'shown', title: t('senders.shownAs'), render: (_, { shown }) => <ShownAs shown={shown} /> },
    {
      key: 'actions',
      title: <span className="visually-hidden">{t('senders.actions')}</span>,
      align: 'right',
      render: (_, row) => <Buttons row={row} {...actions} />,
    },
  ];
}

/** The list on a narrow screen. */
export function SenderCards({ rows, ...actions }: SenderActions & { rows: readonly SenderView[] }) {
  return (
    <div>
      {rows.map((row) => (
        <article key={row.id} className={styles.card}>
          <div className={styles.cardHead}>
            <NameCell row={row} />
            <StandingTag standing={row.status} />
          </div>
          <PlaceCell row={row} />
          <DaysCell row={row} />
          <ShownAs shown={row.shown} />
          <Buttons row={row} {...actions} />
        </article>
      ))}
    </div>
  );
}

function NameCell({ row }: { row: SenderView }) {
  const t = useTranslations();
  return (
    <span className={styles.lines}>
      <strong className={styles.sender}>{row.sender}</strong>
      <span className={styles.hint}>{t(`senders.kind.${row.kind}`)}</span>
    </span>
  );
}

function PlaceCell({ row }: { row: SenderView }) {
  const t = useTranslations();
  const nameOf = useCountryName();
  const place = row.country === 'default' ? t('senders.everywhere') : nameOf(row.country);
  const more = [
    row.network === null ? null : t('senders.ofNetwork', { network: row.network }),
    row.class === null ? t('senders.everyClass') : t(`class.${row.class}.name`),
  ].filter((text) => text !== null);
  return (
    <span className={styles.lines}>
      <span>{place}</span>
      <span className={styles.hint}>{more.join(' · ')}</span>
    </span>
  );
}

function DaysCell({ row }: { row: SenderView }) {
  const t = useTranslations();
  const said = [
    row.expires_on === null ? t('senders.noEnd') : t('senders.until', { day: row.expires_on }),
    row.last_used_on === null ? null : t('senders.lastUsed', { day: row.last_used_on }),
    row.idle_on === null ? null : t('senders.idleOn', { day: row.idle_on }),
  ].filter((text) => text !== null);
  return (
    <span className={styles.lines}>
      {said.map((text) => (
        <span key={text} className={styles.hint}>
          {text}
        </span>
      ))}
    </span>
  );
}

function Buttons({ row, onChange, onRemove }: SenderActions & { row: SenderView }) {
  const t = useTranslations();
  const { href } = usePlace();
  if (row.kept === 'dlt') {
    return (
      <LinkButton size="small" href={href('dlt')}>
        {t('senders.atDlt')}
      </LinkButton>
    );
  }
  return (
    <span className={styles.buttons}>
      <PermittedButton
        permission="countries:write"
        size="small"
        onClick={() => onChange(row)}
        aria-label={t('senders.changeName', { sender: row.sender })}
      >
        {t('senders.change')}
      </PermittedButton>
      <PermittedButton
        permission="countries:write"
        size="small"
        onClick={() => onRemove(row)}
        aria-label={t('senders.removeName', { sender: row.sender })}
      >
        {t('senders.remove')}
      </PermittedButton>
    </span>
  );
}
