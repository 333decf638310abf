import { definePack, EVERY_CLASS, NO_HOURS, reads, registration } from './define-pack.ts';

/** Singapore. */
export const SG = definePack(
  'SG',
  2,
  {
    hours: NO_HOURS,
    sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      from: '2023-01-31',
      confidence: 'confirmed',
      readings: [
        reads(
          'registered',
          'Senders are registered at the SSIR, which needs a UEN; others are shown as "Likely-SCAM".',
          ['IMDA-SSIR'],
          registration({ unregistered: 'labelled', label: 'Likely-SCAM' }),
        ),
      ],
    },
    registry: {
      topic: 'consent',
      confidence: 'confirmed',
      readings: [
        reads(
          'dnc',
          'Numbers are checked against the Do Not Call registry before promotion, unless the consent is clear or a relationship goes on (texts only, with a way out); a check is valid for 21 days, an opt-out is honoured within 21 days.',
          ['PDPC-DNC'],
        ),
      ],
    },
    identity: {
      topic: 'wording',
      confidence: 'reported',
      readings: [
        reads(
          'sender_and_contact',
          'The text tells who sends it, how to reach them, and how to opt out in free form.',
          ['ClickSend-SG'],
        ),
      ],
    },
    mail_label: {
      topic: 'wording',
      channels: ['email'],
      confidence: 'unverified',
      readings: [reads('adv', 'Advertising mail is marked <ADV>.', ['Common'])],
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
