"""Whether the site is alive: for what watches it, without a token and without telling anything but that.

And what is answered where there is no route at all.
"""

from __future__ import annotations

import json

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse

from yifa.interfaces.api.problem_telling import not_found
from yifa.interfaces.api.problems import Refused
from yifa.interfaces.api.speaking import speech_of


def alive(request: HttpRequest) -> HttpResponse:
    """200 where the database answers, else 503."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return _said({"alive": False}, 503)
    return _said({"alive": True}, 200)


def _said(what: dict[str, bool], status: int) -> HttpResponse:
    return HttpResponse(json.dumps(what), status=status, content_type="application/json")


def not_there(request: HttpRequest, exception: Exception) -> HttpResponse:
    """No such route."""
    return not_found(speech_of(request)).response()


def unexpected(request: HttpRequest) -> HttpResponse:
    """Something that nobody expected."""
    say = speech_of(request).say
    detail = say("It was written down for who looks after this installation.")
    return Refused(500, "unexpected", say("Something went wrong here"), detail).response()
