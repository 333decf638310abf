import { definePack, EVERY_CLASS, EVERY_DAY, hours, open, reads, registration } from './define-pack.ts';

/** Mexico. */
export const MX = definePack(
  'MX',
  2,
  {
    hours: {
      topic: 'hours',
      confidence: 'disputed',
      readings: [
        reads('day', 'Not between 21:00 and 09:00.', ['Twilio-MX'], hours(open(EVERY_DAY, '09:00', '21:00'))),
        reads(
          'short_codes',
          'Some short codes send from 08:00 to 20:30.',
          ['Twilio-MX', 'Vonage-MX'],
          hours(open(EVERY_DAY, '08:00', '20:30')),
        ),
      ],
    },
    sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [
        reads(
          'replaced',
          'The sender is replaced unless it is registered (Telcel, Movistar).',
          ['Twilio-MX', 'Vonage-MX'],
          registration({ unregistered: 'replaced' }),
        ),
      ],
    },
    registry: {
      topic: 'consent',
      confidence: 'reported',
      readings: [reads('repep', 'The REPEP keeps who wants no advertising.', ['Twilio-MX', 'Vonage-MX'])],
    },
    content: {
      topic: 'content',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [
        reads(
          'bans',
          'Politics, religion and gambling are banned; the content of short codes is approved beforehand.',
          ['Twilio-MX', 'Vonage-MX'],
        ),
      ],
    },
    opt_out: {
      topic: 'opt_out',
      confidence: 'reported',
      readings: [reads('words', 'ALTO and BAJA opt out; AYUDA asks for help.', ['Twilio-MX', 'Vonage-MX'])],
    },
    numbers: {
      topic: 'technique',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [reads('no_one', 'Numbers are dialled with +52 and without a 1.', ['Twilio-MX', 'Vonage-MX'])],
    },
  },
  [
    {
      name: 'nine in the capital, eight in Tijuana',
      at: '2026-01-12T15:30:00Z',
      class: 'marketing',
      outcome: 'held',
      rule: 'MX.hours',
      until: '2026-01-12T17:00:00Z',
    },
    { name: 'noon in the capital', at: '2026-01-12T18:00:00Z', class: 'marketing', outcome: 'allowed' },
  ],
);
