import { definePack, EVERY_CLASS, EVERY_DAY, hours, open, reads } from './define-pack.ts';

/** India. Entities, headers and templates are matters of DLT; here stands what holds whatever the template. */
export const IN = definePack(
  'IN',
  1,
  {
    hours: {
      topic: 'hours',
      from: '2025-10-13',
      confidence: 'disputed',
      readings: [
        reads(
          'from_ten',
          'Promotional texts, those by explicit consent included, go from 10:00 to 21:00 (Jio from 13 October 2025, Vi from 17 October).',
          ['SMSGatewayHub-Time'],
          hours(open(EVERY_DAY, '10:00', '21:00')),
        ),
        reads(
          'from_nine',
          'Older texts let the day begin at 09:00.',
          ['Unofficial'],
          hours(open(EVERY_DAY, '09:00', '21:00')),
        ),
      ],
    },
    preference: {
      topic: 'consent',
      confidence: 'confirmed',
      readings: [
        reads(
          'registered',
          'Subscribers register what they want to get, by category, mode, day and time, with 1909; a registered consent goes before it.',
          ['TRAI-Pref', 'TRAI-2A'],
        ),
      ],
    },
    mixed: {
      topic: 'content',
      confidence: 'confirmed',
      readings: [reads('promotional', 'A text of mixed content counts as promotional.', ['TRAI-2A'])],
    },
    sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      confidence: 'confirmed',
      readings: [
        reads(
          'registered',
          'Senders (headers) are registered on the ledgers of the operators and belong to one entity.',
          ['TRAI-2A'],
        ),
      ],
    },
    suffix: {
      topic: 'sender',
      classes: EVERY_CLASS,
      from: '2025-05-06',
      confidence: 'reported',
      readings: [
        reads('by_operator', 'The operator shows -P, -S, -T or -G behind the header; the header is submitted bare.', [
          'SMSAlert',
        ]),
      ],
    },
    brand: {
      topic: 'wording',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [reads('in_text', 'The name of the brand must stand in the text.', ['Kaleyra-DLT'])],
    },
    links: {
      topic: 'links',
      classes: EVERY_CLASS,
      from: '2024-10-01',
      confidence: 'reported',
      readings: [
        reads(
          'whitelisted',
          'Links and numbers to call must be on the whitelist; generic shorteners are refused.',
          ['Zoho-CTA', 'MSG91-CTA', 'Twilio-IN'],
          { kind: 'links', policy: 'no_shortener' },
        ),
      ],
    },
    parts: {
      topic: 'technique',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [reads('ids_on_all', 'Every part of a long text must carry the DLT ids.', ['Operator-Codes'])],
    },
  },
  [
    {
      name: 'a quarter to ten in the zone of half an hour',
      at: '2026-03-02T04:15:00Z',
      class: 'marketing',
      outcome: 'held',
      rule: 'IN.hours',
      until: '2026-03-02T04:30:00Z',
    },
    { name: 'the afternoon', at: '2026-03-02T12:00:00Z', class: 'marketing', outcome: 'allowed' },
    {
      name: 'the last ten minutes',
      at: '2026-03-02T15:25:00Z',
      class: 'marketing',
      outcome: 'held',
      rule: 'IN.hours',
      until: '2026-03-03T04:30:00Z',
    },
    {
      name: 'a quarter to ten for who reads the older text',
      at: '2026-03-02T04:15:00Z',
      class: 'marketing',
      answers: { 'IN.hours': 'from_nine' },
      outcome: 'allowed',
    },
    { name: 'the night before it came into force', at: '2025-10-11T20:00:00Z', class: 'marketing', outcome: 'allowed' },
    { name: 'a code at night', at: '2026-03-02T20:00:00Z', class: 'otp', outcome: 'allowed' },
    { name: 'an order at night', at: '2026-03-02T20:00:00Z', class: 'transactional', outcome: 'allowed' },
    {
      name: 'a link that is shortened',
      at: '2026-03-02T12:00:00Z',
      class: 'otp',
      text: 'Your code is 123456, see bit.ly/x1',
      outcome: 'stopped',
      rule: 'IN.links',
    },
  ],
);
