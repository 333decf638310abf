import { definePack, EVERY_CLASS, NO_HOURS, reads, replaced } from './define-pack.ts';

/** Malaysia. */
export const MY = definePack(
  'MY',
  2,
  {
    hours: NO_HOURS,
    sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [
        reads(
          'replaced',
          'The sender is replaced by a short code.',
          ['Vonage-MY', 'Twilio-MY'],
          replaced('short_code'),
        ),
      ],
    },
    prefix: {
      topic: 'wording',
      confidence: 'reported',
      readings: [
        reads(
          'rm0',
          'Texts begin with RM0 or RM0.00 and name the brand; some providers add it.',
          ['Vonage-MY', 'Twilio-MY'],
          { kind: 'wording', at: 'start', anyOf: ['RM0'] },
        ),
      ],
    },
    content: {
      topic: 'links',
      classes: EVERY_CLASS,
      from: '2024-09-01',
      confidence: 'reported',
      readings: [
        reads(
          'bans',
          'Links, phone numbers and requests for personal data are banned in all texts.',
          ['Vonage-MY', 'Twilio-MY'],
          { kind: 'links', policy: 'forbidden' },
          { kind: 'phones' },
        ),
      ],
    },
    opt_out: {
      topic: 'opt_out',
      confidence: 'unverified',
      readings: [reads('words', 'STOP and BATAL opt out.', ['Common'])],
    },
    parts: {
      topic: 'technique',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [reads('one_part', 'Some routes take at most 153 characters.', ['Vonage-MY', 'Twilio-MY'])],
    },
  },
  [
    {
      name: 'advertising without its prefix',
      at: '2026-03-02T04:00:00Z',
      class: 'marketing',
      text: 'Acme: 20% off today',
      outcome: 'stopped',
      rule: 'MY.prefix',
    },
    {
      name: 'advertising with its prefix',
      at: '2026-03-02T04:00:00Z',
      class: 'marketing',
      text: 'RM0.00 Acme: 20% off today',
      outcome: 'allowed',
    },
    {
      name: 'a prefix that the provider adds',
      at: '2026-03-02T04:00:00Z',
      class: 'marketing',
      text: 'Acme: 20% off today',
      answers: { 'MY.prefix': 'none' },
      outcome: 'allowed',
    },
    {
      name: 'an order without a prefix',
      at: '2026-03-02T04:00:00Z',
      class: 'transactional',
      text: 'Acme: your order 1042 is on its way',
      outcome: 'allowed',
    },
    {
      name: 'a link, in any class',
      at: '2026-03-02T04:00:00Z',
      class: 'transactional',
      text: 'Acme: track at acme.my/t/1042',
      outcome: 'stopped',
      rule: 'MY.content',
    },
    {
      name: 'a phone number',
      at: '2026-03-02T04:00:00Z',
      class: 'transactional',
      text: 'Acme: call 012-345 6789 about order 1042',
      outcome: 'stopped',
      rule: 'MY.content',
    },
  ],
);
