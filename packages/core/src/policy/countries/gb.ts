import { definePack, EVERY_CLASS, NO_HOURS, reads } from './define-pack.ts';

/** United Kingdom. */
export const GB = definePack(
  'GB',
  1,
  {
    hours: NO_HOURS,
    sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      confidence: 'confirmed',
      readings: [reads('open', 'Any name may be used; a registry is voluntary.', ['MEF'])],
    },
    consent: {
      topic: 'consent',
      confidence: 'unverified',
      readings: [
        reads(
          'pecr',
          'Consent, or a soft opt-in of customers (regulation 22); the identity of the sender is not concealed (regulation 23).',
          ['PECR'],
        ),
      ],
    },
    opt_out: {
      topic: 'opt_out',
      confidence: 'unverified',
      readings: [reads('each', 'Each text says how to stop.', ['PECR'])],
    },
  },
  [
    {
      name: 'the night, for which no law was found',
      at: '2026-03-02T02:00:00Z',
      class: 'marketing',
      outcome: 'allowed',
    },
  ],
);
