'use client';

import { DownloadOutlined } from '@ant-design/icons';
import type { ListView, MemberOfList } from '@signalbox/contracts';
import { guardCell } from '@signalbox/core/csv';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';

const COLUMNS = ['address', 'state', 'locale', 'source', 'since', 'consent_id'] as const;

const cell = (text: string): string => `"${guardCell(text).replaceAll('"', '""')}"`;

/** Everybody of a list, as a file. */
export function ExportButton({ list }: { list: ListView }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const { environment } = usePlace();
  const [busy, setBusy] = useState(false);
  const read = async (): Promise<MemberOfList[]> => {
    const rows: MemberOfList[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const query = { limit: 1000, ...(cursor === undefined ? {} : { cursor }) };
      const page = await queryClient.fetchQuery(
        trpc.lists.members.queryOptions({ environment, id: list.id, query }, { staleTime: 0, gcTime: 0 }),
      );
      rows.push(...page.data);
      cursor = page.next_cursor;
    }
    return rows;
  };
  const save = async () => {
    setBusy(true);
    try {
      const lines = (await read()).map((row) => COLUMNS.map((name) => cell(row[name] ?? '')).join(','));
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([[COLUMNS.join(','), ...lines, ''].join('\r\n')], { type: 'text/csv' }));
      link.download = `${list.id}.csv`;
      link.click();
      URL.revokeObjectURL(link.href);
    } catch (error) {
      message.error(t(`problem.${problemOf(error).code}.title`));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button icon={<DownloadOutlined />} loading={busy} onClick={() => void save()}>
      {t('lists.export')}
    </Button>
  );
}
