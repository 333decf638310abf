import { definePack, EVERY_CLASS, EVERY_DAY, hours, open, reads, registration } from './define-pack.ts';

/** United Arab Emirates. */
export const AE = definePack(
  'AE',
  2,
  {
    hours: {
      topic: 'hours',
      confidence: 'disputed',
      readings: [
        reads(
          'telemarketing_law',
          'From 09:00 to 18:00: the telemarketing law, whose definition includes marketing texts, from 27 August 2024.',
          ['AE-56-2024'],
          hours(open(EVERY_DAY, '09:00', '18:00')),
        ),
        reads(
          'operators',
          'From 07:00 to 21:00; operators queue what comes outside.',
          ['Twilio-AE', 'Nexmo-AE'],
          hours(open(EVERY_DAY, '07:00', '21:00')),
        ),
      ],
    },
    call_hours: {
      topic: 'hours',
      channels: ['voice'],
      from: '2024-08-27',
      confidence: 'reported',
      readings: [
        reads(
          'telemarketing_law',
          'Calls go from 09:00 to 18:00.',
          ['AE-56-2024'],
          hours(open(EVERY_DAY, '09:00', '18:00')),
        ),
      ],
    },
    sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [
        reads(
          'registered',
          'Senders are registered with each operator (e& and du).',
          ['Twilio-AE', 'Nexmo-AE'],
          registration({ perNetwork: true }),
        ),
      ],
    },
    affix: {
      topic: 'sender',
      from: '2020-11-03',
      confidence: 'reported',
      readings: [
        reads('ad', 'The sender of promotions begins with AD-, within the 11 characters.', ['Twilio-AE', 'Nexmo-AE'], {
          kind: 'affix',
          at: 'start',
          text: 'AD-',
        }),
      ],
    },
    content: {
      topic: 'links',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [
        reads('restricted', 'Links, phone numbers and links to chats are restricted; crypto and gambling are banned.', [
          'Twilio-AE',
          'Nexmo-AE',
        ]),
      ],
    },
    opt_out: {
      topic: 'opt_out',
      confidence: 'reported',
      readings: [
        reads('short_code', 'People write "B sender" to 7726; numbers are checked against the DNCR.', [
          'Twilio-AE',
          'Nexmo-AE',
        ]),
      ],
    },
    consent: {
      topic: 'consent',
      confidence: 'reported',
      readings: [
        reads('two_years', 'Proof of consent is kept for two years.', ['Twilio-AE', 'Nexmo-AE', 'AE-56-2024']),
      ],
    },
  },
  [
    {
      name: 'a text at seven in the evening, by the strict reading',
      at: '2026-03-02T15:00:00Z',
      class: 'marketing',
      sender: 'AD-ACME',
      outcome: 'held',
      rule: 'AE.hours',
      until: '2026-03-03T05:00:00Z',
    },
    {
      name: 'the same for who goes by the operators',
      at: '2026-03-02T15:00:00Z',
      class: 'marketing',
      sender: 'AD-ACME',
      answers: { 'AE.hours': 'operators' },
      outcome: 'allowed',
    },
    {
      name: 'a promotion from a sender without its prefix',
      at: '2026-03-02T08:00:00Z',
      class: 'marketing',
      sender: 'ACME',
      outcome: 'stopped',
      rule: 'AE.affix',
    },
    {
      name: 'a sender that was rejected',
      at: '2026-03-03T09:00:00Z',
      class: 'transactional',
      sender: 'ACME',
      standing: 'rejected',
      outcome: 'stopped',
      rule: 'AE.sender',
    },
  ],
);
