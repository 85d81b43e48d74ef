"""The language of a page: what was chosen by the switch, Chinese where nothing was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme

from yifa.wording import CHINESE, ENGLISH, Language, language

COOKIE = "yifa_language"
KEPT_SECONDS = 400 * 86_400
_DJANGO = {CHINESE: "zh-hans", ENGLISH: "en"}
"""What Django calls them, whose own forms speak too."""


def speech_of(request: HttpRequest) -> Language:
    """The language in which somebody is answered."""
    return language(request.COOKIES.get(COOKIE, CHINESE))


def spoken(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Let everything behind a request speak its language."""

    def answering(request: HttpRequest) -> HttpResponse:
        with translation.override(_DJANGO[speech_of(request).tag]):
            response = answer(request)
        response.headers.setdefault("Content-Language", "zh-Hans" if speech_of(request).tag == CHINESE else "en")
        return response

    return answering


def words(request: HttpRequest) -> dict[str, Any]:
    """How templates speak: `say`, `count` and `speech`."""
    speech = speech_of(request)
    return {"speech": speech, "say": speech.say, "count": speech.count, "zh": speech.tag == CHINESE}


def choose(response: HttpResponse, tag: str, *, secure: bool) -> None:
    """Keep a chosen language in the browser."""
    response.set_cookie(COOKIE, tag, max_age=KEPT_SECONDS, samesite="Lax", httponly=True, secure=secure)


def switched(request: HttpRequest) -> HttpResponse:
    """The answer to the switch of languages: back to the page one was on, in the other language from now on."""
    back = request.POST.get("back", "/")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure()):
        back = "/"
    response = redirect(back)
    tag = ENGLISH if request.POST.get("language") == ENGLISH else CHINESE
    choose(response, tag, secure=settings.SESSION_COOKIE_SECURE)
    return response
