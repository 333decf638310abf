import { definePack, EVERY_CLASS, EVERY_DAY, hours, open, reads, registration } from './define-pack.ts';

/** Philippines. */
export const PH = definePack(
  'PH',
  2,
  {
    hours: {
      topic: 'hours',
      confidence: 'confirmed',
      readings: [
        reads('circular', 'Not between 21:00 and 07:00.', ['NTC-MC'], hours(open(EVERY_DAY, '07:00', '21:00'))),
      ],
    },
    sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [
        reads(
          'registered',
          'Senders are registered, others are overwritten; at most five digits in a name, only - . and _ beside letters and digits, and not TEST, SMS or INFO; Globe blocks long codes.',
          ['Vonage-PH'],
          registration({ unregistered: 'replaced' }),
        ),
      ],
    },
    opt_out: {
      topic: 'opt_out',
      confidence: 'confirmed',
      readings: [reads('free', 'The way out is free; STOP opts out.', ['NTC-MC'])],
    },
    links: {
      topic: 'links',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [
        reads('no_shortener', 'Shorteners are blocked by Smart; an order of 2022 restricts links.', ['Vonage-PH'], {
          kind: 'links',
          policy: 'no_shortener',
        }),
      ],
    },
  },
  [
    {
      name: 'six in the morning',
      at: '2026-03-01T22:00:00Z',
      class: 'marketing',
      outcome: 'held',
      rule: 'PH.hours',
      until: '2026-03-01T23:00:00Z',
    },
    { name: 'noon', at: '2026-03-02T04:00:00Z', class: 'marketing', outcome: 'allowed' },
    {
      name: 'a link that is shortened',
      at: '2026-03-02T04:00:00Z',
      class: 'transactional',
      text: 'Acme cutt.ly/abc',
      outcome: 'stopped',
      rule: 'PH.links',
    },
  ],
);
