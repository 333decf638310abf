import type { InboundReceipt, SubmitAnswer, SubmitRequest } from '@signalbox/contracts';
import { LOOPBACK_FATES, type LoopbackFate } from './codes.ts';

/** The line of the table a recipient falls under, or undefined for an ordinary one. */
export function findFate(request: SubmitRequest): LoopbackFate | undefined {
  const { submission } = request;
  if (submission.kind !== 'email') return LOOPBACK_FATES.find((fate) => submission.to.endsWith(fate.numberEnds));
  const name = submission.to.slice(0, submission.to.lastIndexOf('@')).toLowerCase();
  return LOOPBACK_FATES.find((fate) => fate.mailbox === name);
}

/** One reference per part, made from the reference of the attempt so that it is unique for ever. */
function referPart(request: SubmitRequest): string[] {
  const parts = request.submission.kind === 'sms' ? request.submission.parts.length : 1;
  return Array.from({ length: Math.max(1, parts) }, (_, index) => `${request.attemptRef}.${index + 1}`);
}

/** The answer to one request, by the recipient alone. */
export function answerFor(request: SubmitRequest, fate: LoopbackFate | undefined): SubmitAnswer {
  const refs = referPart(request);
  if (fate === undefined || fate.answer === 'accept') return { kind: 'accepted', refs };
  const raw = `loopback: ${fate.does}`;
  if (fate.answer === 'throttle') return { kind: 'throttled', retryAfterMs: 1000, raw };
  const reason = fate.reason ?? 'unknown.unspecified';
  if (fate.answer === 'reject') return { kind: 'rejected', reason, raw };
  return { kind: 'indeterminate', reason, raw, refs: refs.map(() => null) };
}

/** The receipt of one part. */
export function receiptFor(ref: string, fate: LoopbackFate | undefined): InboundReceipt {
  const verdict = fate?.verdict ?? 'delivered';
  const reason = verdict === 'delivered' ? null : (fate?.reason ?? null);
  return { ref, verdict, reason, raw: `loopback id:${ref} stat:${verdict}` };
}
