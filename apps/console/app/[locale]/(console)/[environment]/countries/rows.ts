import type { CountryView } from '@signalbox/contracts';

/** The row of all countries without one of their own. */
export const REST = 'default';

/** The row of all other countries; where nothing is said of them they are open and nothing is set. */
export function restOf(all: readonly CountryView[]): CountryView {
  return (
    all.find((row) => row.country === REST) ?? {
      country: REST,
      enabled: true,
      currency: null,
      languages: null,
      channels: null,
      senders: { sms: null, email: null, voice: null },
      opening_hours: null,
      closed_dates: null,
      max_price: null,
      valid_for_seconds: null,
      marketing_per_day: null,
      marketing_now: null,
      version: 0,
      updated_at: '',
    }
  );
}

/** What a row says, or what it inherits. */
export function effective<Value>(
  row: CountryView,
  rest: CountryView,
  read: (of: CountryView) => Value | null,
): { value: Value | null; inherited: boolean } {
  const own = read(row);
  if (own !== null || row.country === REST) return { value: own, inherited: false };
  const value = read(rest);
  return { value, inherited: value !== null };
}
