import { REASONS, TimelineKind } from '@signalbox/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLOCKED, EXCLUSIONS } from './exclusions.ts';
import { duration } from './facts.ts';
import { type ExplainedStep, sentenceFor } from './sentence-for.ts';

const say = (kind: ExplainedStep['kind'], facts: ExplainedStep['facts'], rest: Partial<ExplainedStep> = {}): string =>
  sentenceFor({ kind, result: 'info', code: null, state: null, facts, ...rest });

describe('sentenceFor', () => {
  it.each<[ExplainedStep['kind'], ExplainedStep['facts'], Partial<ExplainedStep>, string]>([
    [
      'accept',
      { channel: 'sms', class: 'otp', parts: 1 },
      {},
      'Accepted as otp sms of 1 part; it is stored and will not be lost.',
    ],
    ['normalise', { given: '+52 55', to: '+5255', country: 'MX' }, {}, '"+52 55" was read as +5255, a number of MX.'],
    ['normalise', { given: 'a@b.co', to: 'a@b.co' }, {}, 'The address is a@b.co.'],
    ['schedule', { send_at: '2026-11-24T09:00:00Z' }, {}, 'Waits until 2026-11-24T09:00:00Z.'],
    ['suppression', {}, { result: 'pass' }, 'The address is not on the suppression list.'],
    [
      'suppression',
      { since: '2026-11-01', reason: 'STOP' },
      { result: 'fail' },
      'Stopped: the address is on the suppression list since 2026-11-01 (STOP).',
    ],
    ['consent', {}, { result: 'info' }, 'This class of traffic does not need a consent for marketing.'],
    [
      'consent',
      { at: '2026-01-01', source: 'form' },
      { result: 'pass' },
      'Consent for marketing was granted at 2026-01-01 (form).',
    ],
    [
      'consent',
      { state: 'withdrawn', at: '2026-02-01' },
      { result: 'fail' },
      'Stopped: the consent for marketing was withdrawn at 2026-02-01.',
    ],
    ['consent', {}, { result: 'fail' }, 'Stopped: there is no consent for marketing to this address.'],
    [
      'limits',
      { used: 2, limit: 3, window_seconds: 86_400 },
      { result: 'pass' },
      'Message 2 of the 3 messages in 24 hours that the cap allows.',
    ],
    [
      'limits',
      { limit: 1, window_seconds: 604_800 },
      { result: 'fail' },
      'Stopped: the person already got the 1 message in 7 days that the cap allows.',
    ],
    ['limits', {}, {}, 'No frequency cap applies.'],
    [
      'consent',
      { state: 'withdrawn', source: 'preference page', topic: 'offers' },
      { result: 'fail' },
      'Stopped: the consent for marketing about “offers” was withdrawn (preference page).',
    ],
    [
      'limits',
      {
        ...{ cap: 'Offers', used: 2, limit: 2, calendar: 'day', time_zone: 'Asia/Tokyo', zone_of: 'recipient' },
        ...{ because: 'limit', eligible_again_at: '2026-11-28T15:00:00.000Z' },
      },
      { result: 'wait' },
      'Held: the person already got the 2 messages in a day in Asia/Tokyo (the zone of the recipient) that the cap "Offers" allows; there is room again at 2026-11-28T15:00:00.000Z.',
    ],
    [
      'limits',
      { limit: null, used: 1, min_gap_seconds: 3600, because: 'gap' },
      { result: 'fail' },
      'Stopped: the cap keeps 1 hour between two messages to one person.',
    ],
    [
      'limits',
      { cap: 'Offers', limit: 3, window_seconds: 86_400, used: 2, kept: 1, because: 'kept' },
      { result: 'fail' },
      'Stopped: of the 3 messages in 24 hours that the cap "Offers" allows, 1 message is kept for others.',
    ],
    [
      'limits',
      { limit: 3, window_seconds: 60, counted_only: true },
      { result: 'pass' },
      'It counts towards the cap and is not stopped by it.',
    ],
    [
      'hours',
      { source: 'country/GB', local_time: '2026-11-27T21:05', time_zone: 'Europe/London', zones: 1 },
      { result: 'wait', code: 'policy.quiet_hours' },
      'Held: it is 21:05 in Europe/London, outside the hours for marketing to GB, whose last ten minutes are not used.',
    ],
    [
      'hours',
      { source: 'person/cns_1', local_time: '2026-11-27T21:05', time_zone: 'Europe/London', zones: 1 },
      { result: 'wait', code: 'policy.quiet_hours' },
      'Held: it is 21:05 in Europe/London, outside the hours for marketing that the person wants, whose last ten minutes are not used.',
    ],
    [
      'hours',
      { source: 'country/default', local_time: '2026-11-27T10:05', time_zone: 'America/New_York', zones: 29 },
      { result: 'pass' },
      'The hours are kept: it is 10:05 in America/New_York, one of 29 time zones the recipient may be in, within those for marketing to all other countries.',
    ],
    [
      'hours',
      { source: 'country/RU', zones: 26 },
      { result: 'fail' },
      'Stopped: the hours for marketing to RU never come in all 26 time zones of the recipient at once.',
    ],
    [
      'hold',
      { eligible_again_at: '2026-11-28T09:00:00.000Z', released_at: '2026-11-28T09:02:10.000Z' },
      { result: 'wait', state: 'held' },
      'Held until 2026-11-28T09:00:00.000Z; it is judged afresh at 2026-11-28T09:02:10.000Z.',
    ],
    [
      'hold',
      { eligible_again_at: '2026-11-28T09:00:00.000Z', released_at: '2026-11-27T23:00:00.000Z' },
      { result: 'wait', state: 'held' },
      'Held: it may go from 2026-11-28T09:00:00.000Z, which is after the end of its validity.',
    ],
    [
      'validity',
      { expires_at: '2026-11-24' },
      { result: 'fail' },
      'Stopped: the validity ended at 2026-11-24 before the message could be sent.',
    ],
    [
      'content',
      { encoding: 'gsm7', parts: 2, units: 161 },
      { result: 'pass' },
      'The text takes 2 parts in GSM-7 (161 units).',
    ],
    [
      'content',
      {},
      { result: 'fail', code: 'content.url_not_allowed' },
      'The content cannot be sent: a link in the text is not allowed.',
    ],
    ['route.candidates', { open: 2, total: 5 }, { result: 'pass' }, '2 of 5 routes may carry the message.'],
    ['route.candidates', { open: 0, total: 5 }, { result: 'wait', code: 'all_down' }, BLOCKED.all_down],
    [
      'route.pick',
      { route: 'MX direct', provider: 'Norte', probability: 0.75, draw: 3_221_225_472, config_version: 12 },
      {},
      'Chose Norte by route MX direct with a chance of 75 % (draw 3221225472, configuration 12).',
    ],
    [
      'route.pick',
      { route: 'MX direct', provider: 'Norte', draw: 7, experiment: 'exp_1', arm: 'challenger' },
      {},
      'Chose Norte by route MX direct (draw 7, challenger of exp_1).',
    ],
    [
      'route.pick',
      { route: 'MX direct', provider: 'Norte', draw: 7, model_version: 12, model: 'thin' },
      {},
      'Chose Norte by route MX direct (draw 7, success model 12, which knows too little here).',
    ],
    [
      'attempt.start',
      { attempt: 2, route: 'MX direct', provider: 'Norte' },
      {},
      'Attempt 2 was handed to Norte by route MX direct.',
    ],
    ['attempt.answer', { answer: 'accepted', provider: 'Norte' }, { result: 'pass' }, 'Norte accepted the message.'],
    [
      'attempt.answer',
      { answer: 'rejected', provider: 'Norte', raw: '0x0B' },
      { result: 'fail', code: 'recipient.invalid_address' },
      'Norte refused the message: the address cannot exist (it said: 0x0B).',
    ],
    [
      'attempt.answer',
      { answer: 'throttled', retry_after_ms: 5_000 },
      { result: 'wait' },
      'The provider asked to slow down for 5 seconds.',
    ],
    [
      'attempt.answer',
      { answer: 'unsent', provider: 'Norte' },
      { result: 'fail', code: 'provider.unavailable' },
      'Nothing was sent to Norte: the provider could not be reached; nothing was sent.',
    ],
    [
      'attempt.unknown',
      { provider: 'Norte', class: 'transactional' },
      { result: 'unknown' },
      'Norte did not answer; it is not known whether it sent the message; for this class it is not sent again, and a receipt may still tell.',
    ],
    [
      'failover',
      { from: 'MX direct' },
      { code: 'account.credit' },
      'Another route is tried after MX direct: our account at the provider has no credit.',
    ],
    ['failover', { same_route: true, wait_ms: 8_000 }, {}, 'The same route is tried again in 8 seconds.'],
    [
      'receipt',
      { verdict: 'delivered', part: 1, parts: 2 },
      { result: 'pass' },
      'A receipt says that part 1 of 2 was delivered.',
    ],
    [
      'receipt',
      { verdict: 'undelivered' },
      { code: 'recipient.absent' },
      'A receipt says that the message was not delivered: the phone is switched off or out of reach.',
    ],
    ['cancel', {}, {}, 'The caller canceled the message before an attempt was claimed.'],
    [
      'final',
      { parts_delivered: 1, parts_total: 2 },
      { state: 'undelivered' },
      'The message is undelivered with 1 of 2 parts delivered.',
    ],
    [
      'final',
      {},
      { state: 'failed', code: 'platform.no_route' },
      'The message is failed: no route may carry this message.',
    ],
    [
      'correction',
      { from: 'unknown', to: 'delivered' },
      { state: 'delivered' },
      'A later receipt corrected the state from unknown to delivered.',
    ],
  ])('%s with %j', (kind, facts, rest, expected) => {
    expect(say(kind, facts, rest)).toBe(expected);
  });

  it('makes one sentence of every kind, code and evidence, and never prints what is missing or not plain', () => {
    const code = fc.option(
      fc.oneof(fc.constantFrom(...Object.keys(REASONS)), fc.constantFrom('no_route', 'all_down', 'other', '__proto__')),
    );
    const names = fc.constantFrom(
      'channel',
      'class',
      'parts',
      'to',
      'given',
      'country',
      'send_at',
      'local_time',
      'time_zone',
      'zones',
      'eligible_again_at',
      'released_at',
      'since',
      'reason',
      'state',
      'source',
      'at',
      'limit',
      'used',
      'window_seconds',
      'expires_at',
      'encoding',
      'units',
      'open',
      'total',
      'route',
      'provider',
      'probability',
      'draw',
      'attempt',
      'answer',
      'raw',
      'retry_after_ms',
      'from',
      'wait_ms',
      'same_route',
      'verdict',
      'part',
      'parts_delivered',
      'parts_total',
    );
    const value = fc.oneof(
      fc.constantFrom<unknown>(null, undefined, Number.NaN, {}, [], '', { toString: null }, 'constructor', '__proto__'),
      fc.nat(100),
      fc.stringMatching(/^[a-z]{1,8}$/),
    );
    const facts = fc.dictionary(names, value, { noNullPrototype: true });
    const result = fc.constantFrom('pass', 'fail', 'info', 'wait', 'unknown');
    fc.assert(
      fc.property(fc.constantFrom(...TimelineKind.options), facts, code, result, (kind, evidence, why, outcome) => {
        const sentence = sentenceFor({ kind, facts: evidence, code: why, result: outcome, state: null });
        expect(sentence).toMatch(/^\S.*\.$/);
        expect(sentence).not.toMatch(/undefined|null|NaN|\[object|function|\{\}| {2}|\.\.$/);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('duration', () => {
  it.each([
    [1, '1 second'],
    [0.5, '0.5 seconds'],
    [90, '90 seconds'],
    [300, '5 minutes'],
    [86_400, '24 hours'],
    [604_800, '7 days'],
  ])('%d seconds read %s', (seconds, text) => {
    expect(duration(seconds)).toBe(text);
  });
});

describe('the sentences of exclusions', () => {
  it('are one sentence each', () => {
    for (const text of [...Object.values(EXCLUSIONS), ...Object.values(BLOCKED)])
      expect(text).toMatch(/^[A-Z][^.]*\.$/);
  });
});
