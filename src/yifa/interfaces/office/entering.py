"""Entering: before a page is asked for, it is known who asks, and only what he may read can be read.

The scope holds for the whole request. Who did nothing for long, or whose account was closed, signs in anew; who has a
password of somebody else's sets his own first.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from yifa.interfaces.office.desks import desk_of
from yifa.interfaces.office.limits import refused
from yifa.interfaces.office.login.elsewhere import noted
from yifa.interfaces.ui.speaking import speech_of
from yifa.oversight.standing.following import follow
from yifa.record.jobs.moments import now
from yifa.record.scope import within

SEEN = "seen"
NOTED_SECONDS = 60
"""So often it is noted that somebody is there."""
WITHOUT_DESK = ("/api/", "/alive", "/static/")
"""Where nobody sits at a desk."""
JUDGED_AT_ONCE = 60
"""So many cases are judged anew before a page is shown; more is left to the worker."""
Answer = Callable[[HttpRequest], HttpResponse]


def entered(answer: Answer) -> Answer:
    """Let a request in with its desk, within its scope."""

    def answering(request: HttpRequest) -> HttpResponse:
        request.speech = speech_of(request)  # type: ignore[attr-defined]
        request.desk = None  # type: ignore[attr-defined]
        if request.path.startswith(WITHOUT_DESK) or not request.user.is_authenticated:
            return answer(request)
        moment = now()
        if not request.user.is_active or _left_alone(request, moment):
            logout(request)
            return answer(request)
        if (too_often := refused(request, request.user.pk)) is not None:
            return too_often
        desk = desk_of(request.user, moment)
        request.desk = desk  # type: ignore[attr-defined]
        if desk.new_password and request.path not in _without_password():
            return redirect("account_change_password")
        follow(moment.date(), most=JUDGED_AT_ONCE)
        with within(desk.scope):
            return answer(request)

    return answering


def _left_alone(request: HttpRequest, moment: datetime) -> bool:
    """Whether nothing was done for longer than is allowed; notes that something is done now."""
    second = int(moment.timestamp())
    seen = request.session.get(SEEN)
    if seen is not None and second - seen > settings.IDLE_SECONDS:
        return True
    if seen is None or second - seen >= NOTED_SECONDS:
        request.session[SEEN] = second
        noted(request, moment)
    return False


def _without_password() -> set[str]:
    names = ("account_change_password", "account_logout", "account_reauthenticate", "choose_language")
    return {reverse(name) for name in names}
