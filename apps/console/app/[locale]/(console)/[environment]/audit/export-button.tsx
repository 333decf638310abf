'use client';

import { App } from 'antd';
import { useTranslations } from 'use-intl';
import { ExportFileButton } from '#components/approvals/export-button.tsx';
import { saveFile } from '#data/save-file.ts';
import { useTRPCClient } from '#data/trpc.ts';

const PART = 5000;

/** Saves the whole log as a file that can be checked without us: a head with the rule, then one entry a line. */
export function ExportButton() {
  const t = useTranslations();
  const client = useTRPCClient();
  const { message } = App.useApp();
  const save = async () => {
    const lines: string[] = [];
    try {
      for (let after: number | null = 0; after !== null; ) {
        const { data, next_after, ...head } = await client.audit.export.query({ after, limit: PART });
        if (lines.length === 0) lines.push(JSON.stringify(head));
        for (const entry of data) lines.push(JSON.stringify(entry));
        after = next_after;
      }
    } catch {
      message.error(t('audit.notExported'));
      return;
    }
    const name = `audit-${new Date().toISOString().slice(0, 10)}.ndjson`;
    saveFile(name, 'application/x-ndjson', [`${lines.join('\n')}\n`]);
  };
  return (
    <ExportFileButton
      label={t('audit.export')}
      of={{ action: 'export.audit', object: 'audit_log' }}
      ask={(reason) => client.approvals.askAuditExport.mutate({ reason, wanted: { action: 'export.audit' } })}
      save={save}
    />
  );
}
