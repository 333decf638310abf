import { definePack, EVERY_CLASS, EVERY_DAY, hours, open, reads, registration } from './define-pack.ts';

/** Indonesia. */
export const ID = definePack(
  'ID',
  2,
  {
    hours: {
      topic: 'hours',
      confidence: 'disputed',
      readings: [
        reads(
          'advised',
          'Providers advise 08:00 to 20:00; the country has three zones.',
          ['Vonage-ID', 'SureSMS-ID', 'Twilio-ID', 'SentDM-ID'],
          hours(open(EVERY_DAY, '08:00', '20:00')),
        ),
        reads('no_rule', 'No official rule on hours was found.', ['Unofficial']),
      ],
    },
    sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [
        reads(
          'registered',
          'Senders are registered with each operator; generic names are banned, numbers may be overwritten, and what is unused for three months is blocked (not at Smartfren).',
          ['Vonage-ID', 'SureSMS-ID', 'Twilio-ID', 'SentDM-ID'],
          registration({ perNetwork: true, idleDays: 90 }),
        ),
      ],
    },
    brand: {
      topic: 'wording',
      classes: ['otp'],
      from: '2024-04-01',
      confidence: 'reported',
      readings: [
        reads(
          'in_text',
          'The text of a code must name the brand (Telkomsel from 1 April 2024, all domestic operators from August); misuse is blocked for six months.',
          ['Vonage-ID', 'SureSMS-ID', 'Twilio-ID', 'SentDM-ID'],
        ),
      ],
    },
    opt_out: {
      topic: 'opt_out',
      confidence: 'reported',
      readings: [
        reads('words', 'STOP, BERHENTI and BATAL opt out; BANTUAN asks for help.', [
          'Vonage-ID',
          'SureSMS-ID',
          'Twilio-ID',
          'SentDM-ID',
        ]),
      ],
    },
    content: {
      topic: 'content',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [
        reads(
          'bans',
          'Gambling, adult content, politics, religion and loans are banned.',
          ['Vonage-ID', 'SureSMS-ID', 'Twilio-ID', 'SentDM-ID'],
          { kind: 'words', lists: ['id.gambling', 'id.adult', 'id.politics', 'id.religion', 'id.loans'] },
        ),
      ],
    },
    delivery: {
      topic: 'technique',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [
        reads(
          'limits',
          'Unicode is not officially supported, long texts may not be joined, receipts are unreliable; Telkomsel and XL filter words such as verify, PIN and code off the route of codes.',
          ['Vonage-ID', 'SureSMS-ID', 'Twilio-ID', 'SentDM-ID'],
        ),
      ],
    },
  },
  [
    {
      name: 'seven in Jakarta, nine in Jayapura',
      at: '2026-03-02T00:00:00Z',
      class: 'marketing',
      outcome: 'held',
      rule: 'ID.hours',
      until: '2026-03-02T01:00:00Z',
    },
    { name: 'noon in Jakarta', at: '2026-03-02T05:00:00Z', class: 'marketing', outcome: 'allowed' },
    {
      name: 'half past six in Jakarta is half past eight in Jayapura',
      at: '2026-03-02T11:30:00Z',
      class: 'marketing',
      outcome: 'held',
      rule: 'ID.hours',
      until: '2026-03-03T01:00:00Z',
    },
    {
      name: 'gambling, in letters of another script',
      at: '2026-03-02T05:00:00Z',
      class: 'marketing',
      text: 'Main slоt g4c0r di sini, maxwin!',
      outcome: 'stopped',
      rule: 'ID.content',
    },
    {
      name: 'a warning against gambling',
      at: '2026-03-02T05:00:00Z',
      class: 'transactional',
      text: 'Acme: stop judi online, lindungi keluarga Anda',
      outcome: 'allowed',
    },
    {
      name: 'the night for who goes by no rule',
      at: '2026-03-02T18:00:00Z',
      class: 'marketing',
      answers: { 'ID.hours': 'no_rule' },
      outcome: 'allowed',
    },
    {
      name: 'a sender that was rejected',
      at: '2026-03-03T09:00:00Z',
      class: 'transactional',
      sender: 'ACME',
      standing: 'rejected',
      outcome: 'stopped',
      rule: 'ID.sender',
    },
    {
      name: 'a sender that is registered',
      at: '2026-03-03T09:00:00Z',
      class: 'transactional',
      sender: 'ACME',
      standing: 'registered',
      outcome: 'allowed',
    },
  ],
);
