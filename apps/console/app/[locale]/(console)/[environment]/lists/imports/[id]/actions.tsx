'use client';

import { DownloadOutlined, StopOutlined, UndoOutlined } from '@ant-design/icons';
import type { ImportView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { saveFile } from '#data/save-file.ts';
import { useTRPC } from '#data/trpc.ts';

/** What can be done with an import as it stands: stop it, fetch its refused rows, take it back. */
export function ImportActions({ of }: { of: ImportView }) {
  const t = useTranslations();
  const { imports } = useTRPC();
  const queryClient = useQueryClient();
  const { message, modal } = App.useApp();
  const { environment } = usePlace();
  const { id } = of;
  const settled = {
    onSuccess: (now: ImportView) => {
      queryClient.setQueryData(imports.get.queryKey({ environment, id }), now);
    },
    onError: (error: unknown) => {
      const { code, detail } = problemOf(error);
      message.error(detail ?? t(`problem.${code}.title`));
    },
  };
  const cancel = useMutation(
    imports.cancel.mutationOptions({
      ...settled,
      onSuccess: (now) => {
        settled.onSuccess(now);
        message.info(t('imports.stopping'));
      },
    }),
  );
  const undo = useMutation(imports.undo.mutationOptions(settled));
  const mayUndo = of.undo_until !== null && of.counts.added > 0 && Date.parse(of.undo_until) > Date.now();
  return (
    <>
      {of.counts.refused > 0 && of.state !== 'undoing' && <ErrorFile of={of} />}
      {(of.state === 'running' || of.state === 'checking') && (
        <PermittedButton
          permission="consents:write"
          icon={<StopOutlined />}
          loading={cancel.isPending}
          onClick={() => cancel.mutate({ environment, id })}
        >
          {t('imports.cancel')}
        </PermittedButton>
      )}
      {mayUndo && (
        <PermittedButton
          permission="consents:write"
          icon={<UndoOutlined />}
          loading={undo.isPending}
          onClick={() =>
            modal.confirm({
              title: t('imports.undoSure'),
              content: t('imports.undoSureText'),
              okText: t('imports.undo'),
              okButtonProps: { danger: true },
              cancelText: t('action.cancel'),
              onOk: () => undo.mutate({ environment, id }),
            })
          }
        >
          {t('imports.undo')}
        </PermittedButton>
      )}
    </>
  );
}

/** The refused rows as a file: fetched piece by piece. */
function ErrorFile({ of }: { of: ImportView }) {
  const t = useTranslations();
  const { imports } = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const { environment } = usePlace();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const pieces: string[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const query = cursor === undefined ? {} : { cursor };
        const piece = await queryClient.fetchQuery(
          imports.errors.queryOptions({ environment, id: of.id, query }, { staleTime: 0, gcTime: 0 }),
        );
        pieces.push(piece.csv);
        cursor = piece.next_cursor;
      }
      saveFile(`refused-${of.file_name.replace(/\.\w+$/, '')}.csv`, 'text/csv', pieces);
    } catch (error) {
      message.error(t(`problem.${problemOf(error).code}.title`));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button icon={<DownloadOutlined />} loading={busy} onClick={() => void save()}>
      {t('imports.errorFile')}
    </Button>
  );
}
