'use client';

import type { ApprovalView, ErasureApproval, TemplateApproval, WeightsApproval } from '@signalbox/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import Link from 'next/link';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { useScopeText } from '../routes/weights/use-scope-text.ts';
import { WeightDiff } from '../routes/weights/weight-diff.tsx';
import styles from './approvals.module.css';

/** One thing that waits: what changes, who asked and since when, and the two buttons. */
export function ApprovalItem({ of, onErasure }: { of: ApprovalView; onErasure: (of: ErasureApproval) => void }) {
  if (of.kind === 'template') return <TemplateItem of={of} />;
  return of.kind === 'weights' ? <WeightsItem of={of} /> : <ErasureItem of={of} onDecide={() => onErasure(of)} />;
}

function Item(props: { of: ApprovalView; title: ReactNode; error?: unknown; buttons: ReactNode; children: ReactNode }) {
  const t = useTranslations();
  const { of } = props;
  return (
    <li className={styles.item}>
      <div className={styles.what}>
        <span>
          <ToneTag tone="waiting">{t(`approvals.kind.${of.kind}`)}</ToneTag> <strong>{props.title}</strong>
        </span>
        {props.children}
        <p className={styles.soft}>
          {t('approvals.askedBy', { name: of.asked_by })} · <TimeCell at={of.at} look="minute" />
        </p>
        {of.hindrance !== null && <p className={styles.soft}>{t(`approvals.hindrance.${of.hindrance}`)}</p>}
        {props.error != null && <SectionError error={props.error} />}
      </div>
      {of.hindrance === null && <div className={styles.buttons}>{props.buttons}</div>}
    </li>
  );
}

/** Says that it is done and has the list, and the pages of the kind, fetched again. */
function useDone() {
  const t = useTranslations();
  const { approvals, templates, weights } = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  return async (said: 'approved' | 'rejected') => {
    message.success(t(`approvals.${said}`));
    for (const { pathKey } of [approvals, templates, weights]) {
      await queryClient.invalidateQueries({ queryKey: pathKey() });
    }
  };
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
    <Item of={of} title={request.address} buttons={<Button onClick={onDecide}>{t('approvals.decide')}</Button>}>
      <span>
        {t('approvals.erases', { channel: t(`channel.${request.channel}`) })} · {request.reason}
      </span>
    </Item>
  );
}
