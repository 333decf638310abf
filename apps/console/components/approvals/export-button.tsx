'use client';

import { DownloadOutlined } from '@ant-design/icons';
import type { ApprovalRequestView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import { AskApprovalDialog } from './ask-approval-dialog.tsx';
import { useHeldApproval } from './use-asked.ts';

interface Props {
  label: string;
  size?: 'small';
  /** What is given out, as requests name it. */
  of: { action: 'export.list' | 'export.audit' | 'export.consent_proof'; object: string };
  ask: (reason: string) => Promise<ApprovalRequestView>;
  /** Gives it out. */
  save: () => Promise<void>;
}

/** Gives out a file of personal data: at once, or where the workspace wants a second person, once somebody approved it for this reason. */
export function ExportFileButton({ label, size, of, ask, save }: Props) {
  const t = useTranslations();
  const { message } = App.useApp();
  const { session } = usePlace();
  const { workspace } = useTRPC();
  const queryClient = useQueryClient();
  const heldApproval = useHeldApproval();
  const [asking, setAsking] = useState(false);
  const press = useMutation({
    mutationFn: async () => {
      // Asked for when it is pressed: a page that has just opened does not know yet.
      const { second_person_for } = await queryClient.ensureQueryData(workspace.read.queryOptions());
      const needsSecond = second_person_for.includes('exports');
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
      <AskApprovalDialog
        open={asking}
        title={t('approvals.exportTitle')}
        name="ask-export"
        text={t('approvals.exportText')}
        cancel={t('action.cancel')}
        ask={ask}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
