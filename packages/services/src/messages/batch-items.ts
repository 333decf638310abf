import { type FieldError, fieldErrorsOf, ItemKey, SignalboxError } from '@signalbox/contracts';
import type { RequestContext } from '../context.ts';
import type { CallKey } from './accept-call.ts';
import { callKey } from './call-key.ts';
import { refuseRequest } from './judge-request.ts';
import { type Judged, judgeSend } from './judge-send.ts';

/** One message of a batch, judged. */
export interface BatchItem {
  judged: Judged;
  /** What a repeat of this item is recognised by; null without a key of its own. */
  key: CallKey | null;
  /** Index of the item of this batch that it repeats, or null. */
  twin: number | null;
}

// Keys of items are apart from those of calls, and the same in every batch.
const ROUTE = 'POST /v1/messages/batch item';

/** Judges one item of a batch with the key it may carry. */
export function judgeItem(ctx: RequestContext, given: unknown, nowMs: number): BatchItem {
  if (typeof given !== 'object' || given === null)
    return { judged: judgeSend(ctx, given, nowMs), key: null, twin: null };
  const { idempotency_key: name, ...body } = given as Record<string, unknown>;
  const faults = [...explainFaults(body), ...keyFaults(name)];
  const judged = judgeSend(ctx, faults.length > 0 ? without(body, 'explain') : body, nowMs);
  if (faults.length > 0) {
    const others = judged.ok ? [] : judged.error.fields;
    return { judged: refuseRequest([...faults, ...others]), key: null, twin: null };
  }
  return { judged, key: typeof name === 'string' ? callKey(ctx, ROUTE, name, body) : null, twin: null };
}

function keyFaults(name: unknown): FieldError[] {
  const parsed = ItemKey.safeParse(name);
  return parsed.success ? [] : fieldErrorsOf(parsed.error, 'idempotency_key');
}

function explainFaults(body: object): FieldError[] {
  if (!Object.hasOwn(body, 'explain')) return [];
  const message = 'A batch explains no decisions: send this message by itself, or ask POST /v1/routing/preview.';
  return [{ path: 'explain', code: 'not_allowed', message }];
}

function without(body: Record<string, unknown>, name: string): object {
  const { [name]: _left, ...rest } = body;
  return rest;
}

/** Equal items under one key are one message; another message under a key of this batch is refused, as it would be in a later one. */
export function refuseOtherTwins(items: readonly BatchItem[]): BatchItem[] {
  const first = new Map<string, number>();
  return items.map((item, index) => {
    if (item.key === null || !item.judged.ok) return item;
    const twin = first.get(item.key.id);
    if (twin === undefined) {
      first.set(item.key.id, index);
      return item;
    }
    if (items[twin]?.key?.fingerprint === item.key.fingerprint) return { ...item, twin };
    const detail = `Message ${twin} of this batch carries the same idempotency_key and is another one.`;
    return {
      judged: { ok: false, error: new SignalboxError('idempotency_mismatch', { detail }) },
      key: null,
      twin: null,
    };
  });
}
