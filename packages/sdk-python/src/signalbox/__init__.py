"""Send messages and codes through Signalbox, and learn what became of them."""

from . import types, webhooks
from ._client import Signalbox
from ._pages import Pages
from ._version import VERSION as __version__
from .errors import ApiError, ConnectionError, FieldError, SignalboxError

__all__ = [
    "ApiError",
    "ConnectionError",
    "FieldError",
    "Pages",
    "Signalbox",
    "SignalboxError",
    "__version__",
    "types",
    "webhooks",
]
