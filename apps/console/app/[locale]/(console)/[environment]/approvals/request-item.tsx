'use client';

import type { ApprovalRequestView, RequestedApproval } from '@signalbox/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { ReasonDialog } from '#components/consent/reason-dialog.tsx';
import { ChangeTable } from '#components/parts/change-table.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC, useTRPCClient } from '#data/trpc.ts';
import { Item, useDone } from './item.tsx';
import { useRequestText } from './use-request-text.ts';

/** A change or an export that somebody asked for: what changes, why, and until when it is decided. */
export function RequestItem({ of }: { of: RequestedApproval }) {
  const t = useTranslations();
  const { approvals } = useTRPC();
  const client = useTRPCClient();
  const { session } = usePlace();
  const requestText = useRequestText();
  const done = useDone();
  const [rejecting, setRejecting] = useState(false);
  const { request } = of;
  const { id } = request;
  const approve = useMutation(approvals.decide.mutationOptions({ onSuccess: () => done('approved') }));
  const withdraw = useMutation(approvals.withdraw.mutationOptions({ onSuccess: () => done('withdrawn') }));
  const { tag, title } = requestText(request);
  return (
    <Item
      of={of}
      tag={tag}
      title={title}
      error={approve.error ?? withdraw.error}
      buttons={
        <>
          <Button
            type="primary"
            loading={approve.isPending}
            onClick={() => approve.mutate({ id, decision: 'approve' })}
          >
            {t('approvals.approve')}
          </Button>
          <Button onClick={() => setRejecting(true)}>{t('approvals.reject')}</Button>
        </>
      }
      own={
        request.asked_by.id === session.user.id && (
          <Button loading={withdraw.isPending} onClick={() => withdraw.mutate({ id })}>
            {t('approvals.withdraw')}
          </Button>
        )
      }
    >
      <span>{request.reason}</span>
      <RequestPlace of={request} />
      <ChangeTable {...saidIn(request)} />
      <span>
        {t('approvals.before')} <TimeCell at={request.expires_at} look="minute" />
      </span>
      <ReasonDialog
        open={rejecting}
        title={t('approvals.rejectTitle', { name: title === '' ? tag : title })}
        name="reject-request"
        words={{
          text: t('approvals.rejectText'),
          label: t('approvals.comment'),
          ok: t('approvals.reject'),
          cancel: t('action.cancel'),
        }}
        under="comment"
        act={(comment) => client.approvals.decide.mutate({ id, decision: 'reject', comment })}
        onDone={() => {
          setRejecting(false);
          return done('rejected');
        }}
        onClose={() => setRejecting(false)}
      />
    </Item>
  );
}

/** What changes; of what is new or goes, only what says something. */
function saidIn({ before, after }: ApprovalRequestView): Pick<ApprovalRequestView, 'before' | 'after'> {
  if (before !== null && after !== null) return { before, after };
  const said = (fields: Record<string, unknown> | null) =>
    fields && Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)));
  return { before: said(before), after: said(after) };
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Where the thing stands that a request is about. */
export function RequestPlace({ of }: { of: ApprovalRequestView }) {
  const t = useTranslations();
  const { environment, hrefIn } = usePlace();
  const area = areaOf(of);
  return <Link href={hrefIn(of.environment ?? environment, area)}>{t('approvals.open')}</Link>;
}

function areaOf({ action, object }: ApprovalRequestView): string {
  switch (action) {
    case 'sender.set':
    case 'sender.removed':
      return 'senders';
    case 'rule.answered':
    case 'rule.answer_removed':
      return `compliance/${object.name.slice(0, 2)}`;
    case 'export.person':
      return 'data-requests';
    case 'export.list':
      return `lists/${object.id ?? ''}`;
    case 'export.audit':
      return 'audit';
    case 'export.consent_proof':
      return 'consents';
    case 'reveal.message':
      return `messages/${object.id ?? ''}`;
  }
}
