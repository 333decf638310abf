'use client';

import { DownloadOutlined } from '@ant-design/icons';
import type { ApprovalRequestView } from '@signalbox/contracts';
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ReasonDialog } from '#components/consent/reason-dialog.tsx';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useAsked, useHeldApproval } from './use-asked.ts';
import { useSecondPerson } from './use-second-person.ts';

interface Props {
  label: string;
  size?: 'small';
  /** What is given out, as requests name it. */
  of: { action: 'export.audit' | 'export.consent_proof'; object: string };
  ask: (reason: string) => Promise<ApprovalRequestView>;
  /** Gives it out. */
  save: () => Promise<void>;
}

/** Gives out a file of personal data: at once, or where the workspace wants a second person, once somebody approved it for this reason. */
export function ExportFileButton({ label, size, of, ask, save }: Props) {
  const t = useTranslations();
  const { message } = App.useApp();
  const { session } = usePlace();
  const needsSecond = useSecondPerson('exports');
  const heldApproval = useHeldApproval();
  const asked = useAsked();
  const [asking, setAsking] = useState(false);
  const press = useMutation({
    mutationFn: async () => {
      if (needsSecond && (await heldApproval({ ...of, askedBy: session.user.id })) === undefined) setAsking(true);
      else await save();
    },
    onError: (error) => message.error(t(`problem.${problemOf(error).code}.title`)),
  });
  return (
    <>
      <Button
        icon={<DownloadOutlined />}
        {...(size === undefined ? {} : { size })}
        loading={press.isPending}
        onClick={() => press.mutate()}
      >
        {label}
      </Button>
      <ReasonDialog
        open={asking}
        title={t('approvals.exportTitle')}
        name="ask-export"
        words={{
          text: t('approvals.exportText'),
          label: t('approvals.reason'),
          ok: t('approvals.ask'),
          cancel: t('action.cancel'),
        }}
        under=""
        act={ask}
        onDone={() => {
          setAsking(false);
          return asked();
        }}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
