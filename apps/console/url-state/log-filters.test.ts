import { describe, expect, it } from 'vitest';
import { FILTERS, filtersOf, type LogState, parseLogState, withFilter, writeLogState } from './log-filters.ts';

const full: LogState = {
  to: '+525512345678',
  state: 'undelivered',
  channel: 'sms',
  class: 'otp',
  country: 'MX',
  reason: 'recipient.absent',
  route_id: 'rte_01j00000000000000000000000',
  client_ref: 'order 17 / ñ&=?',
  accepted_after: '2026-11-23T00:00:00Z',
  accepted_before: '2026-11-24T00:00:00Z',
  cursor: 'abc.def',
  open: 'msg_01j00000000000000000000000',
};
const read = (query: string) => parseLogState(new URLSearchParams(query));

describe('the address of the log', () => {
  it('restores every filter, the page and the drawer exactly', () => {
    expect(read(writeLogState(full))).toEqual(full);
    for (const name of FILTERS) {
      const one = { [name]: full[name] } as LogState;
      expect(read(writeLogState(one))).toEqual(one);
    }
  });
  it('is empty without filters and equal for equal states', () => {
    expect(writeLogState({})).toBe('');
    expect(writeLogState({ class: 'otp', to: 'x' })).toBe(writeLogState({ to: 'x', class: 'otp' }));
  });
  it('drops what cannot be right and keeps the rest', () => {
    expect(read('?state=nonsense&country=mexico&to=%2B525512345678&open=evil&accepted_after=yesterday&foo=1')).toEqual({
      to: '+525512345678',
    });
  });
  it('goes back to the first page and closes the drawer when a filter changes', () => {
    const next = withFilter(full, 'state', 'delivered');
    expect(next).toEqual({ ...filtersOf(full), state: 'delivered' });
    expect(withFilter(full, 'to', undefined)).not.toHaveProperty('to');
  });
});
