import { isFinal, MessageState } from '@signalbox/contracts';
import { describe, expect, it } from 'vitest';
import type { MessageEvent } from './events.ts';
import { transition } from './transition.ts';

const STATES = MessageState.options;
const EVENTS: readonly MessageEvent[] = [
  { kind: 'scheduled' },
  { kind: 'held' },
  { kind: 'released' },
  { kind: 'queued' },
  { kind: 'claimed' },
  { kind: 'accepted_by_provider' },
  { kind: 'failover' },
  { kind: 'rejected_final' },
  { kind: 'unroutable' },
  { kind: 'suppressed' },
  { kind: 'expired' },
  { kind: 'canceled' },
  { kind: 'indeterminate_final' },
  { kind: 'receipt_window_ended' },
  { kind: 'receipt', verdict: 'enroute' },
  { kind: 'receipt', verdict: 'delivered' },
  { kind: 'receipt', verdict: 'undelivered' },
  { kind: 'receipt', verdict: 'expired' },
  { kind: 'receipt', verdict: 'unknown' },
];
const nameOf = (event: MessageEvent): string => (event.kind === 'receipt' ? `receipt ${event.verdict}` : event.kind);

/** Every step that changes a state, as "from event to". Everything else is refused or tells nothing new. */
const STEPS = `
accepted scheduled scheduled
accepted held held
accepted queued queued
accepted claimed sending
accepted unroutable failed
accepted suppressed suppressed
accepted expired expired
accepted canceled canceled
scheduled held held
scheduled released queued
scheduled queued queued
scheduled claimed sending
scheduled unroutable failed
scheduled suppressed suppressed
scheduled expired expired
scheduled canceled canceled
held held held
held released queued
held queued queued
held claimed sending
held unroutable failed
held suppressed suppressed
held expired expired
held canceled canceled
held receipt-delivered delivered
queued held held
queued claimed sending
queued unroutable failed
queued suppressed suppressed
queued expired expired
queued canceled canceled
queued receipt-delivered delivered
sending accepted_by_provider sent
sending failover queued
sending rejected_final failed
sending expired expired
sending indeterminate_final unknown
sending receipt-delivered delivered
sending receipt-undelivered undelivered
sending receipt-expired expired
sending receipt-unknown unknown
sent receipt_window_ended unknown
sent receipt-delivered delivered
sent receipt-undelivered undelivered
sent receipt-expired expired
sent receipt-unknown unknown
undelivered receipt-delivered delivered late
expired receipt-delivered delivered late
expired receipt-undelivered undelivered late
unknown receipt-delivered delivered late
unknown receipt-undelivered undelivered late
unknown receipt-expired expired late
`;

describe('transition', () => {
  it('changes a state in exactly the ways of this list', () => {
    const found: string[] = [];
    for (const state of STATES) {
      for (const event of EVENTS) {
        const result = transition(state, event);
        if (!result.ok || !result.changed) continue;
        found.push(`${state} ${nameOf(event).replace(' ', '-')} ${result.state}${result.late ? ' late' : ''}`);
      }
    }
    expect(found.sort()).toEqual(STEPS.trim().split('\n').sort());
  });

  it('keeps the state whenever it says that nothing changed', () => {
    for (const state of STATES) {
      for (const event of EVENTS) {
        const result = transition(state, event);
        if (result.ok && !result.changed) expect(result).toEqual({ ok: true, state, late: false, changed: false });
      }
    }
  });

  it('refuses, as a value, what would act on a message that is over', () => {
    const acts = EVENTS.filter((event) =>
      [
        'scheduled',
        'held',
        'released',
        'queued',
        'claimed',
        'suppressed',
        'expired',
        'canceled',
        'unroutable',
      ].includes(event.kind),
    );
    for (const state of STATES.filter(isFinal)) {
      for (const event of acts) expect(transition(state, event)).toEqual({ ok: false, state, event: event.kind });
    }
  });

  it('takes a report on an attempt after the end as old news: the answer that comes after its own receipt', () => {
    expect(transition('delivered', { kind: 'accepted_by_provider' })).toEqual({
      ok: true,
      state: 'delivered',
      late: false,
      changed: false,
    });
    expect(transition('undelivered', { kind: 'receipt_window_ended' })).toMatchObject({ ok: true, changed: false });
  });

  it('lets a cancel win before the claim and lose after it', () => {
    expect(transition('queued', { kind: 'canceled' })).toMatchObject({ ok: true, state: 'canceled' });
    expect(transition('sending', { kind: 'canceled' })).toMatchObject({ ok: false });
    expect(transition('sent', { kind: 'canceled' })).toMatchObject({ ok: false });
    expect(transition('canceled', { kind: 'claimed' })).toMatchObject({ ok: false });
  });

  it('ends nothing by a bad receipt while another attempt may still deliver', () => {
    const bad: MessageEvent = { kind: 'receipt', verdict: 'undelivered', otherAttemptOpen: true };
    expect(transition('sent', bad)).toMatchObject({ ok: true, state: 'sent', changed: false });
    const good: MessageEvent = { kind: 'receipt', verdict: 'delivered', otherAttemptOpen: true };
    expect(transition('sending', good)).toMatchObject({ ok: true, state: 'delivered', changed: true });
  });

  it('refuses a receipt for a message that was never handed to a provider', () => {
    expect(transition('accepted', { kind: 'receipt', verdict: 'delivered' })).toMatchObject({ ok: false });
    expect(transition('scheduled', { kind: 'receipt', verdict: 'delivered' })).toMatchObject({ ok: false });
  });
});
