import { definePack, EVERY_CLASS, NO_HOURS, reads } from './define-pack.ts';

/** Ireland. */
export const IE = definePack(
  'IE',
  1,
  {
    hours: NO_HOURS,
    sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      from: '2025-07-03',
      confidence: 'reported',
      readings: [
        reads(
          'registered',
          'Senders are on the registry of ComReg: others are shown as "Likely Scam" from 3 July 2025 and blocked from 3 October 2025; registered ones were mislabelled at first.',
          ['ComReg-News'],
        ),
      ],
    },
    opt_out: {
      topic: 'opt_out',
      confidence: 'unverified',
      readings: [reads('tail', 'A tail STOP 50xxx is common.', ['Common'])],
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
