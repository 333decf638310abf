// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

/** A list of words that may grow: the known ones, and any other text. */
export type Open<Word extends string> = Word | (string & Record<never, never>);

export type Assurance = 'restricted' | 'address_only';

export type BlockRule = 'near' | 'wide';

export interface BlockEvidence {
  rule: Open<BlockRule>;
  sent: number;
  converted: number;
  limit_sent: number;
  limit_percent: number;
  since: string;
  until: string;
}

export interface BlockThreshold {
  sent: number;
  /** Zero switches the rule off. */
  percent: number;
}

export interface SpendLimit {
  amount_micros: number;
  currency: string;
}

export interface CountryFraudRules {
  /** Over the last 10 to 20 minutes, of all numbers that differ in their last 4 digits only. */
  near: BlockThreshold;
  /** Over the last hour, of all numbers that differ in their last 6 digits only. */
  wide: BlockThreshold;
  /** How long a rule closes a block of numbers. */
  block_hours: number;
  /** Most that codes may cost in an hour (UTC); null is no limit. */
  spend_per_hour?: SpendLimit | null;
  /** Most that codes may cost in a day (UTC); null is no limit. */
  spend_per_day?: SpendLimit | null;
}

export interface FraudRulesViewAllCodes {
  codes_per_minute: number;
  spend_per_hour: SpendLimit | null;
  spend_per_day: SpendLimit | null;
}

export interface OwnCountryRules {
  country: string;
  /** Over the last 10 to 20 minutes, of all numbers that differ in their last 4 digits only; null is as in each country. */
  near?: BlockThreshold | null;
  /** Over the last hour, of all numbers that differ in their last 6 digits only; null is as in each country. */
  wide?: BlockThreshold | null;
  /** How long a rule closes a block of numbers; null is as in each country. */
  block_hours?: number | null;
  /** Most that codes may cost in an hour (UTC); null is as in each country. */
  spend_per_hour?: SpendLimit | null;
  /** Most that codes may cost in a day (UTC); null is as in each country. */
  spend_per_day?: SpendLimit | null;
}

export interface FraudRulesView {
  all_codes: FraudRulesViewAllCodes;
  each_country: CountryFraudRules;
  countries: OwnCountryRules[];
  version: number;
  updated_at: string | null;
}

export type PrefixAction = 'block' | 'allow';

export interface AddPrefixRequest {
  /** The first digits of numbers with their country code, or one whole number. */
  prefix: string;
  /** `block` sends no code there; `allow` sends them whatever the rules find. */
  action: PrefixAction;
  /** Why, for whoever reads the list. */
  reason: string;
  /** When it ends by itself; null is never. */
  expires_in_hours?: number | null;
}

export interface NetworkPrefixView {
  prefix: string;
  network: string;
  country: string;
  name: string;
  sample: boolean;
}

export interface NetworkPrefixPage {
  total: number;
  data: NetworkPrefixView[];
  next_after: string | null;
}

export interface ImportNetworksResultColumns {
  column: string;
  field: string | null;
}

export interface ImportNetworksResultFaults {
  line: number;
  column: string;
  message: string;
}

export interface ImportNetworksResult {
  rows: number;
  right: number;
  columns: ImportNetworksResultColumns[];
  added: number;
  changed: number;
  unchanged: number;
  removed: number;
  faults: ImportNetworksResultFaults[];
  fault_count: number;
  error_csv: string | null;
  stored: boolean;
}

export interface ImportNetworksRequest {
  /** The text of the file, with its line of column names. */
  csv: string;
  /** What the file is called; stands in the audit log. */
  file_name?: string;
  /** The file is the whole table: prefixes it leaves out are removed, samples included. */
  whole_table?: boolean;
  /** Read and compare only, change nothing. */
  dry_run?: boolean;
  /** Store the rows that are right although others are not; else a file with a faulty row changes nothing. */
  skip_faulty?: boolean;
}

export type LookupOutcome = 'known' | 'to_ask' | 'asked' | 'no_answer' | 'over_limit';

export type NetworkSource = 'prefix' | 'receipt' | 'lookup' | 'cache';

export interface LookedUpNumberNetwork {
  code: string;
  name: string;
  source: Open<NetworkSource>;
}

export type Reach = 'reachable' | 'absent' | 'unknown';

export interface LookedUpNumber {
  number: string;
  country: string | null;
  outcome: Open<LookupOutcome>;
  network: LookedUpNumberNetwork | null;
  reach: Open<Reach> | null;
}

export interface LookUpNumbersRequest {
  /** Numbers with their country code. */
  numbers: string[];
  /** Only tell what is known and what asking for the rest would cost. */
  dry_run?: boolean;
}

export interface LookUpNumbersResult {
  data: LookedUpNumber[];
  asked: number;
  cost_micros: number;
  currency: string;
  dry_run: boolean;
}

export interface LookupDay {
  day: string;
  currency: string;
  asked: number;
  answered: number;
  spent_micros: number;
}

export type TrafficClass = 'otp' | 'transactional' | 'marketing';

export type ReachChoice = 'send' | 'stop';

export interface LookupRule {
  country?: string | null;
  class: Open<TrafficClass>;
  look_up: boolean;
  /** A text to a phone that is out of reach. */
  absent?: Open<ReachChoice>;
  /** A text to a number that nobody has. */
  unknown?: Open<ReachChoice>;
}

export interface LookupService {
  /** Where it is asked. Without a body the number stands in the address as `{{number}}`, or as `{{digits}}` without “+”. */
  url: string;
  /** The JSON body of a POST: `{{numbers}}` becomes the list of numbers, `{{all_digits}}` the list without “+”, `{{number}}` and `{{digits}}` the first. Without one it is asked by GET. */
  body?: Record<string, unknown> | null;
  /** How many numbers one call may ask for. */
  max_numbers?: number;
  /** How it is signed in. */
  auth?: Open<'none' | 'bearer' | 'basic' | 'header'>;
  /** The user name of `basic`. */
  auth_user?: string;
  /** The header that carries the secret of `header`. */
  auth_header?: string;
  /** Where the list of answers stands; empty: the answer itself. */
  results_pointer?: string;
  /** The number, within one answer. */
  number_pointer?: string;
  /** MCC and MNC in one text, or the MCC alone. */
  network_pointer?: string;
  /** The MNC, where it stands apart. */
  mnc_pointer?: string;
  /** Whether the phone can be reached; empty where the service does not tell. */
  state_pointer?: string;
  /** Words for a phone that can be reached; what stands in no list says nothing. */
  reachable_words?: string[];
  /** Words for a phone out of reach. */
  absent_words?: string[];
  /** Words for a number that nobody has. */
  unknown_words?: string[];
  /** How long one call may take. */
  timeout_ms?: number;
  /** What one number costs, in millionths of `currency`. */
  price_micros: number;
  currency: string;
  /** Most numbers asked for in a day (UTC). */
  daily_numbers?: number;
  /** Most money spent in a day (UTC); null for no limit of money. */
  daily_micros?: number | null;
  /** How long a network is believed. */
  network_days?: number;
  /** How long it is believed whether a phone can be reached. */
  reach_minutes?: number;
}

export interface LookupView {
  version: number;
  enabled: boolean;
  service: LookupService | null;
  secret_stored: boolean;
  rules: LookupRule[];
  waits_ms: Record<string, number>;
  days: LookupDay[];
}

export interface AskRegistryRequest {
  /** A number with its country code, or a mail address. */
  address: string;
  /** Only tell what is known and what asking would cost. */
  dry_run?: boolean;
}

export type RegistryOutcome = 'known' | 'to_ask' | 'asked' | 'no_answer' | 'over_limit';

export interface AskRegistryResult {
  address: string;
  outcome: Open<RegistryOutcome>;
  listed: boolean | null;
  allows: boolean | null;
  asked_at: string | null;
  valid_until: string | null;
  cost_micros: number;
  currency: string;
  dry_run: boolean;
}

export type CalendarUnit = 'day' | 'week' | 'month';

export type Channel = 'sms' | 'email' | 'voice';

export interface CapScopeMetadata {
  key: string;
  value: string;
}

export interface CapScope {
  /** Keys of templates; empty is every one. */
  templates?: string[];
  /** An entry that the metadata of the message must have, such as a campaign. */
  metadata?: CapScopeMetadata | null;
}

export type OverCap = 'drop' | 'defer';

export interface CapView {
  id: string;
  name: string;
  enabled?: boolean;
  /** Null is every channel. */
  channels?: Open<Channel>[] | null;
  /** What the cap holds for. */
  classes?: Open<TrafficClass>[];
  /** Classes that use the cap up and are never stopped by it, such as `transactional`. */
  also_counts?: Open<TrafficClass>[];
  /** Which messages are counted. */
  scope?: CapScope;
  /** Most messages to one address in the window. */
  limit?: number | null;
  /** The window is the last so many seconds. */
  rolling_seconds?: number | null;
  /** The window is a day, a week or a month where the recipient is; in the time zone of the workspace where that is not known. */
  calendar?: Open<CalendarUnit> | null;
  /** Least time between two messages to one address. */
  min_gap_seconds?: number | null;
  /** So many of `limit` are kept for the messages of `kept_for`. */
  kept?: number;
  /** The messages that matter more. Needed with `kept`. */
  kept_for?: CapScope;
  /** A message over the cap is dropped as `suppressed`, or waits as `held` until it fits and is judged afresh then. What would fit only after its validity, and a code, is dropped. */
  over_limit?: Open<OverCap>;
  version: number;
  updated_at: string;
}

export interface LegalCapView {
  rule: string;
  country: string;
  channels: string[];
  classes: Open<TrafficClass>[];
  limit: number;
  rolling_seconds: number;
  /** Only messages of the same text count. */
  identical: boolean;
  confidence: Open<'confirmed' | 'reported' | 'disputed' | 'unverified'>;
  sources: string[];
}

export interface CapList {
  data: CapView[];
  legal: LegalCapView[];
}

export interface CapPreview {
  from: string;
  to: string;
  /** Messages that went and that the cap counts. */
  counted: number;
  people: number;
  /** Messages that would have been dropped or would have waited. */
  over: number;
  people_over: number;
  /** False where so many people are over the cap that only some of them were looked at. */
  complete: boolean;
}

export interface SaveCap {
  name: string;
  enabled?: boolean;
  /** Null is every channel. */
  channels?: Channel[] | null;
  /** What the cap holds for. */
  classes?: TrafficClass[];
  /** Classes that use the cap up and are never stopped by it, such as `transactional`. */
  also_counts?: TrafficClass[];
  /** Which messages are counted. */
  scope?: CapScope;
  /** Most messages to one address in the window. */
  limit?: number | null;
  /** The window is the last so many seconds. */
  rolling_seconds?: number | null;
  /** The window is a day, a week or a month where the recipient is; in the time zone of the workspace where that is not known. */
  calendar?: CalendarUnit | null;
  /** Least time between two messages to one address. */
  min_gap_seconds?: number | null;
  /** So many of `limit` are kept for the messages of `kept_for`. */
  kept?: number;
  /** The messages that matter more. Needed with `kept`. */
  kept_for?: CapScope;
  /** A message over the cap is dropped as `suppressed`, or waits as `held` until it fits and is judged afresh then. What would fit only after its validity, and a code, is dropped. */
  over_limit?: OverCap;
}

export type RegistryMeaning = 'blocks' | 'permits';

export type RegistrySilence = 'hold' | 'stop';

export interface RegistryService {
  /** Where it is asked. Without a body the number stands in the address as `{{number}}`, or as `{{digits}}` without “+”. */
  url: string;
  /** The JSON body of a POST: `{{numbers}}` becomes the list of numbers, `{{all_digits}}` the list without “+”, `{{number}}` and `{{digits}}` the first. Without one it is asked by GET. */
  body?: Record<string, unknown> | null;
  /** How many numbers one call may ask for. */
  max_numbers?: number;
  /** How it is signed in. */
  auth?: Open<'none' | 'bearer' | 'basic' | 'header'>;
  /** The user name of `basic`. */
  auth_user?: string;
  /** The header that carries the secret of `header`. */
  auth_header?: string;
  /** Where the list of answers stands; empty: the answer itself. */
  results_pointer?: string;
  /** The number, within one answer. */
  number_pointer?: string;
  /** Whether the address stands on the registry, within one answer. */
  listed_pointer?: string;
  /** Words for an address that stands on it; what stands in no list is no answer. */
  listed_words?: string[];
  /** Words for an address that does not. */
  unlisted_words?: string[];
  /** Whether an answer names only those that stand on it, so that who is not named does not. */
  only_listed?: boolean;
  /** How long one call may take. */
  timeout_ms?: number;
  /** What one number costs, in millionths of `currency`. */
  price_micros: number;
  currency: string;
  /** Most numbers asked for in a day (UTC). */
  daily_numbers?: number;
  /** Most money spent in a day (UTC); null for no limit of money. */
  daily_micros?: number | null;
  /** How long an answer holds; the law of the registry says so, such as 21 days in Singapore. */
  valid_hours?: number;
}

export interface RegistryView {
  key: string;
  version: number;
  name: string;
  enabled: boolean;
  country: string | null;
  channels: Open<Channel>[];
  meaning: Open<RegistryMeaning>;
  unanswered: Open<RegistrySilence>;
  service: RegistryService;
  secret_stored: boolean;
  asked_today: number;
  spent_today_micros: number;
}

export interface RegistryList {
  data: RegistryView[];
  waits_ms: number;
}

export interface SetRegistryRequest {
  /** The version you read, 0 for one that is not there: when somebody else was faster you get `conflict`. Left out, what is there is replaced. */
  version?: number;
  name: string;
  enabled: boolean;
  /** The country of the recipients it is asked for; null for all. Mail belongs to no country. */
  country?: string | null;
  channels?: Channel[];
  meaning: RegistryMeaning;
  unanswered?: RegistrySilence;
  service: RegistryService;
  /** The password, token or key. Left out it stays as it is; empty it is removed. */
  secret?: string;
}

export interface SenderAffix {
  at: Open<'start' | 'end'>;
  text: string;
}

export type SenderDocumentKind = 'authorisation' | 'registration' | 'trademark' | 'identity' | 'other';

export interface SenderDocument {
  /** What the file is called. */
  name: string;
  kind: Open<SenderDocumentKind>;
  /** Where it lies, or the number it has there. */
  reference?: string | null;
  notes?: string;
}

export interface SenderDuty {
  country: string;
  rule: string;
  unregistered: Open<'blocked' | 'labelled' | 'replaced'>;
  per_network: boolean;
  idle_days: number | null;
  on_file: number;
  usable: number;
}

export type SenderKind = 'alphanumeric' | 'long_number' | 'short_code' | 'toll_free' | 'mailbox' | 'header';

export type SenderStatus = 'draft' | 'submitted' | 'registered' | 'rejected' | 'suspended' | 'expired';

export type SenderLook = 'as_is' | 'affixed' | 'replaced' | 'labelled';

export interface ShownSender {
  look: Open<SenderLook>;
  text: string | null;
  by: Open<'short_code' | 'number'> | null;
  tail: string | null;
  rules: string[];
}

export interface SenderWarning {
  code: Open<'expires' | 'expired' | 'idle' | 'dropped'>;
  on: string;
  days_left: number;
}

export interface SenderView {
  id: string;
  kept: Open<'registry' | 'dlt'>;
  channel: Open<Channel>;
  country: string;
  network: string | null;
  class: Open<TrafficClass> | null;
  sender: string;
  kind: Open<SenderKind>;
  status: Open<SenderStatus>;
  usable: boolean;
  reference: string | null;
  registered_on: string | null;
  expires_on: string | null;
  affix: SenderAffix | null;
  documents: SenderDocument[];
  notes: string;
  last_used_on: string | null;
  idle_on: string | null;
  shown: ShownSender;
  warnings: SenderWarning[];
  version: number;
  updated_at: string;
}

export interface SenderList {
  data: SenderView[];
  duties: SenderDuty[];
}

export interface SetSenderRequest {
  channel?: Channel;
  /** Where it is registered; `default` is every country without a sender of its own. Mail is at `default`. */
  country?: string;
  /** The operator, where each registers for itself; null is all. */
  network?: string | null;
  /** The class it is registered for; null is all. */
  class?: TrafficClass | null;
  /** The sender as messages name it, such as ACME, 28000 or +14155550100. */
  sender: string;
  /** What it is; left out it follows from the spelling. Only a toll-free number needs to be told. */
  kind?: 'alphanumeric' | 'long_number' | 'short_code' | 'toll_free' | 'mailbox';
  status?: SenderStatus;
  /** The id it has at the operator or the register. */
  reference?: string | null;
  registered_on?: string | null;
  /** The last day on which it counts (UTC). */
  expires_on?: string | null;
  /** What operators put around the name, such as `-AD`: it counts in the eleven characters of a name. */
  affix?: SenderAffix | null;
  documents?: SenderDocument[];
  notes?: string;
  /** Version that was read: the change is refused when somebody else made one since. */
  version?: number;
}

export interface SignUpPage {
  open: boolean;
  /** How many people it takes in an hour: each of them costs a message that asks to confirm. */
  hourly_limit?: number;
}

export interface ShownSenderView {
  sender: string | null;
  standing: Open<'draft' | 'submitted' | 'registered' | 'rejected' | 'suspended' | 'expired' | 'missing'> | null;
  shown: ShownSender;
}

export interface SetLookupRequest {
  /** The version you read: when somebody else was faster you get `conflict`. Left out, what is there is replaced. */
  version?: number;
  enabled: boolean;
  service: LookupService;
  /** The password, token or key. Left out it stays as it is; empty it is removed. */
  secret?: string;
  rules?: LookupRule[];
}

export interface QuietSpan {
  /** The days it begins on: ISO 8601, Monday is 1. */
  days: number[];
  from: string;
  /** When it ends; a time that is not after `from` is that of the next day. */
  to: string;
}

export interface ConsentProof {
  /** The network address the person used. */
  ip?: string;
  user_agent?: string;
  /** The form, page or keyword. */
  form?: string;
  /** What you find it by in your own files: a recording, a paper, a row. */
  reference?: string;
}

export interface SetPersonHoursRequest {
  address: string;
  channel: Channel;
  /** When the person wants no marketing. It must leave some of the week; an empty list takes the wish back. */
  quiet: QuietSpan[];
  /** The zone of the person, whose clock counts: a name of the IANA database. */
  time_zone: string;
  /** How the wish came to you. */
  source: string;
  proof?: ConsentProof;
}

export interface SaveTopicRequest {
  /** What people read when they choose what to get, by language (BCP 47). */
  names: Record<string, string>;
}

export interface TopicView {
  key: string;
  names: Record<string, string>;
}

export interface TopicsView {
  data: TopicView[];
}

export interface QuoteRequestMix {
  country: string;
  count: number;
}

export interface QuoteRequest {
  channel?: 'sms' | 'email';
  class: TrafficClass;
  /** The text as it would be sent: how many parts it takes follows from it. */
  text: string;
  /** Numbers or mail addresses; each is judged as a send would be, suppressions and consents included. */
  recipients?: string[];
  /** Instead of recipients: how many go to which country. Lists of people are not looked at then. */
  mix?: QuoteRequestMix[];
}

export interface QuotedRoute {
  route_id: string;
  route_name: string;
  share: number;
  price_micros: number;
  currency: string;
}

export interface CostInterval {
  low_micros: number;
  expected_micros: number;
  high_micros: number;
}

export interface QuotedCountry {
  country: string | null;
  count: number;
  per_message: CostInterval;
  total: CostInterval;
  routes: QuotedRoute[];
  routes_down: boolean;
}

export interface QuoteAdvice {
  instead: Open<Channel>;
  country: string | null;
  count: number;
  saving_micros: number;
}

export interface QuoteExcluded {
  code: string;
  text: string;
  count: number;
}

export interface Quote {
  currency: string;
  recipients: number;
  priced: number;
  held: number;
  parts: number;
  encoding: Open<'gsm7' | 'ucs2'> | null;
  total: CostInterval;
  countries: QuotedCountry[];
  excluded: QuoteExcluded[];
  advice: QuoteAdvice[];
}

export interface CountryConcentrationSuppliers {
  provider_id: string;
  provider_name: string;
  messages: number;
  /** 0 to 1. */
  share: number;
  full: boolean;
}

export interface CountryConcentration {
  country: string;
  messages: number;
  index: number;
  limit: number | null;
  suppliers: CountryConcentrationSuppliers[];
}

export interface ConcentrationViewLimits {
  country: string | null;
  /** 0 to 1. */
  limit: number;
}

export interface ConcentrationView {
  days: number;
  countries: CountryConcentration[];
  limits: ConcentrationViewLimits[];
}

export interface SetConcentrationLimitRequest {
  /** Null sets the limit of every country that has none of its own. */
  country?: string | null;
  /** The largest share one supplier may have, 0.01 to 1; null takes the limit away. */
  limit?: number | null;
}

export interface Money {
  amount_micros: number;
  currency: string;
}

export interface SubstitutionRule {
  /** What the rule is called in records and figures. */
  key: string;
  enabled?: boolean;
  /** The channel the send would begin with. */
  from?: Open<Channel>;
  /** The channel that goes first in its place, when the send names it. */
  to?: Open<Channel>;
  /** Only texts to this country; null for each. */
  country?: string | null;
  /** Only this class; null for each. */
  class?: Open<TrafficClass> | null;
  /** Only sends by this template; null for each send. */
  template?: string | null;
  /** Only where the message would cost more than this by `from`, in the currency of the workspace; null whatever it costs. */
  above?: Money | null;
}

export interface SetSubstitutionsRequest {
  /** The version that was read; left out, whatever is there is replaced. */
  version?: number;
  rules: SubstitutionRule[];
}

export interface SubstitutionPreviewSaving {
  currency: string;
  low_micros: number;
  expected_micros: number;
  high_micros: number;
}

export interface SubstitutionPreview {
  days: number;
  /** Sends over several channels of these days that begin with `from` and name `to`. */
  sends: number;
  /** Those of them the rule fits, by the prices of today. */
  moved: number;
  /** Those it was not asked for, because `from` has no price there in the currency of the rule. */
  unpriced: number;
  /** With its 90 % interval; null where too little is known, and `refused` says why. */
  saving: SubstitutionPreviewSaving | null;
  /** Why no saving is told. */
  refused: Open<'nothing_moved' | 'too_few_ended' | 'no_price'> | null;
  /** Messages by `to` of the last 30 days that ended, by which it is judged how many go by `from` after all. */
  ended: number;
}

export interface SubstitutionSavingSaved {
  amount_micros: number;
  currency: string;
}

export interface SubstitutionSaving {
  key: string;
  moved: number;
  came_back: number;
  /** By currency; what had no price is not in it. */
  saved: SubstitutionSavingSaved[];
}

export interface SubstitutionView {
  /** Give it with a change, and one that somebody else made meanwhile is not lost. */
  version: number;
  /** The first that fits decides. */
  rules: SubstitutionRule[];
  /** The currency of the workspace, in which `above` is said. */
  currency: string;
  /** When the month of `savings` began. */
  since: string;
  /** Rules that moved something this month, those removed since too. */
  savings: SubstitutionSaving[];
}

export interface ExchangeRate {
  currency: string;
  /** The day from which the rate counts, in UTC. */
  from: string;
  /** What one unit is worth in the currency of the workspace, as decimal text. */
  rate: string;
}

export interface ExchangeRateListData {
  /** Currency and day, such as EUR.2026-12-01. */
  id: string;
  currency: string;
  /** The day from which the rate counts, in UTC. */
  from: string;
  /** What one unit is worth in the currency of the workspace, as decimal text. */
  rate: string;
  in_force: boolean;
}

export interface ExchangeRateList {
  base: string;
  data: ExchangeRateListData[];
  missing: string[];
}

export interface ImportPricesRequest {
  /** The text of the file, with its line of column names. */
  csv: string;
  /** What the file is called; stands in the history. */
  file_name?: string;
  /** The route of rows that name none; needed when the file has no column for route or provider. */
  route_id?: string | null;
  /** The currency of rows that name none; needed when the file has no such column. */
  currency?: string | null;
  /** The file is the whole list of the routes it names: prices of theirs that it leaves out end. */
  whole_list?: boolean;
  /** Read and compare only, change nothing. */
  dry_run?: boolean;
  /** Apply the rows that are right although others are not; else a file with a faulty row changes nothing. */
  skip_faulty?: boolean;
}

export interface ImportPricesResultColumns {
  column: string;
  field: string | null;
}

export interface PriceCounts {
  new: number;
  dearer: number;
  cheaper: number;
  changed: number;
  ended: number;
  unchanged: number;
}

export type PriceVerdict = 'new' | 'dearer' | 'cheaper' | 'changed' | 'ended' | 'unchanged';

export interface PriceLineBefore {
  price_micros: number;
  currency: string;
}

export interface PriceLineAfter {
  price_micros: number;
  currency: string;
}

export interface PriceLine {
  line: number | null;
  verdict: Open<PriceVerdict>;
  route_id: string;
  route_name: string;
  /** ISO 3166-1 alpha-2; empty for every country. */
  country: string;
  /** MCC and MNC as digits, such as 40445; empty for every network. */
  network: string;
  /** Beginning of the number as digits without “+”; empty for every number. */
  prefix: string;
  before: PriceLineBefore | null;
  after: PriceLineAfter | null;
  change_percent: number | null;
  from: string;
  until: string | null;
}

export interface PriceFault {
  line: number;
  column: string;
  message: string;
}

export interface ImportPricesResult {
  rows: number;
  right: number;
  columns: ImportPricesResultColumns[];
  counts: PriceCounts;
  lines: PriceLine[];
  line_count: number;
  faults: PriceFault[];
  fault_count: number;
  error_csv: string | null;
  change_id: string | null;
}

export interface PriceChangeViewActor {
  kind: Open<'user' | 'key' | 'system'>;
  name: string;
}

export interface PriceChangeView {
  id: string;
  at: string;
  actor: PriceChangeViewActor;
  file_name: string;
  counts: PriceCounts;
  undoes: string | null;
  undone_by: string | null;
}

export interface PriceChangeList {
  data: PriceChangeView[];
}

export interface PriceViewRoute {
  id: string;
  name: string;
}

export interface PriceViewCompared {
  price_micros: number;
  currency: string;
}

export interface PriceView {
  id: string;
  route: PriceViewRoute;
  /** ISO 3166-1 alpha-2; empty for every country. */
  country: string;
  /** MCC and MNC as digits, such as 40445; empty for every network. */
  network: string;
  /** Beginning of the number as digits without “+”; empty for every number. */
  prefix: string;
  price_micros: number;
  currency: string;
  from: string;
  until: string | null;
  state: Open<'in_force' | 'to_come' | 'over'>;
  compared: PriceViewCompared | null;
}

export interface PricesUndone {
  change_id: string;
}

export interface SetExchangeRatesRequest {
  rates: ExchangeRate[];
}

export type PrefixOrigin = 'rule' | 'person';

export type Environment = 'live' | 'sandbox';

export type PrefixState = 'active' | 'expired' | 'lifted';

export interface PrefixView {
  id: string;
  prefix: string;
  action: Open<PrefixAction>;
  origin: Open<PrefixOrigin>;
  environment: Open<Environment>;
  country: string | null;
  reason: string;
  evidence: BlockEvidence | null;
  state: Open<PrefixState>;
  created_at: string;
  expires_at: string | null;
  lifted_at: string | null;
}

export interface SetFraudRulesRequestAllCodes {
  /** Most codes that may be asked for in a minute. */
  codes_per_minute?: number;
  /** Most that codes may cost in an hour (UTC); null is no limit. */
  spend_per_hour?: SpendLimit | null;
  /** Most that codes may cost in a day (UTC); null is no limit. */
  spend_per_day?: SpendLimit | null;
}

export interface SetFraudRulesRequestEachCountry {
  /** Over the last 10 to 20 minutes, of all numbers that differ in their last 4 digits only. */
  near?: BlockThreshold;
  /** Over the last hour, of all numbers that differ in their last 6 digits only. */
  wide?: BlockThreshold;
  /** How long a rule closes a block of numbers. */
  block_hours?: number;
  /** Most that codes may cost in an hour (UTC); null is no limit. */
  spend_per_hour?: SpendLimit | null;
  /** Most that codes may cost in a day (UTC); null is no limit. */
  spend_per_day?: SpendLimit | null;
}

export interface SetFraudRulesRequest {
  /** What holds for all codes of the workspace together. */
  all_codes?: SetFraudRulesRequestAllCodes;
  /** What holds in each country that has no rules of its own. */
  each_country?: SetFraudRulesRequestEachCountry;
  /** Countries with rules of their own. */
  countries?: OwnCountryRules[];
  /** Version that was read: the change is refused when somebody else made one since. */
  version?: number;
}

export interface VerificationBlockSpend {
  scope: Open<'workspace' | 'country'>;
  window_seconds: number;
  limit: SpendLimit;
  used_micros: number;
}

export interface VerificationBlock {
  rule: Open<'listed' | 'near' | 'wide' | 'spend'>;
  /** The numbers that are closed to codes; null for a limit of money. */
  prefix: string | null;
  /** The listed prefix, null when none was listed yet; to lift by `DELETE /v1/fraud/prefixes/{id}`. To let this number alone through, list it whole with the action `allow`. */
  prefix_id: string | null;
  text: string;
  evidence: BlockEvidence | null;
  spend: VerificationBlockSpend | null;
}

export interface AnswerRuleRequest {
  /** A reading of the rule, or `none`: it does not hold. Null leaves it to the pack. */
  reading?: string | null;
  /** Phrases that were found harmless, though a banned word stands in them; of a rule with lists of words. */
  exceptions?: string[];
  /** Why: who found it so, and on what ground. Kept in the audit log. */
  note: string;
  /** Version of the answer that was read: the change is refused when somebody else made one since. */
  version?: number;
}

export interface AuditEntryViewActor {
  kind: Open<'user' | 'key' | 'system'>;
  id: string;
  name: string;
}

export interface AuditEntryViewObject {
  kind: Open<'user' | 'invitation' | 'key' | 'limit' | 'provider' | 'route' | 'weights' | 'experiment' | 'success_model' | 'webhook' | 'suppression' | 'consent' | 'list' | 'import' | 'keyword' | 'cap' | 'glossary' | 'topic' | 'inbound' | 'message' | 'verification' | 'prefix' | 'fraud_rules' | 'workspace' | 'organisation' | 'single_sign_on' | 'country' | 'sender' | 'dlt' | 'rule' | 'registry' | 'translation' | 'prices' | 'exchange_rates' | 'networks' | 'concentration' | 'substitutions' | 'template' | 'person' | 'approval'>;
  id: string;
  name: string;
}

export interface AuditEntryView {
  id: string;
  at: string;
  workspace_id: string;
  environment: Open<Environment> | null;
  actor: AuditEntryViewActor;
  action: Open<'session.signed_in' | 'session.sign_in_failed' | 'session.signed_out' | 'session.revoked' | 'account.password_changed' | 'account.changed' | 'account.alert_mail_set' | 'member.joined' | 'member.role_changed' | 'member.removed' | 'invitation.created' | 'invitation.withdrawn' | 'key.created' | 'key.rotated' | 'key.revoked' | 'limit.set' | 'limit.lifted' | 'provider.created' | 'provider.changed' | 'route.created' | 'route.changed' | 'route.weight_changed' | 'route.paused' | 'route.pause_lifted' | 'weights.set' | 'weights.approved' | 'weights.rejected' | 'weights.undone' | 'weights.removed' | 'weights.ramp_paused' | 'weights.ramp_resumed' | 'weights.ramp_finished' | 'experiment.started' | 'experiment.stopped' | 'experiment.adopted' | 'success_model.switched' | 'webhook.created' | 'webhook.changed' | 'webhook.secret_rotated' | 'webhook.tested' | 'webhook.replayed' | 'webhook.removed' | 'suppression.added' | 'suppression.lifted' | 'consent.recorded' | 'list.created' | 'list.changed' | 'list.member_added' | 'list.members_imported' | 'import.created' | 'import.started' | 'import.canceled' | 'import.undo_started' | 'import.undone' | 'list.member_confirmed' | 'keyword.saved' | 'keyword.removed' | 'keyword.reply_set' | 'glossary.term_saved' | 'glossary.term_removed' | 'topic.saved' | 'topic.removed' | 'inbound.decided' | 'message.canceled' | 'message.revealed' | 'verification.canceled' | 'prefix.blocked' | 'prefix.allowed' | 'prefix.lifted' | 'fraud_rules.set' | 'workspace.created' | 'workspace.changed' | 'organisation.renamed' | 'organisation.second_factor_set' | 'single_sign_on.set' | 'single_sign_on.removed' | 'country.set' | 'country.removed' | 'sender.set' | 'sender.removed' | 'dlt.stored' | 'dlt.removed' | 'rule.answered' | 'rule.answer_removed' | 'cap.saved' | 'cap.removed' | 'registry.set' | 'registry.removed' | 'registry.asked' | 'prices.imported' | 'prices.undone' | 'exchange_rates.set' | 'exchange_rate.removed' | 'networks.imported' | 'lookup.set' | 'numbers.looked_up' | 'concentration.limit_set' | 'substitutions.set' | 'template.created' | 'template.version_added' | 'template.submitted' | 'template.approved' | 'template.rejected' | 'template.paused' | 'template.resumed' | 'template.drafting_asked' | 'template.translations_drafted' | 'template.translation_begun' | 'template.translation_accepted' | 'template.translation_rejected' | 'template.translation_reopened' | 'translation.set' | 'approval.asked' | 'approval.approved' | 'approval.rejected' | 'approval.withdrawn' | 'approval.used' | 'person.previewed' | 'person.copied' | 'person.erasure_asked' | 'person.erasure_rejected' | 'person.erased' | 'person.restricted' | 'person.restriction_lifted' | 'person.objected' | 'person.rectified'>;
  object: AuditEntryViewObject;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  address: string | null;
  request_id: string;
  seq: number;
  prev_hash: string;
  hash: string;
}

export interface AuditExportHead {
  seq: number;
  hash: string;
}

export interface AuditExport {
  workspace_id: string;
  rule: string;
  head: AuditExportHead | null;
  data: AuditEntryView[];
  next_after: number | null;
}

export interface AuditVerdictHead {
  seq: number;
  hash: string;
}

export interface AuditVerdictBroken {
  seq: number;
  id: string | null;
  how: Open<'changed' | 'missing' | 'moved'>;
}

export interface AuditVerdict {
  intact: boolean;
  entries: number;
  head: AuditVerdictHead | null;
  broken: AuditVerdictBroken | null;
  checked_at: string;
}

export interface SmsContent {
  text: string;
}

export interface MaxPrice {
  amount_micros: number;
  currency?: string;
}

export interface TemplateRef {
  key: string;
  /** Language of the person (BCP 47). Without a body in it the shorter tag is taken (pt for pt-BR), then the default of the template; left out, the default language of the workspace is asked for. */
  locale?: string;
  /** A value for each variable of the template, of its type. */
  variables?: Record<string, unknown>;
}

export interface BatchItemSms {
  channel: 'sms';
  content?: SmsContent;
  class: TrafficClass;
  client_ref?: string;
  send_at?: string;
  valid_for_seconds?: number;
  /** The most this message may cost, all of its parts together; over several channels, the most of each. A route above it is not a candidate. Without a currency the default currency of the workspace is meant. */
  max_price?: MaxPrice;
  metadata?: Record<string, string>;
  /** What marketing is about, one of `GET /v1/topics`: the consent to that topic is judged, and who refused it gets nothing of it. Left out, the topic of the template counts, and without one any consent to marketing. */
  topic?: string;
  to: string;
  from?: string;
  /** In place of `content`: what the message says, by a template. */
  template?: TemplateRef;
  /** A later batch that carries the same item under this key within 24 hours gets the id of the first. */
  idempotency_key?: string;
}

export interface EmailContent {
  subject: string;
  text?: string;
  html?: string;
}

export interface BatchItemEmail {
  channel: 'email';
  content?: EmailContent;
  class: TrafficClass;
  client_ref?: string;
  send_at?: string;
  valid_for_seconds?: number;
  /** The most this message may cost, all of its parts together; over several channels, the most of each. A route above it is not a candidate. Without a currency the default currency of the workspace is meant. */
  max_price?: MaxPrice;
  metadata?: Record<string, string>;
  /** What marketing is about, one of `GET /v1/topics`: the consent to that topic is judged, and who refused it gets nothing of it. Left out, the topic of the template counts, and without one any consent to marketing. */
  topic?: string;
  to: string;
  from?: string;
  /** In place of `content`: what the message says, by a template. */
  template?: TemplateRef;
  /** A later batch that carries the same item under this key within 24 hours gets the id of the first. */
  idempotency_key?: string;
}

export type ChannelMode = 'failover' | 'parallel';

export interface BatchItem3To {
  sms?: string;
  email?: string;
  voice?: string;
}

export interface SharedContent {
  text?: string;
  subject?: string;
  html?: string;
  /** The language it is read aloud in (BCP 47), such as es or pt-BR. */
  locale?: string;
}

export interface ContentByChannelVoice {
  text: string;
  /** The language it is read aloud in (BCP 47), such as es or pt-BR. */
  locale: string;
}

export interface ContentByChannel {
  sms?: SmsContent;
  email?: EmailContent;
  voice?: ContentByChannelVoice;
}

export type BatchItem3Content = SharedContent | ContentByChannel;

export interface BatchItem3From {
  sms?: string;
  email?: string;
  voice?: string;
}

export interface BatchItem3 {
  /** In the order they are used; each once. */
  channels: Channel[];
  /** `failover`: the next channel goes when the one before it ends without delivery, or has no receipt in time. A provider that sends no receipts, such as a mail server, ends it by taking the message: what follows a mail is a refusal, or a failure that is reported within that time, not the want of a receipt. `parallel`: all go at once. */
  mode: ChannelMode;
  to: BatchItem3To;
  content?: BatchItem3Content;
  from?: BatchItem3From;
  /** For failover: without a receipt within this time the next channel goes. Left out: 30 for otp, 300 for transactional, 3600 for marketing, and never more than the share of a channel in the validity. */
  channel_timeout_seconds?: number;
  class: TrafficClass;
  client_ref?: string;
  send_at?: string;
  valid_for_seconds?: number;
  /** The most this message may cost, all of its parts together; over several channels, the most of each. A route above it is not a candidate. Without a currency the default currency of the workspace is meant. */
  max_price?: MaxPrice;
  metadata?: Record<string, string>;
  /** What marketing is about, one of `GET /v1/topics`: the consent to that topic is judged, and who refused it gets nothing of it. Left out, the topic of the template counts, and without one any consent to marketing. */
  topic?: string;
  /** In place of `content`: what the message says, by a template. */
  template?: TemplateRef;
  /** A later batch that carries the same item under this key within 24 hours gets the id of the first. */
  idempotency_key?: string;
}

export type BatchItem = BatchItemSms | BatchItemEmail | BatchItem3;

export interface CandidateView {
  route_id: string;
  route_name: string;
  provider_name: string;
  tier: number;
  weight: number;
  probability: number;
  price_micros: number;
  currency: string;
  connection: string;
  excluded: string | null;
  excluded_text: string | null;
  chosen: boolean;
}

export type MessageState = 'accepted' | 'scheduled' | 'held' | 'queued' | 'sending' | 'sent' | 'delivered' | 'undelivered' | 'failed' | 'expired' | 'unknown' | 'suppressed' | 'canceled';

export interface ChannelPreviewReason {
  code: string;
  text: string;
}

export type TimelineKind = 'accept' | 'normalise' | 'schedule' | 'geo' | 'suppression' | 'consent' | 'registry' | 'template' | 'fraud' | 'dlt' | 'sender' | 'screening' | 'reach' | 'hours' | 'limits' | 'budget' | 'validity' | 'content' | 'route.candidates' | 'route.pick' | 'attempt.start' | 'attempt.answer' | 'attempt.unknown' | 'hold' | 'failover' | 'receipt' | 'next_channel' | 'cancel' | 'final' | 'correction';

export interface RuleResult {
  kind: Open<TimelineKind>;
  result: Open<'pass' | 'fail' | 'info' | 'wait'>;
  code: string | null;
  text: string;
  facts: Record<string, unknown>;
}

export interface PriceRange {
  currency: string;
  lowest_micros: number;
  highest_micros: number;
}

export type FollowUpEvent = 'delivered' | 'no_receipt' | 'taken' | 'ended' | 'ended_for_person' | 'held' | 'any';

export interface FollowUp {
  when: Open<FollowUpEvent>;
  next: Open<Channel> | null;
  after_seconds: number | null;
  text: string;
}

export interface ChannelPreview {
  channel: Open<Channel>;
  country: string | null;
  state: Open<MessageState>;
  reason: ChannelPreviewReason | null;
  eligible_again_at: string | null;
  rules: RuleResult[];
  candidates: CandidateView[];
  blocked: string | null;
  price: PriceRange | null;
  starts: Open<'at_once' | 'when_needed'>;
  follow_ups: FollowUp[];
}

export type ChannelState = 'accepted' | 'scheduled' | 'held' | 'queued' | 'sending' | 'sent' | 'delivered' | 'undelivered' | 'failed' | 'expired' | 'unknown' | 'suppressed' | 'canceled' | 'waiting' | 'not_sent';

export type VerificationState = 'pending' | 'approved' | 'expired' | 'max_attempts_reached' | 'canceled' | 'blocked' | 'failed';

export interface CheckVerificationAnswer {
  id: string;
  valid: boolean;
  state: Open<VerificationState>;
  tries_left: number;
  to: string;
  purpose: string;
  assurance: Open<Assurance>;
}

export interface CheckVerificationRequest {
  code: string;
  /** The same as at the start; with another, the right code is a wrong one. */
  bound_to?: string;
  /** Address of the person who asks, when you know it: guesses and sends are limited for it too. */
  ip?: string;
}

export interface CheckComplianceRequestContent {
  text: string;
  subject?: string;
  /** Of a call: the language it is spoken in. */
  locale?: string;
}

export interface CheckComplianceRequest {
  /** Number or mail address of the recipient. */
  to: string;
  channel?: Channel;
  class: TrafficClass;
  /** Sender; left out, rules about senders are not asked. */
  from?: string;
  /** Left out, rules about the content are not asked. */
  content?: CheckComplianceRequestContent;
  /** When it would go; left out, now. At most 90 days ahead. */
  send_at?: string;
}

export interface ConsentViewWording {
  text: string;
  version: string | null;
  sha256: string;
}

export interface ConsentView {
  id: string;
  address: string;
  channel: Open<Channel>;
  environment: Open<Environment>;
  state: Open<'granted' | 'withdrawn'>;
  source: string;
  at: string;
  recorded_at: string;
  purpose: string;
  topic: string | null;
  list_id: string | null;
  locale: string | null;
  wording: ConsentViewWording | null;
  jurisdiction: string | null;
  proof: Record<string, unknown> | null;
  seq: number;
  hash: string;
}

export interface ConsentList {
  data: ConsentView[];
}

export interface AddMemberRequest {
  address: string;
  source: string;
  /** The language of the wording the person was shown; left out, the first of the list. */
  locale?: string;
  proof?: ConsentProof;
}

export interface Wording {
  text: string;
  version: string;
}

export interface ChangeListRequestSignUp {
  open: boolean;
  /** How many people it takes in an hour: each of them costs a message that asks to confirm. */
  hourly_limit?: number;
}

export interface ChangeListRequest {
  name?: string;
  opt_in?: 'single' | 'double';
  confirm_within_hours?: number;
  wordings?: Record<string, Wording>;
  sign_up?: ChangeListRequestSignUp;
}

export interface ConsentAsOf {
  address: string;
  channel: Open<Channel>;
  purpose: string;
  topic: string | null;
  at: string;
  allowed: boolean;
  decided_by: ConsentView | null;
}

export interface ConsentEntry {
  at: string;
  channel: Open<Channel>;
  environment: Open<Environment>;
  id: string;
  jurisdiction: string | null;
  list: string | null;
  locale: string | null;
  person: string;
  purpose: string;
  recorded_at: string;
  source: string;
  state: Open<'granted' | 'withdrawn'>;
  topic: string | null;
  wording: string | null;
  wording_version: string | null;
  workspace: string;
}

export interface ConsentProofBundlePerson {
  address: string;
  proof: string | null;
  salt: string;
}

export interface ConsentProofBundleChainAfter {
  seq: number;
  digest: string;
  hash: string;
}

export interface ConsentProofBundleChainHead {
  seq: number;
  hash: string;
}

export interface ConsentProofBundleChain {
  seq: number;
  prev_hash: string;
  hash: string;
  after: ConsentProofBundleChainAfter[];
  head: ConsentProofBundleChainHead;
  reaches_head: boolean;
}

export interface ConsentProofBundle {
  format: Open<'signalbox-consent-proof/1'>;
  made_at: string;
  rule: string;
  page: string[];
  entry: ConsentEntry;
  person: ConsentProofBundlePerson | null;
  wording: string | null;
  chain: ConsentProofBundleChain;
  receipt: Record<string, unknown>;
}

export interface ConsentVerdictHead {
  seq: number;
  hash: string;
}

export interface ConsentVerdictBroken {
  seq: number;
  id: string | null;
  how: Open<'changed' | 'missing' | 'moved' | 'person' | 'wording'>;
}

export interface ConsentVerdict {
  intact: boolean;
  entries: number;
  erased: number;
  head: ConsentVerdictHead | null;
  broken: ConsentVerdictBroken | null;
  checked_at: string;
}

export interface CarriedToAddress {
  consents: number;
  withdrawals: number;
  lists: number;
  hours: boolean;
  suppressed_classes: Open<TrafficClass>[];
  restriction_id: string | null;
}

export interface CertificateVerdict {
  genuine: boolean;
  about_this_address: boolean;
  recorded: boolean;
}

export interface ErasedTable {
  table: string;
  rows: number;
}

export interface ErasePersonRequest {
  /** A phone number or a mail address, in any spelling. */
  address: string;
  /** Told by the look of the address when left out. */
  channel?: Channel;
  /** Why, for the register: who asked, and how. */
  reason: string;
  /** What nothing more is sent of to this address, by the keyed hash that stays: everything, unless told. The block is lifted like any suppression. */
  blocked_classes?: TrafficClass[];
}

export type PersonRequestKind = 'copy' | 'erasure' | 'restriction' | 'objection' | 'rectification';

export type PersonRequestState = 'waiting' | 'running' | 'done' | 'rejected';

export interface PersonActor {
  id: string;
  name: string;
}

export interface PersonChange {
  what: Open<'address' | 'language' | 'time_zone'>;
  before: string | null;
  after: string;
}

export interface PersonRequestView {
  id: string;
  kind: Open<PersonRequestKind>;
  state: Open<PersonRequestState>;
  environment: Open<Environment>;
  channel: Open<Channel>;
  address: string;
  person: string;
  reason: string;
  asked_by: PersonActor;
  decided_by: PersonActor | null;
  created_at: string;
  due_at: string;
  ended_at: string | null;
  changes: PersonChange[];
}

export interface UnerasedTable {
  table: string;
  rows: number;
  because: string;
}

export interface ErasureCertificate {
  format: Open<'signalbox-erasure-certificate/1'>;
  request_id: string;
  workspace_id: string;
  environment: Open<Environment>;
  channel: Open<Channel>;
  person: string;
  asked_at: string;
  ended_at: string;
  canceled: number;
  erased: ErasedTable[];
  kept: UnerasedTable[];
  on_their_way: number;
  blocked_classes: Open<TrafficClass>[];
  seal: string;
}

export interface ErasureAnswer {
  request: PersonRequestView;
  certificate: ErasureCertificate | null;
}

export type ErasureRule = 'removed' | 'blanked' | 'hashed' | 'kept' | 'expires';

export interface ExportPersonRequest {
  /** A phone number or a mail address, in any spelling. */
  address: string;
  /** Told by the look of the address when left out. */
  channel?: Channel;
  /** Why, for the register: who asked, and how. */
  reason: string;
  /** `next_cursor` of the part before; the first part when left out. */
  cursor?: string;
}

export interface FindPersonRequest {
  /** A phone number or a mail address, in any spelling. */
  address: string;
  /** Told by the look of the address when left out. */
  channel?: Channel;
}

export type KeptFor = 'retention_days' | 'request_log_days' | 'webhook_days' | 'one_day' | 'window' | 'until_lifted' | 'until_erased' | 'for_good';

export type PersonDataKind = 'messages' | 'events' | 'attempts' | 'receipts' | 'later_channels' | 'replies' | 'verifications' | 'consents' | 'list_members' | 'import_files' | 'suppressions' | 'counters' | 'networks' | 'registries' | 'blocked_numbers' | 'references' | 'webhook_events' | 'answers' | 'request_log' | 'audit_log';

export interface KeptTable {
  table: string;
  kind: Open<PersonDataKind>;
  columns: string[];
  erasure: Open<ErasureRule>;
  kept_for: Open<KeptFor>;
  days: number | null;
  oldest_day: string | null;
}

export interface DataRecipient {
  kind: Open<'provider' | 'webhook' | 'lookup' | 'registry'>;
  name: string;
  host: string | null;
}

export interface KeptTables {
  made_at: string;
  environment: Open<Environment>;
  organisation: string;
  workspace: string;
  home_region: string | null;
  purposes: string[];
  recipients: DataRecipient[];
  data: KeptTable[];
}

export interface PersonCopy {
  format: Open<'signalbox-person-copy/1'>;
  request_id: string;
  made_at: string;
  workspace_id: string;
  environment: Open<Environment>;
  channel: Open<Channel>;
  address: string;
  messages: (Record<string, unknown>)[];
  receipts: (Record<string, unknown>)[];
  later_channels: (Record<string, unknown>)[];
  replies: (Record<string, unknown>)[];
  verifications: (Record<string, unknown>)[];
  consents: (Record<string, unknown>)[];
  list_members: (Record<string, unknown>)[];
  suppressions: (Record<string, unknown>)[];
  counters: (Record<string, unknown>)[];
  networks: (Record<string, unknown>)[];
  registries: (Record<string, unknown>)[];
  blocked_numbers: (Record<string, unknown>)[];
  audit_log: (Record<string, unknown>)[];
  next_cursor: string | null;
}

export interface PersonEntry {
  id: string | null;
  at: string | null;
  detail: string;
}

export interface PersonHolding {
  kind: Open<PersonDataKind>;
  count: number;
  erasure: Open<ErasureRule>;
  kept_for: Open<KeptFor>;
  newest: PersonEntry[];
}

export interface PersonFound {
  address: string;
  channel: Open<Channel>;
  environment: Open<Environment>;
  total: number;
  holdings: PersonHolding[];
}

export interface PersonHours {
  address: string;
  channel: Open<Channel>;
  quiet: QuietSpan[];
  time_zone: string | null;
  since: string | null;
  /** The entry of the consent ledger that says so. */
  consent_id: string | null;
}

export interface VerifyCertificateRequest {
  /** A phone number or a mail address, in any spelling. */
  address: string;
  /** The certificate as it was given out. */
  certificate: Record<string, unknown>;
}

export interface CreateListRequest {
  name: string;
  /** sms or email: who is asked to confirm gets a link, and a call carries none. */
  channel: 'sms' | 'email';
  purpose?: string;
  /** What within the purpose the list is about; people can leave it and keep the others. Left out, whoever leaves the list leaves all of the purpose. */
  topic?: string;
  /** With double a person is on the list once the link that was sent has been confirmed. */
  opt_in?: 'single' | 'double';
  confirm_within_hours?: number;
  /** Who asks for the confirmation; left out, the sender of the provider. */
  from?: string;
  /** What people are shown when they opt in, by language. */
  wordings: Record<string, Wording>;
  /** A page of ours where people ask to be on the list. It needs double opt-in, since anybody can type the address of anybody. */
  sign_up?: SignUpPage;
}

export type InboundOutcome = 'stopped' | 'started' | 'joined' | 'helped' | 'unchanged' | 'unsure' | 'read';

export type StopScope = 'marketing' | 'all';

export interface InboundView {
  id: string;
  environment: Open<Environment>;
  from: string;
  to: string;
  text: string;
  parts: number;
  country: string | null;
  provider_id: string | null;
  received_at: string;
  outcome: Open<InboundOutcome> | null;
  keyword: string | null;
  scope: Open<StopScope> | null;
  reply_id: string | null;
}

export interface BuiltInKeyword {
  word: string;
  kind: Open<'stop' | 'start' | 'help'>;
  scope: Open<StopScope> | null;
  language: string;
  /** Where it counts, by ISO 3166-1 alpha-2; null is everywhere. */
  countries: string[] | null;
  source: string;
  /** Since when the law says so. */
  since: string | null;
}

export type KeywordKind = 'stop' | 'start' | 'help' | 'join';

export type KeywordReplyKind = 'stop' | 'stop_all' | 'start' | 'help';

export interface KeywordReply {
  kind: Open<KeywordReplyKind>;
  locale: string;
  text: string;
  is_own: boolean;
}

export interface OwnKeywordList {
  id: string;
  name: string;
  opt_in: Open<'single' | 'double'>;
}

export interface OwnKeyword {
  id: string;
  word: string;
  number: string | null;
  kind: Open<KeywordKind>;
  list: OwnKeywordList | null;
}

export interface KeywordsView {
  as_of: string;
  built_in: BuiltInKeyword[];
  own: OwnKeyword[];
  replies: KeywordReply[];
}

export interface SaveKeyword {
  word: string;
  /** Only where people write to this number; null is every number. */
  number?: string | null;
  kind: KeywordKind;
  /** The list that `join` puts people on. */
  list_id?: string | null;
}

export interface SaveKeywordReply {
  kind: KeywordReplyKind;
  locale: string;
  /** Empty goes back to the text of the house. `{sender}` is the name of the workspace. */
  text: string;
}

export interface AddImportPartRequest {
  /** Where the part begins in the file, in bytes: what was sent before it. */
  at: number;
  /** At most 2 MiB of the file as base64. A part sent again changes nothing. */
  data: string;
}

export interface CreateImportRequest {
  /** The list the people come onto: lst_ and 26 characters. */
  list_id: string;
  /** What people know the file by. */
  file_name?: string;
  /** How large the file is, in bytes: then it cannot be started before all of it is here. */
  size?: number;
}

export interface ImportCounts {
  added: number;
  known: number;
  repeated: number;
  withdrawn_since: number;
  refused: number;
}

export interface ImportErrors {
  csv: string;
  next_cursor: string | null;
}

export type ImportField = 'address' | 'given_at' | 'locale' | 'ip' | 'reference';

export type ImportState = 'uploading' | 'checking' | 'checked' | 'running' | 'done' | 'canceled' | 'failed' | 'undoing' | 'undone';

export interface ImportViewReasons {
  code: string;
  count: number;
}

export interface ImportViewFaults {
  line: number;
  column: string;
  message: string;
}

export interface ImportViewRules {
  /** Where the consents come from; kept in the ledger with each of them. */
  source: string;
  /** The proof of the file as a whole: what you find it by in your own files. */
  reference: string;
  /** When the consents were given, for rows that do not say so themselves. */
  given_at?: string;
  /** The country of numbers that are written without "+" and country code; left out, such numbers are refused. */
  country?: string;
  /** Who is on the list already: `keep` leaves them as they are, `renew` adds the consent of the file and its language. */
  duplicates?: Open<'keep' | 'renew'>;
  /** What each column holds, in their order; null is not read. Left out, columns are known by their names. */
  columns?: (Open<ImportField> | null)[];
}

export interface ImportViewUndone {
  withdrawn: number;
  left: number;
}

export interface ImportView {
  id: string;
  list_id: string;
  list_name: string;
  channel: Open<Channel>;
  environment: Open<Environment>;
  file_name: string;
  state: Open<ImportState>;
  size: number | null;
  bytes: number;
  bytes_read: number;
  rows: number;
  counts: ImportCounts;
  fixed: number;
  reasons: ImportViewReasons[];
  faults: ImportViewFaults[];
  rules: ImportViewRules | null;
  failure: string | null;
  undone: ImportViewUndone | null;
  created_at: string;
  started_at: string | null;
  finished_at: string | null;
  undo_until: string | null;
}

export interface ImportPreviewColumns {
  column: string;
  field: Open<ImportField> | null;
}

export interface ImportPreview {
  encoding: string;
  delimiter: string;
  columns: ImportPreviewColumns[];
  remembered: boolean;
  rows: string[][];
}

export interface StartImportRequest {
  /** Where the consents come from; kept in the ledger with each of them. */
  source: string;
  /** The proof of the file as a whole: what you find it by in your own files. */
  reference: string;
  /** When the consents were given, for rows that do not say so themselves. */
  given_at?: string;
  /** The country of numbers that are written without "+" and country code; left out, such numbers are refused. */
  country?: string;
  /** Who is on the list already: `keep` leaves them as they are, `renew` adds the consent of the file and its language. */
  duplicates?: 'keep' | 'renew';
  /** What each column holds, in their order; null is not read. Left out, columns are known by their names. */
  columns?: (ImportField | null)[];
  /** Read and judge the whole file, and store nobody. */
  dry_run?: boolean;
}

export interface ListViewSignUp {
  open: boolean;
  hourly_limit: number;
  url: string | null;
}

export interface ListViewMembers {
  pending: number;
  confirmed: number;
  withdrawn: number;
  expired: number;
}

export interface ListView {
  id: string;
  name: string;
  channel: Open<Channel>;
  environment: Open<Environment>;
  purpose: string;
  topic: string | null;
  opt_in: Open<'single' | 'double'>;
  confirm_within_hours: number;
  from: string | null;
  wordings: Record<string, Wording>;
  sign_up: ListViewSignUp;
  members: ListViewMembers;
  created_at: string;
}

export interface ListsView {
  data: ListView[];
}

export type MemberState = 'pending' | 'confirmed' | 'withdrawn' | 'expired';

export interface MemberOfList {
  address: string;
  state: Open<MemberState>;
  locale: string;
  source: string;
  since: string;
  confirm_by: string | null;
  message_id: string | null;
  consent_id: string | null;
}

export interface ComplianceAnswerReason {
  code: string;
  text: string;
}

export interface ReadingViewSources {
  name: string;
  kind: Open<'law' | 'authority' | 'register' | 'association' | 'law_firm' | 'provider' | 'press' | 'common' | 'own'>;
  title: string;
}

export interface ReadingView {
  id: string;
  text: string;
  sources: ReadingViewSources[];
  acts: boolean;
  holidays: boolean;
}

export interface RuleAnswerView {
  reading: string | null;
  exceptions: string[];
  note: string;
  version: number;
  updated_at: string;
}

export interface WordListViewExceptions {
  phrase: string;
  because: string;
  reviewed_at: string;
}

export interface WordListView {
  id: string;
  language: string;
  version: number;
  words: string[];
  exceptions: WordListViewExceptions[];
}

export interface LegalRuleView {
  id: string;
  topic: Open<'hours' | 'cap' | 'consent' | 'sender' | 'wording' | 'opt_out' | 'links' | 'phones' | 'content' | 'origin' | 'technique'>;
  channels: (Open<'sms' | 'voice' | 'email' | 'push'>)[];
  classes: Open<TrafficClass>[];
  from: string | null;
  until: string | null;
  confidence: Open<'confirmed' | 'reported' | 'disputed' | 'unverified'>;
  readings: ReadingView[];
  in_use: string;
  answerable: boolean;
  answer: RuleAnswerView | null;
  lists: WordListView[];
}

export interface ComplianceAnswer {
  country: string | null;
  channel: Open<Channel>;
  class: Open<TrafficClass>;
  at: string;
  allowed: boolean;
  state: Open<MessageState>;
  reason: ComplianceAnswerReason | null;
  eligible_again_at: string | null;
  decided_by: RuleResult | null;
  rules: RuleResult[];
  law: LegalRuleView[];
}

export interface CountryViewSendersSms {
  default: string | null;
  registered_only: boolean;
}

export interface CountryViewSendersEmail {
  default: string | null;
  registered_only: boolean;
}

export interface CountryViewSendersVoice {
  default: string | null;
  registered_only: boolean;
}

export interface CountryViewSenders {
  sms: CountryViewSendersSms | null;
  email: CountryViewSendersEmail | null;
  voice: CountryViewSendersVoice | null;
}

export interface CountryViewOpeningHours {
  channels: Open<Channel>[] | null;
  days: number[];
  from: string;
  to: string;
}

export interface CountryViewMaxPrice {
  amount_micros: number;
  currency: string;
}

export interface MarketingNow {
  open: boolean;
  until: string | null;
  time_zone: string;
  time_zones: number;
}

export interface CountryView {
  country: string;
  enabled: boolean;
  currency: string | null;
  languages: string[] | null;
  channels: Open<Channel>[] | null;
  senders: CountryViewSenders;
  opening_hours: CountryViewOpeningHours[] | null;
  closed_dates: string[] | null;
  max_price: CountryViewMaxPrice | null;
  valid_for_seconds: number | null;
  marketing_per_day: number | null;
  marketing_now: MarketingNow | null;
  version: number;
  updated_at: string;
}

export interface CountryList {
  data: CountryView[];
}

export interface CountrySenders {
  /** Sender of messages that name none; null leaves it to the provider. Needed, and a registered one, with `registered_only`. */
  default?: string | null;
  /** Whether a message may only name senders that are registered there (`/v1/senders`); those at `default` count where a country has none of its own. */
  registered_only?: boolean;
}

export type DltKind = 'transactional' | 'service_implicit' | 'service_explicit' | 'promotional' | 'government';

export type DltMarkKind = 'extra' | 'missing' | 'changed' | 'wrong_case' | 'look_alike' | 'too_long' | 'wrong_kind' | 'empty' | 'not_listed';

export type DltTag = 'var' | 'numeric' | 'alphanumeric' | 'url' | 'urlott' | 'cbn' | 'email';

export interface DltMark {
  kind: Open<DltMarkKind>;
  start: number;
  end: number;
  line: number;
  template_start: number;
  template_end: number;
  expected: string;
  found: string;
  variable: number | null;
  tag: Open<DltTag> | null;
  limit: number | null;
  operator_code: string;
  cure: string;
}

export interface DltPart {
  kind: Open<'equal' | 'ignored' | 'extra' | 'missing' | 'changed' | 'variable'>;
  start: number;
  end: number;
  found: string;
  expected: string;
  variable: number | null;
  tag: Open<DltTag> | null;
  mark: number | null;
}

export interface DltCandidate {
  template_id: string;
  name: string;
  template_kind: Open<DltKind>;
  headers: string[];
  usable: boolean;
  template: string;
  matches: boolean;
  score: number;
  marks: DltMark[];
  parts: DltPart[];
  long_values: number[];
}

export interface DltCheckRequest {
  text: string;
  /** The header; null takes that of the template. */
  from?: string | null;
  class?: TrafficClass;
  /** Compare with this template; null finds those most like the text. */
  template_id?: string | null;
}

export interface DltCheckResultProblem {
  code: string;
  operator_code: string;
  reason: string;
  cure: string;
  mark: DltMark | null;
}

export interface DltCheckResult {
  passes: boolean;
  entity_id: string | null;
  header: string | null;
  template_id: string | null;
  shown_as: string | null;
  problem: DltCheckResultProblem | null;
  candidates: DltCandidate[];
}

export type DltStatus = 'pending' | 'active' | 'rejected' | 'suspended' | 'inactive' | 'blacklisted';

export interface DltConsentTemplate {
  /** Id of the principal entity on the ledgers. */
  entity_id: string;
  template_id: string;
  name: string;
  text: string;
  /** How it stands at the operator. */
  status?: DltStatus;
  /** The last day on which it counts, by the calendar of India. */
  expires_on?: string | null;
}

export type DltCtaType = 'static_url' | 'dynamic_url' | 'short_url' | 'apk' | 'ott' | 'call_back_number' | 'email';

export interface DltCta {
  /** Id of the principal entity on the ledgers. */
  entity_id: string;
  type: DltCtaType;
  /** The link, number or address, as registered. */
  value: string;
  /** How it stands at the operator. */
  status?: DltStatus;
  /** The last day on which it counts, by the calendar of India. */
  expires_on?: string | null;
}

export interface DltMatching {
  variable_limit?: number;
  variable_warn_over?: number;
  ignore_case?: boolean;
  ignore_spaces?: boolean;
  ignore_punctuation?: boolean;
  alphanumeric_spaces?: boolean;
}

export interface DltEntity {
  /** Id of the principal entity on the ledgers. */
  entity_id: string;
  name: string;
  /** How it stands at the operator. */
  status?: DltStatus;
  /** The last day on which it counts, by the calendar of India. */
  expires_on?: string | null;
  /** How operators compare its texts with its templates; strict unless said. */
  matching?: DltMatching;
}

export type DltEntryKind = 'entities' | 'headers' | 'templates' | 'calls_to_action' | 'consent_templates' | 'chains';

export interface DltEntryView {
  kind: Open<DltEntryKind>;
  id: string;
  usable: boolean;
  version: number;
  updated_at: string;
  entity_id: string;
  name: string;
  status: Open<DltStatus>;
  expires_on: string | null;
  matching: DltMatching | null;
  header: string | null;
  template_id: string | null;
  template_kind: Open<DltKind> | null;
  headers: string[];
  text: string | null;
  tags: Open<DltTag>[] | null;
  consent_template_id: string | null;
  type: Open<DltCtaType> | null;
  value: string | null;
  provider_id: string | null;
  telemarketer_ids: string[];
  hash: string | null;
  issues: string[];
}

export interface DltExpiringData {
  kind: Open<DltEntryKind>;
  id: string;
  name: string;
  expires_on: string;
  days_left: number;
}

export interface DltExpiring {
  data: DltExpiringData[];
}

export interface DltHeader {
  /** Id of the principal entity on the ledgers. */
  entity_id: string;
  /** The bare header: the operator puts its letters before it and -P, -S, -T or -G behind. Case counts. */
  header: string;
  /** How it stands at the operator. */
  status?: DltStatus;
  /** The last day on which it counts, by the calendar of India. */
  expires_on?: string | null;
}

export interface DltImportFault {
  line: number;
  column: string;
  message: string;
}

export interface DltImportRequest {
  kind: DltEntryKind;
  /** The entity whose file it is; it must be on file. */
  entity_id: string;
  /** The text of the file, with its line of column names. */
  csv: string;
  /** Read and judge only, store nothing. */
  dry_run?: boolean;
  /** Store the rows that are right although others are not; else a file with a faulty row stores nothing. */
  skip_faulty?: boolean;
}

export interface DltImportResultColumns {
  column: string;
  field: string | null;
}

export interface DltStored {
  added: number;
  changed: number;
  unchanged: number;
}

export interface DltImportResult {
  rows: number;
  right: number;
  columns: DltImportResultColumns[];
  stored: DltStored | null;
  faults: DltImportFault[];
  fault_count: number;
  error_csv: string | null;
  sample: (Record<string, unknown>)[];
}

export interface DltTemplateEntry {
  /** Id of the principal entity on the ledgers. */
  entity_id: string;
  /** Id of the content template on the ledgers. */
  template_id: string;
  name: string;
  kind: DltKind;
  /** The headers it is linked to. */
  headers: string[];
  /** The text as registered, placeholders such as {#numeric#} included. */
  text: string;
  /** Tags of the placeholders in order, for portals that hold them beside the text; null when they stand in it. */
  tags?: DltTag[] | null;
  /** The consent template of promotional and service explicit ones. */
  consent_template_id?: string | null;
  /** How it stands at the operator. */
  status?: DltStatus;
  /** The last day on which it counts, by the calendar of India. */
  expires_on?: string | null;
}

export interface MessageGroupSubstitutionSaved {
  amount_micros: number;
  currency: string;
}

export interface MessageGroupSubstitution {
  rule: string;
  asked: Open<Channel>[];
  price: Money | null;
  saved: MessageGroupSubstitutionSaved | null;
  replays: boolean;
}

export interface MessageGroupChannelsBecause {
  code: string;
  text: string;
}

export interface MessageGroupChannels {
  channel: Open<Channel>;
  id: string | null;
  state: Open<ChannelState>;
  because: MessageGroupChannelsBecause | null;
}

export interface MessageGroup {
  mode: Open<ChannelMode>;
  channel_timeout_seconds: number | null;
  substitution: MessageGroupSubstitution | null;
  channels: MessageGroupChannels[];
}

export interface MessageHold {
  rule: Open<'validity' | 'geo_permission' | 'suppression' | 'consent' | 'registry' | 'template' | 'fraud' | 'dlt' | 'country_sender' | 'content_screening' | 'number_reach' | 'quiet_hours' | 'frequency_cap' | 'budget'>;
  source: string;
  time_zone: string;
  eligible_again_at: string;
}

export interface MessageViewReason {
  code: string;
  text: string;
}

export interface MessageViewContent {
  text?: string;
  /** The language it is read aloud in (BCP 47), such as es or pt-BR. */
  locale?: string;
  subject?: string;
  html?: string;
}

export interface WrittenByView {
  key: string;
  version: number;
  locale: string;
  asked_locale: string | null;
}

export interface MessageViewRoute {
  id: string;
  name: string;
}

export interface MessageViewProvider {
  id: string;
  name: string;
}

export interface MessageView {
  id: string;
  state: Open<MessageState>;
  reason: MessageViewReason | null;
  hold: MessageHold | null;
  to: string;
  from: string | null;
  channel: Open<Channel>;
  class: Open<TrafficClass>;
  environment: Open<Environment>;
  country: string | null;
  topic: string | null;
  content: MessageViewContent;
  template: WrittenByView | null;
  parts: number | null;
  attempts: number;
  route: MessageViewRoute | null;
  provider: MessageViewProvider | null;
  price: Money | null;
  simulated: boolean;
  client_ref: string | null;
  metadata: Record<string, string>;
  group: MessageGroup | null;
  accepted_at: string;
  send_at: string | null;
  expires_at: string;
  updated_at: string;
}

export interface OpeningSpan {
  /** The channels it holds for; null is all of them. A channel that no span names or includes is open at any time. */
  channels?: Channel[] | null;
  days: number[];
  from: string;
  to: string;
}

export interface PackSummary {
  country: string;
  version: number;
  checked_at: string;
  rules: number;
  unsettled: number;
  answered: number;
  marketing_now: MarketingNow | null;
}

export interface PackList {
  data: PackSummary[];
}

export interface PackViewCases {
  name: string;
  at: string;
  class: Open<TrafficClass>;
  sender: string | null;
  text: string | null;
  outcome: Open<'allowed' | 'held' | 'stopped'>;
  rule: string | null;
  until: string | null;
}

export interface PackView {
  country: string;
  version: number;
  checked_at: string;
  unsettled: number;
  answered: number;
  marketing_now: MarketingNow | null;
  rules: LegalRuleView[];
  cases: PackViewCases[];
}

export interface PreviewToChannelRequestSms {
  channel: 'sms';
  content?: SmsContent;
  class: TrafficClass;
  client_ref?: string;
  send_at?: string;
  valid_for_seconds?: number;
  /** The most this message may cost, all of its parts together; over several channels, the most of each. A route above it is not a candidate. Without a currency the default currency of the workspace is meant. */
  max_price?: MaxPrice;
  metadata?: Record<string, string>;
  /** What marketing is about, one of `GET /v1/topics`: the consent to that topic is judged, and who refused it gets nothing of it. Left out, the topic of the template counts, and without one any consent to marketing. */
  topic?: string;
  to: string;
  from?: string;
  /** With true the answer carries the routing decision the message meets now. */
  explain?: boolean;
  /** In place of `content`: what the message says, by a template. */
  template?: TemplateRef;
}

export interface PreviewToChannelRequestEmail {
  channel: 'email';
  content?: EmailContent;
  class: TrafficClass;
  client_ref?: string;
  send_at?: string;
  valid_for_seconds?: number;
  /** The most this message may cost, all of its parts together; over several channels, the most of each. A route above it is not a candidate. Without a currency the default currency of the workspace is meant. */
  max_price?: MaxPrice;
  metadata?: Record<string, string>;
  /** What marketing is about, one of `GET /v1/topics`: the consent to that topic is judged, and who refused it gets nothing of it. Left out, the topic of the template counts, and without one any consent to marketing. */
  topic?: string;
  to: string;
  from?: string;
  /** With true the answer carries the routing decision the message meets now. */
  explain?: boolean;
  /** In place of `content`: what the message says, by a template. */
  template?: TemplateRef;
}

export interface PreviewToChannelRequestVoiceContent {
  text: string;
  /** The language it is read aloud in (BCP 47), such as es or pt-BR. */
  locale: string;
}

export interface PreviewToChannelRequestVoice {
  channel: 'voice';
  content?: PreviewToChannelRequestVoiceContent;
  class: TrafficClass;
  client_ref?: string;
  send_at?: string;
  valid_for_seconds?: number;
  /** The most this message may cost, all of its parts together; over several channels, the most of each. A route above it is not a candidate. Without a currency the default currency of the workspace is meant. */
  max_price?: MaxPrice;
  metadata?: Record<string, string>;
  /** What marketing is about, one of `GET /v1/topics`: the consent to that topic is judged, and who refused it gets nothing of it. Left out, the topic of the template counts, and without one any consent to marketing. */
  topic?: string;
  to: string;
  from?: string;
  /** With true the answer carries the routing decision the message meets now. */
  explain?: boolean;
  /** In place of `content`: what the message says, by a template. */
  template?: TemplateRef;
}

export type PreviewToChannelRequest = PreviewToChannelRequestSms | PreviewToChannelRequestEmail | PreviewToChannelRequestVoice;

export interface PreviewToChannelsRequestTo {
  sms?: string;
  email?: string;
  voice?: string;
}

export type PreviewToChannelsRequestContent = SharedContent | ContentByChannel;

export interface PreviewToChannelsRequestFrom {
  sms?: string;
  email?: string;
  voice?: string;
}

export interface PreviewToChannelsRequest {
  /** In the order they are used; each once. */
  channels: Channel[];
  /** `failover`: the next channel goes when the one before it ends without delivery, or has no receipt in time. A provider that sends no receipts, such as a mail server, ends it by taking the message: what follows a mail is a refusal, or a failure that is reported within that time, not the want of a receipt. `parallel`: all go at once. */
  mode: ChannelMode;
  to: PreviewToChannelsRequestTo;
  content?: PreviewToChannelsRequestContent;
  from?: PreviewToChannelsRequestFrom;
  /** For failover: without a receipt within this time the next channel goes. Left out: 30 for otp, 300 for transactional, 3600 for marketing, and never more than the share of a channel in the validity. */
  channel_timeout_seconds?: number;
  class: TrafficClass;
  client_ref?: string;
  send_at?: string;
  valid_for_seconds?: number;
  /** The most this message may cost, all of its parts together; over several channels, the most of each. A route above it is not a candidate. Without a currency the default currency of the workspace is meant. */
  max_price?: MaxPrice;
  metadata?: Record<string, string>;
  /** What marketing is about, one of `GET /v1/topics`: the consent to that topic is judged, and who refused it gets nothing of it. Left out, the topic of the template counts, and without one any consent to marketing. */
  topic?: string;
  /** With true the answer carries the routing decision the message meets now. */
  explain?: boolean;
  /** In place of `content`: what the message says, by a template. */
  template?: TemplateRef;
}

export type PreviewRequest = PreviewToChannelRequest | PreviewToChannelsRequest;

export interface RecordConsentRequest {
  address: string;
  channel: Channel;
  state: 'granted' | 'withdrawn';
  source: string;
  /** When the person said so; now when left out. The same event of the same instant, sent twice, is one entry. */
  at?: string;
  /** Messages of the class marketing need a consent for `marketing`. */
  purpose?: string;
  /** What within the purpose; left out it is all of it. */
  topic?: string;
  locale?: string;
  wording?: Wording;
  /** The country whose law it was given under. */
  jurisdiction?: string;
  proof?: ConsentProof;
}

export interface RoutingDecisionReason {
  code: string;
  text: string;
}

export interface RoutingDecision {
  channel: Open<Channel>;
  country: string | null;
  state: Open<MessageState>;
  reason: RoutingDecisionReason | null;
  eligible_again_at: string | null;
  rules: RuleResult[];
  candidates: CandidateView[];
  blocked: string | null;
  price: PriceRange | null;
}

export interface RoutingPreviewReason {
  code: string;
  text: string;
}

export interface RoutingPreview {
  channel: Open<Channel>;
  country: string | null;
  state: Open<MessageState>;
  reason: RoutingPreviewReason | null;
  eligible_again_at: string | null;
  rules: RuleResult[];
  candidates: CandidateView[];
  blocked: string | null;
  price: PriceRange | null;
  mode?: Open<ChannelMode>;
  channel_timeout_seconds?: number | null;
  channels?: ChannelPreview[];
}

export interface SendBatchAnswerAcceptedChannels {
  channel: Open<Channel>;
  id: string | null;
}

export interface SendBatchAnswerAccepted {
  index: number;
  id: string;
  channels?: SendBatchAnswerAcceptedChannels[];
  replayed?: Open<'true'>;
}

export interface SendBatchAnswerRejectedErrorErrors {
  path: string;
  code: string;
  message: string;
}

export interface SendBatchAnswerRejectedError {
  code: string;
  message: string;
  errors: SendBatchAnswerRejectedErrorErrors[];
}

export interface SendBatchAnswerRejected {
  index: number;
  error: SendBatchAnswerRejectedError;
}

export interface SendBatchAnswerWarnings {
  code: string;
  message: string;
}

export interface SendBatchAnswer {
  accepted: SendBatchAnswerAccepted[];
  rejected: SendBatchAnswerRejected[];
  warnings?: SendBatchAnswerWarnings[];
}

export interface SendBatchRequest {
  messages: BatchItem[];
}

export interface SendMessageAnswerChannels {
  channel: Open<Channel>;
  id: string | null;
  state: Open<ChannelState>;
  decision?: RoutingDecision;
}

export interface SendMessageAnswerWarnings {
  code: string;
  message: string;
}

export interface SendMessageAnswer {
  id: string;
  state: Open<MessageState>;
  to: string;
  channel: Open<Channel>;
  class: Open<TrafficClass>;
  environment: Open<Environment>;
  parts: number | null;
  client_ref: string | null;
  accepted_at: string;
  send_at: string | null;
  expires_at: string;
  mode?: Open<ChannelMode>;
  channel_timeout_seconds?: number | null;
  channels?: SendMessageAnswerChannels[];
  decision?: RoutingDecision;
  warnings?: SendMessageAnswerWarnings[];
}

export interface SendToChannelRequestSms {
  channel: 'sms';
  content?: SmsContent;
  class: TrafficClass;
  client_ref?: string;
  send_at?: string;
  valid_for_seconds?: number;
  /** The most this message may cost, all of its parts together; over several channels, the most of each. A route above it is not a candidate. Without a currency the default currency of the workspace is meant. */
  max_price?: MaxPrice;
  metadata?: Record<string, string>;
  /** What marketing is about, one of `GET /v1/topics`: the consent to that topic is judged, and who refused it gets nothing of it. Left out, the topic of the template counts, and without one any consent to marketing. */
  topic?: string;
  to: string;
  from?: string;
  /** With true the answer carries the routing decision the message meets now. */
  explain?: boolean;
  /** In place of `content`: what the message says, by a template. */
  template?: TemplateRef;
}

export interface SendToChannelRequestEmail {
  channel: 'email';
  content?: EmailContent;
  class: TrafficClass;
  client_ref?: string;
  send_at?: string;
  valid_for_seconds?: number;
  /** The most this message may cost, all of its parts together; over several channels, the most of each. A route above it is not a candidate. Without a currency the default currency of the workspace is meant. */
  max_price?: MaxPrice;
  metadata?: Record<string, string>;
  /** What marketing is about, one of `GET /v1/topics`: the consent to that topic is judged, and who refused it gets nothing of it. Left out, the topic of the template counts, and without one any consent to marketing. */
  topic?: string;
  to: string;
  from?: string;
  /** With true the answer carries the routing decision the message meets now. */
  explain?: boolean;
  /** In place of `content`: what the message says, by a template. */
  template?: TemplateRef;
}

export interface SendToChannelRequestVoiceContent {
  text: string;
  /** The language it is read aloud in (BCP 47), such as es or pt-BR. */
  locale: string;
}

export interface SendToChannelRequestVoice {
  channel: 'voice';
  content?: SendToChannelRequestVoiceContent;
  class: TrafficClass;
  client_ref?: string;
  send_at?: string;
  valid_for_seconds?: number;
  /** The most this message may cost, all of its parts together; over several channels, the most of each. A route above it is not a candidate. Without a currency the default currency of the workspace is meant. */
  max_price?: MaxPrice;
  metadata?: Record<string, string>;
  /** What marketing is about, one of `GET /v1/topics`: the consent to that topic is judged, and who refused it gets nothing of it. Left out, the topic of the template counts, and without one any consent to marketing. */
  topic?: string;
  to: string;
  from?: string;
  /** With true the answer carries the routing decision the message meets now. */
  explain?: boolean;
  /** In place of `content`: what the message says, by a template. */
  template?: TemplateRef;
}

export type SendToChannelRequest = SendToChannelRequestSms | SendToChannelRequestEmail | SendToChannelRequestVoice;

export interface SendToChannelsRequestTo {
  sms?: string;
  email?: string;
  voice?: string;
}

export type SendToChannelsRequestContent = SharedContent | ContentByChannel;

export interface SendToChannelsRequestFrom {
  sms?: string;
  email?: string;
  voice?: string;
}

export interface SendToChannelsRequest {
  /** In the order they are used; each once. */
  channels: Channel[];
  /** `failover`: the next channel goes when the one before it ends without delivery, or has no receipt in time. A provider that sends no receipts, such as a mail server, ends it by taking the message: what follows a mail is a refusal, or a failure that is reported within that time, not the want of a receipt. `parallel`: all go at once. */
  mode: ChannelMode;
  to: SendToChannelsRequestTo;
  content?: SendToChannelsRequestContent;
  from?: SendToChannelsRequestFrom;
  /** For failover: without a receipt within this time the next channel goes. Left out: 30 for otp, 300 for transactional, 3600 for marketing, and never more than the share of a channel in the validity. */
  channel_timeout_seconds?: number;
  class: TrafficClass;
  client_ref?: string;
  send_at?: string;
  valid_for_seconds?: number;
  /** The most this message may cost, all of its parts together; over several channels, the most of each. A route above it is not a candidate. Without a currency the default currency of the workspace is meant. */
  max_price?: MaxPrice;
  metadata?: Record<string, string>;
  /** What marketing is about, one of `GET /v1/topics`: the consent to that topic is judged, and who refused it gets nothing of it. Left out, the topic of the template counts, and without one any consent to marketing. */
  topic?: string;
  /** With true the answer carries the routing decision the message meets now. */
  explain?: boolean;
  /** In place of `content`: what the message says, by a template. */
  template?: TemplateRef;
}

export type SendMessageRequest = SendToChannelRequest | SendToChannelsRequest;

export interface SetCountryRequestSenders {
  sms?: CountrySenders | null;
  email?: CountrySenders | null;
  voice?: CountrySenders | null;
}

export interface SetCountryRequestMaxPrice {
  amount_micros: number;
  currency: string;
}

export interface SetCountryRequest {
  /** Whether anything goes to numbers of this country, codes included. */
  enabled: boolean;
  /** Currency customers there pay in (ISO 4217). */
  currency?: string | null;
  /** Languages of customers there, the preferred one first (BCP 47). */
  languages?: string[] | null;
  /** Channels that are open; to close all of them, close the country. */
  channels?: Channel[] | null;
  /** Senders by channel; a channel that is null is inherited. Those of mail, which has no country, are set at `default`. */
  senders?: SetCountryRequestSenders;
  /** When marketing is welcome, in the local time of the recipient; what comes at another time is `held` until then, the last ten minutes included. In a country of several zones a number may be in any of them, so that it must be open in all at once. Mail, and numbers of no country, follow `default` in the zone of the workspace. */
  opening_hours?: OpeningSpan[] | null;
  /** Days without marketing, such as public holidays, by the calendar of the recipient. */
  closed_dates?: string[] | null;
  /** Most that one part may cost: routes above it, or in a currency without an exchange rate to its own, carry nothing there. */
  max_price?: SetCountryRequestMaxPrice | null;
  /** Longest validity of messages there; codes keep their own. */
  valid_for_seconds?: number | null;
  /** Most marketing messages to one person on one channel in 24 hours, beside the frequency caps of the workspace: the stricter wins. */
  marketing_per_day?: number | null;
  /** Version that was read: the change is refused when somebody else made one since. */
  version?: number;
}

export interface StartVerificationAnswer {
  id: string;
  state: Open<VerificationState>;
  to: string;
  channel: Open<Channel>;
  environment: Open<Environment>;
  resent: boolean;
  message_id: string;
  created_at: string;
  expires_at: string;
}

export type VerificationLocale = 'en' | 'zh' | 'es' | 'pt-BR' | 'hi' | 'de' | 'fr' | 'ar' | 'id' | 'vi';

export interface StartVerificationRequest {
  /** A phone number, or a mail address when the only channel is email. */
  to: string;
  /** In order: `sms` or `voice`, a call that reads the code aloud, or one after the other; `email` last, or alone. Without it, `sms` or `email` as `to` is. */
  channels?: Channel[];
  /** Where the code goes when the channel email follows sms or voice. */
  email?: string;
  /** The name the person knows you by; it stands in the message. */
  app_name: string;
  /** What the code is for. A code of one purpose is not good for another. */
  purpose?: string;
  locale?: VerificationLocale;
  code_length?: number;
  valid_for_seconds?: number;
  /** Without a receipt within this time the next channel goes. */
  channel_timeout_seconds?: number;
  /** Host of the page that asks for the code: the text ends with the line browsers fill the code in from. */
  domain?: string;
  /** Sender of the first channel: of the text, the number a call shows, or of the mail when email is the only channel. */
  from?: string;
  /** What the code confirms besides the address, such as a session, or an order and its amount: a check must bring the same. It is kept as a hash. */
  bound_to?: string;
  /** Address of the person who asks, when you know it: guesses and sends are limited for it too. */
  ip?: string;
}

export interface SuppressionView {
  id: string;
  address: string;
  channel: Open<Channel>;
  environment: Open<Environment>;
  classes: Open<TrafficClass>[];
  reason: string;
  created_at: string;
}

export interface SuppressRequest {
  address: string;
  channel: Channel;
  classes?: TrafficClass[];
  reason: string;
}

export type TemplateVariableType = 'text' | 'number' | 'money' | 'date' | 'url' | 'code' | 'flag';

export interface TemplateVariable {
  name: string;
  type: Open<TemplateVariableType>;
  /** A value of this type, as previews and the reviewer see it. */
  sample: unknown;
  /** May be left out by a send: it then prints nothing and counts as false. */
  optional?: boolean;
}

export interface TemplateBodySms {
  channel: 'sms';
  locale: string;
  text: string;
  /** The content template on file for India by which texts of this body go; null lets it be found by the text. */
  dlt_template_id?: string | null;
}

export interface TemplateBodyEmail {
  channel: 'email';
  locale: string;
  subject: string;
  /** The text part. Beside `mjml` it may be left out: it is then made from the mail. */
  text?: string;
  /** The HTML part; not beside `mjml`. */
  html?: string;
  /** The mail in MJML, of which the HTML part is made once, when the version is stored. It includes no file and loads no font. */
  mjml?: string;
}

export type TemplateBody = TemplateBodySms | TemplateBodyEmail;

export interface CreateTemplateRequest {
  /** What sends name it by; it never changes. */
  key: string;
  name: string;
  /** What its messages are about, one of `GET /v1/topics`; a send may name another. Of marketing alone. */
  topic?: string | null;
  /** The class of the messages it is for; a send of another class is refused. */
  class: TrafficClass;
  /** The language taken when the one asked for has no body. Each channel has a body in it. */
  default_locale: string;
  variables?: TemplateVariable[];
  bodies: TemplateBody[];
}

export interface MoveTemplateRequest {
  comment?: string;
}

export interface PreviewTemplateRequest {
  /** The class of the messages it is for; a send of another class is refused. */
  class: TrafficClass;
  /** The language taken when the one asked for has no body. Each channel has a body in it. */
  default_locale: string;
  variables?: TemplateVariable[];
  bodies: TemplateBody[];
  values?: Record<string, unknown>;
}

export interface TemplateActor {
  kind: Open<'user' | 'key' | 'system'>;
  name: string;
  at: string;
}

export interface TemplateBesideTerms {
  term: string;
  expected: string;
}

export interface TemplateBeside {
  missing: string[];
  added: string[];
  longer_percent: number;
  terms: TemplateBesideTerms[];
  more_parts: number;
}

export interface MailCheck {
  name: Open<'size' | 'links' | 'unsubscribe' | 'images' | 'contrast' | 'text_part'>;
  state: Open<'good' | 'warn' | 'bad'>;
  found: string[];
}

export interface TemplateContent {
  variables?: TemplateVariable[];
  bodies: TemplateBody[];
}

export type TemplateState = 'draft' | 'submitted' | 'approved' | 'rejected' | 'paused';

export type TranslationState = 'machine_draft' | 'in_review' | 'reviewed' | 'stale';

export interface TemplateTranslation {
  channel: Open<Channel>;
  locale: string;
  state: Open<TranslationState>;
  /** Who asked for the draft. */
  drafted: TemplateActor;
  /** Who began to review it. */
  begun: TemplateActor | null;
  /** Who answers for it. */
  reviewed: TemplateActor | null;
}

export interface TemplateDraftingFaults {
  channel: Open<Channel>;
  locale: string;
  message: string;
}

export interface TemplateDrafting {
  state: Open<'running' | 'done' | 'failed'>;
  asked: TemplateActor;
  locales: string[];
  /** The version that was made of the drafts; null when none was. */
  version: number | null;
  /** What could not be drafted, and why. */
  faults: TemplateDraftingFaults[];
  /** Why nothing was drafted at all. */
  message: string | null;
}

export interface TemplateVersionSummary {
  version: number;
  state: Open<TemplateState>;
  created: TemplateActor;
  submitted: TemplateActor | null;
  decided: TemplateActor | null;
  comment: string | null;
  last_used_at: string | null;
}

export interface TemplateDetail {
  key: string;
  name: string;
  class: Open<TrafficClass>;
  default_locale: string;
  topic: string | null;
  live_version: number | null;
  version: number;
  state: Open<TemplateState>;
  channels: Open<Channel>[];
  locales: string[];
  /** Languages of the newest version with a text that a service drafted and nobody reviewed as it stands. */
  unreviewed: string[];
  /** Those of them with a text that was reviewed before the default language said something else. */
  stale: string[];
  last_used_at: string | null;
  created_at: string;
  content: TemplateContent;
  /** Its texts that a service drafted. Until each is reviewed the version is not submitted, approved or sent; one that was reviewed is `stale` once the text it stands for says something else in the default language. */
  translations: TemplateTranslation[];
  drafting: TemplateDrafting | null;
  versions: TemplateVersionSummary[];
}

export interface TemplateDltCheck {
  passes: boolean;
  template_id: string | null;
  template_name: string | null;
  template_text: string | null;
  cure: string | null;
  marks: DltMark[];
}

export interface TemplateMailLooks {
  bytes: number;
  link_domains: string[];
  checks: MailCheck[];
}

export interface TemplateView {
  key: string;
  name: string;
  class: Open<TrafficClass>;
  default_locale: string;
  topic: string | null;
  live_version: number | null;
  version: number;
  state: Open<TemplateState>;
  channels: Open<Channel>[];
  locales: string[];
  /** Languages of the newest version with a text that a service drafted and nobody reviewed as it stands. */
  unreviewed: string[];
  /** Those of them with a text that was reviewed before the default language said something else. */
  stale: string[];
  last_used_at: string | null;
  created_at: string;
}

export interface TemplateSegmentsForcing {
  character: string;
  suggestion: string | null;
}

export interface TemplateSegments {
  encoding: Open<'gsm7' | 'ucs2'>;
  units: number;
  parts: number;
  units_in_last_part: number;
  units_per_part: number;
  parts_at_least: number;
  forcing: TemplateSegmentsForcing[];
  parts_replaced: number;
}

export interface TemplateRendering {
  channel: Open<Channel>;
  locale: string;
  subject: string | null;
  text: string | null;
  html: string | null;
  segments: TemplateSegments | null;
  mail: TemplateMailLooks | null;
  /** Beside the body in the default language; null for that one itself. */
  beside: TemplateBeside | null;
  dlt: TemplateDltCheck | null;
}

export interface TemplatePreviewErrors {
  path: string;
  code: string;
  message: string;
  /** The line of the source, counted from 1; null where no one line is at fault. */
  line: number | null;
}

export interface TemplatePreviewWarnings {
  path: string;
  code: string;
  message: string;
  /** The line of the source, counted from 1; null where no one line is at fault. */
  line: number | null;
}

export interface TemplatePreviewPricePerPart {
  currency: string;
  lowest_micros: number;
  highest_micros: number;
}

export interface TemplatePreview {
  renderings: TemplateRendering[];
  errors: TemplatePreviewErrors[];
  /** What keeps nothing from being sent: links to domains that are not allowed. */
  warnings: TemplatePreviewWarnings[];
  price_per_part: TemplatePreviewPricePerPart | null;
}

export interface TemplateVersionView {
  version: number;
  state: Open<TemplateState>;
  created: TemplateActor;
  submitted: TemplateActor | null;
  decided: TemplateActor | null;
  comment: string | null;
  last_used_at: string | null;
  variables?: TemplateVariable[];
  bodies: TemplateBody[];
  /** Its texts that a service drafted. Until each is reviewed the version is not submitted, approved or sent; one that was reviewed is `stale` once the text it stands for says something else in the default language. */
  translations: TemplateTranslation[];
}

export interface DraftTranslationsRequest {
  /** The languages to draft; in each, what every channel says in the default language and not yet there, or there in a text that is `stale`. */
  locales: string[];
}

export type TranslationMove = 'begin' | 'accept' | 'reject' | 'reopen';

export interface ReviewTranslationRequest {
  /** The newest version of the template, a draft. */
  version: number;
  channel: Channel;
  locale: string;
  move: TranslationMove;
  /** With `accept`: what it is to say instead, of the same channel and language. What a version says never changes, so it becomes the next version. */
  body?: TemplateBody;
  comment?: string;
}

export interface TranslationService {
  /** Where it is reached: `/languages` and `/translate` are asked behind this address. */
  url: string;
  /** How long one call may take. */
  timeout_ms?: number;
  /** Most calls in a day (UTC). */
  daily_requests?: number;
}

export interface SetTranslationRequest {
  /** The version you read: when somebody else was faster you get `conflict`. Left out, what is there is replaced. */
  version?: number;
  enabled: boolean;
  service: TranslationService;
  /** The API key of the service. Left out it stays as it is; empty it is removed. */
  secret?: string;
}

export interface TranslationView {
  version: number;
  enabled: boolean;
  service: TranslationService | null;
  secret_stored: boolean;
  asked_today: number;
}

export interface GlossaryTerm {
  term: string;
  /** The language it is for, with those that begin with it; null is every language without an entry of its own. */
  locale?: string | null;
  /** What it is called there; null says that it is never translated. */
  translation?: string | null;
}

export interface GlossaryView {
  data: GlossaryTerm[];
}

export interface SetGlossaryTermRequest {
  /** The language it is for, with those that begin with it; null is every language without an entry of its own. */
  locale?: string | null;
  /** What it is called there; null says that it is never translated. */
  translation?: string | null;
}

export interface TimelineEntry {
  seq: number;
  at: string;
  kind: Open<TimelineKind>;
  actor: Open<'api' | 'console' | 'policy' | 'router' | 'worker' | 'provider' | 'sweeper'>;
  result: Open<'pass' | 'fail' | 'info' | 'wait' | 'unknown'>;
  code: string | null;
  text: string;
  state: string | null;
  facts: Record<string, unknown>;
  candidates?: CandidateView[];
}

export interface Timeline {
  data: TimelineEntry[];
  replayed: boolean;
}

export interface VerificationViewReason {
  code: string;
  text: string;
}

export interface VerificationViewSendsRoute {
  id: string;
  name: string;
}

export interface VerificationViewSends {
  message_id: string;
  channel: Open<Channel>;
  state: Open<MessageState>;
  route: VerificationViewSendsRoute | null;
}

export interface VerificationViewConvertedBy {
  id: string;
  name: string;
  channel: Open<Channel>;
}

export interface VerificationView {
  id: string;
  state: Open<VerificationState>;
  to: string;
  email: string | null;
  channels: Open<Channel>[];
  purpose: string;
  app_name: string;
  locale: Open<VerificationLocale>;
  country: string | null;
  environment: Open<Environment>;
  code_length: number;
  tries: number;
  tries_max: number;
  bound: boolean;
  assurance: Open<Assurance>;
  reason: VerificationViewReason | null;
  block: VerificationBlock | null;
  sends: VerificationViewSends[];
  converted_by: VerificationViewConvertedBy | null;
  created_at: string;
  expires_at: string;
  approved_at: string | null;
  ended_at: string | null;
}

export type WebhookEventType = 'message.queued' | 'message.held' | 'message.sent' | 'message.delivered' | 'message.undelivered' | 'message.failed' | 'message.expired' | 'message.unknown' | 'message.suppressed' | 'message.canceled' | 'verification.created' | 'verification.attempted' | 'verification.approved' | 'verification.expired' | 'verification.canceled' | 'verification.max_attempts_reached' | 'verification.blocked' | 'verification.failed' | 'route.alert_started' | 'route.alert_ended' | 'inbound.received' | 'template.submitted' | 'template.approved' | 'template.rejected' | 'template.paused' | 'template.resumed' | 'webhook.exhausted' | 'webhook.disabled';

export interface CreateWebhookRequest {
  url: string;
  description?: string;
  event_types?: WebhookEventType[];
  /** Above 1, every request is of the type `webhook.group` and holds up to so many events in `data.events`, each with its `id`, in one signed body under one `webhook-id`. Events that come about together go together; none waits for others. */
  events_per_request?: number;
}

export interface ReplayView {
  count: number;
  dry_run: boolean;
}

export interface ReplayWebhookRequest {
  event_ids?: string[];
  since?: string;
  until?: string;
  /** missed: events of that time this endpoint never answered with 2xx. Events named by id are always sent. */
  only?: 'missed' | 'all';
  /** Counts what would be sent and sends nothing. */
  dry_run?: boolean;
}

export type RequestOutcome = 'done' | 'refused' | 'failed';

export interface RequestViewApiKey {
  id: string;
  name: string;
}

export interface RequestViewRequest {
  bytes: number;
  body: unknown;
}

export interface RequestViewAnswer {
  bytes: number;
  body: unknown;
}

export interface RequestView {
  id: string;
  at: string;
  environment: Open<Environment>;
  method: string;
  path: string;
  operation: string;
  status: number;
  outcome: Open<RequestOutcome>;
  error: string | null;
  duration_ms: number;
  replayed: boolean;
  api_key: RequestViewApiKey | null;
  address: string;
  query: unknown;
  request: RequestViewRequest;
  answer: RequestViewAnswer;
  message_ids: string[];
  not_kept_before: number;
}

export interface UpdateWebhookRequest {
  url?: string;
  description?: string;
  event_types?: WebhookEventType[];
  /** Above 1, every request is of the type `webhook.group` and holds up to so many events in `data.events`, each with its `id`, in one signed body under one `webhook-id`. Events that come about together go together; none waits for others. */
  events_per_request?: number;
  enabled?: boolean;
}

export type WebhookFailure = 'status' | 'redirect' | 'gone' | 'slow_down' | 'timeout' | 'no_connection' | 'refused' | 'broken_answer';

export interface WebhookAttemptView {
  n: number;
  at: string;
  duration_ms: number;
  url: string;
  request_headers: Record<string, string>;
  status: number | null;
  failure: Open<WebhookFailure> | null;
  detail: string | null;
  response: string | null;
}

export type WebhookDeliveryState = 'pending' | 'delivered' | 'failed' | 'canceled';

export type WebhookOrigin = 'event' | 'replay' | 'test';

export interface WebhookDeliveryView {
  id: string;
  event_id: string;
  /** The `webhook-id` of the requests that carried the event among others; null when it goes alone. */
  group_id: string | null;
  event_type: string;
  origin: Open<WebhookOrigin>;
  state: Open<WebhookDeliveryState>;
  tries: number;
  created_at: string;
  next_try_at: string | null;
  settled_at: string | null;
  last_status: number | null;
  last_failure: Open<WebhookFailure> | null;
  /** The event as it stands in the request; all of the body when it goes alone. */
  body: string;
  attempts: WebhookAttemptView[];
}

export type WebhookOffReason = 'paused' | 'gone' | 'failing';

export interface WebhookView {
  id: string;
  url: string;
  description: string;
  environment: Open<Environment>;
  event_types: Open<WebhookEventType>[];
  events_per_request: number;
  enabled: boolean;
  off_reason: Open<WebhookOffReason> | null;
  off_since: string | null;
  failing_since: string | null;
  secret_rotated_at: string | null;
  previous_secret_until: string | null;
  created_at: string;
}

export interface WebhookWithSecret {
  id: string;
  url: string;
  description: string;
  environment: Open<Environment>;
  event_types: Open<WebhookEventType>[];
  events_per_request: number;
  enabled: boolean;
  off_reason: Open<WebhookOffReason> | null;
  off_since: string | null;
  failing_since: string | null;
  secret_rotated_at: string | null;
  previous_secret_until: string | null;
  created_at: string;
  secret: string;
}

export interface UpdateWorkspaceRequest {
  name?: string;
  /** Where its data lives: a region of this installation. */
  home_region?: string;
  /** Currency (ISO 4217) of price limits that name none. */
  default_currency?: string;
  /** Zone of the business (IANA): of the times and days that the console shows, and of the opening hours of mail. */
  time_zone?: string;
  /** Language (BCP 47) of customers nothing else is known of. */
  default_language?: string;
  /** What takes force only when a second person approves it: versions of `templates`, `erasures` of people, changes of `senders`, what the workspace says of rules of country `packs`, `exports` of personal data, and `reveals` of masked addresses in the console. API keys then do none of them. */
  second_person_for?: ('templates' | 'erasures' | 'senders' | 'packs' | 'exports' | 'reveals')[];
  /** What becomes of links in messages and templates that lead to no domain of `link_domains`: `any` lets them go, `warn` says so in the answer of the send, `refuse` refuses it. */
  links?: 'any' | 'warn' | 'refuse';
  /** Domains that links may lead to, such as acme.com; what is below one of them is allowed too. */
  link_domains?: string[];
}

export interface WorkspaceViewOrganisation {
  id: string;
  name: string;
}

export interface WorkspaceView {
  id: string;
  name: string;
  organisation: WorkspaceViewOrganisation;
  home_region: string | null;
  default_currency: string;
  time_zone: string;
  default_language: string;
  second_person_for: (Open<'templates' | 'erasures' | 'senders' | 'packs' | 'exports' | 'reveals'>)[];
  links: Open<'any' | 'warn' | 'refuse'>;
  link_domains: string[];
  created_at: string;
  regions: string[];
}

export interface ListMessagesParams {
  limit?: number;
  cursor?: string;
  state?: MessageState;
  channel?: Channel;
  class?: TrafficClass;
  to?: string;
  country?: string;
  client_ref?: string;
  reason?: string;
  route_id?: string;
  accepted_after?: string;
  accepted_before?: string;
}

export interface ListTemplatesParams {
  /** Text to be found in the key or the name. */
  search?: string;
  /** How the newest version stands. */
  state?: TemplateState;
  class?: TrafficClass;
  limit?: number;
  cursor?: string;
}

export interface RemoveGlossaryTermParams {
  /** The language of the entry; left out it is the one for every language. */
  locale?: string;
}

export interface ListVerificationsParams {
  limit?: number;
  cursor?: string;
  to?: string;
  state?: VerificationState;
}

export interface ListPrefixesParams {
  limit?: number;
  cursor?: string;
  action?: PrefixAction;
  /** `active` still counts; `ended` was lifted or has expired. */
  state?: 'active' | 'ended';
}

export interface ListSuppressionsParams {
  limit?: number;
  cursor?: string;
  channel?: Channel;
  address?: string;
}

export interface ListConsentsParams {
  address: string;
  channel?: Channel;
}

export interface ReadPersonHoursParams {
  address: string;
  channel?: Channel;
}

export interface ReadConsentAsOfParams {
  address: string;
  channel?: Channel;
  /** Now when left out. */
  at?: string;
  purpose?: string;
  /** Left out, any topic will do, as it does for a message without one. */
  topic?: string;
}

export interface ListListMembersParams {
  limit?: number;
  cursor?: string;
  state?: MemberState;
}

export interface ListImportsParams {
  limit?: number;
  cursor?: string;
}

export interface ReadImportErrorsParams {
  cursor?: string;
}

export interface RectifyPersonRequest {
  /** A phone number or a mail address, in any spelling. */
  address: string;
  /** Told by the look of the address when left out. */
  channel?: Channel;
  /** Why, for the register: who asked, and how. */
  reason: string;
  /** Where the person is reached from now on: of the same channel as the address that is wrong. */
  new_address?: string;
  /** How it is proven that one person is behind both addresses, such as a code of the new one entered in the account of the old one. It stands in the proof of each consent. Without it consents and places on lists do not go along; suppressions, restrictions and withdrawals always do. */
  same_person?: string;
  /** The language the person reads, on every list of the address. */
  language?: string;
  /** The zone of the person, by whose clock the hours without marketing count. There must be such hours. */
  time_zone?: string;
}

export interface RectifyPersonAnswer {
  request: PersonRequestView;
  carried: CarriedToAddress | null;
}

export interface RestrictPersonRequest {
  /** A phone number or a mail address, in any spelling. */
  address: string;
  /** Told by the look of the address when left out. */
  channel?: Channel;
  /** Why, for the register: who asked, and how. */
  reason: string;
  /** What nothing is sent of while the restriction stands. Codes go, unless they are named: the person asks for each of them. */
  classes?: TrafficClass[];
}

export interface LiftRestrictionRequest {
  /** Why it is lifted; the person must have been told before (GDPR, article 18(3)). */
  reason: string;
}

export interface ObjectToMarketingRequest {
  /** A phone number or a mail address, in any spelling. */
  address: string;
  /** Told by the look of the address when left out. */
  channel?: Channel;
  /** Why, for the register: who asked, and how. */
  reason: string;
}

export interface ListPersonRequestsParams {
  limit?: number;
  cursor?: string;
}

export interface ListInboundParams {
  limit?: number;
  cursor?: string;
  /** The number that wrote. */
  from?: string;
}

export interface ListWebhooksAnswer {
  data: WebhookView[];
}

export interface ListWebhookDeliveriesParams {
  limit?: number;
  cursor?: string;
  state?: WebhookDeliveryState;
}

export interface ListAuditParams {
  limit?: number;
  cursor?: string;
  /** Id of a person or an API key. */
  actor_id?: string;
  action?: 'session.signed_in' | 'session.sign_in_failed' | 'session.signed_out' | 'session.revoked' | 'account.password_changed' | 'account.changed' | 'account.alert_mail_set' | 'member.joined' | 'member.role_changed' | 'member.removed' | 'invitation.created' | 'invitation.withdrawn' | 'key.created' | 'key.rotated' | 'key.revoked' | 'limit.set' | 'limit.lifted' | 'provider.created' | 'provider.changed' | 'route.created' | 'route.changed' | 'route.weight_changed' | 'route.paused' | 'route.pause_lifted' | 'weights.set' | 'weights.approved' | 'weights.rejected' | 'weights.undone' | 'weights.removed' | 'weights.ramp_paused' | 'weights.ramp_resumed' | 'weights.ramp_finished' | 'experiment.started' | 'experiment.stopped' | 'experiment.adopted' | 'success_model.switched' | 'webhook.created' | 'webhook.changed' | 'webhook.secret_rotated' | 'webhook.tested' | 'webhook.replayed' | 'webhook.removed' | 'suppression.added' | 'suppression.lifted' | 'consent.recorded' | 'list.created' | 'list.changed' | 'list.member_added' | 'list.members_imported' | 'import.created' | 'import.started' | 'import.canceled' | 'import.undo_started' | 'import.undone' | 'list.member_confirmed' | 'keyword.saved' | 'keyword.removed' | 'keyword.reply_set' | 'glossary.term_saved' | 'glossary.term_removed' | 'topic.saved' | 'topic.removed' | 'inbound.decided' | 'message.canceled' | 'message.revealed' | 'verification.canceled' | 'prefix.blocked' | 'prefix.allowed' | 'prefix.lifted' | 'fraud_rules.set' | 'workspace.created' | 'workspace.changed' | 'organisation.renamed' | 'organisation.second_factor_set' | 'single_sign_on.set' | 'single_sign_on.removed' | 'country.set' | 'country.removed' | 'sender.set' | 'sender.removed' | 'dlt.stored' | 'dlt.removed' | 'rule.answered' | 'rule.answer_removed' | 'cap.saved' | 'cap.removed' | 'registry.set' | 'registry.removed' | 'registry.asked' | 'prices.imported' | 'prices.undone' | 'exchange_rates.set' | 'exchange_rate.removed' | 'networks.imported' | 'lookup.set' | 'numbers.looked_up' | 'concentration.limit_set' | 'substitutions.set' | 'template.created' | 'template.version_added' | 'template.submitted' | 'template.approved' | 'template.rejected' | 'template.paused' | 'template.resumed' | 'template.drafting_asked' | 'template.translations_drafted' | 'template.translation_begun' | 'template.translation_accepted' | 'template.translation_rejected' | 'template.translation_reopened' | 'translation.set' | 'approval.asked' | 'approval.approved' | 'approval.rejected' | 'approval.withdrawn' | 'approval.used' | 'person.previewed' | 'person.copied' | 'person.erasure_asked' | 'person.erasure_rejected' | 'person.erased' | 'person.restricted' | 'person.restriction_lifted' | 'person.objected' | 'person.rectified';
  object_kind?: 'user' | 'invitation' | 'key' | 'limit' | 'provider' | 'route' | 'weights' | 'experiment' | 'success_model' | 'webhook' | 'suppression' | 'consent' | 'list' | 'import' | 'keyword' | 'cap' | 'glossary' | 'topic' | 'inbound' | 'message' | 'verification' | 'prefix' | 'fraud_rules' | 'workspace' | 'organisation' | 'single_sign_on' | 'country' | 'sender' | 'dlt' | 'rule' | 'registry' | 'translation' | 'prices' | 'exchange_rates' | 'networks' | 'concentration' | 'substitutions' | 'template' | 'person' | 'approval';
  /** Id of the thing that was changed. */
  object_id?: string;
  since?: string;
  until?: string;
}

export interface ExportAuditParams {
  /** Number of the last entry you have; 0 from the beginning. */
  after?: number;
  limit?: number;
}

export interface ListDltEntriesParams {
  /** Which kind of registration. */
  kind?: DltEntryKind;
  /** Text to be found in id, name, header, link or text. */
  search?: string;
  cursor?: string;
  limit?: number;
}

export interface ListDltExpiringParams {
  within_days?: number;
}

export interface SaveDltEntitiesRequest {
  entries: DltEntity[];
}

export interface SaveDltHeadersRequest {
  entries: DltHeader[];
}

export interface SaveDltTemplatesRequest {
  entries: DltTemplateEntry[];
}

export interface SaveDltCallsToActionRequest {
  entries: DltCta[];
}

export interface SaveDltConsentTemplatesRequest {
  entries: DltConsentTemplate[];
}

export interface ListSendersParams {
  /** Only those registered there. */
  country?: string;
  status?: SenderStatus;
}

export interface ReadShownSenderParams {
  country: string;
  class?: TrafficClass;
  /** The sender; left out, the one that stands for messages that name none. */
  from?: string;
}

export interface ListPricesParams {
  limit?: number;
  cursor?: string;
  route_id?: string;
  country?: string;
  /** current: in force or to come; all: also those over. */
  state?: 'current' | 'all';
}

export interface ListNetworksParams {
  limit?: number;
  /** `next_after` of the page before. */
  after?: string;
}

export interface ListRequestsParams {
  limit?: number;
  cursor?: string;
  outcome?: RequestOutcome;
  error?: 'request_invalid' | 'json_invalid' | 'unauthenticated' | 'forbidden' | 'second_factor_required' | 'not_found' | 'method_not_allowed' | 'idempotency_in_progress' | 'client_ref_taken' | 'not_cancelable' | 'conflict' | 'workspace_changed' | 'payload_too_large' | 'media_type_unsupported' | 'idempotency_mismatch' | 'rate_limited' | 'queue_overflow' | 'internal' | 'overloaded';
  operation?: string;
  api_key?: string;
}
