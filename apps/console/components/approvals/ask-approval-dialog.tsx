'use client';

import { useTranslations } from 'use-intl';
import { ReasonDialog } from '#components/consent/reason-dialog.tsx';
import { useAsked } from './use-asked.ts';

interface Props {
  open: boolean;
  title: string;
  /** Of the form: no other of the page has it. */
  name: string;
  text: string;
  cancel: string;
  ask: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

/** Asks why, and has a second person decide on it. */
export function AskApprovalDialog({ open, title, name, text, cancel, ask, onClose }: Props) {
  const t = useTranslations();
  const asked = useAsked();
  return (
    <ReasonDialog
      open={open}
      title={title}
      name={name}
      words={{ text, label: t('approvals.reason'), ok: t('approvals.ask'), cancel }}
      under=""
      act={ask}
      onDone={() => {
        onClose();
        return asked();
      }}
      onClose={onClose}
    />
  );
}
