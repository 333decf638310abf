import { definePack, EVERY_CLASS, NO_HOURS, reads, registration } from './define-pack.ts';

/** Thailand. */
export const TH = definePack(
  'TH',
  2,
  {
    hours: NO_HOURS,
    sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [
        reads(
          'registered',
          'Senders are registered brand names of at most 11 characters without spaces; numbers are not supported, and what is idle for six months is removed.',
          ['ClickSend-TH', 'SureSMS-TH', 'Twilio-TH'],
          { kind: 'sender', refused: ['numeric'] },
          registration({ idleDays: 180 }),
        ),
      ],
    },
    links: {
      topic: 'links',
      classes: EVERY_CLASS,
      from: '2025-02-13',
      confidence: 'reported',
      readings: [
        reads(
          'registered',
          'Links are registered with the sender, shared shorteners are banned, and a text with a link names the brand.',
          ['ClickSend-TH', 'SureSMS-TH', 'Twilio-TH'],
          { kind: 'links', policy: 'no_shortener' },
        ),
      ],
    },
    content: {
      topic: 'content',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [
        reads('bans', 'Gambling, politics and religion are banned.', ['ClickSend-TH', 'SureSMS-TH', 'Twilio-TH']),
      ],
    },
    opt_out: {
      topic: 'opt_out',
      confidence: 'reported',
      readings: [
        reads('operator', 'Operators keep a Do Not Disturb list, which whitelisted senders pass.', [
          'ClickSend-TH',
          'SureSMS-TH',
          'Twilio-TH',
        ]),
      ],
    },
    parts: {
      topic: 'technique',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [
        reads('three_parts', 'Some routes take at most three parts.', ['ClickSend-TH', 'SureSMS-TH', 'Twilio-TH']),
      ],
    },
  },
  [
    {
      name: 'a sender that is a number',
      at: '2026-03-02T04:00:00Z',
      class: 'transactional',
      sender: '+66812345678',
      outcome: 'stopped',
      rule: 'TH.sender',
    },
    {
      name: 'a sender that is a name',
      at: '2026-03-02T04:00:00Z',
      class: 'transactional',
      sender: 'ACME',
      outcome: 'allowed',
    },
    {
      name: 'a link that is shortened',
      at: '2026-03-02T04:00:00Z',
      class: 'transactional',
      text: 'ACME https://tinyurl.com/abc',
      outcome: 'stopped',
      rule: 'TH.links',
    },
    {
      name: 'a sender that was rejected',
      at: '2026-03-03T09:00:00Z',
      class: 'transactional',
      sender: 'ACME',
      standing: 'rejected',
      outcome: 'stopped',
      rule: 'TH.sender',
    },
  ],
);
