import { type QueryKey, type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query';

/** One page as the api gives it. */
export interface Page<Row> {
  data: Row[];
  next_cursor: string | null;
}

/** Pages of rows, newest first, so far as they were asked for. */
export type EndlessRows<Row> = UseInfiniteQueryResult<{ pages: Page<Row>[] }, unknown>;

/** Rows that are fetched page by page. The first page is fetched again every `refreshMs`; who reads older ones is not disturbed. */
export function useEndless<Row>(options: {
  queryKey: QueryKey;
  refreshMs: number;
  fetchPage: (cursor: string | null, signal: AbortSignal) => Promise<Page<Row>>;
}): EndlessRows<Row> {
  const { queryKey, refreshMs, fetchPage } = options;
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => fetchPage(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    refetchInterval: ({ state: { data } }) => ((data?.pages.length ?? 0) > 1 ? false : refreshMs),
  });
}
