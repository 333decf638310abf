'use client';

import type { ListView, MemberOfList, MemberPage } from '@signalbox/contracts';
import { guardCell } from '@signalbox/core/csv';
import { useTranslations } from 'use-intl';
import { ExportFileButton } from '#components/approvals/export-button.tsx';
import { usePlace } from '#components/place.tsx';
import { saveFile } from '#data/save-file.ts';
import { useTRPCClient } from '#data/trpc.ts';

const COLUMNS = ['address', 'state', 'locale', 'source', 'since', 'consent_id'] as const;

const cell = (text: string): string => `"${guardCell(text).replaceAll('"', '""')}"`;

/** Everybody of a list, as a file. */
export function ExportButton({ list }: { list: ListView }) {
  const t = useTranslations();
  const client = useTRPCClient();
  const { environment } = usePlace();
  const wanted = { action: 'export.list', environment, id: list.id } as const;
  const read = async (): Promise<MemberOfList[]> => {
    const rows: MemberOfList[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const query = { limit: 1000, ...(cursor === undefined ? {} : { cursor }) };
      const page: MemberPage = await client.lists.export.query({ environment, id: list.id, query });
      rows.push(...page.data);
      cursor = page.next_cursor;
    }
    return rows;
  };
  const save = async () => {
    const lines = (await read()).map((row) => COLUMNS.map((name) => cell(row[name] ?? '')).join(','));
    saveFile(`${list.id}.csv`, 'text/csv', [[COLUMNS.join(','), ...lines, ''].join('\r\n')]);
  };
  return (
    <ExportFileButton
      label={t('lists.export')}
      of={{ action: wanted.action, object: list.id }}
      ask={(reason) => client.approvals.askListExport.mutate({ reason, wanted })}
      save={save}
    />
  );
}
