import { LookupService } from '@signalbox/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askNumbers, faultOfAsking } from '../asked/translate.ts';
import { readLookup } from './translate.ts';

const service = (change: object = {}) =>
  LookupService.parse({
    url: 'https://lookup.example.com/v1/numbers',
    body: { numbers: '{{numbers}}' },
    price_micros: 4_000,
    currency: 'USD',
    state_pointer: '/status',
    max_numbers: 100,
    ...change,
  });
const TWO = ['+525512345678', '+919812345678'];

describe('a lookup service described by configuration', () => {
  it('is asked for many numbers by one call, as it is described', () => {
    expect(askNumbers(service(), 'tok', TWO)).toEqual({
      url: 'https://lookup.example.com/v1/numbers',
      method: 'POST',
      headers: expect.objectContaining({ authorization: 'Bearer tok', 'content-type': 'application/json' }),
      body: JSON.stringify({ numbers: TWO }),
    });
    const byGet = service({
      url: 'https://l.example.com/{{number}}?d={{digits}}',
      body: null,
      max_numbers: 1,
      auth: 'none',
    });
    expect(askNumbers(byGet, '', ['+5255'])).toMatchObject({
      url: 'https://l.example.com/%2B5255?d=5255',
      method: 'GET',
    });
  });

  it('is read by pointers: the network in one text or two, the phone by its words', () => {
    const body = JSON.stringify({
      results: [
        { number: '525512345678', network: '334-050', status: 'Active' },
        { number: '+91 98123 45678', network: '40445', status: 'absent' },
        { number: '+4915112345678', network: '26201' },
      ],
    });
    expect(readLookup(service(), TWO, { status: 200, body })).toEqual(
      new Map([
        [TWO[0], { network: '334050', reach: 'reachable' }],
        [TWO[1], { network: '40445', reach: 'absent' }],
      ]),
    );
    const apart = service({ results_pointer: '', network_pointer: '/mcc', mnc_pointer: '/mnc' });
    const one = { mcc: 334, mnc: 5, status: 'nobody knows this word' };
    expect(readLookup(apart, ['+52551'], { status: 200, body: JSON.stringify(one) })?.get('+52551')).toEqual({
      network: '33405',
      reach: null,
    });
  });

  it('never takes an answer for more than it is, whatever comes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), fc.oneof(fc.json(), fc.string()), (status, body) => {
        const read = readLookup(service(), TWO, { status, body });
        if (status < 200 || status > 299) expect(read).toBeNull();
        for (const [number, { network }] of read ?? []) {
          expect(TWO).toContain(number);
          expect(network === null || /^\d{5,6}$/.test(network)).toBe(true);
        }
      }),
    );
  });

  it.each([
    [{ body: { to: '{{to}}' } }, 'body'],
    [{ body: { all: true } }, 'body'],
    [{ body: null }, 'url'],
    [{ body: { number: '{{number}}' } }, 'max_numbers'],
    [{ auth: 'basic' }, 'auth_user'],
    [{ auth: 'header' }, 'auth_header'],
  ])('that is described as %j has a fault at %s', (change, field) => {
    expect(faultOfAsking(service(change))?.field).toBe(field);
    expect(faultOfAsking(service())).toBeNull();
  });
});
