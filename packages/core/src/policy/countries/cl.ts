import { definePack, EVERY_CLASS, hours, MON_TO_FRI, open, reads, replaced } from './define-pack.ts';

/** Chile. */
export const CL = definePack(
  'CL',
  2,
  {
    hours: {
      topic: 'hours',
      confidence: 'reported',
      readings: [
        reads(
          'office',
          'Monday to Friday from 09:00 to 19:00.',
          ['Twilio-CL'],
          hours(open(MON_TO_FRI, '09:00', '19:00')),
        ),
      ],
    },
    sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [reads('replaced', 'The sender is replaced.', ['Twilio-CL'], replaced('number'))],
    },
  },
  [
    {
      name: 'nine in Santiago is seven on Easter Island',
      at: '2026-06-01T13:30:00Z',
      class: 'marketing',
      outcome: 'held',
      rule: 'CL.hours',
      until: '2026-06-01T15:00:00Z',
    },
    { name: 'noon in Santiago', at: '2026-06-01T16:00:00Z', class: 'marketing', outcome: 'allowed' },
  ],
);
