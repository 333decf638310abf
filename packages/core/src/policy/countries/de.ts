import { definePack, EVERY_CLASS, NO_HOURS, reads } from './define-pack.ts';

/** Germany. */
export const DE = definePack(
  'DE',
  1,
  {
    hours: {
      ...NO_HOURS,
      readings: [
        reads('not_found', 'No law that sets hours for messages was found; none at night is advised.', ['Common']),
      ],
    },
    sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      confidence: 'unverified',
      readings: [reads('open', 'Any name may be used.', ['Common'])],
    },
    consent: {
      topic: 'consent',
      confidence: 'unverified',
      readings: [
        reads('double_opt_in', 'A double opt-in is the proof that is asked for (UWG section 7); the way out is easy.', [
          'Common',
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
  ],
);
