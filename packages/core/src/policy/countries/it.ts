import { definePack, EVERY_CLASS, hours, MON_TO_SAT, open, reads, registration } from './define-pack.ts';

/** Italy. */
export const IT = definePack(
  'IT',
  2,
  {
    hours: {
      topic: 'hours',
      confidence: 'reported',
      readings: [
        reads(
          'week',
          'Not between 22:00 and 08:00, not on Sundays.',
          ['Twilio-IT'],
          hours(open(MON_TO_SAT, '08:00', '22:00')),
        ),
      ],
    },
    sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      confidence: 'confirmed',
      readings: [reads('registered', 'Names are registered (42/13/CIR).', ['AGCOM'], registration())],
    },
  },
  [
    {
      name: 'a Sunday',
      at: '2026-03-08T10:00:00Z',
      class: 'marketing',
      outcome: 'held',
      rule: 'IT.hours',
      until: '2026-03-09T07:00:00Z',
    },
    { name: 'a Saturday', at: '2026-03-07T10:00:00Z', class: 'marketing', outcome: 'allowed' },
    {
      name: 'a sender that was rejected',
      at: '2026-03-03T09:00:00Z',
      class: 'transactional',
      sender: 'ACME',
      standing: 'rejected',
      outcome: 'stopped',
      rule: 'IT.sender',
    },
  ],
);
