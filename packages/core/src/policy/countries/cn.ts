import { definePack, EVERY_CLASS, EVERY_DAY, hours, open, reads } from './define-pack.ts';

/** China. */
export const CN = definePack(
  'CN',
  1,
  {
    hours: {
      topic: 'hours',
      confidence: 'disputed',
      readings: [
        reads('to_nine', 'From 08:00 to 21:00.', ['Unofficial'], hours(open(EVERY_DAY, '08:00', '21:00'))),
        reads('to_ten', 'From 08:00 to 22:00.', ['Unofficial'], hours(open(EVERY_DAY, '08:00', '22:00'))),
      ],
    },
    sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [
        reads(
          'numeric',
          'Names are not possible; texts come from numbers that begin with 106.',
          ['Vonage-CN', 'AWS-CN'],
          { kind: 'sender', refused: ['alphanumeric'] },
        ),
      ],
    },
    signature: {
      topic: 'wording',
      confidence: 'reported',
      readings: [
        reads(
          'first',
          'The text begins with a signature of two to eight characters in 【】 that is the name of the company, trademark or ICP entry; some providers add it, to every class.',
          ['Aliyun-Sign', 'Vonage-CN'],
          { kind: 'wording', at: 'start', anyOf: ['【*】'] },
        ),
      ],
    },
    generic_signature: {
      topic: 'sender',
      classes: EVERY_CLASS,
      from: '2025-12-05',
      confidence: 'reported',
      readings: [reads('ended', 'Generic signatures are no longer taken; names are filed.', ['Aliyun-Sign'])],
    },
    opt_out: {
      topic: 'wording',
      confidence: 'reported',
      readings: [
        reads(
          'tail',
          'Advertising ends with how to opt out, such as 退订回T or 拒收请回复R.',
          ['Aliyun-Sign', 'AWS-CN'],
          {
            kind: 'wording',
            at: 'end',
            anyOf: ['退订回T', '拒收请回复R', '回T退订', '回TD退订', '退订回TD', '退订回R'],
          },
        ),
      ],
    },
    identical: {
      topic: 'cap',
      classes: ['transactional', 'marketing'],
      confidence: 'reported',
      readings: [
        reads(
          'two_a_day',
          'At most two identical texts to one number in a day.',
          ['Vonage-CN', 'Aliyun-Sign', 'AWS-CN'],
          { kind: 'cap', limit: 2, windowSeconds: 86_400, identical: true },
        ),
      ],
    },
    links: {
      topic: 'links',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [
        reads('by_route', 'Links are blocked on international routes; templates are matched exactly.', [
          'Vonage-CN',
          'AWS-CN',
        ]),
      ],
    },
  },
  [
    {
      name: 'seven in Beijing',
      at: '2026-03-01T23:00:00Z',
      class: 'marketing',
      text: '【阿克米】今日八折，退订回T',
      outcome: 'held',
      rule: 'CN.hours',
      until: '2026-03-02T00:00:00Z',
    },
    {
      name: 'half past nine in the evening',
      at: '2026-03-02T13:30:00Z',
      class: 'marketing',
      text: '【阿克米】今日八折，退订回T',
      outcome: 'held',
      rule: 'CN.hours',
      until: '2026-03-03T00:00:00Z',
    },
    {
      name: 'half past nine for who reads 22:00',
      at: '2026-03-02T13:30:00Z',
      class: 'marketing',
      text: '【阿克米】今日八折，退订回T',
      answers: { 'CN.hours': 'to_ten' },
      outcome: 'allowed',
    },
    {
      name: 'advertising without a signature',
      at: '2026-03-02T04:00:00Z',
      class: 'marketing',
      text: '今日八折，退订回T',
      outcome: 'stopped',
      rule: 'CN.signature',
    },
    {
      name: 'advertising without a way out',
      at: '2026-03-02T04:00:00Z',
      class: 'marketing',
      text: '【阿克米】今日八折',
      outcome: 'stopped',
      rule: 'CN.opt_out',
    },
    {
      name: 'a sender that is a name',
      at: '2026-03-02T04:00:00Z',
      class: 'otp',
      sender: 'ACME',
      outcome: 'stopped',
      rule: 'CN.sender',
    },
  ],
);
