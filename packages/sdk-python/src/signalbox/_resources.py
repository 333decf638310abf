"""Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this."""

from __future__ import annotations

from typing import Any, Dict, List, Literal, Optional, Union

from ._pages import Pages
from ._transport import Transport, segment
from .types import (
    AskRegistryResult,
    AuditEntryView,
    AuditExport,
    AuditVerdict,
    BatchItem,
    CalendarUnit,
    CapList,
    CapPreview,
    CapScope,
    CapView,
    CertificateVerdict,
    ChangeListRequestSignUp,
    Channel,
    ChannelMode,
    CheckComplianceRequestContent,
    CheckVerificationAnswer,
    ComplianceAnswer,
    ConcentrationView,
    ConsentAsOf,
    ConsentList,
    ConsentProof,
    ConsentProofBundle,
    ConsentVerdict,
    ConsentView,
    CountryList,
    CountryView,
    DltCheckResult,
    DltConsentTemplate,
    DltCta,
    DltEntity,
    DltEntryKind,
    DltEntryView,
    DltExpiring,
    DltHeader,
    DltImportResult,
    DltStored,
    DltTemplateEntry,
    EmailContent,
    ErasureAnswer,
    ErasureCertificate,
    ExchangeRate,
    ExchangeRateList,
    FraudRulesView,
    GlossaryView,
    ImportErrors,
    ImportField,
    ImportNetworksResult,
    ImportPreview,
    ImportPricesResult,
    ImportView,
    InboundView,
    KeptTables,
    KeywordKind,
    KeywordReplyKind,
    KeywordsView,
    LegalRuleView,
    ListView,
    ListWebhooksAnswer,
    ListsView,
    LookUpNumbersResult,
    LookupRule,
    LookupService,
    LookupView,
    MaxPrice,
    MemberOfList,
    MemberState,
    MessageState,
    MessageView,
    Money,
    NetworkPrefixPage,
    OpeningSpan,
    OverCap,
    OwnCountryRules,
    PackList,
    PackView,
    PersonCopy,
    PersonFound,
    PersonHours,
    PersonRequestView,
    PrefixAction,
    PrefixView,
    PreviewToChannelRequestVoiceContent,
    PreviewToChannelsRequestContent,
    PreviewToChannelsRequestFrom,
    PreviewToChannelsRequestTo,
    PriceChangeList,
    PriceView,
    PricesUndone,
    QuietSpan,
    Quote,
    QuoteRequestMix,
    RectifyPersonAnswer,
    RegistryList,
    RegistryMeaning,
    RegistryService,
    RegistrySilence,
    RegistryView,
    ReplayView,
    RequestOutcome,
    RequestView,
    RoutingPreview,
    SendBatchAnswer,
    SendMessageAnswer,
    SendToChannelRequestVoiceContent,
    SendToChannelsRequestContent,
    SendToChannelsRequestFrom,
    SendToChannelsRequestTo,
    SenderAffix,
    SenderDocument,
    SenderList,
    SenderStatus,
    SenderView,
    SetCountryRequestMaxPrice,
    SetCountryRequestSenders,
    SetFraudRulesRequestAllCodes,
    SetFraudRulesRequestEachCountry,
    ShownSenderView,
    SignUpPage,
    SmsContent,
    StartVerificationAnswer,
    SubstitutionPreview,
    SubstitutionRule,
    SubstitutionView,
    SuppressionView,
    TemplateBody,
    TemplateDetail,
    TemplatePreview,
    TemplateRef,
    TemplateState,
    TemplateVariable,
    TemplateVersionView,
    TemplateView,
    Timeline,
    TopicView,
    TopicsView,
    TrafficClass,
    TranslationMove,
    TranslationService,
    TranslationView,
    VerificationLocale,
    VerificationState,
    VerificationView,
    WebhookDeliveryState,
    WebhookDeliveryView,
    WebhookEventType,
    WebhookView,
    WebhookWithSecret,
    Wording,
    WorkspaceView,
)


class MessagesResource:
    """Calls of ``client.messages``."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def send(
        self,
        *,
        class_: TrafficClass,
        to: Union[str, SendToChannelsRequestTo],
        channel: Optional[Literal["sms", "email", "voice"]] = None,
        content: Optional[Union[Union[SmsContent, EmailContent, SendToChannelRequestVoiceContent], SendToChannelsRequestContent]] = None,
        client_ref: Optional[str] = None,
        send_at: Optional[str] = None,
        valid_for_seconds: Optional[int] = None,
        max_price: Optional[MaxPrice] = None,
        metadata: Optional[Dict[str, str]] = None,
        topic: Optional[str] = None,
        from_: Optional[Union[str, SendToChannelsRequestFrom]] = None,
        explain: Optional[bool] = None,
        template: Optional[TemplateRef] = None,
        channels: Optional[List[Channel]] = None,
        mode: Optional[ChannelMode] = None,
        channel_timeout_seconds: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> SendMessageAnswer:
        """Send a message. Takes one message for one person, over one channel or several. The answer 202 means
        it is stored durably; the timeline tells what becomes of it. With `channels` and mode `failover` the
        next channel goes when the one before it ends without delivery or has no receipt in time; with
        `parallel` all go at once. Send an Idempotency-Key so that a call can be repeated safely.
        `POST /v1/messages`"""
        return self._transport.call(
            "POST",
            "/v1/messages",
            body={
                "class": class_,
                "to": to,
                "channel": channel,
                "content": content,
                "client_ref": client_ref,
                "send_at": send_at,
                "valid_for_seconds": valid_for_seconds,
                "max_price": max_price,
                "metadata": metadata,
                "topic": topic,
                "from": from_,
                "explain": explain,
                "template": template,
                "channels": channels,
                "mode": mode,
                "channel_timeout_seconds": channel_timeout_seconds,
            },
            takes_key=True,
            idempotency_key=idempotency_key,
            timeout=timeout,
        )

    def list(
        self,
        *,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        state: Optional[MessageState] = None,
        channel: Optional[Channel] = None,
        class_: Optional[TrafficClass] = None,
        to: Optional[str] = None,
        country: Optional[str] = None,
        client_ref: Optional[str] = None,
        reason: Optional[str] = None,
        route_id: Optional[str] = None,
        accepted_after: Optional[str] = None,
        accepted_before: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> Pages[MessageView]:
        """List messages. Newest first. Give `next_cursor` of one page as `cursor` of the next; null means
        there is no more.
        `GET /v1/messages`"""
        return self._transport.pages(
            "GET",
            "/v1/messages",
            query={
                "limit": limit,
                "cursor": cursor,
                "state": state,
                "channel": channel,
                "class": class_,
                "to": to,
                "country": country,
                "client_ref": client_ref,
                "reason": reason,
                "route_id": route_id,
                "accepted_after": accepted_after,
                "accepted_before": accepted_before,
            },
            timeout=timeout,
        )

    def send_batch(
        self,
        *,
        messages: List[BatchItem],
        idempotency_key: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> SendBatchAnswer:
        """Send up to 1000 messages. Takes many messages in one call. Each is judged by itself: the answer
        lists the ids of those stored and, by index, why the others were refused. An item may carry an
        idempotency_key of its own, so that a later batch does not send it again.
        `POST /v1/messages/batch`"""
        return self._transport.call(
            "POST",
            "/v1/messages/batch",
            body={
                "messages": messages,
            },
            takes_key=True,
            idempotency_key=idempotency_key,
            timeout=timeout,
        )

    def get(
        self,
        id: str,
        *,
        timeout: Optional[float] = None,
    ) -> MessageView:
        """Read a message. The present state of one message, with its route, provider and price once they are
        known.
        `GET /v1/messages/{id}`"""
        return self._transport.call(
            "GET",
            f"/v1/messages/{segment(id)}",
            timeout=timeout,
        )

    def get_timeline(
        self,
        id: str,
        *,
        timeout: Optional[float] = None,
    ) -> Timeline:
        """Read what happened to a message, and why. Every step in order: the rules that were asked, the routes
        that were weighed with their reasons, each attempt, each receipt.
        `GET /v1/messages/{id}/timeline`"""
        return self._transport.call(
            "GET",
            f"/v1/messages/{segment(id)}/timeline",
            timeout=timeout,
        )

    def cancel(
        self,
        id: str,
        *,
        timeout: Optional[float] = None,
    ) -> MessageView:
        """Cancel a message. Stops a message that no attempt has been claimed for. The first message of a send
        over several channels stands for all of them: what of it has not gone is stopped. Takes no body.
        `POST /v1/messages/{id}/cancel`"""
        return self._transport.call(
            "POST",
            f"/v1/messages/{segment(id)}/cancel",
            timeout=timeout,
        )


class TemplatesResource:
    """Calls of ``client.templates``."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def create(
        self,
        *,
        key: str,
        name: str,
        class_: TrafficClass,
        default_locale: str,
        bodies: List[TemplateBody],
        topic: Optional[Optional[str]] = None,
        variables: Optional[List[TemplateVariable]] = None,
        timeout: Optional[float] = None,
    ) -> TemplateDetail:
        """Create a template. Stores a template with its first version, a draft: bodies in Liquid for each
        channel and language, and the variables they print. Bodies print variables (`{{ name }}`) through
        the filters upcase, downcase, capitalize, strip, truncate, default and number, and choose by the
        tags if, unless and case; there are no loops, files or properties. Money and days are written as the
        language writes them; what is printed into HTML is escaped. A mail is written as text, as HTML or as
        MJML (`mjml`): that is made into HTML once, when the version is stored, with a text part unless one
        is written; it includes no file and loads no font, and what is wrong with it is told by its line.
        Live sends go by approved versions only: submit it, and have it approved.
        `POST /v1/templates`"""
        return self._transport.call(
            "POST",
            "/v1/templates",
            body={
                "key": key,
                "name": name,
                "class": class_,
                "default_locale": default_locale,
                "bodies": bodies,
                "topic": topic,
                "variables": variables,
            },
            timeout=timeout,
        )

    def list(
        self,
        *,
        search: Optional[str] = None,
        state: Optional[TemplateState] = None,
        class_: Optional[TrafficClass] = None,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> Pages[TemplateView]:
        """List templates. The templates of the workspace, the newest first, the same in live and in sandbox.
        `live_version` is the one that live sends go by. Give `next_cursor` of one page as `cursor` of the
        next.
        `GET /v1/templates`"""
        return self._transport.pages(
            "GET",
            "/v1/templates",
            query={
                "search": search,
                "state": state,
                "class": class_,
                "limit": limit,
                "cursor": cursor,
            },
            timeout=timeout,
        )

    def preview(
        self,
        *,
        class_: TrafficClass,
        default_locale: str,
        bodies: List[TemplateBody],
        variables: Optional[List[TemplateVariable]] = None,
        values: Optional[Dict[str, Any]] = None,
        timeout: Optional[float] = None,
    ) -> TemplatePreview:
        """Preview a template. Renders each body with the samples, or with the values given, and stores and
        sends nothing: parts and encoding of texts, the characters that force UCS-2, what operators in India
        would say, what mailboxes will make of a mail (its length, links, images, colours), what each
        language says differently from the default one (variables, terms of the glossary, length), and
        everything that is wrong.
        `POST /v1/templates/preview`"""
        return self._transport.call(
            "POST",
            "/v1/templates/preview",
            body={
                "class": class_,
                "default_locale": default_locale,
                "bodies": bodies,
                "variables": variables,
                "values": values,
            },
            timeout=timeout,
        )

    def read(
        self,
        key: str,
        *,
        timeout: Optional[float] = None,
    ) -> TemplateDetail:
        """Read a template. The template, what its newest version says, and how each of its versions stands.
        `GET /v1/templates/{key}`"""
        return self._transport.call(
            "GET",
            f"/v1/templates/{segment(key)}",
            timeout=timeout,
        )

    def add_version(
        self,
        key: str,
        *,
        bodies: List[TemplateBody],
        variables: Optional[List[TemplateVariable]] = None,
        timeout: Optional[float] = None,
    ) -> TemplateDetail:
        """Add a version to a template. Stores the next version, a draft. What a version says never changes:
        messages name the version they were written by. Live sends go on by the newest approved version
        until this one is approved.
        `POST /v1/templates/{key}/versions`"""
        return self._transport.call(
            "POST",
            f"/v1/templates/{segment(key)}/versions",
            body={
                "bodies": bodies,
                "variables": variables,
            },
            timeout=timeout,
        )

    def read_version(
        self,
        key: str,
        version: str,
        *,
        timeout: Optional[float] = None,
    ) -> TemplateVersionView:
        """Read a version of a template. What the version says, which never changes, and who wrote, submitted
        and decided it.
        `GET /v1/templates/{key}/versions/{version}`"""
        return self._transport.call(
            "GET",
            f"/v1/templates/{segment(key)}/versions/{segment(version)}",
            timeout=timeout,
        )

    def submit(
        self,
        key: str,
        version: str,
        *,
        comment: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> TemplateDetail:
        """Submit a version. Asks for the approval of a draft.
        `POST /v1/templates/{key}/versions/{version}/submit`"""
        return self._transport.call(
            "POST",
            f"/v1/templates/{segment(key)}/versions/{segment(version)}/submit",
            body={
                "comment": comment,
            },
            timeout=timeout,
        )

    def approve(
        self,
        key: str,
        version: str,
        *,
        comment: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> TemplateDetail:
        """Approve a version. Live sends go by it from now on. Where the workspace wants a second person, a key
        approves nothing: that is done in the console, by somebody who neither wrote nor submitted the
        version.
        `POST /v1/templates/{key}/versions/{version}/approve`"""
        return self._transport.call(
            "POST",
            f"/v1/templates/{segment(key)}/versions/{segment(version)}/approve",
            body={
                "comment": comment,
            },
            timeout=timeout,
        )

    def reject(
        self,
        key: str,
        version: str,
        *,
        comment: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> TemplateDetail:
        """Reject a version. Says no to a submitted version, and why. What it says never changes: mend it by a
        new version.
        `POST /v1/templates/{key}/versions/{version}/reject`"""
        return self._transport.call(
            "POST",
            f"/v1/templates/{segment(key)}/versions/{segment(version)}/reject",
            body={
                "comment": comment,
            },
            timeout=timeout,
        )

    def pause(
        self,
        key: str,
        version: str,
        *,
        comment: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> TemplateDetail:
        """Pause a version. No further message is written by it; live sends go by the newest approved version
        before it, if there is one. Messages that were accepted go out.
        `POST /v1/templates/{key}/versions/{version}/pause`"""
        return self._transport.call(
            "POST",
            f"/v1/templates/{segment(key)}/versions/{segment(version)}/pause",
            body={
                "comment": comment,
            },
            timeout=timeout,
        )

    def resume(
        self,
        key: str,
        version: str,
        *,
        comment: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> TemplateDetail:
        """Resume a version. A paused version counts as approved again.
        `POST /v1/templates/{key}/versions/{version}/resume`"""
        return self._transport.call(
            "POST",
            f"/v1/templates/{segment(key)}/versions/{segment(version)}/resume",
            body={
                "comment": comment,
            },
            timeout=timeout,
        )

    def draft_translations(
        self,
        key: str,
        *,
        locales: List[str],
        timeout: Optional[float] = None,
    ) -> TemplateDetail:
        """Draft languages. Has the translation service draft languages, all at once in the background;
        `drafting` of the template says how it goes. What every channel says in the default language and not
        yet in these, or there in a text that is `stale`, becomes the next version, each text marked in
        `translations` as a draft of a machine. A draft in which a variable, a tag, a link or a term of the
        glossary did not come back is refused, with which.
        `POST /v1/templates/{key}/translations`"""
        return self._transport.call(
            "POST",
            f"/v1/templates/{segment(key)}/translations",
            body={
                "locales": locales,
            },
            timeout=timeout,
        )

    def review_translation(
        self,
        key: str,
        *,
        version: int,
        channel: Channel,
        locale: str,
        move: TranslationMove,
        body: Optional[TemplateBody] = None,
        comment: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> TemplateDetail:
        """Review a draft. Moves a drafted text of the newest version: `begin` its review, `accept` it (with
        `body` in other words), `reject` it, which takes it out, or `reopen` what was reviewed. One that is
        `stale`, since the default language says something else than when it was reviewed, is accepted or
        rejected at once. What is changed or taken out makes the next version. Until every drafted text is
        reviewed the version is not submitted, approved or sent. Where the workspace wants a second person,
        whoever asked for a draft does not accept it, and a key accepts none.
        `POST /v1/templates/{key}/translations/review`"""
        return self._transport.call(
            "POST",
            f"/v1/templates/{segment(key)}/translations/review",
            body={
                "version": version,
                "channel": channel,
                "locale": locale,
                "move": move,
                "body": body,
                "comment": comment,
            },
            timeout=timeout,
        )

    def get_translation(
        self,
        *,
        timeout: Optional[float] = None,
    ) -> TranslationView:
        """Read the translation service. The service that drafts languages of templates, and how often it was
        asked today. Its key is never shown.
        `GET /v1/translation`"""
        return self._transport.call(
            "GET",
            "/v1/translation",
            timeout=timeout,
        )

    def set_translation(
        self,
        *,
        enabled: bool,
        service: TranslationService,
        version: Optional[int] = None,
        secret: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> TranslationView:
        """Set the translation service. Sets a service that speaks as LibreTranslate does, as a whole; a
        `secret` that is left out stays. It is sent the words of templates alone: variables, tags, links and
        terms of the glossary stay here. Needs a key of live.
        `PUT /v1/translation`"""
        return self._transport.call(
            "PUT",
            "/v1/translation",
            body={
                "enabled": enabled,
                "service": service,
                "version": version,
                "secret": secret,
            },
            timeout=timeout,
        )

    def list_glossary(
        self,
        *,
        timeout: Optional[float] = None,
    ) -> GlossaryView:
        """List the glossary. The fixed terms and what each is called in a language. Translations of templates
        are checked by them, and drafts of a service say them so.
        `GET /v1/glossary`"""
        return self._transport.call(
            "GET",
            "/v1/glossary",
            timeout=timeout,
        )

    def set_glossary_term(
        self,
        term: str,
        *,
        locale: Optional[Optional[str]] = None,
        translation: Optional[Optional[str]] = None,
        timeout: Optional[float] = None,
    ) -> GlossaryView:
        """Set a term. Says what a term is called in a language, in place of what was said before; a
        `translation` of null keeps the term as it is.
        `PUT /v1/glossary/{term}`"""
        return self._transport.call(
            "PUT",
            f"/v1/glossary/{segment(term)}",
            body={
                "locale": locale,
                "translation": translation,
            },
            timeout=timeout,
        )

    def remove_glossary_term(
        self,
        term: str,
        *,
        locale: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> None:
        """Remove a term. Removes what a term is called in one language, or in every language without an entry
        of its own.
        `DELETE /v1/glossary/{term}`"""
        self._transport.call(
            "DELETE",
            f"/v1/glossary/{segment(term)}",
            query={
                "locale": locale,
            },
            timeout=timeout,
        )


class VerificationsResource:
    """Calls of ``client.verifications``."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def start(
        self,
        *,
        to: str,
        app_name: str,
        channels: Optional[List[Channel]] = None,
        email: Optional[str] = None,
        purpose: Optional[str] = None,
        locale: Optional[VerificationLocale] = None,
        code_length: Optional[int] = None,
        valid_for_seconds: Optional[int] = None,
        channel_timeout_seconds: Optional[int] = None,
        domain: Optional[str] = None,
        from_: Optional[str] = None,
        bound_to: Optional[str] = None,
        ip: Optional[str] = None,
        idempotency_key: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> StartVerificationAnswer:
        """Send a code to a person. Draws a code and sends it by the first channel; when no receipt comes in
        its time, the same code goes by the next one. The same `to` and `purpose` again, while the code is
        valid, sends the same code once more and leaves the tries counted. The answer is the same for every
        address, known or not. An address is sent at most 3 codes in 10 minutes, 5 in an hour and 10 in a
        day. Premium-rate, satellite, shared-cost and similar ranges are refused. When no channel carries
        the code the verification has `failed`, and is `pending` again when it is asked for once more; when
        a rule against fraud stops it, it is `blocked`.
        `POST /v1/verifications`"""
        return self._transport.call(
            "POST",
            "/v1/verifications",
            body={
                "to": to,
                "app_name": app_name,
                "channels": channels,
                "email": email,
                "purpose": purpose,
                "locale": locale,
                "code_length": code_length,
                "valid_for_seconds": valid_for_seconds,
                "channel_timeout_seconds": channel_timeout_seconds,
                "domain": domain,
                "from": from_,
                "bound_to": bound_to,
                "ip": ip,
            },
            takes_key=True,
            idempotency_key=idempotency_key,
            timeout=timeout,
        )

    def list(
        self,
        *,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        to: Optional[str] = None,
        state: Optional[VerificationState] = None,
        timeout: Optional[float] = None,
    ) -> Pages[VerificationView]:
        """List verifications. Newest first. Give `next_cursor` of one page as `cursor` of the next; null means
        there is no more.
        `GET /v1/verifications`"""
        return self._transport.pages(
            "GET",
            "/v1/verifications",
            query={
                "limit": limit,
                "cursor": cursor,
                "to": to,
                "state": state,
            },
            timeout=timeout,
        )

    def check(
        self,
        id: str,
        *,
        code: str,
        bound_to: Optional[str] = None,
        ip: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> CheckVerificationAnswer:
        """Check the code a person typed. A code is good once. Five wrong codes bar the verification. An id
        that is unknown and a code that was used, has expired or is barred all answer `not_found`. The
        answer names the address and the purpose: compare them with whom you sign in when the id comes from
        a browser, or give `bound_to`. A code that came by mail proves the mailbox and is no second factor
        (`assurance`).
        `POST /v1/verifications/{id}/check`"""
        return self._transport.call(
            "POST",
            f"/v1/verifications/{segment(id)}/check",
            body={
                "code": code,
                "bound_to": bound_to,
                "ip": ip,
            },
            timeout=timeout,
        )

    def get(
        self,
        id: str,
        *,
        timeout: Optional[float] = None,
    ) -> VerificationView:
        """Read a verification. The present state of one verification with each send of its code and the route
        that converted. The code cannot be read.
        `GET /v1/verifications/{id}`"""
        return self._transport.call(
            "GET",
            f"/v1/verifications/{segment(id)}",
            timeout=timeout,
        )

    def cancel(
        self,
        id: str,
        *,
        timeout: Optional[float] = None,
    ) -> VerificationView:
        """Cancel a verification. Its code is good no more, and a message of it that no attempt is claimed for
        does not go. Repeating it answers the same. One that was approved or has otherwise ended answers
        `not_cancelable`.
        `POST /v1/verifications/{id}/cancel`"""
        return self._transport.call(
            "POST",
            f"/v1/verifications/{segment(id)}/cancel",
            timeout=timeout,
        )


class FraudResource:
    """Calls of ``client.fraud``."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list_prefixes(
        self,
        *,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        action: Optional[PrefixAction] = None,
        state: Optional[Literal["active", "ended"]] = None,
        timeout: Optional[float] = None,
    ) -> Pages[PrefixView]:
        """List prefixes that are closed to codes, or kept open. Newest first. A prefix is listed by a rule,
        with what it had counted as evidence, or by hand. What was lifted or has expired stays on the list.
        `GET /v1/fraud/prefixes`"""
        return self._transport.pages(
            "GET",
            "/v1/fraud/prefixes",
            query={
                "limit": limit,
                "cursor": cursor,
                "action": action,
                "state": state,
            },
            timeout=timeout,
        )

    def add_prefix(
        self,
        *,
        prefix: str,
        action: PrefixAction,
        reason: str,
        expires_in_hours: Optional[Optional[int]] = None,
        timeout: Optional[float] = None,
    ) -> PrefixView:
        """Close a prefix to codes, or keep it open. Takes the place of what is listed for the same prefix.
        `block` sends no code there, those of your own making included: a verification goes on by mail where
        it may, and ends as `blocked` where it may not. `allow` sends codes there whatever the rules find,
        and lets ranges pass that are refused as premium-rate, satellite or shared-cost. Of two prefixes the
        longer one counts. Other messages are not concerned.
        `POST /v1/fraud/prefixes`"""
        return self._transport.call(
            "POST",
            "/v1/fraud/prefixes",
            body={
                "prefix": prefix,
                "action": action,
                "reason": reason,
                "expires_in_hours": expires_in_hours,
            },
            timeout=timeout,
        )

    def lift_prefix(
        self,
        id: str,
        *,
        timeout: Optional[float] = None,
    ) -> None:
        """Lift a listed prefix. It counts no more and stays on the list as lifted. What was counted of its
        numbers is forgotten: the rules judge them anew.
        `DELETE /v1/fraud/prefixes/{id}`"""
        self._transport.call(
            "DELETE",
            f"/v1/fraud/prefixes/{segment(id)}",
            timeout=timeout,
        )

    def read_rules(
        self,
        *,
        timeout: Optional[float] = None,
    ) -> FraudRulesView:
        """Read the rules against fraud with codes. What the workspace has set, or the defaults (`version` 0).
        The same in live and in sandbox; the sandbox spends nothing and counts nothing.
        `GET /v1/fraud/rules`"""
        return self._transport.call(
            "GET",
            "/v1/fraud/rules",
            timeout=timeout,
        )

    def set_rules(
        self,
        *,
        all_codes: Optional[SetFraudRulesRequestAllCodes] = None,
        each_country: Optional[SetFraudRulesRequestEachCountry] = None,
        countries: Optional[List[OwnCountryRules]] = None,
        version: Optional[int] = None,
        timeout: Optional[float] = None,
    ) -> FraudRulesView:
        """Set the rules against fraud with codes. Takes the place of all rules; what is left out goes back to
        its default. A block of numbers is closed when codes were sent for more verifications than `sent`
        and less than `percent` of them were typed; numbers that typed a code before are sent on. Money is
        counted at the price of the route, when a code is handed over: what would pass a limit ends as
        `suppressed` with the reason `policy.budget_exceeded`.
        `PUT /v1/fraud/rules`"""
        return self._transport.call(
            "PUT",
            "/v1/fraud/rules",
            body={
                "all_codes": all_codes,
                "each_country": each_country,
                "countries": countries,
                "version": version,
            },
            timeout=timeout,
        )


class RoutingResource:
    """Calls of ``client.routing``."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def preview(
        self,
        *,
        class_: TrafficClass,
        to: Union[str, PreviewToChannelsRequestTo],
        channel: Optional[Literal["sms", "email", "voice"]] = None,
        content: Optional[Union[Union[SmsContent, EmailContent, PreviewToChannelRequestVoiceContent], PreviewToChannelsRequestContent]] = None,
        client_ref: Optional[str] = None,
        send_at: Optional[str] = None,
        valid_for_seconds: Optional[int] = None,
        max_price: Optional[MaxPrice] = None,
        metadata: Optional[Dict[str, str]] = None,
        topic: Optional[str] = None,
        from_: Optional[Union[str, PreviewToChannelsRequestFrom]] = None,
        explain: Optional[bool] = None,
        template: Optional[TemplateRef] = None,
        channels: Optional[List[Channel]] = None,
        mode: Optional[ChannelMode] = None,
        channel_timeout_seconds: Optional[int] = None,
        timeout: Optional[float] = None,
    ) -> RoutingPreview:
        """See how a message would be routed. Takes the body of a send, whose content may be left out, and
        sends nothing. The answer tells, now or for the time of `send_at`: what each rule of policy says,
        quiet hours and caps included; the routes that would be weighed, each with its price, its chance and
        the reason when it is left out; and the state the message would be in. With `channels` it tells so
        of each in its order, and in `follow_ups` what would make the next one go.
        `POST /v1/routing/preview`"""
        return self._transport.call(
            "POST",
            "/v1/routing/preview",
            body={
                "class": class_,
                "to": to,
                "channel": channel,
                "content": content,
                "client_ref": client_ref,
                "send_at": send_at,
                "valid_for_seconds": valid_for_seconds,
                "max_price": max_price,
                "metadata": metadata,
                "topic": topic,
                "from": from_,
                "explain": explain,
                "template": template,
                "channels": channels,
                "mode": mode,
                "channel_timeout_seconds": channel_timeout_seconds,
            },
            timeout=timeout,
        )

    def quote_send(
        self,
        *,
        class_: TrafficClass,
        text: str,
        channel: Optional[Literal["sms", "email"]] = None,
        recipients: Optional[List[str]] = None,
        mix: Optional[List[QuoteRequestMix]] = None,
        timeout: Optional[float] = None,
    ) -> Quote:
        """See what a send would cost. Takes a text and either recipients or how many go to which country, and
        sends nothing. The answer tells parts and encoding, the expected mix of routes of each country with
        its price, and three sums in the currency of the workspace: all by the cheapest route that may carry
        it, by the mix as it is decided now, and all by the dearest one, backups included. Recipients that
        would not be sent to are counted with the reason. `advice` names countries where mail would do for
        less than half.
        `POST /v1/routing/quote`"""
        return self._transport.call(
            "POST",
            "/v1/routing/quote",
            body={
                "class": class_,
                "text": text,
                "channel": channel,
                "recipients": recipients,
                "mix": mix,
            },
            timeout=timeout,
        )

    def read_concentration(
        self,
        *,
        timeout: Optional[float] = None,
    ) -> ConcentrationView:
        """See how much depends on each supplier. Of the texts to each country in the last 30 days: the share
        of every supplier, how concentrated they are, and the limit. A supplier at its limit is left out
        while another one can carry (`concentration`); countries with fewer than 100 texts are over no
        limit.
        `GET /v1/routing/concentration`"""
        return self._transport.call(
            "GET",
            "/v1/routing/concentration",
            timeout=timeout,
        )

    def set_concentration_limit(
        self,
        *,
        country: Optional[Optional[str]] = None,
        limit: Optional[Optional[float]] = None,
        timeout: Optional[float] = None,
    ) -> ConcentrationView:
        """Limit the share of one supplier. Sets the largest share of the texts to a country that one supplier
        may carry, or takes the limit away. It never takes the last route from a message.
        `PUT /v1/routing/concentration/limits`"""
        return self._transport.call(
            "PUT",
            "/v1/routing/concentration/limits",
            body={
                "country": country,
                "limit": limit,
            },
            timeout=timeout,
        )

    def read_substitutions(
        self,
        *,
        timeout: Optional[float] = None,
    ) -> SubstitutionView:
        """See by which rules sends begin with another channel, and what that saves. The substitution rules of
        the environment in their order, and what each came to since the month began: the sends it moved,
        those that went by the first channel after all, and what the others saved.
        `GET /v1/routing/substitutions`"""
        return self._transport.call(
            "GET",
            "/v1/routing/substitutions",
            timeout=timeout,
        )

    def set_substitutions(
        self,
        *,
        rules: List[SubstitutionRule],
        version: Optional[int] = None,
        timeout: Optional[float] = None,
    ) -> SubstitutionView:
        """Set by which rules sends begin with another channel. Replaces the rules. The first that fits a send
        over several channels with `failover` decides: its channel goes first and the others follow as they
        were, so nobody is written to by a channel the send does not name. Consent, suppressions and caps
        are judged for the channel a message goes by.
        `PUT /v1/routing/substitutions`"""
        return self._transport.call(
            "PUT",
            "/v1/routing/substitutions",
            body={
                "rules": rules,
                "version": version,
            },
            timeout=timeout,
        )

    def preview_substitution(
        self,
        *,
        key: str,
        enabled: Optional[bool] = None,
        from_: Optional[Channel] = None,
        to: Optional[Channel] = None,
        country: Optional[Optional[str]] = None,
        class_: Optional[Optional[TrafficClass]] = None,
        template: Optional[Optional[str]] = None,
        above: Optional[Optional[Money]] = None,
        timeout: Optional[float] = None,
    ) -> SubstitutionPreview:
        """Try a substitution rule on the sends of last week. How many sends of the last seven days the rule
        would have moved, and about what it would have saved by the prices of today, with a 90 % interval:
        who is not reached by the other channel gets the first one after all. It is refused where too little
        is known.
        `POST /v1/routing/substitutions/preview`"""
        return self._transport.call(
            "POST",
            "/v1/routing/substitutions/preview",
            body={
                "key": key,
                "enabled": enabled,
                "from": from_,
                "to": to,
                "country": country,
                "class": class_,
                "template": template,
                "above": above,
            },
            timeout=timeout,
        )


class SuppressionsResource:
    """Calls of ``client.suppressions``."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def add(
        self,
        *,
        address: str,
        channel: Channel,
        reason: str,
        classes: Optional[List[TrafficClass]] = None,
        timeout: Optional[float] = None,
    ) -> SuppressionView:
        """Suppress an address. From the moment of the answer this address gets nothing of the classes named.
        An address that is suppressed already takes the new classes and reason.
        `POST /v1/suppressions`"""
        return self._transport.call(
            "POST",
            "/v1/suppressions",
            body={
                "address": address,
                "channel": channel,
                "reason": reason,
                "classes": classes,
            },
            timeout=timeout,
        )

    def list(
        self,
        *,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        channel: Optional[Channel] = None,
        address: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> Pages[SuppressionView]:
        """List suppressed addresses. Newest first. Give `next_cursor` of one page as `cursor` of the next;
        null means there is no more.
        `GET /v1/suppressions`"""
        return self._transport.pages(
            "GET",
            "/v1/suppressions",
            query={
                "limit": limit,
                "cursor": cursor,
                "channel": channel,
                "address": address,
            },
            timeout=timeout,
        )

    def remove(
        self,
        id: str,
        *,
        timeout: Optional[float] = None,
    ) -> None:
        """Lift a suppression. The address may be written to again, as far as consent and the law of its
        country allow.
        `DELETE /v1/suppressions/{id}`"""
        self._transport.call(
            "DELETE",
            f"/v1/suppressions/{segment(id)}",
            timeout=timeout,
        )


class CapsResource:
    """Calls of ``client.caps``."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list(
        self,
        *,
        timeout: Optional[float] = None,
    ) -> CapList:
        """List the frequency caps. The caps of the environment, and beside them those that the law of a
        country sets. All caps that apply to a message hold, and the strictest wins; those of the law come
        first. An address is a person: a number and a mail address are counted apart. Several parts of a
        text, and all tries to send it, count once; what no carrier takes is given back.
        `GET /v1/caps`"""
        return self._transport.call(
            "GET",
            "/v1/caps",
            timeout=timeout,
        )

    def add(
        self,
        *,
        name: str,
        enabled: Optional[bool] = None,
        channels: Optional[Optional[List[Channel]]] = None,
        classes: Optional[List[TrafficClass]] = None,
        also_counts: Optional[List[TrafficClass]] = None,
        scope: Optional[CapScope] = None,
        limit: Optional[Optional[int]] = None,
        rolling_seconds: Optional[Optional[int]] = None,
        calendar: Optional[Optional[CalendarUnit]] = None,
        min_gap_seconds: Optional[Optional[int]] = None,
        kept: Optional[int] = None,
        kept_for: Optional[CapScope] = None,
        over_limit: Optional[OverCap] = None,
        timeout: Optional[float] = None,
    ) -> CapView:
        """Add a frequency cap. From the answer on no message is decided without it. All caps that apply to a
        message hold, and the strictest wins; those of the law come first. An address is a person: a number
        and a mail address are counted apart. Several parts of a text, and all tries to send it, count once;
        what no carrier takes is given back.
        `POST /v1/caps`"""
        return self._transport.call(
            "POST",
            "/v1/caps",
            body={
                "name": name,
                "enabled": enabled,
                "channels": channels,
                "classes": classes,
                "also_counts": also_counts,
                "scope": scope,
                "limit": limit,
                "rolling_seconds": rolling_seconds,
                "calendar": calendar,
                "min_gap_seconds": min_gap_seconds,
                "kept": kept,
                "kept_for": kept_for,
                "over_limit": over_limit,
            },
            timeout=timeout,
        )

    def preview(
        self,
        *,
        name: str,
        enabled: Optional[bool] = None,
        channels: Optional[Optional[List[Channel]]] = None,
        classes: Optional[List[TrafficClass]] = None,
        also_counts: Optional[List[TrafficClass]] = None,
        scope: Optional[CapScope] = None,
        limit: Optional[Optional[int]] = None,
        rolling_seconds: Optional[Optional[int]] = None,
        calendar: Optional[Optional[CalendarUnit]] = None,
        min_gap_seconds: Optional[Optional[int]] = None,
        kept: Optional[int] = None,
        kept_for: Optional[CapScope] = None,
        over_limit: Optional[OverCap] = None,
        timeout: Optional[float] = None,
    ) -> CapPreview:
        """Try a frequency cap on last week. How many of the messages that went in the last seven days would
        have been over a cap, as if each of those had been dropped. Nothing is stored.
        `POST /v1/caps/preview`"""
        return self._transport.call(
            "POST",
            "/v1/caps/preview",
            body={
                "name": name,
                "enabled": enabled,
                "channels": channels,
                "classes": classes,
                "also_counts": also_counts,
                "scope": scope,
                "limit": limit,
                "rolling_seconds": rolling_seconds,
                "calendar": calendar,
                "min_gap_seconds": min_gap_seconds,
                "kept": kept,
                "kept_for": kept_for,
                "over_limit": over_limit,
            },
            timeout=timeout,
        )

    def set(
        self,
        id: str,
        *,
        name: str,
        enabled: Optional[bool] = None,
        channels: Optional[Optional[List[Channel]]] = None,
        classes: Optional[List[TrafficClass]] = None,
        also_counts: Optional[List[TrafficClass]] = None,
        scope: Optional[CapScope] = None,
        limit: Optional[Optional[int]] = None,
        rolling_seconds: Optional[Optional[int]] = None,
        calendar: Optional[Optional[CalendarUnit]] = None,
        min_gap_seconds: Optional[Optional[int]] = None,
        kept: Optional[int] = None,
        kept_for: Optional[CapScope] = None,
        over_limit: Optional[OverCap] = None,
        timeout: Optional[float] = None,
    ) -> CapView:
        """Set a frequency cap. Sets a cap as a whole. What was counted by it stays counted, and messages that
        wait for it are judged afresh at once. `enabled: false` switches it off.
        `PUT /v1/caps/{id}`"""
        return self._transport.call(
            "PUT",
            f"/v1/caps/{segment(id)}",
            body={
                "name": name,
                "enabled": enabled,
                "channels": channels,
                "classes": classes,
                "also_counts": also_counts,
                "scope": scope,
                "limit": limit,
                "rolling_seconds": rolling_seconds,
                "calendar": calendar,
                "min_gap_seconds": min_gap_seconds,
                "kept": kept,
                "kept_for": kept_for,
                "over_limit": over_limit,
            },
            timeout=timeout,
        )

    def remove(
        self,
        id: str,
        *,
        timeout: Optional[float] = None,
    ) -> None:
        """Remove a frequency cap. Messages that wait for it are judged afresh at once.
        `DELETE /v1/caps/{id}`"""
        self._transport.call(
            "DELETE",
            f"/v1/caps/{segment(id)}",
            timeout=timeout,
        )


class ConsentsResource:
    """Calls of ``client.consents``."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def record(
        self,
        *,
        address: str,
        channel: Channel,
        state: Literal["granted", "withdrawn"],
        source: str,
        at: Optional[str] = None,
        purpose: Optional[str] = None,
        topic: Optional[str] = None,
        locale: Optional[str] = None,
        wording: Optional[Wording] = None,
        jurisdiction: Optional[str] = None,
        proof: Optional[ConsentProof] = None,
        timeout: Optional[float] = None,
    ) -> ConsentView:
        """Record a consent. Adds an entry to the ledger; entries are never changed, and each carries the hash
        of the one before. The newest entry of an address about `marketing` decides whether marketing may go
        there; at one instant a withdrawal wins. An event that names its instant (`at`), sent twice, is one
        entry.
        `POST /v1/consents`"""
        return self._transport.call(
            "POST",
            "/v1/consents",
            body={
                "address": address,
                "channel": channel,
                "state": state,
                "source": source,
                "at": at,
                "purpose": purpose,
                "topic": topic,
                "locale": locale,
                "wording": wording,
                "jurisdiction": jurisdiction,
                "proof": proof,
            },
            timeout=timeout,
        )

    def list(
        self,
        *,
        address: str,
        channel: Optional[Channel] = None,
        timeout: Optional[float] = None,
    ) -> ConsentList:
        """List the consent entries of an address. Newest first, about every purpose: consents, withdrawals,
        and the hours a person wants no marketing in (`marketing.hours`).
        `GET /v1/consents`"""
        return self._transport.call(
            "GET",
            "/v1/consents",
            query={
                "address": address,
                "channel": channel,
            },
            timeout=timeout,
        )

    def set_person_hours(
        self,
        *,
        address: str,
        channel: Channel,
        quiet: List[QuietSpan],
        time_zone: str,
        source: str,
        proof: Optional[ConsentProof] = None,
        timeout: Optional[float] = None,
    ) -> PersonHours:
        """Set when a person wants no marketing. Adds an entry about `marketing.hours` to the ledger; the
        newest holds. Marketing to the person is `held` until the law, the workspace and the person all
        welcome it; an empty `quiet` takes the wish back. Codes and transactional messages are not held.
        `PUT /v1/consents/hours`"""
        return self._transport.call(
            "PUT",
            "/v1/consents/hours",
            body={
                "address": address,
                "channel": channel,
                "quiet": quiet,
                "time_zone": time_zone,
                "source": source,
                "proof": proof,
            },
            timeout=timeout,
        )

    def read_person_hours(
        self,
        *,
        address: str,
        channel: Optional[Channel] = None,
        timeout: Optional[float] = None,
    ) -> PersonHours:
        """Tell when a person wants no marketing. By the newest wish, which came by `PUT /v1/consents/hours` or
        from the person on the preference page.
        `GET /v1/consents/hours`"""
        return self._transport.call(
            "GET",
            "/v1/consents/hours",
            query={
                "address": address,
                "channel": channel,
            },
            timeout=timeout,
        )

    def read_as_of(
        self,
        *,
        address: str,
        channel: Optional[Channel] = None,
        at: Optional[str] = None,
        purpose: Optional[str] = None,
        topic: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> ConsentAsOf:
        """Tell what was allowed at an instant. Answers as the sender would have at that instant, by what the
        ledger held then, and names the entry that decides. What was recorded later, of an earlier instant
        or not, is not counted.
        `GET /v1/consents/as-of`"""
        return self._transport.call(
            "GET",
            "/v1/consents/as-of",
            query={
                "address": address,
                "channel": channel,
                "at": at,
                "purpose": purpose,
                "topic": topic,
            },
            timeout=timeout,
        )

    def verify(
        self,
        *,
        timeout: Optional[float] = None,
    ) -> ConsentVerdict:
        """Check the consent ledger. Computes every hash of the chain anew, of the people and wordings too, and
        names the first entry that was changed, moved or is missing.
        `GET /v1/consents/verify`"""
        return self._transport.call(
            "GET",
            "/v1/consents/verify",
            timeout=timeout,
        )

    def read_proof(
        self,
        id: str,
        *,
        timeout: Optional[float] = None,
    ) -> ConsentProofBundle:
        """Prove a consent. Everything that shows the entry to somebody who does not trust us: the record, the
        wording shown, the chain to its end, and a page in plain sentences. `node scripts/verify-proof.mjs
        proof.json` checks it without a connection.
        `GET /v1/consents/{id}/proof`"""
        return self._transport.call(
            "GET",
            f"/v1/consents/{segment(id)}/proof",
            timeout=timeout,
        )


class TopicsResource:
    """Calls of ``client.topics``."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list(
        self,
        *,
        timeout: Optional[float] = None,
    ) -> TopicsView:
        """List the topics of marketing. What messages and templates can be about, by key; live and sandbox
        share them.
        `GET /v1/topics`"""
        return self._transport.call(
            "GET",
            "/v1/topics",
            timeout=timeout,
        )

    def save(
        self,
        key: str,
        *,
        names: Dict[str, str],
        timeout: Optional[float] = None,
    ) -> TopicView:
        """Make or rename a topic. People choose among the topics on the preference page, by the name in their
        language. The key is what messages, templates and consents name.
        `PUT /v1/topics/{key}`"""
        return self._transport.call(
            "PUT",
            f"/v1/topics/{segment(key)}",
            body={
                "names": names,
            },
            timeout=timeout,
        )

    def remove(
        self,
        key: str,
        *,
        timeout: Optional[float] = None,
    ) -> None:
        """Remove a topic. No message can name it any more. What people said of it stays in the ledger. A topic
        that a template is about stays.
        `DELETE /v1/topics/{key}`"""
        self._transport.call(
            "DELETE",
            f"/v1/topics/{segment(key)}",
            timeout=timeout,
        )


class ListsResource:
    """Calls of ``client.lists``."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def create(
        self,
        *,
        name: str,
        channel: Literal["sms", "email"],
        wordings: Dict[str, Wording],
        purpose: Optional[str] = None,
        topic: Optional[str] = None,
        opt_in: Optional[Literal["single", "double"]] = None,
        confirm_within_hours: Optional[int] = None,
        from_: Optional[str] = None,
        sign_up: Optional[SignUpPage] = None,
        timeout: Optional[float] = None,
    ) -> ListView:
        """Make a list. A list people opt in to, on one channel. With double opt-in a person is on it once the
        link in the message that was sent has been confirmed.
        `POST /v1/lists`"""
        return self._transport.call(
            "POST",
            "/v1/lists",
            body={
                "name": name,
                "channel": channel,
                "wordings": wordings,
                "purpose": purpose,
                "topic": topic,
                "opt_in": opt_in,
                "confirm_within_hours": confirm_within_hours,
                "from": from_,
                "sign_up": sign_up,
            },
            timeout=timeout,
        )

    def list(
        self,
        *,
        timeout: Optional[float] = None,
    ) -> ListsView:
        """List the lists. By name, with how many people stand how to each.
        `GET /v1/lists`"""
        return self._transport.call(
            "GET",
            "/v1/lists",
            timeout=timeout,
        )

    def read(
        self,
        id: str,
        *,
        timeout: Optional[float] = None,
    ) -> ListView:
        """Read a list. With how many people stand how to it.
        `GET /v1/lists/{id}`"""
        return self._transport.call(
            "GET",
            f"/v1/lists/{segment(id)}",
            timeout=timeout,
        )

    def change(
        self,
        id: str,
        *,
        name: Optional[str] = None,
        opt_in: Optional[Literal["single", "double"]] = None,
        confirm_within_hours: Optional[int] = None,
        wordings: Optional[Dict[str, Wording]] = None,
        sign_up: Optional[ChangeListRequestSignUp] = None,
        timeout: Optional[float] = None,
    ) -> ListView:
        """Change a list. What is left out stays as it is. What people were shown before stays in the ledger
        with their consents.
        `PATCH /v1/lists/{id}`"""
        return self._transport.call(
            "PATCH",
            f"/v1/lists/{segment(id)}",
            body={
                "name": name,
                "opt_in": opt_in,
                "confirm_within_hours": confirm_within_hours,
                "wordings": wordings,
                "sign_up": sign_up,
            },
            timeout=timeout,
        )

    def add_member(
        self,
        id: str,
        *,
        address: str,
        source: str,
        locale: Optional[str] = None,
        proof: Optional[ConsentProof] = None,
        timeout: Optional[float] = None,
    ) -> MemberOfList:
        """Add a person. On a list with double opt-in the person is sent the message that asks to confirm it.
        Whoever is on the list already, or was asked and has time left, is sent nothing.
        `POST /v1/lists/{id}/members`"""
        return self._transport.call(
            "POST",
            f"/v1/lists/{segment(id)}/members",
            body={
                "address": address,
                "source": source,
                "locale": locale,
                "proof": proof,
            },
            timeout=timeout,
        )

    def list_members(
        self,
        id: str,
        *,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        state: Optional[MemberState] = None,
        timeout: Optional[float] = None,
    ) -> Pages[MemberOfList]:
        """List the people of a list. By address. Give `next_cursor` of one page as `cursor` of the next; null
        means there is no more.
        `GET /v1/lists/{id}/members`"""
        return self._transport.pages(
            "GET",
            f"/v1/lists/{segment(id)}/members",
            query={
                "limit": limit,
                "cursor": cursor,
                "state": state,
            },
            timeout=timeout,
        )


class ImportsResource:
    """Calls of ``client.imports``."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def create(
        self,
        *,
        list_id: str,
        file_name: Optional[str] = None,
        size: Optional[int] = None,
        timeout: Optional[float] = None,
    ) -> ImportView:
        """Begin the import of a file. People of a CSV file of up to two million rows come onto a list, each
        with the consent that was given elsewhere. Send the file in parts, start a check, then start the
        import; a worker reads it, and it goes on when nobody looks. For a few thousand people one call is
        enough: `POST /v1/lists/{id}/imports`.
        `POST /v1/contacts/imports`"""
        return self._transport.call(
            "POST",
            "/v1/contacts/imports",
            body={
                "list_id": list_id,
                "file_name": file_name,
                "size": size,
            },
            timeout=timeout,
        )

    def list(
        self,
        *,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> Pages[ImportView]:
        """List imports. The imports of the environment, newest first, each with how far it is.
        `GET /v1/contacts/imports`"""
        return self._transport.pages(
            "GET",
            "/v1/contacts/imports",
            query={
                "limit": limit,
                "cursor": cursor,
            },
            timeout=timeout,
        )

    def get(
        self,
        id: str,
        *,
        timeout: Optional[float] = None,
    ) -> ImportView:
        """Look at an import. How far it is, and what became of each row: the counts add up to the rows that
        were read.
        `GET /v1/contacts/imports/{id}`"""
        return self._transport.call(
            "GET",
            f"/v1/contacts/imports/{segment(id)}",
            timeout=timeout,
        )

    def add_part(
        self,
        id: str,
        *,
        at: int,
        data: str,
        timeout: Optional[float] = None,
    ) -> ImportView:
        """Send the next part of the file. Parts come one after another, up to 256 MiB together. `at` says
        where each begins, so that a part whose answer was lost is sent again without harm; `bytes` of the
        answer is where the next begins. A row of more than 500 columns, a cell of more than 64 KiB and what
        is no CSV is refused with the row and the cure.
        `POST /v1/contacts/imports/{id}/parts`"""
        return self._transport.call(
            "POST",
            f"/v1/contacts/imports/{segment(id)}/parts",
            body={
                "at": at,
                "data": data,
            },
            timeout=timeout,
        )

    def preview(
        self,
        id: str,
        *,
        timeout: Optional[float] = None,
    ) -> ImportPreview:
        """Look at the beginning of the file. The encoding and the sign between cells as they were guessed, the
        columns with what they are taken to hold, and the first twenty rows.
        `GET /v1/contacts/imports/{id}/preview`"""
        return self._transport.call(
            "GET",
            f"/v1/contacts/imports/{segment(id)}/preview",
            timeout=timeout,
        )

    def start(
        self,
        id: str,
        *,
        source: str,
        reference: str,
        given_at: Optional[str] = None,
        country: Optional[str] = None,
        duplicates: Optional[Literal["keep", "renew"]] = None,
        columns: Optional[List[Optional[ImportField]]] = None,
        dry_run: Optional[bool] = None,
        timeout: Optional[float] = None,
    ) -> ImportView:
        """Check or import the file. By default the whole file is read and judged, and nobody is stored
        (`dry_run`). Started without it, each person becomes an entry of the ledger with the source and the
        proof, and comes onto the list. Ask for the import to see how far it is.
        `POST /v1/contacts/imports/{id}/start`"""
        return self._transport.call(
            "POST",
            f"/v1/contacts/imports/{segment(id)}/start",
            body={
                "source": source,
                "reference": reference,
                "given_at": given_at,
                "country": country,
                "duplicates": duplicates,
                "columns": columns,
                "dry_run": dry_run,
            },
            timeout=timeout,
        )

    def read_errors(
        self,
        id: str,
        *,
        cursor: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> ImportErrors:
        """Fetch the refused rows. A piece of the error file: refused rows with their own columns, and what is
        wrong in a last one. Pieces put together are the file; mended, it can be brought again. Kept for a
        day after the import.
        `GET /v1/contacts/imports/{id}/errors`"""
        return self._transport.call(
            "GET",
            f"/v1/contacts/imports/{segment(id)}/errors",
            query={
                "cursor": cursor,
            },
            timeout=timeout,
        )

    def cancel(
        self,
        id: str,
        *,
        timeout: Optional[float] = None,
    ) -> ImportView:
        """Stop an import. It stops behind the rows that are under way. Who was stored stays stored, and can be
        taken back.
        `POST /v1/contacts/imports/{id}/cancel`"""
        return self._transport.call(
            "POST",
            f"/v1/contacts/imports/{segment(id)}/cancel",
            timeout=timeout,
        )

    def undo(
        self,
        id: str,
        *,
        timeout: Optional[float] = None,
    ) -> ImportView:
        """Take an import back. Within 24 hours of its end. Each consent it brought is withdrawn, unless the
        person said something since or had agreed before; nothing is deleted from the ledger.
        `POST /v1/contacts/imports/{id}/undo`"""
        return self._transport.call(
            "POST",
            f"/v1/contacts/imports/{segment(id)}/undo",
            timeout=timeout,
        )


class PeopleResource:
    """Calls of ``client.people``."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def find_person(
        self,
        *,
        address: str,
        channel: Optional[Channel] = None,
        timeout: Optional[float] = None,
    ) -> PersonFound:
        """Find what is held about a person. Counts what is held about a phone number or mail address in the
        environment of the key, by kind, with the newest few of each. The address goes in the body, so that
        it stands in no log of URLs. It finds the person after an erasure too, under the keyed hash.
        `POST /v1/people/find`"""
        return self._transport.call(
            "POST",
            "/v1/people/find",
            body={
                "address": address,
                "channel": channel,
            },
            timeout=timeout,
        )

    def export_person(
        self,
        *,
        address: str,
        reason: str,
        channel: Optional[Channel] = None,
        cursor: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> PersonCopy:
        """Give a person a copy of everything. One document with all that is held about a person, in parts of a
        thousand messages; all else is in the first part. Texts are in it where they are still there; codes
        are masked. Each part is an entry of the register and of the audit log.
        `POST /v1/people/export`"""
        return self._transport.call(
            "POST",
            "/v1/people/export",
            body={
                "address": address,
                "reason": reason,
                "channel": channel,
                "cursor": cursor,
            },
            timeout=timeout,
        )

    def erase_person(
        self,
        *,
        address: str,
        reason: str,
        channel: Optional[Channel] = None,
        blocked_classes: Optional[List[TrafficClass]] = None,
        timeout: Optional[float] = None,
    ) -> ErasureAnswer:
        """Erase a person. Cancels what is open, removes or blanks what is kept of the address, and answers
        with a certificate. A keyed hash stays, under which nothing more is sent there until its suppression
        is lifted. Asked again it erases what came since. Where the workspace wants two people the answer
        has no certificate: a second person approves it in the console.
        `POST /v1/people/erase`"""
        return self._transport.call(
            "POST",
            "/v1/people/erase",
            body={
                "address": address,
                "reason": reason,
                "channel": channel,
                "blocked_classes": blocked_classes,
            },
            timeout=timeout,
        )

    def rectify_person(
        self,
        *,
        address: str,
        reason: str,
        channel: Optional[Channel] = None,
        new_address: Optional[str] = None,
        same_person: Optional[str] = None,
        language: Optional[str] = None,
        time_zone: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> RectifyPersonAnswer:
        """Correct what is held of a person. A new address gets the suppressions, the restriction, the
        withdrawals and the hours of the old one; what was agreed to, and places on lists, only with
        `same_person`, the proof that one person is behind both. Consents end at the old address, and what
        is suppressed there stays so. Messages that were accepted for the old address are not changed. The
        ledger keeps what was said and gets new entries.
        `POST /v1/people/rectify`"""
        return self._transport.call(
            "POST",
            "/v1/people/rectify",
            body={
                "address": address,
                "reason": reason,
                "channel": channel,
                "new_address": new_address,
                "same_person": same_person,
                "language": language,
                "time_zone": time_zone,
            },
            timeout=timeout,
        )

    def restrict_person(
        self,
        *,
        address: str,
        reason: str,
        channel: Optional[Channel] = None,
        classes: Optional[List[TrafficClass]] = None,
        timeout: Optional[float] = None,
    ) -> PersonRequestView:
        """Restrict the use of what is held about a person. Everything stays, and nothing of the named classes
        goes to the address until the restriction is lifted, whatever is agreed to or lifted elsewhere
        meanwhile. It stands in the register under the id that lifts it.
        `POST /v1/people/restrict`"""
        return self._transport.call(
            "POST",
            "/v1/people/restrict",
            body={
                "address": address,
                "reason": reason,
                "channel": channel,
                "classes": classes,
            },
            timeout=timeout,
        )

    def lift_restriction(
        self,
        id: str,
        *,
        reason: str,
        timeout: Optional[float] = None,
    ) -> PersonRequestView:
        """Lift a restriction. What else the address is suppressed for stays.
        `POST /v1/people/requests/{id}/lift`"""
        return self._transport.call(
            "POST",
            f"/v1/people/requests/{segment(id)}/lift",
            body={
                "reason": reason,
            },
            timeout=timeout,
        )

    def object_to_marketing(
        self,
        *,
        address: str,
        reason: str,
        channel: Optional[Channel] = None,
        timeout: Optional[float] = None,
    ) -> PersonRequestView:
        """Take down that a person objects to marketing. The ledger has the withdrawal and marketing is
        suppressed, so that no consent that comes later by a file opens the way again. The entry stands in
        the register.
        `POST /v1/people/object`"""
        return self._transport.call(
            "POST",
            "/v1/people/object",
            body={
                "address": address,
                "reason": reason,
                "channel": channel,
            },
            timeout=timeout,
        )

    def list_person_requests(
        self,
        *,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> Pages[PersonRequestView]:
        """List what people asked. The register of copies and erasures, newest first, with the last day for the
        answer of each.
        `GET /v1/people/requests`"""
        return self._transport.pages(
            "GET",
            "/v1/people/requests",
            query={
                "limit": limit,
                "cursor": cursor,
            },
            timeout=timeout,
        )

    def read_erasure_certificate(
        self,
        id: str,
        *,
        timeout: Optional[float] = None,
    ) -> ErasureCertificate:
        """Read the certificate of an erasure. As it was given out when the erasure ended. It names the person
        by the keyed hash alone.
        `GET /v1/people/requests/{id}/certificate`"""
        return self._transport.call(
            "GET",
            f"/v1/people/requests/{segment(id)}/certificate",
            timeout=timeout,
        )

    def verify_erasure_certificate(
        self,
        *,
        address: str,
        certificate: Dict[str, Any],
        timeout: Optional[float] = None,
    ) -> CertificateVerdict:
        """Check the certificate of an erasure. Tells whether a certificate is ours and unchanged, and, with
        the address given again, whether it is about that person.
        `POST /v1/people/certificates/verify`"""
        return self._transport.call(
            "POST",
            "/v1/people/certificates/verify",
            body={
                "address": address,
                "certificate": certificate,
            },
            timeout=timeout,
        )

    def read_kept(
        self,
        *,
        timeout: Optional[float] = None,
    ) -> KeptTables:
        """Read the record of processing. On whose behalf and for what data of recipients are processed, who
        outside gets some (carriers, webhook endpoints, services that are asked, by name and host), and each
        table that holds some: in which columns, what an erasure does to it, and how long it is kept.
        `GET /v1/people/kept`"""
        return self._transport.call(
            "GET",
            "/v1/people/kept",
            timeout=timeout,
        )


class InboundResource:
    """Calls of ``client.inbound``."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list(
        self,
        *,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        from_: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> Pages[InboundView]:
        """List texts people sent. Newest first, with what was done: a STOP, START, HELP or keyword of yours is
        obeyed a moment after it came. Give `next_cursor` of one page as `cursor` of the next; null means
        there is no more.
        `GET /v1/inbound-messages`"""
        return self._transport.pages(
            "GET",
            "/v1/inbound-messages",
            query={
                "limit": limit,
                "cursor": cursor,
                "from": from_,
            },
            timeout=timeout,
        )

    def read(
        self,
        id: str,
        *,
        timeout: Optional[float] = None,
    ) -> InboundView:
        """Read a text a person sent. The event `inbound.received` names its id; who wrote and what is read
        here.
        `GET /v1/inbound-messages/{id}`"""
        return self._transport.call(
            "GET",
            f"/v1/inbound-messages/{segment(id)}",
            timeout=timeout,
        )

    def list_keywords(
        self,
        *,
        timeout: Optional[float] = None,
    ) -> KeywordsView:
        """List the keywords. The words that count for everybody, those of this environment (`own`), and what
        answers them in each language.
        `GET /v1/keywords`"""
        return self._transport.call(
            "GET",
            "/v1/keywords",
            timeout=timeout,
        )

    def add_keyword(
        self,
        *,
        word: str,
        kind: KeywordKind,
        number: Optional[Optional[str]] = None,
        list_id: Optional[Optional[str]] = None,
        timeout: Optional[float] = None,
    ) -> KeywordsView:
        """Add a keyword. A word of your own by which people stop, start, get help or join a list of texts. A
        word that means stop for everybody keeps that meaning.
        `POST /v1/keywords`"""
        return self._transport.call(
            "POST",
            "/v1/keywords",
            body={
                "word": word,
                "kind": kind,
                "number": number,
                "list_id": list_id,
            },
            timeout=timeout,
        )

    def remove_keyword(
        self,
        id: str,
        *,
        timeout: Optional[float] = None,
    ) -> None:
        """Remove a keyword. Removes a word of your own; those that count for everybody stay.
        `DELETE /v1/keywords/{id}`"""
        self._transport.call(
            "DELETE",
            f"/v1/keywords/{segment(id)}",
            timeout=timeout,
        )

    def set_keyword_reply(
        self,
        *,
        kind: KeywordReplyKind,
        locale: str,
        text: str,
        timeout: Optional[float] = None,
    ) -> KeywordsView:
        """Set what answers a keyword. The answer to stop, start or help in one language; an empty text goes
        back to that of the house.
        `PUT /v1/keyword-replies`"""
        return self._transport.call(
            "PUT",
            "/v1/keyword-replies",
            body={
                "kind": kind,
                "locale": locale,
                "text": text,
            },
            timeout=timeout,
        )


class WebhooksResource:
    """Calls of ``client.webhooks``."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def create(
        self,
        *,
        url: str,
        description: Optional[str] = None,
        event_types: Optional[List[WebhookEventType]] = None,
        events_per_request: Optional[int] = None,
        timeout: Optional[float] = None,
    ) -> WebhookWithSecret:
        """Add a webhook endpoint. Events are posted as JSON and signed by the Standard Webhooks specification:
        HMAC-SHA256 over `webhook-id`, `webhook-timestamp` and the body, joined by dots, with the bytes
        behind `whsec_`. Answer 2xx within 15 seconds and with less than 64 KiB; everything else, also a
        redirect, is tried again after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h and 10 h under the same
        `webhook-id`. 410 switches the endpoint off, and so do five days of nothing but failure. Events may
        come twice and in another order: `webhook-id` tells copies, `data.sequence` the order. With
        `events_per_request` above 1 a request carries up to so many events at once, a body of the type
        `webhook.group` with each event and its `id` in `data.events`, for receivers that hear of many
        messages. The secret is in this answer and never shown again.
        `POST /v1/webhooks`"""
        return self._transport.call(
            "POST",
            "/v1/webhooks",
            body={
                "url": url,
                "description": description,
                "event_types": event_types,
                "events_per_request": events_per_request,
            },
            timeout=timeout,
        )

    def list(
        self,
        *,
        timeout: Optional[float] = None,
    ) -> ListWebhooksAnswer:
        """List webhook endpoints. All endpoints of the environment of the key, newest first, without their
        secrets.
        `GET /v1/webhooks`"""
        return self._transport.call(
            "GET",
            "/v1/webhooks",
            timeout=timeout,
        )

    def get(
        self,
        id: str,
        *,
        timeout: Optional[float] = None,
    ) -> WebhookView:
        """Read a webhook endpoint. Whether it is on, since when it fails, and why it was switched off if it
        was.
        `GET /v1/webhooks/{id}`"""
        return self._transport.call(
            "GET",
            f"/v1/webhooks/{segment(id)}",
            timeout=timeout,
        )

    def change(
        self,
        id: str,
        *,
        url: Optional[str] = None,
        description: Optional[str] = None,
        event_types: Optional[List[WebhookEventType]] = None,
        events_per_request: Optional[int] = None,
        enabled: Optional[bool] = None,
        timeout: Optional[float] = None,
    ) -> WebhookView:
        """Change a webhook endpoint. What is left out stays as it is. `enabled: false` ends what waits for the
        endpoint; after `enabled: true` it gets new events, and a replay brings what it missed.
        `PATCH /v1/webhooks/{id}`"""
        return self._transport.call(
            "PATCH",
            f"/v1/webhooks/{segment(id)}",
            body={
                "url": url,
                "description": description,
                "event_types": event_types,
                "events_per_request": events_per_request,
                "enabled": enabled,
            },
            timeout=timeout,
        )

    def remove(
        self,
        id: str,
        *,
        timeout: Optional[float] = None,
    ) -> None:
        """Delete a webhook endpoint. Nothing is sent to it any more; what waits for it ends.
        `DELETE /v1/webhooks/{id}`"""
        self._transport.call(
            "DELETE",
            f"/v1/webhooks/{segment(id)}",
            timeout=timeout,
        )

    def rotate_secret(
        self,
        id: str,
        *,
        timeout: Optional[float] = None,
    ) -> WebhookWithSecret:
        """Give a webhook endpoint a new secret. For 24 hours both secrets sign: `webhook-signature` then
        carries two signatures, and a receiver that knows either is content. A rotation within that time
        ends the older secret at once. The new secret is in this answer and never shown again.
        `POST /v1/webhooks/{id}/rotate-secret`"""
        return self._transport.call(
            "POST",
            f"/v1/webhooks/{segment(id)}/rotate-secret",
            timeout=timeout,
        )

    def test(
        self,
        id: str,
        *,
        timeout: Optional[float] = None,
    ) -> WebhookDeliveryView:
        """Send a test event. An event of type `webhook.test`, tried once. What the endpoint answered stands in
        its deliveries a moment later.
        `POST /v1/webhooks/{id}/test`"""
        return self._transport.call(
            "POST",
            f"/v1/webhooks/{segment(id)}/test",
            timeout=timeout,
        )

    def replay(
        self,
        id: str,
        *,
        event_ids: Optional[List[str]] = None,
        since: Optional[str] = None,
        until: Optional[str] = None,
        only: Optional[Literal["missed", "all"]] = None,
        dry_run: Optional[bool] = None,
        timeout: Optional[float] = None,
    ) -> ReplayView:
        """Send events again. Up to 100 events by id, or those of a span of time (10,000 at most), each under
        the `webhook-id` it always had. Of a span only the events the endpoint missed are sent unless `only`
        is `all`. `dry_run` counts and sends nothing.
        `POST /v1/webhooks/{id}/replay`"""
        return self._transport.call(
            "POST",
            f"/v1/webhooks/{segment(id)}/replay",
            body={
                "event_ids": event_ids,
                "since": since,
                "until": until,
                "only": only,
                "dry_run": dry_run,
            },
            timeout=timeout,
        )

    def list_deliveries(
        self,
        id: str,
        *,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        state: Optional[WebhookDeliveryState] = None,
        timeout: Optional[float] = None,
    ) -> Pages[WebhookDeliveryView]:
        """List deliveries of a webhook endpoint. Newest first, each with the body that was sent and every try:
        request headers, status, the beginning of the answer, and why it was no success.
        `GET /v1/webhooks/{id}/deliveries`"""
        return self._transport.pages(
            "GET",
            f"/v1/webhooks/{segment(id)}/deliveries",
            query={
                "limit": limit,
                "cursor": cursor,
                "state": state,
            },
            timeout=timeout,
        )


class AuditResource:
    """Calls of ``client.audit``."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list(
        self,
        *,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        actor_id: Optional[str] = None,
        action: Optional[Literal["session.signed_in", "session.sign_in_failed", "session.signed_out", "session.revoked", "account.password_changed", "account.changed", "account.alert_mail_set", "member.joined", "member.role_changed", "member.removed", "invitation.created", "invitation.withdrawn", "key.created", "key.rotated", "key.revoked", "limit.set", "limit.lifted", "provider.created", "provider.changed", "route.created", "route.changed", "route.weight_changed", "route.paused", "route.pause_lifted", "weights.set", "weights.approved", "weights.rejected", "weights.undone", "weights.removed", "weights.ramp_paused", "weights.ramp_resumed", "weights.ramp_finished", "experiment.started", "experiment.stopped", "experiment.adopted", "success_model.switched", "webhook.created", "webhook.changed", "webhook.secret_rotated", "webhook.tested", "webhook.replayed", "webhook.removed", "suppression.added", "suppression.lifted", "consent.recorded", "list.created", "list.changed", "list.member_added", "list.members_imported", "import.created", "import.started", "import.canceled", "import.undo_started", "import.undone", "list.member_confirmed", "keyword.saved", "keyword.removed", "keyword.reply_set", "glossary.term_saved", "glossary.term_removed", "topic.saved", "topic.removed", "inbound.decided", "message.canceled", "message.revealed", "verification.canceled", "prefix.blocked", "prefix.allowed", "prefix.lifted", "fraud_rules.set", "workspace.created", "workspace.changed", "organisation.renamed", "organisation.second_factor_set", "single_sign_on.set", "single_sign_on.removed", "country.set", "country.removed", "sender.set", "sender.removed", "dlt.stored", "dlt.removed", "rule.answered", "rule.answer_removed", "cap.saved", "cap.removed", "registry.set", "registry.removed", "registry.asked", "prices.imported", "prices.undone", "exchange_rates.set", "exchange_rate.removed", "networks.imported", "lookup.set", "numbers.looked_up", "concentration.limit_set", "substitutions.set", "template.created", "template.version_added", "template.submitted", "template.approved", "template.rejected", "template.paused", "template.resumed", "template.drafting_asked", "template.translations_drafted", "template.translation_begun", "template.translation_accepted", "template.translation_rejected", "template.translation_reopened", "translation.set", "approval.asked", "approval.approved", "approval.rejected", "approval.withdrawn", "approval.used", "person.previewed", "person.copied", "person.erasure_asked", "person.erasure_rejected", "person.erased", "person.restricted", "person.restriction_lifted", "person.objected", "person.rectified"]] = None,
        object_kind: Optional[Literal["user", "invitation", "key", "limit", "provider", "route", "weights", "experiment", "success_model", "webhook", "suppression", "consent", "list", "import", "keyword", "cap", "glossary", "topic", "inbound", "message", "verification", "prefix", "fraud_rules", "workspace", "organisation", "single_sign_on", "country", "sender", "dlt", "rule", "registry", "translation", "prices", "exchange_rates", "networks", "concentration", "substitutions", "template", "person", "approval"]] = None,
        object_id: Optional[str] = None,
        since: Optional[str] = None,
        until: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> Pages[AuditEntryView]:
        """List what was done. Every change made by a person or an API key, in both environments, newest first:
        who, what, before and after. Sends are not in it: each message names its key and request itself.
        `GET /v1/audit`"""
        return self._transport.pages(
            "GET",
            "/v1/audit",
            query={
                "limit": limit,
                "cursor": cursor,
                "actor_id": actor_id,
                "action": action,
                "object_kind": object_kind,
                "object_id": object_id,
                "since": since,
                "until": until,
            },
            timeout=timeout,
        )

    def export(
        self,
        *,
        after: Optional[int] = None,
        limit: Optional[int] = None,
        timeout: Optional[float] = None,
    ) -> AuditExport:
        """Export the audit log. A part of the chain, oldest first, with its head and the rule of its hashes:
        anybody can check it without us. Give `next_after` of one part as `after` of the next.
        `GET /v1/audit/export`"""
        return self._transport.call(
            "GET",
            "/v1/audit/export",
            query={
                "after": after,
                "limit": limit,
            },
            timeout=timeout,
        )

    def verify(
        self,
        *,
        timeout: Optional[float] = None,
    ) -> AuditVerdict:
        """Check the audit log. Computes every hash of the chain anew and names the first entry that was
        changed, moved or is missing.
        `GET /v1/audit/verify`"""
        return self._transport.call(
            "GET",
            "/v1/audit/verify",
            timeout=timeout,
        )


class CountriesResource:
    """Calls of ``client.countries``."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list(
        self,
        *,
        timeout: Optional[float] = None,
    ) -> CountryList:
        """List countries with rules. What the workspace says of countries, the same in live and in sandbox:
        `default` first, which holds for all others, then by code. A workspace that says nothing sends
        everywhere.
        `GET /v1/countries`"""
        return self._transport.call(
            "GET",
            "/v1/countries",
            timeout=timeout,
        )

    def read(
        self,
        country: str,
        *,
        timeout: Optional[float] = None,
    ) -> CountryView:
        """Read what holds in a country. What is null is inherited from `default`; a country that has nothing
        of its own answers 404.
        `GET /v1/countries/{country}`"""
        return self._transport.call(
            "GET",
            f"/v1/countries/{segment(country)}",
            timeout=timeout,
        )

    def set(
        self,
        country: str,
        *,
        enabled: bool,
        currency: Optional[Optional[str]] = None,
        languages: Optional[Optional[List[str]]] = None,
        channels: Optional[Optional[List[Channel]]] = None,
        senders: Optional[SetCountryRequestSenders] = None,
        opening_hours: Optional[Optional[List[OpeningSpan]]] = None,
        closed_dates: Optional[Optional[List[str]]] = None,
        max_price: Optional[Optional[SetCountryRequestMaxPrice]] = None,
        valid_for_seconds: Optional[Optional[int]] = None,
        marketing_per_day: Optional[Optional[int]] = None,
        version: Optional[int] = None,
        timeout: Optional[float] = None,
    ) -> CountryView:
        """Say what holds in a country. Takes the place of all that was said of the country before, in live and
        in sandbox. What is null or left out is inherited from `default`. To send only where there are
        customers, set `default` with `enabled: false` and each country with `true`: messages to any other
        end as `suppressed` with the reason `policy.geo_denied`, codes included. Mail has no country and
        follows the channels and senders of `default`.
        `PUT /v1/countries/{country}`"""
        return self._transport.call(
            "PUT",
            f"/v1/countries/{segment(country)}",
            body={
                "enabled": enabled,
                "currency": currency,
                "languages": languages,
                "channels": channels,
                "senders": senders,
                "opening_hours": opening_hours,
                "closed_dates": closed_dates,
                "max_price": max_price,
                "valid_for_seconds": valid_for_seconds,
                "marketing_per_day": marketing_per_day,
                "version": version,
            },
            timeout=timeout,
        )

    def remove(
        self,
        country: str,
        *,
        timeout: Optional[float] = None,
    ) -> None:
        """Forget what holds in a country. The country follows `default` again; without `default`, every
        country that has no rules is open.
        `DELETE /v1/countries/{country}`"""
        self._transport.call(
            "DELETE",
            f"/v1/countries/{segment(country)}",
            timeout=timeout,
        )


class DltResource:
    """Calls of ``client.dlt``."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def check(
        self,
        *,
        text: str,
        from_: Optional[Optional[str]] = None,
        class_: Optional[TrafficClass] = None,
        template_id: Optional[Optional[str]] = None,
        timeout: Optional[float] = None,
    ) -> DltCheckResult:
        """Check a text to India. Judges a text as operators in India will, in their order: entity, header,
        template, kind, text, calls to action. Each difference from the template is marked with its place,
        the code an operator would answer and what to do. Nothing is sent.
        `POST /v1/dlt/check`"""
        return self._transport.call(
            "POST",
            "/v1/dlt/check",
            body={
                "text": text,
                "from": from_,
                "class": class_,
                "template_id": template_id,
            },
            timeout=timeout,
        )

    def list_entries(
        self,
        *,
        kind: Optional[DltEntryKind] = None,
        search: Optional[str] = None,
        cursor: Optional[str] = None,
        limit: Optional[int] = None,
        timeout: Optional[float] = None,
    ) -> Pages[DltEntryView]:
        """List registrations in India. The registrations of one kind on India’s ledgers, the oldest first, the
        same in live and in sandbox. Fields of other kinds are null. Give `next_cursor` of one page as
        `cursor` of the next.
        `GET /v1/dlt/entries`"""
        return self._transport.pages(
            "GET",
            "/v1/dlt/entries",
            query={
                "kind": kind,
                "search": search,
                "cursor": cursor,
                "limit": limit,
            },
            timeout=timeout,
        )

    def list_expiring(
        self,
        *,
        within_days: Optional[int] = None,
        timeout: Optional[float] = None,
    ) -> DltExpiring:
        """List registrations that soon expire. Active registrations whose last day comes within `within_days`
        days by the calendar of India, the soonest first.
        `GET /v1/dlt/expiring`"""
        return self._transport.call(
            "GET",
            "/v1/dlt/expiring",
            query={
                "within_days": within_days,
            },
            timeout=timeout,
        )

    def import_file(
        self,
        *,
        kind: DltEntryKind,
        entity_id: str,
        csv: str,
        dry_run: Optional[bool] = None,
        skip_faulty: Optional[bool] = None,
        timeout: Optional[float] = None,
    ) -> DltImportResult:
        """Bring in a file of an operator. Reads a CSV file as operators’ portals give it: the names of its
        columns are recognised, whatever their order. By default nothing is stored (`dry_run`); the answer
        says how each column was read and what is wrong with which row, and `error_csv` has the faulty rows
        with the reason beside them. Registrations that are on file already are changed to what the file
        says.
        `POST /v1/dlt/imports`"""
        return self._transport.call(
            "POST",
            "/v1/dlt/imports",
            body={
                "kind": kind,
                "entity_id": entity_id,
                "csv": csv,
                "dry_run": dry_run,
                "skip_faulty": skip_faulty,
            },
            timeout=timeout,
        )

    def save_entities(
        self,
        *,
        entries: List[DltEntity],
        timeout: Optional[float] = None,
    ) -> DltStored:
        """Store principal entities. Each is stored in place of the one that is on file already; what is the
        same stays as it is. A workspace with an entity on file sends texts to India only when operators’
        scrubbing will let them pass. In force for the next message, in live and in sandbox.
        `PUT /v1/dlt/entities`"""
        return self._transport.call(
            "PUT",
            "/v1/dlt/entities",
            body={
                "entries": entries,
            },
            timeout=timeout,
        )

    def save_headers(
        self,
        *,
        entries: List[DltHeader],
        timeout: Optional[float] = None,
    ) -> DltStored:
        """Store headers. Each is stored in place of the one that is on file already; what is the same stays as
        it is. Give the bare header: the operator puts its letters before it and -P, -S, -T or -G behind. In
        force for the next message, in live and in sandbox.
        `PUT /v1/dlt/headers`"""
        return self._transport.call(
            "PUT",
            "/v1/dlt/headers",
            body={
                "entries": entries,
            },
            timeout=timeout,
        )

    def save_templates(
        self,
        *,
        entries: List[DltTemplateEntry],
        timeout: Optional[float] = None,
    ) -> DltStored:
        """Store content templates. Each is stored in place of the one that is on file already; what is the
        same stays as it is. The text is given as registered, with `{#numeric#}` and its like in it, or with
        `{#var#}` and the tags beside it. In force for the next message, in live and in sandbox.
        `PUT /v1/dlt/templates`"""
        return self._transport.call(
            "PUT",
            "/v1/dlt/templates",
            body={
                "entries": entries,
            },
            timeout=timeout,
        )

    def save_calls_to_action(
        self,
        *,
        entries: List[DltCta],
        timeout: Optional[float] = None,
    ) -> DltStored:
        """Store calls to action. Each is stored in place of the one that is on file already; what is the same
        stays as it is. Links, numbers and addresses that are not on the whitelist stop a text. In force for
        the next message, in live and in sandbox.
        `PUT /v1/dlt/calls_to_action`"""
        return self._transport.call(
            "PUT",
            "/v1/dlt/calls_to_action",
            body={
                "entries": entries,
            },
            timeout=timeout,
        )

    def save_consent_templates(
        self,
        *,
        entries: List[DltConsentTemplate],
        timeout: Optional[float] = None,
    ) -> DltStored:
        """Store consent templates. Each is stored in place of the one that is on file already; what is the
        same stays as it is. They are the wording by which operators ask for consents. In force for the next
        message, in live and in sandbox.
        `PUT /v1/dlt/consent_templates`"""
        return self._transport.call(
            "PUT",
            "/v1/dlt/consent_templates",
            body={
                "entries": entries,
            },
            timeout=timeout,
        )

    def remove_entry(
        self,
        entry_id: str,
        *,
        timeout: Optional[float] = None,
    ) -> None:
        """Remove a registration. Takes a registration off the file. With an entity goes all that is registered
        under it; nothing changes at the operator.
        `DELETE /v1/dlt/entries/{entry_id}`"""
        self._transport.call(
            "DELETE",
            f"/v1/dlt/entries/{segment(entry_id)}",
            timeout=timeout,
        )


class ComplianceResource:
    """Calls of ``client.compliance``."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def check(
        self,
        *,
        to: str,
        class_: TrafficClass,
        channel: Optional[Channel] = None,
        from_: Optional[str] = None,
        content: Optional[CheckComplianceRequestContent] = None,
        send_at: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> ComplianceAnswer:
        """Ask whether a message may be sent. Answers "may I send this, to this number, now?" by the very rules
        that will judge the message, and sends nothing: `decided_by` is the rule that stands against it,
        with its source; `law` are the rules of the country in force for such a message, with who says so
        and how sure that is. Leave out the sender or the content, and rules about them are not asked.
        `POST /v1/compliance/check`"""
        return self._transport.call(
            "POST",
            "/v1/compliance/check",
            body={
                "to": to,
                "class": class_,
                "channel": channel,
                "from": from_,
                "content": content,
                "send_at": send_at,
            },
            timeout=timeout,
        )

    def list_packs(
        self,
        *,
        timeout: Optional[float] = None,
    ) -> PackList:
        """List the packs of country rules. One for each country whose rules are known, by code: its version,
        when it was last compared with its sources, how many rules are not settled, and whether marketing
        goes there now.
        `GET /v1/compliance/packs`"""
        return self._transport.call(
            "GET",
            "/v1/compliance/packs",
            timeout=timeout,
        )

    def read_pack(
        self,
        country: str,
        *,
        timeout: Optional[float] = None,
    ) -> PackView:
        """Read the rules of a country. Every rule with its dates, its readings side by side with their
        sources, how sure it is, and which reading counts for the workspace. A country without a pack
        answers 404.
        `GET /v1/compliance/packs/{country}`"""
        return self._transport.call(
            "GET",
            f"/v1/compliance/packs/{segment(country)}",
            timeout=timeout,
        )

    def answer_rule(
        self,
        rule: str,
        *,
        note: str,
        reading: Optional[Optional[str]] = None,
        exceptions: Optional[List[str]] = None,
        version: Optional[int] = None,
        timeout: Optional[float] = None,
    ) -> LegalRuleView:
        """Say how you read a rule. Where a rule is not confirmed, a workspace chooses the reading it goes by,
        or says with `none` that it does not hold; of a rule with lists of words it names phrases that it
        found harmless. Takes the place of what was said before, in live and in sandbox, and is kept in the
        audit log with its note.
        `PUT /v1/compliance/answers/{rule}`"""
        return self._transport.call(
            "PUT",
            f"/v1/compliance/answers/{segment(rule)}",
            body={
                "note": note,
                "reading": reading,
                "exceptions": exceptions,
                "version": version,
            },
            timeout=timeout,
        )

    def remove_rule_answer(
        self,
        rule: str,
        *,
        timeout: Optional[float] = None,
    ) -> None:
        """Take an answer back. The rule holds as its pack says again.
        `DELETE /v1/compliance/answers/{rule}`"""
        self._transport.call(
            "DELETE",
            f"/v1/compliance/answers/{segment(rule)}",
            timeout=timeout,
        )

    def list_registries(
        self,
        *,
        timeout: Optional[float] = None,
    ) -> RegistryList:
        """List the registries. The public registries that marketing is checked against before it goes, such as
        IYS in Türkiye or a list of numbers that want no marketing (DNC, DND), with what each was asked for
        today. Secrets are never shown.
        `GET /v1/compliance/registries`"""
        return self._transport.call(
            "GET",
            "/v1/compliance/registries",
            timeout=timeout,
        )

    def set_registry(
        self,
        key: str,
        *,
        name: str,
        enabled: bool,
        meaning: RegistryMeaning,
        service: RegistryService,
        version: Optional[int] = None,
        country: Optional[Optional[str]] = None,
        channels: Optional[List[Channel]] = None,
        unanswered: Optional[RegistrySilence] = None,
        secret: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> RegistryView:
        """Set a registry. Sets a registry as a whole; a `secret` that is left out stays. Marketing of live to
        its country and channels is asked for before it is decided, unless an answer still holds or another
        rule stops or holds the message. Without an answer a message never goes: it is held and asks again,
        or is stopped, as `unanswered` says. Codes and transactional messages are never asked for. Needs a
        key of live.
        `PUT /v1/compliance/registries/{key}`"""
        return self._transport.call(
            "PUT",
            f"/v1/compliance/registries/{segment(key)}",
            body={
                "name": name,
                "enabled": enabled,
                "meaning": meaning,
                "service": service,
                "version": version,
                "country": country,
                "channels": channels,
                "unanswered": unanswered,
                "secret": secret,
            },
            timeout=timeout,
        )

    def remove_registry(
        self,
        key: str,
        *,
        timeout: Optional[float] = None,
    ) -> None:
        """Remove a registry. Marketing is checked against it no more, and what it said is forgotten. Needs a
        key of live.
        `DELETE /v1/compliance/registries/{key}`"""
        self._transport.call(
            "DELETE",
            f"/v1/compliance/registries/{segment(key)}",
            timeout=timeout,
        )

    def ask_registry(
        self,
        key: str,
        *,
        address: str,
        dry_run: Optional[bool] = None,
        timeout: Optional[float] = None,
    ) -> AskRegistryResult:
        """Ask a registry. Asks a registry for one address now. By default nothing is asked (`dry_run`): the
        answer that still holds is told, and what asking would cost. To ask needs a key of live.
        `POST /v1/compliance/registries/{key}/ask`"""
        return self._transport.call(
            "POST",
            f"/v1/compliance/registries/{segment(key)}/ask",
            body={
                "address": address,
                "dry_run": dry_run,
            },
            timeout=timeout,
        )


class SendersResource:
    """Calls of ``client.senders``."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list(
        self,
        *,
        country: Optional[str] = None,
        status: Optional[SenderStatus] = None,
        timeout: Optional[float] = None,
    ) -> SenderList:
        """List the senders. The senders on file by country, the same in live and in sandbox: how each stands,
        when it expires or falls idle, and how phones will show it. Headers of India stand among them and
        are changed on its ledgers. `duties` are the countries whose law asks for registered senders today.
        `GET /v1/senders`"""
        return self._transport.call(
            "GET",
            "/v1/senders",
            query={
                "country": country,
                "status": status,
            },
            timeout=timeout,
        )

    def add(
        self,
        *,
        sender: str,
        channel: Optional[Channel] = None,
        country: Optional[str] = None,
        network: Optional[Optional[str]] = None,
        class_: Optional[Optional[TrafficClass]] = None,
        kind: Optional[Literal["alphanumeric", "long_number", "short_code", "toll_free", "mailbox"]] = None,
        status: Optional[SenderStatus] = None,
        reference: Optional[Optional[str]] = None,
        registered_on: Optional[Optional[str]] = None,
        expires_on: Optional[Optional[str]] = None,
        affix: Optional[Optional[SenderAffix]] = None,
        documents: Optional[List[SenderDocument]] = None,
        notes: Optional[str] = None,
        version: Optional[int] = None,
        timeout: Optional[float] = None,
    ) -> SenderView:
        """Put a sender on file. Says how a sender stands in a country, at an operator and for a class. From
        the first sender of a country on, its law is held to: where unregistered senders are blocked, a
        message that names one is stopped (`policy.sender_not_allowed`). Nothing changes at the operator.
        `POST /v1/senders`"""
        return self._transport.call(
            "POST",
            "/v1/senders",
            body={
                "sender": sender,
                "channel": channel,
                "country": country,
                "network": network,
                "class": class_,
                "kind": kind,
                "status": status,
                "reference": reference,
                "registered_on": registered_on,
                "expires_on": expires_on,
                "affix": affix,
                "documents": documents,
                "notes": notes,
                "version": version,
            },
            timeout=timeout,
        )

    def read_shown(
        self,
        *,
        country: str,
        class_: Optional[TrafficClass] = None,
        from_: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> ShownSenderView:
        """See a sender as phones show it. What a phone in a country will show for a sender: as it is, with
        what operators add, replaced by a number, or marked as not registered; and what operators add to the
        end of the text.
        `GET /v1/senders/shown`"""
        return self._transport.call(
            "GET",
            "/v1/senders/shown",
            query={
                "country": country,
                "class": class_,
                "from": from_,
            },
            timeout=timeout,
        )

    def set(
        self,
        sender_id: str,
        *,
        sender: str,
        channel: Optional[Channel] = None,
        country: Optional[str] = None,
        network: Optional[Optional[str]] = None,
        class_: Optional[Optional[TrafficClass]] = None,
        kind: Optional[Literal["alphanumeric", "long_number", "short_code", "toll_free", "mailbox"]] = None,
        status: Optional[SenderStatus] = None,
        reference: Optional[Optional[str]] = None,
        registered_on: Optional[Optional[str]] = None,
        expires_on: Optional[Optional[str]] = None,
        affix: Optional[Optional[SenderAffix]] = None,
        documents: Optional[List[SenderDocument]] = None,
        notes: Optional[str] = None,
        version: Optional[int] = None,
        timeout: Optional[float] = None,
    ) -> SenderView:
        """Change a sender. Takes the place of all that was on file; what is left out takes its default.
        `PUT /v1/senders/{sender_id}`"""
        return self._transport.call(
            "PUT",
            f"/v1/senders/{segment(sender_id)}",
            body={
                "sender": sender,
                "channel": channel,
                "country": country,
                "network": network,
                "class": class_,
                "kind": kind,
                "status": status,
                "reference": reference,
                "registered_on": registered_on,
                "expires_on": expires_on,
                "affix": affix,
                "documents": documents,
                "notes": notes,
                "version": version,
            },
            timeout=timeout,
        )

    def remove(
        self,
        sender_id: str,
        *,
        timeout: Optional[float] = None,
    ) -> None:
        """Remove a sender. Takes a sender off the file; nothing changes at the operator.
        `DELETE /v1/senders/{sender_id}`"""
        self._transport.call(
            "DELETE",
            f"/v1/senders/{segment(sender_id)}",
            timeout=timeout,
        )


class PricesResource:
    """Calls of ``client.prices``."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def import_list(
        self,
        *,
        csv: str,
        file_name: Optional[str] = None,
        route_id: Optional[Optional[str]] = None,
        currency: Optional[Optional[str]] = None,
        whole_list: Optional[bool] = None,
        dry_run: Optional[bool] = None,
        skip_faulty: Optional[bool] = None,
        timeout: Optional[float] = None,
    ) -> ImportPricesResult:
        """Bring in a price list. Reads a CSV file as suppliers give it: columns such as `route`, `country`,
        `network` (MCC and MNC), `prefix`, `price`, `currency`, `valid_from` and `valid_until` are
        recognised by their names, whatever their order. By default nothing is changed (`dry_run`): the
        answer says what is new, dearer, cheaper, ended or unchanged, which columns are not known and what
        is wrong with which row. Applied, all of it is in force for the next decision, or from the day a row
        says; days are UTC, and a price holds to the end of its last day. A row without a price ends the one
        in force. Where a message goes to counts by network first, then by the longest prefix, the country,
        and everywhere; a route without a listed price costs what the route itself says.
        `POST /v1/prices/imports`"""
        return self._transport.call(
            "POST",
            "/v1/prices/imports",
            body={
                "csv": csv,
                "file_name": file_name,
                "route_id": route_id,
                "currency": currency,
                "whole_list": whole_list,
                "dry_run": dry_run,
                "skip_faulty": skip_faulty,
            },
            timeout=timeout,
        )

    def list(
        self,
        *,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        route_id: Optional[str] = None,
        country: Optional[str] = None,
        state: Optional[Literal["current", "all"]] = None,
        timeout: Optional[float] = None,
    ) -> Pages[PriceView]:
        """List prices. The prices of the lists that were brought in, the newest first, each with the span of
        time it holds and what it is in the currency of the workspace by the rate of today. Give
        `next_cursor` of one page as `cursor` of the next.
        `GET /v1/prices`"""
        return self._transport.pages(
            "GET",
            "/v1/prices",
            query={
                "limit": limit,
                "cursor": cursor,
                "route_id": route_id,
                "country": country,
                "state": state,
            },
            timeout=timeout,
        )

    def list_changes(
        self,
        *,
        timeout: Optional[float] = None,
    ) -> PriceChangeList:
        """List changes of prices. The newest hundred price lists that were applied or taken back: who, when,
        by which file, and what it changed.
        `GET /v1/prices/changes`"""
        return self._transport.call(
            "GET",
            "/v1/prices/changes",
            timeout=timeout,
        )

    def undo_change(
        self,
        id: str,
        *,
        timeout: Optional[float] = None,
    ) -> PricesUndone:
        """Take a price list back. What the list took away holds again and what it brought is gone, in force
        for the next decision. Decisions that were made by its prices keep them in their records. `conflict`
        when a later list touched the same prices: take that one back first.
        `POST /v1/prices/changes/{id}/undo`"""
        return self._transport.call(
            "POST",
            f"/v1/prices/changes/{segment(id)}/undo",
            timeout=timeout,
        )

    def list_exchange_rates(
        self,
        *,
        timeout: Optional[float] = None,
    ) -> ExchangeRateList:
        """List exchange rates. What one unit of each currency is worth in the currency of the workspace, from
        which day on, and the currencies of routes and prices that have no rate: their costs cannot be
        compared with others. Live and sandbox share them.
        `GET /v1/exchange-rates`"""
        return self._transport.call(
            "GET",
            "/v1/exchange-rates",
            timeout=timeout,
        )

    def set_exchange_rates(
        self,
        *,
        rates: List[ExchangeRate],
        timeout: Optional[float] = None,
    ) -> ExchangeRateList:
        """Set exchange rates. Sets rates into the currency of the workspace, each from a day (UTC) until the
        next one. A rate of the same currency and day takes the place of the earlier one; others stay.
        `PUT /v1/exchange-rates`"""
        return self._transport.call(
            "PUT",
            "/v1/exchange-rates",
            body={
                "rates": rates,
            },
            timeout=timeout,
        )

    def remove_exchange_rate(
        self,
        rate: str,
        *,
        timeout: Optional[float] = None,
    ) -> ExchangeRateList:
        """Take an exchange rate away. The rate of an earlier day counts again, if there is one.
        `DELETE /v1/exchange-rates/{rate}`"""
        return self._transport.call(
            "DELETE",
            f"/v1/exchange-rates/{segment(rate)}",
            timeout=timeout,
        )


class NetworksResource:
    """Calls of ``client.networks``."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def get_number_lookup(
        self,
        *,
        timeout: Optional[float] = None,
    ) -> LookupView:
        """Read how numbers are looked up. The service that knows the networks of numbers (MNP or HLR), the
        rules that say which numbers are looked up before a text goes to them, and what was asked for and
        paid in the last thirty days. The secret is never shown.
        `GET /v1/networks/lookup`"""
        return self._transport.call(
            "GET",
            "/v1/networks/lookup",
            timeout=timeout,
        )

    def set_number_lookup(
        self,
        *,
        enabled: bool,
        service: LookupService,
        version: Optional[int] = None,
        secret: Optional[str] = None,
        rules: Optional[List[LookupRule]] = None,
        timeout: Optional[float] = None,
    ) -> LookupView:
        """Set how numbers are looked up. Sets the service and the rules as a whole; a `secret` that is left
        out stays. Without a rule no number is looked up by itself. Where one says so, the number of a text
        of live is asked for before the text is decided, unless it is known or policy stops the text; a text
        waits no longer than `waits_ms` of its class and then goes by the range of its number. Needs a key
        of live.
        `PUT /v1/networks/lookup`"""
        return self._transport.call(
            "PUT",
            "/v1/networks/lookup",
            body={
                "enabled": enabled,
                "service": service,
                "version": version,
                "secret": secret,
                "rules": rules,
            },
            timeout=timeout,
        )

    def look_up_numbers(
        self,
        *,
        numbers: List[str],
        dry_run: Optional[bool] = None,
        timeout: Optional[float] = None,
    ) -> LookUpNumbersResult:
        """Look numbers up. Tells the networks of numbers and whether their phones can be reached. By default
        nothing is asked (`dry_run`): what is known is told, and what asking for the rest would cost.
        `not_found` where no service is switched on; to ask needs a key of live.
        `POST /v1/networks/lookups`"""
        return self._transport.call(
            "POST",
            "/v1/networks/lookups",
            body={
                "numbers": numbers,
                "dry_run": dry_run,
            },
            timeout=timeout,
        )

    def list(
        self,
        *,
        limit: Optional[int] = None,
        after: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> NetworkPrefixPage:
        """List ranges of numbers. Which range of numbers belongs to which network, by prefix. Give
        `next_after` of one page as `after` of the next. Live and sandbox share them; `sample` marks
        examples that came with the installation.
        `GET /v1/networks`"""
        return self._transport.call(
            "GET",
            "/v1/networks",
            query={
                "limit": limit,
                "after": after,
            },
            timeout=timeout,
        )

    def import_table(
        self,
        *,
        csv: str,
        file_name: Optional[str] = None,
        whole_table: Optional[bool] = None,
        dry_run: Optional[bool] = None,
        skip_faulty: Optional[bool] = None,
        timeout: Optional[float] = None,
    ) -> ImportNetworksResult:
        """Bring in ranges of numbers. Reads a CSV file with the columns `prefix`, `network` (MCC and MNC, or
        one column for each), `country` and `name`. The network of a number is that of the longest prefix it
        begins with: prices of networks go by it, and each decision names it. Of a number that was ported a
        receipt or the lookup service names another, which wins. By default nothing is changed (`dry_run`).
        `POST /v1/networks/imports`"""
        return self._transport.call(
            "POST",
            "/v1/networks/imports",
            body={
                "csv": csv,
                "file_name": file_name,
                "whole_table": whole_table,
                "dry_run": dry_run,
                "skip_faulty": skip_faulty,
            },
            timeout=timeout,
        )


class RequestsResource:
    """Calls of ``client.requests``."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list(
        self,
        *,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        outcome: Optional[RequestOutcome] = None,
        error: Optional[Literal["request_invalid", "json_invalid", "unauthenticated", "forbidden", "second_factor_required", "not_found", "method_not_allowed", "idempotency_in_progress", "client_ref_taken", "not_cancelable", "conflict", "workspace_changed", "payload_too_large", "media_type_unsupported", "idempotency_mismatch", "rate_limited", "queue_overflow", "internal", "overloaded"]] = None,
        operation: Optional[str] = None,
        api_key: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> Pages[RequestView]:
        """List calls of this API. Newest first, for seven days. Addresses and texts are masked and secrets
        dropped before a call is kept. Of each workspace, 20 successes and 100 refusals a second are kept by
        each process of the api; `not_kept_before` counts what came beyond. A call without a key that works
        belongs to nobody and is not kept.
        `GET /v1/requests`"""
        return self._transport.pages(
            "GET",
            "/v1/requests",
            query={
                "limit": limit,
                "cursor": cursor,
                "outcome": outcome,
                "error": error,
                "operation": operation,
                "api_key": api_key,
            },
            timeout=timeout,
        )

    def get(
        self,
        id: str,
        *,
        timeout: Optional[float] = None,
    ) -> RequestView:
        """Read a call of this API. By the id every answer carries in `X-Request-Id`: what was asked and what
        was answered, masked. A call can be read about a second after its answer.
        `GET /v1/requests/{id}`"""
        return self._transport.call(
            "GET",
            f"/v1/requests/{segment(id)}",
            timeout=timeout,
        )


class WorkspaceResource:
    """Calls of ``client.workspace``."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def read(
        self,
        *,
        timeout: Optional[float] = None,
    ) -> WorkspaceView:
        """Read the workspace of the key. Its settings hold in live and in sandbox.
        `GET /v1/workspace`"""
        return self._transport.call(
            "GET",
            "/v1/workspace",
            timeout=timeout,
        )

    def change(
        self,
        *,
        name: Optional[str] = None,
        home_region: Optional[str] = None,
        default_currency: Optional[str] = None,
        time_zone: Optional[str] = None,
        default_language: Optional[str] = None,
        second_person_for: Optional[List[Literal["templates", "erasures", "senders", "packs", "exports", "reveals"]]] = None,
        links: Optional[Literal["any", "warn", "refuse"]] = None,
        link_domains: Optional[List[str]] = None,
        timeout: Optional[float] = None,
    ) -> WorkspaceView:
        """Change the workspace of the key. What is left out stays as it is. The time zone is the one the
        console shows times and days in, and the one in which mail, which has no country, keeps the opening
        hours of `default`. The default currency is that of a `max_price` that names none.
        `PATCH /v1/workspace`"""
        return self._transport.call(
            "PATCH",
            "/v1/workspace",
            body={
                "name": name,
                "home_region": home_region,
                "default_currency": default_currency,
                "time_zone": time_zone,
                "default_language": default_language,
                "second_person_for": second_person_for,
                "links": links,
                "link_domains": link_domains,
            },
            timeout=timeout,
        )


class Resources:
    """Every resource of the api."""

    def __init__(self, transport: Transport) -> None:
        self.messages = MessagesResource(transport)
        self.templates = TemplatesResource(transport)
        self.verifications = VerificationsResource(transport)
        self.fraud = FraudResource(transport)
        self.routing = RoutingResource(transport)
        self.suppressions = SuppressionsResource(transport)
        self.caps = CapsResource(transport)
        self.consents = ConsentsResource(transport)
        self.topics = TopicsResource(transport)
        self.lists = ListsResource(transport)
        self.imports = ImportsResource(transport)
        self.people = PeopleResource(transport)
        self.inbound = InboundResource(transport)
        self.webhooks = WebhooksResource(transport)
        self.audit = AuditResource(transport)
        self.countries = CountriesResource(transport)
        self.dlt = DltResource(transport)
        self.compliance = ComplianceResource(transport)
        self.senders = SendersResource(transport)
        self.prices = PricesResource(transport)
        self.networks = NetworksResource(transport)
        self.requests = RequestsResource(transport)
        self.workspace = WorkspaceResource(transport)
