import { describe, expect, it } from 'vitest';
import { exampleFor } from './examples.ts';

describe('the example of a country', () => {
  it('puts its number and its text in place, at any depth, and leaves the rest', () => {
    const example = {
      messages: [{ to: '+525512345678', channel: 'sms', content: { text: 'Hola' }, client_ref: 'order-1' }],
      limit: 3,
    };
    expect(exampleFor(example, 'IN')).toEqual({
      messages: [{ to: '+919812345678', channel: 'sms', content: { text: 'Your order 84-2201 is on its way.' } }],
      limit: 3,
    });
  });
});
