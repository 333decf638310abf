import { Channel, MessageState, TrafficClass } from '@signalbox/contracts';

/** What the address bar of the log holds: the filters, the page and the open drawer. Absent means "all". */
export interface LogState {
  to?: string;
  state?: MessageState;
  channel?: Channel;
  class?: TrafficClass;
  country?: string;
  reason?: string;
  route_id?: string;
  client_ref?: string;
  accepted_after?: string;
  accepted_before?: string;
  cursor?: string;
  open?: string;
}

/** The filters in the order of their chips. */
export const FILTERS = [
  'to',
  'state',
  'channel',
  'class',
  'country',
  'reason',
  'route_id',
  'client_ref',
  'accepted_after',
  'accepted_before',
] as const;
export type FilterName = (typeof FILTERS)[number];

const oneOf = (schema: { safeParse: (value: unknown) => { success: boolean } }) => (text: string) =>
  schema.safeParse(text).success;
const shorterThan = (length: number) => (text: string) => text.length > 0 && text.length <= length;

// A hand-edited address must never break the page: what does not fit is dropped, the rest still applies.
const accepts: Record<keyof LogState, (text: string) => boolean> = {
  to: shorterThan(320),
  state: oneOf(MessageState),
  channel: oneOf(Channel),
  class: oneOf(TrafficClass),
  country: (text) => /^[A-Z]{2}$/.test(text),
  reason: shorterThan(60),
  route_id: shorterThan(40),
  client_ref: shorterThan(128),
  accepted_after: (text) => !Number.isNaN(Date.parse(text)),
  accepted_before: (text) => !Number.isNaN(Date.parse(text)),
  cursor: shorterThan(200),
  open: (text) => /^msg_[0-9a-z]{26}$/.test(text),
};
const NAMES = Object.keys(accepts) as (keyof LogState)[];

/** Reads the state of the log from an address; values that cannot be right are left out. */
export function parseLogState(params: { get(name: string): string | null }): LogState {
  const state: Record<string, string> = {};
  for (const name of NAMES) {
    const value = params.get(name);
    if (value !== null && accepts[name](value)) state[name] = value;
  }
  return state as LogState;
}

/** Writes the state as a query string, "" or beginning with "?", in a fixed order so that equal states have equal addresses. */
export function writeLogState(state: LogState): string {
  const params = new URLSearchParams();
  for (const name of NAMES) {
    const value = state[name];
    if (value !== undefined && value !== '') params.set(name, value);
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** Only the filters: what list and count are asked with. */
export function filtersOf(state: LogState): Omit<LogState, 'cursor' | 'open'> {
  const { cursor: _cursor, open: _open, ...filters } = state;
  return filters;
}

/** A change of filters begins at the first page again and closes the drawer. */
export function withFilter(state: LogState, name: FilterName, value: string | undefined): LogState {
  const next: LogState = { ...filtersOf(state) };
  if (value === undefined || value === '') delete next[name];
  else Object.assign(next, { [name]: value });
  return next;
}
