// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

import type { Pages } from '../pages.ts';
import { type CallOptions, type IdempotentCallOptions, segment, type Transport } from '../transport.ts';
import type {
  AddImportPartRequest,
  AddMemberRequest,
  AddPrefixRequest,
  AnswerRuleRequest,
  AskRegistryRequest,
  AskRegistryResult,
  AuditEntryView,
  AuditExport,
  AuditVerdict,
  CapList,
  CapPreview,
  CapView,
  CertificateVerdict,
  ChangeListRequest,
  CheckComplianceRequest,
  CheckVerificationAnswer,
  CheckVerificationRequest,
  ComplianceAnswer,
  ConcentrationView,
  ConsentAsOf,
  ConsentList,
  ConsentProofBundle,
  ConsentVerdict,
  ConsentView,
  CountryList,
  CountryView,
  CreateImportRequest,
  CreateListRequest,
  CreateTemplateRequest,
  CreateWebhookRequest,
  DltCheckRequest,
  DltCheckResult,
  DltEntryView,
  DltExpiring,
  DltImportRequest,
  DltImportResult,
  DltStored,
  DraftTranslationsRequest,
  ErasePersonRequest,
  ErasureAnswer,
  ErasureCertificate,
  ExchangeRateList,
  ExportAuditParams,
  ExportPersonRequest,
  FindPersonRequest,
  FraudRulesView,
  GlossaryView,
  ImportErrors,
  ImportNetworksRequest,
  ImportNetworksResult,
  ImportPreview,
  ImportPricesRequest,
  ImportPricesResult,
  ImportView,
  InboundView,
  KeptTables,
  KeywordsView,
  LegalRuleView,
  LiftRestrictionRequest,
  ListAuditParams,
  ListConsentsParams,
  ListDltEntriesParams,
  ListDltExpiringParams,
  ListImportsParams,
  ListInboundParams,
  ListListMembersParams,
  ListMessagesParams,
  ListNetworksParams,
  ListPersonRequestsParams,
  ListPrefixesParams,
  ListPricesParams,
  ListRequestsParams,
  ListSendersParams,
  ListSuppressionsParams,
  ListTemplatesParams,
  ListVerificationsParams,
  ListView,
  ListWebhookDeliveriesParams,
  ListWebhooksAnswer,
  ListsView,
  LookUpNumbersRequest,
  LookUpNumbersResult,
  LookupView,
  MemberOfList,
  MessageView,
  Money,
  MoveTemplateRequest,
  NetworkPrefixPage,
  ObjectToMarketingRequest,
  PackList,
  PackView,
  PersonCopy,
  PersonFound,
  PersonHours,
  PersonRequestView,
  PrefixView,
  PreviewRequest,
  PreviewTemplateRequest,
  PriceChangeList,
  PriceView,
  PricesUndone,
  Quote,
  QuoteRequest,
  ReadConsentAsOfParams,
  ReadImportErrorsParams,
  ReadPersonHoursParams,
  ReadShownSenderParams,
  RecordConsentRequest,
  RectifyPersonAnswer,
  RectifyPersonRequest,
  RegistryList,
  RegistryView,
  RemoveGlossaryTermParams,
  ReplayView,
  ReplayWebhookRequest,
  RequestView,
  RestrictPersonRequest,
  ReviewTranslationRequest,
  RoutingPreview,
  SaveCap,
  SaveDltCallsToActionRequest,
  SaveDltConsentTemplatesRequest,
  SaveDltEntitiesRequest,
  SaveDltHeadersRequest,
  SaveDltTemplatesRequest,
  SaveKeyword,
  SaveKeywordReply,
  SaveTopicRequest,
  SendBatchAnswer,
  SendBatchRequest,
  SendMessageAnswer,
  SendMessageRequest,
  SenderList,
  SenderView,
  SetConcentrationLimitRequest,
  SetCountryRequest,
  SetExchangeRatesRequest,
  SetFraudRulesRequest,
  SetGlossaryTermRequest,
  SetLookupRequest,
  SetPersonHoursRequest,
  SetRegistryRequest,
  SetSenderRequest,
  SetSubstitutionsRequest,
  SetTranslationRequest,
  ShownSenderView,
  StartImportRequest,
  StartVerificationAnswer,
  StartVerificationRequest,
  SubstitutionPreview,
  SubstitutionRule,
  SubstitutionView,
  SuppressRequest,
  SuppressionView,
  TemplateContent,
  TemplateDetail,
  TemplatePreview,
  TemplateVersionView,
  TemplateView,
  Timeline,
  TopicView,
  TopicsView,
  TranslationView,
  UpdateWebhookRequest,
  UpdateWorkspaceRequest,
  VerificationView,
  VerifyCertificateRequest,
  WebhookDeliveryView,
  WebhookView,
  WebhookWithSecret,
  WorkspaceView,
} from './types.ts';

/** Calls of `client.messages`. */
export class MessagesResource {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * Send a message. Takes one message for one person, over one channel or several. The answer 202 means it is
   * stored durably; the timeline tells what becomes of it. With `channels` and mode `failover` the next channel
   * goes when the one before it ends without delivery or has no receipt in time; with `parallel` all go at once.
   * Send an Idempotency-Key so that a call can be repeated safely.
   * `POST /v1/messages`
   */
  send(body: SendMessageRequest, options: IdempotentCallOptions = {}): Promise<SendMessageAnswer> {
    return this.#transport.call({ method: 'POST', path: '/v1/messages', body, takesIdempotencyKey: true, options });
  }

  /**
   * List messages. Newest first. Give `next_cursor` of one page as `cursor` of the next; null means there is no
   * more.
   * `GET /v1/messages`
   */
  list(query: ListMessagesParams = {}, options: CallOptions = {}): Pages<MessageView> {
    return this.#transport.pages({ method: 'GET', path: '/v1/messages', query, options });
  }

  /**
   * Send up to 1000 messages. Takes many messages in one call. Each is judged by itself: the answer lists the ids
   * of those stored and, by index, why the others were refused. An item may carry an idempotency_key of its own,
   * so that a later batch does not send it again.
   * `POST /v1/messages/batch`
   */
  sendBatch(body: SendBatchRequest, options: IdempotentCallOptions = {}): Promise<SendBatchAnswer> {
    return this.#transport.call({ method: 'POST', path: '/v1/messages/batch', body, takesIdempotencyKey: true, options });
  }

  /**
   * Read a message. The present state of one message, with its route, provider and price once they are known.
   * `GET /v1/messages/{id}`
   */
  get(id: string, options: CallOptions = {}): Promise<MessageView> {
    return this.#transport.call({ method: 'GET', path: `/v1/messages/${segment(id)}`, options });
  }

  /**
   * Read what happened to a message, and why. Every step in order: the rules that were asked, the routes that were
   * weighed with their reasons, each attempt, each receipt.
   * `GET /v1/messages/{id}/timeline`
   */
  getTimeline(id: string, options: CallOptions = {}): Promise<Timeline> {
    return this.#transport.call({ method: 'GET', path: `/v1/messages/${segment(id)}/timeline`, options });
  }

  /**
   * Cancel a message. Stops a message that no attempt has been claimed for. The first message of a send over
   * several channels stands for all of them: what of it has not gone is stopped. Takes no body.
   * `POST /v1/messages/{id}/cancel`
   */
  cancel(id: string, options: CallOptions = {}): Promise<MessageView> {
    return this.#transport.call({ method: 'POST', path: `/v1/messages/${segment(id)}/cancel`, options });
  }
}

/** Calls of `client.templates`. */
export class TemplatesResource {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * Create a template. Stores a template with its first version, a draft: bodies in Liquid for each channel and
   * language, and the variables they print. Bodies print variables (`{{ name }}`) through the filters upcase,
   * downcase, capitalize, strip, truncate, default and number, and choose by the tags if, unless and case; there
   * are no loops, files or properties. Money and days are written as the language writes them; what is printed
   * into HTML is escaped. A mail is written as text, as HTML or as MJML (`mjml`): that is made into HTML once,
   * when the version is stored, with a text part unless one is written; it includes no file and loads no font, and
   * what is wrong with it is told by its line. Live sends go by approved versions only: submit it, and have it
   * approved.
   * `POST /v1/templates`
   */
  create(body: CreateTemplateRequest, options: CallOptions = {}): Promise<TemplateDetail> {
    return this.#transport.call({ method: 'POST', path: '/v1/templates', body, options });
  }

  /**
   * List templates. The templates of the workspace, the newest first, the same in live and in sandbox.
   * `live_version` is the one that live sends go by. Give `next_cursor` of one page as `cursor` of the next.
   * `GET /v1/templates`
   */
  list(query: ListTemplatesParams = {}, options: CallOptions = {}): Pages<TemplateView> {
    return this.#transport.pages({ method: 'GET', path: '/v1/templates', query, options });
  }

  /**
   * Preview a template. Renders each body with the samples, or with the values given, and stores and sends
   * nothing: parts and encoding of texts, the characters that force UCS-2, what operators in India would say, what
   * mailboxes will make of a mail (its length, links, images, colours), what each language says differently from
   * the default one (variables, terms of the glossary, length), and everything that is wrong.
   * `POST /v1/templates/preview`
   */
  preview(body: PreviewTemplateRequest, options: CallOptions = {}): Promise<TemplatePreview> {
    return this.#transport.call({ method: 'POST', path: '/v1/templates/preview', body, options });
  }

  /**
   * Read a template. The template, what its newest version says, and how each of its versions stands.
   * `GET /v1/templates/{key}`
   */
  read(key: string, options: CallOptions = {}): Promise<TemplateDetail> {
    return this.#transport.call({ method: 'GET', path: `/v1/templates/${segment(key)}`, options });
  }

  /**
   * Add a version to a template. Stores the next version, a draft. What a version says never changes: messages
   * name the version they were written by. Live sends go on by the newest approved version until this one is
   * approved.
   * `POST /v1/templates/{key}/versions`
   */
  addVersion(key: string, body: TemplateContent, options: CallOptions = {}): Promise<TemplateDetail> {
    return this.#transport.call({ method: 'POST', path: `/v1/templates/${segment(key)}/versions`, body, options });
  }

  /**
   * Read a version of a template. What the version says, which never changes, and who wrote, submitted and decided
   * it.
   * `GET /v1/templates/{key}/versions/{version}`
   */
  readVersion(key: string, version: string, options: CallOptions = {}): Promise<TemplateVersionView> {
    return this.#transport.call({ method: 'GET', path: `/v1/templates/${segment(key)}/versions/${segment(version)}`, options });
  }

  /**
   * Submit a version. Asks for the approval of a draft.
   * `POST /v1/templates/{key}/versions/{version}/submit`
   */
  submit(key: string, version: string, body: MoveTemplateRequest, options: CallOptions = {}): Promise<TemplateDetail> {
    return this.#transport.call({ method: 'POST', path: `/v1/templates/${segment(key)}/versions/${segment(version)}/submit`, body, options });
  }

  /**
   * Approve a version. Live sends go by it from now on. Where the workspace wants a second person, a key approves
   * nothing: that is done in the console, by somebody who neither wrote nor submitted the version.
   * `POST /v1/templates/{key}/versions/{version}/approve`
   */
  approve(key: string, version: string, body: MoveTemplateRequest, options: CallOptions = {}): Promise<TemplateDetail> {
    return this.#transport.call({ method: 'POST', path: `/v1/templates/${segment(key)}/versions/${segment(version)}/approve`, body, options });
  }

  /**
   * Reject a version. Says no to a submitted version, and why. What it says never changes: mend it by a new
   * version.
   * `POST /v1/templates/{key}/versions/{version}/reject`
   */
  reject(key: string, version: string, body: MoveTemplateRequest, options: CallOptions = {}): Promise<TemplateDetail> {
    return this.#transport.call({ method: 'POST', path: `/v1/templates/${segment(key)}/versions/${segment(version)}/reject`, body, options });
  }

  /**
   * Pause a version. No further message is written by it; live sends go by the newest approved version before it,
   * if there is one. Messages that were accepted go out.
   * `POST /v1/templates/{key}/versions/{version}/pause`
   */
  pause(key: string, version: string, body: MoveTemplateRequest, options: CallOptions = {}): Promise<TemplateDetail> {
    return this.#transport.call({ method: 'POST', path: `/v1/templates/${segment(key)}/versions/${segment(version)}/pause`, body, options });
  }

  /**
   * Resume a version. A paused version counts as approved again.
   * `POST /v1/templates/{key}/versions/{version}/resume`
   */
  resume(key: string, version: string, body: MoveTemplateRequest, options: CallOptions = {}): Promise<TemplateDetail> {
    return this.#transport.call({ method: 'POST', path: `/v1/templates/${segment(key)}/versions/${segment(version)}/resume`, body, options });
  }

  /**
   * Draft languages. Has the translation service draft languages, all at once in the background; `drafting` of the
   * template says how it goes. What every channel says in the default language and not yet in these, or there in a
   * text that is `stale`, becomes the next version, each text marked in `translations` as a draft of a machine. A
   * draft in which a variable, a tag, a link or a term of the glossary did not come back is refused, with which.
   * `POST /v1/templates/{key}/translations`
   */
  draftTranslations(key: string, body: DraftTranslationsRequest, options: CallOptions = {}): Promise<TemplateDetail> {
    return this.#transport.call({ method: 'POST', path: `/v1/templates/${segment(key)}/translations`, body, options });
  }

  /**
   * Review a draft. Moves a drafted text of the newest version: `begin` its review, `accept` it (with `body` in
   * other words), `reject` it, which takes it out, or `reopen` what was reviewed. One that is `stale`, since the
   * default language says something else than when it was reviewed, is accepted or rejected at once. What is
   * changed or taken out makes the next version. Until every drafted text is reviewed the version is not
   * submitted, approved or sent. Where the workspace wants a second person, whoever asked for a draft does not
   * accept it, and a key accepts none.
   * `POST /v1/templates/{key}/translations/review`
   */
  reviewTranslation(key: string, body: ReviewTranslationRequest, options: CallOptions = {}): Promise<TemplateDetail> {
    return this.#transport.call({ method: 'POST', path: `/v1/templates/${segment(key)}/translations/review`, body, options });
  }

  /**
   * Read the translation service. The service that drafts languages of templates, and how often it was asked
   * today. Its key is never shown.
   * `GET /v1/translation`
   */
  getTranslation(options: CallOptions = {}): Promise<TranslationView> {
    return this.#transport.call({ method: 'GET', path: '/v1/translation', options });
  }

  /**
   * Set the translation service. Sets a service that speaks as LibreTranslate does, as a whole; a `secret` that is
   * left out stays. It is sent the words of templates alone: variables, tags, links and terms of the glossary stay
   * here. Needs a key of live.
   * `PUT /v1/translation`
   */
  setTranslation(body: SetTranslationRequest, options: CallOptions = {}): Promise<TranslationView> {
    return this.#transport.call({ method: 'PUT', path: '/v1/translation', body, options });
  }

  /**
   * List the glossary. The fixed terms and what each is called in a language. Translations of templates are
   * checked by them, and drafts of a service say them so.
   * `GET /v1/glossary`
   */
  listGlossary(options: CallOptions = {}): Promise<GlossaryView> {
    return this.#transport.call({ method: 'GET', path: '/v1/glossary', options });
  }

  /**
   * Set a term. Says what a term is called in a language, in place of what was said before; a `translation` of
   * null keeps the term as it is.
   * `PUT /v1/glossary/{term}`
   */
  setGlossaryTerm(term: string, body: SetGlossaryTermRequest, options: CallOptions = {}): Promise<GlossaryView> {
    return this.#transport.call({ method: 'PUT', path: `/v1/glossary/${segment(term)}`, body, options });
  }

  /**
   * Remove a term. Removes what a term is called in one language, or in every language without an entry of its
   * own.
   * `DELETE /v1/glossary/{term}`
   */
  removeGlossaryTerm(term: string, query: RemoveGlossaryTermParams = {}, options: CallOptions = {}): Promise<void> {
    return this.#transport.call({ method: 'DELETE', path: `/v1/glossary/${segment(term)}`, query, options });
  }
}

/** Calls of `client.verifications`. */
export class VerificationsResource {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * Send a code to a person. Draws a code and sends it by the first channel; when no receipt comes in its time,
   * the same code goes by the next one. The same `to` and `purpose` again, while the code is valid, sends the same
   * code once more and leaves the tries counted. The answer is the same for every address, known or not. An
   * address is sent at most 3 codes in 10 minutes, 5 in an hour and 10 in a day. Premium-rate, satellite,
   * shared-cost and similar ranges are refused. When no channel carries the code the verification has `failed`,
   * and is `pending` again when it is asked for once more; when a rule against fraud stops it, it is `blocked`.
   * `POST /v1/verifications`
   */
  start(body: StartVerificationRequest, options: IdempotentCallOptions = {}): Promise<StartVerificationAnswer> {
    return this.#transport.call({ method: 'POST', path: '/v1/verifications', body, takesIdempotencyKey: true, options });
  }

  /**
   * List verifications. Newest first. Give `next_cursor` of one page as `cursor` of the next; null means there is
   * no more.
   * `GET /v1/verifications`
   */
  list(query: ListVerificationsParams = {}, options: CallOptions = {}): Pages<VerificationView> {
    return this.#transport.pages({ method: 'GET', path: '/v1/verifications', query, options });
  }

  /**
   * Check the code a person typed. A code is good once. Five wrong codes bar the verification. An id that is
   * unknown and a code that was used, has expired or is barred all answer `not_found`. The answer names the
   * address and the purpose: compare them with whom you sign in when the id comes from a browser, or give
   * `bound_to`. A code that came by mail proves the mailbox and is no second factor (`assurance`).
   * `POST /v1/verifications/{id}/check`
   */
  check(id: string, body: CheckVerificationRequest, options: CallOptions = {}): Promise<CheckVerificationAnswer> {
    return this.#transport.call({ method: 'POST', path: `/v1/verifications/${segment(id)}/check`, body, options });
  }

  /**
   * Read a verification. The present state of one verification with each send of its code and the route that
   * converted. The code cannot be read.
   * `GET /v1/verifications/{id}`
   */
  get(id: string, options: CallOptions = {}): Promise<VerificationView> {
    return this.#transport.call({ method: 'GET', path: `/v1/verifications/${segment(id)}`, options });
  }

  /**
   * Cancel a verification. Its code is good no more, and a message of it that no attempt is claimed for does not
   * go. Repeating it answers the same. One that was approved or has otherwise ended answers `not_cancelable`.
   * `POST /v1/verifications/{id}/cancel`
   */
  cancel(id: string, options: CallOptions = {}): Promise<VerificationView> {
    return this.#transport.call({ method: 'POST', path: `/v1/verifications/${segment(id)}/cancel`, options });
  }
}

/** Calls of `client.fraud`. */
export class FraudResource {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * List prefixes that are closed to codes, or kept open. Newest first. A prefix is listed by a rule, with what it
   * had counted as evidence, or by hand. What was lifted or has expired stays on the list.
   * `GET /v1/fraud/prefixes`
   */
  listPrefixes(query: ListPrefixesParams = {}, options: CallOptions = {}): Pages<PrefixView> {
    return this.#transport.pages({ method: 'GET', path: '/v1/fraud/prefixes', query, options });
  }

  /**
   * Close a prefix to codes, or keep it open. Takes the place of what is listed for the same prefix. `block` sends
   * no code there, those of your own making included: a verification goes on by mail where it may, and ends as
   * `blocked` where it may not. `allow` sends codes there whatever the rules find, and lets ranges pass that are
   * refused as premium-rate, satellite or shared-cost. Of two prefixes the longer one counts. Other messages are
   * not concerned.
   * `POST /v1/fraud/prefixes`
   */
  addPrefix(body: AddPrefixRequest, options: CallOptions = {}): Promise<PrefixView> {
    return this.#transport.call({ method: 'POST', path: '/v1/fraud/prefixes', body, options });
  }

  /**
   * Lift a listed prefix. It counts no more and stays on the list as lifted. What was counted of its numbers is
   * forgotten: the rules judge them anew.
   * `DELETE /v1/fraud/prefixes/{id}`
   */
  liftPrefix(id: string, options: CallOptions = {}): Promise<void> {
    return this.#transport.call({ method: 'DELETE', path: `/v1/fraud/prefixes/${segment(id)}`, options });
  }

  /**
   * Read the rules against fraud with codes. What the workspace has set, or the defaults (`version` 0). The same
   * in live and in sandbox; the sandbox spends nothing and counts nothing.
   * `GET /v1/fraud/rules`
   */
  readRules(options: CallOptions = {}): Promise<FraudRulesView> {
    return this.#transport.call({ method: 'GET', path: '/v1/fraud/rules', options });
  }

  /**
   * Set the rules against fraud with codes. Takes the place of all rules; what is left out goes back to its
   * default. A block of numbers is closed when codes were sent for more verifications than `sent` and less than
   * `percent` of them were typed; numbers that typed a code before are sent on. Money is counted at the price of
   * the route, when a code is handed over: what would pass a limit ends as `suppressed` with the reason
   * `policy.budget_exceeded`.
   * `PUT /v1/fraud/rules`
   */
  setRules(body: SetFraudRulesRequest, options: CallOptions = {}): Promise<FraudRulesView> {
    return this.#transport.call({ method: 'PUT', path: '/v1/fraud/rules', body, options });
  }
}

/** Calls of `client.routing`. */
export class RoutingResource {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * See how a message would be routed. Takes the body of a send, whose content may be left out, and sends nothing.
   * The answer tells, now or for the time of `send_at`: what each rule of policy says, quiet hours and caps
   * included; the routes that would be weighed, each with its price, its chance and the reason when it is left
   * out; and the state the message would be in. With `channels` it tells so of each in its order, and in
   * `follow_ups` what would make the next one go.
   * `POST /v1/routing/preview`
   */
  preview(body: PreviewRequest, options: CallOptions = {}): Promise<RoutingPreview> {
    return this.#transport.call({ method: 'POST', path: '/v1/routing/preview', body, options });
  }

  /**
   * See what a send would cost. Takes a text and either recipients or how many go to which country, and sends
   * nothing. The answer tells parts and encoding, the expected mix of routes of each country with its price, and
   * three sums in the currency of the workspace: all by the cheapest route that may carry it, by the mix as it is
   * decided now, and all by the dearest one, backups included. Recipients that would not be sent to are counted
   * with the reason. `advice` names countries where mail would do for less than half.
   * `POST /v1/routing/quote`
   */
  quoteSend(body: QuoteRequest, options: CallOptions = {}): Promise<Quote> {
    return this.#transport.call({ method: 'POST', path: '/v1/routing/quote', body, options });
  }

  /**
   * See how much depends on each supplier. Of the texts to each country in the last 30 days: the share of every
   * supplier, how concentrated they are, and the limit. A supplier at its limit is left out while another one can
   * carry (`concentration`); countries with fewer than 100 texts are over no limit.
   * `GET /v1/routing/concentration`
   */
  readConcentration(options: CallOptions = {}): Promise<ConcentrationView> {
    return this.#transport.call({ method: 'GET', path: '/v1/routing/concentration', options });
  }

  /**
   * Limit the share of one supplier. Sets the largest share of the texts to a country that one supplier may carry,
   * or takes the limit away. It never takes the last route from a message.
   * `PUT /v1/routing/concentration/limits`
   */
  setConcentrationLimit(body: SetConcentrationLimitRequest, options: CallOptions = {}): Promise<ConcentrationView> {
    return this.#transport.call({ method: 'PUT', path: '/v1/routing/concentration/limits', body, options });
  }

  /**
   * See by which rules sends begin with another channel, and what that saves. The substitution rules of the
   * environment in their order, and what each came to since the month began: the sends it moved, those that went
   * by the first channel after all, and what the others saved.
   * `GET /v1/routing/substitutions`
   */
  readSubstitutions(options: CallOptions = {}): Promise<SubstitutionView> {
    return this.#transport.call({ method: 'GET', path: '/v1/routing/substitutions', options });
  }

  /**
   * Set by which rules sends begin with another channel. Replaces the rules. The first that fits a send over
   * several channels with `failover` decides: its channel goes first and the others follow as they were, so nobody
   * is written to by a channel the send does not name. Consent, suppressions and caps are judged for the channel a
   * message goes by.
   * `PUT /v1/routing/substitutions`
   */
  setSubstitutions(body: SetSubstitutionsRequest, options: CallOptions = {}): Promise<SubstitutionView> {
    return this.#transport.call({ method: 'PUT', path: '/v1/routing/substitutions', body, options });
  }

  /**
   * Try a substitution rule on the sends of last week. How many sends of the last seven days the rule would have
   * moved, and about what it would have saved by the prices of today, with a 90 % interval: who is not reached by
   * the other channel gets the first one after all. It is refused where too little is known.
   * `POST /v1/routing/substitutions/preview`
   */
  previewSubstitution(body: SubstitutionRule, options: CallOptions = {}): Promise<SubstitutionPreview> {
    return this.#transport.call({ method: 'POST', path: '/v1/routing/substitutions/preview', body, options });
  }
}

/** Calls of `client.suppressions`. */
export class SuppressionsResource {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * Suppress an address. From the moment of the answer this address gets nothing of the classes named. An address
   * that is suppressed already takes the new classes and reason.
   * `POST /v1/suppressions`
   */
  add(body: SuppressRequest, options: CallOptions = {}): Promise<SuppressionView> {
    return this.#transport.call({ method: 'POST', path: '/v1/suppressions', body, options });
  }

  /**
   * List suppressed addresses. Newest first. Give `next_cursor` of one page as `cursor` of the next; null means
   * there is no more.
   * `GET /v1/suppressions`
   */
  list(query: ListSuppressionsParams = {}, options: CallOptions = {}): Pages<SuppressionView> {
    return this.#transport.pages({ method: 'GET', path: '/v1/suppressions', query, options });
  }

  /**
   * Lift a suppression. The address may be written to again, as far as consent and the law of its country allow.
   * `DELETE /v1/suppressions/{id}`
   */
  remove(id: string, options: CallOptions = {}): Promise<void> {
    return this.#transport.call({ method: 'DELETE', path: `/v1/suppressions/${segment(id)}`, options });
  }
}

/** Calls of `client.caps`. */
export class CapsResource {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * List the frequency caps. The caps of the environment, and beside them those that the law of a country sets.
   * All caps that apply to a message hold, and the strictest wins; those of the law come first. An address is a
   * person: a number and a mail address are counted apart. Several parts of a text, and all tries to send it,
   * count once; what no carrier takes is given back.
   * `GET /v1/caps`
   */
  list(options: CallOptions = {}): Promise<CapList> {
    return this.#transport.call({ method: 'GET', path: '/v1/caps', options });
  }

  /**
   * Add a frequency cap. From the answer on no message is decided without it. All caps that apply to a message
   * hold, and the strictest wins; those of the law come first. An address is a person: a number and a mail address
   * are counted apart. Several parts of a text, and all tries to send it, count once; what no carrier takes is
   * given back.
   * `POST /v1/caps`
   */
  add(body: SaveCap, options: CallOptions = {}): Promise<CapView> {
    return this.#transport.call({ method: 'POST', path: '/v1/caps', body, options });
  }

  /**
   * Try a frequency cap on last week. How many of the messages that went in the last seven days would have been
   * over a cap, as if each of those had been dropped. Nothing is stored.
   * `POST /v1/caps/preview`
   */
  preview(body: SaveCap, options: CallOptions = {}): Promise<CapPreview> {
    return this.#transport.call({ method: 'POST', path: '/v1/caps/preview', body, options });
  }

  /**
   * Set a frequency cap. Sets a cap as a whole. What was counted by it stays counted, and messages that wait for
   * it are judged afresh at once. `enabled: false` switches it off.
   * `PUT /v1/caps/{id}`
   */
  set(id: string, body: SaveCap, options: CallOptions = {}): Promise<CapView> {
    return this.#transport.call({ method: 'PUT', path: `/v1/caps/${segment(id)}`, body, options });
  }

  /**
   * Remove a frequency cap. Messages that wait for it are judged afresh at once.
   * `DELETE /v1/caps/{id}`
   */
  remove(id: string, options: CallOptions = {}): Promise<void> {
    return this.#transport.call({ method: 'DELETE', path: `/v1/caps/${segment(id)}`, options });
  }
}

/** Calls of `client.consents`. */
export class ConsentsResource {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * Record a consent. Adds an entry to the ledger; entries are never changed, and each carries the hash of the one
   * before. The newest entry of an address about `marketing` decides whether marketing may go there; at one
   * instant a withdrawal wins. An event that names its instant (`at`), sent twice, is one entry.
   * `POST /v1/consents`
   */
  record(body: RecordConsentRequest, options: CallOptions = {}): Promise<ConsentView> {
    return this.#transport.call({ method: 'POST', path: '/v1/consents', body, options });
  }

  /**
   * List the consent entries of an address. Newest first, about every purpose: consents, withdrawals, and the
   * hours a person wants no marketing in (`marketing.hours`).
   * `GET /v1/consents`
   */
  list(query: ListConsentsParams, options: CallOptions = {}): Promise<ConsentList> {
    return this.#transport.call({ method: 'GET', path: '/v1/consents', query, options });
  }

  /**
   * Set when a person wants no marketing. Adds an entry about `marketing.hours` to the ledger; the newest holds.
   * Marketing to the person is `held` until the law, the workspace and the person all welcome it; an empty `quiet`
   * takes the wish back. Codes and transactional messages are not held.
   * `PUT /v1/consents/hours`
   */
  setPersonHours(body: SetPersonHoursRequest, options: CallOptions = {}): Promise<PersonHours> {
    return this.#transport.call({ method: 'PUT', path: '/v1/consents/hours', body, options });
  }

  /**
   * Tell when a person wants no marketing. By the newest wish, which came by `PUT /v1/consents/hours` or from the
   * person on the preference page.
   * `GET /v1/consents/hours`
   */
  readPersonHours(query: ReadPersonHoursParams, options: CallOptions = {}): Promise<PersonHours> {
    return this.#transport.call({ method: 'GET', path: '/v1/consents/hours', query, options });
  }

  /**
   * Tell what was allowed at an instant. Answers as the sender would have at that instant, by what the ledger held
   * then, and names the entry that decides. What was recorded later, of an earlier instant or not, is not counted.
   * `GET /v1/consents/as-of`
   */
  readAsOf(query: ReadConsentAsOfParams, options: CallOptions = {}): Promise<ConsentAsOf> {
    return this.#transport.call({ method: 'GET', path: '/v1/consents/as-of', query, options });
  }

  /**
   * Check the consent ledger. Computes every hash of the chain anew, of the people and wordings too, and names the
   * first entry that was changed, moved or is missing.
   * `GET /v1/consents/verify`
   */
  verify(options: CallOptions = {}): Promise<ConsentVerdict> {
    return this.#transport.call({ method: 'GET', path: '/v1/consents/verify', options });
  }

  /**
   * Prove a consent. Everything that shows the entry to somebody who does not trust us: the record, the wording
   * shown, the chain to its end, and a page in plain sentences. `node scripts/verify-proof.mjs proof.json` checks
   * it without a connection.
   * `GET /v1/consents/{id}/proof`
   */
  readProof(id: string, options: CallOptions = {}): Promise<ConsentProofBundle> {
    return this.#transport.call({ method: 'GET', path: `/v1/consents/${segment(id)}/proof`, options });
  }
}

/** Calls of `client.topics`. */
export class TopicsResource {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * List the topics of marketing. What messages and templates can be about, by key; live and sandbox share them.
   * `GET /v1/topics`
   */
  list(options: CallOptions = {}): Promise<TopicsView> {
    return this.#transport.call({ method: 'GET', path: '/v1/topics', options });
  }

  /**
   * Make or rename a topic. People choose among the topics on the preference page, by the name in their language.
   * The key is what messages, templates and consents name.
   * `PUT /v1/topics/{key}`
   */
  save(key: string, body: SaveTopicRequest, options: CallOptions = {}): Promise<TopicView> {
    return this.#transport.call({ method: 'PUT', path: `/v1/topics/${segment(key)}`, body, options });
  }

  /**
   * Remove a topic. No message can name it any more. What people said of it stays in the ledger. A topic that a
   * template is about stays.
   * `DELETE /v1/topics/{key}`
   */
  remove(key: string, options: CallOptions = {}): Promise<void> {
    return this.#transport.call({ method: 'DELETE', path: `/v1/topics/${segment(key)}`, options });
  }
}

/** Calls of `client.lists`. */
export class ListsResource {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * Make a list. A list people opt in to, on one channel. With double opt-in a person is on it once the link in
   * the message that was sent has been confirmed.
   * `POST /v1/lists`
   */
  create(body: CreateListRequest, options: CallOptions = {}): Promise<ListView> {
    return this.#transport.call({ method: 'POST', path: '/v1/lists', body, options });
  }

  /**
   * List the lists. By name, with how many people stand how to each.
   * `GET /v1/lists`
   */
  list(options: CallOptions = {}): Promise<ListsView> {
    return this.#transport.call({ method: 'GET', path: '/v1/lists', options });
  }

  /**
   * Read a list. With how many people stand how to it.
   * `GET /v1/lists/{id}`
   */
  read(id: string, options: CallOptions = {}): Promise<ListView> {
    return this.#transport.call({ method: 'GET', path: `/v1/lists/${segment(id)}`, options });
  }

  /**
   * Change a list. What is left out stays as it is. What people were shown before stays in the ledger with their
   * consents.
   * `PATCH /v1/lists/{id}`
   */
  change(id: string, body: ChangeListRequest, options: CallOptions = {}): Promise<ListView> {
    return this.#transport.call({ method: 'PATCH', path: `/v1/lists/${segment(id)}`, body, options });
  }

  /**
   * Add a person. On a list with double opt-in the person is sent the message that asks to confirm it. Whoever is
   * on the list already, or was asked and has time left, is sent nothing.
   * `POST /v1/lists/{id}/members`
   */
  addMember(id: string, body: AddMemberRequest, options: CallOptions = {}): Promise<MemberOfList> {
    return this.#transport.call({ method: 'POST', path: `/v1/lists/${segment(id)}/members`, body, options });
  }

  /**
   * List the people of a list. By address. Give `next_cursor` of one page as `cursor` of the next; null means
   * there is no more.
   * `GET /v1/lists/{id}/members`
   */
  listMembers(id: string, query: ListListMembersParams = {}, options: CallOptions = {}): Pages<MemberOfList> {
    return this.#transport.pages({ method: 'GET', path: `/v1/lists/${segment(id)}/members`, query, options });
  }
}

/** Calls of `client.imports`. */
export class ImportsResource {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * Begin the import of a file. People of a CSV file of up to two million rows come onto a list, each with the
   * consent that was given elsewhere. Send the file in parts, start a check, then start the import; a worker reads
   * it, and it goes on when nobody looks. For a few thousand people one call is enough: `POST
   * /v1/lists/{id}/imports`.
   * `POST /v1/contacts/imports`
   */
  create(body: CreateImportRequest, options: CallOptions = {}): Promise<ImportView> {
    return this.#transport.call({ method: 'POST', path: '/v1/contacts/imports', body, options });
  }

  /**
   * List imports. The imports of the environment, newest first, each with how far it is.
   * `GET /v1/contacts/imports`
   */
  list(query: ListImportsParams = {}, options: CallOptions = {}): Pages<ImportView> {
    return this.#transport.pages({ method: 'GET', path: '/v1/contacts/imports', query, options });
  }

  /**
   * Look at an import. How far it is, and what became of each row: the counts add up to the rows that were read.
   * `GET /v1/contacts/imports/{id}`
   */
  get(id: string, options: CallOptions = {}): Promise<ImportView> {
    return this.#transport.call({ method: 'GET', path: `/v1/contacts/imports/${segment(id)}`, options });
  }

  /**
   * Send the next part of the file. Parts come one after another, up to 256 MiB together. `at` says where each
   * begins, so that a part whose answer was lost is sent again without harm; `bytes` of the answer is where the
   * next begins. A row of more than 500 columns, a cell of more than 64 KiB and what is no CSV is refused with the
   * row and the cure.
   * `POST /v1/contacts/imports/{id}/parts`
   */
  addPart(id: string, body: AddImportPartRequest, options: CallOptions = {}): Promise<ImportView> {
    return this.#transport.call({ method: 'POST', path: `/v1/contacts/imports/${segment(id)}/parts`, body, options });
  }

  /**
   * Look at the beginning of the file. The encoding and the sign between cells as they were guessed, the columns
   * with what they are taken to hold, and the first twenty rows.
   * `GET /v1/contacts/imports/{id}/preview`
   */
  preview(id: string, options: CallOptions = {}): Promise<ImportPreview> {
    return this.#transport.call({ method: 'GET', path: `/v1/contacts/imports/${segment(id)}/preview`, options });
  }

  /**
   * Check or import the file. By default the whole file is read and judged, and nobody is stored (`dry_run`).
   * Started without it, each person becomes an entry of the ledger with the source and the proof, and comes onto
   * the list. Ask for the import to see how far it is.
   * `POST /v1/contacts/imports/{id}/start`
   */
  start(id: string, body: StartImportRequest, options: CallOptions = {}): Promise<ImportView> {
    return this.#transport.call({ method: 'POST', path: `/v1/contacts/imports/${segment(id)}/start`, body, options });
  }

  /**
   * Fetch the refused rows. A piece of the error file: refused rows with their own columns, and what is wrong in a
   * last one. Pieces put together are the file; mended, it can be brought again. Kept for a day after the import.
   * `GET /v1/contacts/imports/{id}/errors`
   */
  readErrors(id: string, query: ReadImportErrorsParams = {}, options: CallOptions = {}): Promise<ImportErrors> {
    return this.#transport.call({ method: 'GET', path: `/v1/contacts/imports/${segment(id)}/errors`, query, options });
  }

  /**
   * Stop an import. It stops behind the rows that are under way. Who was stored stays stored, and can be taken
   * back.
   * `POST /v1/contacts/imports/{id}/cancel`
   */
  cancel(id: string, options: CallOptions = {}): Promise<ImportView> {
    return this.#transport.call({ method: 'POST', path: `/v1/contacts/imports/${segment(id)}/cancel`, options });
  }

  /**
   * Take an import back. Within 24 hours of its end. Each consent it brought is withdrawn, unless the person said
   * something since or had agreed before; nothing is deleted from the ledger.
   * `POST /v1/contacts/imports/{id}/undo`
   */
  undo(id: string, options: CallOptions = {}): Promise<ImportView> {
    return this.#transport.call({ method: 'POST', path: `/v1/contacts/imports/${segment(id)}/undo`, options });
  }
}

/** Calls of `client.people`. */
export class PeopleResource {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * Find what is held about a person. Counts what is held about a phone number or mail address in the environment
   * of the key, by kind, with the newest few of each. The address goes in the body, so that it stands in no log of
   * URLs. It finds the person after an erasure too, under the keyed hash.
   * `POST /v1/people/find`
   */
  findPerson(body: FindPersonRequest, options: CallOptions = {}): Promise<PersonFound> {
    return this.#transport.call({ method: 'POST', path: '/v1/people/find', body, options });
  }

  /**
   * Give a person a copy of everything. One document with all that is held about a person, in parts of a thousand
   * messages; all else is in the first part. Texts are in it where they are still there; codes are masked. Each
   * part is an entry of the register and of the audit log.
   * `POST /v1/people/export`
   */
  exportPerson(body: ExportPersonRequest, options: CallOptions = {}): Promise<PersonCopy> {
    return this.#transport.call({ method: 'POST', path: '/v1/people/export', body, options });
  }

  /**
   * Erase a person. Cancels what is open, removes or blanks what is kept of the address, and answers with a
   * certificate. A keyed hash stays, under which nothing more is sent there until its suppression is lifted. Asked
   * again it erases what came since. Where the workspace wants two people the answer has no certificate: a second
   * person approves it in the console.
   * `POST /v1/people/erase`
   */
  erasePerson(body: ErasePersonRequest, options: CallOptions = {}): Promise<ErasureAnswer> {
    return this.#transport.call({ method: 'POST', path: '/v1/people/erase', body, options });
  }

  /**
   * Correct what is held of a person. A new address gets the suppressions, the restriction, the withdrawals and
   * the hours of the old one; what was agreed to, and places on lists, only with `same_person`, the proof that one
   * person is behind both. Consents end at the old address, and what is suppressed there stays so. Messages that
   * were accepted for the old address are not changed. The ledger keeps what was said and gets new entries.
   * `POST /v1/people/rectify`
   */
  rectifyPerson(body: RectifyPersonRequest, options: CallOptions = {}): Promise<RectifyPersonAnswer> {
    return this.#transport.call({ method: 'POST', path: '/v1/people/rectify', body, options });
  }

  /**
   * Restrict the use of what is held about a person. Everything stays, and nothing of the named classes goes to
   * the address until the restriction is lifted, whatever is agreed to or lifted elsewhere meanwhile. It stands in
   * the register under the id that lifts it.
   * `POST /v1/people/restrict`
   */
  restrictPerson(body: RestrictPersonRequest, options: CallOptions = {}): Promise<PersonRequestView> {
    return this.#transport.call({ method: 'POST', path: '/v1/people/restrict', body, options });
  }

  /**
   * Lift a restriction. What else the address is suppressed for stays.
   * `POST /v1/people/requests/{id}/lift`
   */
  liftRestriction(id: string, body: LiftRestrictionRequest, options: CallOptions = {}): Promise<PersonRequestView> {
    return this.#transport.call({ method: 'POST', path: `/v1/people/requests/${segment(id)}/lift`, body, options });
  }

  /**
   * Take down that a person objects to marketing. The ledger has the withdrawal and marketing is suppressed, so
   * that no consent that comes later by a file opens the way again. The entry stands in the register.
   * `POST /v1/people/object`
   */
  objectToMarketing(body: ObjectToMarketingRequest, options: CallOptions = {}): Promise<PersonRequestView> {
    return this.#transport.call({ method: 'POST', path: '/v1/people/object', body, options });
  }

  /**
   * List what people asked. The register of copies and erasures, newest first, with the last day for the answer of
   * each.
   * `GET /v1/people/requests`
   */
  listPersonRequests(query: ListPersonRequestsParams = {}, options: CallOptions = {}): Pages<PersonRequestView> {
    return this.#transport.pages({ method: 'GET', path: '/v1/people/requests', query, options });
  }

  /**
   * Read the certificate of an erasure. As it was given out when the erasure ended. It names the person by the
   * keyed hash alone.
   * `GET /v1/people/requests/{id}/certificate`
   */
  readErasureCertificate(id: string, options: CallOptions = {}): Promise<ErasureCertificate> {
    return this.#transport.call({ method: 'GET', path: `/v1/people/requests/${segment(id)}/certificate`, options });
  }

  /**
   * Check the certificate of an erasure. Tells whether a certificate is ours and unchanged, and, with the address
   * given again, whether it is about that person.
   * `POST /v1/people/certificates/verify`
   */
  verifyErasureCertificate(body: VerifyCertificateRequest, options: CallOptions = {}): Promise<CertificateVerdict> {
    return this.#transport.call({ method: 'POST', path: '/v1/people/certificates/verify', body, options });
  }

  /**
   * Read the record of processing. On whose behalf and for what data of recipients are processed, who outside gets
   * some (carriers, webhook endpoints, services that are asked, by name and host), and each table that holds some:
   * in which columns, what an erasure does to it, and how long it is kept.
   * `GET /v1/people/kept`
   */
  readKept(options: CallOptions = {}): Promise<KeptTables> {
    return this.#transport.call({ method: 'GET', path: '/v1/people/kept', options });
  }
}

/** Calls of `client.inbound`. */
export class InboundResource {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * List texts people sent. Newest first, with what was done: a STOP, START, HELP or keyword of yours is obeyed a
   * moment after it came. Give `next_cursor` of one page as `cursor` of the next; null means there is no more.
   * `GET /v1/inbound-messages`
   */
  list(query: ListInboundParams = {}, options: CallOptions = {}): Pages<InboundView> {
    return this.#transport.pages({ method: 'GET', path: '/v1/inbound-messages', query, options });
  }

  /**
   * Read a text a person sent. The event `inbound.received` names its id; who wrote and what is read here.
   * `GET /v1/inbound-messages/{id}`
   */
  read(id: string, options: CallOptions = {}): Promise<InboundView> {
    return this.#transport.call({ method: 'GET', path: `/v1/inbound-messages/${segment(id)}`, options });
  }

  /**
   * List the keywords. The words that count for everybody, those of this environment (`own`), and what answers
   * them in each language.
   * `GET /v1/keywords`
   */
  listKeywords(options: CallOptions = {}): Promise<KeywordsView> {
    return this.#transport.call({ method: 'GET', path: '/v1/keywords', options });
  }

  /**
   * Add a keyword. A word of your own by which people stop, start, get help or join a list of texts. A word that
   * means stop for everybody keeps that meaning.
   * `POST /v1/keywords`
   */
  addKeyword(body: SaveKeyword, options: CallOptions = {}): Promise<KeywordsView> {
    return this.#transport.call({ method: 'POST', path: '/v1/keywords', body, options });
  }

  /**
   * Remove a keyword. Removes a word of your own; those that count for everybody stay.
   * `DELETE /v1/keywords/{id}`
   */
  removeKeyword(id: string, options: CallOptions = {}): Promise<void> {
    return this.#transport.call({ method: 'DELETE', path: `/v1/keywords/${segment(id)}`, options });
  }

  /**
   * Set what answers a keyword. The answer to stop, start or help in one language; an empty text goes back to that
   * of the house.
   * `PUT /v1/keyword-replies`
   */
  setKeywordReply(body: SaveKeywordReply, options: CallOptions = {}): Promise<KeywordsView> {
    return this.#transport.call({ method: 'PUT', path: '/v1/keyword-replies', body, options });
  }
}

/** Calls of `client.webhooks`. */
export class WebhooksResource {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * Add a webhook endpoint. Events are posted as JSON and signed by the Standard Webhooks specification:
   * HMAC-SHA256 over `webhook-id`, `webhook-timestamp` and the body, joined by dots, with the bytes behind
   * `whsec_`. Answer 2xx within 15 seconds and with less than 64 KiB; everything else, also a redirect, is tried
   * again after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h and 10 h under the same `webhook-id`. 410 switches the endpoint
   * off, and so do five days of nothing but failure. Events may come twice and in another order: `webhook-id`
   * tells copies, `data.sequence` the order. With `events_per_request` above 1 a request carries up to so many
   * events at once, a body of the type `webhook.group` with each event and its `id` in `data.events`, for
   * receivers that hear of many messages. The secret is in this answer and never shown again.
   * `POST /v1/webhooks`
   */
  create(body: CreateWebhookRequest, options: CallOptions = {}): Promise<WebhookWithSecret> {
    return this.#transport.call({ method: 'POST', path: '/v1/webhooks', body, options });
  }

  /**
   * List webhook endpoints. All endpoints of the environment of the key, newest first, without their secrets.
   * `GET /v1/webhooks`
   */
  list(options: CallOptions = {}): Promise<ListWebhooksAnswer> {
    return this.#transport.call({ method: 'GET', path: '/v1/webhooks', options });
  }

  /**
   * Read a webhook endpoint. Whether it is on, since when it fails, and why it was switched off if it was.
   * `GET /v1/webhooks/{id}`
   */
  get(id: string, options: CallOptions = {}): Promise<WebhookView> {
    return this.#transport.call({ method: 'GET', path: `/v1/webhooks/${segment(id)}`, options });
  }

  /**
   * Change a webhook endpoint. What is left out stays as it is. `enabled: false` ends what waits for the endpoint;
   * after `enabled: true` it gets new events, and a replay brings what it missed.
   * `PATCH /v1/webhooks/{id}`
   */
  change(id: string, body: UpdateWebhookRequest, options: CallOptions = {}): Promise<WebhookView> {
    return this.#transport.call({ method: 'PATCH', path: `/v1/webhooks/${segment(id)}`, body, options });
  }

  /**
   * Delete a webhook endpoint. Nothing is sent to it any more; what waits for it ends.
   * `DELETE /v1/webhooks/{id}`
   */
  remove(id: string, options: CallOptions = {}): Promise<void> {
    return this.#transport.call({ method: 'DELETE', path: `/v1/webhooks/${segment(id)}`, options });
  }

  /**
   * Give a webhook endpoint a new secret. For 24 hours both secrets sign: `webhook-signature` then carries two
   * signatures, and a receiver that knows either is content. A rotation within that time ends the older secret at
   * once. The new secret is in this answer and never shown again.
   * `POST /v1/webhooks/{id}/rotate-secret`
   */
  rotateSecret(id: string, options: CallOptions = {}): Promise<WebhookWithSecret> {
    return this.#transport.call({ method: 'POST', path: `/v1/webhooks/${segment(id)}/rotate-secret`, options });
  }

  /**
   * Send a test event. An event of type `webhook.test`, tried once. What the endpoint answered stands in its
   * deliveries a moment later.
   * `POST /v1/webhooks/{id}/test`
   */
  test(id: string, options: CallOptions = {}): Promise<WebhookDeliveryView> {
    return this.#transport.call({ method: 'POST', path: `/v1/webhooks/${segment(id)}/test`, options });
  }

  /**
   * Send events again. Up to 100 events by id, or those of a span of time (10,000 at most), each under the
   * `webhook-id` it always had. Of a span only the events the endpoint missed are sent unless `only` is `all`.
   * `dry_run` counts and sends nothing.
   * `POST /v1/webhooks/{id}/replay`
   */
  replay(id: string, body: ReplayWebhookRequest, options: CallOptions = {}): Promise<ReplayView> {
    return this.#transport.call({ method: 'POST', path: `/v1/webhooks/${segment(id)}/replay`, body, options });
  }

  /**
   * List deliveries of a webhook endpoint. Newest first, each with the body that was sent and every try: request
   * headers, status, the beginning of the answer, and why it was no success.
   * `GET /v1/webhooks/{id}/deliveries`
   */
  listDeliveries(id: string, query: ListWebhookDeliveriesParams = {}, options: CallOptions = {}): Pages<WebhookDeliveryView> {
    return this.#transport.pages({ method: 'GET', path: `/v1/webhooks/${segment(id)}/deliveries`, query, options });
  }
}

/** Calls of `client.audit`. */
export class AuditResource {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * List what was done. Every change made by a person or an API key, in both environments, newest first: who,
   * what, before and after. Sends are not in it: each message names its key and request itself.
   * `GET /v1/audit`
   */
  list(query: ListAuditParams = {}, options: CallOptions = {}): Pages<AuditEntryView> {
    return this.#transport.pages({ method: 'GET', path: '/v1/audit', query, options });
  }

  /**
   * Export the audit log. A part of the chain, oldest first, with its head and the rule of its hashes: anybody can
   * check it without us. Give `next_after` of one part as `after` of the next.
   * `GET /v1/audit/export`
   */
  export(query: ExportAuditParams = {}, options: CallOptions = {}): Promise<AuditExport> {
    return this.#transport.call({ method: 'GET', path: '/v1/audit/export', query, options });
  }

  /**
   * Check the audit log. Computes every hash of the chain anew and names the first entry that was changed, moved
   * or is missing.
   * `GET /v1/audit/verify`
   */
  verify(options: CallOptions = {}): Promise<AuditVerdict> {
    return this.#transport.call({ method: 'GET', path: '/v1/audit/verify', options });
  }
}

/** Calls of `client.countries`. */
export class CountriesResource {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * List countries with rules. What the workspace says of countries, the same in live and in sandbox: `default`
   * first, which holds for all others, then by code. A workspace that says nothing sends everywhere.
   * `GET /v1/countries`
   */
  list(options: CallOptions = {}): Promise<CountryList> {
    return this.#transport.call({ method: 'GET', path: '/v1/countries', options });
  }

  /**
   * Read what holds in a country. What is null is inherited from `default`; a country that has nothing of its own
   * answers 404.
   * `GET /v1/countries/{country}`
   */
  read(country: string, options: CallOptions = {}): Promise<CountryView> {
    return this.#transport.call({ method: 'GET', path: `/v1/countries/${segment(country)}`, options });
  }

  /**
   * Say what holds in a country. Takes the place of all that was said of the country before, in live and in
   * sandbox. What is null or left out is inherited from `default`. To send only where there are customers, set
   * `default` with `enabled: false` and each country with `true`: messages to any other end as `suppressed` with
   * the reason `policy.geo_denied`, codes included. Mail has no country and follows the channels and senders of
   * `default`.
   * `PUT /v1/countries/{country}`
   */
  set(country: string, body: SetCountryRequest, options: CallOptions = {}): Promise<CountryView> {
    return this.#transport.call({ method: 'PUT', path: `/v1/countries/${segment(country)}`, body, options });
  }

  /**
   * Forget what holds in a country. The country follows `default` again; without `default`, every country that has
   * no rules is open.
   * `DELETE /v1/countries/{country}`
   */
  remove(country: string, options: CallOptions = {}): Promise<void> {
    return this.#transport.call({ method: 'DELETE', path: `/v1/countries/${segment(country)}`, options });
  }
}

/** Calls of `client.dlt`. */
export class DltResource {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * Check a text to India. Judges a text as operators in India will, in their order: entity, header, template,
   * kind, text, calls to action. Each difference from the template is marked with its place, the code an operator
   * would answer and what to do. Nothing is sent.
   * `POST /v1/dlt/check`
   */
  check(body: DltCheckRequest, options: CallOptions = {}): Promise<DltCheckResult> {
    return this.#transport.call({ method: 'POST', path: '/v1/dlt/check', body, options });
  }

  /**
   * List registrations in India. The registrations of one kind on India’s ledgers, the oldest first, the same in
   * live and in sandbox. Fields of other kinds are null. Give `next_cursor` of one page as `cursor` of the next.
   * `GET /v1/dlt/entries`
   */
  listEntries(query: ListDltEntriesParams = {}, options: CallOptions = {}): Pages<DltEntryView> {
    return this.#transport.pages({ method: 'GET', path: '/v1/dlt/entries', query, options });
  }

  /**
   * List registrations that soon expire. Active registrations whose last day comes within `within_days` days by
   * the calendar of India, the soonest first.
   * `GET /v1/dlt/expiring`
   */
  listExpiring(query: ListDltExpiringParams = {}, options: CallOptions = {}): Promise<DltExpiring> {
    return this.#transport.call({ method: 'GET', path: '/v1/dlt/expiring', query, options });
  }

  /**
   * Bring in a file of an operator. Reads a CSV file as operators’ portals give it: the names of its columns are
   * recognised, whatever their order. By default nothing is stored (`dry_run`); the answer says how each column
   * was read and what is wrong with which row, and `error_csv` has the faulty rows with the reason beside them.
   * Registrations that are on file already are changed to what the file says.
   * `POST /v1/dlt/imports`
   */
  importFile(body: DltImportRequest, options: CallOptions = {}): Promise<DltImportResult> {
    return this.#transport.call({ method: 'POST', path: '/v1/dlt/imports', body, options });
  }

  /**
   * Store principal entities. Each is stored in place of the one that is on file already; what is the same stays
   * as it is. A workspace with an entity on file sends texts to India only when operators’ scrubbing will let them
   * pass. In force for the next message, in live and in sandbox.
   * `PUT /v1/dlt/entities`
   */
  saveEntities(body: SaveDltEntitiesRequest, options: CallOptions = {}): Promise<DltStored> {
    return this.#transport.call({ method: 'PUT', path: '/v1/dlt/entities', body, options });
  }

  /**
   * Store headers. Each is stored in place of the one that is on file already; what is the same stays as it is.
   * Give the bare header: the operator puts its letters before it and -P, -S, -T or -G behind. In force for the
   * next message, in live and in sandbox.
   * `PUT /v1/dlt/headers`
   */
  saveHeaders(body: SaveDltHeadersRequest, options: CallOptions = {}): Promise<DltStored> {
    return this.#transport.call({ method: 'PUT', path: '/v1/dlt/headers', body, options });
  }

  /**
   * Store content templates. Each is stored in place of the one that is on file already; what is the same stays as
   * it is. The text is given as registered, with `{#numeric#}` and its like in it, or with `{#var#}` and the tags
   * beside it. In force for the next message, in live and in sandbox.
   * `PUT /v1/dlt/templates`
   */
  saveTemplates(body: SaveDltTemplatesRequest, options: CallOptions = {}): Promise<DltStored> {
    return this.#transport.call({ method: 'PUT', path: '/v1/dlt/templates', body, options });
  }

  /**
   * Store calls to action. Each is stored in place of the one that is on file already; what is the same stays as
   * it is. Links, numbers and addresses that are not on the whitelist stop a text. In force for the next message,
   * in live and in sandbox.
   * `PUT /v1/dlt/calls_to_action`
   */
  saveCallsToAction(body: SaveDltCallsToActionRequest, options: CallOptions = {}): Promise<DltStored> {
    return this.#transport.call({ method: 'PUT', path: '/v1/dlt/calls_to_action', body, options });
  }

  /**
   * Store consent templates. Each is stored in place of the one that is on file already; what is the same stays as
   * it is. They are the wording by which operators ask for consents. In force for the next message, in live and in
   * sandbox.
   * `PUT /v1/dlt/consent_templates`
   */
  saveConsentTemplates(body: SaveDltConsentTemplatesRequest, options: CallOptions = {}): Promise<DltStored> {
    return this.#transport.call({ method: 'PUT', path: '/v1/dlt/consent_templates', body, options });
  }

  /**
   * Remove a registration. Takes a registration off the file. With an entity goes all that is registered under it;
   * nothing changes at the operator.
   * `DELETE /v1/dlt/entries/{entry_id}`
   */
  removeEntry(entryId: string, options: CallOptions = {}): Promise<void> {
    return this.#transport.call({ method: 'DELETE', path: `/v1/dlt/entries/${segment(entryId)}`, options });
  }
}

/** Calls of `client.compliance`. */
export class ComplianceResource {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * Ask whether a message may be sent. Answers "may I send this, to this number, now?" by the very rules that will
   * judge the message, and sends nothing: `decided_by` is the rule that stands against it, with its source; `law`
   * are the rules of the country in force for such a message, with who says so and how sure that is. Leave out the
   * sender or the content, and rules about them are not asked.
   * `POST /v1/compliance/check`
   */
  check(body: CheckComplianceRequest, options: CallOptions = {}): Promise<ComplianceAnswer> {
    return this.#transport.call({ method: 'POST', path: '/v1/compliance/check', body, options });
  }

  /**
   * List the packs of country rules. One for each country whose rules are known, by code: its version, when it was
   * last compared with its sources, how many rules are not settled, and whether marketing goes there now.
   * `GET /v1/compliance/packs`
   */
  listPacks(options: CallOptions = {}): Promise<PackList> {
    return this.#transport.call({ method: 'GET', path: '/v1/compliance/packs', options });
  }

  /**
   * Read the rules of a country. Every rule with its dates, its readings side by side with their sources, how sure
   * it is, and which reading counts for the workspace. A country without a pack answers 404.
   * `GET /v1/compliance/packs/{country}`
   */
  readPack(country: string, options: CallOptions = {}): Promise<PackView> {
    return this.#transport.call({ method: 'GET', path: `/v1/compliance/packs/${segment(country)}`, options });
  }

  /**
   * Say how you read a rule. Where a rule is not confirmed, a workspace chooses the reading it goes by, or says
   * with `none` that it does not hold; of a rule with lists of words it names phrases that it found harmless.
   * Takes the place of what was said before, in live and in sandbox, and is kept in the audit log with its note.
   * `PUT /v1/compliance/answers/{rule}`
   */
  answerRule(rule: string, body: AnswerRuleRequest, options: CallOptions = {}): Promise<LegalRuleView> {
    return this.#transport.call({ method: 'PUT', path: `/v1/compliance/answers/${segment(rule)}`, body, options });
  }

  /**
   * Take an answer back. The rule holds as its pack says again.
   * `DELETE /v1/compliance/answers/{rule}`
   */
  removeRuleAnswer(rule: string, options: CallOptions = {}): Promise<void> {
    return this.#transport.call({ method: 'DELETE', path: `/v1/compliance/answers/${segment(rule)}`, options });
  }

  /**
   * List the registries. The public registries that marketing is checked against before it goes, such as IYS in
   * Türkiye or a list of numbers that want no marketing (DNC, DND), with what each was asked for today. Secrets
   * are never shown.
   * `GET /v1/compliance/registries`
   */
  listRegistries(options: CallOptions = {}): Promise<RegistryList> {
    return this.#transport.call({ method: 'GET', path: '/v1/compliance/registries', options });
  }

  /**
   * Set a registry. Sets a registry as a whole; a `secret` that is left out stays. Marketing of live to its
   * country and channels is asked for before it is decided, unless an answer still holds or another rule stops or
   * holds the message. Without an answer a message never goes: it is held and asks again, or is stopped, as
   * `unanswered` says. Codes and transactional messages are never asked for. Needs a key of live.
   * `PUT /v1/compliance/registries/{key}`
   */
  setRegistry(key: string, body: SetRegistryRequest, options: CallOptions = {}): Promise<RegistryView> {
    return this.#transport.call({ method: 'PUT', path: `/v1/compliance/registries/${segment(key)}`, body, options });
  }

  /**
   * Remove a registry. Marketing is checked against it no more, and what it said is forgotten. Needs a key of
   * live.
   * `DELETE /v1/compliance/registries/{key}`
   */
  removeRegistry(key: string, options: CallOptions = {}): Promise<void> {
    return this.#transport.call({ method: 'DELETE', path: `/v1/compliance/registries/${segment(key)}`, options });
  }

  /**
   * Ask a registry. Asks a registry for one address now. By default nothing is asked (`dry_run`): the answer that
   * still holds is told, and what asking would cost. To ask needs a key of live.
   * `POST /v1/compliance/registries/{key}/ask`
   */
  askRegistry(key: string, body: AskRegistryRequest, options: CallOptions = {}): Promise<AskRegistryResult> {
    return this.#transport.call({ method: 'POST', path: `/v1/compliance/registries/${segment(key)}/ask`, body, options });
  }
}

/** Calls of `client.senders`. */
export class SendersResource {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * List the senders. The senders on file by country, the same in live and in sandbox: how each stands, when it
   * expires or falls idle, and how phones will show it. Headers of India stand among them and are changed on its
   * ledgers. `duties` are the countries whose law asks for registered senders today.
   * `GET /v1/senders`
   */
  list(query: ListSendersParams = {}, options: CallOptions = {}): Promise<SenderList> {
    return this.#transport.call({ method: 'GET', path: '/v1/senders', query, options });
  }

  /**
   * Put a sender on file. Says how a sender stands in a country, at an operator and for a class. From the first
   * sender of a country on, its law is held to: where unregistered senders are blocked, a message that names one
   * is stopped (`policy.sender_not_allowed`). Nothing changes at the operator.
   * `POST /v1/senders`
   */
  add(body: SetSenderRequest, options: CallOptions = {}): Promise<SenderView> {
    return this.#transport.call({ method: 'POST', path: '/v1/senders', body, options });
  }

  /**
   * See a sender as phones show it. What a phone in a country will show for a sender: as it is, with what
   * operators add, replaced by a number, or marked as not registered; and what operators add to the end of the
   * text.
   * `GET /v1/senders/shown`
   */
  readShown(query: ReadShownSenderParams, options: CallOptions = {}): Promise<ShownSenderView> {
    return this.#transport.call({ method: 'GET', path: '/v1/senders/shown', query, options });
  }

  /**
   * Change a sender. Takes the place of all that was on file; what is left out takes its default.
   * `PUT /v1/senders/{sender_id}`
   */
  set(senderId: string, body: SetSenderRequest, options: CallOptions = {}): Promise<SenderView> {
    return this.#transport.call({ method: 'PUT', path: `/v1/senders/${segment(senderId)}`, body, options });
  }

  /**
   * Remove a sender. Takes a sender off the file; nothing changes at the operator.
   * `DELETE /v1/senders/{sender_id}`
   */
  remove(senderId: string, options: CallOptions = {}): Promise<void> {
    return this.#transport.call({ method: 'DELETE', path: `/v1/senders/${segment(senderId)}`, options });
  }
}

/** Calls of `client.prices`. */
export class PricesResource {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * Bring in a price list. Reads a CSV file as suppliers give it: columns such as `route`, `country`, `network`
   * (MCC and MNC), `prefix`, `price`, `currency`, `valid_from` and `valid_until` are recognised by their names,
   * whatever their order. By default nothing is changed (`dry_run`): the answer says what is new, dearer, cheaper,
   * ended or unchanged, which columns are not known and what is wrong with which row. Applied, all of it is in
   * force for the next decision, or from the day a row says; days are UTC, and a price holds to the end of its
   * last day. A row without a price ends the one in force. Where a message goes to counts by network first, then
   * by the longest prefix, the country, and everywhere; a route without a listed price costs what the route itself
   * says.
   * `POST /v1/prices/imports`
   */
  importList(body: ImportPricesRequest, options: CallOptions = {}): Promise<ImportPricesResult> {
    return this.#transport.call({ method: 'POST', path: '/v1/prices/imports', body, options });
  }

  /**
   * List prices. The prices of the lists that were brought in, the newest first, each with the span of time it
   * holds and what it is in the currency of the workspace by the rate of today. Give `next_cursor` of one page as
   * `cursor` of the next.
   * `GET /v1/prices`
   */
  list(query: ListPricesParams = {}, options: CallOptions = {}): Pages<PriceView> {
    return this.#transport.pages({ method: 'GET', path: '/v1/prices', query, options });
  }

  /**
   * List changes of prices. The newest hundred price lists that were applied or taken back: who, when, by which
   * file, and what it changed.
   * `GET /v1/prices/changes`
   */
  listChanges(options: CallOptions = {}): Promise<PriceChangeList> {
    return this.#transport.call({ method: 'GET', path: '/v1/prices/changes', options });
  }

  /**
   * Take a price list back. What the list took away holds again and what it brought is gone, in force for the next
   * decision. Decisions that were made by its prices keep them in their records. `conflict` when a later list
   * touched the same prices: take that one back first.
   * `POST /v1/prices/changes/{id}/undo`
   */
  undoChange(id: string, options: CallOptions = {}): Promise<PricesUndone> {
    return this.#transport.call({ method: 'POST', path: `/v1/prices/changes/${segment(id)}/undo`, options });
  }

  /**
   * List exchange rates. What one unit of each currency is worth in the currency of the workspace, from which day
   * on, and the currencies of routes and prices that have no rate: their costs cannot be compared with others.
   * Live and sandbox share them.
   * `GET /v1/exchange-rates`
   */
  listExchangeRates(options: CallOptions = {}): Promise<ExchangeRateList> {
    return this.#transport.call({ method: 'GET', path: '/v1/exchange-rates', options });
  }

  /**
   * Set exchange rates. Sets rates into the currency of the workspace, each from a day (UTC) until the next one. A
   * rate of the same currency and day takes the place of the earlier one; others stay.
   * `PUT /v1/exchange-rates`
   */
  setExchangeRates(body: SetExchangeRatesRequest, options: CallOptions = {}): Promise<ExchangeRateList> {
    return this.#transport.call({ method: 'PUT', path: '/v1/exchange-rates', body, options });
  }

  /**
   * Take an exchange rate away. The rate of an earlier day counts again, if there is one.
   * `DELETE /v1/exchange-rates/{rate}`
   */
  removeExchangeRate(rate: string, options: CallOptions = {}): Promise<ExchangeRateList> {
    return this.#transport.call({ method: 'DELETE', path: `/v1/exchange-rates/${segment(rate)}`, options });
  }
}

/** Calls of `client.networks`. */
export class NetworksResource {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * Read how numbers are looked up. The service that knows the networks of numbers (MNP or HLR), the rules that
   * say which numbers are looked up before a text goes to them, and what was asked for and paid in the last thirty
   * days. The secret is never shown.
   * `GET /v1/networks/lookup`
   */
  getNumberLookup(options: CallOptions = {}): Promise<LookupView> {
    return this.#transport.call({ method: 'GET', path: '/v1/networks/lookup', options });
  }

  /**
   * Set how numbers are looked up. Sets the service and the rules as a whole; a `secret` that is left out stays.
   * Without a rule no number is looked up by itself. Where one says so, the number of a text of live is asked for
   * before the text is decided, unless it is known or policy stops the text; a text waits no longer than
   * `waits_ms` of its class and then goes by the range of its number. Needs a key of live.
   * `PUT /v1/networks/lookup`
   */
  setNumberLookup(body: SetLookupRequest, options: CallOptions = {}): Promise<LookupView> {
    return this.#transport.call({ method: 'PUT', path: '/v1/networks/lookup', body, options });
  }

  /**
   * Look numbers up. Tells the networks of numbers and whether their phones can be reached. By default nothing is
   * asked (`dry_run`): what is known is told, and what asking for the rest would cost. `not_found` where no
   * service is switched on; to ask needs a key of live.
   * `POST /v1/networks/lookups`
   */
  lookUpNumbers(body: LookUpNumbersRequest, options: CallOptions = {}): Promise<LookUpNumbersResult> {
    return this.#transport.call({ method: 'POST', path: '/v1/networks/lookups', body, options });
  }

  /**
   * List ranges of numbers. Which range of numbers belongs to which network, by prefix. Give `next_after` of one
   * page as `after` of the next. Live and sandbox share them; `sample` marks examples that came with the
   * installation.
   * `GET /v1/networks`
   */
  list(query: ListNetworksParams = {}, options: CallOptions = {}): Promise<NetworkPrefixPage> {
    return this.#transport.call({ method: 'GET', path: '/v1/networks', query, options });
  }

  /**
   * Bring in ranges of numbers. Reads a CSV file with the columns `prefix`, `network` (MCC and MNC, or one column
   * for each), `country` and `name`. The network of a number is that of the longest prefix it begins with: prices
   * of networks go by it, and each decision names it. Of a number that was ported a receipt or the lookup service
   * names another, which wins. By default nothing is changed (`dry_run`).
   * `POST /v1/networks/imports`
   */
  importTable(body: ImportNetworksRequest, options: CallOptions = {}): Promise<ImportNetworksResult> {
    return this.#transport.call({ method: 'POST', path: '/v1/networks/imports', body, options });
  }
}

/** Calls of `client.requests`. */
export class RequestsResource {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * List calls of this API. Newest first, for seven days. Addresses and texts are masked and secrets dropped
   * before a call is kept. Of each workspace, 20 successes and 100 refusals a second are kept by each process of
   * the api; `not_kept_before` counts what came beyond. A call without a key that works belongs to nobody and is
   * not kept.
   * `GET /v1/requests`
   */
  list(query: ListRequestsParams = {}, options: CallOptions = {}): Pages<RequestView> {
    return this.#transport.pages({ method: 'GET', path: '/v1/requests', query, options });
  }

  /**
   * Read a call of this API. By the id every answer carries in `X-Request-Id`: what was asked and what was
   * answered, masked. A call can be read about a second after its answer.
   * `GET /v1/requests/{id}`
   */
  get(id: string, options: CallOptions = {}): Promise<RequestView> {
    return this.#transport.call({ method: 'GET', path: `/v1/requests/${segment(id)}`, options });
  }
}

/** Calls of `client.workspace`. */
export class WorkspaceResource {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * Read the workspace of the key. Its settings hold in live and in sandbox.
   * `GET /v1/workspace`
   */
  read(options: CallOptions = {}): Promise<WorkspaceView> {
    return this.#transport.call({ method: 'GET', path: '/v1/workspace', options });
  }

  /**
   * Change the workspace of the key. What is left out stays as it is. The time zone is the one the console shows
   * times and days in, and the one in which mail, which has no country, keeps the opening hours of `default`. The
   * default currency is that of a `max_price` that names none.
   * `PATCH /v1/workspace`
   */
  change(body: UpdateWorkspaceRequest, options: CallOptions = {}): Promise<WorkspaceView> {
    return this.#transport.call({ method: 'PATCH', path: '/v1/workspace', body, options });
  }
}

/** Every resource of the api. */
export class Resources {
  readonly messages: MessagesResource;
  readonly templates: TemplatesResource;
  readonly verifications: VerificationsResource;
  readonly fraud: FraudResource;
  readonly routing: RoutingResource;
  readonly suppressions: SuppressionsResource;
  readonly caps: CapsResource;
  readonly consents: ConsentsResource;
  readonly topics: TopicsResource;
  readonly lists: ListsResource;
  readonly imports: ImportsResource;
  readonly people: PeopleResource;
  readonly inbound: InboundResource;
  readonly webhooks: WebhooksResource;
  readonly audit: AuditResource;
  readonly countries: CountriesResource;
  readonly dlt: DltResource;
  readonly compliance: ComplianceResource;
  readonly senders: SendersResource;
  readonly prices: PricesResource;
  readonly networks: NetworksResource;
  readonly requests: RequestsResource;
  readonly workspace: WorkspaceResource;

  constructor(transport: Transport) {
    this.messages = new MessagesResource(transport);
    this.templates = new TemplatesResource(transport);
    this.verifications = new VerificationsResource(transport);
    this.fraud = new FraudResource(transport);
    this.routing = new RoutingResource(transport);
    this.suppressions = new SuppressionsResource(transport);
    this.caps = new CapsResource(transport);
    this.consents = new ConsentsResource(transport);
    this.topics = new TopicsResource(transport);
    this.lists = new ListsResource(transport);
    this.imports = new ImportsResource(transport);
    this.people = new PeopleResource(transport);
    this.inbound = new InboundResource(transport);
    this.webhooks = new WebhooksResource(transport);
    this.audit = new AuditResource(transport);
    this.countries = new CountriesResource(transport);
    this.dlt = new DltResource(transport);
    this.compliance = new ComplianceResource(transport);
    this.senders = new SendersResource(transport);
    this.prices = new PricesResource(transport);
    this.networks = new NetworksResource(transport);
    this.requests = new RequestsResource(transport);
    this.workspace = new WorkspaceResource(transport);
  }
}
