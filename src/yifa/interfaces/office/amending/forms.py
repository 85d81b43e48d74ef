"""What the small forms of this room share: whose case it is, what was typed, and how a refusal is shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from yifa.interfaces.office.amending.refusals import Refusal, told_refusal
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.errors import no_permission
from yifa.interfaces.office.matters import matters
from yifa.record.cases.errors import NotRecorded
from yifa.record.cases.models import Case
from yifa.record.tokens.permits import writer_of

Errors = list[tuple[str, str]]


def kept_out(request: Asked, case: Case) -> HttpResponse | None:
    """The answer to who does not write this case; None for who does."""
    if request.desk.may_write(case.organ_id, case.procedure):
        return None
    return no_permission(request, [writer_of(case.procedure)])


def typed(request: Asked, *names: str) -> dict[str, str]:
    """What was typed, without the blanks around it."""
    return {name: request.POST.get(name, "").strip() for name in names}


def day_typed(request: Asked, errors: Errors, name: str = "on") -> date:
    """The day that was typed, not later than today; today, and an error, where it cannot be read."""
    desk, say = request.desk, request.speech.say
    try:
        found = date.fromisoformat(request.POST.get(name, ""))
    except ValueError:
        errors.append((name, say("The day cannot be read; expected one such as 2026-03-02.")))
        return desk.today
    if found > desk.today:
        errors.append((name, say("The day lies ahead; what has not happened yet is not recorded.")))
    return found


def chosen(request: Asked, name: str) -> int:
    """The number that was chosen; 0 where none was."""
    text = request.POST.get(name, "")
    return int(text) if text.isascii() and text.isdigit() else 0


def chosen_many(request: Asked, name: str) -> set[int]:
    """The numbers that were chosen."""
    return {int(text) for text in request.POST.getlist(name) if text.isascii() and text.isdigit()}


def done(request: Asked, doing: Callable[[], object]) -> Refusal | None:
    """Do something; why it was refused, where it was."""
    try:
        doing()
    except NotRecorded as error:
        return told_refusal(error, request.speech)
    return None


def noted(request: Asked, words: str, to: str, case: Case) -> HttpResponse:
    """Say that something was done, and go on."""
    messages.success(request, words)
    return redirect(to, case=case.id)


def form(
    request: Asked,
    case: Case,
    template: str,
    *,
    errors: Errors | None = None,
    refusal: Refusal | None = None,
    **more: Any,
) -> HttpResponse:
    """A form of this room with its case, what was typed, and what speaks against it."""
    told = {
        "case": case,
        "matter": matters([case], request.desk.today, request.speech)[case.id],
        "errors": errors or [],
        "refusal": refusal,
        "today": request.desk.today.isoformat(),
        "typed": request.POST,
        "kept": "",
    }
    status = 409 if errors or refusal is not None else 200
    return render(request, f"amending/{template}.html", told | more, status=status)
