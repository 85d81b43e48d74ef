"""A desk: who sits at it, for which organ, in which roles, what he may read, and which day it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from yifa.interfaces.office.kept_values import values_behind
from yifa.record.access.choices import RoleName
from yifa.record.access.queries import roles_held, scope_of
from yifa.record.accounts.models import Account
from yifa.record.accounts.queries import needs_new_password, officer_of
from yifa.record.organs.actions import Actor
from yifa.record.organs.models import Officer, OrganName, Post
from yifa.record.organs.queries import on_day
from yifa.record.scope import Remembered, Scope, everything
from yifa.record.tokens.permits import Held, permits, writes_cases
from yifa.wording import Language


@dataclass(frozen=True)
class Desk:
    """Somebody at work: found out anew for every request, so that a role that was ended opens nothing any more."""

    account: Account
    officer: Officer
    held: Held
    scope: Scope
    now: datetime
    name: str
    organ: str
    posts: tuple[str, ...]
    new_password: bool

    @property
    def today(self) -> date:
        """The day it is."""
        return self.now.date()

    @cached_property
    def roles(self) -> frozenset[RoleName]:
        """The roles, for whichever organ."""
        return frozenset(role for role, _ in self.held)

    def actor(self, because: str = "") -> Actor:
        """As whom somebody is recorded."""
        return Actor(f"officer{self.officer.id}", self.now, because)

    def may_write(self, organ: int, procedure: str) -> bool:
        """Whether cases of an organ under a procedure are opened and written here."""
        return writes_cases(self.held, organ, procedure)


class Asked(HttpRequest):
    """A request of somebody who sits at a desk."""

    desk: Desk
    htmx: HtmxDetails
    speech: Language


_POSTS = Remembered(
    lambda officer, day: on_day(Post.objects.filter(officer=officer), day).order_by("id").values_list("title"),
    int,
    date,
)
_ORGAN_NAMES = Remembered(
    lambda organ, day: on_day(OrganName.objects.filter(organ=organ), day).order_by("-first").values_list("name")[:1],
    int,
    date,
)


def desk_of(account: Account, moment: datetime) -> Desk:
    """The desk of an account at a moment."""
    today = moment.date()
    officer = officer_of(account)
    with everything("see who sits at a desk"):
        posts = tuple(title for (title,) in _POSTS(officer.id, today) if title)
        organ = next((name for (name,) in _ORGAN_NAMES(officer.organ_id, today)), officer.organ.code)
        names = values_behind([officer.name])
    roles = roles_held(officer, today)
    return Desk(
        account=account,
        officer=officer,
        held=permits(roles),
        scope=scope_of(officer, today, roles),
        now=moment,
        name=names.get(officer.name) or officer.number,
        organ=organ,
        posts=posts,
        new_password=needs_new_password(account, today),
    )
