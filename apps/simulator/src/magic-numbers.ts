import type { ReceiptStat } from './behaviour.ts';

/** What a dialled number makes happen; anything not named is as the carrier's behaviour says. */
export interface MagicNumber {
  /** The last two of the six digits 9900NN. */
  code: string;
  does: string;
  outcome?: { stat: ReceiptStat; err: string };
  /** What becomes of a call; a text is delivered. */
  call?: 'no-answer' | 'busy';
  /** The outcome holds for this part of a long text alone. */
  outcomeOfPart?: number;
  refuse?: { smpp: number; http: number; reason: string; when: 'always' | 'once' | 'first_carrier' };
  /** Taken and delivered, never answered. */
  loseResponse?: boolean;
  /** Dropped without an answer. */
  swallow?: boolean;
  /** Taken and delivered, then the connection is cut instead of an answer. */
  cut?: boolean;
  answerTwice?: boolean;
  genericNack?: boolean;
  responseDelayMs?: number;
  noReceipt?: boolean;
  receiptDelayMs?: number;
  duplicates?: number;
  beforeResponse?: boolean;
  intermediate?: boolean;
  reorder?: boolean;
  garbage?: boolean;
}

/**
 * Numbers whose last six digits are 9900NN. No subscriber number in use is claimed: the block 99 00xx is chosen
 * because generated test numbers (serials that count up from zero) do not reach it.
 */
export const magicNumbers: readonly MagicNumber[] = [
  { code: '01', does: 'absent subscriber: UNDELIV err 006', outcome: { stat: 'UNDELIV', err: '006' } },
  { code: '02', does: 'unknown subscriber: UNDELIV err 001', outcome: { stat: 'UNDELIV', err: '001' } },
  {
    code: '03',
    does: 'refused at submit as an invalid destination (0x0B)',
    refuse: { smpp: 0x0b, http: 400, reason: 'invalid_destination', when: 'always' },
  },
  {
    code: '04',
    does: 'throttled (0x58) at the first try of each carrier, then fine',
    refuse: { smpp: 0x58, http: 429, reason: 'throttled', when: 'once' },
  },
  { code: '05', does: 'delivered, no receipt ever', noReceipt: true },
  { code: '06', does: 'delivered, the receipt comes four times', duplicates: 3 },
  { code: '07', does: 'delivered, the receipt comes 20 s late', receiptDelayMs: 20_000 },
  { code: '08', does: 'delivered, the answer to the submit is lost', loseResponse: true },
  { code: '09', does: 'EXPIRED err 027', outcome: { stat: 'EXPIRED', err: '027' } },
  {
    code: '10',
    does: 'refused (0x45) by the first carrier that is tried, taken by every other: shows failover',
    refuse: { smpp: 0x45, http: 422, reason: 'submit_failed', when: 'first_carrier' },
  },
  { code: '11', does: 'the receipt comes before the answer to the submit', beforeResponse: true },
  { code: '12', does: 'ENROUTE first, then DELIVRD', intermediate: true },
  { code: '13', does: 'DELIVRD first, then ENROUTE', intermediate: true, reorder: true },
  { code: '14', does: 'rejected by the network: REJECTD err 013', outcome: { stat: 'REJECTD', err: '013' } },
  { code: '15', does: 'handset memory full: UNDELIV err 032', outcome: { stat: 'UNDELIV', err: '032' } },
  { code: '16', does: 'outcome never learned: UNKNOWN err 000', outcome: { stat: 'UNKNOWN', err: '000' } },
  { code: '17', does: 'delivered, the link is cut instead of an answer', cut: true },
  { code: '18', does: 'delivered, the submit is answered twice', answerTwice: true },
  { code: '19', does: 'the submit is answered by generic_nack', genericNack: true },
  { code: '20', does: 'delivered, the receipt is nonsense', garbage: true },
  { code: '21', does: 'dropped without an answer, nothing is delivered', swallow: true },
  { code: '22', does: 'delivered, the answer takes 5 s', responseDelayMs: 5000 },
  { code: '23', does: 'accepted for onward delivery and no more: ACCEPTD', outcome: { stat: 'ACCEPTD', err: '000' } },
  {
    code: '24',
    does: 'queue full (0x14) at the first try of each carrier, then fine',
    refuse: { smpp: 0x14, http: 503, reason: 'queue_full', when: 'once' },
  },
  {
    code: '25',
    does: 'the first part of a long text (or the whole of a short one) ends UNDELIV err 001, the rest is delivered',
    outcome: { stat: 'UNDELIV', err: '001' },
    outcomeOfPart: 1,
  },
  { code: '30', does: 'a call rings and nobody answers; a text is delivered', call: 'no-answer' },
  { code: '31', does: 'a call finds the line busy; a text is delivered', call: 'busy' },
];

/** The local parts of addresses that make something happen at the mail server. */
export const magicMailboxes = [
  {
    local_part: 'bounce-550',
    does: 'refused at RCPT: 550 5.1.1',
    code: 550,
    text: '5.1.1 No such user here',
    verb: 'rcpt',
  },
  {
    local_part: 'mailbox-full',
    does: 'refused at RCPT: 552 5.2.2',
    code: 552,
    text: '5.2.2 Mailbox full',
    verb: 'rcpt',
  },
  {
    local_part: 'defer-451',
    does: 'deferred at RCPT, always: 451 4.7.1',
    code: 451,
    text: '4.7.1 Try again later',
    verb: 'rcpt',
  },
  {
    local_part: 'spam-554',
    does: 'refused after the final dot: 554 5.7.1',
    code: 554,
    text: '5.7.1 Message looks like spam',
    verb: 'dot',
  },
  { local_part: 'cut-after-dot', does: 'taken, the connection is cut before the 250', code: 0, text: '', verb: 'dot' },
  { local_part: 'slow', does: 'taken, the 250 comes after 10 s', code: 250, text: '', verb: 'dot' },
] as const;

const byCode = new Map(magicNumbers.map((entry) => [entry.code, entry]));

/** The entry for a dialled number (digits, with or without +), or undefined for an ordinary one. */
export function findMagicNumber(number: string): MagicNumber | undefined {
  const code = /9900(\d\d)$/.exec(number)?.[1];
  return code === undefined ? undefined : byCode.get(code);
}

/** The entry for a mail address, or undefined for an ordinary one. */
export function findMagicMailbox(address: string): (typeof magicMailboxes)[number] | undefined {
  const local = address.slice(0, address.lastIndexOf('@')).toLowerCase();
  return magicMailboxes.find((entry) => entry.local_part === local);
}
