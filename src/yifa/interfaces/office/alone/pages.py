"""The pages of the site for one person that an office has not: the switch of languages without an account, the end."""

from __future__ import annotations

import os
import signal
import threading

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yifa.interfaces.office.declaring import ANYBODY, NOBODY_ASKED, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.ui.speaking import switched

SOON = 0.5
"""Seconds after which the site ends, when its last page was sent."""


@page("language/", name="choose_language", roles=NOBODY_ASKED, methods=("POST",))
def choose_language(request: HttpRequest) -> HttpResponse:
    """The switch of languages: back to the page one was on."""
    return switched(request)


@page("close/", name="close_down", roles=ANYBODY, methods=("POST",))
def close_down(request: Asked) -> HttpResponse:
    """End the site; what was handed in to be checked is deleted, books and reports stay on this machine."""
    timer = threading.Timer(SOON, end)
    timer.daemon = True
    timer.start()
    return render(request, "alone/closed.html")


def end() -> None:
    """Tell the process that opened the site to end."""
    os.kill(os.getppid(), signal.SIGINT)
