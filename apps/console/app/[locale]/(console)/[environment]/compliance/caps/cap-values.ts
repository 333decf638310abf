import type { CapScope, CapView, Channel, OverCap, SaveCap, TrafficClass } from '@signalbox/contracts';

/** A window as a choice of the form: so many hours or days that roll, or a stretch of the calendar. */
export type WindowKind = 'none' | 'hours' | 'days' | 'day' | 'week' | 'month';
export const WINDOW_KINDS: readonly WindowKind[] = ['day', 'week', 'month', 'hours', 'days', 'none'];
const SECONDS = { hours: 3600, days: 86_400 } as const;
const GAP_SECONDS = 60;

/** Messages that are told apart, as fields of the form. */
export interface ScopeValues {
  templates: string[];
  key: string;
  value: string;
}

/** A cap as the form holds it. */
export interface CapValues {
  name: string;
  enabled: boolean;
  channels: Channel[];
  classes: TrafficClass[];
  also_counts: TrafficClass[];
  window: WindowKind;
  count: number | null;
  limit: number | null;
  gap_minutes: number | null;
  scope: ScopeValues;
  kept: number | null;
  kept_for: ScopeValues;
  over_limit: OverCap;
}

const NO_SCOPE: ScopeValues = { templates: [], key: '', value: '' };
const FRESH: CapValues = {
  name: '',
  enabled: true,
  channels: [],
  classes: ['marketing'],
  also_counts: [],
  window: 'day',
  count: 24,
  limit: 3,
  gap_minutes: null,
  scope: NO_SCOPE,
  kept: null,
  kept_for: NO_SCOPE,
  over_limit: 'drop',
};

const scopeIn = ({ templates, metadata }: CapScope): ScopeValues => ({
  ...{ templates, key: metadata?.key ?? '', value: metadata?.value ?? '' },
});

const scopeOf = ({ templates, key, value }: ScopeValues): CapScope => ({
  templates,
  metadata: key.trim() === '' ? null : { key: key.trim(), value: value.trim() },
});

/** What is stored of a cap, as the form holds it; a new one where there is none. */
export function toValues(view: CapView | undefined): CapValues {
  if (view === undefined) return FRESH;
  const { name, enabled, classes, also_counts, limit, rolling_seconds: seconds, calendar, over_limit } = view;
  const rolling = seconds !== null && seconds % SECONDS.days === 0 ? 'days' : 'hours';
  return {
    ...{ name, enabled, classes, also_counts, limit, over_limit, channels: view.channels ?? [] },
    window: limit === null ? 'none' : (calendar ?? rolling),
    count: seconds === null ? FRESH.count : seconds / SECONDS[rolling],
    gap_minutes: view.min_gap_seconds === null ? null : view.min_gap_seconds / GAP_SECONDS,
    ...{ scope: scopeIn(view.scope), kept: view.kept === 0 ? null : view.kept, kept_for: scopeIn(view.kept_for) },
  };
}

/** What is to be stored of a cap. */
export function toRequest(values: CapValues): SaveCap {
  const { name, enabled, channels, classes, also_counts, window, count, limit, gap_minutes: gap, over_limit } = values;
  const isRolling = window === 'hours' || window === 'days';
  return {
    ...{ name, enabled, classes, also_counts, over_limit, channels: channels.length === 0 ? null : channels },
    limit: window === 'none' ? null : limit,
    rolling_seconds: isRolling ? Math.round((count ?? 1) * SECONDS[window]) : null,
    calendar: isRolling || window === 'none' ? null : window,
    min_gap_seconds: gap === null ? null : Math.round(gap * GAP_SECONDS),
    ...{ scope: scopeOf(values.scope), kept: window === 'none' ? 0 : (values.kept ?? 0) },
    kept_for: values.kept === null ? scopeOf(NO_SCOPE) : scopeOf(values.kept_for),
  };
}
