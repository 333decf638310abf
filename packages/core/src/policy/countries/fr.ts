import { definePack, EVERY_CLASS, hoursButHolidays, MON_TO_FRI, MON_TO_SAT, open, reads } from './define-pack.ts';

/** France. */
export const FR = definePack(
  'FR',
  1,
  {
    hours: {
      topic: 'hours',
      confidence: 'disputed',
      readings: [
        reads(
          'rule',
          'Not between 22:00 and 08:00, not on Sundays and public holidays.',
          ['Brevo-FR', 'CALLR', 'OpenMarket'],
          hoursButHolidays(open(MON_TO_SAT, '08:00', '22:00')),
        ),
        reads(
          'practice',
          'The narrower practice: Monday to Friday from 08:00 to 20:00, Saturday from 10:00 to 18:00.',
          ['Brevo-FR', 'CALLR', 'OpenMarket'],
          hoursButHolidays(open(MON_TO_FRI, '08:00', '20:00'), open([6], '10:00', '18:00')),
        ),
      ],
    },
    stop: {
      topic: 'wording',
      confidence: 'reported',
      readings: [
        reads(
          'tail',
          'Promotions end with STOP and the short code 36xxx of the operator; some providers add and count it.',
          ['Brevo-FR', 'CALLR', 'OpenMarket'],
          { kind: 'wording', at: 'end', anyOf: ['STOP 36###', 'STOP au 36###'] },
        ),
      ],
    },
    sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      from: '2023-01-01',
      confidence: 'confirmed',
      readings: [
        reads(
          'no_mobile',
          'Names are open; mobile numbers (+33 6 and 7) may not be the sender of an application. Numeric promotions come from 36xxx, alerts from 38xxx.',
          ['ARCEP'],
        ),
      ],
    },
    consent: {
      topic: 'consent',
      confidence: 'unverified',
      readings: [
        reads('opt_in', 'Opt-in, or customers for similar products; the way out is free and in each text.', [
          'ePrivacy',
        ]),
      ],
    },
  },
  [
    {
      name: 'a Sunday',
      at: '2026-03-08T10:00:00Z',
      class: 'marketing',
      text: 'Acme -20%. STOP 36180',
      outcome: 'held',
      rule: 'FR.hours',
      until: '2026-03-09T07:00:00Z',
    },
    {
      name: 'the Sunday on which the clocks go forward',
      at: '2026-03-29T00:30:00Z',
      class: 'marketing',
      text: 'Acme -20%. STOP 36180',
      outcome: 'held',
      rule: 'FR.hours',
      until: '2026-03-30T06:00:00Z',
    },
    {
      name: 'nine in the evening',
      at: '2026-03-02T20:00:00Z',
      class: 'marketing',
      text: 'Acme -20%. STOP 36180',
      outcome: 'allowed',
    },
    {
      name: 'nine in the evening for who keeps to the practice',
      at: '2026-03-02T20:00:00Z',
      class: 'marketing',
      text: 'Acme -20%. STOP 36180',
      answers: { 'FR.hours': 'practice' },
      outcome: 'held',
      rule: 'FR.hours',
      until: '2026-03-03T07:00:00Z',
    },
    {
      name: 'a promotion without its tail',
      at: '2026-03-02T12:00:00Z',
      class: 'marketing',
      text: 'Acme -20%',
      outcome: 'stopped',
      rule: 'FR.stop',
    },
    {
      name: 'an order without a tail',
      at: '2026-03-08T02:00:00Z',
      class: 'transactional',
      text: 'Acme: colis en route',
      outcome: 'allowed',
    },
  ],
);
