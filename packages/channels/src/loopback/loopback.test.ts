import type { SubmitRequest } from '@signalbox/contracts';
import { describe, expect, it } from 'vitest';
import { type ForeignPeer, type Mood, RecordingHost, runConformance } from '../conformance.case.ts';
import { manifestOf } from '../manifests.ts';
import { openChannel } from '../registry.ts';
import { LOOPBACK_FATES } from './codes.ts';
import { findFate } from './translate.ts';

const ENDINGS: Partial<Record<Mood, string>> = { refuse: '990003', throttle: '990004', die: '990008' };

function makeText(number: number, ending = ''): SubmitRequest {
  const digits = `+1202555${String(number).padStart(4, '0')}`;
  return {
    attemptRef: `0192aa00000070008000${String(number).padStart(12, '0')}-1`,
    validForSeconds: 60,
    urgent: false,
    environment: 'sandbox',
    submission: {
      kind: 'sms',
      to: ending === '' ? digits : `+12025${ending}`,
      from: null,
      parts: [{ encoding: 'gsm7', text: 'hello' }],
      reference: number,
    },
  };
}

async function openPeer(): Promise<ForeignPeer> {
  let mood: Mood = 'accept';
  return {
    settings: { receipt_delay_ms: 10 },
    allow: [],
    secrets: [],
    setMood: (next) => {
      mood = next;
    },
    makeRequest: (number) => makeText(number, ENDINGS[mood]),
    seen: () => [],
    goDown: async () => {},
    comeBack: async () => {},
  };
}

const hasNoPeer = {
  why: 'there is no peer, nothing leaves the house',
  holds: () => manifestOf('loopback').fields.every((field) => field.group === 'receipts'),
};

runConformance({
  protocol: 'loopback',
  openPeer,
  refusal: 'recipient.invalid_address',
  decode: (octets) => findFate(makeText(1, String(octets))),
  notGiven: {
    peer_down: hasNoPeer,
    slow: hasNoPeer,
    silence: hasNoPeer,
    urgent: hasNoPeer,
    secrets: {
      why: 'it has no secrets',
      holds: () => manifestOf('loopback').fields.every((field) => field.kind !== 'secret'),
    },
    receipts: {
      why: 'nobody waits for an acknowledgement; tested below by what it keeps',
      holds: () => manifestOf('loopback').capabilities.receipts,
    },
  },
});

describe('loopback: pretended receipts', () => {
  async function openUp(settings: Record<string, unknown>) {
    const host = new RecordingHost();
    const adapter = openChannel({ protocol: 'loopback', settings, providerId: 'prv_loop', host, egressAllow: [] });
    adapter.start();
    return { host, adapter };
  }

  it('reports each special recipient as its table says, and every other one as delivered', async () => {
    const { host, adapter } = await openUp({ receipt_delay_ms: 0, late_receipt_delay_ms: 1 });
    const fates = LOOPBACK_FATES.filter((fate) => fate.verdict !== null);
    const requests = [...fates.map((fate, index) => makeText(index, fate.numberEnds)), makeText(500)];
    const refs: string[] = [];
    adapter.submit(requests, (index, answer) => {
      refs[index] = answer.kind === 'accepted' ? (answer.refs[0] ?? '') : '';
    });
    await host.until(() => host.receipts.length === requests.length);
    const byRef = new Map(host.receipts.map((receipt) => [receipt.ref, receipt]));
    for (const [index, fate] of fates.entries()) {
      expect(byRef.get(refs[index] ?? '')).toMatchObject({
        verdict: fate.verdict,
        reason: fate.verdict === 'delivered' ? null : fate.reason,
      });
    }
    expect(byRef.get(refs[fates.length] ?? '')?.verdict).toBe('delivered');
    await adapter.stop(100);
  });

  it('keeps a receipt until it is stored', async () => {
    const { host, adapter } = await openUp({ receipt_delay_ms: 0 });
    let refused = 0;
    host.store = () => {
      refused += 1;
      return refused === 1 ? Promise.reject(new Error('the database is away')) : Promise.resolve();
    };
    adapter.submit([makeText(1)], () => {});
    await host.until(() => host.receipts.length === 1);
    expect(refused).toBe(2);
    await adapter.stop(100);
  });

  it('hands over waiting receipts when it is stopped, and does not wait for a store that is away', async () => {
    const { host, adapter } = await openUp({ receipt_delay_ms: 60_000 });
    adapter.submit([makeText(1), makeText(2)], () => {});
    await adapter.stop(1000);
    expect(host.receipts.length).toBe(2);
    const other = await openUp({ receipt_delay_ms: 60_000 });
    other.host.store = () => Promise.reject(new Error('away'));
    other.adapter.submit([makeText(1)], () => {});
    await other.adapter.stop(1000);
    expect(other.host.receipts.length).toBe(0);
  });

  it('gives one reference and one receipt for each part', async () => {
    const { host, adapter } = await openUp({ receipt_delay_ms: 0 });
    const long = makeText(7);
    if (long.submission.kind === 'sms')
      long.submission.parts = [0, 1, 2].map((part) => ({ encoding: 'gsm7', text: `part ${part}` }));
    adapter.submit([long], (_index, answer) => expect(answer.kind === 'accepted' && answer.refs.length).toBe(3));
    await host.until(() => host.receipts.length === 3);
    await adapter.stop(100);
  });

  it('knows mail recipients by the name before "@"', () => {
    const mail = makeText(1);
    mail.submission = { kind: 'email', to: 'Unknown@example.com', from: null, subject: 's', text: 't', html: null };
    expect(findFate(mail)?.reason).toBe('recipient.unknown');
  });
});
