export const receiptForms = ['off', 'tlv', 'text', 'both'] as const;
export type SinkReceipts = (typeof receiptForms)[number];

export interface SinkSettings {
  receipts: SinkReceipts;
  /** Time from a submit to its answer, as of a carrier some way off. */
  latencyMs: number;
  /** Time from an answer to its receipt: that of the way to the handset. */
  receiptDelayMs: number;
}
