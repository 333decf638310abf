/** What to measure: the window, how many messages, and whether the carrier returns a receipt for each. */
export type LinkCase = { window: number; messages: number; receipts: boolean };
