import {
  definePack,
  EVERY_CLASS,
  EVERY_DAY,
  hours,
  hoursButHolidays,
  MON_TO_FRI,
  MON_TO_SAT,
  open,
  reads,
  replaced,
} from './define-pack.ts';

/** Brazil. */
export const BR = definePack(
  'BR',
  2,
  {
    hours: {
      topic: 'hours',
      confidence: 'disputed',
      readings: [
        reads(
          'strict',
          'Monday to Friday from 09:00 to 18:00, Saturday from 09:00 to 13:00, not on holidays: within the hours of all who publish any.',
          ['Cautious', 'Twilio-BR', 'ClickSend-BR', 'SFMC-BR'],
          hoursButHolidays(open(MON_TO_FRI, '09:00', '18:00'), open([6], '09:00', '13:00')),
        ),
        reads(
          'not_sunday',
          'From 09:00 to 22:00, not on Sundays.',
          ['Twilio-BR'],
          hours(open(MON_TO_SAT, '09:00', '22:00')),
        ),
        reads(
          'office',
          'Monday to Friday from 08:00 to 18:00, Saturday from 09:00 to 13:00, not on holidays.',
          ['ClickSend-BR'],
          hoursButHolidays(open(MON_TO_FRI, '08:00', '18:00'), open([6], '09:00', '13:00')),
        ),
        reads('day', 'From 09:00 to 21:00.', ['SFMC-BR'], hours(open(EVERY_DAY, '09:00', '21:00'))),
      ],
    },
    sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [
        reads(
          'replaced',
          'The sender is replaced by a short code; TIM, Claro and Vivo register some in about ten weeks, and long codes are forbidden for applications.',
          ['Twilio-BR', 'ClickSend-BR', 'SFMC-BR', 'Vonage-BR'],
          replaced('short_code'),
        ),
      ],
    },
    content: {
      topic: 'content',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [
        reads(
          'bans',
          'Politics, religion, gambling, adult content and contests are banned.',
          ['Twilio-BR', 'ClickSend-BR', 'SFMC-BR', 'Vonage-BR'],
          { kind: 'words', lists: ['br.gambling', 'br.adult', 'br.politics', 'br.religion', 'br.contests'] },
        ),
      ],
    },
    links: {
      topic: 'links',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [
        reads('avoid', 'Public shorteners are best avoided.', ['Twilio-BR', 'ClickSend-BR', 'SFMC-BR', 'Vonage-BR']),
      ],
    },
    opt_out: {
      topic: 'opt_out',
      confidence: 'reported',
      readings: [
        reads('words', 'PARE, SAIR and CANCELAR opt out; AJUDA asks for help.', [
          'Twilio-BR',
          'ClickSend-BR',
          'SFMC-BR',
          'Vonage-BR',
        ]),
      ],
    },
    delivery: {
      topic: 'technique',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [
        reads(
          'limits',
          'Carriers transliterate accents; Oi, Nextel and Algar take no Unicode, Oi sends no receipts, Nextel takes 140 characters.',
          ['Twilio-BR', 'ClickSend-BR', 'SFMC-BR', 'Vonage-BR'],
        ),
      ],
    },
  },
  [
    {
      name: 'a Monday: nine in Acre decides',
      at: '2026-03-02T13:00:00Z',
      class: 'marketing',
      outcome: 'held',
      rule: 'BR.hours',
      until: '2026-03-02T14:00:00Z',
    },
    {
      name: 'a contest',
      at: '2026-03-02T17:00:00Z',
      class: 'marketing',
      text: 'Acme: participe do SORTEIO de um carro',
      outcome: 'stopped',
      rule: 'BR.content',
    },
    { name: 'a Monday afternoon', at: '2026-03-02T17:00:00Z', class: 'marketing', outcome: 'allowed' },
    {
      name: 'the Saturday hour that all zones share',
      at: '2026-03-07T14:30:00Z',
      class: 'marketing',
      outcome: 'allowed',
    },
    {
      name: 'a Sunday',
      at: '2026-03-08T15:00:00Z',
      class: 'marketing',
      outcome: 'held',
      rule: 'BR.hours',
      until: '2026-03-09T14:00:00Z',
    },
    {
      name: 'a Sunday for who goes by 09:00 to 21:00',
      at: '2026-03-08T15:00:00Z',
      class: 'marketing',
      answers: { 'BR.hours': 'day' },
      outcome: 'allowed',
    },
  ],
);
