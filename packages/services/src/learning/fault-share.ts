import { REASONS, type ReasonCode, type ReceiptVerdict } from '@signalbox/contracts';

/** How much of a fault of provider or network a reason is, in thousandths; what the recipient, the content, the sender or we are at fault for is none. */
export const faultMilliOf = (reason: ReasonCode | null): number =>
  Math.round(REASONS[reason ?? 'unknown.unspecified'].healthWeight * 1000);

/** The same of a final negative receipt. */
export const failedMilliOf = ({ verdict, reason }: { verdict: ReceiptVerdict; reason: ReasonCode | null }): number =>
  faultMilliOf(reason ?? (verdict === 'expired' ? 'network.expired' : null));
