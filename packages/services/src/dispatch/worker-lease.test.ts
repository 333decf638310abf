import { describe, expect, test } from 'vitest';
import { openLeaseRecord } from './worker-lease.ts';

/** A record whose lease was renewed every 3 s, each time within 10 ms, from one second to another. */
function renewedFrom(fromSeconds: number, toSeconds: number, record = openLeaseRecord(fromSeconds * 1000)) {
  for (let at = fromSeconds + 3; at <= toSeconds; at += 3) record.renewed(at * 1000, at * 1000 + 10);
  return record;
}

describe('a worker may declare others dead', () => {
  test('once it has renewed its own lease for the time of a lease', () => {
    expect(renewedFrom(0, 12).mayJudge()).toBe(false);
    expect(renewedFrom(0, 15).mayJudge()).toBe(true);
  });

  test('but not after it could not renew either: then it was the database that was away', () => {
    const record = renewedFrom(0, 30);
    // Asked before the outage, answered after it.
    record.renewed(33_000, 50_000);
    expect(record.mayJudge()).toBe(false);
    expect(renewedFrom(51, 63, record).mayJudge()).toBe(false);
    expect(renewedFrom(63, 69, record).mayJudge()).toBe(true);
  });
});

test('a lease is not trusted 10 s after the renewal was asked for, however late the answer came', () => {
  const record = openLeaseRecord(0);
  record.renewed(3000, 12_000);
  expect(record.isFresh(12_999)).toBe(true);
  expect(record.isFresh(13_000)).toBe(false);
});
