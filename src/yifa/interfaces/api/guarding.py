"""What stands before every request of the site: its size, and a line in the log with what came of it.

The log names route, status, token and time. It holds no body and no query: both may tell of somebody.
"""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from yifa.interfaces.api.problem_telling import too_large
from yifa.interfaces.api.problems import Refused
from yifa.interfaces.api.speaking import speech_of

LOG = logging.getLogger("yifa.site")


def guarded(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Before and after every request."""

    def answering(request: HttpRequest) -> HttpResponse:
        begun, id_ = time.perf_counter(), secrets.token_hex(8)
        refused = _refused(request)
        response = answer(request) if refused is None else refused.response()
        if response.status_code == 405 and _is_api(request):
            say = speech_of(request).say
            allowed = response.headers.get("Allow", "")
            told = Refused(
                405,
                "not-so",
                say("Not by this method"),
                say("Expected: {methods}", methods=allowed),
                headers={"Allow": allowed},
            )
            response = told.response()
        response.headers["Yifa-Request"] = id_
        if _is_api(request):
            response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        match = request.resolver_match
        LOG.info(
            "answered",
            extra={
                "request": id_,
                "method": request.method,
                "route": match.route if match else "",
                "status": response.status_code,
                "token": getattr(request, "token_id", None),
                "ms": round((time.perf_counter() - begun) * 1000, 1),
            },
        )
        return response

    return answering


def _refused(request: HttpRequest) -> Refused | None:
    """What is not looked at at all: too much at once; the office has a bound of its own."""
    speech = speech_of(request)
    said = request.META.get("CONTENT_LENGTH") or "0"
    length = int(said) if said.isascii() and said.isdigit() else 0
    if length > settings.API_LARGEST_BODY and _is_api(request):
        return too_large(speech)
    return None


def _is_api(request: HttpRequest) -> bool:
    return request.path.startswith("/api/")
