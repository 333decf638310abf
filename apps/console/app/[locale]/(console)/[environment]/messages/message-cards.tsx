'use client';

import type { MessageView } from '@signalbox/contracts';
import Link from 'next/link';
import { AddressCell } from '#components/cells/address-cell.tsx';
import { StateTag } from '#components/cells/state-tag.tsx';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { ChannelCell, firstWords } from './columns.tsx';
import styles from './log.module.css';
import { ReasonLine } from './reason-line.tsx';

/** The log on a narrow screen. */
export function MessageCards(props: { rows: readonly MessageView[]; addressOf: (id: string) => string }) {
  return (
    <ul className={styles.cards}>
      {props.rows.map((row) => (
        <li key={row.id}>
          <Link href={props.addressOf(row.id)} prefetch={false} className={styles.card} data-row={row.id}>
            <span className={styles.cardTop}>
              <strong>
                <AddressCell address={row.to} />
              </strong>
              <TimeCell at={row.accepted_at} />
            </span>
            <span className={styles.words}>{firstWords(row)}</span>
            <span className={styles.cardTop}>
              <StateTag state={row.state} />
              <ChannelCell channel={row.channel} />
            </span>
            <ReasonLine row={row} className={styles.cardReason} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
