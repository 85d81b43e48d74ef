"""At how many places somebody is signed in; telling him when another is added; signing out there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.http import HttpRequest
from django.utils import timezone

from yifa.interfaces.office.logs.sign_ins import browser
from yifa.interfaces.ui.speaking import speech_of
from yifa.record.accounts.models import Account

KNOWN = "places known"
"""In a session: the newest place that its holder was told of."""


@dataclass(frozen=True)
class Place:
    """Where somebody is signed in."""

    id: int
    where: str
    by: str
    since: str
    seen: str
    here: bool


def places(account: Account, request: HttpRequest) -> list[Place]:
    """The places, this one first; those whose session is over are let go."""
    speech, key = speech_of(request), request.session.session_key
    found = [
        Place(
            one.id,
            str(one.ip),
            browser(one.user_agent),
            speech.moment(timezone.localtime(one.created_at)),
            speech.moment(timezone.localtime(one.last_seen_at)),
            one.session_key == key,
        )
        for one in UserSession.objects.filter(user=account).order_by("-last_seen_at")
        if one.exists()
    ]
    return sorted(found, key=lambda one: not one.here)


def noted(request: HttpRequest, moment: datetime) -> None:
    """Note that somebody is still there, and tell him of a place that was added since."""
    key = request.session.session_key
    rows = UserSession.objects.filter(user=request.user)
    rows.filter(session_key=key).update(last_seen_at=moment)
    newest = rows.exclude(session_key=key).order_by("-id").first()
    told = request.session.get(KNOWN)
    if newest is None:
        return
    request.session[KNOWN] = newest.id
    if newest.id > (told or 0) and newest.exists():
        say = speech_of(request).say
        at = timezone.localtime(newest.created_at)
        where = say(
            "Your account is signed in at another place too, since {at} from {where}. If that is not you, sign it out "
            "under “My account” and set a new password.",
            at=f"{at:%H:%M}",
            where=newest.ip,
        )
        messages.warning(request, where)


def end_place(account: Account, place: int) -> bool:
    """Sign somebody out at a place; no, where it is none of his."""
    found = UserSession.objects.filter(user=account, pk=place).first()
    if found is None:
        return False
    found.end()
    return True


def sign_out_elsewhere(account: Account, request: HttpRequest) -> int:
    """Sign somebody out everywhere but here; at how many places."""
    others = UserSession.objects.filter(user=account).exclude(session_key=request.session.session_key)
    found = list(others)
    for one in found:
        one.end()
    return len(found)
