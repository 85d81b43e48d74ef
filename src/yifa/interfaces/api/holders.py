"""Who asks: the token, its officer, his roles and what he may read; found out anew for every request.

A token that was revoked is answered no more from that moment on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.http import HttpRequest
from ninja.security import HttpBearer

from yifa.interfaces.api.limits import Exceeded, limit
from yifa.interfaces.api.problems import Refused
from yifa.interfaces.api.speaking import speech_of
from yifa.record.access.choices import RoleName
from yifa.record.access.models import RoleHeld
from yifa.record.access.queries import roles_held, scope_of
from yifa.record.jobs import moments
from yifa.record.organs.actions import Actor
from yifa.record.organs.models import Officer
from yifa.record.scope import Scope
from yifa.record.tokens.models import Token
from yifa.record.tokens.permits import Held, permits
from yifa.record.tokens.queries import token_of


@dataclass
class Holder:
    """Who asks, on which day."""

    token: Token
    today: date
    roles_held: Sequence[RoleHeld]

    @property
    def officer(self) -> Officer:
        """The officer in whose place the system works."""
        return self.token.officer

    @cached_property
    def scope(self) -> Scope:
        """What he may read."""
        return scope_of(self.officer, self.today, self.roles_held)

    @cached_property
    def held(self) -> Held:
        """His roles, each with the organ for which he holds it."""
        return permits(self.roles_held)

    @property
    def roles(self) -> set[RoleName]:
        """His roles, for whichever organ."""
        return {role for role, _ in self.held}

    def actor(self, because: str = "") -> Actor:
        """As whom he is recorded: the officer and the token."""
        return Actor(f"officer{self.officer.id} token{self.token.id}", moments.now(), because)


class Asked(HttpRequest):
    """A request whose holder is known."""

    auth: Holder


JSON, MULTIPART = "application/json", "multipart/form-data"


class TokenOf(HttpBearer):
    """Asks for a token whose holder has one of the roles of a route, and may write where the route does."""

    def __init__(self, roles: frozenset[RoleName], *, writes: bool, takes: str, query: frozenset[str]) -> None:
        super().__init__()
        self.roles = roles
        self.writes = writes
        self.takes = takes
        self.query = query

    def __call__(self, request: HttpRequest) -> Holder:
        """The holder. Raises `Refused`."""
        said = request.headers.get("Authorization", "")
        kind, _, secret = said.partition(" ")
        found = self.authenticate(request, secret.strip()) if kind.lower() == "bearer" and secret.strip() else None
        if found is None:
            self._slow_down(f"address {request.META.get('REMOTE_ADDR', '')}", request)
            say = speech_of(request).say
            detail = say("Send a token that holds today, in the header Authorization: Bearer …")
            raise Refused(401, "no-token", say("No valid token"), detail, headers={"WWW-Authenticate": "Bearer"})
        if self.writes and request.META.get("CONTENT_LENGTH") not in (None, "", "0"):
            self._expect_kind(request)
        if unknown := sorted(set(request.GET) - self.query):
            say = speech_of(request).say
            known = speech_of(request).list(sorted(self.query)) or "—"
            detail = say("Found {unknown} in the address; there can be: {known}", unknown=unknown[0], known=known)
            raise Refused(422, "wrong-shape", say("The request has not the shape asked for"), detail)
        return found

    def _expect_kind(self, request: HttpRequest) -> None:
        """Refuse a body of another kind before anybody reads it."""
        whole = request.content_type != MULTIPART or (request.content_params or {}).get("boundary")
        if request.content_type != self.takes or not whole:
            say = speech_of(request).say
            detail = say("Expected: {kinds}", kinds=self.takes)
            raise Refused(415, "not-this-kind", say("Not of a kind that is read"), detail)
        if request.content_type == MULTIPART and request.POST:
            say = speech_of(request).say
            detail = say("Send files alone; found a field that is none.")
            raise Refused(422, "wrong-shape", say("The request has not the shape asked for"), detail)

    def authenticate(self, request: HttpRequest, token: str) -> Holder | None:
        """The holder of a token, if it holds."""
        today = moments.now().date()
        found = token_of(token, today)
        if found is None:
            return None
        request.token_id = found.id  # type: ignore[attr-defined]
        self._slow_down(f"token {found.id}", request)
        holder = Holder(found, today, roles_held(found.officer, today))
        say = speech_of(request).say
        if not self.roles & holder.roles:
            raise Refused(
                403,
                "no-role",
                say("Not for this role"),
                say("This is answered to: {roles}.", roles=speech_of(request).list(sorted(self.roles))),
            )
        if self.writes and not found.writes:
            raise Refused(403, "reads-only", say("This token only reads"), say("Ask for one that may write."))
        return holder

    def _slow_down(self, who: str, request: HttpRequest) -> None:
        try:
            limit(who)
        except Exceeded as error:
            say = speech_of(request).say
            detail = say("Ask again in {seconds} seconds.", seconds=error.seconds)
            headers = {"Retry-After": str(error.seconds)}
            raise Refused(429, "too-many", say("Too many requests"), detail, headers=headers) from None
