import { definePack, EVERY_CLASS, hoursButHolidays, open, reads, registration, SUN_TO_THU } from './define-pack.ts';

/** Egypt. */
export const EG = definePack(
  'EG',
  2,
  {
    hours: {
      topic: 'hours',
      confidence: 'reported',
      readings: [
        reads(
          'week',
          'From 09:00 to 21:00, not on Fridays, Saturdays and holidays.',
          ['Mapp'],
          hoursButHolidays(open(SUN_TO_THU, '09:00', '21:00')),
        ),
      ],
    },
    sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [reads('registered', 'Senders are registered.', ['Mapp', 'AWS-Reg'], registration())],
    },
  },
  [
    {
      name: 'a Saturday',
      at: '2026-03-07T09:00:00Z',
      class: 'marketing',
      outcome: 'held',
      rule: 'EG.hours',
      until: '2026-03-08T07:00:00Z',
    },
    {
      name: 'after the clocks went forward (24 April 2026), nine is an hour earlier',
      at: '2026-04-26T05:00:00Z',
      class: 'marketing',
      outcome: 'held',
      rule: 'EG.hours',
      until: '2026-04-26T06:00:00Z',
    },
    {
      name: 'a sender that was rejected',
      at: '2026-03-03T09:00:00Z',
      class: 'transactional',
      sender: 'ACME',
      standing: 'rejected',
      outcome: 'stopped',
      rule: 'EG.sender',
    },
  ],
);
