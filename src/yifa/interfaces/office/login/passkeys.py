"""Passkeys as second factor: where they can be used at all, and why not where they cannot.

Browsers let a page use a passkey over https, or at this very machine, and under a name, not a number (WebAuthn 5).
Everywhere else a code from a phone does.
"""

from __future__ import annotations

import ipaddress

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import views
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yifa.interfaces.office.declaring import ANYBODY, page
from yifa.interfaces.office.desks import Asked
from yifa.wording import Language

BOTH = ("GET", "POST")


def why_not(request: HttpRequest, speech: Language) -> str:
    """Why a browser lets no passkey be used on this site; blank where it does."""
    host = request.get_host().rpartition(":")[0] if ":" in request.get_host() else request.get_host()
    try:
        ipaddress.ip_address(host.strip("[]"))
        number = True
    except ValueError:
        number = False
    if not request.is_secure() and host != "localhost":
        return speech.say(
            "This site is reached by plain http; browsers let passkeys be used by https alone. Use a code from a phone."
        )
    if number:
        return speech.say(
            "This site is reached by a number ({host}); browsers let passkeys be used under a name alone. "
            "Use a code from a phone.",
            host=host,
        )
    return ""


@page("account/passkeys/", name="mfa_list_webauthn", roles=ANYBODY, without_role=True)
def passkeys(request: Asked) -> HttpResponse:
    """The passkeys of who sits here, or why there can be none."""
    rows = Authenticator.objects.filter(user=request.desk.account, type=Authenticator.Type.WEBAUTHN).order_by("id")
    told = {
        "why_not": why_not(request, request.speech),
        "keys": [(one, one.wrap().name, request.speech.day(one.created_at.date())) for one in rows],
    }
    return render(request, "login/passkeys.html", told)


@page("account/passkeys/add/", name="mfa_add_webauthn", roles=ANYBODY, methods=BOTH, without_role=True)
def add_passkey(request: Asked) -> HttpResponse:
    """Set one up."""
    if why_not(request, request.speech):
        return redirect("mfa_list_webauthn")
    answer: HttpResponse = views.add_webauthn(request)
    return answer


@page("account/passkeys/<int:pk>/remove/", name="mfa_remove_webauthn", roles=ANYBODY, methods=BOTH, without_role=True)
def remove_passkey(request: Asked, pk: int) -> HttpResponse:
    """Take one away."""
    if not Authenticator.objects.filter(user=request.desk.account, pk=pk, type=Authenticator.Type.WEBAUTHN).exists():
        raise Http404
    answer: HttpResponse = views.remove_webauthn(request, pk=pk)
    return answer


@page("account/again/passkey/", name="mfa_reauthenticate_webauthn", roles=ANYBODY, methods=BOTH, without_role=True)
def passkey_again(request: Asked) -> HttpResponse:
    """Show one's passkey again before something about the account is changed."""
    if why_not(request, request.speech):
        return redirect("account_reauthenticate")
    answer: HttpResponse = views.reauthenticate_webauthn(request)
    return answer
