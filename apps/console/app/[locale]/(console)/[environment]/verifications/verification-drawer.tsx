'use client';

import type { VerificationView } from '@signalbox/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Skeleton } from 'antd';
import Link from 'next/link';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { AddressCell } from '#components/cells/address-cell.tsx';
import { IdCell } from '#components/cells/id-cell.tsx';
import { useReasonText } from '#components/cells/reason-text.tsx';
import { StateTag } from '#components/cells/state-tag.tsx';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { Facts } from '#components/parts/facts.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { SideDrawer } from '#components/parts/side-drawer.tsx';
import { useAskedChange } from '#components/parts/use-asked-change.ts';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { useBlockText } from './block-text.tsx';
import { CountryCell, RouteCell, VerificationTag } from './cells.tsx';
import { type PrefixWish, SetPrefix } from './prefix-form.tsx';
import styles from './verifications.module.css';

const REFRESH_MS = 5000;
const LAST_DIGITS = 4;

/** One verification: where its code went, what came of it, why it was stopped, and what can be done about it. */
export function VerificationDrawer(props: { id: string | null; onClose: () => void }) {
  const t = useTranslations();
  return (
    <SideDrawer open={props.id !== null} title={t('fraud.detail.title')} onClose={props.onClose}>
      {props.id !== null && <Detail key={props.id} id={props.id} />}
    </SideDrawer>
  );
}

function Detail({ id }: { id: string }) {
  const trpc = useTRPC();
  const { environment } = usePlace();
  const read = useQuery({
    ...trpc.verifications.read.queryOptions({ environment, id }),
    refetchInterval: REFRESH_MS,
  });
  return (
    <Loaded query={read} skeleton={<Skeleton active paragraph={{ rows: 8 }} />}>
      {(of) => <Shown of={of} />}
    </Loaded>
  );
}

function Shown({ of }: { of: VerificationView }) {
  const t = useTranslations();
  const locale = useLocale();
  return (
    <div className={styles.stack}>
      <div className={styles.detailHead}>
        <VerificationTag state={of.state} />
        <span className={styles.quiet}>{t(`verifications.state.${of.state}.hint`)}</span>
      </div>
      <Why of={of} />
      <Facts
        items={[
          { name: t('verifications.column.to'), value: <AddressCell address={of.to} /> },
          ...(of.email === null || of.email === of.to
            ? []
            : [{ name: t('channel.email'), value: <AddressCell address={of.email} /> }]),
          { name: t('verifications.column.country'), value: <CountryCell of={of} /> },
          { name: t('fraud.detail.purpose'), value: <code>{of.purpose}</code> },
          { name: t('fraud.detail.appName'), value: of.app_name },
          {
            name: t('fraud.detail.language'),
            value: new Intl.DisplayNames([locale], { type: 'language' }).of(of.locale) ?? of.locale,
          },
          { name: t('verifications.column.tries'), value: `${of.tries} / ${of.tries_max}` },
          { name: t('fraud.detail.proves'), value: t(`fraud.assurance.${of.assurance}`) },
          ...(of.bound ? [{ name: t('fraud.detail.bound'), value: t('fraud.detail.boundText') }] : []),
          { name: t('verifications.column.started'), value: <TimeCell at={of.created_at} look="full" /> },
          { name: t('fraud.detail.until'), value: <TimeCell at={of.expires_at} look="full" /> },
          ...(of.approved_at === null
            ? []
            : [
                { name: t('fraud.detail.approved'), value: <TimeCell at={of.approved_at} look="full" /> },
                { name: t('verifications.column.route'), value: <RouteCell of={of} /> },
              ]),
          ...(of.ended_at === null
            ? []
            : [{ name: t('fraud.detail.ended'), value: <TimeCell at={of.ended_at} look="full" /> }]),
          { name: t('fraud.detail.id'), value: <IdCell id={of.id} /> },
        ]}
      />
      <Sends of={of} />
      <Actions of={of} />
    </div>
  );
}

/** Why it was stopped, with what was known at that moment. */
function Why({ of }: { of: VerificationView }) {
  const t = useTranslations();
  const { href } = usePlace();
  const reasonText = useReasonText();
  const blockText = useBlockText();
  if (of.reason === null) return null;
  return (
    <Alert
      type={of.state === 'blocked' ? 'error' : 'warning'}
      showIcon
      title={reasonText(of.reason)}
      description={
        of.block === null ? undefined : (
          <>
            <p>{blockText(of.block)}</p>
            <Link href={`${href('verifications')}?tab=${of.block.rule === 'spend' ? 'rules' : 'prefixes'}`}>
              {t(of.block.rule === 'spend' ? 'fraud.detail.toRules' : 'fraud.detail.toPrefixes')}
            </Link>
          </>
        )
      }
    />
  );
}

/** The messages that carried the code. */
function Sends({ of }: { of: VerificationView }) {
  const t = useTranslations();
  const { href } = usePlace();
  return (
    <section aria-labelledby="sends">
      <h3 id="sends" className={styles.part}>
        {t('fraud.detail.sends')}
      </h3>
      <ol className={styles.sends}>
        {of.sends.map(({ message_id: id, channel, state, route }) => (
          <li key={id}>
            <Link href={href(`messages/${id}`)} prefetch={false}>
              {t(`channel.${channel}`)}
            </Link>
            <StateTag state={state} />
            <span className={styles.quiet}>{route?.name ?? t('verifications.noRoute')}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Ending it, and what can be done about its number. */
function Actions({ of }: { of: VerificationView }) {
  const t = useTranslations();
  const { environment } = usePlace();
  const queryClient = useQueryClient();
  const { verifications } = useTRPC();
  const [wish, setWish] = useState<PrefixWish>();
  const cancel = useAskedChange({
    change: verifications.cancel.mutationOptions(),
    done: t('fraud.detail.canceled'),
    list: verifications.pathKey(),
  });
  const isOpen = of.state === 'pending' || of.state === 'failed';
  const isNumber = of.to.startsWith('+');
  return (
    <div className={styles.buttons}>
      {isNumber && of.block !== null && of.block.rule !== 'spend' && (
        <PermittedButton
          permission="fraud:write"
          onClick={() => setWish({ prefix: of.to, action: 'allow', reason: t('fraud.detail.allowReason') })}
        >
          {t('fraud.detail.allow')}
        </PermittedButton>
      )}
      {isNumber && of.state !== 'blocked' && (
        <PermittedButton
          permission="fraud:write"
          onClick={() => setWish({ prefix: of.to.slice(0, -LAST_DIGITS), action: 'block', reason: '' })}
        >
          {t('fraud.detail.close')}
        </PermittedButton>
      )}
      {isOpen && (
        <PermittedButton
          danger
          permission="verifications:write"
          onClick={() =>
            cancel(
              { environment, id: of.id },
              {
                title: t('fraud.detail.cancelTitle'),
                text: t('fraud.detail.cancelText'),
                ok: t('fraud.detail.cancel'),
                cancel: t('action.keep'),
              },
            )
          }
        >
          {t('fraud.detail.cancel')}
        </PermittedButton>
      )}
      <SetPrefix
        wish={wish}
        onClose={() => {
          setWish(undefined);
          void queryClient.invalidateQueries({ queryKey: verifications.pathKey() });
        }}
      />
    </div>
  );
}
