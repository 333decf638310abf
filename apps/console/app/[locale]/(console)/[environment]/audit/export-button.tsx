'use client';

import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslations } from 'use-intl';
import { useTRPCClient } from '#data/trpc.ts';

const PART = 5000;

/** Saves the whole log as a file that can be checked without us: a head with the rule, then one entry a line. */
export function ExportButton() {
  const t = useTranslations();
  const client = useTRPCClient();
  const { message } = App.useApp();
  const save = useMutation({
    mutationFn: async () => {
      const lines: string[] = [];
      for (let after: number | null = 0; after !== null; ) {
        const { data, next_after, ...head } = await client.audit.export.query({ after, limit: PART });
        if (lines.length === 0) lines.push(JSON.stringify(head));
        for (const entry of data) lines.push(JSON.stringify(entry));
        after = next_after;
      }
      return new Blob([`${lines.join('\n')}\n`], { type: 'application/x-ndjson' });
    },
    onSuccess(file) {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file);
      link.download = `audit-${new Date().toISOString().slice(0, 10)}.ndjson`;
      link.click();
      URL.revokeObjectURL(link.href);
    },
    onError: () => void message.error(t('audit.notExported')),
  });
  return (
    <Button icon={<DownloadOutlined />} loading={save.isPending} onClick={() => save.mutate()}>
      {t('audit.export')}
    </Button>
  );
}
