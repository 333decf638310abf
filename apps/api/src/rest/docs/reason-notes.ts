import type { ReasonCode } from '@signalbox/contracts';

/** What to do about each reason. A code that is added does not compile until it is explained here. */
export const REASON_CURES: Readonly<Record<ReasonCode, string>> = {
  'recipient.invalid_address': 'Correct the address. Check addresses where people type them in.',
  'recipient.unknown': 'Ask the person for a current address.',
  'recipient.absent':
    'Nothing at once: the network tries again until the validity ends. For codes, offer another channel.',
  'recipient.no_answer': 'Nothing at once: try again later, or offer another channel.',
  'recipient.busy': 'Try again in a minute, or offer another channel.',
  'recipient.barred': 'Offer another channel; only the operator of the subscriber can lift the bar.',
  'recipient.mailbox_full': 'Try again later, or by another channel.',
  'recipient.channel_unavailable': 'Use another channel: a landline takes no text, a mailbox no call.',
  'recipient.opted_out': 'Send nothing more to this person until there is a new consent.',
  'content.rejected_spam': 'Change the text: fewer links, no shortened ones, the name of your shop in it.',
  'content.template_mismatch':
    'Send the text as it is registered, word for word outside of its variables. For India, `POST /v1/dlt/check` marks each place that differs and says what to do.',
  'content.url_not_allowed': 'Remove the link, or have its domain registered with the operator.',
  'content.invalid': 'Shorten the text, or remove the characters the network does not take.',
  'sender.not_registered': 'Register the sender for this country, or leave `from` out so that the route chooses one.',
  'sender.auth_failed': 'Check the SPF, DKIM and DMARC records of your domain, or the registration of your header.',
  'sender.reputation':
    'Send less at once, and only to people who expect it, until the receiver trusts the sender again.',
  'policy.suppressed': 'Nothing, when the person wants no messages. Else remove the address from the suppression list.',
  'policy.consent_missing': 'Record the consent with `POST /v1/consents` before you send marketing.',
  'policy.registry_blocked':
    'Nothing, when the registry is right. The step `registry` of the timeline names it, its answer and until when that holds; `POST /v1/compliance/registries/{key}/ask` asks again.',
  'policy.registry_unanswered':
    'Nothing at once: a message that is held asks again every few minutes until its validity ends. See that the registry can be reached and that its limit of the day is not spent: `GET /v1/compliance/registries`.',
  'policy.quiet_hours':
    'Marketing waits as `held` until `hold.eligible_again_at`. Change the opening hours of the country, give a longer `valid_for_seconds` when it would expire first, or use another class if it is no marketing.',
  'policy.frequency_capped':
    'The step `limits` of the timeline names the cap, its window and the count. A cap with `over_limit: defer` keeps the message as `held` until `hold.eligible_again_at`; else send fewer messages to each person, or change the cap: `GET /v1/caps`.',
  'policy.geo_denied': 'Open the country or the channel on the page Countries of the console, or stop sending there.',
  'policy.fraud_blocked':
    'Look at the evidence on the page Verifications of the console, under Prefixes. Lift the prefix, or allow it, when people of yours are there; else nothing: traffic is being pumped, and it costs you nothing more.',
  'policy.budget_exceeded':
    'Wait for the next hour or day, or raise the limit on the page Verifications of the console, under Rules; or set it by `PUT /v1/fraud/rules`.',
  'policy.sender_not_allowed':
    'Send from a number or a name that the country takes, spelled as its rule says: `GET /v1/compliance/packs/{country}`. Where it must be registered, see how it stands with `GET /v1/senders`, and say there when the operator has registered it. The step `sender` of the timeline names the rule.',
  'policy.content_blocked':
    'Change the text as the step `screening` of the timeline says. Where the rule is not settled law, or your provider adds the words, say so for the country on the page Country rules of the console.',
  'policy.template_stopped':
    'Resume the version on the page Templates of the console, or approve another, and send again: what was stopped stays stopped.',
  'policy.preference_blocked': 'Nothing: the subscriber asked the operator for it. Other classes still arrive.',
  'account.auth': 'Correct user and password of the provider in the console.',
  'account.not_enabled': 'Ask the provider to open the service or the country for your account.',
  'account.credit': 'Top up the account at the provider.',
  'provider.throttled': 'Nothing: it is tried again. When it lasts, lower the speed of the connection or ask for more.',
  'provider.queue_full': 'Nothing: it is tried again, then by another route.',
  'provider.unavailable': 'Check the connection on the page of providers; other routes take over meanwhile.',
  'provider.protocol': 'Compare the settings of the provider with its manual: number types, encoding, service type.',
  'provider.indeterminate': 'Wait for the receipt. Send again only what may arrive twice.',
  'network.unroutable': 'Add a route that reaches this network, or use another channel.',
  'network.failure': 'Nothing: it is tried again within the validity.',
  'network.expired': 'Give a longer `valid_for_seconds`, or use another channel.',
  'platform.no_route': 'Add a route for this channel, country and class, or switch on one that is off.',
  'platform.render_failed': 'Give every variable the template names.',
  'platform.expired': 'Give a longer `valid_for_seconds`, or add a carrier: the message waited for its whole validity.',
  'platform.canceled': 'Nothing: you canceled it.',
  'platform.no_receipt':
    'Nothing: it may have arrived. When it happens often on a route, its receipts do not reach us.',
  'platform.internal': 'Tell whoever runs this installation, with the id of the message.',
  'unknown.unspecified': 'Look up the raw code in the timeline of the message, in the manual of the provider.',
};
