"""Posting: one request to another system, with its certificate checked, no proxy, and nowhere else than it said."""

from __future__ import annotations

import ssl
import urllib.error
import urllib.request
from collections.abc import Mapping
from http.client import HTTPException
from pathlib import Path
from typing import Any

from yifa.record.deliveries.sending import Post

SECONDS = 10
"""How long an answer is waited for."""


class _StaysThere(urllib.request.HTTPRedirectHandler):
    """Events go where they were sent to."""

    def redirect_request(self, *_: Any) -> None:
        """Follow nobody."""


def posting(authorities: Path | None = None) -> Post:
    """A way to post; `authorities`: a file with the certificates of the office's own CA beside the system's."""
    context = ssl.create_default_context()
    if authorities is not None:
        context.load_verify_locations(cafile=authorities)
    handlers = (urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=context), _StaysThere())
    opener = urllib.request.build_opener(*handlers)

    def post(address: str, body: bytes, headers: Mapping[str, str]) -> int:
        asked = urllib.request.Request(address, body, dict(headers), method="POST")  # noqa: S310 - https, or this machine
        try:
            with opener.open(asked, timeout=SECONDS) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            with error:
                return error.code
        except HTTPException as error:
            raise OSError(str(error) or type(error).__name__) from error

    return post
