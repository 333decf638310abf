"""What this client raises on purpose."""

import json
from typing import Any, Dict, List, Mapping, Optional, TypedDict

FieldError = TypedDict("FieldError", {"path": str, "code": str, "message": str})


class SignalboxError(Exception):
    """Anything this client raises on purpose."""


class ConnectionError(SignalboxError):
    """No answer came: the address is wrong, the network is down, or the time was up.

    A call that may be repeated safely was.
    """


class ApiError(SignalboxError):
    """The api refused the call (RFC 9457).

    ``status`` is the HTTP status, ``code`` a stable code such as ``request_invalid`` (``http_502`` and the like when
    something before the api answered), ``cure`` one sentence that says what to do, ``request_id`` what to quote when
    you ask for help, ``errors`` every field at fault, ``retry_after`` the seconds until the call may be repeated.
    """

    def __init__(self, status: int, headers: Mapping[str, str], text: str, retry_after: Optional[float]) -> None:
        problem = _read_problem(text)
        errors = problem.get("errors")
        self.status = status
        self.code: str = problem.get("code") or f"http_{status}"
        self.cure: Optional[str] = problem.get("cure")
        self.request_id: Optional[str] = problem.get("request_id") or headers.get("x-request-id")
        self.errors: List[FieldError] = errors if isinstance(errors, list) else []
        self.retry_after = retry_after
        parts = [problem.get("title") or f"The server answered {status}."]
        if problem.get("detail"):
            parts.append(problem["detail"])
        parts.extend(f"{error.get('path')}: {error.get('message')}" for error in self.errors)
        super().__init__(" ".join(parts))


def _read_problem(text: str) -> Dict[str, Any]:
    try:
        value = json.loads(text)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
