"""Accounts: their list, one officer's, and what the system administrator does to it."""

from __future__ import annotations

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from yifa.interfaces.office.accounts.choosing import (
    PAGE,
    STATES,
    Chosen,
    lines,
    shut_out,
    state_of,
    tell_account_state,
)
from yifa.interfaces.office.accounts.first_passwords import first_password
from yifa.interfaces.office.accounts.refusals import tell_refusal
from yifa.interfaces.office.declaring import page
from yifa.interfaces.office.desks import Asked, Desk
from yifa.interfaces.office.matters import organ_names
from yifa.interfaces.office.organ_choice import to_choose
from yifa.interfaces.office.people import told_people
from yifa.interfaces.office.role_words import tell_role
from yifa.record.access.choices import ADMINISTRATORS, RoleName
from yifa.record.access.models import Grant, RoleHeld
from yifa.record.accounts import actions
from yifa.record.accounts.errors import NoAccount
from yifa.record.accounts.models import Account
from yifa.record.organs.models import Officer
from yifa.record.organs.queries import on_day

SYSTEM = frozenset({RoleName.SYSTEM_ADMINISTRATOR})
DONE = ("stop", "let-on", "close", "unlock", "factor", "link")
"""What is done to an account beside opening it and setting a password."""


@page("accounts/", name="accounts", roles=ADMINISTRATORS)
def accounts(request: Asked) -> HttpResponse:
    """The officers of the organs one administers, each with his account."""
    desk, speech = request.desk, request.speech
    chosen = Chosen.of(request.GET)
    rows = chosen.officers(desk).select_related("organ")
    after = request.GET.get("after", "")
    begun = int(after[:18]) if after.isdigit() else 0
    found = list(rows.filter(id__gt=begun)[: PAGE + 1])
    organs = organ_names(desk.scope.people, desk.today)
    told = {
        "chosen": chosen,
        "lines": lines(found[:PAGE], desk, speech),
        "counted": rows.count(),
        "organs": to_choose(organs),
        "many_organs": len(organs) > 1,
        "states": [(one, tell_account_state(one, speech)) for one in STATES],
        "roles": [(one.value, tell_role(one, speech)) for one in RoleName],
        "state_words": {one: tell_account_state(one, speech) for one in STATES},
        "next": chosen.address(found[PAGE - 1].id) if len(found) > PAGE else "",
        "begun": chosen.address() if begun else "",
    }
    return render(request, "accounts/accounts.html", told)


@page("accounts/<int:officer>/", name="account_of", roles=ADMINISTRATORS)
def account_of(request: Asked, officer: int) -> HttpResponse:
    """The account of an officer: how it stands, when it was last used, what he may with it."""
    return _shown(request, _officer(request.desk, officer), {})


@page("accounts/<int:officer>/open/", name="account_open", roles=SYSTEM, methods=("POST",), writes=True)
def account_open(request: Asked, officer: int) -> HttpResponse:
    """Open an account; its first password is shown this once."""
    of, name, password = (
        _officer(request.desk, officer),
        request.POST.get("username", "").strip().lower(),
        first_password(),
    )
    try:
        actions.open_account(of, name, password, actor=request.desk.actor(), on=request.desk.today)
    except NoAccount as error:
        found = [("username", tell_refusal(error, request.speech))]
        return _shown(request, of, {"errors": found, "username": name}, status=409)
    return _shown(request, of, {"password": password})


@page("accounts/<int:officer>/password/", name="account_password", roles=SYSTEM, methods=("POST",), writes=True)
def account_password(request: Asked, officer: int) -> HttpResponse:
    """Set another password for who forgot his; it is shown this once."""
    of, password = _officer(request.desk, officer), first_password()
    try:
        actions.set_password(_account(of), password, actor=request.desk.actor(), on=request.desk.today)
    except NoAccount as error:
        return _shown(request, of, {"errors": [("", tell_refusal(error, request.speech))]}, status=409)
    return _shown(request, of, {"password": password})


@page("accounts/<int:officer>/<slug:what>/", name="account_do", roles=SYSTEM, methods=("POST",), writes=True)
def account_do(request: Asked, officer: int, what: str) -> HttpResponse:
    """Stop an account, let it on, close it, unlock it, take away a lost second factor, link it to a certificate."""
    if what not in DONE:
        raise Http404
    of, speech = _officer(request.desk, officer), request.speech
    account, actor, on = _account(of), request.desk.actor(request.POST.get("because", "").strip()), request.desk.today
    certificate, outside = request.POST.get("certificate", ""), request.POST.get("outside_name", "")
    doing: dict[str, Callable[[], Account]] = {
        "stop": lambda: actions.stop_account(account, actor=actor, on=on),
        "let-on": lambda: actions.let_on(account, actor=actor, on=on),
        "close": lambda: actions.close_account(account, actor=actor, on=on),
        "unlock": lambda: actions.unlock(account, actor=actor, on=on),
        "factor": lambda: actions.take_second_factor(account, actor=actor, on=on),
        "link": lambda: actions.link(account, actor=actor, on=on, certificate=certificate, outside_name=outside),
    }
    if what == "close" and request.POST.get("sure") != account.username:
        told = speech.say("To close it for ever, type its name: {name}.", name=account.username)
        return _shown(request, of, {"errors": [("sure", told)]}, status=409)
    try:
        doing[what]()
    except NoAccount as error:
        field = "certificate" if what == "link" else ""
        return _shown(request, of, {"errors": [(field, tell_refusal(error, speech))]}, status=409)
    if what in ("stop", "close", "factor"):
        _sign_out_everywhere(account)
    messages.success(request, speech.say("Done; it stands in the operation log."))
    return redirect("account_of", officer=of.id)


def _sign_out_everywhere(account: Account) -> None:
    for session in UserSession.objects.filter(user=account):
        session.end()


def _shown(request: Asked, officer: Officer, more: dict[str, object], status: int = 200) -> HttpResponse:
    desk, speech = request.desk, request.speech
    account = Account.objects.filter(officer_id=officer.id).first()
    state = state_of(account, shut_out())
    held = on_day(RoleHeld.objects.filter(officer=officer), desk.today).select_related("organ").order_by("id")
    organs = organ_names({one.organ_id for one in held}, desk.today)
    kinds = set() if account is None else set(Authenticator.objects.filter(user=account).values_list("type", flat=True))
    last = account.last_login if account else None
    told = {
        "person": told_people([officer], desk.today)[officer.id],
        "account": account,
        "state": state,
        "state_told": tell_account_state(state, speech),
        "roles": [(tell_role(RoleName(one.role), speech), organs.get(one.organ_id, "")) for one in held],
        "files": on_day(Grant.objects.filter(officer=officer), desk.today).count(),
        "codes": Authenticator.Type.TOTP in kinds,
        "keys": Authenticator.Type.WEBAUTHN in kinds,
        "last_login": speech.moment(timezone.localtime(last)) if last else "",
        "sessions": 0 if account is None else UserSession.objects.filter(user=account).count(),
        "may_do": RoleName.SYSTEM_ADMINISTRATOR in desk.roles and officer.id != desk.officer.id,
        "own": officer.id == desk.officer.id,
        "password": "",
        "errors": [],
        "username": "",
        "because": request.POST.get("because", ""),
    }
    return render(request, "accounts/account.html", told | more, status=status)


def _officer(desk: Desk, number: int) -> Officer:
    """An officer whose account one sees to; nobody else is there."""
    found = Officer.objects.select_related("organ").filter(pk=number, organ_id__in=desk.scope.people).first()
    if found is None:
        raise Http404
    return found


def _account(officer: Officer) -> Account:
    found = Account.objects.filter(officer_id=officer.id).first()
    if found is None:
        raise Http404
    found.officer = officer
    return found
