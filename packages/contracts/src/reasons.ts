/** Who is at fault. */
export type Party =
  | 'recipient'
  | 'content'
  | 'sender'
  | 'policy'
  | 'account'
  | 'provider'
  | 'network'
  | 'platform'
  | 'unknown';

/** What may follow: never, same route later, other route, other channel, fix first, query first. */
export type ReasonRetry = 'never' | 'same_route' | 'other_route' | 'other_channel' | 'fix' | 'query';

/** One row of the table of reasons. */
export interface ReasonRow {
  party: Party;
  retry: ReasonRetry;
  /** Share of one failure that counts against the route, 0 to 1. */
  healthWeight: number;
  /** Whether the address is put on the suppression list. */
  suppress: 'no' | 'yes' | 'after_two_routes';
  /**
   * Whether a message over several channels goes on by its next one after an end for this reason. It does where the reason holds for this
   * address, channel, text or route; it does not where it holds for the person or for the message as a whole.
   */
  nextChannel: boolean;
  /** One public sentence. */
  text: string;
}

const row = (
  party: Party,
  retry: ReasonRetry,
  healthWeight: number,
  text: string,
  suppress: ReasonRow['suppress'] = 'no',
): ReasonRow => ({ party, retry, healthWeight, suppress, text, nextChannel: true });

/** A reason that ends every channel of a message. */
const forAll = (reason: ReasonRow): ReasonRow => ({ ...reason, nextChannel: false });

/** Reasons: why a message did not go or did not arrive. Closed table (vocabulary: normalised errors). */
export const REASONS = {
  'recipient.invalid_address': row('recipient', 'never', 0, 'The address cannot exist.', 'yes'),
  'recipient.unknown': row('recipient', 'never', 0, 'Nobody has this address.', 'after_two_routes'),
  'recipient.absent': row('recipient', 'same_route', 0, 'The phone is switched off or out of reach.'),
  'recipient.no_answer': row('recipient', 'same_route', 0, 'Nobody answered the call.'),
  'recipient.busy': row('recipient', 'same_route', 0, 'The line was busy.'),
  'recipient.barred': row('recipient', 'other_channel', 0, 'The subscriber may not receive this.'),
  'recipient.mailbox_full': row('recipient', 'same_route', 0, 'The mailbox or the phone memory is full.'),
  'recipient.channel_unavailable': row(
    'recipient',
    'other_channel',
    0,
    'This address cannot be reached by this channel.',
  ),
  'recipient.opted_out': forAll(row('recipient', 'never', 0, 'The person asked not to be contacted.', 'yes')),
  'content.rejected_spam': row('content', 'fix', 0.25, 'The provider took the text for spam.'),
  'content.template_mismatch': row('content', 'fix', 0, 'The text does not match its registered template.'),
  'content.url_not_allowed': row('content', 'fix', 0, 'A link in the text is not allowed.'),
  'content.invalid': row('content', 'fix', 0, 'The text has a length, encoding or parameter that cannot be sent.'),
  'sender.not_registered': row('sender', 'other_route', 0, 'The sender is not registered on this route.'),
  'sender.auth_failed': row('sender', 'fix', 0, 'The sender failed its authentication check.'),
  'sender.reputation': row(
    'sender',
    'same_route',
    0.25,
    'The receiver slows or refuses this sender for its reputation.',
  ),
  // Suppressions and consents are kept for each channel: the next one is asked for its own.
  'policy.suppressed': row('policy', 'never', 0, 'The address is on the suppression list.'),
  'policy.consent_missing': row('policy', 'never', 0, 'There is no consent for marketing to this address.'),
  // A registry is asked for an address and a channel: the next one has its own.
  'policy.registry_blocked': row(
    'policy',
    'never',
    0,
    'A public registry says that this address may get no marketing.',
  ),
  'policy.registry_unanswered': row(
    'policy',
    'same_route',
    0,
    'A public registry that must be asked before marketing has not answered.',
  ),
  // Hours are those of a channel: the next one has its own.
  'policy.quiet_hours': row(
    'policy',
    'never',
    0,
    'It is outside the hours in which this may be sent to the recipient.',
  ),
  // A cap protects the person: what it stops must not reach them another way.
  'policy.frequency_capped': forAll(
    row('policy', 'never', 0, 'The person already got as many messages as the cap allows.'),
  ),
  'policy.geo_denied': row('policy', 'never', 0, 'This country or channel is closed in the workspace.'),
  // What is suspicious is the range of the number, and what is spent is that of its country: mail may still carry a code.
  'policy.fraud_blocked': row(
    'policy',
    'other_channel',
    0,
    'The range of this number is closed to codes, as a sign of fraud.',
  ),
  'policy.budget_exceeded': row('policy', 'other_channel', 0, 'The most that codes may cost for now is spent.'),
  'policy.sender_not_allowed': row('policy', 'fix', 0, 'The country of the recipient does not take this sender.'),
  'policy.content_blocked': row('policy', 'fix', 0, 'The content breaks a rule that holds for it.'),
  'policy.template_stopped': forAll(
    row('policy', 'fix', 0, 'The template was paused or rejected after the message had been accepted.'),
  ),
  'policy.preference_blocked': forAll(row('policy', 'never', 0, 'The operator blocks this class for the subscriber.')),
  'account.auth': row('account', 'other_route', 1, 'The provider refused our credentials.'),
  'account.not_enabled': row('account', 'other_route', 1, 'Our account may not use this service.'),
  'account.credit': row('account', 'other_route', 1, 'Our account at the provider has no credit.'),
  'provider.throttled': row('provider', 'same_route', 0, 'The provider asked us to slow down.'),
  'provider.queue_full': row('provider', 'same_route', 0.25, 'The provider has a full queue.'),
  'provider.unavailable': row('provider', 'other_route', 1, 'The provider could not be reached; nothing was sent.'),
  'provider.protocol': row('provider', 'other_route', 1, 'The provider refused the form of our request.'),
  'provider.indeterminate': row(
    'provider',
    'query',
    1,
    'The provider did not answer; it is not known whether it sent the message.',
  ),
  'network.unroutable': row('network', 'other_route', 0.25, 'The network does not reach this number.'),
  'network.failure': row('network', 'same_route', 1, 'The network failed on the way.'),
  'network.expired': row('network', 'other_route', 1, 'The network gave up at the end of the validity.'),
  'platform.no_route': row('platform', 'fix', 0, 'No route may carry this message.'),
  'platform.render_failed': row('platform', 'fix', 0, 'The content could not be rendered.'),
  'platform.expired': forAll(row('platform', 'never', 0, 'The validity ended before the message could be sent.')),
  'platform.canceled': forAll(row('platform', 'never', 0, 'The caller canceled the message.')),
  'platform.no_receipt': row('platform', 'never', 0.5, 'No receipt came in time.'),
  'platform.internal': row('platform', 'same_route', 0, 'A fault of this installation.'),
  'unknown.unspecified': row('unknown', 'other_route', 0.5, 'The provider gave a code that is not classified yet.'),
} as const satisfies Record<string, ReasonRow>;

/** A code of the table of reasons. */
export type ReasonCode = keyof typeof REASONS;

/** True when the text is a code of the table. */
export function isReasonCode(text: string): text is ReasonCode {
  return Object.hasOwn(REASONS, text);
}
