'use client';

import { MailOutlined, MessageOutlined, PhoneOutlined } from '@ant-design/icons';
import type { MessageView } from '@signalbox/contracts';
import type { TableColumnsType } from 'antd';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { AddressCell } from '#components/cells/address-cell.tsx';
import { MoneyCell } from '#components/cells/money-cell.tsx';
import { StateTag } from '#components/cells/state-tag.tsx';
import { TimeCell } from '#components/cells/time-cell.tsx';
import styles from './log.module.css';
import { ReasonLine } from './reason-line.tsx';

/** The first words of a message: its text, or the subject of a mail. */
export const firstWords = ({ content }: MessageView): string =>
  'subject' in content ? content.subject : content.text.replace(/\s+/g, ' ');

const ICONS = { sms: MessageOutlined, email: MailOutlined, voice: PhoneOutlined };

/** Channel by icon and word. */
export function ChannelCell(props: { channel: MessageView['channel'] }) {
  const t = useTranslations();
  const Icon = ICONS[props.channel];
  return (
    <span className={styles.channel}>
      <Icon aria-hidden="true" />
      {t(`channel.${props.channel}`)}
    </span>
  );
}

/** The columns of the log; the time is the link of the row, so that rows open by keyboard too. */
export function useLogColumns(rows: {
  addressOf: (id: string) => string;
  open: (id: string) => void;
}): TableColumnsType<MessageView> {
  const t = useTranslations();
  return [
    {
      key: 'time',
      title: t('log.column.time'),
      width: 112,
      render: (_, row) => (
        <Link
          href={rows.addressOf(row.id)}
          prefetch={false}
          className={styles.rowLink}
          data-row={row.id}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
            event.preventDefault();
            rows.open(row.id);
          }}
        >
          <TimeCell at={row.accepted_at} />
          <span className="visually-hidden">{t('log.openMessage', { to: row.to })}</span>
        </Link>
      ),
    },
    {
      key: 'to',
      title: t('log.column.to'),
      width: 148,
      ellipsis: true,
      render: (_, row) => <AddressCell address={row.to} />,
    },
    {
      key: 'channel',
      title: t('log.column.channel'),
      width: 76,
      render: (_, row) => <ChannelCell channel={row.channel} />,
    },
    {
      key: 'class',
      title: t('log.column.class'),
      width: 108,
      ellipsis: true,
      render: (_, row) => t(`class.${row.class}.name`),
    },
    {
      key: 'content',
      title: t('log.column.content'),
      ellipsis: true,
      render: (_, row) => <span className={styles.words}>{firstWords(row)}</span>,
    },
    {
      key: 'state',
      title: t('log.column.state'),
      width: 240,
      render: (_, row) => (
        <span className={styles.state}>
          <StateTag state={row.state} />
          <ReasonLine row={row} className={styles.reason} />
        </span>
      ),
    },
    {
      key: 'route',
      title: t('log.column.route'),
      width: 128,
      ellipsis: true,
      render: (_, row) => row.route?.name ?? <span className={styles.none}>–</span>,
    },
    {
      key: 'parts',
      title: t('log.column.parts'),
      width: 56,
      align: 'right',
      render: (_, row) => <span className="num">{row.parts ?? '–'}</span>,
    },
    {
      key: 'cost',
      title: t('log.column.cost'),
      width: 100,
      align: 'right',
      render: (_, row) => <MoneyCell micros={row.price?.amount_micros} currency={row.price?.currency} />,
    },
  ];
}
