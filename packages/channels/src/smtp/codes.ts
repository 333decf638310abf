import type { ReasonCode } from '@signalbox/contracts';

/** What a rule leads to: a reason, or a pause with the wait it deserves. */
export type SmtpOutcome = { reason: ReasonCode } | { waitMs: number };

const reason = (code: ReasonCode): SmtpOutcome => ({ reason: code });
const RATE = { waitMs: 60_000 };
const GREYLIST = { waitMs: 300_000 };

/**
 * Text rules, asked first and in order, because receivers misuse the numbers: the first whose class (4, 5 or any) and pattern fit decides.
 * Rules about the sender's standing stand before those about the recipient, so that a block never suppresses a person.
 */
export const SMTP_TEXT_RULES: readonly { class: 4 | 5 | null; pattern: RegExp; outcome: SmtpOutcome }[] = [
  { class: 4, pattern: /grey-?list|try again in \d+ (second|minute)/i, outcome: GREYLIST },
  {
    class: 4,
    pattern: /too many|\brate\b|throttl|slow down|limit exceeded|unsolicited mail originating/i,
    outcome: RATE,
  },
  { class: 5, pattern: /(sending|hourly|daily|message) (rate )?limit|too many (messages|connections)/i, outcome: RATE },
  {
    class: null,
    pattern:
      /blacklist|black list|blocklist|block list|\brbl\b|spamhaus|poor reputation|bad reputation|listed (by|in|on)/i,
    outcome: reason('sender.reputation'),
  },
  {
    class: null,
    pattern: /\b(spf|dkim|dmarc)\b|unauthenticated|sender (id|policy)|reverse dns|ptr record/i,
    outcome: reason('sender.auth_failed'),
  },
  {
    class: null,
    pattern: /looks like spam|spam (message|content|detected)|considered spam|virus|malware|phish/i,
    outcome: reason('content.rejected_spam'),
  },
  {
    class: null,
    pattern: /relay(ing)? (access )?(denied|not permitted)|authentication required|not authenticated/i,
    outcome: reason('account.not_enabled'),
  },
  {
    class: null,
    pattern: /(mailbox|quota|storage|inbox).{0,30}(full|exceeded|over)|over ?quota|out of storage/i,
    outcome: reason('recipient.mailbox_full'),
  },
  {
    class: null,
    pattern: /message (is )?too (large|big)|size (limit )?exceed|exceeds.{0,20}size/i,
    outcome: reason('content.invalid'),
  },
  {
    class: 5,
    pattern:
      /no such (user|recipient|mailbox|person)|user (unknown|not found)|unknown user|does ?n.t exist|not exist|recipient (address )?(rejected: user|unknown|not found)|invalid (recipient|mailbox)|no mailbox/i,
    outcome: reason('recipient.unknown'),
  },
  {
    class: 5,
    pattern: /(account|mailbox|user).{0,30}(disabled|inactive|suspended|locked|blocked)/i,
    outcome: reason('recipient.barred'),
  },
  {
    class: 5,
    pattern: /(domain|host).{0,30}(not found|does not|unknown)|null mx/i,
    outcome: reason('recipient.invalid_address'),
  },
];

/** Enhanced status (RFC 3463) subject and detail -> outcome, for the temporary class 4 and the permanent class 5. `x.n` stands for all details. */
export const SMTP_ENHANCED: Readonly<Record<string, { soft: SmtpOutcome; hard: SmtpOutcome }>> = {
  '1.0': { soft: reason('recipient.absent'), hard: reason('recipient.unknown') },
  '1.1': { soft: reason('recipient.absent'), hard: reason('recipient.unknown') },
  '1.2': { soft: reason('network.unroutable'), hard: reason('recipient.invalid_address') },
  '1.3': { soft: reason('recipient.absent'), hard: reason('recipient.invalid_address') },
  '1.6': { soft: reason('recipient.absent'), hard: reason('recipient.unknown') },
  '1.7': { soft: reason('sender.auth_failed'), hard: reason('sender.auth_failed') },
  '1.8': { soft: reason('sender.auth_failed'), hard: reason('sender.auth_failed') },
  '1.10': { soft: reason('recipient.absent'), hard: reason('recipient.unknown') },
  '1.n': { soft: reason('recipient.absent'), hard: reason('recipient.invalid_address') },
  '2.0': { soft: reason('recipient.absent'), hard: reason('recipient.barred') },
  '2.1': { soft: reason('recipient.absent'), hard: reason('recipient.barred') },
  '2.2': { soft: reason('recipient.mailbox_full'), hard: reason('recipient.mailbox_full') },
  '2.3': { soft: reason('content.invalid'), hard: reason('content.invalid') },
  '2.n': { soft: reason('recipient.absent'), hard: reason('recipient.barred') },
  '3.4': { soft: reason('content.invalid'), hard: reason('content.invalid') },
  '3.n': { soft: reason('provider.queue_full'), hard: reason('provider.unavailable') },
  '4.4': { soft: reason('network.unroutable'), hard: reason('network.unroutable') },
  '4.7': { soft: reason('network.expired'), hard: reason('network.expired') },
  '4.n': { soft: reason('network.failure'), hard: reason('network.failure') },
  '5.3': { soft: RATE, hard: RATE },
  '5.n': { soft: reason('provider.protocol'), hard: reason('provider.protocol') },
  '6.n': { soft: reason('content.invalid'), hard: reason('content.invalid') },
  '7.0': { soft: GREYLIST, hard: reason('content.rejected_spam') },
  '7.1': { soft: GREYLIST, hard: reason('content.rejected_spam') },
  '7.2': { soft: reason('recipient.barred'), hard: reason('recipient.barred') },
  '7.8': { soft: reason('account.auth'), hard: reason('account.auth') },
  '7.n': { soft: GREYLIST, hard: reason('sender.auth_failed') },
};

/** Plain reply codes (RFC 5321 section 4.2), for servers that give no enhanced status. */
export const SMTP_CODES: Readonly<Record<number, SmtpOutcome>> = {
  421: RATE,
  450: GREYLIST,
  451: GREYLIST,
  452: reason('recipient.mailbox_full'),
  454: reason('provider.unavailable'),
  500: reason('provider.protocol'),
  501: reason('provider.protocol'),
  502: reason('provider.protocol'),
  503: reason('provider.protocol'),
  504: reason('provider.protocol'),
  530: reason('account.not_enabled'),
  535: reason('account.auth'),
  550: reason('recipient.unknown'),
  551: reason('recipient.unknown'),
  552: reason('recipient.mailbox_full'),
  553: reason('recipient.invalid_address'),
  554: reason('content.rejected_spam'),
  555: reason('provider.protocol'),
};
