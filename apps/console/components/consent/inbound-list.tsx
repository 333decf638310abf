'use client';

import type { InboundOutcome, InboundView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { AddressCell } from '#components/cells/address-cell.tsx';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import type { Tone } from '#theme/palette.ts';
import styles from './consent.module.css';

const TONES: Readonly<Record<InboundOutcome, Tone>> = {
  stopped: 'bad',
  started: 'good',
  joined: 'good',
  helped: 'neutral',
  unchanged: 'neutral',
  unsure: 'warn',
  read: 'neutral',
};

/** Texts people sent with what was done; what may be a stop is decided here. */
export function InboundList({ rows }: { rows: readonly InboundView[] }) {
  return (
    <ol className={styles.timeline}>
      {rows.map((row) => (
        <InboundEntry key={row.id} row={row} />
      ))}
    </ol>
  );
}

function InboundEntry({ row }: { row: InboundView }) {
  const t = useTranslations();
  const { href } = usePlace();
  const { outcome, keyword, scope, reply_id: reply } = row;
  const done = outcome === null ? 'waiting' : outcome === 'stopped' && scope === 'all' ? 'stoppedAll' : outcome;
  return (
    <li className={styles.entry}>
      <div className={styles.entryHead}>
        <ToneTag tone={outcome === null ? 'neutral' : TONES[outcome]}>{t(`inbound.done.${done}`)}</ToneTag>
        <strong>
          <AddressCell address={row.from} />
        </strong>
        <span className={styles.soft}>{t('inbound.to', { number: row.to })}</span>
        <TimeCell at={row.received_at} />
      </div>
      <blockquote className={styles.quote}>{row.text === '' ? t('inbound.noText') : row.text}</blockquote>
      {(keyword !== null || reply !== null) && (
        <div className={styles.now}>
          {keyword !== null && <span className={styles.soft}>{t('inbound.found', { keyword })}</span>}
          {reply !== null && <Link href={href(`messages/${reply}`)}>{t('inbound.answer')}</Link>}
        </div>
      )}
      {outcome === 'unsure' && <Decision row={row} />}
    </li>
  );
}

function Decision({ row }: { row: InboundView }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { environment } = usePlace();
  const decide = useMutation(
    trpc.keywords.decide.mutationOptions({
      onSuccess: async () => {
        await Promise.all(
          [trpc.keywords, trpc.consents].map((of) => queryClient.invalidateQueries({ queryKey: of.pathKey() })),
        );
      },
    }),
  );
  const button = (isStop: boolean) => (
    <PermittedButton
      permission="consents:write"
      size="small"
      danger={isStop}
      loading={decide.isPending && decide.variables.is_stop === isStop}
      onClick={() => decide.mutate({ environment, id: row.id, is_stop: isStop })}
    >
      {t(isStop ? 'inbound.isStop' : 'inbound.isNoStop')}
    </PermittedButton>
  );
  return (
    <div className={styles.now}>
      <span>{t('inbound.decide')}</span>
      {button(true)}
      {button(false)}
      {decide.error !== null && <SectionError error={decide.error} />}
    </div>
  );
}
