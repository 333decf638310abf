import { definePack, EVERY_CLASS, EVERY_DAY, hours, open, reads, registration } from './define-pack.ts';

/** Kuwait. */
export const KW = definePack(
  'KW',
  2,
  {
    hours: {
      topic: 'hours',
      confidence: 'reported',
      readings: [reads('day', 'Not between 21:00 and 09:00.', ['Mapp'], hours(open(EVERY_DAY, '09:00', '21:00')))],
    },
    sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [
        reads(
          'registered',
          'Senders are registered, and promotions have one of their own.',
          ['Mapp', 'AWS-Reg'],
          registration(),
        ),
      ],
    },
    opt_out: {
      topic: 'opt_out',
      confidence: 'reported',
      readings: [reads('dnd', 'A Do Not Disturb list is kept.', ['Mapp'])],
    },
  },
  [
    {
      name: 'half past eight in the morning',
      at: '2026-03-02T05:30:00Z',
      class: 'marketing',
      outcome: 'held',
      rule: 'KW.hours',
      until: '2026-03-02T06:00:00Z',
    },
    { name: 'a Friday', at: '2026-03-06T09:00:00Z', class: 'marketing', outcome: 'allowed' },
    {
      name: 'a sender that was rejected',
      at: '2026-03-03T09:00:00Z',
      class: 'transactional',
      sender: 'ACME',
      standing: 'rejected',
      outcome: 'stopped',
      rule: 'KW.sender',
    },
  ],
);
