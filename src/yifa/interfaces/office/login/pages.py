"""The pages of signing in. What allauth brings is put in here page by page; what it brings besides is not there."""

from __future__ import annotations

from typing import Any

from allauth.account import views as accounts
from allauth.mfa.base import views as factors
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from axes.helpers import get_cool_off
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yifa.interfaces.office.declaring import ANYBODY, NOBODY_ASKED, Declared, declared, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.login.elsewhere import end_place, places, sign_out_elsewhere
from yifa.interfaces.ui.speaking import switched

BOTH = ("GET", "POST")


def _brought(view: Any, route: str, name: str, roles: Any = ANYBODY, methods: tuple[str, ...] = BOTH) -> Any:
    return declared(view, Declared(route, name, roles, methods=methods, without_role=roles is ANYBODY))


sign_in = _brought(accounts.login, "sign-in/", "account_login", NOBODY_ASKED)
sign_in_code = _brought(factors.authenticate, "sign-in/code/", "mfa_authenticate", NOBODY_ASKED)
sign_out = _brought(accounts.logout, "sign-out/", "account_logout", NOBODY_ASKED)
closed = _brought(accounts.account_inactive, "sign-in/closed/", "account_inactive", NOBODY_ASKED, ("GET",))
sign_in_again = _brought(accounts.reauthenticate, "account/again/", "account_reauthenticate")
code_again = _brought(factors.reauthenticate, "account/again/code/", "mfa_reauthenticate")
new_password = _brought(accounts.password_change, "account/password/", "account_change_password")
begin_codes = _brought(totp.activate_totp, "account/code/begin/", "mfa_activate_totp")
end_codes = _brought(totp.deactivate_totp, "account/code/end/", "mfa_deactivate_totp")
spare_codes = _brought(codes.view_recovery_codes, "account/spare-codes/", "mfa_view_recovery_codes", methods=("GET",))
new_spare_codes = _brought(codes.generate_recovery_codes, "account/spare-codes/new/", "mfa_generate_recovery_codes")


@page("account/", name="own_account", roles=ANYBODY, without_role=True)
def own_account(request: Asked) -> HttpResponse:
    """Whose desk it is: posts, roles, what is read with them, password and second factor."""
    kinds = list(Authenticator.objects.filter(user=request.desk.account).values_list("type", flat=True))
    told = {
        "codes": Authenticator.Type.TOTP in kinds,
        "spare": Authenticator.Type.RECOVERY_CODES in kinds,
        "keys": kinds.count(Authenticator.Type.WEBAUTHN),
        "places": places(request.desk.account, request),
        "idle": settings.IDLE_SECONDS // 60,
    }
    return render(request, "login/own_account.html", told)


@page("account/places/<int:place>/end/", name="place_end", roles=ANYBODY, methods=("POST",), without_role=True)
def place_end(request: Asked, place: int) -> HttpResponse:
    """Sign out at another place."""
    if not end_place(request.desk.account, place):
        raise Http404
    messages.success(request, request.speech.say("Signed out there."))
    return redirect("own_account")


@page("account/places/end/", name="places_end", roles=ANYBODY, methods=("POST",), without_role=True)
def places_end(request: Asked) -> HttpResponse:
    """Sign out everywhere but here."""
    many = sign_out_elsewhere(request.desk.account, request)
    told = request.speech.count("Signed out at {n} other place.", "Signed out at {n} other places.", many)
    messages.success(request, told)
    return redirect("own_account")


@page("account/code/", name="mfa_index", roles=ANYBODY, without_role=True)
def second_factor(request: Asked) -> HttpResponse:
    """Where the parts lead that set up codes: to one's own account."""
    return redirect("own_account")


@page("language/", name="choose_language", roles=NOBODY_ASKED, methods=("POST",))
def choose_language(request: HttpRequest) -> HttpResponse:
    """The switch of languages: back to the page one was on."""
    return switched(request)


def locked_out(request: HttpRequest, response: Any = None, credentials: Any = None) -> HttpResponse:
    """Too many tries: for how long nothing is let in under this name."""
    minutes = int(cool_off.total_seconds() // 60) if (cool_off := get_cool_off(request)) else 0
    return render(request, "login/locked_out.html", {"minutes": minutes}, status=429)
