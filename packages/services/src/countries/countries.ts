import {
  Channel,
  type CountryView,
  DEFAULT_COUNTRY,
  type FieldError,
  type SetCountryRequest,
  SignalboxError,
} from '@signalbox/contracts';
import { isCountry } from '@signalbox/core';
import { deleteCountry, lockCountry, putCountry, type RegionRow, readCountries } from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import { bookHours } from '../config/hours.ts';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';
import { instantText } from '../instant-text.ts';
import { inWorkspace } from '../tenant.ts';
import { readCountrySenders } from './choose-sender.ts';
import { judgeOpeningHours } from './judge-hours.ts';

/** What a row says, without how it stands now. */
const settingsOf = (row: RegionRow): Omit<CountryView, 'marketing_now'> => ({
  country: row.country,
  enabled: row.enabled,
  currency: row.currency,
  languages: row.languages,
  channels: row.channels,
  senders: {
    sms: row.senders?.sms ?? null,
    email: row.senders?.email ?? null,
    voice: row.senders?.voice ?? null,
  },
  // Those that were stored before spans had channels hold for all of them.
  opening_hours: row.openingHours?.map((span) => ({ ...span, channels: span.channels ?? null })) ?? null,
  closed_dates: row.closedDates,
  max_price:
    row.maxPriceMicros === null || row.maxPriceCurrency === null
      ? null
      : { amount_micros: row.maxPriceMicros, currency: row.maxPriceCurrency },
  valid_for_seconds: row.validForSeconds,
  marketing_per_day: row.marketingPerDay,
  version: row.version,
  updated_at: row.updatedAt.toISOString(),
});

/** Rows as they are shown, with how their hours stand now; `all` are the rows of the workspace, by which they inherit. */
function viewsOf(ctx: RequestContext, rows: readonly RegionRow[], all: readonly RegionRow[]): CountryView[] {
  const nowMs = ctx.services.world.nowMs();
  const hours = bookHours(all, 'UTC', ctx.services.config.current().lawsOf(ctx.workspace.number));
  return rows.map((row) => {
    const isPlace = row.country !== DEFAULT_COUNTRY;
    const fact = isPlace ? hours.at('marketing', { channel: 'sms', country: row.country }, nowMs) : null;
    if (fact === null) return { ...settingsOf(row), marketing_now: null };
    const { open, untilMs, zone, zones } = fact;
    return {
      ...settingsOf(row),
      marketing_now: { open, until: instantText(untilMs), time_zone: zone, time_zones: zones },
    };
  });
}

/** Said instead of storing what would never hold. */
const MAIL_HAS_NO_COUNTRY: FieldError = {
  path: 'senders.email',
  code: 'not_allowed',
  message: 'Mail has no country: set its senders at "default", and leave this out.',
};

const objectOf = ({ country }: RegionRow) => ({ kind: 'country', id: country, name: country }) as const;
const factsOf = (row: RegionRow): object => {
  const { country: _country, version: _version, updated_at: _updatedAt, ...facts } = settingsOf(row);
  return facts;
};

const isKnown = (country: string): boolean => country === DEFAULT_COUNTRY || isCountry(country);

const nothingSaid = (): SignalboxError =>
  new SignalboxError('not_found', {
    detail: 'Nothing is said of this country: it follows "default", and without that every country is open.',
  });

/** What the workspace says of its countries, in both environments: `default` first, then by code. */
export async function listCountries({ ctx }: { ctx: RequestContext; input: object }): Promise<CountryView[]> {
  const rows = await inWorkspace(ctx, (tx) => readCountries(tx, ctx.workspace.number));
  return viewsOf(ctx, rows, rows);
}

/** What the workspace says of one country, or of `default`; `not_found` when it says nothing. */
export async function getCountry({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { country: string };
}): Promise<CountryView> {
  const found = (await listCountries({ ctx, input: {} })).find((view) => view.country === input.country);
  if (found === undefined) throw nothingSaid();
  return found;
}

/**
 * Says what holds in a country, or in all others (`default`), in place of what was said before; in force for the next decision of every
 * process. Throws `request_invalid` for a code that is no country and for senders that cannot be, `conflict` when the version was left behind.
 */
export async function setCountry({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { country: string; settings: SetCountryRequest };
}): Promise<CountryView> {
  const { country, settings } = input;
  if (!isKnown(country)) {
    throw refuseField('country', 'invalid_value', 'Must be an ISO 3166-1 alpha-2 code such as MX, or "default".');
  }
  const fields: FieldError[] = [];
  const config = ctx.services.config.current();
  const nowMs = ctx.services.world.nowMs();
  const workspace = ctx.workspace.number;
  const senders = Object.fromEntries(
    Channel.options.flatMap((channel) => {
      const given = settings.senders[channel];
      if (given !== null && channel === 'email' && country !== DEFAULT_COUNTRY) fields.push(MAIL_HAS_NO_COUNTRY);
      if (given === null) return [];
      const place = { channel, country, nowMs };
      return [[channel, readCountrySenders(config, workspace, place, `senders.${channel}`, given, fields)]];
    }),
  );
  const law = config.lawsOf(workspace)(country);
  fields.push(...judgeOpeningHours(country, settings.opening_hours ?? [], law, nowMs));
  if (fields.length > 0) throw new SignalboxError('request_invalid', { fields });
  return inWorkspace(ctx, async (tx) => {
    const before = await lockCountry(tx, workspace, country);
    if (settings.version !== undefined && settings.version !== before?.version) throw new SignalboxError('conflict');
    const after = await putCountry(tx, {
      workspace,
      country,
      enabled: settings.enabled,
      currency: settings.currency,
      languages: settings.languages,
      channels: settings.channels,
      senders: Object.keys(senders).length === 0 ? null : senders,
      openingHours: settings.opening_hours,
      closedDates: settings.closed_dates,
      maxPriceMicros: settings.max_price?.amount_micros ?? null,
      maxPriceCurrency: settings.max_price?.currency ?? null,
      validForSeconds: settings.valid_for_seconds,
      marketingPerDay: settings.marketing_per_day,
    });
    await recordAudit(tx, ctx, {
      action: 'country.set',
      object: objectOf(after),
      before: before === undefined ? null : factsOf(before),
      after: factsOf(after),
      // Live and sandbox share it.
      environment: null,
    });
    const [view] = viewsOf(ctx, [after], await readCountries(tx, workspace));
    if (view === undefined) throw new Error('a country has no view');
    return view;
  });
}

/** Forgets what was said of a country, so that it follows `default` again; `not_found` when nothing was said. */
export async function removeCountry({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { country: string };
}): Promise<null> {
  const { country } = input;
  if (!isKnown(country)) throw nothingSaid();
  await inWorkspace(ctx, async (tx) => {
    const before = await deleteCountry(tx, ctx.workspace.number, country);
    if (before === undefined) throw nothingSaid();
    await recordAudit(tx, ctx, {
      action: 'country.removed',
      object: objectOf(before),
      before: factsOf(before),
      after: null,
      environment: null,
    });
  });
  return null;
}
