import { definePack, EVERY_CLASS, EVERY_DAY, hours, open, reads, registration } from './define-pack.ts';

/** Turkey. */
export const TR = definePack(
  'TR',
  2,
  {
    hours: {
      topic: 'hours',
      confidence: 'reported',
      readings: [
        reads(
          'day',
          'From 08:00 to 21:00, as a provider claims.',
          ['Unofficial'],
          hours(open(EVERY_DAY, '08:00', '21:00')),
        ),
      ],
    },
    registry: {
      topic: 'consent',
      confidence: 'reported',
      readings: [
        reads(
          'iys',
          'Every commercial message is checked with the IYS, where RET wins over ONAY; consents are uploaded and rejections honoured within three business days; merchants (TACIR) need no consent but may opt out.',
          ['IYS-Guide', 'MorogluArseven'],
        ),
      ],
    },
    sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [
        reads(
          'registered',
          'Senders are registered and their case counts; the operator adds a code of about five characters.',
          ['Vonage-TR', 'AWS-Reg'],
          registration(),
          { kind: 'tail', text: ' Bxxx' },
        ),
      ],
    },
    identity: {
      topic: 'wording',
      confidence: 'reported',
      readings: [
        reads('law_6563', 'Law 6563 asks for identity, contact and a way out in the text.', [
          'IYS-Guide',
          'MorogluArseven',
        ]),
      ],
    },
    origin: {
      topic: 'origin',
      classes: EVERY_CLASS,
      from: '2026-04-01',
      confidence: 'reported',
      readings: [
        reads(
          'no_links_from_abroad',
          'Texts of foreign origin that contain an internet address are not delivered; whether domestic routes stay free is not settled.',
          ['BTK-News', 'AWS-Reg'],
        ),
      ],
    },
    opt_out: {
      topic: 'opt_out',
      confidence: 'reported',
      readings: [reads('words', 'RET, IPTAL and DUR opt out, free of charge.', ['IYS-Guide', 'Vonage-TR'])],
    },
  },
  [
    {
      name: 'half past seven in the morning',
      at: '2026-03-02T04:30:00Z',
      class: 'marketing',
      outcome: 'held',
      rule: 'TR.hours',
      until: '2026-03-02T05:00:00Z',
    },
    { name: 'noon', at: '2026-03-02T09:00:00Z', class: 'marketing', outcome: 'allowed' },
    {
      name: 'a sender that was rejected',
      at: '2026-03-03T09:00:00Z',
      class: 'transactional',
      sender: 'ACME',
      standing: 'rejected',
      outcome: 'stopped',
      rule: 'TR.sender',
    },
  ],
);
