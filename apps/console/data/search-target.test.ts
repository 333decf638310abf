import { describe, expect, it } from 'vitest';
import { searchTarget } from './search-target.ts';

describe('the search box', () => {
  it('opens a message by its id, also when pasted in capitals', () => {
    const id = 'msg_01j00000000000000000000abc';
    expect(searchTarget(` ${id.toUpperCase()} `)).toEqual({ kind: 'message', id });
  });
  it('opens a call of the API by the id its answer carried', () => {
    const id = 'req_01j00000000000000000000abc';
    expect(searchTarget(id)).toEqual({ kind: 'request', id });
  });
  it('finds a number however it is written, and a mail address', () => {
    for (const text of ['+52 55 1234 5678', '0052 (55) 1234-5678', '525512345678'])
      expect(searchTarget(text)).toEqual({ kind: 'filter', name: 'to', value: '+525512345678' });
    expect(searchTarget('ana@example.com')).toEqual({ kind: 'filter', name: 'to', value: 'ana@example.com' });
  });
  it('takes anything else for the caller reference and ignores nothing', () => {
    expect(searchTarget('order-17')).toEqual({ kind: 'filter', name: 'client_ref', value: 'order-17' });
    expect(searchTarget('  ')).toBeUndefined();
  });
});
