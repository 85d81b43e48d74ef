"""How often whoever signed in may ask in a minute, of each process: more than anybody works, less than a program."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

from yifa.interfaces.api.limits import Exceeded, limit
from yifa.interfaces.office.errors import too_often

A_MINUTE = 600
"""So many requests of one account in a minute."""


def refused(request: HttpRequest, account: int) -> HttpResponse | None:
    """An answer to who asks too often; None for everybody else."""
    try:
        limit(f"account {account}", A_MINUTE)
    except Exceeded as error:
        response = too_often(request, error.seconds)
        response.status_code = HTTPStatus.TOO_MANY_REQUESTS
        response.headers["Retry-After"] = str(error.seconds)
        return response
    return None
