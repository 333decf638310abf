import { definePack, EVERY_CLASS, reads, replaced } from './define-pack.ts';

/** Argentina. */
export const AR = definePack(
  'AR',
  2,
  {
    sender: {
      topic: 'sender',
      classes: EVERY_CLASS,
      confidence: 'reported',
      readings: [reads('replaced', 'The sender is replaced.', ['AWS-SA'], replaced('number'))],
    },
  },
  [
    {
      name: 'the night, of which nothing is known',
      at: '2026-03-02T05:00:00Z',
      class: 'marketing',
      outcome: 'allowed',
    },
  ],
);
