import { filtersOf, type LogState, writeLogState } from '#url-state/log-filters.ts';

/** The filter as a call of the public API, ready for a shell; the key is read from the environment and never printed. */
export function apiCallOf(state: LogState): string {
  const query = writeLogState(filtersOf(state));
  return `curl -s "$SIGNALBOX_API_URL/v1/messages${query}" \\\n  -H "Authorization: Bearer $SIGNALBOX_API_KEY"`;
}
