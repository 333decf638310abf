import type { TimelineEntry } from '@signalbox/contracts';
import { TimelineKind } from '@signalbox/contracts';
import { describe, expect, it } from 'vitest';
import { catalogueOf } from '#i18n/catalogue.ts';
import { stepKey } from './step-key.ts';

const RESULTS = ['pass', 'fail', 'info', 'wait', 'unknown'] as const;
const EVIDENCE: Record<string, unknown>[] = [
  {},
  { parts: 3, part: 2, parts_total: 3, parts_delivered: 2, limit: 5, used: 2, size_bytes: 10, draw: 0.4, wait_ms: 10 },
  { given: '0052', to: '+52', same_route: true, wait_ms: 5000, state: 'withdrawn', class: 'otp' },
  { affix: '-AD', affix_at: 'end', missing: '[QC]', missing_at: 'start', source: 'law/VN.cap', limit: 3 },
  { affix: 'AD-', affix_at: 'start', missing: 'x', missing_at: 'end' },
  { missing: 'x', missing_at: 'anywhere' },
  { draw: 0.4, model_version: 3, model: 'thin' },
  { sender: 'ACME', standing: 'rejected', source: 'country/MX' },
  ...['word', 'link', 'phone', 'card'].map((what) => ({ what, found: 'x' })),
  ...['accepted', 'rejected', 'throttled', 'unsent', 'something new'].map((answer) => ({ answer })),
];
const CODES = [null, 'no_route', 'all_down', 'recipient.absent'];

function lookUp(key: string): unknown {
  let at: unknown = catalogueOf('en');
  for (const part of key.split('.')) at = (at as Record<string, unknown> | undefined)?.[part];
  return at;
}

describe('the sentence of a step', () => {
  it('exists for every kind, result and evidence the timeline may carry', () => {
    const missing: string[] = [];
    for (const kind of TimelineKind.options)
      for (const result of RESULTS)
        for (const facts of EVIDENCE)
          for (const code of CODES) {
            const key = stepKey({ kind, result, code, facts });
            if (key === undefined || typeof lookUp(key) !== 'string') missing.push(`${kind} ${result}: ${key}`);
          }
    expect(missing).toEqual([]);
  });
  it('is left to the api for a kind this build does not know', () => {
    const step = { kind: 'teleport', result: 'info', code: null, facts: {} } as unknown as TimelineEntry;
    expect(stepKey(step)).toBeUndefined();
  });
});
