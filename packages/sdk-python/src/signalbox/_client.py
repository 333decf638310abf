import os
import re
from typing import Optional

from ._resources import Resources
from ._transport import Transport
from .errors import SignalboxError


class Signalbox(Resources):
    """The public API of Signalbox. One client serves a whole program and all its threads: it counts its retries.

    ``api_key``: without it, SIGNALBOX_API_KEY. ``base_url``: the origin of your api, such as
    ``https://messages.example.com``; without it, SIGNALBOX_BASE_URL. ``timeout``: how long one try waits for the
    network, in seconds.
    """

    def __init__(
        self,
        *,
        api_key: Optional[str] = None,
        base_url: Optional[str] = None,
        timeout: float = 30.0,
    ) -> None:
        api_key = api_key or os.environ.get("SIGNALBOX_API_KEY")
        base_url = base_url or os.environ.get("SIGNALBOX_BASE_URL")
        if not api_key:
            raise SignalboxError("There is no API key: give api_key, or set SIGNALBOX_API_KEY.")
        if not base_url or not re.match(r"https?://[^/]", base_url):
            raise SignalboxError(
                "There is no address of the api: give base_url, or set SIGNALBOX_BASE_URL, "
                "such as https://messages.example.com."
            )
        super().__init__(Transport(api_key=api_key, base_url=base_url.rstrip("/"), timeout=timeout))
