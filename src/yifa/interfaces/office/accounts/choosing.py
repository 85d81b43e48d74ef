"""Which officers the list of accounts shows, and how each stands: has one, signs in, is shut out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Q, QuerySet, Sum
from django.http import QueryDict
from django.utils import timezone

from yifa.interfaces.office.asked_lists import AskedOfList
from yifa.interfaces.office.desks import Desk
from yifa.interfaces.office.organ_choice import meant
from yifa.interfaces.office.people import Person, told_people
from yifa.interfaces.office.role_words import tell_role
from yifa.record.access.choices import RoleName
from yifa.record.access.models import RoleHeld
from yifa.record.accounts.models import Account
from yifa.record.chain.canonical import canonical
from yifa.record.chain.models import KeptValue, sought_by
from yifa.record.organs.models import Officer
from yifa.record.organs.queries import on_day
from yifa.wording import Language

PAGE = 50
STATES = ("open", "none", "stopped", "closed", "locked")


@dataclass(frozen=True)
class Chosen(AskedOfList):
    """What is asked of the list; blank where it is not asked."""

    q: str = ""
    organ: str = ""
    state: str = ""
    role: str = ""

    @classmethod
    def of(cls, asked: QueryDict) -> Chosen:
        """As an address says it; what makes no sense is not asked."""
        told = cls.said(asked)
        told["state"] = told["state"] if told["state"] in STATES else ""
        told["role"] = told["role"] if told["role"] in RoleName.values else ""
        return cls(**told)

    @property
    def any(self) -> bool:
        """Whether anything is asked."""
        return self != Chosen()

    def officers(self, desk: Desk) -> QuerySet[Officer]:
        """The officers that are asked for, of those whose accounts may be seen."""
        rows = Officer.objects.filter(organ_id__in=desk.scope.people).order_by("id")
        if self.q:
            named = KeptValue.objects.filter(sought_by=sought_by(canonical(self.q))).values("commitment")
            rows = rows.filter(
                Q(number__startswith=self.q) | Q(account__username__startswith=self.q.lower()) | Q(name__in=named)
            )
        if self.organ:
            rows = rows.filter(organ_id=meant(self.organ, desk.scope.people, desk.today) or 0)
        if self.role:
            held = on_day(RoleHeld.objects.filter(role=self.role), desk.today)
            rows = rows.filter(id__in=held.values("officer"))
        match self.state:
            case "none":
                rows = rows.filter(account__isnull=True)
            case "open":
                rows = rows.filter(account__closed_on=None, account__stopped_on=None, account__isnull=False)
            case "stopped":
                rows = rows.filter(account__closed_on=None, account__stopped_on__isnull=False)
            case "closed":
                rows = rows.filter(account__closed_on__isnull=False)
            case "locked":
                rows = rows.filter(account__username__in=shut_out(), account__closed_on=None)
        return rows


@dataclass(frozen=True)
class Line:
    """A line of the list."""

    person: Person
    account: Account | None
    state: str
    roles: str
    factor: bool
    last_login: str


def shut_out() -> set[str]:
    """Names under which nobody is let in just now, for too many wrong tries."""
    lately = AccessAttempt.objects.filter(attempt_time__gte=timezone.now() - settings.AXES_COOLOFF_TIME).order_by()
    tried = lately.values("username").annotate(tries=Sum("failures_since_start"))
    return set(tried.filter(tries__gte=settings.AXES_FAILURE_LIMIT).values_list("username", flat=True))


def state_of(account: Account | None, locked: set[str]) -> str:
    """How an account stands, as `STATES` has it."""
    if account is None:
        return "none"
    if account.closed_on is not None:
        return "closed"
    if account.stopped_on is not None:
        return "stopped"
    return "locked" if account.username in locked else "open"


def tell_account_state(state: str, speech: Language) -> str:
    """How an account stands, in words."""
    say = speech.say
    return {
        "open": say("signs in"),
        "none": say("no account"),
        "stopped": say("stopped"),
        "closed": say("account closed"),
        "locked": say("shut out: too many wrong tries"),
    }[state]


def lines(officers: Sequence[Officer], desk: Desk, speech: Language) -> list[Line]:
    """Lines of the list, in a handful of queries however many they are."""
    people = told_people(officers, desk.today)
    accounts = {one.officer_id: one for one in Account.objects.filter(officer_id__in=people)}
    roles = _roles(people, desk.today, speech)
    factors = set(Authenticator.objects.filter(user__in=accounts.values()).values_list("user_id", flat=True))
    locked = shut_out()
    found = []
    for officer in officers:
        account = accounts.get(officer.id)
        seen = account.last_login if account else None
        found.append(
            Line(
                people[officer.id],
                account,
                state_of(account, locked),
                roles.get(officer.id, ""),
                account is not None and account.id in factors,
                speech.moment(timezone.localtime(seen)) if seen else "",
            )
        )
    return found


def _roles(people: Mapping[int, Person], today: date, speech: Language) -> dict[int, str]:
    found: dict[int, list[str]] = {}
    rows = on_day(RoleHeld.objects.filter(officer__in=list(people)), today).order_by("id")
    for officer, role in rows.values_list("officer_id", "role"):
        found.setdefault(officer, []).append(tell_role(RoleName(role), speech))
    return {officer: speech.list(list(dict.fromkeys(told))) for officer, told in found.items()}
