"""The shapes of requests and answers.

Answers are dictionaries as they came; fields and words this version does not know are kept.

Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.
"""

from typing import Any, Dict, List, Literal, Optional, TypedDict, Union

Assurance = Literal["restricted", "address_only"]

BlockRule = Literal["near", "wide"]

BlockEvidence = TypedDict(
    "BlockEvidence",
    {
        "rule": Union[BlockRule, str],
        "sent": int,
        "converted": int,
        "limit_sent": int,
        "limit_percent": int,
        "since": str,
        "until": str,
    },
)

BlockThreshold = TypedDict(
    "BlockThreshold",
    {
        "sent": int,
        "percent": int,
    },
)

SpendLimit = TypedDict(
    "SpendLimit",
    {
        "amount_micros": int,
        "currency": str,
    },
)

_CountryFraudRulesNeeded = TypedDict(
    "_CountryFraudRulesNeeded",
    {
        "near": BlockThreshold,
        "wide": BlockThreshold,
        "block_hours": int,
    },
)
_CountryFraudRulesFree = TypedDict(
    "_CountryFraudRulesFree",
    {
        "spend_per_hour": Optional[SpendLimit],
        "spend_per_day": Optional[SpendLimit],
    },
    total=False,
)


class CountryFraudRules(_CountryFraudRulesNeeded, _CountryFraudRulesFree):
    pass



FraudRulesViewAllCodes = TypedDict(
    "FraudRulesViewAllCodes",
    {
        "codes_per_minute": int,
        "spend_per_hour": Optional[SpendLimit],
        "spend_per_day": Optional[SpendLimit],
    },
)

_OwnCountryRulesNeeded = TypedDict(
    "_OwnCountryRulesNeeded",
    {
        "country": str,
    },
)
_OwnCountryRulesFree = TypedDict(
    "_OwnCountryRulesFree",
    {
        "near": Optional[BlockThreshold],
        "wide": Optional[BlockThreshold],
        "block_hours": Optional[int],
        "spend_per_hour": Optional[SpendLimit],
        "spend_per_day": Optional[SpendLimit],
    },
    total=False,
)


class OwnCountryRules(_OwnCountryRulesNeeded, _OwnCountryRulesFree):
    pass



FraudRulesView = TypedDict(
    "FraudRulesView",
    {
        "all_codes": FraudRulesViewAllCodes,
        "each_country": CountryFraudRules,
        "countries": List[OwnCountryRules],
        "version": int,
        "updated_at": Optional[str],
    },
)

PrefixAction = Literal["block", "allow"]

_AddPrefixRequestNeeded = TypedDict(
    "_AddPrefixRequestNeeded",
    {
        "prefix": str,
        "action": PrefixAction,
        "reason": str,
    },
)
_AddPrefixRequestFree = TypedDict(
    "_AddPrefixRequestFree",
    {
        "expires_in_hours": Optional[int],
    },
    total=False,
)


class AddPrefixRequest(_AddPrefixRequestNeeded, _AddPrefixRequestFree):
    pass



NetworkPrefixView = TypedDict(
    "NetworkPrefixView",
    {
        "prefix": str,
        "network": str,
        "country": str,
        "name": str,
        "sample": bool,
    },
)

NetworkPrefixPage = TypedDict(
    "NetworkPrefixPage",
    {
        "total": int,
        "data": List[NetworkPrefixView],
        "next_after": Optional[str],
    },
)

ImportNetworksResultColumns = TypedDict(
    "ImportNetworksResultColumns",
    {
        "column": str,
        "field": Optional[str],
    },
)

ImportNetworksResultFaults = TypedDict(
    "ImportNetworksResultFaults",
    {
        "line": int,
        "column": str,
        "message": str,
    },
)

ImportNetworksResult = TypedDict(
    "ImportNetworksResult",
    {
        "rows": int,
        "right": int,
        "columns": List[ImportNetworksResultColumns],
        "added": int,
        "changed": int,
        "unchanged": int,
        "removed": int,
        "faults": List[ImportNetworksResultFaults],
        "fault_count": int,
        "error_csv": Optional[str],
        "stored": bool,
    },
)

_ImportNetworksRequestNeeded = TypedDict(
    "_ImportNetworksRequestNeeded",
    {
        "csv": str,
    },
)
_ImportNetworksRequestFree = TypedDict(
    "_ImportNetworksRequestFree",
    {
        "file_name": str,
        "whole_table": bool,
        "dry_run": bool,
        "skip_faulty": bool,
    },
    total=False,
)


class ImportNetworksRequest(_ImportNetworksRequestNeeded, _ImportNetworksRequestFree):
    pass



LookupOutcome = Literal["known", "to_ask", "asked", "no_answer", "over_limit"]

NetworkSource = Literal["prefix", "receipt", "lookup", "cache"]

LookedUpNumberNetwork = TypedDict(
    "LookedUpNumberNetwork",
    {
        "code": str,
        "name": str,
        "source": Union[NetworkSource, str],
    },
)

Reach = Literal["reachable", "absent", "unknown"]

LookedUpNumber = TypedDict(
    "LookedUpNumber",
    {
        "number": str,
        "country": Optional[str],
        "outcome": Union[LookupOutcome, str],
        "network": Optional[LookedUpNumberNetwork],
        "reach": Optional[Union[Reach, str]],
    },
)

_LookUpNumbersRequestNeeded = TypedDict(
    "_LookUpNumbersRequestNeeded",
    {
        "numbers": List[str],
    },
)
_LookUpNumbersRequestFree = TypedDict(
    "_LookUpNumbersRequestFree",
    {
        "dry_run": bool,
    },
    total=False,
)


class LookUpNumbersRequest(_LookUpNumbersRequestNeeded, _LookUpNumbersRequestFree):
    pass



LookUpNumbersResult = TypedDict(
    "LookUpNumbersResult",
    {
        "data": List[LookedUpNumber],
        "asked": int,
        "cost_micros": int,
        "currency": str,
        "dry_run": bool,
    },
)

LookupDay = TypedDict(
    "LookupDay",
    {
        "day": str,
        "currency": str,
        "asked": int,
        "answered": int,
        "spent_micros": int,
    },
)

TrafficClass = Literal["otp", "transactional", "marketing"]

ReachChoice = Literal["send", "stop"]

_LookupRuleNeeded = TypedDict(
    "_LookupRuleNeeded",
    {
        "class": TrafficClass,
        "look_up": bool,
    },
)
_LookupRuleFree = TypedDict(
    "_LookupRuleFree",
    {
        "country": Optional[str],
        "absent": ReachChoice,
        "unknown": ReachChoice,
    },
    total=False,
)


class LookupRule(_LookupRuleNeeded, _LookupRuleFree):
    pass



_LookupServiceNeeded = TypedDict(
    "_LookupServiceNeeded",
    {
        "url": str,
        "price_micros": int,
        "currency": str,
    },
)
_LookupServiceFree = TypedDict(
    "_LookupServiceFree",
    {
        "body": Optional[Dict[str, Any]],
        "max_numbers": int,
        "auth": Literal["none", "bearer", "basic", "header"],
        "auth_user": str,
        "auth_header": str,
        "results_pointer": str,
        "number_pointer": str,
        "network_pointer": str,
        "mnc_pointer": str,
        "state_pointer": str,
        "reachable_words": List[str],
        "absent_words": List[str],
        "unknown_words": List[str],
        "timeout_ms": int,
        "daily_numbers": int,
        "daily_micros": Optional[int],
        "network_days": int,
        "reach_minutes": int,
    },
    total=False,
)


class LookupService(_LookupServiceNeeded, _LookupServiceFree):
    pass



LookupView = TypedDict(
    "LookupView",
    {
        "version": int,
        "enabled": bool,
        "service": Optional[LookupService],
        "secret_stored": bool,
        "rules": List[LookupRule],
        "waits_ms": Dict[str, int],
        "days": List[LookupDay],
    },
)

_AskRegistryRequestNeeded = TypedDict(
    "_AskRegistryRequestNeeded",
    {
        "address": str,
    },
)
_AskRegistryRequestFree = TypedDict(
    "_AskRegistryRequestFree",
    {
        "dry_run": bool,
    },
    total=False,
)


class AskRegistryRequest(_AskRegistryRequestNeeded, _AskRegistryRequestFree):
    pass



RegistryOutcome = Literal["known", "to_ask", "asked", "no_answer", "over_limit"]

AskRegistryResult = TypedDict(
    "AskRegistryResult",
    {
        "address": str,
        "outcome": Union[RegistryOutcome, str],
        "listed": Optional[bool],
        "allows": Optional[bool],
        "asked_at": Optional[str],
        "valid_until": Optional[str],
        "cost_micros": int,
        "currency": str,
        "dry_run": bool,
    },
)

CalendarUnit = Literal["day", "week", "month"]

Channel = Literal["sms", "email", "voice"]

CapScopeMetadata = TypedDict(
    "CapScopeMetadata",
    {
        "key": str,
        "value": str,
    },
)

CapScope = TypedDict(
    "CapScope",
    {
        "templates": List[str],
        "metadata": Optional[CapScopeMetadata],
    },
    total=False,
)

OverCap = Literal["drop", "defer"]

_CapViewNeeded = TypedDict(
    "_CapViewNeeded",
    {
        "id": str,
        "name": str,
        "version": int,
        "updated_at": str,
    },
)
_CapViewFree = TypedDict(
    "_CapViewFree",
    {
        "enabled": bool,
        "channels": Optional[List[Union[Channel, str]]],
        "classes": List[Union[TrafficClass, str]],
        "also_counts": List[Union[TrafficClass, str]],
        "scope": CapScope,
        "limit": Optional[int],
        "rolling_seconds": Optional[int],
        "calendar": Optional[Union[CalendarUnit, str]],
        "min_gap_seconds": Optional[int],
        "kept": int,
        "kept_for": CapScope,
        "over_limit": Union[OverCap, str],
    },
    total=False,
)


class CapView(_CapViewNeeded, _CapViewFree):
    pass



LegalCapView = TypedDict(
    "LegalCapView",
    {
        "rule": str,
        "country": str,
        "channels": List[str],
        "classes": List[Union[TrafficClass, str]],
        "limit": int,
        "rolling_seconds": int,
        "identical": bool,
        "confidence": Union[Literal["confirmed", "reported", "disputed", "unverified"], str],
        "sources": List[str],
    },
)

CapList = TypedDict(
    "CapList",
    {
        "data": List[CapView],
        "legal": List[LegalCapView],
    },
)

CapPreview = TypedDict(
    "CapPreview",
    {
        "from": str,
        "to": str,
        "counted": int,
        "people": int,
        "over": int,
        "people_over": int,
        "complete": bool,
    },
)

_SaveCapNeeded = TypedDict(
    "_SaveCapNeeded",
    {
        "name": str,
    },
)
_SaveCapFree = TypedDict(
    "_SaveCapFree",
    {
        "enabled": bool,
        "channels": Optional[List[Channel]],
        "classes": List[TrafficClass],
        "also_counts": List[TrafficClass],
        "scope": CapScope,
        "limit": Optional[int],
        "rolling_seconds": Optional[int],
        "calendar": Optional[CalendarUnit],
        "min_gap_seconds": Optional[int],
        "kept": int,
        "kept_for": CapScope,
        "over_limit": OverCap,
    },
    total=False,
)


class SaveCap(_SaveCapNeeded, _SaveCapFree):
    pass



RegistryMeaning = Literal["blocks", "permits"]

RegistrySilence = Literal["hold", "stop"]

_RegistryServiceNeeded = TypedDict(
    "_RegistryServiceNeeded",
    {
        "url": str,
        "price_micros": int,
        "currency": str,
    },
)
_RegistryServiceFree = TypedDict(
    "_RegistryServiceFree",
    {
        "body": Optional[Dict[str, Any]],
        "max_numbers": int,
        "auth": Literal["none", "bearer", "basic", "header"],
        "auth_user": str,
        "auth_header": str,
        "results_pointer": str,
        "number_pointer": str,
        "listed_pointer": str,
        "listed_words": List[str],
        "unlisted_words": List[str],
        "only_listed": bool,
        "timeout_ms": int,
        "daily_numbers": int,
        "daily_micros": Optional[int],
        "valid_hours": int,
    },
    total=False,
)


class RegistryService(_RegistryServiceNeeded, _RegistryServiceFree):
    pass



RegistryView = TypedDict(
    "RegistryView",
    {
        "key": str,
        "version": int,
        "name": str,
        "enabled": bool,
        "country": Optional[str],
        "channels": List[Union[Channel, str]],
        "meaning": Union[RegistryMeaning, str],
        "unanswered": Union[RegistrySilence, str],
        "service": RegistryService,
        "secret_stored": bool,
        "asked_today": int,
        "spent_today_micros": int,
    },
)

RegistryList = TypedDict(
    "RegistryList",
    {
        "data": List[RegistryView],
        "waits_ms": int,
    },
)

_SetRegistryRequestNeeded = TypedDict(
    "_SetRegistryRequestNeeded",
    {
        "name": str,
        "enabled": bool,
        "meaning": RegistryMeaning,
        "service": RegistryService,
    },
)
_SetRegistryRequestFree = TypedDict(
    "_SetRegistryRequestFree",
    {
        "version": int,
        "country": Optional[str],
        "channels": List[Channel],
        "unanswered": RegistrySilence,
        "secret": str,
    },
    total=False,
)


class SetRegistryRequest(_SetRegistryRequestNeeded, _SetRegistryRequestFree):
    pass



SenderAffix = TypedDict(
    "SenderAffix",
    {
        "at": Literal["start", "end"],
        "text": str,
    },
)

SenderDocumentKind = Literal["authorisation", "registration", "trademark", "identity", "other"]

_SenderDocumentNeeded = TypedDict(
    "_SenderDocumentNeeded",
    {
        "name": str,
        "kind": SenderDocumentKind,
    },
)
_SenderDocumentFree = TypedDict(
    "_SenderDocumentFree",
    {
        "reference": Optional[str],
        "notes": str,
    },
    total=False,
)


class SenderDocument(_SenderDocumentNeeded, _SenderDocumentFree):
    pass



SenderDuty = TypedDict(
    "SenderDuty",
    {
        "country": str,
        "rule": str,
        "unregistered": Union[Literal["blocked", "labelled", "replaced"], str],
        "per_network": bool,
        "idle_days": Optional[int],
        "on_file": int,
        "usable": int,
    },
)

SenderKind = Literal["alphanumeric", "long_number", "short_code", "toll_free", "mailbox", "header"]

SenderStatus = Literal["draft", "submitted", "registered", "rejected", "suspended", "expired"]

SenderLook = Literal["as_is", "affixed", "replaced", "labelled"]

ShownSender = TypedDict(
    "ShownSender",
    {
        "look": Union[SenderLook, str],
        "text": Optional[str],
        "by": Optional[Union[Literal["short_code", "number"], str]],
        "tail": Optional[str],
        "rules": List[str],
    },
)

SenderWarning = TypedDict(
    "SenderWarning",
    {
        "code": Union[Literal["expires", "expired", "idle", "dropped"], str],
        "on": str,
        "days_left": int,
    },
)

SenderView = TypedDict(
    "SenderView",
    {
        "id": str,
        "kept": Union[Literal["registry", "dlt"], str],
        "channel": Union[Channel, str],
        "country": str,
        "network": Optional[str],
        "class": Optional[Union[TrafficClass, str]],
        "sender": str,
        "kind": Union[SenderKind, str],
        "status": Union[SenderStatus, str],
        "usable": bool,
        "reference": Optional[str],
        "registered_on": Optional[str],
        "expires_on": Optional[str],
        "affix": Optional[SenderAffix],
        "documents": List[SenderDocument],
        "notes": str,
        "last_used_on": Optional[str],
        "idle_on": Optional[str],
        "shown": ShownSender,
        "warnings": List[SenderWarning],
        "version": int,
        "updated_at": str,
    },
)

SenderList = TypedDict(
    "SenderList",
    {
        "data": List[SenderView],
        "duties": List[SenderDuty],
    },
)

_SetSenderRequestNeeded = TypedDict(
    "_SetSenderRequestNeeded",
    {
        "sender": str,
    },
)
_SetSenderRequestFree = TypedDict(
    "_SetSenderRequestFree",
    {
        "channel": Channel,
        "country": str,
        "network": Optional[str],
        "class": Optional[TrafficClass],
        "kind": Literal["alphanumeric", "long_number", "short_code", "toll_free", "mailbox"],
        "status": SenderStatus,
        "reference": Optional[str],
        "registered_on": Optional[str],
        "expires_on": Optional[str],
        "affix": Optional[SenderAffix],
        "documents": List[SenderDocument],
        "notes": str,
        "version": int,
    },
    total=False,
)


class SetSenderRequest(_SetSenderRequestNeeded, _SetSenderRequestFree):
    pass



_SignUpPageNeeded = TypedDict(
    "_SignUpPageNeeded",
    {
        "open": bool,
    },
)
_SignUpPageFree = TypedDict(
    "_SignUpPageFree",
    {
        "hourly_limit": int,
    },
    total=False,
)


class SignUpPage(_SignUpPageNeeded, _SignUpPageFree):
    pass



ShownSenderView = TypedDict(
    "ShownSenderView",
    {
        "sender": Optional[str],
        "standing": Optional[Union[Literal["draft", "submitted", "registered", "rejected", "suspended", "expired", "missing"], str]],
        "shown": ShownSender,
    },
)

_SetLookupRequestNeeded = TypedDict(
    "_SetLookupRequestNeeded",
    {
        "enabled": bool,
        "service": LookupService,
    },
)
_SetLookupRequestFree = TypedDict(
    "_SetLookupRequestFree",
    {
        "version": int,
        "secret": str,
        "rules": List[LookupRule],
    },
    total=False,
)


class SetLookupRequest(_SetLookupRequestNeeded, _SetLookupRequestFree):
    pass



QuietSpan = TypedDict(
    "QuietSpan",
    {
        "days": List[int],
        "from": str,
        "to": str,
    },
)

ConsentProof = TypedDict(
    "ConsentProof",
    {
        "ip": str,
        "user_agent": str,
        "form": str,
        "reference": str,
    },
    total=False,
)

_SetPersonHoursRequestNeeded = TypedDict(
    "_SetPersonHoursRequestNeeded",
    {
        "address": str,
        "channel": Channel,
        "quiet": List[QuietSpan],
        "time_zone": str,
        "source": str,
    },
)
_SetPersonHoursRequestFree = TypedDict(
    "_SetPersonHoursRequestFree",
    {
        "proof": ConsentProof,
    },
    total=False,
)


class SetPersonHoursRequest(_SetPersonHoursRequestNeeded, _SetPersonHoursRequestFree):
    pass



SaveTopicRequest = TypedDict(
    "SaveTopicRequest",
    {
        "names": Dict[str, str],
    },
)

TopicView = TypedDict(
    "TopicView",
    {
        "key": str,
        "names": Dict[str, str],
    },
)

TopicsView = TypedDict(
    "TopicsView",
    {
        "data": List[TopicView],
    },
)

QuoteRequestMix = TypedDict(
    "QuoteRequestMix",
    {
        "country": str,
        "count": int,
    },
)

_QuoteRequestNeeded = TypedDict(
    "_QuoteRequestNeeded",
    {
        "class": TrafficClass,
        "text": str,
    },
)
_QuoteRequestFree = TypedDict(
    "_QuoteRequestFree",
    {
        "channel": Literal["sms", "email"],
        "recipients": List[str],
        "mix": List[QuoteRequestMix],
    },
    total=False,
)


class QuoteRequest(_QuoteRequestNeeded, _QuoteRequestFree):
    pass



QuotedRoute = TypedDict(
    "QuotedRoute",
    {
        "route_id": str,
        "route_name": str,
        "share": float,
        "price_micros": int,
        "currency": str,
    },
)

CostInterval = TypedDict(
    "CostInterval",
    {
        "low_micros": int,
        "expected_micros": int,
        "high_micros": int,
    },
)

QuotedCountry = TypedDict(
    "QuotedCountry",
    {
        "country": Optional[str],
        "count": int,
        "per_message": CostInterval,
        "total": CostInterval,
        "routes": List[QuotedRoute],
        "routes_down": bool,
    },
)

QuoteAdvice = TypedDict(
    "QuoteAdvice",
    {
        "instead": Union[Channel, str],
        "country": Optional[str],
        "count": int,
        "saving_micros": int,
    },
)

QuoteExcluded = TypedDict(
    "QuoteExcluded",
    {
        "code": str,
        "text": str,
        "count": int,
    },
)

Quote = TypedDict(
    "Quote",
    {
        "currency": str,
        "recipients": int,
        "priced": int,
        "held": int,
        "parts": int,
        "encoding": Optional[Union[Literal["gsm7", "ucs2"], str]],
        "total": CostInterval,
        "countries": List[QuotedCountry],
        "excluded": List[QuoteExcluded],
        "advice": List[QuoteAdvice],
    },
)

CountryConcentrationSuppliers = TypedDict(
    "CountryConcentrationSuppliers",
    {
        "provider_id": str,
        "provider_name": str,
        "messages": int,
        "share": float,
        "full": bool,
    },
)

CountryConcentration = TypedDict(
    "CountryConcentration",
    {
        "country": str,
        "messages": int,
        "index": int,
        "limit": Optional[float],
        "suppliers": List[CountryConcentrationSuppliers],
    },
)

ConcentrationViewLimits = TypedDict(
    "ConcentrationViewLimits",
    {
        "country": Optional[str],
        "limit": float,
    },
)

ConcentrationView = TypedDict(
    "ConcentrationView",
    {
        "days": int,
        "countries": List[CountryConcentration],
        "limits": List[ConcentrationViewLimits],
    },
)

SetConcentrationLimitRequest = TypedDict(
    "SetConcentrationLimitRequest",
    {
        "country": Optional[str],
        "limit": Optional[float],
    },
    total=False,
)

Money = TypedDict(
    "Money",
    {
        "amount_micros": int,
        "currency": str,
    },
)

_SubstitutionRuleNeeded = TypedDict(
    "_SubstitutionRuleNeeded",
    {
        "key": str,
    },
)
_SubstitutionRuleFree = TypedDict(
    "_SubstitutionRuleFree",
    {
        "enabled": bool,
        "from": Channel,
        "to": Channel,
        "country": Optional[str],
        "class": Optional[TrafficClass],
        "template": Optional[str],
        "above": Optional[Money],
    },
    total=False,
)


class SubstitutionRule(_SubstitutionRuleNeeded, _SubstitutionRuleFree):
    pass



_SetSubstitutionsRequestNeeded = TypedDict(
    "_SetSubstitutionsRequestNeeded",
    {
        "rules": List[SubstitutionRule],
    },
)
_SetSubstitutionsRequestFree = TypedDict(
    "_SetSubstitutionsRequestFree",
    {
        "version": int,
    },
    total=False,
)


class SetSubstitutionsRequest(_SetSubstitutionsRequestNeeded, _SetSubstitutionsRequestFree):
    pass



SubstitutionPreviewSaving = TypedDict(
    "SubstitutionPreviewSaving",
    {
        "currency": str,
        "low_micros": int,
        "expected_micros": int,
        "high_micros": int,
    },
)

SubstitutionPreview = TypedDict(
    "SubstitutionPreview",
    {
        "days": int,
        "sends": int,
        "moved": int,
        "unpriced": int,
        "saving": Optional[SubstitutionPreviewSaving],
        "refused": Optional[Union[Literal["nothing_moved", "too_few_ended", "no_price"], str]],
        "ended": int,
    },
)

SubstitutionSavingSaved = TypedDict(
    "SubstitutionSavingSaved",
    {
        "amount_micros": int,
        "currency": str,
    },
)

SubstitutionSaving = TypedDict(
    "SubstitutionSaving",
    {
        "key": str,
        "moved": int,
        "came_back": int,
        "saved": List[SubstitutionSavingSaved],
    },
)

SubstitutionView = TypedDict(
    "SubstitutionView",
    {
        "version": int,
        "rules": List[SubstitutionRule],
        "currency": str,
        "since": str,
        "savings": List[SubstitutionSaving],
    },
)

ExchangeRate = TypedDict(
    "ExchangeRate",
    {
        "currency": str,
        "from": str,
        "rate": str,
    },
)

ExchangeRateListData = TypedDict(
    "ExchangeRateListData",
    {
        "id": str,
        "currency": str,
        "from": str,
        "rate": str,
        "in_force": bool,
    },
)

ExchangeRateList = TypedDict(
    "ExchangeRateList",
    {
        "base": str,
        "data": List[ExchangeRateListData],
        "missing": List[str],
    },
)

_ImportPricesRequestNeeded = TypedDict(
    "_ImportPricesRequestNeeded",
    {
        "csv": str,
    },
)
_ImportPricesRequestFree = TypedDict(
    "_ImportPricesRequestFree",
    {
        "file_name": str,
        "route_id": Optional[str],
        "currency": Optional[str],
        "whole_list": bool,
        "dry_run": bool,
        "skip_faulty": bool,
    },
    total=False,
)


class ImportPricesRequest(_ImportPricesRequestNeeded, _ImportPricesRequestFree):
    pass



ImportPricesResultColumns = TypedDict(
    "ImportPricesResultColumns",
    {
        "column": str,
        "field": Optional[str],
    },
)

PriceCounts = TypedDict(
    "PriceCounts",
    {
        "new": int,
        "dearer": int,
        "cheaper": int,
        "changed": int,
        "ended": int,
        "unchanged": int,
    },
)

PriceVerdict = Literal["new", "dearer", "cheaper", "changed", "ended", "unchanged"]

PriceLineBefore = TypedDict(
    "PriceLineBefore",
    {
        "price_micros": int,
        "currency": str,
    },
)

PriceLineAfter = TypedDict(
    "PriceLineAfter",
    {
        "price_micros": int,
        "currency": str,
    },
)

PriceLine = TypedDict(
    "PriceLine",
    {
        "line": Optional[int],
        "verdict": Union[PriceVerdict, str],
        "route_id": str,
        "route_name": str,
        "country": str,
        "network": str,
        "prefix": str,
        "before": Optional[PriceLineBefore],
        "after": Optional[PriceLineAfter],
        "change_percent": Optional[float],
        "from": str,
        "until": Optional[str],
    },
)

PriceFault = TypedDict(
    "PriceFault",
    {
        "line": int,
        "column": str,
        "message": str,
    },
)

ImportPricesResult = TypedDict(
    "ImportPricesResult",
    {
        "rows": int,
        "right": int,
        "columns": List[ImportPricesResultColumns],
        "counts": PriceCounts,
        "lines": List[PriceLine],
        "line_count": int,
        "faults": List[PriceFault],
        "fault_count": int,
        "error_csv": Optional[str],
        "change_id": Optional[str],
    },
)

PriceChangeViewActor = TypedDict(
    "PriceChangeViewActor",
    {
        "kind": Union[Literal["user", "key", "system"], str],
        "name": str,
    },
)

PriceChangeView = TypedDict(
    "PriceChangeView",
    {
        "id": str,
        "at": str,
        "actor": PriceChangeViewActor,
        "file_name": str,
        "counts": PriceCounts,
        "undoes": Optional[str],
        "undone_by": Optional[str],
    },
)

PriceChangeList = TypedDict(
    "PriceChangeList",
    {
        "data": List[PriceChangeView],
    },
)

PriceViewRoute = TypedDict(
    "PriceViewRoute",
    {
        "id": str,
        "name": str,
    },
)

PriceViewCompared = TypedDict(
    "PriceViewCompared",
    {
        "price_micros": int,
        "currency": str,
    },
)

PriceView = TypedDict(
    "PriceView",
    {
        "id": str,
        "route": PriceViewRoute,
        "country": str,
        "network": str,
        "prefix": str,
        "price_micros": int,
        "currency": str,
        "from": str,
        "until": Optional[str],
        "state": Union[Literal["in_force", "to_come", "over"], str],
        "compared": Optional[PriceViewCompared],
    },
)

PricesUndone = TypedDict(
    "PricesUndone",
    {
        "change_id": str,
    },
)

SetExchangeRatesRequest = TypedDict(
    "SetExchangeRatesRequest",
    {
        "rates": List[ExchangeRate],
    },
)

PrefixOrigin = Literal["rule", "person"]

Environment = Literal["live", "sandbox"]

PrefixState = Literal["active", "expired", "lifted"]

PrefixView = TypedDict(
    "PrefixView",
    {
        "id": str,
        "prefix": str,
        "action": Union[PrefixAction, str],
        "origin": Union[PrefixOrigin, str],
        "environment": Union[Environment, str],
        "country": Optional[str],
        "reason": str,
        "evidence": Optional[BlockEvidence],
        "state": Union[PrefixState, str],
        "created_at": str,
        "expires_at": Optional[str],
        "lifted_at": Optional[str],
    },
)

SetFraudRulesRequestAllCodes = TypedDict(
    "SetFraudRulesRequestAllCodes",
    {
        "codes_per_minute": int,
        "spend_per_hour": Optional[SpendLimit],
        "spend_per_day": Optional[SpendLimit],
    },
    total=False,
)

SetFraudRulesRequestEachCountry = TypedDict(
    "SetFraudRulesRequestEachCountry",
    {
        "near": BlockThreshold,
        "wide": BlockThreshold,
        "block_hours": int,
        "spend_per_hour": Optional[SpendLimit],
        "spend_per_day": Optional[SpendLimit],
    },
    total=False,
)

SetFraudRulesRequest = TypedDict(
    "SetFraudRulesRequest",
    {
        "all_codes": SetFraudRulesRequestAllCodes,
        "each_country": SetFraudRulesRequestEachCountry,
        "countries": List[OwnCountryRules],
        "version": int,
    },
    total=False,
)

VerificationBlockSpend = TypedDict(
    "VerificationBlockSpend",
    {
        "scope": Union[Literal["workspace", "country"], str],
        "window_seconds": int,
        "limit": SpendLimit,
        "used_micros": int,
    },
)

VerificationBlock = TypedDict(
    "VerificationBlock",
    {
        "rule": Union[Literal["listed", "near", "wide", "spend"], str],
        "prefix": Optional[str],
        "prefix_id": Optional[str],
        "text": str,
        "evidence": Optional[BlockEvidence],
        "spend": Optional[VerificationBlockSpend],
    },
)

_AnswerRuleRequestNeeded = TypedDict(
    "_AnswerRuleRequestNeeded",
    {
        "note": str,
    },
)
_AnswerRuleRequestFree = TypedDict(
    "_AnswerRuleRequestFree",
    {
        "reading": Optional[str],
        "exceptions": List[str],
        "version": int,
    },
    total=False,
)


class AnswerRuleRequest(_AnswerRuleRequestNeeded, _AnswerRuleRequestFree):
    pass



AuditEntryViewActor = TypedDict(
    "AuditEntryViewActor",
    {
        "kind": Union[Literal["user", "key", "system"], str],
        "id": str,
        "name": str,
    },
)

AuditEntryViewObject = TypedDict(
    "AuditEntryViewObject",
    {
        "kind": Union[Literal["user", "invitation", "key", "limit", "provider", "route", "weights", "experiment", "success_model", "webhook", "suppression", "consent", "list", "import", "keyword", "cap", "glossary", "topic", "inbound", "message", "verification", "prefix", "fraud_rules", "workspace", "organisation", "single_sign_on", "country", "sender", "dlt", "rule", "registry", "translation", "prices", "exchange_rates", "networks", "concentration", "substitutions", "template", "person", "approval"], str],
        "id": str,
        "name": str,
    },
)

AuditEntryView = TypedDict(
    "AuditEntryView",
    {
        "id": str,
        "at": str,
        "workspace_id": str,
        "environment": Optional[Union[Environment, str]],
        "actor": AuditEntryViewActor,
        "action": Union[Literal["session.signed_in", "session.sign_in_failed", "session.signed_out", "session.revoked", "account.password_changed", "account.changed", "account.alert_mail_set", "member.joined", "member.role_changed", "member.removed", "invitation.created", "invitation.withdrawn", "key.created", "key.rotated", "key.revoked", "limit.set", "limit.lifted", "provider.created", "provider.changed", "route.created", "route.changed", "route.weight_changed", "route.paused", "route.pause_lifted", "weights.set", "weights.approved", "weights.rejected", "weights.undone", "weights.removed", "weights.ramp_paused", "weights.ramp_resumed", "weights.ramp_finished", "experiment.started", "experiment.stopped", "experiment.adopted", "success_model.switched", "webhook.created", "webhook.changed", "webhook.secret_rotated", "webhook.tested", "webhook.replayed", "webhook.removed", "suppression.added", "suppression.lifted", "consent.recorded", "list.created", "list.changed", "list.member_added", "list.members_imported", "import.created", "import.started", "import.canceled", "import.undo_started", "import.undone", "list.member_confirmed", "keyword.saved", "keyword.removed", "keyword.reply_set", "glossary.term_saved", "glossary.term_removed", "topic.saved", "topic.removed", "inbound.decided", "message.canceled", "message.revealed", "verification.canceled", "prefix.blocked", "prefix.allowed", "prefix.lifted", "fraud_rules.set", "workspace.created", "workspace.changed", "organisation.renamed", "organisation.second_factor_set", "single_sign_on.set", "single_sign_on.removed", "country.set", "country.removed", "sender.set", "sender.removed", "dlt.stored", "dlt.removed", "rule.answered", "rule.answer_removed", "cap.saved", "cap.removed", "registry.set", "registry.removed", "registry.asked", "prices.imported", "prices.undone", "exchange_rates.set", "exchange_rate.removed", "networks.imported", "lookup.set", "numbers.looked_up", "concentration.limit_set", "substitutions.set", "template.created", "template.version_added", "template.submitted", "template.approved", "template.rejected", "template.paused", "template.resumed", "template.drafting_asked", "template.translations_drafted", "template.translation_begun", "template.translation_accepted", "template.translation_rejected", "template.translation_reopened", "translation.set", "approval.asked", "approval.approved", "approval.rejected", "approval.withdrawn", "approval.used", "person.previewed", "person.copied", "person.erasure_asked", "person.erasure_rejected", "person.erased", "person.restricted", "person.restriction_lifted", "person.objected", "person.rectified"], str],
        "object": AuditEntryViewObject,
        "before": Optional[Dict[str, Any]],
        "after": Optional[Dict[str, Any]],
        "address": Optional[str],
        "request_id": str,
        "seq": int,
        "prev_hash": str,
        "hash": str,
    },
)

AuditExportHead = TypedDict(
    "AuditExportHead",
    {
        "seq": int,
        "hash": str,
    },
)

AuditExport = TypedDict(
    "AuditExport",
    {
        "workspace_id": str,
        "rule": str,
        "head": Optional[AuditExportHead],
        "data": List[AuditEntryView],
        "next_after": Optional[int],
    },
)

AuditVerdictHead = TypedDict(
    "AuditVerdictHead",
    {
        "seq": int,
        "hash": str,
    },
)

AuditVerdictBroken = TypedDict(
    "AuditVerdictBroken",
    {
        "seq": int,
        "id": Optional[str],
        "how": Union[Literal["changed", "missing", "moved"], str],
    },
)

AuditVerdict = TypedDict(
    "AuditVerdict",
    {
        "intact": bool,
        "entries": int,
        "head": Optional[AuditVerdictHead],
        "broken": Optional[AuditVerdictBroken],
        "checked_at": str,
    },
)

SmsContent = TypedDict(
    "SmsContent",
    {
        "text": str,
    },
)

_MaxPriceNeeded = TypedDict(
    "_MaxPriceNeeded",
    {
        "amount_micros": int,
    },
)
_MaxPriceFree = TypedDict(
    "_MaxPriceFree",
    {
        "currency": str,
    },
    total=False,
)


class MaxPrice(_MaxPriceNeeded, _MaxPriceFree):
    pass



_TemplateRefNeeded = TypedDict(
    "_TemplateRefNeeded",
    {
        "key": str,
    },
)
_TemplateRefFree = TypedDict(
    "_TemplateRefFree",
    {
        "locale": str,
        "variables": Dict[str, Any],
    },
    total=False,
)


class TemplateRef(_TemplateRefNeeded, _TemplateRefFree):
    pass



_EmailContentNeeded = TypedDict(
    "_EmailContentNeeded",
    {
        "subject": str,
    },
)
_EmailContentFree = TypedDict(
    "_EmailContentFree",
    {
        "text": str,
        "html": str,
    },
    total=False,
)


class EmailContent(_EmailContentNeeded, _EmailContentFree):
    pass



ChannelMode = Literal["failover", "parallel"]

BatchItem3To = TypedDict(
    "BatchItem3To",
    {
        "sms": str,
        "email": str,
        "voice": str,
    },
    total=False,
)

ContentByChannelVoice = TypedDict(
    "ContentByChannelVoice",
    {
        "text": str,
        "locale": str,
    },
)

BatchItem3Content = TypedDict(
    "BatchItem3Content",
    {
        "text": str,
        "subject": str,
        "html": str,
        "locale": str,
        "sms": SmsContent,
        "email": EmailContent,
        "voice": ContentByChannelVoice,
    },
    total=False,
)

BatchItem3From = TypedDict(
    "BatchItem3From",
    {
        "sms": str,
        "email": str,
        "voice": str,
    },
    total=False,
)

_BatchItemNeeded = TypedDict(
    "_BatchItemNeeded",
    {
        "class": TrafficClass,
        "to": Union[str, BatchItem3To],
    },
)
_BatchItemFree = TypedDict(
    "_BatchItemFree",
    {
        "channel": Literal["sms", "email"],
        "content": Union[SmsContent, EmailContent, BatchItem3Content],
        "client_ref": str,
        "send_at": str,
        "valid_for_seconds": int,
        "max_price": MaxPrice,
        "metadata": Dict[str, str],
        "topic": str,
        "from": Union[str, BatchItem3From],
        "template": TemplateRef,
        "idempotency_key": str,
        "channels": List[Channel],
        "mode": ChannelMode,
        "channel_timeout_seconds": int,
    },
    total=False,
)


class BatchItem(_BatchItemNeeded, _BatchItemFree):
    pass



CandidateView = TypedDict(
    "CandidateView",
    {
        "route_id": str,
        "route_name": str,
        "provider_name": str,
        "tier": int,
        "weight": int,
        "probability": float,
        "price_micros": int,
        "currency": str,
        "connection": str,
        "excluded": Optional[str],
        "excluded_text": Optional[str],
        "chosen": bool,
    },
)

MessageState = Literal["accepted", "scheduled", "held", "queued", "sending", "sent", "delivered", "undelivered", "failed", "expired", "unknown", "suppressed", "canceled"]

ChannelPreviewReason = TypedDict(
    "ChannelPreviewReason",
    {
        "code": str,
        "text": str,
    },
)

TimelineKind = Literal["accept", "normalise", "schedule", "geo", "suppression", "consent", "registry", "template", "fraud", "dlt", "sender", "screening", "reach", "hours", "limits", "budget", "validity", "content", "route.candidates", "route.pick", "attempt.start", "attempt.answer", "attempt.unknown", "hold", "failover", "receipt", "next_channel", "cancel", "final", "correction"]

RuleResult = TypedDict(
    "RuleResult",
    {
        "kind": Union[TimelineKind, str],
        "result": Union[Literal["pass", "fail", "info", "wait"], str],
        "code": Optional[str],
        "text": str,
        "facts": Dict[str, Any],
    },
)

PriceRange = TypedDict(
    "PriceRange",
    {
        "currency": str,
        "lowest_micros": int,
        "highest_micros": int,
    },
)

FollowUpEvent = Literal["delivered", "no_receipt", "taken", "ended", "ended_for_person", "held", "any"]

FollowUp = TypedDict(
    "FollowUp",
    {
        "when": Union[FollowUpEvent, str],
        "next": Optional[Union[Channel, str]],
        "after_seconds": Optional[int],
        "text": str,
    },
)

ChannelPreview = TypedDict(
    "ChannelPreview",
    {
        "channel": Union[Channel, str],
        "country": Optional[str],
        "state": Union[MessageState, str],
        "reason": Optional[ChannelPreviewReason],
        "eligible_again_at": Optional[str],
        "rules": List[RuleResult],
        "candidates": List[CandidateView],
        "blocked": Optional[str],
        "price": Optional[PriceRange],
        "starts": Union[Literal["at_once", "when_needed"], str],
        "follow_ups": List[FollowUp],
    },
)

ChannelState = Literal["accepted", "scheduled", "held", "queued", "sending", "sent", "delivered", "undelivered", "failed", "expired", "unknown", "suppressed", "canceled", "waiting", "not_sent"]

VerificationState = Literal["pending", "approved", "expired", "max_attempts_reached", "canceled", "blocked", "failed"]

CheckVerificationAnswer = TypedDict(
    "CheckVerificationAnswer",
    {
        "id": str,
        "valid": bool,
        "state": Union[VerificationState, str],
        "tries_left": int,
        "to": str,
        "purpose": str,
        "assurance": Union[Assurance, str],
    },
)

_CheckVerificationRequestNeeded = TypedDict(
    "_CheckVerificationRequestNeeded",
    {
        "code": str,
    },
)
_CheckVerificationRequestFree = TypedDict(
    "_CheckVerificationRequestFree",
    {
        "bound_to": str,
        "ip": str,
    },
    total=False,
)


class CheckVerificationRequest(_CheckVerificationRequestNeeded, _CheckVerificationRequestFree):
    pass



_CheckComplianceRequestContentNeeded = TypedDict(
    "_CheckComplianceRequestContentNeeded",
    {
        "text": str,
    },
)
_CheckComplianceRequestContentFree = TypedDict(
    "_CheckComplianceRequestContentFree",
    {
        "subject": str,
        "locale": str,
    },
    total=False,
)


class CheckComplianceRequestContent(_CheckComplianceRequestContentNeeded, _CheckComplianceRequestContentFree):
    pass



_CheckComplianceRequestNeeded = TypedDict(
    "_CheckComplianceRequestNeeded",
    {
        "to": str,
        "class": TrafficClass,
    },
)
_CheckComplianceRequestFree = TypedDict(
    "_CheckComplianceRequestFree",
    {
        "channel": Channel,
        "from": str,
        "content": CheckComplianceRequestContent,
        "send_at": str,
    },
    total=False,
)


class CheckComplianceRequest(_CheckComplianceRequestNeeded, _CheckComplianceRequestFree):
    pass



ConsentViewWording = TypedDict(
    "ConsentViewWording",
    {
        "text": str,
        "version": Optional[str],
        "sha256": str,
    },
)

ConsentView = TypedDict(
    "ConsentView",
    {
        "id": str,
        "address": str,
        "channel": Union[Channel, str],
        "environment": Union[Environment, str],
        "state": Union[Literal["granted", "withdrawn"], str],
        "source": str,
        "at": str,
        "recorded_at": str,
        "purpose": str,
        "topic": Optional[str],
        "list_id": Optional[str],
        "locale": Optional[str],
        "wording": Optional[ConsentViewWording],
        "jurisdiction": Optional[str],
        "proof": Optional[Dict[str, Any]],
        "seq": int,
        "hash": str,
    },
)

ConsentList = TypedDict(
    "ConsentList",
    {
        "data": List[ConsentView],
    },
)

_AddMemberRequestNeeded = TypedDict(
    "_AddMemberRequestNeeded",
    {
        "address": str,
        "source": str,
    },
)
_AddMemberRequestFree = TypedDict(
    "_AddMemberRequestFree",
    {
        "locale": str,
        "proof": ConsentProof,
    },
    total=False,
)


class AddMemberRequest(_AddMemberRequestNeeded, _AddMemberRequestFree):
    pass



Wording = TypedDict(
    "Wording",
    {
        "text": str,
        "version": str,
    },
)

_ChangeListRequestSignUpNeeded = TypedDict(
    "_ChangeListRequestSignUpNeeded",
    {
        "open": bool,
    },
)
_ChangeListRequestSignUpFree = TypedDict(
    "_ChangeListRequestSignUpFree",
    {
        "hourly_limit": int,
    },
    total=False,
)


class ChangeListRequestSignUp(_ChangeListRequestSignUpNeeded, _ChangeListRequestSignUpFree):
    pass



ChangeListRequest = TypedDict(
    "ChangeListRequest",
    {
        "name": str,
        "opt_in": Literal["single", "double"],
        "confirm_within_hours": int,
        "wordings": Dict[str, Wording],
        "sign_up": ChangeListRequestSignUp,
    },
    total=False,
)

ConsentAsOf = TypedDict(
    "ConsentAsOf",
    {
        "address": str,
        "channel": Union[Channel, str],
        "purpose": str,
        "topic": Optional[str],
        "at": str,
        "allowed": bool,
        "decided_by": Optional[ConsentView],
    },
)

ConsentEntry = TypedDict(
    "ConsentEntry",
    {
        "at": str,
        "channel": Union[Channel, str],
        "environment": Union[Environment, str],
        "id": str,
        "jurisdiction": Optional[str],
        "list": Optional[str],
        "locale": Optional[str],
        "person": str,
        "purpose": str,
        "recorded_at": str,
        "source": str,
        "state": Union[Literal["granted", "withdrawn"], str],
        "topic": Optional[str],
        "wording": Optional[str],
        "wording_version": Optional[str],
        "workspace": str,
    },
)

ConsentProofBundlePerson = TypedDict(
    "ConsentProofBundlePerson",
    {
        "address": str,
        "proof": Optional[str],
        "salt": str,
    },
)

ConsentProofBundleChainAfter = TypedDict(
    "ConsentProofBundleChainAfter",
    {
        "seq": int,
        "digest": str,
        "hash": str,
    },
)

ConsentProofBundleChainHead = TypedDict(
    "ConsentProofBundleChainHead",
    {
        "seq": int,
        "hash": str,
    },
)

ConsentProofBundleChain = TypedDict(
    "ConsentProofBundleChain",
    {
        "seq": int,
        "prev_hash": str,
        "hash": str,
        "after": List[ConsentProofBundleChainAfter],
        "head": ConsentProofBundleChainHead,
        "reaches_head": bool,
    },
)

ConsentProofBundle = TypedDict(
    "ConsentProofBundle",
    {
        "format": Union[Literal["signalbox-consent-proof/1"], str],
        "made_at": str,
        "rule": str,
        "page": List[str],
        "entry": ConsentEntry,
        "person": Optional[ConsentProofBundlePerson],
        "wording": Optional[str],
        "chain": ConsentProofBundleChain,
        "receipt": Dict[str, Any],
    },
)

ConsentVerdictHead = TypedDict(
    "ConsentVerdictHead",
    {
        "seq": int,
        "hash": str,
    },
)

ConsentVerdictBroken = TypedDict(
    "ConsentVerdictBroken",
    {
        "seq": int,
        "id": Optional[str],
        "how": Union[Literal["changed", "missing", "moved", "person", "wording"], str],
    },
)

ConsentVerdict = TypedDict(
    "ConsentVerdict",
    {
        "intact": bool,
        "entries": int,
        "erased": int,
        "head": Optional[ConsentVerdictHead],
        "broken": Optional[ConsentVerdictBroken],
        "checked_at": str,
    },
)

CarriedToAddress = TypedDict(
    "CarriedToAddress",
    {
        "consents": int,
        "withdrawals": int,
        "lists": int,
        "hours": bool,
        "suppressed_classes": List[Union[TrafficClass, str]],
        "restriction_id": Optional[str],
    },
)

CertificateVerdict = TypedDict(
    "CertificateVerdict",
    {
        "genuine": bool,
        "about_this_address": bool,
        "recorded": bool,
    },
)

ErasedTable = TypedDict(
    "ErasedTable",
    {
        "table": str,
        "rows": int,
    },
)

_ErasePersonRequestNeeded = TypedDict(
    "_ErasePersonRequestNeeded",
    {
        "address": str,
        "reason": str,
    },
)
_ErasePersonRequestFree = TypedDict(
    "_ErasePersonRequestFree",
    {
        "channel": Channel,
        "blocked_classes": List[TrafficClass],
    },
    total=False,
)


class ErasePersonRequest(_ErasePersonRequestNeeded, _ErasePersonRequestFree):
    pass



PersonRequestKind = Literal["copy", "erasure", "restriction", "objection", "rectification"]

PersonRequestState = Literal["waiting", "running", "done", "rejected"]

PersonActor = TypedDict(
    "PersonActor",
    {
        "id": str,
        "name": str,
    },
)

PersonChange = TypedDict(
    "PersonChange",
    {
        "what": Union[Literal["address", "language", "time_zone"], str],
        "before": Optional[str],
        "after": str,
    },
)

PersonRequestView = TypedDict(
    "PersonRequestView",
    {
        "id": str,
        "kind": Union[PersonRequestKind, str],
        "state": Union[PersonRequestState, str],
        "environment": Union[Environment, str],
        "channel": Union[Channel, str],
        "address": str,
        "person": str,
        "reason": str,
        "asked_by": PersonActor,
        "decided_by": Optional[PersonActor],
        "created_at": str,
        "due_at": str,
        "ended_at": Optional[str],
        "changes": List[PersonChange],
    },
)

UnerasedTable = TypedDict(
    "UnerasedTable",
    {
        "table": str,
        "rows": int,
        "because": str,
    },
)

ErasureCertificate = TypedDict(
    "ErasureCertificate",
    {
        "format": Union[Literal["signalbox-erasure-certificate/1"], str],
        "request_id": str,
        "workspace_id": str,
        "environment": Union[Environment, str],
        "channel": Union[Channel, str],
        "person": str,
        "asked_at": str,
        "ended_at": str,
        "canceled": int,
        "erased": List[ErasedTable],
        "kept": List[UnerasedTable],
        "on_their_way": int,
        "blocked_classes": List[Union[TrafficClass, str]],
        "seal": str,
    },
)

ErasureAnswer = TypedDict(
    "ErasureAnswer",
    {
        "request": PersonRequestView,
        "certificate": Optional[ErasureCertificate],
    },
)

ErasureRule = Literal["removed", "blanked", "hashed", "kept", "expires"]

_ExportPersonRequestNeeded = TypedDict(
    "_ExportPersonRequestNeeded",
    {
        "address": str,
        "reason": str,
    },
)
_ExportPersonRequestFree = TypedDict(
    "_ExportPersonRequestFree",
    {
        "channel": Channel,
        "cursor": str,
    },
    total=False,
)


class ExportPersonRequest(_ExportPersonRequestNeeded, _ExportPersonRequestFree):
    pass



_FindPersonRequestNeeded = TypedDict(
    "_FindPersonRequestNeeded",
    {
        "address": str,
    },
)
_FindPersonRequestFree = TypedDict(
    "_FindPersonRequestFree",
    {
        "channel": Channel,
    },
    total=False,
)


class FindPersonRequest(_FindPersonRequestNeeded, _FindPersonRequestFree):
    pass



KeptFor = Literal["retention_days", "request_log_days", "webhook_days", "one_day", "window", "until_lifted", "until_erased", "for_good"]

PersonDataKind = Literal["messages", "events", "attempts", "receipts", "later_channels", "replies", "verifications", "consents", "list_members", "import_files", "suppressions", "counters", "networks", "registries", "blocked_numbers", "references", "webhook_events", "answers", "request_log", "audit_log"]

KeptTable = TypedDict(
    "KeptTable",
    {
        "table": str,
        "kind": Union[PersonDataKind, str],
        "columns": List[str],
        "erasure": Union[ErasureRule, str],
        "kept_for": Union[KeptFor, str],
        "days": Optional[int],
        "oldest_day": Optional[str],
    },
)

DataRecipient = TypedDict(
    "DataRecipient",
    {
        "kind": Union[Literal["provider", "webhook", "lookup", "registry"], str],
        "name": str,
        "host": Optional[str],
    },
)

KeptTables = TypedDict(
    "KeptTables",
    {
        "made_at": str,
        "environment": Union[Environment, str],
        "organisation": str,
        "workspace": str,
        "home_region": Optional[str],
        "purposes": List[str],
        "recipients": List[DataRecipient],
        "data": List[KeptTable],
    },
)

PersonCopy = TypedDict(
    "PersonCopy",
    {
        "format": Union[Literal["signalbox-person-copy/1"], str],
        "request_id": str,
        "made_at": str,
        "workspace_id": str,
        "environment": Union[Environment, str],
        "channel": Union[Channel, str],
        "address": str,
        "messages": List[Dict[str, Any]],
        "receipts": List[Dict[str, Any]],
        "later_channels": List[Dict[str, Any]],
        "replies": List[Dict[str, Any]],
        "verifications": List[Dict[str, Any]],
        "consents": List[Dict[str, Any]],
        "list_members": List[Dict[str, Any]],
        "suppressions": List[Dict[str, Any]],
        "counters": List[Dict[str, Any]],
        "networks": List[Dict[str, Any]],
        "registries": List[Dict[str, Any]],
        "blocked_numbers": List[Dict[str, Any]],
        "audit_log": List[Dict[str, Any]],
        "next_cursor": Optional[str],
    },
)

PersonEntry = TypedDict(
    "PersonEntry",
    {
        "id": Optional[str],
        "at": Optional[str],
        "detail": str,
    },
)

PersonHolding = TypedDict(
    "PersonHolding",
    {
        "kind": Union[PersonDataKind, str],
        "count": int,
        "erasure": Union[ErasureRule, str],
        "kept_for": Union[KeptFor, str],
        "newest": List[PersonEntry],
    },
)

PersonFound = TypedDict(
    "PersonFound",
    {
        "address": str,
        "channel": Union[Channel, str],
        "environment": Union[Environment, str],
        "total": int,
        "holdings": List[PersonHolding],
    },
)

PersonHours = TypedDict(
    "PersonHours",
    {
        "address": str,
        "channel": Union[Channel, str],
        "quiet": List[QuietSpan],
        "time_zone": Optional[str],
        "since": Optional[str],
        "consent_id": Optional[str],
    },
)

VerifyCertificateRequest = TypedDict(
    "VerifyCertificateRequest",
    {
        "address": str,
        "certificate": Dict[str, Any],
    },
)

_CreateListRequestNeeded = TypedDict(
    "_CreateListRequestNeeded",
    {
        "name": str,
        "channel": Literal["sms", "email"],
        "wordings": Dict[str, Wording],
    },
)
_CreateListRequestFree = TypedDict(
    "_CreateListRequestFree",
    {
        "purpose": str,
        "topic": str,
        "opt_in": Literal["single", "double"],
        "confirm_within_hours": int,
        "from": str,
        "sign_up": SignUpPage,
    },
    total=False,
)


class CreateListRequest(_CreateListRequestNeeded, _CreateListRequestFree):
    pass



InboundOutcome = Literal["stopped", "started", "joined", "helped", "unchanged", "unsure", "read"]

StopScope = Literal["marketing", "all"]

InboundView = TypedDict(
    "InboundView",
    {
        "id": str,
        "environment": Union[Environment, str],
        "from": str,
        "to": str,
        "text": str,
        "parts": int,
        "country": Optional[str],
        "provider_id": Optional[str],
        "received_at": str,
        "outcome": Optional[Union[InboundOutcome, str]],
        "keyword": Optional[str],
        "scope": Optional[Union[StopScope, str]],
        "reply_id": Optional[str],
    },
)

BuiltInKeyword = TypedDict(
    "BuiltInKeyword",
    {
        "word": str,
        "kind": Union[Literal["stop", "start", "help"], str],
        "scope": Optional[Union[StopScope, str]],
        "language": str,
        "countries": Optional[List[str]],
        "source": str,
        "since": Optional[str],
    },
)

KeywordKind = Literal["stop", "start", "help", "join"]

KeywordReplyKind = Literal["stop", "stop_all", "start", "help"]

KeywordReply = TypedDict(
    "KeywordReply",
    {
        "kind": Union[KeywordReplyKind, str],
        "locale": str,
        "text": str,
        "is_own": bool,
    },
)

OwnKeywordList = TypedDict(
    "OwnKeywordList",
    {
        "id": str,
        "name": str,
        "opt_in": Union[Literal["single", "double"], str],
    },
)

OwnKeyword = TypedDict(
    "OwnKeyword",
    {
        "id": str,
        "word": str,
        "number": Optional[str],
        "kind": Union[KeywordKind, str],
        "list": Optional[OwnKeywordList],
    },
)

KeywordsView = TypedDict(
    "KeywordsView",
    {
        "as_of": str,
        "built_in": List[BuiltInKeyword],
        "own": List[OwnKeyword],
        "replies": List[KeywordReply],
    },
)

_SaveKeywordNeeded = TypedDict(
    "_SaveKeywordNeeded",
    {
        "word": str,
        "kind": KeywordKind,
    },
)
_SaveKeywordFree = TypedDict(
    "_SaveKeywordFree",
    {
        "number": Optional[str],
        "list_id": Optional[str],
    },
    total=False,
)


class SaveKeyword(_SaveKeywordNeeded, _SaveKeywordFree):
    pass



SaveKeywordReply = TypedDict(
    "SaveKeywordReply",
    {
        "kind": KeywordReplyKind,
        "locale": str,
        "text": str,
    },
)

AddImportPartRequest = TypedDict(
    "AddImportPartRequest",
    {
        "at": int,
        "data": str,
    },
)

_CreateImportRequestNeeded = TypedDict(
    "_CreateImportRequestNeeded",
    {
        "list_id": str,
    },
)
_CreateImportRequestFree = TypedDict(
    "_CreateImportRequestFree",
    {
        "file_name": str,
        "size": int,
    },
    total=False,
)


class CreateImportRequest(_CreateImportRequestNeeded, _CreateImportRequestFree):
    pass



ImportCounts = TypedDict(
    "ImportCounts",
    {
        "added": int,
        "known": int,
        "repeated": int,
        "withdrawn_since": int,
        "refused": int,
    },
)

ImportErrors = TypedDict(
    "ImportErrors",
    {
        "csv": str,
        "next_cursor": Optional[str],
    },
)

ImportField = Literal["address", "given_at", "locale", "ip", "reference"]

ImportState = Literal["uploading", "checking", "checked", "running", "done", "canceled", "failed", "undoing", "undone"]

ImportViewReasons = TypedDict(
    "ImportViewReasons",
    {
        "code": str,
        "count": int,
    },
)

ImportViewFaults = TypedDict(
    "ImportViewFaults",
    {
        "line": int,
        "column": str,
        "message": str,
    },
)

_ImportViewRulesNeeded = TypedDict(
    "_ImportViewRulesNeeded",
    {
        "source": str,
        "reference": str,
    },
)
_ImportViewRulesFree = TypedDict(
    "_ImportViewRulesFree",
    {
        "given_at": str,
        "country": str,
        "duplicates": Union[Literal["keep", "renew"], str],
        "columns": List[Optional[Union[ImportField, str]]],
    },
    total=False,
)


class ImportViewRules(_ImportViewRulesNeeded, _ImportViewRulesFree):
    pass



ImportViewUndone = TypedDict(
    "ImportViewUndone",
    {
        "withdrawn": int,
        "left": int,
    },
)

ImportView = TypedDict(
    "ImportView",
    {
        "id": str,
        "list_id": str,
        "list_name": str,
        "channel": Union[Channel, str],
        "environment": Union[Environment, str],
        "file_name": str,
        "state": Union[ImportState, str],
        "size": Optional[int],
        "bytes": int,
        "bytes_read": int,
        "rows": int,
        "counts": ImportCounts,
        "fixed": int,
        "reasons": List[ImportViewReasons],
        "faults": List[ImportViewFaults],
        "rules": Optional[ImportViewRules],
        "failure": Optional[str],
        "undone": Optional[ImportViewUndone],
        "created_at": str,
        "started_at": Optional[str],
        "finished_at": Optional[str],
        "undo_until": Optional[str],
    },
)

ImportPreviewColumns = TypedDict(
    "ImportPreviewColumns",
    {
        "column": str,
        "field": Optional[Union[ImportField, str]],
    },
)

ImportPreview = TypedDict(
    "ImportPreview",
    {
        "encoding": str,
        "delimiter": str,
        "columns": List[ImportPreviewColumns],
        "remembered": bool,
        "rows": List[List[str]],
    },
)

_StartImportRequestNeeded = TypedDict(
    "_StartImportRequestNeeded",
    {
        "source": str,
        "reference": str,
    },
)
_StartImportRequestFree = TypedDict(
    "_StartImportRequestFree",
    {
        "given_at": str,
        "country": str,
        "duplicates": Literal["keep", "renew"],
        "columns": List[Optional[ImportField]],
        "dry_run": bool,
    },
    total=False,
)


class StartImportRequest(_StartImportRequestNeeded, _StartImportRequestFree):
    pass



ListViewSignUp = TypedDict(
    "ListViewSignUp",
    {
        "open": bool,
        "hourly_limit": int,
        "url": Optional[str],
    },
)

ListViewMembers = TypedDict(
    "ListViewMembers",
    {
        "pending": int,
        "confirmed": int,
        "withdrawn": int,
        "expired": int,
    },
)

ListView = TypedDict(
    "ListView",
    {
        "id": str,
        "name": str,
        "channel": Union[Channel, str],
        "environment": Union[Environment, str],
        "purpose": str,
        "topic": Optional[str],
        "opt_in": Union[Literal["single", "double"], str],
        "confirm_within_hours": int,
        "from": Optional[str],
        "wordings": Dict[str, Wording],
        "sign_up": ListViewSignUp,
        "members": ListViewMembers,
        "created_at": str,
    },
)

ListsView = TypedDict(
    "ListsView",
    {
        "data": List[ListView],
    },
)

MemberState = Literal["pending", "confirmed", "withdrawn", "expired"]

MemberOfList = TypedDict(
    "MemberOfList",
    {
        "address": str,
        "state": Union[MemberState, str],
        "locale": str,
        "source": str,
        "since": str,
        "confirm_by": Optional[str],
        "message_id": Optional[str],
        "consent_id": Optional[str],
    },
)

ComplianceAnswerReason = TypedDict(
    "ComplianceAnswerReason",
    {
        "code": str,
        "text": str,
    },
)

ReadingViewSources = TypedDict(
    "ReadingViewSources",
    {
        "name": str,
        "kind": Union[Literal["law", "authority", "register", "association", "law_firm", "provider", "press", "common", "own"], str],
        "title": str,
    },
)

ReadingView = TypedDict(
    "ReadingView",
    {
        "id": str,
        "text": str,
        "sources": List[ReadingViewSources],
        "acts": bool,
        "holidays": bool,
    },
)

RuleAnswerView = TypedDict(
    "RuleAnswerView",
    {
        "reading": Optional[str],
        "exceptions": List[str],
        "note": str,
        "version": int,
        "updated_at": str,
    },
)

WordListViewExceptions = TypedDict(
    "WordListViewExceptions",
    {
        "phrase": str,
        "because": str,
        "reviewed_at": str,
    },
)

WordListView = TypedDict(
    "WordListView",
    {
        "id": str,
        "language": str,
        "version": int,
        "words": List[str],
        "exceptions": List[WordListViewExceptions],
    },
)

LegalRuleView = TypedDict(
    "LegalRuleView",
    {
        "id": str,
        "topic": Union[Literal["hours", "cap", "consent", "sender", "wording", "opt_out", "links", "phones", "content", "origin", "technique"], str],
        "channels": List[Union[Literal["sms", "voice", "email", "push"], str]],
        "classes": List[Union[TrafficClass, str]],
        "from": Optional[str],
        "until": Optional[str],
        "confidence": Union[Literal["confirmed", "reported", "disputed", "unverified"], str],
        "readings": List[ReadingView],
        "in_use": str,
        "answerable": bool,
        "answer": Optional[RuleAnswerView],
        "lists": List[WordListView],
    },
)

ComplianceAnswer = TypedDict(
    "ComplianceAnswer",
    {
        "country": Optional[str],
        "channel": Union[Channel, str],
        "class": Union[TrafficClass, str],
        "at": str,
        "allowed": bool,
        "state": Union[MessageState, str],
        "reason": Optional[ComplianceAnswerReason],
        "eligible_again_at": Optional[str],
        "decided_by": Optional[RuleResult],
        "rules": List[RuleResult],
        "law": List[LegalRuleView],
    },
)

CountryViewSendersSms = TypedDict(
    "CountryViewSendersSms",
    {
        "default": Optional[str],
        "registered_only": bool,
    },
)

CountryViewSendersEmail = TypedDict(
    "CountryViewSendersEmail",
    {
        "default": Optional[str],
        "registered_only": bool,
    },
)

CountryViewSendersVoice = TypedDict(
    "CountryViewSendersVoice",
    {
        "default": Optional[str],
        "registered_only": bool,
    },
)

CountryViewSenders = TypedDict(
    "CountryViewSenders",
    {
        "sms": Optional[CountryViewSendersSms],
        "email": Optional[CountryViewSendersEmail],
        "voice": Optional[CountryViewSendersVoice],
    },
)

CountryViewOpeningHours = TypedDict(
    "CountryViewOpeningHours",
    {
        "channels": Optional[List[Union[Channel, str]]],
        "days": List[int],
        "from": str,
        "to": str,
    },
)

CountryViewMaxPrice = TypedDict(
    "CountryViewMaxPrice",
    {
        "amount_micros": int,
        "currency": str,
    },
)

MarketingNow = TypedDict(
    "MarketingNow",
    {
        "open": bool,
        "until": Optional[str],
        "time_zone": str,
        "time_zones": int,
    },
)

CountryView = TypedDict(
    "CountryView",
    {
        "country": str,
        "enabled": bool,
        "currency": Optional[str],
        "languages": Optional[List[str]],
        "channels": Optional[List[Union[Channel, str]]],
        "senders": CountryViewSenders,
        "opening_hours": Optional[List[CountryViewOpeningHours]],
        "closed_dates": Optional[List[str]],
        "max_price": Optional[CountryViewMaxPrice],
        "valid_for_seconds": Optional[int],
        "marketing_per_day": Optional[int],
        "marketing_now": Optional[MarketingNow],
        "version": int,
        "updated_at": str,
    },
)

CountryList = TypedDict(
    "CountryList",
    {
        "data": List[CountryView],
    },
)

CountrySenders = TypedDict(
    "CountrySenders",
    {
        "default": Optional[str],
        "registered_only": bool,
    },
    total=False,
)

DltKind = Literal["transactional", "service_implicit", "service_explicit", "promotional", "government"]

DltMarkKind = Literal["extra", "missing", "changed", "wrong_case", "look_alike", "too_long", "wrong_kind", "empty", "not_listed"]

DltTag = Literal["var", "numeric", "alphanumeric", "url", "urlott", "cbn", "email"]

DltMark = TypedDict(
    "DltMark",
    {
        "kind": Union[DltMarkKind, str],
        "start": int,
        "end": int,
        "line": int,
        "template_start": int,
        "template_end": int,
        "expected": str,
        "found": str,
        "variable": Optional[int],
        "tag": Optional[Union[DltTag, str]],
        "limit": Optional[int],
        "operator_code": str,
        "cure": str,
    },
)

DltPart = TypedDict(
    "DltPart",
    {
        "kind": Union[Literal["equal", "ignored", "extra", "missing", "changed", "variable"], str],
        "start": int,
        "end": int,
        "found": str,
        "expected": str,
        "variable": Optional[int],
        "tag": Optional[Union[DltTag, str]],
        "mark": Optional[int],
    },
)

DltCandidate = TypedDict(
    "DltCandidate",
    {
        "template_id": str,
        "name": str,
        "template_kind": Union[DltKind, str],
        "headers": List[str],
        "usable": bool,
        "template": str,
        "matches": bool,
        "score": float,
        "marks": List[DltMark],
        "parts": List[DltPart],
        "long_values": List[int],
    },
)

_DltCheckRequestNeeded = TypedDict(
    "_DltCheckRequestNeeded",
    {
        "text": str,
    },
)
_DltCheckRequestFree = TypedDict(
    "_DltCheckRequestFree",
    {
        "from": Optional[str],
        "class": TrafficClass,
        "template_id": Optional[str],
    },
    total=False,
)


class DltCheckRequest(_DltCheckRequestNeeded, _DltCheckRequestFree):
    pass



DltCheckResultProblem = TypedDict(
    "DltCheckResultProblem",
    {
        "code": str,
        "operator_code": str,
        "reason": str,
        "cure": str,
        "mark": Optional[DltMark],
    },
)

DltCheckResult = TypedDict(
    "DltCheckResult",
    {
        "passes": bool,
        "entity_id": Optional[str],
        "header": Optional[str],
        "template_id": Optional[str],
        "shown_as": Optional[str],
        "problem": Optional[DltCheckResultProblem],
        "candidates": List[DltCandidate],
    },
)

DltStatus = Literal["pending", "active", "rejected", "suspended", "inactive", "blacklisted"]

_DltConsentTemplateNeeded = TypedDict(
    "_DltConsentTemplateNeeded",
    {
        "entity_id": str,
        "template_id": str,
        "name": str,
        "text": str,
    },
)
_DltConsentTemplateFree = TypedDict(
    "_DltConsentTemplateFree",
    {
        "status": DltStatus,
        "expires_on": Optional[str],
    },
    total=False,
)


class DltConsentTemplate(_DltConsentTemplateNeeded, _DltConsentTemplateFree):
    pass



DltCtaType = Literal["static_url", "dynamic_url", "short_url", "apk", "ott", "call_back_number", "email"]

_DltCtaNeeded = TypedDict(
    "_DltCtaNeeded",
    {
        "entity_id": str,
        "type": DltCtaType,
        "value": str,
    },
)
_DltCtaFree = TypedDict(
    "_DltCtaFree",
    {
        "status": DltStatus,
        "expires_on": Optional[str],
    },
    total=False,
)


class DltCta(_DltCtaNeeded, _DltCtaFree):
    pass



DltMatching = TypedDict(
    "DltMatching",
    {
        "variable_limit": int,
        "variable_warn_over": int,
        "ignore_case": bool,
        "ignore_spaces": bool,
        "ignore_punctuation": bool,
        "alphanumeric_spaces": bool,
    },
    total=False,
)

_DltEntityNeeded = TypedDict(
    "_DltEntityNeeded",
    {
        "entity_id": str,
        "name": str,
    },
)
_DltEntityFree = TypedDict(
    "_DltEntityFree",
    {
        "status": DltStatus,
        "expires_on": Optional[str],
        "matching": DltMatching,
    },
    total=False,
)


class DltEntity(_DltEntityNeeded, _DltEntityFree):
    pass



DltEntryKind = Literal["entities", "headers", "templates", "calls_to_action", "consent_templates", "chains"]

DltEntryView = TypedDict(
    "DltEntryView",
    {
        "kind": Union[DltEntryKind, str],
        "id": str,
        "usable": bool,
        "version": int,
        "updated_at": str,
        "entity_id": str,
        "name": str,
        "status": Union[DltStatus, str],
        "expires_on": Optional[str],
        "matching": Optional[DltMatching],
        "header": Optional[str],
        "template_id": Optional[str],
        "template_kind": Optional[Union[DltKind, str]],
        "headers": List[str],
        "text": Optional[str],
        "tags": Optional[List[Union[DltTag, str]]],
        "consent_template_id": Optional[str],
        "type": Optional[Union[DltCtaType, str]],
        "value": Optional[str],
        "provider_id": Optional[str],
        "telemarketer_ids": List[str],
        "hash": Optional[str],
        "issues": List[str],
    },
)

DltExpiringData = TypedDict(
    "DltExpiringData",
    {
        "kind": Union[DltEntryKind, str],
        "id": str,
        "name": str,
        "expires_on": str,
        "days_left": int,
    },
)

DltExpiring = TypedDict(
    "DltExpiring",
    {
        "data": List[DltExpiringData],
    },
)

_DltHeaderNeeded = TypedDict(
    "_DltHeaderNeeded",
    {
        "entity_id": str,
        "header": str,
    },
)
_DltHeaderFree = TypedDict(
    "_DltHeaderFree",
    {
        "status": DltStatus,
        "expires_on": Optional[str],
    },
    total=False,
)


class DltHeader(_DltHeaderNeeded, _DltHeaderFree):
    pass



DltImportFault = TypedDict(
    "DltImportFault",
    {
        "line": int,
        "column": str,
        "message": str,
    },
)

_DltImportRequestNeeded = TypedDict(
    "_DltImportRequestNeeded",
    {
        "kind": DltEntryKind,
        "entity_id": str,
        "csv": str,
    },
)
_DltImportRequestFree = TypedDict(
    "_DltImportRequestFree",
    {
        "dry_run": bool,
        "skip_faulty": bool,
    },
    total=False,
)


class DltImportRequest(_DltImportRequestNeeded, _DltImportRequestFree):
    pass



DltImportResultColumns = TypedDict(
    "DltImportResultColumns",
    {
        "column": str,
        "field": Optional[str],
    },
)

DltStored = TypedDict(
    "DltStored",
    {
        "added": int,
        "changed": int,
        "unchanged": int,
    },
)

DltImportResult = TypedDict(
    "DltImportResult",
    {
        "rows": int,
        "right": int,
        "columns": List[DltImportResultColumns],
        "stored": Optional[DltStored],
        "faults": List[DltImportFault],
        "fault_count": int,
        "error_csv": Optional[str],
        "sample": List[Dict[str, Any]],
    },
)

_DltTemplateEntryNeeded = TypedDict(
    "_DltTemplateEntryNeeded",
    {
        "entity_id": str,
        "template_id": str,
        "name": str,
        "kind": DltKind,
        "headers": List[str],
        "text": str,
    },
)
_DltTemplateEntryFree = TypedDict(
    "_DltTemplateEntryFree",
    {
        "tags": Optional[List[DltTag]],
        "consent_template_id": Optional[str],
        "status": DltStatus,
        "expires_on": Optional[str],
    },
    total=False,
)


class DltTemplateEntry(_DltTemplateEntryNeeded, _DltTemplateEntryFree):
    pass



MessageGroupSubstitutionSaved = TypedDict(
    "MessageGroupSubstitutionSaved",
    {
        "amount_micros": int,
        "currency": str,
    },
)

MessageGroupSubstitution = TypedDict(
    "MessageGroupSubstitution",
    {
        "rule": str,
        "asked": List[Union[Channel, str]],
        "price": Optional[Money],
        "saved": Optional[MessageGroupSubstitutionSaved],
        "replays": bool,
    },
)

MessageGroupChannelsBecause = TypedDict(
    "MessageGroupChannelsBecause",
    {
        "code": str,
        "text": str,
    },
)

MessageGroupChannels = TypedDict(
    "MessageGroupChannels",
    {
        "channel": Union[Channel, str],
        "id": Optional[str],
        "state": Union[ChannelState, str],
        "because": Optional[MessageGroupChannelsBecause],
    },
)

MessageGroup = TypedDict(
    "MessageGroup",
    {
        "mode": Union[ChannelMode, str],
        "channel_timeout_seconds": Optional[int],
        "substitution": Optional[MessageGroupSubstitution],
        "channels": List[MessageGroupChannels],
    },
)

MessageHold = TypedDict(
    "MessageHold",
    {
        "rule": Union[Literal["validity", "geo_permission", "suppression", "consent", "registry", "template", "fraud", "dlt", "country_sender", "content_screening", "number_reach", "quiet_hours", "frequency_cap", "budget"], str],
        "source": str,
        "time_zone": str,
        "eligible_again_at": str,
    },
)

MessageViewReason = TypedDict(
    "MessageViewReason",
    {
        "code": str,
        "text": str,
    },
)

MessageViewContent = TypedDict(
    "MessageViewContent",
    {
        "text": str,
        "locale": str,
        "subject": str,
        "html": str,
    },
    total=False,
)

WrittenByView = TypedDict(
    "WrittenByView",
    {
        "key": str,
        "version": int,
        "locale": str,
        "asked_locale": Optional[str],
    },
)

MessageViewRoute = TypedDict(
    "MessageViewRoute",
    {
        "id": str,
        "name": str,
    },
)

MessageViewProvider = TypedDict(
    "MessageViewProvider",
    {
        "id": str,
        "name": str,
    },
)

MessageView = TypedDict(
    "MessageView",
    {
        "id": str,
        "state": Union[MessageState, str],
        "reason": Optional[MessageViewReason],
        "hold": Optional[MessageHold],
        "to": str,
        "from": Optional[str],
        "channel": Union[Channel, str],
        "class": Union[TrafficClass, str],
        "environment": Union[Environment, str],
        "country": Optional[str],
        "topic": Optional[str],
        "content": MessageViewContent,
        "template": Optional[WrittenByView],
        "parts": Optional[int],
        "attempts": int,
        "route": Optional[MessageViewRoute],
        "provider": Optional[MessageViewProvider],
        "price": Optional[Money],
        "simulated": bool,
        "client_ref": Optional[str],
        "metadata": Dict[str, str],
        "group": Optional[MessageGroup],
        "accepted_at": str,
        "send_at": Optional[str],
        "expires_at": str,
        "updated_at": str,
    },
)

_OpeningSpanNeeded = TypedDict(
    "_OpeningSpanNeeded",
    {
        "days": List[int],
        "from": str,
        "to": str,
    },
)
_OpeningSpanFree = TypedDict(
    "_OpeningSpanFree",
    {
        "channels": Optional[List[Channel]],
    },
    total=False,
)


class OpeningSpan(_OpeningSpanNeeded, _OpeningSpanFree):
    pass



PackSummary = TypedDict(
    "PackSummary",
    {
        "country": str,
        "version": int,
        "checked_at": str,
        "rules": int,
        "unsettled": int,
        "answered": int,
        "marketing_now": Optional[MarketingNow],
    },
)

PackList = TypedDict(
    "PackList",
    {
        "data": List[PackSummary],
    },
)

PackViewCases = TypedDict(
    "PackViewCases",
    {
        "name": str,
        "at": str,
        "class": Union[TrafficClass, str],
        "sender": Optional[str],
        "text": Optional[str],
        "outcome": Union[Literal["allowed", "held", "stopped"], str],
        "rule": Optional[str],
        "until": Optional[str],
    },
)

PackView = TypedDict(
    "PackView",
    {
        "country": str,
        "version": int,
        "checked_at": str,
        "unsettled": int,
        "answered": int,
        "marketing_now": Optional[MarketingNow],
        "rules": List[LegalRuleView],
        "cases": List[PackViewCases],
    },
)

PreviewToChannelRequestVoiceContent = TypedDict(
    "PreviewToChannelRequestVoiceContent",
    {
        "text": str,
        "locale": str,
    },
)

PreviewToChannelsRequestTo = TypedDict(
    "PreviewToChannelsRequestTo",
    {
        "sms": str,
        "email": str,
        "voice": str,
    },
    total=False,
)

PreviewToChannelsRequestContent = TypedDict(
    "PreviewToChannelsRequestContent",
    {
        "text": str,
        "subject": str,
        "html": str,
        "locale": str,
        "sms": SmsContent,
        "email": EmailContent,
        "voice": ContentByChannelVoice,
    },
    total=False,
)

PreviewToChannelsRequestFrom = TypedDict(
    "PreviewToChannelsRequestFrom",
    {
        "sms": str,
        "email": str,
        "voice": str,
    },
    total=False,
)

_PreviewRequestNeeded = TypedDict(
    "_PreviewRequestNeeded",
    {
        "class": TrafficClass,
        "to": Union[str, PreviewToChannelsRequestTo],
    },
)
_PreviewRequestFree = TypedDict(
    "_PreviewRequestFree",
    {
        "channel": Literal["sms", "email", "voice"],
        "content": Union[Union[SmsContent, EmailContent, PreviewToChannelRequestVoiceContent], PreviewToChannelsRequestContent],
        "client_ref": str,
        "send_at": str,
        "valid_for_seconds": int,
        "max_price": MaxPrice,
        "metadata": Dict[str, str],
        "topic": str,
        "from": Union[str, PreviewToChannelsRequestFrom],
        "explain": bool,
        "template": TemplateRef,
        "channels": List[Channel],
        "mode": ChannelMode,
        "channel_timeout_seconds": int,
    },
    total=False,
)


class PreviewRequest(_PreviewRequestNeeded, _PreviewRequestFree):
    pass



_RecordConsentRequestNeeded = TypedDict(
    "_RecordConsentRequestNeeded",
    {
        "address": str,
        "channel": Channel,
        "state": Literal["granted", "withdrawn"],
        "source": str,
    },
)
_RecordConsentRequestFree = TypedDict(
    "_RecordConsentRequestFree",
    {
        "at": str,
        "purpose": str,
        "topic": str,
        "locale": str,
        "wording": Wording,
        "jurisdiction": str,
        "proof": ConsentProof,
    },
    total=False,
)


class RecordConsentRequest(_RecordConsentRequestNeeded, _RecordConsentRequestFree):
    pass



RoutingDecisionReason = TypedDict(
    "RoutingDecisionReason",
    {
        "code": str,
        "text": str,
    },
)

RoutingDecision = TypedDict(
    "RoutingDecision",
    {
        "channel": Union[Channel, str],
        "country": Optional[str],
        "state": Union[MessageState, str],
        "reason": Optional[RoutingDecisionReason],
        "eligible_again_at": Optional[str],
        "rules": List[RuleResult],
        "candidates": List[CandidateView],
        "blocked": Optional[str],
        "price": Optional[PriceRange],
    },
)

RoutingPreviewReason = TypedDict(
    "RoutingPreviewReason",
    {
        "code": str,
        "text": str,
    },
)

_RoutingPreviewNeeded = TypedDict(
    "_RoutingPreviewNeeded",
    {
        "channel": Union[Channel, str],
        "country": Optional[str],
        "state": Union[MessageState, str],
        "reason": Optional[RoutingPreviewReason],
        "eligible_again_at": Optional[str],
        "rules": List[RuleResult],
        "candidates": List[CandidateView],
        "blocked": Optional[str],
        "price": Optional[PriceRange],
    },
)
_RoutingPreviewFree = TypedDict(
    "_RoutingPreviewFree",
    {
        "mode": Union[ChannelMode, str],
        "channel_timeout_seconds": Optional[int],
        "channels": List[ChannelPreview],
    },
    total=False,
)


class RoutingPreview(_RoutingPreviewNeeded, _RoutingPreviewFree):
    pass



SendBatchAnswerAcceptedChannels = TypedDict(
    "SendBatchAnswerAcceptedChannels",
    {
        "channel": Union[Channel, str],
        "id": Optional[str],
    },
)

_SendBatchAnswerAcceptedNeeded = TypedDict(
    "_SendBatchAnswerAcceptedNeeded",
    {
        "index": int,
        "id": str,
    },
)
_SendBatchAnswerAcceptedFree = TypedDict(
    "_SendBatchAnswerAcceptedFree",
    {
        "channels": List[SendBatchAnswerAcceptedChannels],
        "replayed": Union[Literal["true"], str],
    },
    total=False,
)


class SendBatchAnswerAccepted(_SendBatchAnswerAcceptedNeeded, _SendBatchAnswerAcceptedFree):
    pass



SendBatchAnswerRejectedErrorErrors = TypedDict(
    "SendBatchAnswerRejectedErrorErrors",
    {
        "path": str,
        "code": str,
        "message": str,
    },
)

SendBatchAnswerRejectedError = TypedDict(
    "SendBatchAnswerRejectedError",
    {
        "code": str,
        "message": str,
        "errors": List[SendBatchAnswerRejectedErrorErrors],
    },
)

SendBatchAnswerRejected = TypedDict(
    "SendBatchAnswerRejected",
    {
        "index": int,
        "error": SendBatchAnswerRejectedError,
    },
)

SendBatchAnswerWarnings = TypedDict(
    "SendBatchAnswerWarnings",
    {
        "code": str,
        "message": str,
    },
)

_SendBatchAnswerNeeded = TypedDict(
    "_SendBatchAnswerNeeded",
    {
        "accepted": List[SendBatchAnswerAccepted],
        "rejected": List[SendBatchAnswerRejected],
    },
)
_SendBatchAnswerFree = TypedDict(
    "_SendBatchAnswerFree",
    {
        "warnings": List[SendBatchAnswerWarnings],
    },
    total=False,
)


class SendBatchAnswer(_SendBatchAnswerNeeded, _SendBatchAnswerFree):
    pass



SendBatchRequest = TypedDict(
    "SendBatchRequest",
    {
        "messages": List[BatchItem],
    },
)

_SendMessageAnswerChannelsNeeded = TypedDict(
    "_SendMessageAnswerChannelsNeeded",
    {
        "channel": Union[Channel, str],
        "id": Optional[str],
        "state": Union[ChannelState, str],
    },
)
_SendMessageAnswerChannelsFree = TypedDict(
    "_SendMessageAnswerChannelsFree",
    {
        "decision": RoutingDecision,
    },
    total=False,
)


class SendMessageAnswerChannels(_SendMessageAnswerChannelsNeeded, _SendMessageAnswerChannelsFree):
    pass



SendMessageAnswerWarnings = TypedDict(
    "SendMessageAnswerWarnings",
    {
        "code": str,
        "message": str,
    },
)

_SendMessageAnswerNeeded = TypedDict(
    "_SendMessageAnswerNeeded",
    {
        "id": str,
        "state": Union[MessageState, str],
        "to": str,
        "channel": Union[Channel, str],
        "class": Union[TrafficClass, str],
        "environment": Union[Environment, str],
        "parts": Optional[int],
        "client_ref": Optional[str],
        "accepted_at": str,
        "send_at": Optional[str],
        "expires_at": str,
    },
)
_SendMessageAnswerFree = TypedDict(
    "_SendMessageAnswerFree",
    {
        "mode": Union[ChannelMode, str],
        "channel_timeout_seconds": Optional[int],
        "channels": List[SendMessageAnswerChannels],
        "decision": RoutingDecision,
        "warnings": List[SendMessageAnswerWarnings],
    },
    total=False,
)


class SendMessageAnswer(_SendMessageAnswerNeeded, _SendMessageAnswerFree):
    pass



SendToChannelRequestVoiceContent = TypedDict(
    "SendToChannelRequestVoiceContent",
    {
        "text": str,
        "locale": str,
    },
)

SendToChannelsRequestTo = TypedDict(
    "SendToChannelsRequestTo",
    {
        "sms": str,
        "email": str,
        "voice": str,
    },
    total=False,
)

SendToChannelsRequestContent = TypedDict(
    "SendToChannelsRequestContent",
    {
        "text": str,
        "subject": str,
        "html": str,
        "locale": str,
        "sms": SmsContent,
        "email": EmailContent,
        "voice": ContentByChannelVoice,
    },
    total=False,
)

SendToChannelsRequestFrom = TypedDict(
    "SendToChannelsRequestFrom",
    {
        "sms": str,
        "email": str,
        "voice": str,
    },
    total=False,
)

_SendMessageRequestNeeded = TypedDict(
    "_SendMessageRequestNeeded",
    {
        "class": TrafficClass,
        "to": Union[str, SendToChannelsRequestTo],
    },
)
_SendMessageRequestFree = TypedDict(
    "_SendMessageRequestFree",
    {
        "channel": Literal["sms", "email", "voice"],
        "content": Union[Union[SmsContent, EmailContent, SendToChannelRequestVoiceContent], SendToChannelsRequestContent],
        "client_ref": str,
        "send_at": str,
        "valid_for_seconds": int,
        "max_price": MaxPrice,
        "metadata": Dict[str, str],
        "topic": str,
        "from": Union[str, SendToChannelsRequestFrom],
        "explain": bool,
        "template": TemplateRef,
        "channels": List[Channel],
        "mode": ChannelMode,
        "channel_timeout_seconds": int,
    },
    total=False,
)


class SendMessageRequest(_SendMessageRequestNeeded, _SendMessageRequestFree):
    pass



SetCountryRequestSenders = TypedDict(
    "SetCountryRequestSenders",
    {
        "sms": Optional[CountrySenders],
        "email": Optional[CountrySenders],
        "voice": Optional[CountrySenders],
    },
    total=False,
)

SetCountryRequestMaxPrice = TypedDict(
    "SetCountryRequestMaxPrice",
    {
        "amount_micros": int,
        "currency": str,
    },
)

_SetCountryRequestNeeded = TypedDict(
    "_SetCountryRequestNeeded",
    {
        "enabled": bool,
    },
)
_SetCountryRequestFree = TypedDict(
    "_SetCountryRequestFree",
    {
        "currency": Optional[str],
        "languages": Optional[List[str]],
        "channels": Optional[List[Channel]],
        "senders": SetCountryRequestSenders,
        "opening_hours": Optional[List[OpeningSpan]],
        "closed_dates": Optional[List[str]],
        "max_price": Optional[SetCountryRequestMaxPrice],
        "valid_for_seconds": Optional[int],
        "marketing_per_day": Optional[int],
        "version": int,
    },
    total=False,
)


class SetCountryRequest(_SetCountryRequestNeeded, _SetCountryRequestFree):
    pass



StartVerificationAnswer = TypedDict(
    "StartVerificationAnswer",
    {
        "id": str,
        "state": Union[VerificationState, str],
        "to": str,
        "channel": Union[Channel, str],
        "environment": Union[Environment, str],
        "resent": bool,
        "message_id": str,
        "created_at": str,
        "expires_at": str,
    },
)

VerificationLocale = Literal["en", "zh", "es", "pt-BR", "hi", "de", "fr", "ar", "id", "vi"]

_StartVerificationRequestNeeded = TypedDict(
    "_StartVerificationRequestNeeded",
    {
        "to": str,
        "app_name": str,
    },
)
_StartVerificationRequestFree = TypedDict(
    "_StartVerificationRequestFree",
    {
        "channels": List[Channel],
        "email": str,
        "purpose": str,
        "locale": VerificationLocale,
        "code_length": int,
        "valid_for_seconds": int,
        "channel_timeout_seconds": int,
        "domain": str,
        "from": str,
        "bound_to": str,
        "ip": str,
    },
    total=False,
)


class StartVerificationRequest(_StartVerificationRequestNeeded, _StartVerificationRequestFree):
    pass



SuppressionView = TypedDict(
    "SuppressionView",
    {
        "id": str,
        "address": str,
        "channel": Union[Channel, str],
        "environment": Union[Environment, str],
        "classes": List[Union[TrafficClass, str]],
        "reason": str,
        "created_at": str,
    },
)

_SuppressRequestNeeded = TypedDict(
    "_SuppressRequestNeeded",
    {
        "address": str,
        "channel": Channel,
        "reason": str,
    },
)
_SuppressRequestFree = TypedDict(
    "_SuppressRequestFree",
    {
        "classes": List[TrafficClass],
    },
    total=False,
)


class SuppressRequest(_SuppressRequestNeeded, _SuppressRequestFree):
    pass



TemplateVariableType = Literal["text", "number", "money", "date", "url", "code", "flag"]

_TemplateVariableNeeded = TypedDict(
    "_TemplateVariableNeeded",
    {
        "name": str,
        "type": TemplateVariableType,
        "sample": Any,
    },
)
_TemplateVariableFree = TypedDict(
    "_TemplateVariableFree",
    {
        "optional": bool,
    },
    total=False,
)


class TemplateVariable(_TemplateVariableNeeded, _TemplateVariableFree):
    pass



_TemplateBodyNeeded = TypedDict(
    "_TemplateBodyNeeded",
    {
        "channel": Literal["sms", "email"],
        "locale": str,
    },
)
_TemplateBodyFree = TypedDict(
    "_TemplateBodyFree",
    {
        "text": str,
        "dlt_template_id": Optional[str],
        "subject": str,
        "html": str,
        "mjml": str,
    },
    total=False,
)


class TemplateBody(_TemplateBodyNeeded, _TemplateBodyFree):
    pass



_CreateTemplateRequestNeeded = TypedDict(
    "_CreateTemplateRequestNeeded",
    {
        "key": str,
        "name": str,
        "class": TrafficClass,
        "default_locale": str,
        "bodies": List[TemplateBody],
    },
)
_CreateTemplateRequestFree = TypedDict(
    "_CreateTemplateRequestFree",
    {
        "topic": Optional[str],
        "variables": List[TemplateVariable],
    },
    total=False,
)


class CreateTemplateRequest(_CreateTemplateRequestNeeded, _CreateTemplateRequestFree):
    pass



MoveTemplateRequest = TypedDict(
    "MoveTemplateRequest",
    {
        "comment": str,
    },
    total=False,
)

_PreviewTemplateRequestNeeded = TypedDict(
    "_PreviewTemplateRequestNeeded",
    {
        "class": TrafficClass,
        "default_locale": str,
        "bodies": List[TemplateBody],
    },
)
_PreviewTemplateRequestFree = TypedDict(
    "_PreviewTemplateRequestFree",
    {
        "variables": List[TemplateVariable],
        "values": Dict[str, Any],
    },
    total=False,
)


class PreviewTemplateRequest(_PreviewTemplateRequestNeeded, _PreviewTemplateRequestFree):
    pass



TemplateActor = TypedDict(
    "TemplateActor",
    {
        "kind": Union[Literal["user", "key", "system"], str],
        "name": str,
        "at": str,
    },
)

TemplateBesideTerms = TypedDict(
    "TemplateBesideTerms",
    {
        "term": str,
        "expected": str,
    },
)

TemplateBeside = TypedDict(
    "TemplateBeside",
    {
        "missing": List[str],
        "added": List[str],
        "longer_percent": int,
        "terms": List[TemplateBesideTerms],
        "more_parts": int,
    },
)

MailCheck = TypedDict(
    "MailCheck",
    {
        "name": Union[Literal["size", "links", "unsubscribe", "images", "contrast", "text_part"], str],
        "state": Union[Literal["good", "warn", "bad"], str],
        "found": List[str],
    },
)

_TemplateContentNeeded = TypedDict(
    "_TemplateContentNeeded",
    {
        "bodies": List[TemplateBody],
    },
)
_TemplateContentFree = TypedDict(
    "_TemplateContentFree",
    {
        "variables": List[TemplateVariable],
    },
    total=False,
)


class TemplateContent(_TemplateContentNeeded, _TemplateContentFree):
    pass



TemplateState = Literal["draft", "submitted", "approved", "rejected", "paused"]

TranslationState = Literal["machine_draft", "in_review", "reviewed", "stale"]

TemplateTranslation = TypedDict(
    "TemplateTranslation",
    {
        "channel": Union[Channel, str],
        "locale": str,
        "state": Union[TranslationState, str],
        "drafted": TemplateActor,
        "begun": Optional[TemplateActor],
        "reviewed": Optional[TemplateActor],
    },
)

TemplateDraftingFaults = TypedDict(
    "TemplateDraftingFaults",
    {
        "channel": Union[Channel, str],
        "locale": str,
        "message": str,
    },
)

TemplateDrafting = TypedDict(
    "TemplateDrafting",
    {
        "state": Union[Literal["running", "done", "failed"], str],
        "asked": TemplateActor,
        "locales": List[str],
        "version": Optional[int],
        "faults": List[TemplateDraftingFaults],
        "message": Optional[str],
    },
)

TemplateVersionSummary = TypedDict(
    "TemplateVersionSummary",
    {
        "version": int,
        "state": Union[TemplateState, str],
        "created": TemplateActor,
        "submitted": Optional[TemplateActor],
        "decided": Optional[TemplateActor],
        "comment": Optional[str],
        "last_used_at": Optional[str],
    },
)

TemplateDetail = TypedDict(
    "TemplateDetail",
    {
        "key": str,
        "name": str,
        "class": Union[TrafficClass, str],
        "default_locale": str,
        "topic": Optional[str],
        "live_version": Optional[int],
        "version": int,
        "state": Union[TemplateState, str],
        "channels": List[Union[Channel, str]],
        "locales": List[str],
        "unreviewed": List[str],
        "stale": List[str],
        "last_used_at": Optional[str],
        "created_at": str,
        "content": TemplateContent,
        "translations": List[TemplateTranslation],
        "drafting": Optional[TemplateDrafting],
        "versions": List[TemplateVersionSummary],
    },
)

TemplateDltCheck = TypedDict(
    "TemplateDltCheck",
    {
        "passes": bool,
        "template_id": Optional[str],
        "template_name": Optional[str],
        "template_text": Optional[str],
        "cure": Optional[str],
        "marks": List[DltMark],
    },
)

TemplateMailLooks = TypedDict(
    "TemplateMailLooks",
    {
        "bytes": int,
        "link_domains": List[str],
        "checks": List[MailCheck],
    },
)

TemplateView = TypedDict(
    "TemplateView",
    {
        "key": str,
        "name": str,
        "class": Union[TrafficClass, str],
        "default_locale": str,
        "topic": Optional[str],
        "live_version": Optional[int],
        "version": int,
        "state": Union[TemplateState, str],
        "channels": List[Union[Channel, str]],
        "locales": List[str],
        "unreviewed": List[str],
        "stale": List[str],
        "last_used_at": Optional[str],
        "created_at": str,
    },
)

TemplateSegmentsForcing = TypedDict(
    "TemplateSegmentsForcing",
    {
        "character": str,
        "suggestion": Optional[str],
    },
)

TemplateSegments = TypedDict(
    "TemplateSegments",
    {
        "encoding": Union[Literal["gsm7", "ucs2"], str],
        "units": int,
        "parts": int,
        "units_in_last_part": int,
        "units_per_part": int,
        "parts_at_least": int,
        "forcing": List[TemplateSegmentsForcing],
        "parts_replaced": int,
    },
)

TemplateRendering = TypedDict(
    "TemplateRendering",
    {
        "channel": Union[Channel, str],
        "locale": str,
        "subject": Optional[str],
        "text": Optional[str],
        "html": Optional[str],
        "segments": Optional[TemplateSegments],
        "mail": Optional[TemplateMailLooks],
        "beside": Optional[TemplateBeside],
        "dlt": Optional[TemplateDltCheck],
    },
)

TemplatePreviewErrors = TypedDict(
    "TemplatePreviewErrors",
    {
        "path": str,
        "code": str,
        "message": str,
        "line": Optional[int],
    },
)

TemplatePreviewWarnings = TypedDict(
    "TemplatePreviewWarnings",
    {
        "path": str,
        "code": str,
        "message": str,
        "line": Optional[int],
    },
)

TemplatePreviewPricePerPart = TypedDict(
    "TemplatePreviewPricePerPart",
    {
        "currency": str,
        "lowest_micros": int,
        "highest_micros": int,
    },
)

TemplatePreview = TypedDict(
    "TemplatePreview",
    {
        "renderings": List[TemplateRendering],
        "errors": List[TemplatePreviewErrors],
        "warnings": List[TemplatePreviewWarnings],
        "price_per_part": Optional[TemplatePreviewPricePerPart],
    },
)

_TemplateVersionViewNeeded = TypedDict(
    "_TemplateVersionViewNeeded",
    {
        "version": int,
        "state": Union[TemplateState, str],
        "created": TemplateActor,
        "submitted": Optional[TemplateActor],
        "decided": Optional[TemplateActor],
        "comment": Optional[str],
        "last_used_at": Optional[str],
        "bodies": List[TemplateBody],
        "translations": List[TemplateTranslation],
    },
)
_TemplateVersionViewFree = TypedDict(
    "_TemplateVersionViewFree",
    {
        "variables": List[TemplateVariable],
    },
    total=False,
)


class TemplateVersionView(_TemplateVersionViewNeeded, _TemplateVersionViewFree):
    pass



DraftTranslationsRequest = TypedDict(
    "DraftTranslationsRequest",
    {
        "locales": List[str],
    },
)

TranslationMove = Literal["begin", "accept", "reject", "reopen"]

_ReviewTranslationRequestNeeded = TypedDict(
    "_ReviewTranslationRequestNeeded",
    {
        "version": int,
        "channel": Channel,
        "locale": str,
        "move": TranslationMove,
    },
)
_ReviewTranslationRequestFree = TypedDict(
    "_ReviewTranslationRequestFree",
    {
        "body": TemplateBody,
        "comment": str,
    },
    total=False,
)


class ReviewTranslationRequest(_ReviewTranslationRequestNeeded, _ReviewTranslationRequestFree):
    pass



_TranslationServiceNeeded = TypedDict(
    "_TranslationServiceNeeded",
    {
        "url": str,
    },
)
_TranslationServiceFree = TypedDict(
    "_TranslationServiceFree",
    {
        "timeout_ms": int,
        "daily_requests": int,
    },
    total=False,
)


class TranslationService(_TranslationServiceNeeded, _TranslationServiceFree):
    pass



_SetTranslationRequestNeeded = TypedDict(
    "_SetTranslationRequestNeeded",
    {
        "enabled": bool,
        "service": TranslationService,
    },
)
_SetTranslationRequestFree = TypedDict(
    "_SetTranslationRequestFree",
    {
        "version": int,
        "secret": str,
    },
    total=False,
)


class SetTranslationRequest(_SetTranslationRequestNeeded, _SetTranslationRequestFree):
    pass



TranslationView = TypedDict(
    "TranslationView",
    {
        "version": int,
        "enabled": bool,
        "service": Optional[TranslationService],
        "secret_stored": bool,
        "asked_today": int,
    },
)

_GlossaryTermNeeded = TypedDict(
    "_GlossaryTermNeeded",
    {
        "term": str,
    },
)
_GlossaryTermFree = TypedDict(
    "_GlossaryTermFree",
    {
        "locale": Optional[str],
        "translation": Optional[str],
    },
    total=False,
)


class GlossaryTerm(_GlossaryTermNeeded, _GlossaryTermFree):
    pass



GlossaryView = TypedDict(
    "GlossaryView",
    {
        "data": List[GlossaryTerm],
    },
)

SetGlossaryTermRequest = TypedDict(
    "SetGlossaryTermRequest",
    {
        "locale": Optional[str],
        "translation": Optional[str],
    },
    total=False,
)

_TimelineEntryNeeded = TypedDict(
    "_TimelineEntryNeeded",
    {
        "seq": int,
        "at": str,
        "kind": Union[TimelineKind, str],
        "actor": Union[Literal["api", "console", "policy", "router", "worker", "provider", "sweeper"], str],
        "result": Union[Literal["pass", "fail", "info", "wait", "unknown"], str],
        "code": Optional[str],
        "text": str,
        "state": Optional[str],
        "facts": Dict[str, Any],
    },
)
_TimelineEntryFree = TypedDict(
    "_TimelineEntryFree",
    {
        "candidates": List[CandidateView],
    },
    total=False,
)


class TimelineEntry(_TimelineEntryNeeded, _TimelineEntryFree):
    pass



Timeline = TypedDict(
    "Timeline",
    {
        "data": List[TimelineEntry],
        "replayed": bool,
    },
)

VerificationViewReason = TypedDict(
    "VerificationViewReason",
    {
        "code": str,
        "text": str,
    },
)

VerificationViewSendsRoute = TypedDict(
    "VerificationViewSendsRoute",
    {
        "id": str,
        "name": str,
    },
)

VerificationViewSends = TypedDict(
    "VerificationViewSends",
    {
        "message_id": str,
        "channel": Union[Channel, str],
        "state": Union[MessageState, str],
        "route": Optional[VerificationViewSendsRoute],
    },
)

VerificationViewConvertedBy = TypedDict(
    "VerificationViewConvertedBy",
    {
        "id": str,
        "name": str,
        "channel": Union[Channel, str],
    },
)

VerificationView = TypedDict(
    "VerificationView",
    {
        "id": str,
        "state": Union[VerificationState, str],
        "to": str,
        "email": Optional[str],
        "channels": List[Union[Channel, str]],
        "purpose": str,
        "app_name": str,
        "locale": Union[VerificationLocale, str],
        "country": Optional[str],
        "environment": Union[Environment, str],
        "code_length": int,
        "tries": int,
        "tries_max": int,
        "bound": bool,
        "assurance": Union[Assurance, str],
        "reason": Optional[VerificationViewReason],
        "block": Optional[VerificationBlock],
        "sends": List[VerificationViewSends],
        "converted_by": Optional[VerificationViewConvertedBy],
        "created_at": str,
        "expires_at": str,
        "approved_at": Optional[str],
        "ended_at": Optional[str],
    },
)

WebhookEventType = Literal["message.queued", "message.held", "message.sent", "message.delivered", "message.undelivered", "message.failed", "message.expired", "message.unknown", "message.suppressed", "message.canceled", "verification.created", "verification.attempted", "verification.approved", "verification.expired", "verification.canceled", "verification.max_attempts_reached", "verification.blocked", "verification.failed", "route.alert_started", "route.alert_ended", "inbound.received", "template.submitted", "template.approved", "template.rejected", "template.paused", "template.resumed", "webhook.exhausted", "webhook.disabled"]

_CreateWebhookRequestNeeded = TypedDict(
    "_CreateWebhookRequestNeeded",
    {
        "url": str,
    },
)
_CreateWebhookRequestFree = TypedDict(
    "_CreateWebhookRequestFree",
    {
        "description": str,
        "event_types": List[WebhookEventType],
        "events_per_request": int,
    },
    total=False,
)


class CreateWebhookRequest(_CreateWebhookRequestNeeded, _CreateWebhookRequestFree):
    pass



ReplayView = TypedDict(
    "ReplayView",
    {
        "count": int,
        "dry_run": bool,
    },
)

ReplayWebhookRequest = TypedDict(
    "ReplayWebhookRequest",
    {
        "event_ids": List[str],
        "since": str,
        "until": str,
        "only": Literal["missed", "all"],
        "dry_run": bool,
    },
    total=False,
)

RequestOutcome = Literal["done", "refused", "failed"]

RequestViewApiKey = TypedDict(
    "RequestViewApiKey",
    {
        "id": str,
        "name": str,
    },
)

RequestViewRequest = TypedDict(
    "RequestViewRequest",
    {
        "bytes": int,
        "body": Any,
    },
)

RequestViewAnswer = TypedDict(
    "RequestViewAnswer",
    {
        "bytes": int,
        "body": Any,
    },
)

RequestView = TypedDict(
    "RequestView",
    {
        "id": str,
        "at": str,
        "environment": Union[Environment, str],
        "method": str,
        "path": str,
        "operation": str,
        "status": int,
        "outcome": Union[RequestOutcome, str],
        "error": Optional[str],
        "duration_ms": float,
        "replayed": bool,
        "api_key": Optional[RequestViewApiKey],
        "address": str,
        "query": Any,
        "request": RequestViewRequest,
        "answer": RequestViewAnswer,
        "message_ids": List[str],
        "not_kept_before": int,
    },
)

UpdateWebhookRequest = TypedDict(
    "UpdateWebhookRequest",
    {
        "url": str,
        "description": str,
        "event_types": List[WebhookEventType],
        "events_per_request": int,
        "enabled": bool,
    },
    total=False,
)

WebhookFailure = Literal["status", "redirect", "gone", "slow_down", "timeout", "no_connection", "refused", "broken_answer"]

WebhookAttemptView = TypedDict(
    "WebhookAttemptView",
    {
        "n": int,
        "at": str,
        "duration_ms": int,
        "url": str,
        "request_headers": Dict[str, str],
        "status": Optional[int],
        "failure": Optional[Union[WebhookFailure, str]],
        "detail": Optional[str],
        "response": Optional[str],
    },
)

WebhookDeliveryState = Literal["pending", "delivered", "failed", "canceled"]

WebhookOrigin = Literal["event", "replay", "test"]

WebhookDeliveryView = TypedDict(
    "WebhookDeliveryView",
    {
        "id": str,
        "event_id": str,
        "group_id": Optional[str],
        "event_type": str,
        "origin": Union[WebhookOrigin, str],
        "state": Union[WebhookDeliveryState, str],
        "tries": int,
        "created_at": str,
        "next_try_at": Optional[str],
        "settled_at": Optional[str],
        "last_status": Optional[int],
        "last_failure": Optional[Union[WebhookFailure, str]],
        "body": str,
        "attempts": List[WebhookAttemptView],
    },
)

WebhookOffReason = Literal["paused", "gone", "failing"]

WebhookView = TypedDict(
    "WebhookView",
    {
        "id": str,
        "url": str,
        "description": str,
        "environment": Union[Environment, str],
        "event_types": List[Union[WebhookEventType, str]],
        "events_per_request": int,
        "enabled": bool,
        "off_reason": Optional[Union[WebhookOffReason, str]],
        "off_since": Optional[str],
        "failing_since": Optional[str],
        "secret_rotated_at": Optional[str],
        "previous_secret_until": Optional[str],
        "created_at": str,
    },
)

WebhookWithSecret = TypedDict(
    "WebhookWithSecret",
    {
        "id": str,
        "url": str,
        "description": str,
        "environment": Union[Environment, str],
        "event_types": List[Union[WebhookEventType, str]],
        "events_per_request": int,
        "enabled": bool,
        "off_reason": Optional[Union[WebhookOffReason, str]],
        "off_since": Optional[str],
        "failing_since": Optional[str],
        "secret_rotated_at": Optional[str],
        "previous_secret_until": Optional[str],
        "created_at": str,
        "secret": str,
    },
)

UpdateWorkspaceRequest = TypedDict(
    "UpdateWorkspaceRequest",
    {
        "name": str,
        "home_region": str,
        "default_currency": str,
        "time_zone": str,
        "default_language": str,
        "second_person_for": List[Literal["templates", "erasures", "senders", "packs", "exports", "reveals"]],
        "links": Literal["any", "warn", "refuse"],
        "link_domains": List[str],
    },
    total=False,
)

WorkspaceViewOrganisation = TypedDict(
    "WorkspaceViewOrganisation",
    {
        "id": str,
        "name": str,
    },
)

WorkspaceView = TypedDict(
    "WorkspaceView",
    {
        "id": str,
        "name": str,
        "organisation": WorkspaceViewOrganisation,
        "home_region": Optional[str],
        "default_currency": str,
        "time_zone": str,
        "default_language": str,
        "second_person_for": List[Union[Literal["templates", "erasures", "senders", "packs", "exports", "reveals"], str]],
        "links": Union[Literal["any", "warn", "refuse"], str],
        "link_domains": List[str],
        "created_at": str,
        "regions": List[str],
    },
)

ListMessagesParams = TypedDict(
    "ListMessagesParams",
    {
        "limit": int,
        "cursor": str,
        "state": MessageState,
        "channel": Channel,
        "class": TrafficClass,
        "to": str,
        "country": str,
        "client_ref": str,
        "reason": str,
        "route_id": str,
        "accepted_after": str,
        "accepted_before": str,
    },
    total=False,
)

ListTemplatesParams = TypedDict(
    "ListTemplatesParams",
    {
        "search": str,
        "state": TemplateState,
        "class": TrafficClass,
        "limit": int,
        "cursor": str,
    },
    total=False,
)

RemoveGlossaryTermParams = TypedDict(
    "RemoveGlossaryTermParams",
    {
        "locale": str,
    },
    total=False,
)

ListVerificationsParams = TypedDict(
    "ListVerificationsParams",
    {
        "limit": int,
        "cursor": str,
        "to": str,
        "state": VerificationState,
    },
    total=False,
)

ListPrefixesParams = TypedDict(
    "ListPrefixesParams",
    {
        "limit": int,
        "cursor": str,
        "action": PrefixAction,
        "state": Literal["active", "ended"],
    },
    total=False,
)

ListSuppressionsParams = TypedDict(
    "ListSuppressionsParams",
    {
        "limit": int,
        "cursor": str,
        "channel": Channel,
        "address": str,
    },
    total=False,
)

_ListConsentsParamsNeeded = TypedDict(
    "_ListConsentsParamsNeeded",
    {
        "address": str,
    },
)
_ListConsentsParamsFree = TypedDict(
    "_ListConsentsParamsFree",
    {
        "channel": Channel,
    },
    total=False,
)


class ListConsentsParams(_ListConsentsParamsNeeded, _ListConsentsParamsFree):
    pass



_ReadPersonHoursParamsNeeded = TypedDict(
    "_ReadPersonHoursParamsNeeded",
    {
        "address": str,
    },
)
_ReadPersonHoursParamsFree = TypedDict(
    "_ReadPersonHoursParamsFree",
    {
        "channel": Channel,
    },
    total=False,
)


class ReadPersonHoursParams(_ReadPersonHoursParamsNeeded, _ReadPersonHoursParamsFree):
    pass



_ReadConsentAsOfParamsNeeded = TypedDict(
    "_ReadConsentAsOfParamsNeeded",
    {
        "address": str,
    },
)
_ReadConsentAsOfParamsFree = TypedDict(
    "_ReadConsentAsOfParamsFree",
    {
        "channel": Channel,
        "at": str,
        "purpose": str,
        "topic": str,
    },
    total=False,
)


class ReadConsentAsOfParams(_ReadConsentAsOfParamsNeeded, _ReadConsentAsOfParamsFree):
    pass



ListListMembersParams = TypedDict(
    "ListListMembersParams",
    {
        "limit": int,
        "cursor": str,
        "state": MemberState,
    },
    total=False,
)

ListImportsParams = TypedDict(
    "ListImportsParams",
    {
        "limit": int,
        "cursor": str,
    },
    total=False,
)

ReadImportErrorsParams = TypedDict(
    "ReadImportErrorsParams",
    {
        "cursor": str,
    },
    total=False,
)

_RectifyPersonRequestNeeded = TypedDict(
    "_RectifyPersonRequestNeeded",
    {
        "address": str,
        "reason": str,
    },
)
_RectifyPersonRequestFree = TypedDict(
    "_RectifyPersonRequestFree",
    {
        "channel": Channel,
        "new_address": str,
        "same_person": str,
        "language": str,
        "time_zone": str,
    },
    total=False,
)


class RectifyPersonRequest(_RectifyPersonRequestNeeded, _RectifyPersonRequestFree):
    pass



RectifyPersonAnswer = TypedDict(
    "RectifyPersonAnswer",
    {
        "request": PersonRequestView,
        "carried": Optional[CarriedToAddress],
    },
)

_RestrictPersonRequestNeeded = TypedDict(
    "_RestrictPersonRequestNeeded",
    {
        "address": str,
        "reason": str,
    },
)
_RestrictPersonRequestFree = TypedDict(
    "_RestrictPersonRequestFree",
    {
        "channel": Channel,
        "classes": List[TrafficClass],
    },
    total=False,
)


class RestrictPersonRequest(_RestrictPersonRequestNeeded, _RestrictPersonRequestFree):
    pass



LiftRestrictionRequest = TypedDict(
    "LiftRestrictionRequest",
    {
        "reason": str,
    },
)

_ObjectToMarketingRequestNeeded = TypedDict(
    "_ObjectToMarketingRequestNeeded",
    {
        "address": str,
        "reason": str,
    },
)
_ObjectToMarketingRequestFree = TypedDict(
    "_ObjectToMarketingRequestFree",
    {
        "channel": Channel,
    },
    total=False,
)


class ObjectToMarketingRequest(_ObjectToMarketingRequestNeeded, _ObjectToMarketingRequestFree):
    pass



ListPersonRequestsParams = TypedDict(
    "ListPersonRequestsParams",
    {
        "limit": int,
        "cursor": str,
    },
    total=False,
)

ListInboundParams = TypedDict(
    "ListInboundParams",
    {
        "limit": int,
        "cursor": str,
        "from": str,
    },
    total=False,
)

ListWebhooksAnswer = TypedDict(
    "ListWebhooksAnswer",
    {
        "data": List[WebhookView],
    },
)

ListWebhookDeliveriesParams = TypedDict(
    "ListWebhookDeliveriesParams",
    {
        "limit": int,
        "cursor": str,
        "state": WebhookDeliveryState,
    },
    total=False,
)

ListAuditParams = TypedDict(
    "ListAuditParams",
    {
        "limit": int,
        "cursor": str,
        "actor_id": str,
        "action": Literal["session.signed_in", "session.sign_in_failed", "session.signed_out", "session.revoked", "account.password_changed", "account.changed", "account.alert_mail_set", "member.joined", "member.role_changed", "member.removed", "invitation.created", "invitation.withdrawn", "key.created", "key.rotated", "key.revoked", "limit.set", "limit.lifted", "provider.created", "provider.changed", "route.created", "route.changed", "route.weight_changed", "route.paused", "route.pause_lifted", "weights.set", "weights.approved", "weights.rejected", "weights.undone", "weights.removed", "weights.ramp_paused", "weights.ramp_resumed", "weights.ramp_finished", "experiment.started", "experiment.stopped", "experiment.adopted", "success_model.switched", "webhook.created", "webhook.changed", "webhook.secret_rotated", "webhook.tested", "webhook.replayed", "webhook.removed", "suppression.added", "suppression.lifted", "consent.recorded", "list.created", "list.changed", "list.member_added", "list.members_imported", "import.created", "import.started", "import.canceled", "import.undo_started", "import.undone", "list.member_confirmed", "keyword.saved", "keyword.removed", "keyword.reply_set", "glossary.term_saved", "glossary.term_removed", "topic.saved", "topic.removed", "inbound.decided", "message.canceled", "message.revealed", "verification.canceled", "prefix.blocked", "prefix.allowed", "prefix.lifted", "fraud_rules.set", "workspace.created", "workspace.changed", "organisation.renamed", "organisation.second_factor_set", "single_sign_on.set", "single_sign_on.removed", "country.set", "country.removed", "sender.set", "sender.removed", "dlt.stored", "dlt.removed", "rule.answered", "rule.answer_removed", "cap.saved", "cap.removed", "registry.set", "registry.removed", "registry.asked", "prices.imported", "prices.undone", "exchange_rates.set", "exchange_rate.removed", "networks.imported", "lookup.set", "numbers.looked_up", "concentration.limit_set", "substitutions.set", "template.created", "template.version_added", "template.submitted", "template.approved", "template.rejected", "template.paused", "template.resumed", "template.drafting_asked", "template.translations_drafted", "template.translation_begun", "template.translation_accepted", "template.translation_rejected", "template.translation_reopened", "translation.set", "approval.asked", "approval.approved", "approval.rejected", "approval.withdrawn", "approval.used", "person.previewed", "person.copied", "person.erasure_asked", "person.erasure_rejected", "person.erased", "person.restricted", "person.restriction_lifted", "person.objected", "person.rectified"],
        "object_kind": Literal["user", "invitation", "key", "limit", "provider", "route", "weights", "experiment", "success_model", "webhook", "suppression", "consent", "list", "import", "keyword", "cap", "glossary", "topic", "inbound", "message", "verification", "prefix", "fraud_rules", "workspace", "organisation", "single_sign_on", "country", "sender", "dlt", "rule", "registry", "translation", "prices", "exchange_rates", "networks", "concentration", "substitutions", "template", "person", "approval"],
        "object_id": str,
        "since": str,
        "until": str,
    },
    total=False,
)

ExportAuditParams = TypedDict(
    "ExportAuditParams",
    {
        "after": int,
        "limit": int,
    },
    total=False,
)

ListDltEntriesParams = TypedDict(
    "ListDltEntriesParams",
    {
        "kind": DltEntryKind,
        "search": str,
        "cursor": str,
        "limit": int,
    },
    total=False,
)

ListDltExpiringParams = TypedDict(
    "ListDltExpiringParams",
    {
        "within_days": int,
    },
    total=False,
)

SaveDltEntitiesRequest = TypedDict(
    "SaveDltEntitiesRequest",
    {
        "entries": List[DltEntity],
    },
)

SaveDltHeadersRequest = TypedDict(
    "SaveDltHeadersRequest",
    {
        "entries": List[DltHeader],
    },
)

SaveDltTemplatesRequest = TypedDict(
    "SaveDltTemplatesRequest",
    {
        "entries": List[DltTemplateEntry],
    },
)

SaveDltCallsToActionRequest = TypedDict(
    "SaveDltCallsToActionRequest",
    {
        "entries": List[DltCta],
    },
)

SaveDltConsentTemplatesRequest = TypedDict(
    "SaveDltConsentTemplatesRequest",
    {
        "entries": List[DltConsentTemplate],
    },
)

ListSendersParams = TypedDict(
    "ListSendersParams",
    {
        "country": str,
        "status": SenderStatus,
    },
    total=False,
)

_ReadShownSenderParamsNeeded = TypedDict(
    "_ReadShownSenderParamsNeeded",
    {
        "country": str,
    },
)
_ReadShownSenderParamsFree = TypedDict(
    "_ReadShownSenderParamsFree",
    {
        "class": TrafficClass,
        "from": str,
    },
    total=False,
)


class ReadShownSenderParams(_ReadShownSenderParamsNeeded, _ReadShownSenderParamsFree):
    pass



ListPricesParams = TypedDict(
    "ListPricesParams",
    {
        "limit": int,
        "cursor": str,
        "route_id": str,
        "country": str,
        "state": Literal["current", "all"],
    },
    total=False,
)

ListNetworksParams = TypedDict(
    "ListNetworksParams",
    {
        "limit": int,
        "after": str,
    },
    total=False,
)

ListRequestsParams = TypedDict(
    "ListRequestsParams",
    {
        "limit": int,
        "cursor": str,
        "outcome": RequestOutcome,
        "error": Literal["request_invalid", "json_invalid", "unauthenticated", "forbidden", "second_factor_required", "not_found", "method_not_allowed", "idempotency_in_progress", "client_ref_taken", "not_cancelable", "conflict", "workspace_changed", "payload_too_large", "media_type_unsupported", "idempotency_mismatch", "rate_limited", "queue_overflow", "internal", "overloaded"],
        "operation": str,
        "api_key": str,
    },
    total=False,
)
