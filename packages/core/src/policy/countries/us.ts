import { definePack, EVERY_CLASS, EVERY_DAY, hours, MON_TO_SAT, open, reads } from './define-pack.ts';

/** United States. */
export const US = definePack(
  'US',
  1,
  {
    hours: {
      topic: 'hours',
      confidence: 'confirmed',
      readings: [
        reads(
          'federal',
          'From 08:00 to 21:00 where the person is, 47 CFR 64.1200(c)(1).',
          ['FCC-TCPA'],
          hours(open(EVERY_DAY, '08:00', '21:00')),
        ),
      ],
    },
    hours_tx: {
      topic: 'hours',
      confidence: 'confirmed',
      readings: [
        reads(
          'texas',
          'Texas: Monday to Saturday from 09:00 to 21:00, Sunday from 12:00 to 21:00. A number does not tell the state, so it is kept in the zones of Texas for all.',
          ['TX-SB140', 'Cautious'],
          {
            kind: 'hours',
            spans: [open(MON_TO_SAT, '09:00', '21:00'), open([7], '12:00', '21:00')],
            zones: ['America/Chicago', 'America/Denver'],
            holidays: false,
          },
        ),
      ],
    },
    hours_fl: {
      topic: 'hours',
      confidence: 'unverified',
      readings: [
        reads(
          'florida',
          'Florida: from 08:00 to 20:00. A number does not tell the state, so it is kept in the zones of Florida for all.',
          ['Unofficial', 'Cautious'],
          {
            kind: 'hours',
            spans: [open(EVERY_DAY, '08:00', '20:00')],
            zones: ['America/New_York', 'America/Chicago'],
            holidays: false,
          },
        ),
      ],
    },
    hours_ok: {
      topic: 'hours',
      confidence: 'unverified',
      readings: [
        reads(
          'oklahoma',
          'Oklahoma: from 08:00 to 20:00. A number does not tell the state, so it is kept in the zone of Oklahoma for all.',
          ['Unofficial', 'Cautious'],
          { kind: 'hours', spans: [open(EVERY_DAY, '08:00', '20:00')], zones: ['America/Chicago'], holidays: false },
        ),
      ],
    },
    sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [
        reads(
          'numbers',
          'Names are not possible: texts come from 10DLC numbers with a brand and a campaign, verified toll-free numbers, or short codes.',
          ['Twilio-US'],
          { kind: 'sender', refused: ['alphanumeric'] },
        ),
      ],
    },
    consent: {
      topic: 'consent',
      confidence: 'reported',
      readings: [
        reads('levels', 'Conversations need implied, information express, and promotion express written consent.', [
          'CTIA',
        ]),
      ],
    },
    opt_out: {
      topic: 'opt_out',
      from: '2025-04-11',
      confidence: 'confirmed',
      readings: [
        reads(
          'any_means',
          'People revoke by any reasonable means, always by stop, quit, end, revoke, opt out, cancel and unsubscribe; it is honoured within 10 business days.',
          ['FCC-24-24', 'FCC-Waiver'],
        ),
      ],
    },
    confirmation: {
      topic: 'opt_out',
      from: '2024-04-04',
      confidence: 'confirmed',
      readings: [
        reads('one', 'One confirmation without marketing may follow an opt-out, within five minutes.', ['FR-2024']),
      ],
    },
    revoke_all: {
      topic: 'opt_out',
      from: '2027-01-31',
      confidence: 'confirmed',
      readings: [
        reads(
          'all',
          'To revoke one is to revoke all messages that are unrelated; waived until 31 January 2027, which may move again.',
          ['FCC-Waiver'],
        ),
      ],
    },
    links: {
      topic: 'links',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [
        reads('no_shortener', 'Public shorteners are not used.', ['CTIA', 'Twilio-US'], {
          kind: 'links',
          policy: 'no_shortener',
        }),
      ],
    },
    content: {
      topic: 'content',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [reads('shaft', 'Sex, hate, alcohol, firearms and tobacco are limited.', ['CTIA', 'Twilio-US'])],
    },
  },
  [
    {
      name: 'a weekday morning: eight in Honolulu decides',
      at: '2026-07-06T17:00:00Z',
      class: 'marketing',
      outcome: 'held',
      rule: 'US.hours',
      until: '2026-07-06T18:00:00Z',
    },
    { name: 'an afternoon in all zones', at: '2026-07-06T20:00:00Z', class: 'marketing', outcome: 'allowed' },
    {
      name: 'Florida closes at eight',
      at: '2026-07-07T00:30:00Z',
      class: 'marketing',
      outcome: 'held',
      rule: 'US.hours_fl',
      until: '2026-07-07T18:00:00Z',
    },
    {
      name: 'Oklahoma closes at eight for who holds Florida for open',
      at: '2026-07-07T01:30:00Z',
      class: 'marketing',
      answers: { 'US.hours_fl': 'none' },
      outcome: 'held',
      rule: 'US.hours_ok',
      until: '2026-07-07T18:00:00Z',
    },
    {
      name: 'a Sunday in winter: noon in the west of Texas decides',
      at: '2026-01-11T18:30:00Z',
      class: 'marketing',
      outcome: 'held',
      rule: 'US.hours_tx',
      until: '2026-01-11T19:00:00Z',
    },
    {
      name: 'a Sunday noon in Denver, when Texas opens',
      at: '2026-07-05T18:30:00Z',
      class: 'marketing',
      outcome: 'allowed',
    },
    {
      name: 'a Sunday an hour before',
      at: '2026-07-05T17:59:00Z',
      class: 'marketing',
      outcome: 'held',
      rule: 'US.hours',
      until: '2026-07-05T18:00:00Z',
    },
    {
      name: 'a sender that is a name',
      at: '2026-07-06T20:00:00Z',
      class: 'transactional',
      sender: 'ACME',
      outcome: 'stopped',
      rule: 'US.sender',
    },
    {
      name: 'a sender that is a number',
      at: '2026-07-06T20:00:00Z',
      class: 'transactional',
      sender: '+12025550123',
      outcome: 'allowed',
    },
    {
      name: 'a link that is shortened',
      at: '2026-07-06T20:00:00Z',
      class: 'transactional',
      text: 'Acme: http://bit.ly/abc',
      outcome: 'stopped',
      rule: 'US.links',
    },
  ],
);
