'use client';

import type { ApprovalView } from '@signalbox/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { useTRPC } from '#data/trpc.ts';
import styles from './approvals.module.css';

/** One thing that waits, whatever it is: what changes, who asked and since when, and the buttons of whoever decides or of whoever asked. */
export function Item(props: {
  of: ApprovalView;
  tag: string;
  title: ReactNode;
  error?: unknown;
  buttons: ReactNode;
  own?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations();
  const { of } = props;
  const buttons = of.hindrance === null ? props.buttons : props.own;
  return (
    <li className={styles.item}>
      <div className={styles.what}>
        <span>
          <ToneTag tone="waiting">{props.tag}</ToneTag> <strong>{props.title}</strong>
        </span>
        {props.children}
        <p className={styles.soft}>
          {t('approvals.askedBy', { name: of.asked_by })} · <TimeCell at={of.at} look="minute" />
        </p>
        {of.hindrance !== null && <p className={styles.soft}>{t(`approvals.hindrance.${of.hindrance}`)}</p>}
        {props.error != null && <SectionError error={props.error} />}
      </div>
      {buttons != null && buttons !== false && <div className={styles.buttons}>{buttons}</div>}
    </li>
  );
}

/** Says that it is done and has the list, and the pages of the kinds, fetched again. */
export function useDone() {
  const t = useTranslations();
  const { approvals, templates, weights, senders, compliance } = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  return async (said: 'approved' | 'rejected' | 'withdrawn') => {
    message.success(t(`approvals.${said}`));
    for (const { pathKey } of [approvals, templates, weights, senders, compliance]) {
      await queryClient.invalidateQueries({ queryKey: pathKey() });
    }
  };
}
