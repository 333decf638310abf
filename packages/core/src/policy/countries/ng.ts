import { definePack, EVERY_CLASS, EVERY_DAY, hours, open, reads, registration } from './define-pack.ts';

/** Nigeria. */
export const NG = definePack(
  'NG',
  2,
  {
    hours: {
      topic: 'hours',
      confidence: 'reported',
      readings: [
        reads(
          'day',
          'Not between 20:00 and 08:00; a provider answers 409 then.',
          ['AT-NG'],
          hours(open(EVERY_DAY, '08:00', '20:00')),
        ),
      ],
    },
    sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [
        reads(
          'registered',
          'Senders are registered; a transactional one is whitelisted to pass Do Not Disturb.',
          ['AT-NG'],
          registration(),
        ),
      ],
    },
    opt_out: {
      topic: 'opt_out',
      confidence: 'confirmed',
      readings: [reads('dnd', 'Subscribers send STOP, ALLOW or HELP to 2442.', ['NCC-DND'])],
    },
  },
  [
    {
      name: 'half past eight in the evening',
      at: '2026-03-02T19:30:00Z',
      class: 'marketing',
      outcome: 'held',
      rule: 'NG.hours',
      until: '2026-03-03T07:00:00Z',
    },
    { name: 'noon', at: '2026-03-02T11:00:00Z', class: 'marketing', outcome: 'allowed' },
    {
      name: 'a sender that was rejected',
      at: '2026-03-03T09:00:00Z',
      class: 'transactional',
      sender: 'ACME',
      standing: 'rejected',
      outcome: 'stopped',
      rule: 'NG.sender',
    },
  ],
);
