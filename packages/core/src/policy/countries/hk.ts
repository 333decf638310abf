import { definePack, EVERY_CLASS, NO_HOURS, reads } from './define-pack.ts';

/** Hong Kong. */
export const HK = definePack(
  'HK',
  1,
  {
    hours: NO_HOURS,
    sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [
        reads(
          'open',
          'Any name may be used; names that begin with # are kept for senders of the OFCA scheme and blocked for all others.',
          ['OFCA-SSRS'],
        ),
      ],
    },
    opt_out: {
      topic: 'opt_out',
      confidence: 'unverified',
      readings: [
        reads(
          'facility',
          'The law on unsolicited messages asks for a way to unsubscribe, and keeps Do Not Call registers for texts and calls.',
          ['Common'],
        ),
      ],
    },
  },
  [
    {
      name: 'the night, for which no law was found',
      at: '2026-03-02T18:00:00Z',
      class: 'marketing',
      outcome: 'allowed',
    },
  ],
);
