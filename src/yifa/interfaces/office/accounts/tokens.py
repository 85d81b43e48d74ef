"""Tokens of systems: which there are, issuing one, revoking one."""

from __future__ import annotations

from datetime import date, timedelta

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yifa.interfaces.office.accounts.pages import SYSTEM
from yifa.interfaces.office.counting import count, so_many
from yifa.interfaces.office.declaring import page
from yifa.interfaces.office.desks import Asked, Desk
from yifa.interfaces.office.people import told_people
from yifa.record.access.choices import ADMINISTRATORS, RoleName
from yifa.record.access.models import RoleHeld
from yifa.record.organs.models import Officer
from yifa.record.organs.queries import on_day
from yifa.record.tokens.actions import LONGEST_DAYS, issue, revoke
from yifa.record.tokens.errors import NotIssued
from yifa.record.tokens.models import Token

YEAR = timedelta(days=365)
PAGE = 50
OFFERED = 200
"""So many officers can be chosen from, those that were put on the register last."""


@page("tokens/", name="tokens", roles=ADMINISTRATORS)
def tokens(request: Asked) -> HttpResponse:
    """The tokens of systems, those that hold first."""
    return _shown(request, [])


@page("tokens/issue/", name="token_issue", roles=SYSTEM, methods=("POST",), writes=True)
def token_issue(request: Asked) -> HttpResponse:
    """Issue a token to an officer who stands for a system; its secret is shown this once."""
    desk, say = request.desk, request.speech.say
    errors: list[tuple[str, str]] = []
    said = request.POST.get("officer", "")
    officer = _of_systems(desk).filter(pk=int(said[:18]) if said.isdigit() else 0).first()
    label = request.POST.get("label", "").strip()[:100]
    if officer is None:
        errors.append(("officer", say("Say in whose place the system works.")))
    if not label:
        errors.append(("label", say("Say which system it is.")))
    try:
        last = date.fromisoformat(request.POST.get("last", ""))
        if not 0 <= (last - desk.today).days <= LONGEST_DAYS:
            raise ValueError
    except ValueError:
        errors.append(("last", say("A token holds until a day within {days} days from today.", days=LONGEST_DAYS)))
    if errors or officer is None:
        return _shown(request, errors)
    writes = request.POST.get("writes") == "yes"
    _, secret = issue(officer, label, actor=desk.actor(), on=desk.today, last=last, writes=writes)
    return _shown(request, [], secret=secret, label=label)


@page("tokens/<int:token>/revoke/", name="token_revoke", roles=SYSTEM, methods=("POST",), writes=True)
def token_revoke(request: Asked, token: int) -> HttpResponse:
    """Revoke a token: from this moment on nothing is answered to it."""
    rows = Token.objects.filter(officer__organ__in=request.desk.scope.people)
    found = rows.select_related("officer__organ").filter(pk=token).first()
    if found is None:
        raise Http404
    try:
        revoke(found, actor=request.desk.actor(), on=request.desk.today)
    except NotIssued:
        return _shown(request, [("", request.speech.say("This token is revoked already."))])
    messages.success(request, request.speech.say("Done; it stands in the operation log."))
    return redirect("tokens")


def _of_systems(desk: Desk) -> QuerySet[Officer]:
    """Officers that stand for a system: without an account, with a role that the security administrator gave.

    So that who issues a token cannot come to read by it what he may not read himself.
    """
    held = on_day(RoleHeld.objects.all(), desk.today).values("officer")
    rows = Officer.objects.filter(organ_id__in=desk.scope.people, account__isnull=True, id__in=held)
    return rows.select_related("organ").order_by("id")


def _shown(request: Asked, errors: list[tuple[str, str]], secret: str = "", label: str = "") -> HttpResponse:
    desk, speech = request.desk, request.speech
    before = request.GET.get("before", "")
    held = Token.objects.filter(officer__organ__in=desk.scope.people)
    behind = held.filter(id__lt=int(before[:18])) if before.isdecimal() else held
    rows = list(behind.select_related("officer").order_by("-id")[: PAGE + 1])
    following, rows = f"?before={rows[PAGE - 1].id}" if len(rows) > PAGE else "", rows[:PAGE]
    offers = RoleName.SYSTEM_ADMINISTRATOR in desk.roles
    officers = list(_of_systems(desk).order_by("-id")[:OFFERED]) if offers else []
    people = told_people([*officers, *(one.officer for one in rows)], desk.today)
    told = {
        "lines": [(one, people[one.officer_id], _stands(one, desk.today)) for one in rows],
        "counted": so_many(count(held)),
        "next": following,
        "begun": reverse("tokens") if before else "",
        "officers": [people[one.id] for one in officers],
        "may_do": RoleName.SYSTEM_ADMINISTRATOR in desk.roles,
        "errors": errors,
        "secret": secret,
        "label": label,
        "values": {name: request.POST.get(name, "") for name in ("label", "officer", "writes")},
        "until": request.POST.get("last", "") or (desk.today + YEAR).isoformat(),
        "state_words": {
            "holds": speech.say("in force"),
            "revoked": speech.say("revoked"),
            "over": speech.say("over"),
        },
    }
    return render(request, "accounts/tokens.html", told, status=409 if errors else 200)


def _stands(one: Token, today: date) -> str:
    if one.revoked:
        return "revoked"
    return "holds" if one.last is None or one.last >= today else "over"
