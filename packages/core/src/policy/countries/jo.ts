import { definePack, EVERY_CLASS, hoursButHolidays, open, reads, registration, SUN_TO_THU } from './define-pack.ts';

/** Jordan. */
export const JO = definePack(
  'JO',
  2,
  {
    hours: {
      topic: 'hours',
      confidence: 'reported',
      readings: [
        reads(
          'week',
          'From 08:00 to 21:00, not on Fridays, Saturdays and holidays.',
          ['Mapp'],
          hoursButHolidays(open(SUN_TO_THU, '08:00', '21:00')),
        ),
      ],
    },
    sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [reads('registered', 'Senders are registered.', ['Mapp', 'AWS-Reg'], registration())],
    },
    affix: {
      topic: 'sender',
      confidence: 'reported',
      readings: [
        reads('adv', 'The sender of promotions begins with adv.', ['Mapp', 'AWS-Reg'], {
          kind: 'affix',
          at: 'start',
          text: 'adv',
        }),
      ],
    },
  },
  [
    {
      name: 'a Friday',
      at: '2026-03-06T09:00:00Z',
      class: 'marketing',
      sender: 'advAcme',
      outcome: 'held',
      rule: 'JO.hours',
      until: '2026-03-08T05:00:00Z',
    },
    {
      name: 'a promotion from a sender without its prefix',
      at: '2026-03-08T09:00:00Z',
      class: 'marketing',
      sender: 'Acme',
      outcome: 'stopped',
      rule: 'JO.affix',
    },
    {
      name: 'a sender that was rejected',
      at: '2026-03-03T09:00:00Z',
      class: 'transactional',
      sender: 'ACME',
      standing: 'rejected',
      outcome: 'stopped',
      rule: 'JO.sender',
    },
  ],
);
