'use client';

import { EyeOutlined } from '@ant-design/icons';
import type { MessageView } from '@signalbox/contracts';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAsked } from '#components/approvals/use-asked.ts';
import { useSecondPerson } from '#components/approvals/use-second-person.ts';
import { AddressCell } from '#components/cells/address-cell.tsx';
import { ReasonDialog } from '#components/consent/reason-dialog.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPCClient } from '#data/trpc.ts';
import { writeLogState } from '#url-state/log-filters.ts';
import styles from './message.module.css';

/** Whom a message went to. Whoever sees it masked may ask for it, of this one message: why stands in the audit log. */
export function RecipientFact({ message, isMasked }: { message: MessageView; isMasked: boolean }) {
  const t = useTranslations();
  const client = useTRPCClient();
  const { environment, href } = usePlace();
  const needsSecond = useSecondPerson('reveals');
  const asked = useAsked();
  const [asking, setAsking] = useState(false);
  const [told, setTold] = useState<string>();
  const to = isMasked ? told : message.to;
  const reveal = async (reason: string): Promise<void> => {
    if (needsSecond) {
      const wanted = { action: 'reveal.message', environment, id: message.id } as const;
      const { state } = await client.approvals.askReveal.mutate({ reason, wanted });
      if (state !== 'approved') return asked();
    }
    setTold((await client.messages.reveal.mutate({ environment, id: message.id, reason })).to);
  };
  if (to !== undefined) {
    return (
      <Link href={`${href('messages')}${writeLogState({ to })}`}>
        <AddressCell address={to} />
      </Link>
    );
  }
  return (
    <span className={styles.masked}>
      <AddressCell address={message.to} />
      <PermittedButton
        permission="people:reveal"
        size="small"
        icon={<EyeOutlined />}
        aria-label={t('message.reveal')}
        onClick={() => setAsking(true)}
      >
        {t('message.show')}
      </PermittedButton>
      <ReasonDialog
        open={asking}
        title={t('message.reveal')}
        name="reveal"
        words={{
          text: t(needsSecond ? 'message.revealAsked' : 'message.revealText'),
          label: t('approvals.reason'),
          ok: t(needsSecond ? 'approvals.ask' : 'message.show'),
          cancel: t('action.cancel'),
        }}
        under=""
        act={reveal}
        onDone={() => setAsking(false)}
        onClose={() => setAsking(false)}
      />
    </span>
  );
}
