import { definePack, EVERY_CLASS, NO_HOURS, reads, registration } from './define-pack.ts';

/** Spain. */
export const ES = definePack(
  'ES',
  2,
  {
    hours: NO_HOURS,
    sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      from: '2026-09-15',
      confidence: 'confirmed',
      readings: [
        reads(
          'registered',
          'Names are registered or blocked (moved from 7 June 2026): 3 to 11 letters, digits, spaces and @ & - _ . +, not digits alone.',
          ['CNMC-Alias', 'Infobip-ES'],
          registration(),
        ),
      ],
    },
    consent: {
      topic: 'consent',
      confidence: 'unverified',
      readings: [
        reads('opt_in', 'Opt-in, or customers for similar products; the way out is free and in each text.', [
          'ePrivacy',
        ]),
      ],
    },
  },
  [
    {
      name: 'the night, for which no law was found',
      at: '2026-03-02T02:00:00Z',
      class: 'marketing',
      outcome: 'allowed',
    },
    {
      name: 'a sender that was rejected',
      at: '2026-10-06T10:00:00Z',
      class: 'transactional',
      sender: 'ACME',
      standing: 'rejected',
      outcome: 'stopped',
      rule: 'ES.sender',
    },
  ],
);
