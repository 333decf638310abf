'use client';

import { type ConsoleMessagePage, isFinal, type MessageView } from '@signalbox/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { filtersOf, type LogState, writeLogState } from '#url-state/log-filters.ts';

const PAGE_SIZE = 50;
const LIVE_MS = 5000;

interface Snapshot {
  key: string;
  page: ConsoleMessagePage;
}

/** Rows keep their places: new answers only refresh the rows that are shown. */
const refreshed = (shown: readonly MessageView[], latest: readonly MessageView[]): MessageView[] => {
  const byId = new Map(latest.map((row) => [row.id, row]));
  return shown.map((row) => byId.get(row.id) ?? row);
};

/**
 * One page of the log. The rows are a stable snapshot: states change in place, newer messages only count up behind a
 * button. Polling stops while the tab is hidden (TanStack Query's default) and where nothing can change any more.
 */
export function useLiveList(state: LogState) {
  const trpc = useTRPC();
  const { environment } = usePlace();
  const [snapshot, setSnapshot] = useState<Snapshot>();
  const { cursor } = state;
  const filters = useMemo(() => filtersOf(state), [state]);
  const key = `${environment}${writeLogState({ ...filters, ...(cursor === undefined ? {} : { cursor }) })}`;
  const query = { ...filters, limit: PAGE_SIZE, ...(cursor === undefined ? {} : { cursor }) };

  const list = useQuery({
    ...trpc.messages.list.queryOptions({ environment, query }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) =>
      data?.data.every((row) => isFinal(row.state)) === false ? LIVE_MS : false,
  });
  useEffect(() => {
    if (list.data === undefined || list.isPlaceholderData) return;
    const page = list.data;
    setSnapshot((old) => (old?.key === key && old.page.data.length > 0 ? old : { key, page }));
  }, [list.data, list.isPlaceholderData, key]);

  const rows = useMemo(() => {
    if (snapshot === undefined) return undefined;
    return snapshot.key === key ? refreshed(snapshot.page.data, list.data?.data ?? []) : snapshot.page.data;
  }, [snapshot, key, list.data]);

  const newest = snapshot?.key === key ? (snapshot.page.data[0]?.id ?? null) : null;
  const newer = useQuery({
    ...trpc.messages.countNewer.queryOptions({
      environment,
      query: { ...filters, limit: PAGE_SIZE },
      newest_id: newest,
    }),
    enabled: cursor === undefined && snapshot?.key === key,
    refetchInterval: LIVE_MS,
    retry: false,
  });

  const showNewer = async () => {
    const { data } = await list.refetch();
    if (data !== undefined) setSnapshot({ key, page: data });
    void newer.refetch();
  };
  return {
    list,
    rows,
    page: snapshot?.page,
    newerCount: cursor === undefined ? (newer.data?.count ?? 0) : 0,
    isPaused: newer.isError,
    isChanging: list.isPlaceholderData || (snapshot !== undefined && snapshot.key !== key),
    showNewer,
  };
}
