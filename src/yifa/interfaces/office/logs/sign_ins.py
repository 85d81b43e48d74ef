"""The log of signing in: who came in, when and from where, who was turned away, who left; newest first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from axes.models import AccessFailureLog, AccessLog
from django.db.models import Q
from django.utils import timezone

from yifa.interfaces.office.logs.asking import AskedOfLog
from yifa.interfaces.office.logs.finding import officers_called
from yifa.record.accounts.models import Account
from yifa.record.chain.chained import values_of
from yifa.record.organs.models import Officer
from yifa.wording import Language

PAGE = 50
KINDS = ("in", "failed", "shut")
_BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
_SAID_NOTHING = "<unknown>"
"""What django-axes keeps of a program that does not say what it is."""
_SYSTEMS = ("Windows", "Android", "iPhone", "Mac OS", "Linux")


@dataclass(frozen=True)
class SignIn:
    """A line: somebody came in or was turned away. `left`: when he signed out, where he did."""

    at: str
    account: str
    name: str
    kind: str
    where: str
    by: str
    left: str
    place: str


def sign_ins(asked: AskedOfLog, organs: Iterable[int], after: str = "", many: int = PAGE) -> tuple[list[SignIn], str]:
    """Lines that are asked for, and the place from which the next go on; blank at the end."""
    officers = Officer.objects.filter(organ_id__in=set(organs))
    chosen = officers.filter(organ_id=int(asked.organ[:18])) if asked.organ else officers
    own = Account.objects.filter(officer__in=chosen.values("id"))
    others = Account.objects.exclude(officer__in=officers.values("id"))
    came = AccessLog.objects.filter(username__in=own.values("username"))
    failed = AccessFailureLog.objects.exclude(username__in=others.values("username"))
    if asked.organ:
        failed = failed.filter(username__in=own.values("username"))
    limits = Q(attempt_time__gte=asked.begins)
    if asked.ends is not None:
        limits &= Q(attempt_time__lt=asked.ends)
    if (place := _moment(after)) is not None:
        limits &= Q(attempt_time__lt=place)
    if asked.who:
        called = Account.objects.filter(officer__in=officers_called(asked.who)).values("username")
        limits &= Q(username=asked.who.lower()) | Q(username__in=called) | Q(ip_address=_address(asked.who))
    found: list[AccessLog | AccessFailureLog] = []
    if asked.verb in ("", "in"):
        found += came.filter(limits).order_by("-attempt_time")[: many + 1]
    if asked.verb != "in":
        turned = failed.filter(locked_out=asked.verb == "shut") if asked.verb in ("failed", "shut") else failed
        found += turned.filter(limits).order_by("-attempt_time")[: many + 1]
    found.sort(key=lambda one: one.attempt_time, reverse=True)
    page = found[:many]
    names = _names({one.username for one in page})
    following = page[-1].attempt_time.isoformat() if len(found) > many else ""
    return [_line(one, names) for one in page], following


def tell_kind(kind: str, speech: Language) -> str:
    """What came of it."""
    say = speech.say
    return {"in": say("signed in"), "failed": say("turned away"), "shut": say("turned away: shut out")}[kind]


def _line(one: AccessLog | AccessFailureLog, names: dict[str, str]) -> SignIn:
    kind = "in" if isinstance(one, AccessLog) else "shut" if one.locked_out else "failed"
    left = getattr(one, "logout_time", None)
    moment = timezone.localtime(one.attempt_time)
    return SignIn(
        f"{moment:%Y-%m-%d %H:%M:%S}",
        one.username or "",
        names.get(one.username or "", ""),
        kind,
        str(one.ip_address or ""),
        browser(one.user_agent),
        f"{timezone.localtime(left):%H:%M:%S}" if left else "",
        one.attempt_time.isoformat(),
    )


def browser(told: str) -> str:
    """What a browser says of itself, in three words.

    >>> browser("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/83.0.4103.116 Safari/537.36")
    'Chrome 83 · Windows'
    """
    for sign, name in _BROWSERS:
        if found := re.search(rf"{sign}[A-Za-z]*/(\d+)", told):
            system = next((one for one in _SYSTEMS if one in told), "")
            return f"{name} {found.group(1)}" + (f" · {system}" if system else "")
    return "" if told == _SAID_NOTHING else told[:40]


def _names(accounts: set[str | None]) -> dict[str, str]:
    rows = dict(Account.objects.filter(username__in=accounts).values_list("officer_id", "username"))
    officers = list(Officer.objects.filter(id__in=rows))
    values = values_of(officers)
    return {rows[one.id]: values.get(one.name) or one.number for one in officers}


def _moment(said: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(said)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None


def _address(said: str) -> str | None:
    """An address of a machine, where something that looks like one is said."""
    return said if re.fullmatch(r"[0-9a-fA-F.:]{3,45}", said) and (":" in said or said.count(".") == 3) else None
