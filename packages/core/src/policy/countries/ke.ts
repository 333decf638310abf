import { definePack, EVERY_CLASS, EVERY_DAY, hours, open, reads, registration } from './define-pack.ts';

/** Kenya. */
export const KE = definePack(
  'KE',
  2,
  {
    hours: {
      topic: 'hours',
      confidence: 'disputed',
      readings: [
        reads(
          'operator',
          'From 08:00 to 18:00; Safaricom queues what comes outside.',
          ['Safaricom-Promo'],
          hours(open(EVERY_DAY, '08:00', '18:00')),
        ),
        reads('regulation', 'From 07:00 to 19:00.', ['CA-KE'], hours(open(EVERY_DAY, '07:00', '19:00'))),
      ],
    },
    sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [
        reads(
          'registered',
          'Senders are registered, apart for transactions and promotions.',
          ['Safaricom-Promo'],
          registration(),
        ),
      ],
    },
    opt_out: {
      topic: 'opt_out',
      confidence: 'reported',
      readings: [
        reads('tail', 'The operator adds STOP*456*9*5# to promotions; it takes characters.', ['Safaricom-Promo'], {
          kind: 'tail',
          text: 'STOP*456*9*5#',
        }),
      ],
    },
    consent: {
      topic: 'consent',
      confidence: 'confirmed',
      readings: [reads('opt_in', 'Promotion needs an opt-in.', ['CA-KE'])],
    },
  },
  [
    {
      name: 'half past six in the evening',
      at: '2026-03-02T15:30:00Z',
      class: 'marketing',
      outcome: 'held',
      rule: 'KE.hours',
      until: '2026-03-03T05:00:00Z',
    },
    {
      name: 'the same by the regulation',
      at: '2026-03-02T15:30:00Z',
      class: 'marketing',
      answers: { 'KE.hours': 'regulation' },
      outcome: 'allowed',
    },
    {
      name: 'a sender that was rejected',
      at: '2026-03-03T09:00:00Z',
      class: 'transactional',
      sender: 'ACME',
      standing: 'rejected',
      outcome: 'stopped',
      rule: 'KE.sender',
    },
  ],
);
