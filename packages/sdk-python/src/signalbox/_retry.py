import random
import threading
import time
from email.utils import parsedate_to_datetime
from typing import Optional

# Most tries of one call, the first included.
MAX_TRIES = 3
# A longer wait is left to the caller, who reads it from the error.
_LONGEST_WAIT = 60.0
_FIRST_PAUSE = 0.5
_RETRY_STATUSES = frozenset((429, 502, 503, 504))


class RetryBudget:
    """What keeps a client from making an outage worse: in the long run one call in ten is tried again.

    Every call puts a tenth into the purse and every retry takes one out; a purse of ten lets a new client bear a short
    disturbance.
    """

    def __init__(self) -> None:
        self._tokens = 10.0
        self._lock = threading.Lock()

    def deposit(self) -> None:
        with self._lock:
            self._tokens = min(10.0, self._tokens + 0.1)

    def withdraw(self) -> bool:
        """Whether one more retry may be made; takes it."""
        with self._lock:
            if self._tokens < 1:
                return False
            self._tokens -= 1
            return True


def is_passing(status: int, code: str, is_repeatable: bool) -> bool:
    """Whether a refusal may pass by itself.

    502 and 504 do not tell whether the call was done, so they are repeated only where a repeat changes nothing.
    """
    if status == 409:
        return code == "idempotency_in_progress"
    if status not in _RETRY_STATUSES:
        return False
    return is_repeatable or status in (429, 503)


def pause(tries: int, retry_after: Optional[float]) -> Optional[float]:
    """Seconds to wait before the next try, or None when the server asks for more than is waited for."""
    if retry_after is not None:
        if retry_after > _LONGEST_WAIT:
            return None
        # A little more than asked for, so that many clients do not come back in the same instant.
        return retry_after + random.random() * 0.25
    return _FIRST_PAUSE * 2 ** (tries - 1) * (0.5 + random.random() / 2)


def read_retry_after(value: Optional[str]) -> Optional[float]:
    """Reads Retry-After: seconds, or an HTTP date."""
    if value is None:
        return None
    if value.strip().isdigit():
        return float(value)
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (TypeError, ValueError):
        return None
