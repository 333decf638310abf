import { definePack, EVERY_CLASS, EVERY_DAY, hours, open, reads, replaced } from './define-pack.ts';

/** Colombia. */
export const CO = definePack(
  'CO',
  2,
  {
    hours: {
      topic: 'hours',
      confidence: 'reported',
      readings: [
        reads(
          'day',
          'Promotion and finance not between 20:00 and 08:00.',
          ['Twilio-CO'],
          hours(open(EVERY_DAY, '08:00', '20:00')),
        ),
      ],
    },
    sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [reads('replaced', 'The sender is replaced.', ['Twilio-CO'], replaced('number'))],
    },
    opt_out: {
      topic: 'opt_out',
      confidence: 'reported',
      readings: [reads('required', 'A way to opt out is required.', ['Twilio-CO'])],
    },
  },
  [
    {
      name: 'half past eight in the evening',
      at: '2026-03-03T01:30:00Z',
      class: 'marketing',
      outcome: 'held',
      rule: 'CO.hours',
      until: '2026-03-03T13:00:00Z',
    },
    { name: 'noon', at: '2026-03-02T17:00:00Z', class: 'marketing', outcome: 'allowed' },
  ],
);
