import { definePack, EVERY_CLASS, NO_HOURS, reads, registration } from './define-pack.ts';

/** Australia. */
export const AU = definePack(
  'AU',
  2,
  {
    hours: { ...NO_HOURS, readings: [reads('not_found', 'The Spam Act sets no hours for texts.', ['Common'])] },
    sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      from: '2026-07-01',
      confidence: 'confirmed',
      readings: [
        reads(
          'registered',
          'Senders are on the register of the ACMA; others are shown as "Unverified".',
          ['ACMA-Reg', 'AWS-Reg'],
          registration({ unregistered: 'labelled', label: 'Unverified' }),
        ),
      ],
    },
    identity: {
      topic: 'wording',
      confidence: 'unverified',
      readings: [
        reads('sender_and_contact', 'The text tells who sends it, how to reach them and how to unsubscribe.', [
          'Common',
        ]),
      ],
    },
    opt_out: {
      topic: 'opt_out',
      confidence: 'unverified',
      readings: [reads('five_days', 'STOP opts out, within five working days.', ['Common'])],
    },
  },
  [
    {
      name: 'the night, for which no law was found',
      at: '2026-03-02T15:00:00Z',
      class: 'marketing',
      outcome: 'allowed',
    },
  ],
);
