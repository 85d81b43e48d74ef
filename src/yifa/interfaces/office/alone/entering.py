"""Entering the site for one person: by the key in the address, then by the cookie; nobody else gets anything."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yifa.interfaces.office.alone.key import DOOR, KEPT_SECONDS, cookie_of
from yifa.interfaces.office.alone_desk import alone_desk
from yifa.interfaces.ui.speaking import speech_of
from yifa.record.jobs.moments import now

HOME = "readings"
Answer = Callable[[HttpRequest], HttpResponse]


def entered(answer: Answer) -> Answer:
    """Let a request in where it brings the key or the cookie."""

    def answering(request: HttpRequest) -> HttpResponse:
        request.get_host()  # refuses a name of another host that was made to point here
        request.speech = speech = speech_of(request)  # type: ignore[attr-defined]
        request.desk = None  # type: ignore[attr-defined]
        if request.path == "/" and "key" in request.GET and DOOR.opens(request.GET["key"]):
            response = redirect(HOME)
            name = cookie_of(request)
            response.set_cookie(name, DOOR.token, max_age=KEPT_SECONDS, httponly=True, samesite="Strict")
            response.headers["Referrer-Policy"] = "no-referrer"
            return response
        if request.path.startswith("/static/"):
            return answer(request)
        if not DOOR.knows(request):
            return render(request, "alone/closed_door.html", status=HTTPStatus.FORBIDDEN)
        request.desk = alone_desk(now(), speech.say("This machine"))  # type: ignore[attr-defined]
        return redirect(HOME) if request.path == "/" else answer(request)

    return answering
