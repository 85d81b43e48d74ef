"""The key of one run of the site for one person: it stands in the address once, and is traded for a cookie.

Who does not bring the cookie gets nothing. The key opens once: an address that stands in a history, or that somebody
saw, opens nothing any more.
"""

from __future__ import annotations

import hmac
import os
import secrets
from dataclasses import dataclass, field

from django.http import HttpRequest

VARIABLE = "YIFA_ALONE_KEY"
"""Where the process that opens the site says the key to the one that answers."""
KEPT_SECONDS = 12 * 3600


@dataclass
class Door:
    """What opens; `key` blank: it was used, or there was none."""

    key: str
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)

    def opens(self, given: str) -> bool:
        """Whether a key opens; from then on it opens nothing."""
        if not self.key or not hmac.compare_digest(given.encode(), self.key.encode()):
            return False
        self.key = ""
        return True

    def knows(self, request: HttpRequest) -> bool:
        """Whether a request brings the cookie along."""
        held = request.COOKIES.get(cookie_of(request), "")
        return hmac.compare_digest(held.encode(), self.token.encode())


def cookie_of(request: HttpRequest) -> str:
    """The name of the cookie; cookies do not know ports, so that its name does."""
    return f"yifa_alone_{request.get_port()}"


DOOR = Door(os.environ.pop(VARIABLE, ""))
"""The door of this process."""
