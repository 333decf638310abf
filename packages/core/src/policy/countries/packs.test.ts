import { CountryPack, type PackCase, type PackEffect, type PolicyFacts } from '@signalbox/contracts';
import { describe, expect, it } from 'vitest';
import { isCountry } from '../../audience/index.ts';
import { WORD_LISTS } from '../../screening/index.ts';
import { zonesOfCountry } from '../../zones/index.ts';
import { judgeContent } from '../content-screening.ts';
import { judgeSender } from '../country-sender.ts';
import { hoursFactOf, judgeHours } from '../hours.ts';
import { judgePolicy } from '../judge-policy.ts';
import { legalHours, readLaw } from '../law.ts';
import { COUNTRY_PACKS } from './index.ts';
import { PACK_SOURCES } from './sources.ts';

const ASKED_FOR =
  'IN ID SG MY TH VN PH HK CN KR AU SA AE QA KW JO EG TR NG KE ZA GB FR IT ES IE DE US CA MX BR CO CL AR'.split(' ');
const PACKS = [...COUNTRY_PACKS.values()];

/** A case that says how the sender stands has a registry for its country. */
const registryOf = ({ standing }: PackCase) =>
  standing === undefined ? null : { standing, isKept: true, ownRule: null };

/** What policy says of a case of a pack, of a person who agreed and stands on no list. */
function judgeCase(pack: CountryPack, one: PackCase) {
  const answers = new Map(
    Object.entries(one.answers ?? {}).map(([rule, reading]) => [rule, { reading, exceptions: [] }]),
  );
  const law = readLaw(pack, answers);
  const nowMs = Date.parse(one.at);
  const subject = { class: one.class, channel: 'sms' as const, nowMs };
  const { layers } = legalHours(law, subject);
  const zones = zonesOfCountry(pack.country);
  const facts: PolicyFacts = {
    ...subject,
    expiresAtMs: nowMs + 86_400_000,
    geo: null,
    suppression: null,
    consent: { id: 'c', state: 'granted', source: 'form', atMs: 0 },
    sender: judgeSender(law, one.sender ?? null, subject, registryOf(one)),
    screening: judgeContent(law, { subject: null, body: one.text ?? null, html: null }, subject),
    reach: null,
    registries: [],
    hours: layers.length === 0 ? null : hoursFactOf(judgeHours(layers, zones, nowMs), zones.length),
    cap: null,
    fraud: null,
    template: null,
    dlt: null,
    spend: null,
  };
  const verdict = judgePolicy(facts);
  const by = { sender: facts.sender?.rule, content: facts.screening?.rule, hours: facts.hours?.rule };
  if (verdict.kind === 'send') return { outcome: 'allowed' };
  const rule = verdict.kind === 'hold' ? by.hours : (by.sender ?? by.content ?? by.hours);
  if (verdict.kind === 'stop') return { outcome: 'stopped', rule: rule?.replace('law/', '') };
  return {
    outcome: 'held',
    rule: rule?.replace('law/', ''),
    until: new Date(verdict.untilMs).toISOString().replace('.000', ''),
  };
}

describe('country packs', () => {
  it('are there for every country that was asked for', () => {
    expect([...COUNTRY_PACKS.keys()].toSorted()).toEqual(ASKED_FOR.toSorted());
    expect(ASKED_FOR.every(isCountry)).toBe(true);
  });

  describe.each(PACKS)('$country', (pack) => {
    it('has the form of a pack, with each rule and each reading once, and a source for each', () => {
      expect(CountryPack.parse(pack)).toEqual(pack);
      const ids = pack.rules.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const rule of pack.rules) {
        expect(rule.id.startsWith(`${pack.country}.`)).toBe(true);
        expect(new Set(rule.readings.map(({ id }) => id)).size).toBe(rule.readings.length);
        for (const tag of rule.readings.flatMap(({ sources }) => sources)) expect(PACK_SOURCES).toHaveProperty([tag]);
      }
    });

    it('calls disputed what has readings that differ, and confirmed only what a law, an authority or a register says', () => {
      for (const rule of pack.rules) {
        expect(rule.confidence === 'disputed').toBe(rule.readings.length > 1);
        if (rule.confidence !== 'confirmed') continue;
        const kinds = rule.readings.flatMap(({ sources }) => sources).map((tag) => PACK_SOURCES[tag]?.kind ?? '');
        expect(kinds.some((kind) => ['law', 'authority', 'register'].includes(kind))).toBe(true);
      }
    });

    it('keeps hours of marketing alone, in zones the country has, names lists there are, and ends a rule after it begins', () => {
      const zones = zonesOfCountry(pack.country);
      for (const { readings, classes, from, until } of pack.rules) {
        if (from !== null && until !== null) expect(from < until).toBe(true);
        for (const effect of readings.flatMap(({ effects }) => effects)) {
          if (effect.kind === 'words') expect([...WORD_LISTS.keys()]).toEqual(expect.arrayContaining(effect.lists));
          if (effect.kind !== 'hours') continue;
          expect(classes).toEqual(['marketing']);
          expect(zones).toEqual(expect.arrayContaining(effect.zones ?? []));
          for (const { from: opens, to } of effect.spans) expect(opens < to).toBe(true);
        }
      }
    });

    it.each(pack.cases)('$name', (one) => {
      const { outcome, rule, until } = one;
      expect(judgeCase(pack, one)).toEqual({
        outcome,
        ...(rule === undefined ? {} : { rule }),
        ...(until === undefined ? {} : { until }),
      });
    });
  });

  it('show by a case of their own every rule that policy acts on for texts', () => {
    const untested = PACKS.flatMap((pack) => {
      const shown = new Set(pack.cases.flatMap(({ rule }) => rule ?? []));
      // Caps are shown where they are counted.
      const acting = ['hours', 'sender', 'affix', 'wording', 'links', 'phones', 'words'];
      // A label or a replacement is shown and stops nothing.
      const acts = (effect: PackEffect) =>
        acting.includes(effect.kind) || (effect.kind === 'registration' && effect.unregistered === 'blocked');
      return pack.rules
        .filter(({ channels }) => channels.includes('sms'))
        .filter(({ readings }) => readings.some(({ effects }) => effects.some(acts)))
        .flatMap(({ id }) => (shown.has(id) ? [] : [id]));
    });
    expect(untested).toEqual([]);
  });
});
