"""Webhooks as your endpoint receives them, checked by the Standard Webhooks specification."""

import base64
import binascii
import hashlib
import hmac
import json
import re
import time
from typing import Any, Mapping, Optional, TypedDict, Union, cast

from .errors import SignalboxError

_PREFIX = "whsec_"

WebhookEvent = TypedDict("WebhookEvent", {"id": str, "type": str, "timestamp": str, "data": Any})


class WebhookVerificationError(SignalboxError):
    """The request is not from your Signalbox, was changed on its way, or is too old. Answer it with 400."""


def verify(
    body: Union[str, bytes],
    headers: Mapping[str, str],
    secret: str,
    *,
    tolerance: float = 300.0,
    now: Optional[float] = None,
) -> WebhookEvent:
    """Checks a webhook and returns its event.

    ``body`` is the text or the bytes exactly as they came, before any parser; ``secret`` is the one shown when the
    endpoint was made (``whsec_...``). ``id`` of the event is the same at every try: keep it to take an event once.
    """
    given = {name.lower(): value for name, value in headers.items()}
    id = _header(given, "webhook-id")
    timestamp = _header(given, "webhook-timestamp")
    signatures = _header(given, "webhook-signature")
    if not re.fullmatch(r"[0-9]{1,12}", timestamp):
        raise WebhookVerificationError("The header webhook-timestamp is no number.")
    if abs((time.time() if now is None else now) - int(timestamp)) > tolerance:
        raise WebhookVerificationError(f"The webhook is more than {tolerance:g} s old or ahead of the clock.")
    raw = body.encode("utf-8") if isinstance(body, str) else bytes(body)
    signed = f"{id}.{timestamp}.".encode("utf-8") + raw
    expected = base64.b64encode(hmac.new(_key(secret), signed, hashlib.sha256).digest())
    # All of them are looked at: there are two while a secret is being rotated.
    fits = [
        hmac.compare_digest(signature[3:].encode("utf-8"), expected)
        for signature in signatures.split(" ")
        if signature.startswith("v1,")
    ]
    if not any(fits):
        raise WebhookVerificationError("No signature fits: another secret, or the body was changed.")
    try:
        event = json.loads(raw)
    except ValueError:
        event = None
    if not isinstance(event, dict):
        raise WebhookVerificationError("The body is not a JSON object.")
    return cast(WebhookEvent, {**event, "id": id})


def _key(secret: str) -> bytes:
    try:
        key = base64.b64decode(secret[len(_PREFIX) :] if secret.startswith(_PREFIX) else secret, validate=True)
    except binascii.Error:
        key = b""
    if not key:
        raise WebhookVerificationError("The secret is not whole: give the one that begins with whsec_.")
    return key


def _header(headers: Mapping[str, str], name: str) -> str:
    value = headers.get(name)
    if not value:
        raise WebhookVerificationError(f"The header {name} is missing.")
    return value
