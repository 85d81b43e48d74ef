"""Pages for what cannot be shown: not there, not for you, too old a form, something went wrong.

A page that is not there and one that may not be read look the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yifa.interfaces.api import alive
from yifa.interfaces.office.role_words import tell_role
from yifa.interfaces.ui.speaking import speech_of
from yifa.record.access.choices import RoleName

API = "/api/"
SAFE = ("GET", "HEAD", "OPTIONS")
"""Ways of asking that send nothing to be recorded."""


def no_permission(request: HttpRequest, roles: Iterable[RoleName]) -> HttpResponse:
    """Who may use a page is told to somebody who may not."""
    say = speech_of(request).say
    names = [tell_role(role, speech_of(request)) for role in RoleName if role in set(roles)]
    detail = say("It is for: {roles}.", roles="、".join(names) if speech_of(request).tag == "zh" else ", ".join(names))
    more = say("If you need it for your work, ask the security administrator of your organ for the role.")
    return _told(request, HTTPStatus.FORBIDDEN, say("This page is not for your role"), detail, more)


def not_there(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """Nothing stands at an address, or nothing that may be read."""
    if request.path.startswith(API):
        return alive.not_there(request, exception)
    say = speech_of(request).say
    detail = say("There is nothing at this address, or nothing that you may read.")
    return _told(
        request,
        HTTPStatus.NOT_FOUND,
        say("There is no such page"),
        detail,
        say("Search for it, or go to the workbench."),
        say("Go back, or go to the workbench."),
    )


def unexpected(request: HttpRequest) -> HttpResponse:
    """Something went wrong here."""
    if request.path.startswith(API):
        return alive.unexpected(request)
    say = speech_of(request).say
    detail = say("It was written down for who looks after this installation.")
    sent = request.method not in SAFE
    more = (
        say("Nothing of what you just sent was recorded. Try again; if it happens again, tell the administrator.")
        if sent
        else say("Open the page again; if it happens again, tell the administrator.")
    )
    return _told(request, HTTPStatus.INTERNAL_SERVER_ERROR, say("Something went wrong here"), detail, more)


def too_much(request: HttpRequest, megabytes: int) -> HttpResponse:
    """More was sent at once than is taken."""
    say = speech_of(request).say
    detail = say("At most {most} MB are taken at once. Nothing was kept.", most=megabytes)
    more = say("Send the files in several parts, or ask the administrator to raise the limit.")
    return _told(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, say("Too much at once"), detail, more)


def too_often(request: HttpRequest, seconds: int) -> HttpResponse:
    """Somebody asks more often than anybody works."""
    say = speech_of(request).say
    detail = say("More was asked under this account in a minute than anybody can read.")
    more = say("Ask again in {seconds} seconds.", seconds=seconds)
    return _told(request, HTTPStatus.TOO_MANY_REQUESTS, say("Too many requests"), detail, more)


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that was open for too long, or came from elsewhere."""
    say = speech_of(request).say
    detail = say("Its page was opened too long ago, or before somebody signed in. Nothing was recorded.")
    return _told(request, HTTPStatus.FORBIDDEN, say("This form cannot be taken"), detail, say("Open the page anew."))


def _told(
    request: HttpRequest, status: HTTPStatus, title: str, detail: str, more: str, without_search: str = ""
) -> HttpResponse:
    """`without_search`: what is told instead of `more` to somebody whose pages have no field to search by."""
    told = {"title": title, "detail": detail, "more": more, "without_search": without_search, "status": int(status)}
    return render(request, "office/error.html", told, status=status)
