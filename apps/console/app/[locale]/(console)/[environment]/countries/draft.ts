import type { Channel, CountryView, OpeningSpan, SetCountryRequest } from '@signalbox/contracts';
import { decimalToMicros, microsToDecimal } from '#format/money.ts';

interface SenderDraft {
  default?: string;
  registered_only?: boolean;
}

/** A span of the form; without a channel it holds for all. */
type SpanDraft = Omit<OpeningSpan, 'channels'> & { channels: Channel[] };

/** The form of a country: what is empty is inherited. */
export interface CountryDraft {
  country?: string;
  enabled: boolean;
  channels: Channel[];
  currency?: string;
  languages: string[];
  /** Mail has no country: its senders are those of all other countries. */
  senders: { sms: SenderDraft; email?: SenderDraft; voice: SenderDraft };
  opening_hours: SpanDraft[];
  closed_dates: string[];
  price?: string;
  price_currency?: string;
  valid_for_minutes?: number | null;
  marketing_per_day?: number | null;
}

const senderDraft = (senders: CountryView['senders'][Channel]): SenderDraft => ({
  ...(senders?.default == null ? {} : { default: senders.default }),
  registered_only: senders?.registered_only ?? false,
});

/** A row as the form shows it. */
export function draftOf(row: CountryView): CountryDraft {
  return {
    country: row.country,
    enabled: row.enabled,
    channels: row.channels ?? [],
    ...(row.currency === null ? {} : { currency: row.currency }),
    languages: row.languages ?? [],
    senders: {
      sms: senderDraft(row.senders.sms),
      email: senderDraft(row.senders.email),
      voice: senderDraft(row.senders.voice),
    },
    opening_hours: (row.opening_hours ?? []).map((span) => ({ ...span, channels: span.channels ?? [] })),
    closed_dates: row.closed_dates ?? [],
    ...(row.max_price === null
      ? {}
      : { price: microsToDecimal(row.max_price.amount_micros), price_currency: row.max_price.currency }),
    valid_for_minutes: row.valid_for_seconds === null ? null : row.valid_for_seconds / 60,
    marketing_per_day: row.marketing_per_day,
  };
}

const listOrNull = <Value>(values: Value[]): Value[] | null => (values.length === 0 ? null : values);

function sendersOf({
  default: byDefault = '',
  registered_only = false,
}: SenderDraft = {}): SetCountryRequest['senders'][Channel] {
  const sender = byDefault.trim();
  return sender === '' && !registered_only ? null : { default: sender === '' ? null : sender, registered_only };
}

/** What a form says, as the api takes it; `version` is that of the row it began with, zero for one that is not stored. */
export function settingsOf(draft: CountryDraft, version: number): SetCountryRequest {
  const price = draft.price?.trim() ?? '';
  const minutes = draft.valid_for_minutes ?? null;
  return {
    enabled: draft.enabled,
    currency: draft.currency ?? null,
    languages: listOrNull(draft.languages),
    channels: listOrNull(draft.channels),
    senders: {
      sms: sendersOf(draft.senders.sms),
      email: sendersOf(draft.senders.email),
      voice: sendersOf(draft.senders.voice),
    },
    opening_hours: listOrNull(
      draft.opening_hours.map((span) => ({ ...span, channels: listOrNull(span.channels ?? []) })),
    ),
    closed_dates: listOrNull(draft.closed_dates),
    max_price:
      price === '' ? null : { amount_micros: decimalToMicros(price) ?? 0, currency: draft.price_currency ?? '' },
    valid_for_seconds: minutes === null ? null : Math.round(minutes * 60),
    marketing_per_day: draft.marketing_per_day ?? null,
    ...(version === 0 ? {} : { version }),
  };
}

/** The field of the form that a field of the api stands in. */
export function fieldOf(path: string): (string | number)[] {
  const [, first = '', ...more] = path.split('.');
  if (path === 'country') return ['country'];
  if (first === 'max_price') return [more[0] === 'currency' ? 'price_currency' : 'price'];
  if (first === 'valid_for_seconds') return ['valid_for_minutes'];
  if (first === 'senders') return ['senders', more[0] ?? 'sms', more[1] ?? 'default'];
  if (first === 'opening_hours' && more.length > 1) return [first, Number(more[0]), more[1] ?? 'from'];
  return [first];
}
