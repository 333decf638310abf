import { definePack, EVERY_CLASS, EVERY_DAY, hours, open, reads, registration } from './define-pack.ts';

/** South Korea. */
export const KR = definePack(
  'KR',
  2,
  {
    hours: {
      topic: 'hours',
      confidence: 'unverified',
      readings: [
        reads(
          'day',
          'From 08:00 to 21:00; the night needs a consent of its own.',
          ['Common'],
          hours(open(EVERY_DAY, '08:00', '21:00')),
        ),
      ],
    },
    label: {
      topic: 'wording',
      confidence: 'unverified',
      readings: [
        reads('advertising', 'Advertising begins with (광고) and ends with a free way to opt out.', ['Common'], {
          kind: 'wording',
          at: 'start',
          anyOf: ['(광고)'],
        }),
      ],
    },
    sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      confidence: 'unverified',
      readings: [
        reads(
          'numeric',
          'Senders are numbers that are registered beforehand.',
          ['Common'],
          registration({ kinds: ['numeric'] }),
        ),
      ],
    },
    opt_out: {
      topic: 'opt_out',
      confidence: 'unverified',
      readings: [reads('free_number', 'People opt out by a free 080 number.', ['Common'])],
    },
  },
  [
    {
      name: 'half past seven in the morning',
      at: '2026-03-01T22:30:00Z',
      class: 'marketing',
      text: '(광고) Acme',
      outcome: 'held',
      rule: 'KR.hours',
      until: '2026-03-01T23:00:00Z',
    },
    {
      name: 'advertising without its label',
      at: '2026-03-02T04:00:00Z',
      class: 'marketing',
      text: 'Acme',
      outcome: 'stopped',
      rule: 'KR.label',
    },
    {
      name: 'a workspace that holds the label for no law',
      at: '2026-03-02T04:00:00Z',
      class: 'marketing',
      text: 'Acme',
      answers: { 'KR.label': 'none' },
      outcome: 'allowed',
    },
    {
      name: 'a sender that was rejected',
      at: '2026-03-03T09:00:00Z',
      class: 'transactional',
      sender: '28000',
      standing: 'rejected',
      outcome: 'stopped',
      rule: 'KR.sender',
    },
  ],
);
