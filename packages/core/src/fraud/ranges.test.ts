import { describe, expect, it } from 'vitest';
import { parseNumber } from '../audience/parse-number.ts';
import { refusedRange } from './judge-range.ts';
import { numberBlocks } from './number-blocks.ts';

const rangeOf = (text: string) => {
  const number = parseNumber(text);
  if (!number.ok) throw new Error(`${text} is no number: ${number.code}`);
  return refusedRange(number);
};

describe('A-04: ranges that bill whoever sends, or that nobody holds in the hand', () => {
  it.each([
    ['+19002345678', 'premium-rate', 'a premium line of the United States'],
    ['+499001234567', 'premium-rate', 'a premium line of Germany'],
    ['+441903123456', null, 'a fixed line of Britain: it may read texts aloud'],
    ['+4918012345', 'shared-cost', 'a shared-cost line of Germany'],
    ['+33810123456', 'shared-cost', 'a shared-cost line of France'],
    ['+447012345678', 'personal number', 'personal numbering of Britain'],
    ['+78005553535', 'toll-free', 'a toll-free line of Russia'],
    ['+870773123456', 'Inmarsat', 'a satellite phone'],
    ['+881612345678', 'satellite', 'a satellite phone, which its plan calls mobile'],
    ['+8821612345678', 'international network', 'a phone of Thuraya'],
    ['+979123456789', 'premium-rate', 'an international premium line'],
    ['+80812345678', 'shared-cost', 'an international shared-cost line'],
    ['+80012345678', 'freephone', 'an international freephone line'],
    ['+525512345678', null, 'a mobile of Mexico'],
    ['+919812345678', null, 'a mobile of India'],
    ['+12133734253', null, 'a number of the United States'],
  ])('%s: %s (%s)', (text: string, what: string | null, _name: string) => {
    const range = rangeOf(text);
    if (what === null) expect(range).toBeNull();
    else expect(range?.what).toContain(what);
    if (range !== null) expect(range.source).not.toBe('');
  });
});

describe('the blocks a number lies in', () => {
  it.each([
    ['+525512345678', '52551234', '525512'],
    ['+12133734253', '1213373', '12133'],
    ['+6591234567', '659123', '6591'],
    // Seven digits in all: a block must not be the whole country.
    ['+6834002', '6834', '6834'],
    ['+29051234', '2905', '2905'],
  ])('%s lies in %s and %s', (e164, near, wide) => {
    expect(numberBlocks(e164)).toEqual({ near, wide });
  });
});
