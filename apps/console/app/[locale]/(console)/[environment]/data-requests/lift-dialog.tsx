'use client';

import type { PersonRequestView } from '@signalbox/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslations } from 'use-intl';
import { ReasonDialog } from '#components/consent/reason-dialog.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC, useTRPCClient } from '#data/trpc.ts';

/** Asks why a restriction is lifted, which the register keeps. */
export function LiftDialog({ row, onClose }: { row: PersonRequestView | undefined; onClose: () => void }) {
  const t = useTranslations();
  const { people } = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const { environment } = usePlace();
  return (
    <ReasonDialog
      open={row !== undefined}
      name="lift-dialog"
      title={t('rights.ask.lift.title')}
      words={{
        text: t('rights.ask.lift.text'),
        label: t('rights.reason'),
        ok: t('rights.ask.lift.do'),
        cancel: t('action.cancel'),
      }}
      under="lift"
      act={(reason) => client.people.lift.mutate({ environment, id: row?.id ?? '', lift: { reason } })}
      onDone={async () => {
        message.success(t('rights.lifted'));
        onClose();
        await queryClient.invalidateQueries({ queryKey: people.pathKey() });
      }}
      onClose={onClose}
    />
  );
}
