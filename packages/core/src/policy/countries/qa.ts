import { definePack, EVERY_CLASS, hoursButHolidays, open, reads, registration } from './define-pack.ts';

/** Qatar. */
export const QA = definePack(
  'QA',
  2,
  {
    hours: {
      topic: 'hours',
      confidence: 'reported',
      readings: [
        reads(
          'week',
          'From 07:00 to 21:00, not on Fridays and holidays.',
          ['Mapp'],
          hoursButHolidays(open([1, 2, 3, 4, 6, 7], '07:00', '21:00')),
        ),
      ],
    },
    sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [reads('registered', 'Senders are registered.', ['Mapp'], registration())],
    },
  },
  [
    {
      name: 'a Friday',
      at: '2026-03-06T09:00:00Z',
      class: 'marketing',
      outcome: 'held',
      rule: 'QA.hours',
      until: '2026-03-07T04:00:00Z',
    },
    { name: 'a Saturday', at: '2026-03-07T09:00:00Z', class: 'marketing', outcome: 'allowed' },
    {
      name: 'a sender that was rejected',
      at: '2026-03-03T09:00:00Z',
      class: 'transactional',
      sender: 'ACME',
      standing: 'rejected',
      outcome: 'stopped',
      rule: 'QA.sender',
    },
  ],
);
