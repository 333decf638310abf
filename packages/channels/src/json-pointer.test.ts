import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson, readPointer, readText } from './json-pointer.ts';

describe('JSON pointers', () => {
  it('lead to what the sender wrote, by RFC 6901', () => {
    const document = { 'a/b': { 'm~n': [10, { '': 'deep' }] }, zero: 0, no: false, empty: '' };
    expect(readPointer(document, '')).toBe(document);
    expect(readText(document, '/a~1b/m~0n/0')).toBe('10');
    expect(readText(document, '/a~1b/m~0n/1/')).toBe('deep');
    expect([readText(document, '/zero'), readText(document, '/no'), readText(document, '/empty')]).toEqual([
      '0',
      'false',
      undefined,
    ]);
  });

  it('find nothing the sender did not write (B-07)', () => {
    for (const name of ['toString', 'constructor', '__proto__', 'hasOwnProperty'])
      expect(readPointer({}, `/${name}`)).toBeUndefined();
    expect(readPointer(parseJson('{"__proto__":{"id":"own"}}'), '/__proto__/id')).toBe('own');
  });

  it('never throw, whatever the document and the pointer', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (document, pointer) => {
        const text = readText(document, `/${pointer}`);
        expect(text === undefined || typeof text === 'string').toBe(true);
      }),
    );
  });
});
