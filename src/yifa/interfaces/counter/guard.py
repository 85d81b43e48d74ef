"""Which requests the counter answers: those of the one page it handed out, from this machine, and no other.

A name of another host that was made to point here (DNS rebinding) is told by the `Host` header; a page of another site
that sends something here by `Origin` and `Sec-Fetch-Site`; and who does not know the key of this run gets nothing.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie

ADDRESS = "127.0.0.1"
"""The only address the counter stands on."""


@dataclass(frozen=True)
class Guard:
    """What is asked of a request to the counter on a port; `key` is made anew for every run."""

    port: int
    key: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)

    @property
    def hosts(self) -> tuple[str, ...]:
        """The names under which the counter is reached."""
        return f"{ADDRESS}:{self.port}", f"localhost:{self.port}"

    @property
    def cookie(self) -> str:
        """The name of the cookie; cookies do not know ports, so that its name does."""
        return f"yifa_{self.port}"

    @property
    def address(self) -> str:
        """Where to begin: the page with its key."""
        return f"http://{self.hosts[0]}/?key={self.key}"

    def is_own_host(self, headers: Mapping[str, str]) -> bool:
        """Whether the request names this machine as its host."""
        return headers.get("Host", "") in self.hosts

    def is_key(self, given: str) -> bool:
        """Whether it is the key of this run."""
        return hmac.compare_digest(given.encode(), self.key.encode())

    def has_key(self, headers: Mapping[str, str]) -> bool:
        """Whether the request brings the key along."""
        try:
            cookies = SimpleCookie(headers.get("Cookie", ""))
        except CookieError:
            return False
        held = cookies.get(self.cookie)
        return held is not None and self.is_key(held.value)

    def may_change(self, headers: Mapping[str, str]) -> bool:
        """Whether a request that changes something comes from the counter's own page."""
        origin, site = headers.get("Origin"), headers.get("Sec-Fetch-Site")
        return origin in {f"http://{host}" for host in self.hosts} and site in (None, "same-origin")

    def cookie_header(self) -> str:
        """What the first answer sets."""
        return f"{self.cookie}={self.key}; Path=/; HttpOnly; SameSite=Strict"
