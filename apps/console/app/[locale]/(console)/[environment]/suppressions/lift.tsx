'use client';

import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslations } from 'use-intl';
import { ReasonDialog } from '#components/consent/reason-dialog.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC, useTRPCClient } from '#data/trpc.ts';
import type { Suppression } from './suppression-table.tsx';

/** Lifts a suppression; why is asked and kept. */
export function Lift({ row, onClose }: { row: Suppression | undefined; onClose: () => void }) {
  const t = useTranslations();
  const { suppressions } = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const { environment } = usePlace();
  return (
    <ReasonDialog
      open={row !== undefined}
      name="lift-suppression"
      title={t('suppressions.liftTitle', { address: row?.address ?? '' })}
      words={{
        text: t('suppressions.liftText'),
        label: t('suppressions.liftReason'),
        ok: t('suppressions.lift'),
        cancel: t('action.keep'),
      }}
      danger
      under="suppression"
      act={(reason) => client.suppressions.remove.mutate({ environment, id: row?.id ?? '', reason })}
      onDone={async () => {
        message.success(t('suppressions.lifted'));
        onClose();
        await queryClient.invalidateQueries({ queryKey: suppressions.pathKey() });
      }}
      onClose={onClose}
    />
  );
}
