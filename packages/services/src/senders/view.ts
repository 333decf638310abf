import {
  type CountryPack,
  encodeId,
  type PackEffect,
  SENDER_WARN_DAYS,
  type SenderView,
  type SenderWarning,
} from '@signalbox/contracts';
import { COUNTRY_PACKS, holdsFor, type LegalRule, shownHeader, shownSender, statusOn } from '@signalbox/core';
import type { DltRow, SenderRow } from '@signalbox/db';
import type { LawBook } from '../config/laws.ts';
import { dayOf, statusOfHeader } from '../config/senders.ts';

const DAY_MS = 86_400_000;
type Registration = LegalRule<Extract<PackEffect, { kind: 'registration' }>>;

/** What countries ask of senders, and the day it is judged by. */
export interface SenderRules {
  laws: LawBook;
  nowMs: number;
}

/** The rules of a country about registration that are in force for a class; all classes when none is named. */
export function registrationRules(
  { laws, nowMs }: SenderRules,
  country: string,
  trafficClass: SenderRow['class'],
): readonly Registration[] {
  const subject = { class: trafficClass ?? 'transactional', channel: 'sms' as const, nowMs };
  return laws(country)?.registration.filter((rule) => holdsFor(rule, subject)) ?? [];
}

/** The countries whose packs speak of registration. */
export const registeringCountries = (): string[] =>
  [...COUNTRY_PACKS.values()].filter(asksRegistration).map(({ country }) => country);

const asksRegistration = ({ rules }: CountryPack): boolean =>
  rules.some(({ readings }) =>
    readings.some(({ effects }) => effects.some((effect) => effect.kind === 'registration')),
  );

/** A sender as it is shown on a day, with what the law of its country makes of it. */
export function senderView(row: SenderRow, rules: SenderRules): SenderView {
  const status = statusOn(row, dayOf(rules.nowMs));
  const subject = { class: row.class ?? ('transactional' as const), channel: row.channel, nowMs: rules.nowMs };
  const idleOn = idleDay(row, rules);
  return {
    id: encodeId('sender', row.id),
    kept: 'registry',
    channel: row.channel,
    country: row.country,
    network: row.network,
    class: row.class,
    sender: row.sender,
    kind: row.kind,
    status,
    usable: status === 'registered',
    reference: row.reference,
    registered_on: row.registeredOn,
    expires_on: row.expiresOn,
    affix: row.affix,
    documents: row.documents,
    notes: row.notes,
    last_used_on: row.lastUsedOn,
    idle_on: idleOn,
    shown: shownSender(rules.laws(row.country), row.sender, subject, { standing: status, affix: row.affix }),
    warnings: warningsOf({ expiresOn: row.expiresOn, idleOn, counts: row.status === 'registered' }, rules.nowMs),
    version: row.version,
    updated_at: row.updatedAt.toISOString(),
  };
}

/** A header of India among the senders: it is kept with the ledgers. */
export function headerView(row: DltRow & { header: string }, nowMs: number): SenderView {
  const status = statusOn({ status: statusOfHeader(row.status), expiresOn: row.expiresOn }, dayOf(nowMs));
  return {
    id: encodeId('dltEntry', row.id),
    kept: 'dlt',
    channel: 'sms',
    country: 'IN',
    network: null,
    class: null,
    sender: row.header,
    kind: 'header',
    status,
    usable: status === 'registered',
    reference: row.entityId,
    registered_on: null,
    expires_on: row.expiresOn,
    affix: null,
    documents: [],
    notes: '',
    last_used_on: null,
    idle_on: null,
    // Which suffix it gets is told by the template: service messages are what most headers send.
    shown: {
      ...{ look: 'affixed', text: shownHeader(row.header, 'service_implicit'), by: null, tail: null },
      rules: ['IN.suffix'],
    },
    warnings: warningsOf({ expiresOn: row.expiresOn, idleOn: null, counts: row.status === 'active' }, nowMs),
    version: row.version,
    updated_at: new Date(row.updatedAtMs).toISOString(),
  };
}

/** The day a country drops a sender that is not used before; null where it drops none, or nobody knows since when it stands. */
function idleDay(row: SenderRow, rules: SenderRules): string | null {
  if (row.status !== 'registered') return null;
  const days = registrationRules(rules, row.country, row.class).flatMap(({ effect }) => effect.idleDays ?? []);
  const since = [row.lastUsedOn, row.registeredOn]
    .filter((day) => day !== null)
    .toSorted()
    .at(-1);
  if (days.length === 0 || since === undefined) return null;
  return dayOf(Date.parse(since) + Math.min(...days) * DAY_MS);
}

/** What should be looked at within the time of a warning, the soonest first. */
function warningsOf(
  { expiresOn, idleOn, counts }: { expiresOn: string | null; idleOn: string | null; counts: boolean },
  nowMs: number,
): SenderWarning[] {
  if (!counts) return [];
  const today = Date.parse(dayOf(nowMs));
  const ends = [
    { on: expiresOn, ahead: 'expires', past: 'expired' },
    { on: idleOn, ahead: 'idle', past: 'dropped' },
  ] as const;
  return ends
    .flatMap(({ on, ahead, past }): SenderWarning[] => {
      if (on === null) return [];
      const daysLeft = Math.round((Date.parse(on) - today) / DAY_MS);
      if (daysLeft > SENDER_WARN_DAYS) return [];
      return [{ code: daysLeft < 0 ? past : ahead, on, days_left: daysLeft }];
    })
    .toSorted((one, other) => one.days_left - other.days_left);
}
