"""The language of a page: what was chosen by the switch, Chinese where nothing was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import translation

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
