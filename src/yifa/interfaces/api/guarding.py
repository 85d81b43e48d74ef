"""What stands before every request of the site: its size, and a line in the log with what came of it.

The log names route, status, token and time. It holds no body and no query: both may tell of somebody. What asks the
API goes straight to it, past what is only for people at a desk: sessions, forms, accounts, assets.
"""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.core.handlers.exception import convert_exception_to_response
from django.http import HttpRequest, HttpResponse
from django.utils.module_loading import import_string

from yifa.interfaces.api.problem_telling import too_large
from yifa.interfaces.api.problems import Refused
from yifa.interfaces.api.speaking import speech_of

LOG = logging.getLogger("yifa.site")


Answer = Callable[[HttpRequest], HttpResponse]


_Handler: Any = BaseHandler


class _Straight(_Handler):  # type: ignore[misc]  # what Django's handlers are made of has no types
    """The way to the API: what `API_MIDDLEWARE` names, and nothing else."""

    def way(self) -> Answer:
        """The whole way, to be asked."""
        self._view_middleware = self._template_response_middleware = self._exception_middleware = ()
        answer: Any = convert_exception_to_response(self._get_response)
        for name in reversed(settings.API_MIDDLEWARE):
            answer = convert_exception_to_response(import_string(name)(answer))
        found: Answer = answer
        return found


def guarded(answer: Answer) -> Answer:
    """Before and after every request."""
    straight = _Straight().way()

    def answering(request: HttpRequest) -> HttpResponse:
        begun, id_ = time.perf_counter(), secrets.token_hex(8)
        refused = _refused(request)
        way = straight if _is_api(request) else answer
        response = way(request) if refused is None else refused.response()
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
            if not response.streaming:
                response.headers.setdefault("Content-Length", str(len(response.content)))
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
    said = request.META.get("CONTENT_LENGTH") or "0"
    length = int(said) if said.isascii() and said.isdigit() else 0
    if length > settings.API_LARGEST_BODY and _is_api(request):
        return too_large(speech_of(request))
    return None


def _is_api(request: HttpRequest) -> bool:
    return request.path.startswith("/api/")
