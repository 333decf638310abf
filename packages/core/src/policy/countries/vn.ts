import { definePack, EVERY_CLASS, EVERY_DAY, hours, open, reads, registration } from './define-pack.ts';

/** Vietnam. */
export const VN = definePack(
  'VN',
  2,
  {
    hours: {
      topic: 'hours',
      confidence: 'confirmed',
      readings: [
        reads(
          'decree',
          'Advertising texts go from 07:00 to 22:00.',
          ['VN-Decree91'],
          hours(open(EVERY_DAY, '07:00', '22:00')),
        ),
      ],
    },
    call_hours: {
      topic: 'hours',
      channels: ['voice'],
      confidence: 'confirmed',
      readings: [
        reads(
          'decree',
          'Advertising calls go from 08:00 to 17:00.',
          ['VN-Decree91'],
          hours(open(EVERY_DAY, '08:00', '17:00')),
        ),
      ],
    },
    cap: {
      topic: 'cap',
      confidence: 'confirmed',
      readings: [
        reads('decree', 'At most three advertising texts to one number in 24 hours.', ['VN-Decree91'], {
          kind: 'cap',
          limit: 3,
          windowSeconds: 86_400,
          identical: false,
        }),
      ],
    },
    call_cap: {
      topic: 'cap',
      channels: ['voice'],
      confidence: 'confirmed',
      readings: [
        reads('decree', 'At most one advertising call to one number in 24 hours.', ['VN-Decree91'], {
          kind: 'cap',
          limit: 1,
          windowSeconds: 86_400,
          identical: false,
        }),
      ],
    },
    label: {
      topic: 'wording',
      confidence: 'confirmed',
      readings: [
        reads('decree', 'Advertising texts begin with [QC] or [AD].', ['VN-Decree91'], {
          kind: 'wording',
          at: 'start',
          anyOf: ['[QC]', '[AD]'],
        }),
      ],
    },
    consent: {
      topic: 'consent',
      confidence: 'confirmed',
      readings: [
        reads(
          'decree',
          'Advertising needs consent, asked for once; numbers on the national Do Not Call list get none.',
          ['VN-Decree91'],
        ),
      ],
    },
    opt_out: {
      topic: 'opt_out',
      confidence: 'confirmed',
      readings: [reads('decree', 'People refuse by text and by call, and the text says how.', ['VN-Decree91'])],
    },
    sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [reads('registered', 'Brand names and templates are registered.', ['Vonage-VN'], registration())],
    },
    brand: {
      topic: 'wording',
      classes: EVERY_CLASS,
      from: '2024-08-12',
      confidence: 'reported',
      readings: [reads('in_text', 'The text names the brand.', ['Vonage-VN'])],
    },
  },
  [
    {
      name: 'half past six in the morning',
      at: '2026-03-01T23:30:00Z',
      class: 'marketing',
      text: '[QC] Acme',
      outcome: 'held',
      rule: 'VN.hours',
      until: '2026-03-02T00:00:00Z',
    },
    { name: 'the evening', at: '2026-03-02T14:00:00Z', class: 'marketing', text: '[QC] Acme', outcome: 'allowed' },
    {
      name: 'advertising without its label',
      at: '2026-03-02T04:00:00Z',
      class: 'marketing',
      text: 'Acme',
      outcome: 'stopped',
      rule: 'VN.label',
    },
    {
      name: 'the label in small letters',
      at: '2026-03-02T04:00:00Z',
      class: 'marketing',
      text: '[ad] Acme',
      outcome: 'allowed',
    },
    {
      name: 'hours that are law hold whatever a workspace answers',
      at: '2026-03-02T18:00:00Z',
      class: 'marketing',
      text: '[QC] Acme',
      answers: { 'VN.hours': 'none' },
      outcome: 'held',
      rule: 'VN.hours',
      until: '2026-03-03T00:00:00Z',
    },
    {
      name: 'a sender that was rejected',
      at: '2026-03-03T09:00:00Z',
      class: 'transactional',
      sender: 'ACME',
      standing: 'rejected',
      outcome: 'stopped',
      rule: 'VN.sender',
    },
  ],
);
