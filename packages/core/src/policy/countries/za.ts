import { definePack, EVERY_CLASS, hoursButHolidays, MON_TO_FRI, open, reads, replaced } from './define-pack.ts';

/** South Africa. */
export const ZA = definePack(
  'ZA',
  2,
  {
    hours: {
      topic: 'hours',
      confidence: 'unverified',
      readings: [
        reads(
          'week',
          'On weekdays from 08:00 to 20:00, on Saturdays from 09:00 to 13:00, not on Sundays and holidays.',
          ['Common'],
          hoursButHolidays(open(MON_TO_FRI, '08:00', '20:00'), open([6], '09:00', '13:00')),
        ),
      ],
    },
    sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      confidence: 'unverified',
      readings: [reads('replaced', 'The sender is replaced.', ['Common'], replaced('number'))],
    },
    opt_out: { topic: 'opt_out', confidence: 'unverified', readings: [reads('words', 'STOP opts out.', ['Common'])] },
  },
  [
    {
      name: 'a Saturday afternoon',
      at: '2026-03-07T12:00:00Z',
      class: 'marketing',
      outcome: 'held',
      rule: 'ZA.hours',
      until: '2026-03-09T06:00:00Z',
    },
    { name: 'a Saturday morning', at: '2026-03-07T08:00:00Z', class: 'marketing', outcome: 'allowed' },
  ],
);
