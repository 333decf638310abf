import type { LogState } from '#url-state/log-filters.ts';

/** What the log can be filtered by, in the order of the menu; `time` stands for its two bounds. */
export const FIELDS = [
  'state',
  'reason',
  'to',
  'channel',
  'class',
  'country',
  'route_id',
  'client_ref',
  'time',
] as const;
export type FilterField = (typeof FIELDS)[number];

/** Time ranges offered, in hours before now. */
export const TIME_PRESETS = [1, 24, 168] as const;

/** What the editor of one filter is given. */
export interface EditorProps {
  field: FilterField;
  state: LogState;
  onApply: (next: LogState) => void;
}
