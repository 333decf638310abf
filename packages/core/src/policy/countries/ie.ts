import { definePack, EVERY_CLASS, NO_HOURS, reads, registration } from './define-pack.ts';

/** Ireland. */
export const IE = definePack(
  'IE',
  2,
  {
    hours: NO_HOURS,
    sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      from: '2025-07-03',
      until: '2025-10-03',
      confidence: 'reported',
      readings: [
        reads(
          'registered',
          'Senders are on the registry of ComReg: others are shown as "Likely Scam" from 3 July 2025; registered ones were mislabelled at first.',
          ['ComReg-News'],
          registration({ unregistered: 'labelled', label: 'Likely Scam' }),
        ),
      ],
    },
    blocked_sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      from: '2025-10-03',
      confidence: 'reported',
      readings: [
        reads(
          'blocked',
          'Senders that are not on the registry of ComReg are blocked.',
          ['ComReg-News'],
          registration(),
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
    {
      name: 'a sender that is not on the registry',
      at: '2026-03-03T09:00:00Z',
      class: 'otp',
      sender: 'ACME',
      standing: 'missing',
      outcome: 'stopped',
      rule: 'IE.blocked_sender',
    },
    {
      name: 'the same when it was only labelled',
      at: '2025-08-03T09:00:00Z',
      class: 'otp',
      sender: 'ACME',
      standing: 'missing',
      outcome: 'allowed',
    },
    {
      name: 'the same while nobody keeps a registry here',
      at: '2026-03-03T09:00:00Z',
      class: 'otp',
      sender: 'ACME',
      outcome: 'allowed',
    },
  ],
);
