import http.client
import json
import platform
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from typing import Any, Dict, Mapping, Optional

from ._pages import Pages
from ._retry import MAX_TRIES, RetryBudget, is_passing, pause, read_retry_after
from ._version import VERSION
from .errors import ApiError, ConnectionError, SignalboxError

_USER_AGENT = f"signalbox-python/{VERSION} (python {platform.python_version()})"


class _StayHere(urllib.request.HTTPRedirectHandler):
    """The key goes to the api named and nowhere else."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


class Transport:
    """Speaks with the api: one call in, one parsed answer out, retries and errors between."""

    def __init__(self, *, api_key: str, base_url: str, timeout: float) -> None:
        self._api_key = api_key
        self._base_url = base_url
        self._timeout = timeout
        self._budget = RetryBudget()
        self._opener = urllib.request.build_opener(_StayHere())

    def call(
        self,
        method: str,
        path: str,
        *,
        query: Optional[Mapping[str, Any]] = None,
        body: Optional[Mapping[str, Any]] = None,
        takes_key: bool = False,
        idempotency_key: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> Any:
        """Returns the answer of the api as it came. Fields that are None are not sent."""
        headers = {
            "Accept": "application/json",
            "Authorization": f"Bearer {self._api_key}",
            "User-Agent": _USER_AGENT,
        }
        data = None
        if body is not None:
            headers["Content-Type"] = "application/json"
            data = json.dumps({name: value for name, value in body.items() if value is not None}).encode("utf-8")
        if takes_key:
            headers["Idempotency-Key"] = idempotency_key or str(uuid.uuid4())
        url = self._base_url + path + _query_text(query)
        is_repeatable = method != "POST" or takes_key
        self._budget.deposit()
        tries = 1
        while True:
            request = urllib.request.Request(url, data=data, headers=headers, method=method)
            try:
                return self._try_once(request, self._timeout if timeout is None else timeout)
            except ApiError as error:
                may_pass = is_passing(error.status, error.code, is_repeatable)
                self._wait_or_raise(error, tries, may_pass, error.retry_after)
            except ConnectionError as error:
                self._wait_or_raise(error, tries, is_repeatable, None)
            tries += 1

    def pages(self, method: str, path: str, *, query: Mapping[str, Any], timeout: Optional[float] = None) -> Pages[Any]:
        """A list, page after page."""

        def fetch(cursor: Optional[str]) -> Dict[str, Any]:
            asked = query if cursor is None else {**query, "cursor": cursor}
            return self.call(method, path, query=asked, timeout=timeout)

        return Pages(fetch)

    def _wait_or_raise(self, error: SignalboxError, tries: int, may_pass: bool, retry_after: Optional[float]) -> None:
        seconds = pause(tries, retry_after)
        if not may_pass or tries == MAX_TRIES or seconds is None or not self._budget.withdraw():
            raise error
        time.sleep(seconds)

    def _try_once(self, request: urllib.request.Request, timeout: float) -> Any:
        try:
            with self._opener.open(request, timeout=timeout) as response:
                text = response.read().decode("utf-8")
                is_json = "json" in response.headers.get("content-type", "")
        except urllib.error.HTTPError as refusal:
            with refusal:
                raise _api_error(refusal, self._base_url) from None
        except (OSError, http.client.HTTPException) as cause:
            reason = getattr(cause, "reason", None) or cause
            raise ConnectionError(f"{self._base_url} did not answer ({reason}).") from cause
        if text == "":
            return None
        if not is_json:
            return text
        try:
            return json.loads(text)
        except ValueError as cause:
            raise SignalboxError("The answer is not the JSON it says it is.") from cause


def _api_error(refusal: urllib.error.HTTPError, base_url: str) -> SignalboxError:
    try:
        text = refusal.read().decode("utf-8", "replace")
    except (OSError, http.client.HTTPException) as cause:
        return ConnectionError(f"{base_url} broke off its answer ({cause}).")
    headers = {name.lower(): value for name, value in refusal.headers.items()}
    return ApiError(refusal.code, headers, text, read_retry_after(headers.get("retry-after")))


def _query_text(query: Optional[Mapping[str, Any]]) -> str:
    given = {name: _text(value) for name, value in (query or {}).items() if value is not None}
    return "?" + urllib.parse.urlencode(given) if given else ""


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def segment(id: str) -> str:
    """An id as one segment of a path; what would lead to another path is refused."""
    if not isinstance(id, str) or id in ("", ".", ".."):
        raise SignalboxError(f"{id!r} is no id: give the id that the api answered.")
    return urllib.parse.quote(id, safe="")
