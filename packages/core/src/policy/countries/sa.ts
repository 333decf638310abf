import { definePack, EVERY_CLASS, EVERY_DAY, hours, open, reads, registration } from './define-pack.ts';

/** Saudi Arabia. */
export const SA = definePack(
  'SA',
  2,
  {
    hours: {
      topic: 'hours',
      confidence: 'disputed',
      readings: [
        reads(
          'strict',
          'From 09:00 to 20:00: within the hours of all who publish any.',
          ['Cautious', 'Msegat', 'Tawasol', 'Unifonic-Comp'],
          hours(open(EVERY_DAY, '09:00', '20:00')),
        ),
        reads(
          'not_at_night',
          'Not between 22:00 and 08:00.',
          ['Msegat', 'Tawasol'],
          hours(open(EVERY_DAY, '08:00', '22:00')),
        ),
        reads('nine_to_ten', 'From 09:00 to 22:00.', ['Unifonic-Comp'], hours(open(EVERY_DAY, '09:00', '22:00'))),
        reads('seven_to_nine', 'From 07:00 to 21:00.', ['Unifonic-Comp'], hours(open(EVERY_DAY, '07:00', '21:00'))),
      ],
    },
    sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [
        reads(
          'registered',
          'Senders are registered, others fail; numbers and generic names are not possible, and the class is declared.',
          ['Unifonic-Comp', '8x8-SA'],
          { kind: 'sender', refused: ['numeric'] },
          registration(),
        ),
      ],
    },
    affix: {
      topic: 'sender',
      confidence: 'reported',
      readings: [
        reads('ad', 'The sender of promotions ends with -AD, within the 11 characters.', ['Unifonic-Comp', 'Mapp'], {
          kind: 'affix',
          at: 'end',
          text: '-AD',
        }),
      ],
    },
    origin: {
      topic: 'origin',
      confidence: 'reported',
      readings: [
        reads('domestic', 'Parties outside the kingdom send service and personal messages only.', ['Unifonic-Comp']),
      ],
    },
    links: {
      topic: 'links',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [
        reads('whitelisted', 'The hosts of links are whitelisted; generic shorteners are refused.', ['Unifonic-Comp'], {
          kind: 'links',
          policy: 'no_shortener',
        }),
      ],
    },
    content: {
      topic: 'content',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [
        reads('bans', 'Alcohol, politics, religion and gambling are banned.', [
          'Unifonic-Comp',
          'Msegat',
          'Tawasol',
          '8x8-SA',
          'Mapp',
        ]),
      ],
    },
    opt_out: {
      topic: 'opt_out',
      confidence: 'reported',
      readings: [
        reads(
          'footer',
          'The text says how to opt out, such as "send 3311 to 900"; it is honoured within 24 hours, and a Do Not Disturb list is kept.',
          ['Unifonic-Comp', 'Msegat', 'Tawasol', '8x8-SA', 'Mapp'],
        ),
      ],
    },
  },
  [
    {
      name: 'half past eight in the morning',
      at: '2026-03-02T05:30:00Z',
      class: 'marketing',
      sender: 'ACME-AD',
      outcome: 'held',
      rule: 'SA.hours',
      until: '2026-03-02T06:00:00Z',
    },
    {
      name: 'half past eight for who goes by the CITC as it is quoted',
      at: '2026-03-02T05:30:00Z',
      class: 'marketing',
      sender: 'ACME-AD',
      answers: { 'SA.hours': 'not_at_night' },
      outcome: 'allowed',
    },
    {
      name: 'a promotion from a sender without its suffix',
      at: '2026-03-02T10:00:00Z',
      class: 'marketing',
      sender: 'ACME',
      outcome: 'stopped',
      rule: 'SA.affix',
    },
    {
      name: 'an order from a number',
      at: '2026-03-02T20:00:00Z',
      class: 'transactional',
      sender: '+966501234567',
      outcome: 'stopped',
      rule: 'SA.sender',
    },
    {
      name: 'an order from a sender without a suffix',
      at: '2026-03-02T20:00:00Z',
      class: 'transactional',
      sender: 'ACME',
      outcome: 'allowed',
    },
    {
      name: 'a link that is shortened, with a letter of another script',
      at: '2026-03-02T10:00:00Z',
      class: 'transactional',
      text: 'Acme bіt.ly/abc',
      outcome: 'stopped',
      rule: 'SA.links',
    },
    {
      name: 'a sender that was rejected',
      at: '2026-03-03T09:00:00Z',
      class: 'transactional',
      sender: 'ACME',
      standing: 'rejected',
      outcome: 'stopped',
      rule: 'SA.sender',
    },
  ],
);
