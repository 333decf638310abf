import { definePack, EVERY_CLASS, hours, MON_TO_FRI, NO_HOURS, open, reads } from './define-pack.ts';

/** Canada. */
export const CA = definePack(
  'CA',
  1,
  {
    hours: NO_HOURS,
    call_hours: {
      topic: 'hours',
      channels: ['voice'],
      confidence: 'unverified',
      readings: [
        reads(
          'crtc',
          'The CRTC lets calls be made from 09:00 to 21:30 on weekdays and from 10:00 to 18:00 at weekends.',
          ['Common'],
          hours(open(MON_TO_FRI, '09:00', '21:30'), open([6, 7], '10:00', '18:00')),
        ),
      ],
    },
    sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      confidence: 'unverified',
      readings: [
        reads('numbers', 'Names are not possible.', ['Common'], { kind: 'sender', refused: ['alphanumeric'] }),
      ],
    },
    consent: {
      topic: 'consent',
      confidence: 'unverified',
      readings: [
        reads(
          'casl',
          'CASL asks for consent, identification and a way to unsubscribe that is honoured within 10 business days.',
          ['Common'],
        ),
      ],
    },
    opt_out: {
      topic: 'opt_out',
      confidence: 'reported',
      readings: [reads('words', 'STOP and ARRET opt out; AIDE asks for help.', ['AWS-Optout'])],
    },
  },
  [
    {
      name: 'the night, for which no law was found',
      at: '2026-03-02T09:00:00Z',
      class: 'marketing',
      outcome: 'allowed',
    },
    {
      name: 'a sender that is a name',
      at: '2026-03-02T18:00:00Z',
      class: 'otp',
      sender: 'ACME',
      outcome: 'stopped',
      rule: 'CA.sender',
    },
  ],
);
