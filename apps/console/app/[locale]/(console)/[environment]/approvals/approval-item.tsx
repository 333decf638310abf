'use client';

import type { ApprovalView, ErasureApproval, TemplateApproval, WeightsApproval } from '@signalbox/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { useScopeText } from '../routes/weights/use-scope-text.ts';
import { WeightDiff } from '../routes/weights/weight-diff.tsx';
import { Item, useDone } from './item.tsx';
import { RequestItem } from './request-item.tsx';

/** One thing that waits: what changes, who asked and since when, and the two buttons. */
export function ApprovalItem({ of, onErasure }: { of: ApprovalView; onErasure: (of: ErasureApproval) => void }) {
  switch (of.kind) {
    case 'template':
      return <TemplateItem of={of} />;
    case 'weights':
      return <WeightsItem of={of} />;
    case 'erasure':
      return <ErasureItem of={of} onDecide={() => onErasure(of)} />;
    case 'request':
      return <RequestItem of={of} />;
  }
}

function TemplateItem({ of }: { of: TemplateApproval }) {
  const t = useTranslations();
  const { href } = usePlace();
  const { templates } = useTRPC();
  const done = useDone();
  const [comment, setComment] = useState<string>();
  const decide = useMutation(
    templates.decide.mutationOptions({
      onSuccess: async (_, { move }) => {
        setComment(undefined);
        await done(move === 'reject' ? 'rejected' : 'approved');
      },
    }),
  );
  const { key, version } = of;
  return (
    <Item
      of={of}
      tag={t('approvals.kind.template')}
      title={of.name}
      error={decide.error}
      buttons={
        <>
          <Button
            type="primary"
            loading={decide.isPending}
            onClick={() => decide.mutate({ key, version, move: 'approve' })}
          >
            {t('approvals.approve')}
          </Button>
          <Button onClick={() => setComment('')}>{t('approvals.reject')}</Button>
        </>
      }
    >
      <span>
        {of.live_version === null
          ? t('approvals.firstVersion', { version })
          : t('approvals.newVersion', { version, live: of.live_version })}{' '}
        <Link href={href(`templates/${encodeURIComponent(key)}`)}>{t('approvals.readVersion')}</Link>
      </span>
      <Modal
        open={comment !== undefined}
        title={t('approvals.rejectTitle', { name: of.name })}
        okText={t('approvals.reject')}
        cancelText={t('action.cancel')}
        okButtonProps={{ disabled: (comment ?? '').trim() === '', loading: decide.isPending }}
        onCancel={() => setComment(undefined)}
        onOk={() => decide.mutate({ key, version, move: 'reject', comment: comment?.trim() })}
      >
        <label htmlFor="approvals-comment">{t('approvals.comment')}</label>
        <Input.TextArea
          id="approvals-comment"
          rows={3}
          maxLength={500}
          value={comment ?? ''}
          onChange={(event) => setComment(event.target.value)}
        />
      </Modal>
    </Item>
  );
}

function WeightsItem({ of }: { of: WeightsApproval }) {
  const t = useTranslations();
  const { routes, weights } = useTRPC();
  const scopeText = useScopeText();
  const done = useDone();
  const { environment, change } = of;
  const list = useQuery(routes.list.queryOptions({ environment }));
  const approve = useMutation(weights.approve.mutationOptions({ onSuccess: () => done('approved') }));
  const reject = useMutation(weights.reject.mutationOptions({ onSuccess: () => done('rejected') }));
  const input = { environment, change_id: change.id };
  const names = new Map((list.data ?? []).map((route) => [route.id, route.name]));
  return (
    <Item
      of={of}
      tag={t('approvals.kind.weights')}
      title={scopeText(of.scope)}
      error={approve.error ?? reject.error}
      buttons={
        <>
          <Button type="primary" loading={approve.isPending} onClick={() => approve.mutate(input)}>
            {t('approvals.approve')}
          </Button>
          <Button loading={reject.isPending} onClick={() => reject.mutate(input)}>
            {t('approvals.reject')}
          </Button>
        </>
      }
    >
      <span>
        {t(`environment.${environment}.name`)} · <WeightDiff change={change} names={names} />
      </span>
    </Item>
  );
}

function ErasureItem({ of, onDecide }: { of: ErasureApproval; onDecide: () => void }) {
  const t = useTranslations();
  const { request } = of;
  return (
    <Item
      of={of}
      tag={t('approvals.kind.erasure')}
      title={request.address}
      buttons={<Button onClick={onDecide}>{t('approvals.decide')}</Button>}
    >
      <span>
        {t('approvals.erases', { channel: t(`channel.${request.channel}`) })} · {request.reason}
      </span>
    </Item>
  );
}
